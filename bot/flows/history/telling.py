"""One row of the history in words: who, what, on which item, from what to what, why.

The history holds ids, codes and hashes. Names and people's own words are looked up each time, so whoever was forgotten
is forgotten here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.changes.mark_item import MarkItem, load
from bot.entities import Event, Fix
from bot.flows.history import way
from bot.ports import Desk
from bot.texts import Words
from rubrics.marks import ItemMarks, Occurrence
from rubrics.points import show

Payload = Mapping[str, Any]

BESIDES: Final = ("seal", "open_fixes", "open_ballot")
"""Rows that the program itself adds to what a person did; they are no changes of their own."""

STEPPING: Final = frozenset({"take_step", "take_steps"})
"""Rows that say which step of an application's way was taken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row in words; what there is nothing to say about is empty."""

    at: int
    """Stored time, ms."""
    who: str
    what: str
    item: str
    before: str
    after: str
    why: str
    stream: str
    seq: int
    check: str
    """The row's hash."""
    undone: bool
    place: str = ""
    """The studio, and the period of a sheet, that it is about."""


class Teller:
    """Puts rows into the words of one reader."""

    def __init__(self, desk: Desk, words: Words, now: int) -> None:
        """Look names up as they are now."""
        self._desk, self._words, self._now = desk, words, now
        self._names: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def lines(self, events: Iterable[Event]) -> list[Line]:
        """Return rows in words, in their order; those that a later one of them takes back are marked."""
        every = list(events)
        undone = {(each.stream, each.undoes) for each in every if each.undoes is not None}
        return [self._line(each, undone=(each.stream, each.seq) in undone) for each in every]

    def _line(self, event: Event, *, undone: bool) -> Line:
        before, after = self._values(event)
        return Line(
            at=event.at,
            who=self.name(event.person),
            what=self._what(event),
            item=_item(event),
            before=before,
            after=after,
            why=" ".join(self._why(event).split()),
            stream=event.stream,
            seq=event.seq,
            check=event.hash,
            undone=undone,
            place=self._place(event),
        )

    def _place(self, event: Event) -> str:
        """Return the sheet that a row is about, or the studio that it names."""
        studio = str(event.payload.get("studio", ""))
        key = f"{event.stream} {studio}"
        if key not in self._places:
            sheet = self._desk.visits.of_visit(event.stream)
            named = self._desk.studios.get(studio) if studio and sheet is None else None
            self._places[key] = (
                f"{sheet.studio_name} {sheet.visit.period}" if sheet else named.name if named else ""
            )
        return self._places[key]

    def name(self, person: str | None) -> str:
        """Return what a person is called now."""
        if person is None:
            return self._words("history.program")
        if person not in self._names:
            found = self._desk.people.get(person, self._now)
            self._names[person] = found.name if found else self._words("history.nobody")
        return self._names[person]

    # -- what -------------------------------------------------------------------------------------

    def _what(self, event: Event) -> str:
        if event.name == "undo":
            return self._words("history.undo", what=self._words(f"history.{event.payload['of']}"))
        said = self._words(f"history.{event.name}")
        if event.name in STEPPING:
            return self._words(
                "history.step_of", what=said, step=self._words(f"way.step.{event.payload['step']}")
            )
        return said

    # -- from what to what ------------------------------------------------------------------------

    def _values(self, event: Event) -> tuple[str, str]:
        payload = event.payload
        if event.name == MarkItem.name or payload.get("of") == MarkItem.name:
            return self._marks(payload.get("before")), self._marks(payload.get("after"))
        if event.name == "change_members":
            return self._people(payload.get("before")), self._people(payload.get("after"))
        if event.name == "sign":
            return "", self._words("history.total", total=payload.get("figures", {}).get("total", ""))
        if event.name in way.ONE:
            return way.states_of(event, self._words)
        if "old" in payload or "new" in payload:
            return _plain(payload.get("old")), _plain(payload.get("new"))
        return _plain(payload.get("before")), _plain(payload.get("after"))

    def _people(self, ids: object) -> str:
        listed = ids if isinstance(ids, list) else []
        return " ".join(self.name(str(each)) for each in listed)

    def _marks(self, stored: object) -> str:
        if not isinstance(stored, Mapping):
            return ""
        marks = load(stored)
        said = self._verdict(marks)
        taken = " ".join(f"{letter}{_times(each)}" for letter, each in marks.taken.items())
        return " ".join(filter(None, (said, taken))) or self._words("history.marks.none")

    def _verdict(self, marks: ItemMarks) -> str:
        words = self._words
        if marks.hand is not None:
            return words("history.marks.hand", points=show(marks.hand))
        if marks.measured is not None:
            return show(marks.measured)
        if marks.gate is not None:
            return words(f"gate.{marks.gate}")
        states = {"full": marks.full, "zero": marks.zero, "na": marks.na}
        return next((words(f"history.marks.{name}") for name, held in states.items() if held), "")

    # -- why --------------------------------------------------------------------------------------

    def _why(self, event: Event) -> str:
        found = _WHY.get(event.name)
        return found(self._desk, event) if found else ""


