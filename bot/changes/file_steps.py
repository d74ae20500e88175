"""Something happened to an entry of the standing file on a day of its own: a new duty, a service, a result, an end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.file_checks import my_file_entry
from bot.changes.file_entries import made
from bot.changes.file_values import REASON, choice_said, kind_of, said_of, value_of
from bot.changes.file_voided import standing_steps
from bot.changes.studio_log import stream_of
from bot.entities import FileEntry, FileStep
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.registers import Register, StepKind


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

    def _read(self, desk: Desk, moment: Moment) -> tuple[Register, StepKind, FileEntry]:
        found = my_file_entry(desk, self.entry, self.revision, moment)
        kind = kind_of(found.kind)
        step = kind.step(self.step)
        if step is None:
            raise Refusal("not_yours")
        return kind, step, found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, in the order of days and stages, on what has not ended."""
        kind, step, found = self._read(desk, moment)
        if ended(kind, found):
            raise Refusal("register_ended", name=found.name, on=found.until)
        place = f"{kind.id}.{step.id}"
        if self.on > self.today:
            raise Refusal("register_step_ahead", happened=place, on=self.on, today=self.today)
        known = standing_steps(desk.registers.steps(found.id))
        last = max((each.on for each in known if stage(kind, each.name)), default="")
        first = max(found.on, last) if step.after else found.on
        if self.on < first:
            raise Refusal("register_step_before", happened=place, on=self.on, known=first)
        if step.after and found.state != step.after:
            raise Refusal("register_stage", happened=place, stage=f"stage.{found.state or 'started'}")
        if step.type == "month":
            self._month(found, known)
        if step.type == "words":
            self._words(kind, step)
        if step.ends:
            self._last(kind, step, found, known)

    def _words(self, kind: Register, step: StepKind) -> None:
        said = self.text.strip()
        if not any(char.isalpha() for char in said):
            raise Refusal("register_no_reason" if step.ends else "register_no_words", **_of(kind, step))
        if len(said) > REASON:
            raise Refusal("text_long", count=len(said), limit=REASON)
        field = kind.field(step.sets)
        if field is not None:
            value_of(kind, field, said, date.fromisoformat(self.today))

    def _month(self, found: FileEntry, known: tuple[FileStep, ...]) -> None:
        if choice_said("result", self.value) != self.value:
            raise Refusal("not_yours")
        if self.period > self.today[:7]:
            raise Refusal("register_month_ahead", month=self.period)
        if not found.on[:7] <= self.period <= (found.until or self.period)[:7]:
            raise Refusal("register_month_outside", month=self.period, since=found.on, until=found.until)
        # A result that was wrong is put right by the other one; the last one holds.
        last = next((each.value for each in reversed(known) if each.period == self.period), "")
        if last == self.value:
            raise Refusal("register_month_twice", month=self.period)

    def _last(self, kind: Register, step: StepKind, found: FileEntry, known: tuple[FileStep, ...]) -> None:
        late = max((each.on for each in known if not each.period), default="")
        if late > self.on:
            raise Refusal("register_step_before", happened=f"{kind.id}.{step.id}", on=self.on, known=late)
        if found.until and self.on >= found.until:
            raise Refusal("register_ended", name=found.name, on=found.until)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the step, and the entry as it is after it."""
        kind, step, before = self._read(desk, moment)
        happened = FileStep(
            entry=before.id,
            place=0,
            name=step.id,
            on=self.on,
            period=self.period,
            value=before.until if step.ends and kind.field("until") else self.value,
            text=" ".join(self.text.split()),
            by=moment.actor or "",
            at=moment.now,
        )
        words = {"step": dict(desk.registers.step(happened))}
        after = before.model_copy(update={"changed": moment.now, "revision": before.revision + 1})
        if step.sets and newest(happened, standing_steps(desk.registers.steps(before.id))):
            after = made(after, {**said_of(after), step.sets: happened.text})
        if step.ends:
            after = after.model_copy(update={"state": step.id, "until": self.on})
        if step.after:
            after = after.model_copy(update={"state": step.id})
        words["entry"] = dict(desk.registers.put(after, moment.actor))
        told = {"entry": before.id, "kind": kind.id, "step": step.id, "on": self.on}
        more = {"period": self.period, "value": self.value, "words": words}
        return Told(stream_of(before.studio), {**told, **more})


def latest(steps: Iterable[FileStep], name: str) -> FileStep | None:
    """Return the latest of one name: by its day, of one day the one that was entered last."""
    found = [each for each in steps if each.name == name]
    return max(found, key=lambda each: (each.on, each.place), default=None)


def newest(step: FileStep, known: Iterable[FileStep]) -> bool:
    """Say whether no step of its name has a later day: one that is entered late replaces nothing newer."""
    last = latest(known, step.name)
    return last is None or last.on <= step.on


def ended(kind: Register, entry: FileEntry) -> bool:
    """Say whether an entry was ended by a step; the end of a term that was agreed is none."""
    step = kind.step(entry.state)
    return step is not None and step.ends


def stage(kind: Register, name: str) -> bool:
    """Say whether a step is one of the stages that follow each other."""
    step = kind.step(name)
    return step is not None and bool(step.after)


def _of(kind: Register, step: StepKind) -> dict[str, str]:
    return {} if step.ends else {"happened": f"{kind.id}.{step.id}"}
