"""The same data for people who compute: one row an item, a rule or a condition, nothing merged, every row complete."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from openpyxl.utils import get_column_letter

from exports import gates_page
from exports.item_words import ItemWords
from exports.labels import Say
from exports.records import SheetRecord
from exports.styles import HEADER, Look
from exports.workbook import Book, Footer
from rubrics.beside import GateResult
from rubrics.model import Section
from rubrics.sheet import ItemResult, RuleResult

Value = str | Decimal | int | None

_MEMBER: Final = 10
_CELL: Final = Look(wrap=False)
_COMMON: Final = (
    ("flat_studio", 22),
    ("flat_unit", 20),
    ("flat_period", 10),
    ("flat_rubric", 16),
    ("flat_version", 6),
    ("flat_section_no", 6),
    ("flat_section", 14),
    ("flat_no", 8),
    ("flat_title", 18),
)
_ITEM: Final = (
    ("flat_points", 8),
    ("flat_state", 8),
    ("flat_score", 8),
    ("flat_deducted", 8),
    ("flat_in_total", 10),
    ("flat_by_hand", 10),
    ("flat_counted", 10),
    ("flat_explanation", 50),
    ("flat_notes", 8),
    ("flat_evidence", 8),
)
_RULE: Final = (
    ("flat_letter", 6),
    ("flat_rule", 50),
    ("flat_each", 10),
    ("flat_unit_word", 8),
    ("flat_count", 8),
    ("flat_amount", 10),
    ("flat_counted", 10),
)
_GATE: Final = (
    ("gate_strength", 12),
    ("flat_minimum", 10),
    ("flat_maximum", 10),
    ("flat_measured", 10),
    ("flat_unit_word", 8),
    ("gate_result", 10),
    ("flat_notes", 8),
    ("flat_evidence", 8),
)


class FlatSheets:
    """The flat sheets of one record."""

    def __init__(self, book: Book, record: SheetRecord, say: Say, footer: Footer) -> None:
        self._book, self._record, self._say, self._footer = book, record, say, footer
        self._words = ItemWords(record, say)
        self._notes = Counter(note.item for note in record.notes)
        self._evidence = Counter({line.item: 0 for line in record.evidence})
        self._evidence.update(item for item, _ in {(line.item, line.no) for line in record.evidence})

    def draw(self) -> None:
        """Add them; conditions have one only where there are any."""
        own: tuple[tuple[str, int], ...] = (("self_check", 8),) if self._record.own_check else ()
        members = [member.name for member in self._record.panel.members] if self._record.panel else []
        self._sheet("tab_items", (*_ITEM, *own), self._item_rows(), members)
        self._sheet("tab_rules", _RULE, self._rule_rows())
        if self._record.sheet.gates and gates_page.wanted(self._record):
            self._sheet("tab_gate_rows", (*_GATE, *own), self._gate_rows())

    def _sheet(
        self,
        tab: str,
        columns: Sequence[tuple[str, int]],
        rows: Iterable[Sequence[Value]],
        members: Sequence[str] = (),
    ) -> None:
        """One sheet; `members` are those of a panel, who have a column each behind the others."""
        page = self._book.page(self._say(tab))
        every = [(self._say(label), width) for label, width in (*_COMMON, *columns)]
        every += [(name, _MEMBER) for name in members]
        page.columns(width for _, width in every)
        for column, (label, _) in enumerate(every, 1):
            page.put(1, column, label, HEADER)
        page.height(1, 32)
        row = 1
        for row, values in enumerate(rows, 2):
            for column, value in enumerate(values, 1):
                if isinstance(value, str):
                    page.put(row, column, value, _CELL)
                elif value is not None:
                    page.number(row, column, value, _CELL)
        page.freeze(2)
        page.filter(f"A1:{get_column_letter(len(every))}{row}")
        page.print_setup(1, self._footer)

    def _rows(self) -> Iterator[tuple[Section, ItemResult]]:
        rubric, sheet = self._record.rubric, self._record.sheet
        for result in (*sheet.items, *sheet.bonus_items, *sheet.penalty_items, *sheet.veto_items):
            section = rubric.section_of(result.no)
            if section is not None:
                yield section, result

    def _common(self, section: Section, result: ItemResult | GateResult) -> tuple[Value, ...]:
        head, rubric = self._record.head, self._record.rubric
        period = str(self._record.sheet.period or head.period)
        studio = (head.studio, head.unit, period, rubric.id, rubric.version)
        return (*studio, section.no, section.title, result.no, result.item.title)

    def _item_rows(self) -> Iterator[Sequence[Value]]:
        yes: Callable[[bool], str] = lambda true: self._say("yes" if true else "no_word")  # noqa: E731
        inside = {result.no for result in self._record.sheet.items}
        for section, result in self._rows():
            yield (
                *self._common(section, result),
                result.points,
                self._say(f"state_{result.state}"),
                result.score,
                None if result.score is None else result.deducted,
                yes(result.no in inside),
                yes(result.by_hand),
                yes(result.counted),
                self._words.explained(result),
                self._notes[result.no],
                self._evidence[result.no],
                *self._own_score(result.no),
                *self._of_members(result.no),
            )

    def _of_members(self, no: str) -> Iterator[Value]:
        """What each member of a panel gave."""
        for member in self._record.panel.members if self._record.panel else ():
            row = member.sheet.item(no)
            yield row.score if row else None

    def _own_score(self, no: str) -> tuple[Value, ...]:
        own = self._record.own_check
        return (own.scores.get(no),) if own else ()

    def _own_state(self, no: str) -> tuple[Value, ...]:
        own = self._record.own_check
        state = own.gates.get(no) if own else None
        return ((self._say(f"gate_{state}") if state else None),) if own else ()

    def _gate_rows(self) -> Iterator[Sequence[Value]]:
        for gate in self._record.sheet.gates:
            section = self._record.rubric.section_of(gate.no)
            if section is not None:
                yield (
                    *self._common(section, gate),
                    self._say(f"strength_{gate.strength}"),
                    gate.minimum,
                    gate.maximum,
                    gate.measured,
                    gate.unit,
                    self._say(f"gate_{gate.state}"),
                    self._notes[gate.no],
                    self._evidence[gate.no],
                    *self._own_state(gate.no),
                )

    def _rule_rows(self) -> Iterator[Sequence[Value]]:
        for section, result in self._rows():
            for rule in result.rules:
                yield (*self._common(section, result), *self._rule(rule))

    def _rule(self, result: RuleResult) -> tuple[Value, ...]:
        rule = result.rule
        return (
            rule.letter,
            rule.text,
            rule.points,
            rule.unit,
            result.count,
            result.amount,
            self._say("yes" if result.counts else "no_word"),
        )
