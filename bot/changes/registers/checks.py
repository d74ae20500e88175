"""What the changes of the standing file have in common: whose it is, and what cannot stand beside what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from bot import access
from bot.changes.base import Moment
from bot.changes.registers.values import details, kind_of, part, said_of, value_of
from bot.changes.studio_fields import alike
from bot.entities import FileEntry, FileStep, Studio
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.registers import Register

FOREVER: Final = "9999-12-31"
OUT: Final = "out"
"""The step by which an entry is taken out as a mistake."""


def my_file(desk: Desk, studio: str, moment: Moment) -> Studio:
    """Return a studio in whose file the person may write, or refuse; nobody writes for one that is retired."""
    found = desk.studios.get(studio)
    if moment.person is None or found is None or not access.may(moment.person, "log", found):
        raise Refusal("not_yours")
    retired(found)
    return found


def retired(studio: Studio) -> None:
    """Refuse to write for a studio that is retired."""
    if studio.retired:
        raise Refusal("studio_retired", studio=studio.name, day=studio.retired)


def my_file_entry(desk: Desk, entry: str, revision: int | None, moment: Moment) -> FileEntry:
    """Return an entry that one may write on, as it stood when it was seen, or refuse."""
    found = desk.registers.get(entry)
    if found is None:
        raise Refusal("register_gone")
    my_file(desk, found.studio, moment)
    if revision is not None and found.revision != revision:
        raise Refusal("register_changed")
    return found


def read_all(kind: Register, said: Mapping[str, str], today: date) -> dict[str, str]:
    """Return every field of an entry as it is kept, or refuse the first that is wrong."""
    read = {field.id: value_of(kind, field, said.get(field.id, ""), today) for field in kind.fields}
    return {key: value for key, value in read.items() if value}


def check(entry: FileEntry, others: Iterable[FileEntry], steps: Iterable[FileStep] = ()) -> None:
    """Refuse an entry that cannot stand beside the others of its register, or whose days are out of order."""
    kind = kind_of(entry.kind)
    _in_order(kind, entry, steps)
    beside = [each for each in others if each.id != entry.id]
    match entry.kind:
        case "members":
            same = next((each for each in beside if _same_name(each, entry) and _overlap(each, entry)), None)
        case "pairs":
            _pair(entry, beside)
            same = None
        case _:
            _numbers(kind, entry, beside)
            same = next((each for each in beside if _double(each, entry)), None)
    if same is not None:
        raise Refusal("register_twice", name=same.name, on=same.on)


def _in_order(kind: Register, entry: FileEntry, steps: Iterable[FileStep]) -> None:
    first, last = f"{kind.id}.on", kind.field("until")
    if last and entry.until and entry.until < entry.on:
        raise Refusal("register_before", part=part(kind, last), on=entry.until, beside=first, known=entry.on)
    early = next((each for each in steps if each.name != OUT and each.on < entry.on), None)
    if early is not None:
        raise Refusal(
            "register_after", part=first, on=entry.on, happened=f"{kind.id}.{early.name}", known=early.on
        )


def _same_name(one: FileEntry, other: FileEntry) -> bool:
    return alike(one.name) == alike(other.name)


def _overlap(one: FileEntry, other: FileEntry) -> bool:
    return one.on <= (other.until or FOREVER) and other.on <= (one.until or FOREVER)


def _double(one: FileEntry, other: FileEntry) -> bool:
    """Say whether two entries are the same thing: one name, one day, one number and one to whom it was given."""
    mine, theirs = ((details(each).get("whom", ""), details(each).get("number", "")) for each in (one, other))
    return _same_name(one, other) and one.on == other.on and mine == theirs


def _pair(entry: FileEntry, beside: Iterable[FileEntry]) -> None:
    master = details(entry).get("master", "")
    if alike(master) == alike(entry.name):
        raise Refusal("register_own_master", name=entry.name)
    for each in beside:
        if _same_name(each, entry) and _overlap(each, entry):
            raise Refusal(
                "register_two_masters",
                name=entry.name,
                master=details(each).get("master", ""),
                since=each.on,
                until=each.until,
            )


def _numbers(kind: Register, entry: FileEntry, beside: Iterable[FileEntry]) -> None:
    number = alike(details(entry).get("number", ""))
    same = next(
        (each for each in beside if number and alike(details(each).get("number", "")) == number), None
    )
    if same is not None:
        raise Refusal("register_number_twice", part=f"{kind.id}.number", value=number, name=same.name)


def told_of(entry: FileEntry) -> dict[str, str]:
    """Return what the history says of an entry: ids and codes, no words."""
    said = said_of(entry)
    fields = sorted(each.id for each in kind_of(entry.kind).fields if each.id in said)
    return {"entry": entry.id, "kind": entry.kind, "on": entry.on, "fields": ",".join(fields)}
