"""A step of the standing file that never was so is taken out, with a reason; the entry is as it would be without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.file_checks import my_file_entry
from bot.changes.file_entries import made
from bot.changes.file_steps import latest, stage
from bot.changes.file_values import REASON, kind_of, said_of
from bot.changes.file_voided import VOIDED, standing_steps
from bot.changes.studio_log import stream_of
from bot.entities import FileEntry, FileStep
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.registers import Register


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
        kind = kind_of(found.kind)
        later = next((each for each in known if _follows(kind, each, step)), None)
        if later is not None:
            happened = f"{kind.id}.{step.name}"
            raise Refusal("register_step_followed", happened=happened, stage=f"stage.{later.name}")

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


def without(entry: FileEntry, step: FileStep, left: Iterable[FileStep]) -> FileEntry:
    """Return an entry as it is without a step, where the others are left."""
    kind = kind_of(entry.kind)
    what = kind.step(step.name)
    if what is None:
        return entry
    known = tuple(left)
    if what.sets:
        before = latest(known, step.name)
        said = said_of(entry)
        if said.get(what.sets, "") == step.text:
            entry = made(entry, {**said, what.sets: before.text if before else ""})
    if what.ends:
        # A term that was agreed stands again; older steps did not say until when it had been.
        until = step.value if kind.field("until") and step.value else ""
        entry = entry.model_copy(update={"until": until or (entry.until if kind.field("until") else "")})
    if what.ends or what.after:
        entry = entry.model_copy(update={"state": _stage(kind, known)})
    return entry


def _stage(kind: Register, left: Iterable[FileStep]) -> str:
    """Return the stage that the steps left an entry in, empty where its register has none."""
    if not any(each.after for each in kind.steps):
        return ""
    return next((each.name for each in reversed(tuple(left)) if stage(kind, each.name)), "started")


def _follows(kind: Register, one: FileStep, step: FileStep) -> bool:
    """Say whether one is a stage that needs the other."""
    found = kind.step(one.name)
    return found is not None and found.after == step.name