def _times(taken: tuple[Occurrence, ...]) -> str:
    amounts = [one.amount for one in taken if one.amount is not None]
    if amounts:
        return "=" + "+".join(show(amount) for amount in amounts)
    return str(len(taken)) if len(taken) > 1 else ""


def _plain(value: object) -> str:
    """Return what can be read as it is stored; a whole thing in a row is not."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _item(event: Event) -> str:
    """Return item, letter and number of evidence, where the row names them."""
    payload = event.payload
    item = payload.get("item") or ""
    if not item and isinstance(payload.get("items"), list):
        item = " ".join(str(each) for each in payload["items"])
    if event.name == "move_evidence":
        item = f"{payload['before'][0]} → {payload['after'][0]}"
    letter = payload.get("letter") or ""
    return f"{item}{f' {letter}' if letter else ''}"


def _note(desk: Desk, event: Event) -> str:
    found = desk.visits.of_visit(event.stream)
    notes = desk.files.notes_of(found.id) if found else ()
    return next((each.text for each in notes if each.id == event.payload.get("note")), "")


def _caption(desk: Desk, event: Event) -> str:
    piece = desk.files.piece(str(event.payload.get("evidence", "")))
    return piece.caption if piece else ""


def _reasons(desk: Desk, event: Event) -> str:
    payload = event.payload
    listed = desk.reviews.returned(str(payload["assessment"]))
    return " ".join(f"{each.item} {each.reason}" for each in listed if each.round == payload["round"])


def _appealed(desk: Desk, event: Event) -> str:
    found = desk.appeals.get(str(event.payload.get("appeal", "")))
    if found is None:
        return ""
    return found.ruling if event.name == "decide_appeal" else found.reason


def _settled(desk: Desk, event: Event) -> str:
    every = desk.panels.settled(event.stream)
    return next((each.reason for each in every if each.item == event.payload.get("item")), "")


def _stepped(desk: Desk, event: Event) -> str:
    fix: Fix | None = desk.fixes.get(str(event.payload.get("fix", "")))
    return next((step.text for step in fix.steps if step.at == event.at), "") if fix else ""


_WHY: Final = {
    "write_note": _note,
    "attach_evidence": _caption,
    "move_evidence": _caption,
    "send_back_items": _reasons,
    "file_appeal": _appealed,
    "decide_appeal": _appealed,
    "settle_item": _settled,
    **dict.fromkeys(
        ("finish_fix", "ask_fix_waiver", "accept_fix", "send_back_fix", "move_fix_due"), _stepped
    ),
    **dict.fromkeys((*way.ONE, *way.MANY, *way.OBJECTIONS), way.said_of),
}
"""Where the words of a row are kept; of others only the hash is left."""
