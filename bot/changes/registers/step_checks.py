"""What may happen to an entry of the standing file next, and what it is after that: pure, for a chat and a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.changes.registers.entries import made
from bot.changes.registers.values import REASON, choice_said, kind_of, said_of, value_of
from bot.entities import FileEntry, FileStep
from bot.problems import Refusal
from bot.texts.registers import Register, StepKind


def may_happen(entry: FileEntry, step: FileStep, known: tuple[FileStep, ...], today: date) -> None:
    """Refuse a step out of the order of days and stages, on what has ended, or that is there already."""
    kind = kind_of(entry.kind)
    what = kind.step(step.name)
    if what is None:
        raise Refusal("not_yours")
    _goes_on(kind, entry, what)
    place = f"{kind.id}.{what.id}"
    if step.on > today.isoformat():
        raise Refusal("register_step_ahead", happened=place, on=step.on, today=today.isoformat())
    last = max((each.on for each in known if stage(kind, each.name)), default="")
    first = max(entry.on, last) if what.after else entry.on
    if step.on < first:
        raise Refusal("register_step_before", happened=place, on=step.on, known=first)
    if what.after and entry.state != what.after:
        raise Refusal("register_stage", happened=place, stage=f"stage.{entry.state or 'started'}")
    if what.type == "month":
        _month(entry, step, known, f"{today:%Y-%m}")
    elif any((each.name, each.on, each.text) == (step.name, step.on, step.text) for each in known):
        raise Refusal("register_step_twice", happened=place, on=step.on)
    if what.type == "words":
        _words(kind, what, step.text, today)
    if what.ends:
        _last(entry, step, known)


def _goes_on(kind: Register, entry: FileEntry, what: StepKind) -> None:
    """Refuse anything on what has ended, and the breaking off of what is complete."""
    if ended(kind, entry):
        raise Refusal("register_ended", name=entry.name, on=entry.until)
    if what.ends and complete(kind, entry):
        place = f"{kind.id}.{what.id}"
        raise Refusal("register_complete", happened=place, name=entry.name, stage=f"stage.{entry.state}")


def _words(kind: Register, what: StepKind, said: str, today: date) -> None:
    if not any(char.isalpha() for char in said):
        if what.ends:
            raise Refusal("register_no_reason")
        raise Refusal("register_no_words", happened=f"{kind.id}.{what.id}")
    if len(said) > REASON:
        raise Refusal("text_long", count=len(said), limit=REASON)
    field = kind.field(what.sets)
    if field is not None:
        value_of(kind, field, said, today)


def _month(entry: FileEntry, step: FileStep, known: tuple[FileStep, ...], now: str) -> None:
    if choice_said("result", step.value) != step.value:
        raise Refusal("not_yours")
    if step.period > now:
        raise Refusal("register_month_ahead", month=step.period)
    if not entry.on[:7] <= step.period <= (entry.until or step.period)[:7]:
        raise Refusal("register_month_outside", month=step.period, since=entry.on, until=entry.until)
    # A result that was wrong is put right by the other one; the last one holds.
    last = next((each.value for each in reversed(known) if each.period == step.period), "")
    if last == step.value:
        raise Refusal("register_month_twice", month=step.period)


def _last(entry: FileEntry, step: FileStep, known: tuple[FileStep, ...]) -> None:
    late = max((each.on for each in known if not each.period), default="")
    if late > step.on:
        raise Refusal("register_step_before", happened=f"{entry.kind}.{step.name}", on=step.on, known=late)
    if entry.until and step.on >= entry.until:
        raise Refusal("register_ended", name=entry.name, on=entry.until)


def happened(entry: FileEntry, step: FileStep) -> FileStep:
    """Return a step as it is kept: one that ends an agreed term keeps until when that was."""
    kind = kind_of(entry.kind)
    what = kind.step(step.name)
    if what is not None and what.ends and kind.field("until"):
        return step.model_copy(update={"value": entry.until})
    return step


def with_step(entry: FileEntry, step: FileStep, known: Iterable[FileStep]) -> FileEntry:
    """Return an entry as it is after a step; the others that stand are known."""
    what = kind_of(entry.kind).step(step.name)
    if what is None:
        return entry
    last = latest(known, step.name)
    if what.sets and (last is None or last.on <= step.on):
        # What is entered late replaces nothing newer.
        said = said_of(entry)
        if last is None:
            said[_entered(what)] = said.get(what.sets, "")
        entry = made(entry, {**said, what.sets: step.text})
    if what.ends:
        entry = entry.model_copy(update={"state": what.id, "until": step.on})
    if what.after:
        entry = entry.model_copy(update={"state": what.id})
    return entry


def may_go(entry: FileEntry, step: FileStep, known: Iterable[FileStep]) -> None:
    """Refuse to take back a stage that another one follows."""
    kind = kind_of(entry.kind)
    for each in known:
        later = kind.step(each.name)
        if later is not None and later.after == step.name:
            raise Refusal(
                "register_step_followed", happened=f"{kind.id}.{step.name}", stage=f"stage.{later.id}"
            )


def without(entry: FileEntry, step: FileStep, left: Iterable[FileStep]) -> FileEntry:
    """Return an entry as it is without a step, where the others are left."""
    kind = kind_of(entry.kind)
    what, known = kind.step(step.name), tuple(left)
    if what is None:
        return entry
    if what.sets:
        before, said = latest(known, step.name), said_of(entry)
        if said.get(what.sets, "") == step.text:
            said[what.sets] = before.text if before else said.get(_entered(what), "")
        if before is None:
            said.pop(_entered(what), None)
        entry = made(entry, said)
    if what.ends:
        # A term that was agreed stands again; older steps did not say until when it had been.
        agreed = (step.value or entry.until) if kind.field("until") else ""
        entry = entry.model_copy(update={"until": agreed})
    if what.ends or what.after:
        entry = entry.model_copy(update={"state": _stage(kind, known)})
    return entry


def _entered(what: StepKind) -> str:
    """Return under which key an entry keeps what its field said before the first such step; no field has that id."""
    return f"{what.sets}.entered"


def _stage(kind: Register, left: tuple[FileStep, ...]) -> str:
    """Return the stage that the steps left an entry in, empty where its register has none."""
    if not any(each.after for each in kind.steps):
        return ""
    return next((each.name for each in reversed(left) if stage(kind, each.name)), "started")


def latest(steps: Iterable[FileStep], name: str) -> FileStep | None:
    """Return the latest of one name: by its day, of one day the one that was entered last."""
    found = [each for each in steps if each.name == name]
    return max(found, key=lambda each: (each.on, each.place), default=None)


def ended(kind: Register, entry: FileEntry) -> bool:
    """Say whether an entry was ended by a step; the end of a term that was agreed is none."""
    step = kind.step(entry.state)
    return step is not None and step.ends


def complete(kind: Register, entry: FileEntry) -> bool:
    """Say whether an entry has come to the last of its stages: what is accepted is not broken off any more."""
    return stage(kind, entry.state) and not any(each.after == entry.state for each in kind.steps)


def stage(kind: Register, name: str) -> bool:
    """Say whether a step is one of the stages that follow each other."""
    step = kind.step(name)
    return step is not None and bool(step.after)
