"""The applicant says something in one place of an application, or takes it out."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from bot.changes.applying.checks import REASON, my_application, spot_of, touched
from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Application
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import ROWS, Spot
from rubrics.application_check import NA, NO, YES, lack_of, said_of
from rubrics.form_answers import read_answer
from rubrics.form_sums import rows_of
from rubrics.numbering import canonical
from rubrics.points import show
from rubrics.problems import Problem, Refused

DIGITS = 12


class AnswerField(Change):
    """Write into a field, a heading or a cell of a table; what cannot be read leaves what was there."""

    name: ClassVar[str] = "answer_field"

    application: str
    key: str
    text: str
    more: bool = False
    """Behind the prose that is there already, which came in an earlier message."""

    def _value(self, spot: Spot, before: str) -> str:
        if spot.field is None:
            raise Refusal("not_yours")
        text = f"{before}\n{self.text.strip()}" if self.more and before and self.text.strip() else self.text
        read = read_answer(spot.field, text)
        if isinstance(read, Problem):
            raise Refused(read)
        return read

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio, while it is theirs to write on; a table takes one more row at a time."""
        found = my_application(desk, self.application, moment)
        spot = spot_of(desk, found, self.key)
        answers = desk.applications.answers(found.id)
        self._value(spot, answers.get(self.key, ""))
        if spot.row and spot.form and spot.group:
            rows = rows_of(spot.form, spot.group, answers)
            most = ROWS if spot.group.extendable else spot.group.rows_printed
            if spot.row not in rows and (spot.row > most or spot.row > max(rows, default=0) + 1):
                raise Refusal("apply_rows", count=most)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep it."""
        found = my_application(desk, self.application, moment)
        before = desk.applications.answers(found.id).get(self.key, "")
        return _kept(desk, found, self.key, self._value(spot_of(desk, found, self.key), before), moment)


class ClearAnswer(Change):
    """Take out what was written in one place."""

    name: ClassVar[str] = "clear_answer"

    application: str
    key: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio."""
        spot_of(desk, my_application(desk, self.application, moment), self.key)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Forget it."""
        found = my_application(desk, self.application, moment)
        desk.applications.unanswer(found.id, self.key)
        touched(desk, found, moment)
        return Told(stream_of(found.studio), {"application": found.id, "key": self.key})


class RemoveRow(Change):
    """Take a row out of a table; the rows below move up."""

    name: ClassVar[str] = "remove_row"

    application: str
    key: str
    """Of the table."""
    row: int
    revision: int
    """Of the application as it was seen: the second press would take the next row."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio, on a row that is there."""
        found = my_application(desk, self.application, moment)
        spot = spot_of(desk, found, self.key)
        if found.revision != self.revision:
            raise Refusal("apply_changed")
        if not spot.form or not spot.group or not spot.table:
            raise Refusal("not_yours")
        if self.row not in rows_of(spot.form, spot.group, desk.applications.answers(found.id)):
            raise Refusal("apply_changed")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Move what is below up by one."""
        found = my_application(desk, self.application, moment)
        below = f"{self.key}."
        for key, value in sorted(desk.applications.answers(found.id).items(), key=lambda each: _row(each[0])):
            if not key.startswith(below) or _row(key) < self.row:
                continue
            desk.applications.unanswer(found.id, key)
            if _row(key) > self.row:
                column = key.removeprefix(below).partition(".")[2]
                moved = f"{below}{_row(key) - 1}.{column}"
                desk.applications.answer(found.id, moved, value, moment.actor or "", moment.now)
        touched(desk, found, moment)
        return Told(stream_of(found.studio), {"application": found.id, "key": self.key, "row": self.row})


class AnswerCondition(Change):
    """Say whether a condition is met, what was measured, and in words what shows it or why it is not met."""

    name: ClassVar[str] = "answer_condition"

    application: str
    key: str
    said: Literal["yes", "no", "na", "text"]
    text: str = ""
    """The figure, or the reason."""

    def _value(self, desk: Desk, found: Application) -> str:
        spot = spot_of(desk, found, self.key)
        gate, item = spot.gate, spot.item
        if gate is None or item is None:
            raise Refusal("not_yours")
        before = desk.applications.answers(found.id).get(self.key, "")
        if self.said == NA and item.not_applicable:
            return NA
        if self.said in {YES, NO} and not gate.measures:
            # Pressed once more it changes nothing: what was written with it stays.
            return before if said_of(before)[0] == self.said else self.said
        if self.said != "text":
            raise Refusal("not_yours")
        figure = _figure(self.text, gate.unit or "") if gate.measures else None
        if figure is not None:
            return show(figure)
        # A reason belongs to what was said before; said again, it replaces the one that was given.
        reasoned = gate.strength == "soft" and lack_of(spot, said_of(before)[0]) == "reason"
        if before and (reasoned or not gate.measures):
            return f"{said_of(before)[0]} {_reason(self.text)}"
        if gate.measures:
            raise Refusal("apply_figure", text=self.text.strip(), unit=gate.unit or "")
        raise Refusal("apply_yes_no")

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio."""
        self._value(desk, my_application(desk, self.application, moment))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep it."""
        found = my_application(desk, self.application, moment)
        return _kept(desk, found, self.key, self._value(desk, found), moment)


def _kept(desk: Desk, found: Application, key: str, value: str, moment: Moment) -> Told:
    words = desk.applications.answer(found.id, key, value, moment.actor or "", moment.now)
    touched(desk, found, moment)
    return Told(stream_of(found.studio), {"application": found.id, "key": key, "words": words})


def _row(key: str) -> int:
    parts = key.split(".")
    return int(parts[2]) if len(parts) == 4 and parts[2].isdecimal() else 0  # noqa: PLR2004 - a cell's key


def _figure(text: str, unit: str) -> Decimal | None:
    said = canonical(text.strip()).removesuffix(unit).strip()
    plain = said.replace(".", "", 1)
    return Decimal(said) if plain.isascii() and plain.isdecimal() and len(plain) <= DIGITS else None


def _reason(text: str) -> str:
    said = " ".join(text.split())
    if not any(char.isalpha() for char in said) or len(said) > REASON:
        raise Refusal("apply_reason", count=len(said), limit=REASON)
    return said
