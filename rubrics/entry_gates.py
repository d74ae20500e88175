"""Lines for conditions: `6.1 是`, `6.1 unmet 原因`, `6.3 28`, `6.3 28㎡`, `6.2 n/a`.

A condition has no letters and no points; where the scheme states a number, the number measured decides.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.entry_lines import Line, joined
from rubrics.entry_notes import DIGITS
from rubrics.entry_results import Entry
from rubrics.entry_values import Marks, Number, Word, value
from rubrics.limits import Limits, example
from rubrics.numbering import canonical
from rubrics.ops import Judge, NotApplicable, Op
from rubrics.points import show
from rubrics.problems import Refused, problem
from rubrics.rules import Gate

MET: Final = frozenset({"是", "met", "符合", "yes"})
UNMET: Final = frozenset({"否", "unmet", "不符合", "no"})
_LONGEST_QUOTE: Final = 40
_FIGURE: Final = re.compile(r"([0-9]{1,24}(?:\.[0-9]{1,24})?)(.*)")
_COUNT: Final = re.compile(r"([0-9]{1,24}(?:\.[0-9]{1,24})?|[一二三四五六七八九两十])\s*(\D{0,4})")


@dataclass(frozen=True, slots=True)
class GateLine:
    """A line whose item is a condition."""

    line: Line
    limits: Limits
    gate: Gate

    @property
    def _at(self) -> dict[str, str]:
        return {"item": self.limits.item.no, "probable": example(self.limits.item)}

    def entry(self) -> Entry:
        """Return what the line says; raises Refused with what would be right."""
        op, note = self._read()
        if isinstance(op, Judge):
            self.limits.judged(op.gate, op.measured)
        note = joined(note, self.line.more)
        return Entry(self.line.number, self.line.text, self.limits.item.no, op, note)

    def _read(self) -> tuple[Op, str]:
        token, note = self.line.token, self.line.note
        if not token:
            raise Refused(problem("gate_missing", **self._at))
        if self.line.slip:
            raise self._unread(token)
        if token in MET | UNMET:
            self._no_value_behind(token, note)
            return Judge(gate="met" if token in MET else "unmet"), note
        if (figure := _FIGURE.fullmatch(token)) and self._is_unit(figure[2]):
            if not figure[2] and note and self._is_unit(canonical(note.split()[0])):
                note = note.split(maxsplit=1)[1] if len(note.split()) > 1 else ""
            self._no_value_behind(token, note)
            return Judge(measured=Decimal(show(Decimal(figure[1])))), note
        return self._other(token, note)

    def _other(self, token: str, note: str) -> tuple[Op, str]:
        """Read what is no judgement: not applicable, or what belongs to items with points."""
        match value(token):
            case Word(means="na"):
                self.limits.not_applicable()
                return NotApplicable(), note
            case Word() | Number():
                raise Refused(problem("gate_points", **self._at))
            case Marks(marks=marks) if len(marks) == 1:
                raise Refused(problem("gate_letter", letter=marks[0].letter, **self._at))
        raise self._unread(token)

    def _unread(self, token: str) -> Refused:
        figure = _FIGURE.match(token)
        if figure and self.gate.measures:
            at = {"item": self.limits.item.no, "value": _cut(token)}
            return Refused(problem("value_nearly", **at, probable=f"{self.limits.item.no} {figure[1]}"))
        words = self.line.words
        if any(char.isalpha() for char in words) and not self.line.slip:
            return Refused(problem("gate_is_words", words=_cut(words), **self._at))
        return Refused(problem("gate_unreadable", value=_cut(token), **self._at))

    def _is_unit(self, text: str) -> bool:
        return not text or (self.gate.unit is not None and canonical(text) == canonical(self.gate.unit))

    def _no_value_behind(self, token: str, note: str) -> None:
        """Refuse a note that is a second value: a number that became a note would be lost silently."""
        words = canonical(note).strip()
        no = self.limits.item.no
        probable = None
        if words in MET | UNMET or (len(words) == 1 and words.isascii() and words.isalpha()):
            probable = f"{no} {token}"
        elif (count := _COUNT.fullmatch(words)) and self._is_unit(count[2]):
            probable = f"{no} {DIGITS.get(count[1], count[1]) if self.gate.measures else token}"
        if probable:
            raise Refused(problem("note_is_value", item=no, note=_cut(note), probable=probable))


def _cut(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= _LONGEST_QUOTE else f"{first[: _LONGEST_QUOTE - 1]}…"
