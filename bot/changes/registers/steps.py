"""Something happened to an entry of the standing file on a day of its own: a new duty, a service, a result, an end."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.registers.checks import my_file_entry
from bot.changes.registers.step_checks import ended, happened, may_happen, stage, with_step
from bot.changes.registers.voided import standing_steps
from bot.changes.studio_log import stream_of
from bot.entities import FileEntry, FileStep
from bot.ports import Desk

__all__ = ["StepFileEntry", "ended", "stage"]


class StepFileEntry(Change):
    """Write down what happened, as the entry stood when it was seen."""

    name: ClassVar[str] = "step_file_entry"

    entry: str
    revision: int
    step: str
    """Of those that the register has."""
    on: str
    """ISO date."""
    period: str = ""
    """The month that a result is about, 2025-12."""
    value: str = ""
    text: str = ""
    today: str

    def _made(self, found: FileEntry, moment: Moment) -> FileStep:
        step = FileStep(
            entry=found.id,
            place=0,
            name=self.step,
            on=self.on,
            period=self.period,
            value=self.value,
            text=" ".join(self.text.split()),
            by=moment.actor or "",
            at=moment.now,
        )
        return happened(found, step)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, in the order of days and stages, on what has not ended."""
        found = my_file_entry(desk, self.entry, self.revision, moment)
        known = standing_steps(desk.registers.steps(found.id))
        may_happen(found, self._made(found, moment), known, date.fromisoformat(self.today))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the step, and the entry as it is after it."""
        before = my_file_entry(desk, self.entry, self.revision, moment)
        step, known = self._made(before, moment), standing_steps(desk.registers.steps(before.id))
        after = with_step(before, step, known).model_copy(
            update={"changed": moment.now, "revision": before.revision + 1}
        )
        words = {
            "step": dict(desk.registers.step(step)),
            "entry": dict(desk.registers.put(after, moment.actor)),
        }
        told = {"entry": before.id, "kind": before.kind, "step": step.name, "on": self.on}
        more = {"period": self.period, "value": self.value, "words": words}
        return Told(stream_of(before.studio), {**told, **more})
