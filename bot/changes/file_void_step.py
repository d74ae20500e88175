"""A step of the standing file that never was so is taken out, with a reason; the entry is as it would be without it."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.registers.checks import my_file_entry
from bot.changes.registers.step_checks import may_go, without
from bot.changes.registers.values import REASON, kind_of
from bot.changes.registers.voided import VOIDED, standing_steps
from bot.changes.studio_log import stream_of
from bot.entities import FileEntry, FileStep
from bot.ports import Desk
from bot.problems import Refusal


class VoidFileStep(Change):
    """Take a step out, as the entry stood when it was seen; both stay in its history."""

    name: ClassVar[str] = "void_file_step"

    entry: str
    revision: int
    place: int
    """Of the step that never was so."""
    reason: str
    today: str
    """ISO date where the program runs."""

    def _read(self, desk: Desk, moment: Moment) -> tuple[FileEntry, FileStep, tuple[FileStep, ...]]:
        found = my_file_entry(desk, self.entry, self.revision, moment)
        known = standing_steps(desk.registers.steps(found.id))
        step = next((each for each in known if each.place == self.place), None)
        if step is None or kind_of(found.kind).step(step.name) is None:
            raise Refusal("register_step_gone")
        return found, step, known

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, with a reason; a stage only while none follows it."""
        found, step, known = self._read(desk, moment)
        reasoned(self.reason)
        may_go(found, step, known)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store that it is taken out, and the entry as it is without it."""
        found, step, known = self._read(desk, moment)
        out = FileStep(
            entry=found.id,
            place=0,
            name=VOIDED,
            on=self.today,
            value=str(step.place),
            text=" ".join(self.reason.split()),
            by=moment.actor or "",
            at=moment.now,
        )
        words = {"step": dict(desk.registers.step(out))}
        left = tuple(each for each in known if each.place != step.place)
        after = without(found, step, left).model_copy(
            update={"changed": moment.now, "revision": found.revision + 1}
        )
        words["entry"] = dict(desk.registers.put(after, moment.actor))
        told = {"entry": found.id, "kind": found.kind, "step": step.name, "place": step.place}
        return Told(stream_of(found.studio), {**told, "words": words})


def reasoned(text: str) -> None:
    """Refuse a reason that says nothing, or too much."""
    said = text.strip()
    if not any(char.isalpha() for char in said):
        raise Refusal("register_no_reason")
    if len(said) > REASON:
        raise Refusal("text_long", count=len(said), limit=REASON)
