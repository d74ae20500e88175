"""The table of a summary: studios by rank, then those without a rank and why, with sums as live formulas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from openpyxl.utils import get_column_letter

from exports.labels import Say
from exports.styles import FINE, HEADER, MIDDLE, MUTED, PLAIN, SMALL, STRONG, TITLE, Look
from exports.summary_figures import area, beside, cut, mean, missing_parts, of_sheets, ordered, plain, rounded
from exports.summary_records import Line, SummaryRecord
from exports.workbook import PAPER_WIDTH, Footer, Page, Span
from rubrics.points import show

_WARNED: Final = Look(across="center", ink="FFC00000")
_SAID: Final = Look(ink="FFC00000")
_NAME: Final = Look(size=9)
_WORDS: Final = Look(size=9, across="center")
_MEAN: Final = Look(bold=True, across="center", number_format="0.00")
Role = Literal[
    "rank", "studio", "unit", "leader", "section", "part", "beside", "total", "deducted", "bonus",
    "verdict", "confirmed", "signed",
]  # fmt: skip
_WIDTHS: Final[Mapping[Role, float]] = {
    "rank": 5.5, "leader": 8, "section": 8, "part": 7.5, "beside": 6, "total": 8, "deducted": 7.5, "bonus": 7.5,
    "verdict": 18, "confirmed": 8, "signed": 11,
}  # fmt: skip
"""Of the columns whose words are short; names share what is left of the paper, most of it the studio's."""
_LEAST: Final = 42.0
_FIGURES: Final = frozenset({"section", "part", "beside", "total", "deducted", "bonus"})
_LEADING: Final = 4
"""Columns before the first figure: rank, studio, unit, leader."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `key` is the section or part that it is about."""

    role: Role
    label: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the table stands: its rows with a rank, all its rows with figures, and its columns."""

    first: int
    ranked: int
    last: int
    columns: tuple[Column, ...]

    def at(self, role: Role) -> int:
        """The number of the first column with this role, from 1."""
        return next(number for number, one in enumerate(self.columns, 1) if one.role == role)


class SummaryTable:
    """Draws the table on a page."""

    def __init__(self, page: Page, record: SummaryRecord, say: Say) -> None:
        self.page, self.record, self.say = page, record, say
        self.columns = tuple(_columns(record, say))
        self._ranked, self._others = ordered(record)

    def draw(self, footer: Footer) -> Placed:
        """Draw all of it."""
        page, last = self.page, len(self.columns)
        page.columns(_widths(self.columns))
        header = head(page, self.record, self.say, self.say("sum_title", period=self.record.period), last)
        row = page.block(
            header, [Span(at, at, one.label, HEADER) for at, one in enumerate(self.columns, 1)], 28
        )
        first = row
        for rank, line in self._ranked:
            row = self._line(row, line, Decimal(rank))
        ranked = row - 1
        if self._others:
            row = page.block(row, [Span(1, last, self.say("sum_unranked"), STRONG)], 22)
            page.keep(row - 1, row)
            for line in self._others:
                row = self._line(row, line, None)
        placed = Placed(first, ranked, row - 1, self.columns)
        row = self._sums(row, placed)
        row = self._absent(row)
        self._foot(row)
        page.freeze(header + 1)
        page.print_setup(header, footer)
        return placed

    # --- studios

    def _line(self, row: int, line: Line, rank: Decimal | None) -> int:
        after = self.page.block(
            row, [self._span(at, one, line, rank) for at, one in enumerate(self.columns, 1)]
        )
        at = next(number for number, one in enumerate(self.columns, 1) if one.role == "total")
        formula = self._total(row, line)
        if line.exact is None or line.shown is None:
            self.page.blank(row, at, STRONG)
        elif formula is None:
            self.page.number(row, at, line.shown, STRONG)
        else:
            self.page.formula(row, at, formula, line.shown, STRONG)
        return after

    def _total(self, row: int, line: Line) -> str | None:
        """The formula of a studio's figure, where it follows from the cells before it."""
        if line.exact is None or line.shown is None:
            return None
        roles = {"part"} if self.record.averaged else {"section", "beside"}
        cells = [at for at, one in enumerate(self.columns, 1) if one.role in roles]
        if not cells:
            return None
        where = f"{get_column_letter(cells[0])}{row}:{get_column_letter(cells[-1])}{row}"
        if not self.record.averaged:
            return f"SUM({where})"
        if mean([Fraction(sheet.total) for sheet in line.sheets]) != line.exact:
            return None  # decided by a coordinator
        return cut(f"AVERAGE({where})", line.exact, line.shown)

    def _span(self, at: int, column: Column, line: Line, rank: Decimal | None) -> Span:
        content, look = self._content(column, line, rank)
        return Span(at, at, content, look)

    def _content(self, column: Column, line: Line, rank: Decimal | None) -> tuple[str | Decimal | None, Look]:
        """What a cell says; the figure of a studio is written as a formula afterwards."""
        if column.role == "rank":
            return (self.say("sum_no_rank"), MUTED) if rank is None else (rank, STRONG)
        if column.role in {"verdict", "part"}:
            return self._verdict(line) if column.role == "verdict" else self._part(line, column.key)
        if column.role in _FIGURES:
            return _number(column, line), MIDDLE
        words = {
            "studio": line.studio,
            "unit": line.unit,
            "leader": line.leader,
            "confirmed": self._confirmed(line),
            "signed": max((sheet.signed for sheet in line.sheets), default=""),
        }
        return words[column.role], _NAME if column.role in {"studio", "unit"} else _WORDS

    def _part(self, line: Line, part: str) -> tuple[str | Decimal, Look]:
        found = line.sheet(part)
        return (found.total, MIDDLE) if found else (self.say("sum_missing"), _WARNED)

    def _verdict(self, line: Line) -> tuple[str, Look]:
        if line.missing and line.exact is None:
            short = self.say("comma").join(part.short for part in missing_parts(self.record, line))
            return self.say("sum_lacks", parts=short), _WARNED
        if not line.verdict:
            return (self.say("sum_open"), _WARNED) if self.record.judged else ("", MIDDLE)
        return self.say("sum_verdict", words=line.verdict, state=self.say(f"judged_{line.state}")), _WORDS

    def _confirmed(self, line: Line) -> str:
        done = sum(sheet.confirmed for sheet in line.sheets)
        marks = [self.say("sum_appealed")] if any(sheet.appealed for sheet in line.sheets) else []
        if self.record.averaged:
            said = self.say("sum_confirmed_of", count=done, whole=len(self.record.parts))
        else:
            said = self.say("sum_confirmed_yes" if done else "sum_confirmed_no")
        return "\n".join((said, *marks))

    # --- below

    def _sums(self, row: int, placed: Placed) -> int:
        if placed.last < placed.first:
            return self.page.block(row, [Span(1, len(self.columns), self.say("sum_nobody"), MIDDLE)], 24)
        begin = row
        for function in ("AVERAGE", "MAX", "MIN"):
            label = Span(1, _LEADING, self.say(f"sum_{function.lower()}"), STRONG)
            others = [Span(at, at, None, STRONG) for at in range(_LEADING + 1, len(self.columns) + 1)]
            after = self.page.block(row, [label, *others], 22)
            for at, column in enumerate(self.columns, 1):
                if column.role in _FIGURES:
                    self._sum(row, at, column, placed, function)
            row = after
        self.page.keep(begin - 1, row - 1)
        return row

    def _sum(self, row: int, at: int, column: Column, placed: Placed, function: str) -> None:
        figures = [
            figure for _, line in (*self._ranked, *((0, one) for one in self._others))
            if (figure := self._figure(column, line)) is not None
        ]  # fmt: skip
        if not figures:
            return
        where = area(at, placed.first, placed.last)
        if function != "AVERAGE":
            value = (max if function == "MAX" else min)(figures)
            self.page.formula(row, at, f"{function}({where})", plain(value), STRONG)
            return
        exact = mean(figures)
        self.page.formula(row, at, f"ROUND(AVERAGE({where}),2)", rounded(exact, 2), _MEAN)

    def _figure(self, column: Column, line: Line) -> Fraction | None:
        """What a cell holds, as the sums see it: means as they are shown."""
        if column.role == "total":
            return None if line.exact is None or line.shown is None else Fraction(line.shown)
        content, _ = self._content(column, line, None)
        return Fraction(content) if isinstance(content, Decimal) else None

    def _absent(self, row: int) -> int:
        """Name every studio whose sheets are missing, with what is missing and why."""
        if not self.record.absent:
            return row
        page, last, begin = self.page, len(self.columns), row
        row = page.block(row, [Span(1, last, self.say("sum_absent"), STRONG)], 22)
        found: dict[tuple[str, str, str], dict[str, list[str]]] = {}
        for one in self.record.absent:
            found.setdefault((one.unit, one.studio, one.leader), {}).setdefault(one.why, []).append(
                one.period
            )
        for (unit, studio, leader), reasons in sorted(found.items()):
            why = [self._reason(each, periods) for each, periods in reasons.items()]
            row = page.block(
                row,
                [
                    Span(1, 1, self.say("sum_no_rank"), MUTED),
                    Span(2, 2, studio, _NAME),
                    Span(3, 3, unit, _NAME),
                    Span(4, 4, leader, _WORDS),
                    Span(5, last, self.say("semicolon").join(why), _SAID),
                ],
            )
        page.keep(begin, begin + 1)
        return row

    def _reason(self, why: str, periods: Sequence[str]) -> str:
        if not self.record.averaged:
            return why
        return self.say("sum_why", period=self.say("comma").join(periods), why=why)

    def _foot(self, row: int) -> None:
        page, last, say, begin = self.page, len(self.columns), self.say, row
        for note in self._notes():
            row = page.block(row, [Span(1, last, note, FINE._replace(boxed=False))], 14)
        row = page.block(row, [Span(1, last, "", PLAIN)], 12)
        third = max(2, last // 3)
        spans = (
            Span(1, third, say("sum_made_by"), PLAIN),
            Span(third + 1, 2 * third, say("sum_checked_by"), PLAIN),
            Span(2 * third + 1, last, say("sign_date"), PLAIN),
        )
        page.block(row, spans, 26)
        page.keep(begin - 1, row)  # who signs has something above to sign

    def _notes(self) -> Iterator[str]:
        say, record = self.say, self.record
        yield say(f"sum_ties_{record.ties}") + ("" if record.ruled else say("sum_suggested"))
        if record.averaged:
            yield say("sum_exact")
        if record.averaged and any(line.exact is not None for line in record.lines) and not record.judged:
            yield say("sum_reference")
        if any(column.role == "beside" for column in self.columns):
            yield say("sum_beside_note")
        yield from record.notes


def head(page: Page, record: SummaryRecord, say: Say, title: str, last: int) -> int:
    """Source, title and fields over all columns; gives the next free row."""
    basis = f"{say('ledger_basis')} {record.rubric.title} {record.rubric.document}"
    row = page.block(1, [Span(1, last, basis, SMALL)], 14)
    row = page.block(row, [Span(1, last, title, TITLE)], 32)
    whole = len(record.lines) + len({(one.unit, one.studio) for one in record.absent} - _there(record.lines))
    full = sum(not line.missing for line in record.lines)
    fields = (
        (say("sum_scope"), record.scope or say("sum_all")),
        (say("sum_counted"), say("sum_of", count=full, whole=whole)),
        (say("ledger_drawn_on"), f"{record.drawn_on:%Y-%m-%d}"),
    )
    line = say("gap").join(say("field", label=label, value=value) for label, value in fields)
    return page.block(row, [Span(1, last, line, PLAIN)], 22)


def _there(lines: Sequence[Line]) -> set[tuple[str, str]]:
    return {(line.unit, line.studio) for line in lines}


def _number(column: Column, line: Line) -> Decimal | None:
    match column.role:
        case "section":
            return line.sheets[0].sections.get(column.key)
        case "beside":
            return beside(line)
        case "deducted" | "bonus":
            return of_sheets(line, column.role)
    return None


def _columns(record: SummaryRecord, say: Say) -> Iterator[Column]:
    english = not record.rubric.language.startswith("zh")
    leader = (record.rubric.leader_en if english else None) or record.rubric.leader
    yield Column("rank", say("sum_rank"))
    yield Column("studio", say("studio"))
    yield Column("unit", say("sum_unit"))
    yield Column("leader", leader)
    if record.averaged:
        for part in record.parts:
            yield Column("part", part.short, part.id)
        yield Column("total", say("sum_mean"))
    else:
        for section in record.sections:
            title = section.short or (section.title_en if english else None) or section.title
            yield Column(
                "section", say("sum_section_of", title=title, points=show(section.points)), str(section.no)
            )
        if any(beside(line) for line in record.lines):
            yield Column("beside", say("sum_beside"))
        yield Column("total", say("sum_total"))
    yield Column("deducted", say("sum_deducted_all" if record.averaged else "deducted"))
    yield Column("bonus", say("sum_bonus_all" if record.averaged else "sum_bonus"))
    if record.judged or any(line.verdict for line in record.lines):
        yield Column("verdict", say("conclusion"))
    yield Column("confirmed", say("sum_confirmed"))
    yield Column("signed", say("sum_signed"))


def _widths(columns: Sequence[Column]) -> list[float]:
    """The widths; a table with many sections is wider than the paper, and drawn smaller."""
    rest = max(_LEAST, PAPER_WIDTH - sum(_WIDTHS.get(each.role, 0) for each in columns))
    names = {"studio": rest * 0.62, "unit": rest * 0.38}
    return [names.get(each.role) or _WIDTHS[each.role] for each in columns]
