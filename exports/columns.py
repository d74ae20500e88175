"""What a column of a score table is, and the columns that both layouts have."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from exports.labels import labels
from exports.records import SheetRecord
from exports.styles import BODY, Look
from exports.workbook import PAPER_WIDTH
from rubrics.points import show
from rubrics.rules import Judged
from rubrics.sheet import ItemResult


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its label, its share of the width in percent, and what it says of an item.

    A column with `number` is added up; where an item has no number there, its words stand instead.
    """

    label: str
    share: int
    look: Look = BODY
    words: Callable[[ItemResult, SheetRecord], str] | None = None
    number: Callable[[ItemResult], Decimal | None] | None = None
    role: Literal["", "standard", "score", "own", "result", "told"] = ""
    title: str = ""
    """What stands above it where that is somebody's name and no label."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns from left to right; the first is the section's, the second names the subtotals.

    `thirds` are the last columns of the first and the second third of what is right of the first column.
    """

    columns: tuple[Column, ...]
    thirds: tuple[int, int]

    def at(self, role: str) -> int:
        """The number of the column with this role, from 1."""
        return next(number for number, column in enumerate(self.columns, 1) if column.role == role)

    @property
    def widths(self) -> list[float]:
        """The columns' widths on paper."""
        whole = sum(column.share for column in self.columns)
        return [PAPER_WIDTH * column.share / whole for column in self.columns]


def _beside(result: ItemResult) -> bool:
    """Whether the item stands beside the total: it is out of nothing."""
    return result.item.role in {"bonus", "penalty"}


def points(result: ItemResult) -> Decimal | None:
    """What the item is out of."""
    return None if _beside(result) else result.points


def points_words(result: ItemResult, record: SheetRecord) -> str:
    """What an item beside the total gives or takes for each result."""
    if not _beside(result):
        return ""
    say = labels(record.rubric.language)
    rule = result.item.rules[0]
    if isinstance(rule, Judged):
        return say("bonus_range", low=show(rule.low), high=show(rule.high))
    if rule.wants_amount:
        return say("bonus_free")
    key = "bonus_each" if rule.side == "bonus" else "penalty_each"
    return say(key, points=show(rule.points), unit=rule.unit or say("occurrence_unit"))


def score(result: ItemResult) -> Decimal | None:
    """The score; an item that was not looked at has none, which is not 0."""
    return result.score


def deducted(result: ItemResult) -> Decimal | None:
    """What was lost; nothing stands where nothing was looked at."""
    return None if result.score is None or _beside(result) else result.deducted


def asked(result: ItemResult, _: SheetRecord) -> str:
    """The evidence asked for, in the words of the source where it has a column for it."""
    return result.item.evidence_quote or "；".join(result.item.evidence)
