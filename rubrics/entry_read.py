"""Read one line of entry against its item: an operation, or the problem that says what would be right.

What can be said without the marks is said here; whether one more still fits is seen when it is done.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final, NoReturn

from rubrics import entry_guess, entry_lines, entry_names, entry_notes
from rubrics.entry_gates import GateLine
from rubrics.entry_lines import Line, joined
from rubrics.entry_names import Named
from rubrics.entry_results import Entry, EntryProblem
from rubrics.entry_values import Marks, Number, Value, Word, value
from rubrics.force import Rulings, assessed
from rubrics.limits import Limits, example
from rubrics.model import Item, Rubric
from rubrics.numbering import canonical, item_key
from rubrics.ops import Adjust, ByHand, Count, Exactly, Full, NotApplicable, Op, Pick, Zero
from rubrics.periods import Period
from rubrics.points import show
from rubrics.problems import Refused, problem

_LONGEST_QUOTE: Final = 40
_FIGURE: Final = re.compile(r"(.*([a-z])=[0-9.]+)([^0-9.]+)")
"""A figure with its unit behind it (`a=87%`)."""
_UNKNOWN_IN_WORD: Final = 2
_SHORTEST_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class Reader:
    """A rubric as it stands on one sheet; `rulings` are complete or None."""

    rubric: Rubric
    period: Period | None
    rulings: Rulings | None

    def lines(self, text: str) -> tuple[Line, ...]:
        """Cut a text into lines of entry."""
        return entry_lines.lines(text, partial(entry_names.begins_with_name, self.rubric))

    def read(self, line: Line) -> Entry | EntryProblem:
        """Read one line."""
        if not line.item:
            return EntryProblem(line.number, line.text, problem("entry_no_item", text=_cut(line.text)))
        item = self.rubric.item(line.item)
        if item is None:
            return self._no_such_item(line)
        reading = _ItemLine(line, Limits(item, self.period, self.rulings, self.rubric.step))
        try:
            return reading.entry()
        except Refused as refused:
            words = refused.problem.code.endswith("_is_words") or entry_guess.has_words(line)
            as_note = line.words if words else None
            return EntryProblem(line.number, line.text, refused.problem, item.no, as_note)

    def _no_such_item(self, line: Line) -> EntryProblem:
        number = int(line.item.split(".")[0])
        section = next((one for one in self.rubric.all_sections if one.no == number), None)
        items = section.items if section else sorted(self.rubric.all_items, key=lambda one: item_key(one.no))
        code = "item_unknown" if section else "section_unknown"
        found = problem(code, item=line.item, first=items[0].no, last=items[-1].no)
        whole = joined(line.text, line.more)
        as_note = whole if entry_guess.has_words(line) or _is_word(value(line.token), None) else None
        return EntryProblem(line.number, line.text, found, as_note=as_note)


@dataclass(frozen=True, slots=True)
class _ItemLine:
    """A line whose item exists."""

    line: Line
    limits: Limits

    @property
    def item(self) -> Item:
        return self.limits.item

    def entry(self) -> Entry:
        """Return what the line says; raises Refused with what would be right."""
        if not assessed(self.item, self.limits.period):
            raise Refused(problem("not_this_period", item=self.item.no))
        if self.limits.gate:
            return GateLine(self.line, self.limits, self.limits.gate).entry()
        if picked := entry_names.named(self.item, self.line):
            return self._pick(picked)
        meant = self._value()
        self._letters(meant)
        note = joined(self.line.note, self.line.more)
        self._note(meant, self.line.note or note)
        op = self._op(meant)
        return Entry(self.line.number, self.line.text, self.item.no, op, note, _target(op))

    def _pick(self, named: Named) -> Entry:
        """Return the level or tier whose printed name was typed."""
        letters = tuple(rule.letter for rule in named.rules)
        if len(letters) > 1:
            raise Refused(problem("name_ambiguous", item=self.item.no, name=named.name, letters=letters))
        rule = self.limits.rule(letters[0])
        behind = self.line.typed_behind(named.end)
        if named.glued:
            self._nearly(f"{named.name} {_cut(behind.lstrip(entry_guess.PUNCTUATION))}".strip())
        note = joined(behind, self.line.more)
        if guess := named.probable(self.item, behind or note):
            self._slipped(behind or note, guess)
        self.limits.amount(rule, named.amount)
        op = Pick(letter=rule.letter, amount=named.amount)
        return Entry(self.line.number, self.line.text, self.item.no, op, note, rule.letter)

    def _token(self) -> str:
        """Return the value as typed, without the unit behind the figure of its last letter."""
        token = self.line.token
        if (figure := _FIGURE.fullmatch(token)) and (rule := self.item.rule(figure[2])):
            units = {canonical(unit) for unit in (rule.unit, getattr(rule, "measure", None)) if unit}
            units |= {"分"} if rule.figure == "points" else set()
            return figure[1] if canonical(figure[3]) in units else token
        return token

    def _value(self) -> Value:
        token = self._token()
        if not token:
            raise self._no_value("missing")
        meant = value(token)
        word = _is_word(meant, self.item)
        known = meant is not None and token != self.line.token
        guess = None if word or known else entry_guess.guess(self.item, self.line)
        if guess is None and meant is not None and not word:
            return meant
        if guess is not None and (head := entry_guess.marks_before(token)) and meant is None:
            self._letters(head)
        if guess is not None:
            self._nearly(guess)
        if word or entry_guess.has_words(self.line):
            raise self._no_value("is_words", words=_cut(self.line.words))
        raise self._no_value("unreadable", value=_cut(token))

    def _no_value(self, what: str, **said: str) -> Refused:
        """Return the answer to a value that the item does not take; a bonus is never asked for points by hand."""
        if self.limits.bonus or self.limits.beside:
            code = f"bonus_{what}" if self.limits.bonus else f"beside_{what}"
            return Refused(problem(code, item=self.item.no, probable=example(self.item), **said))
        points, letters = show(self.limits.top), self.limits.letters
        return Refused(problem(f"value_{what}", item=self.item.no, points=points, letters=letters, **said))

    def _letters(self, meant: Value) -> None:
        for mark in meant.marks if isinstance(meant, Marks) else ():
            self.limits.rule(mark.letter)

    def _note(self, meant: Value, note: str) -> None:
        guess = entry_notes.probable(self.item, self._token(), meant, note) if note else None
        if guess is not None:
            self._slipped(note, guess)

    def _nearly(self, guess: str) -> NoReturn:
        at = {"item": self.item.no, "value": _cut(self.line.token)}
        raise Refused(problem("value_nearly", **at, probable=f"{self.item.no} {guess}"))

    def _slipped(self, note: str, guess: str) -> NoReturn:
        at = {"item": self.item.no, "note": _cut(note)}
        raise Refused(problem("note_is_value", **at, probable=f"{self.item.no} {guess}"))

    def _op(self, meant: Value) -> Op:
        if isinstance(meant, Number):
            return self._number(meant)
        if isinstance(meant, Marks):
            return self._marks(meant)
        return self._word(meant)

    def _word(self, meant: Word) -> Op:
        if meant.means == "full":
            self.limits.full()
            return Full()
        self.limits.not_applicable()
        return NotApplicable()

    def _number(self, meant: Number) -> Op:
        if self.limits.bonus and (meant.amount or meant.less):
            probable = entry_guess.bonus(self.item, meant.amount)
            raise Refused(problem("hand_on_bonus", item=self.item.no, probable=probable))
        if self.limits.beside:
            if meant.amount:
                self.limits.hand(meant.amount)
            return Zero()
        top = self.limits.top
        if meant.less and meant.amount > top:
            at = {"item": self.item.no, "value": show(meant.amount), "points": show(top)}
            raise Refused(problem("less_out_of_range", **at))
        points = top - meant.amount if meant.less else meant.amount
        if not points and self.item.start == "award":
            return Zero()
        self.limits.hand(points)
        return ByHand(points=points)

    def _marks(self, meant: Marks) -> Op:
        if twice := entry_guess.letter_twice(self.item, meant):
            letter, probable = twice
            raise Refused(problem("letter_twice", item=self.item.no, letter=letter, probable=probable))
        if meant.sign != "-":
            self.limits.one_of([mark.letter for mark in meant.marks])
        amounts: dict[str, Decimal] = {}
        counts: dict[str, int] = {}
        for mark in meant.marks:
            rule = self.limits.rule(mark.letter)
            counts[mark.letter] = 1 if mark.count is None else mark.count
            if not counts[mark.letter]:
                raise self._no_value("unreadable", value=_cut(self.line.token))
            if rule.figure == "actual" and mark.count is not None and meant.sign != "-":
                self._nearly(f"{meant.sign}{mark.letter}={mark.count}")
            self.limits.count(rule, counts[mark.letter])
            if meant.sign != "-":
                self.limits.amount(rule, mark.amount)
            elif mark.amount is not None:
                at = {"item": self.item.no, "letter": mark.letter}
                raise Refused(problem("amount_unwanted", **at, value=show(mark.amount)))
            if mark.amount is not None:
                amounts[mark.letter] = mark.amount
        if meant.sign:
            more = 1 if meant.sign == "+" else -1
            changes = {letter: more * count for letter, count in counts.items()}
            return Adjust(changes=changes, amounts=amounts)
        return Exactly(
            counts={letter: Count(n=n, amount=amounts.get(letter)) for letter, n in counts.items()}
        )


def _is_word(meant: Value | None, item: Item | None) -> bool:
    """Tell a word in Latin letters from letters with a slip in them."""
    if not isinstance(meant, Marks) or len(meant.marks) < _SHORTEST_WORD:
        return False
    unknown = sum(item is None or item.rule(mark.letter) is None for mark in meant.marks)
    return unknown >= _UNKNOWN_IN_WORD


def _target(op: Op) -> str | None:
    """Return the letter whose one occurrence the note is about."""
    if isinstance(op, Exactly) and len(op.counts) == 1:
        [(letter, count)] = op.counts.items()
        return letter if count.n == 1 else None
    if isinstance(op, Adjust) and len(op.changes) == 1:
        [(letter, change)] = op.changes.items()
        return letter if change == 1 else None
    return None


def _cut(text: str) -> str:
    """Quote no more than fits into an answer."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= _LONGEST_QUOTE else f"{first[: _LONGEST_QUOTE - 1]}…"
