"""What a self-assessment (自查) puts on paper: a column beside the score of an official sheet that has one beside it.

A sheet without one has exactly the columns of its layout.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final, Literal

from exports.columns import Column, Layout
from exports.labels import labels
from exports.records import OwnCheck, SheetRecord
from exports.styles import MIDDLE
from rubrics.sheet import ItemResult

_SHARE: Final = 5


def with_own(layout: Layout, record: SheetRecord, after: Literal["score", "result"] = "score") -> Layout:
    """The layout with the studio's own figures behind the column of this role, if it handed any in."""
    own = record.own_check
    if own is None:
        return layout
    at = layout.at(after)
    column = Column("self_check", _SHARE, MIDDLE, words=_words, number=_number(own), role="own")
    return replace(layout, columns=(*layout.columns[:at], column, *layout.columns[at:]))


def _number(own: OwnCheck) -> Callable[[ItemResult], Decimal | None]:
    return lambda result: own.scores.get(result.no)


def _words(result: ItemResult, record: SheetRecord) -> str:
    """What stands where the studio gave itself no points."""
    own = record.own_check
    if own is None or result.no not in own.scores:
        return ""
    return labels(record.rubric.language)("na")
