"""The conditions of a scheme as a form: what is demanded, what was found, whether it is met; and the vetoes.

Where nothing is scored this is the sheet itself, otherwise it stands behind the score table.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from exports.columns import Column, Layout
from exports.contents import printed
from exports.item_words import ItemWords
from exports.labels import Say
from exports.own_check import with_own
from exports.records import SheetRecord
from exports.styles import BODY, HEADER, MIDDLE, STRONG, WARNING
from exports.workbook import Page, Span
from rubrics.beside import GateResult
from rubrics.model import Item
from rubrics.points import show

GATES: Final = Layout(
    (
        Column("gate_group", 10, STRONG),
        Column("gate_item", 13, MIDDLE),
        Column("gate_words", 33, BODY),
        Column("gate_strength", 11, MIDDLE),
        Column("gate_found", 8, MIDDLE),
        Column("gate_result", 9, STRONG, role="result"),
        Column("gate_notes", 16, BODY),
    ),
    thirds=(3, 5),
)
_LEAST: Final = 26.0


def wanted(record: SheetRecord) -> bool:
    """Whether a sheet has conditions to print: all of them where nothing is scored, else once one was looked at."""
    sheet = record.sheet
    if not sheet.items:
        return True
    return any(gate.state != "untouched" for gate in sheet.gates) or bool(sheet.vetoes)


def layout(record: SheetRecord) -> Layout:
    """The columns of a sheet's conditions, with the studio's own view of them where it said it."""
    said = record.own_check is not None and bool(record.own_check.gates)
    return with_own(GATES, record, "result") if said else GATES


class GatesPage:
    """Draws on a page from a row on; `row` is always the next free one."""

    def __init__(self, page: Page, layout: Layout, record: SheetRecord, say: Say, row: int) -> None:
        self.page, self.layout, self.record, self.say, self.row = page, layout, record, say, row
        self._words = ItemWords(record, say)
        self._last = len(layout.columns)

    def draw(self) -> None:
        """Draw all of it."""
        for number, column in enumerate(self.layout.columns, 1):
            self.page.put(self.row, number, self.say(column.label), HEADER)
        self.page.height(self.row, 24)
        self.row += 1
        for title, gates in self._groups():
            self._group(title, [self._gate(gate) for gate in gates])
        vetoes = [self._veto(item) for item in self.record.rubric.veto_items]
        if vetoes:
            self._group(self.say("veto_group"), vetoes)
        if self.record.sheet.gates:
            self._conclusion()

    def _groups(self) -> Iterator[tuple[str, list[GateResult]]]:
        for section in self.record.rubric.gates:
            numbers = {item.no for item in section.items}
            if gates := [gate for gate in self.record.sheet.gates if gate.no in numbers]:
                yield section.title, gates

    def _group(self, title: str, rows: Iterable[tuple[str, ...]]) -> None:
        first = self.row
        for words in rows:
            spans = [
                Span(number, number, text, column.look)
                for (number, column), text in zip(enumerate(self.layout.columns[1:], 2), words, strict=True)
            ]
            self.row = self.page.block(self.row, spans, _LEAST)
        self.page.down(first, self.row - 1, 1, title, STRONG)

    def _named(self, item: Item) -> tuple[str, str]:
        words = printed(item, self.record.rubric, self.record.head.variant) or item.rules[0].text
        return f"{item.no} {item.title}", words

    def _gate(self, gate: GateResult) -> tuple[str, ...]:
        unit = gate.unit or ""
        demand = [self.say(f"strength_{gate.strength}")]
        if gate.minimum is not None:
            demand.append(self.say("gate_least", least=show(gate.minimum), unit=unit))
        if gate.maximum is not None:
            demand.append(self.say("gate_most", most=show(gate.maximum), unit=unit))
        found = "" if gate.measured is None else f"{show(gate.measured)}{unit}"
        result = self.say("gate_soft_unmet" if gate.needs_reason else f"gate_{gate.state}")
        own = self._own(gate.no)
        return (*self._named(gate.item), "\n".join(demand), found, result, *own, self._words.noted(gate.no))

    def _veto(self, item: Item) -> tuple[str, ...]:
        found = any(veto.no == item.no for veto in self.record.sheet.vetoes)
        result = self.say("veto_found" if found else "veto_none")
        own = ("",) if self._owned else ()
        return (*self._named(item), self.say("veto_group"), "", result, *own, self._words.noted(item.no))

    @property
    def _owned(self) -> bool:
        return any(column.role == "own" for column in self.layout.columns)

    def _own(self, no: str) -> tuple[str, ...]:
        """How the studio itself saw a condition, where there is a column for that."""
        own = self.record.own_check
        if own is None or not self._owned:
            return ()
        state = own.gates.get(no)
        return (self.say(f"gate_{state}") if state else "",)

    def _conclusion(self) -> None:
        sheet = self.record.sheet
        states = [gate.state for gate in sheet.gates]
        counts = self.say(
            "gates_sum",
            met=states.count("met"),
            count=len(states) - states.count("na"),
            unmet=states.count("unmet"),
            open=states.count("untouched"),
        )
        blocked = [f"{gate.no} {gate.item.title}" for gate in sheet.gates if gate.blocks]
        blocked += [f"{veto.no} {veto.label}" for veto in sheet.vetoes]
        if blocked:
            verdict = self.say("gates_failed", reasons=self.say("comma").join(blocked))
        else:
            verdict = self.say("gates_open" if sheet.passed is None else "gates_passed")
        look = WARNING if blocked else STRONG
        spans = [Span(1, 3, counts, STRONG), Span(4, self._last, verdict, look)]
        self.row = self.page.block(self.row, spans, _LEAST)
