"""The columns of an award rubric's sheet: points are earned for criteria that are met."""

from typing import Final

from exports.columns import Column, Layout, asked, points, points_words, score
from exports.contents import printed
from exports.records import SheetRecord
from exports.styles import BODY, MIDDLE, STRONG
from rubrics.sheet import ItemResult


def _item(result: ItemResult, _: SheetRecord) -> str:
    return f"{result.no} {result.item.title}"


def _content(result: ItemResult, record: SheetRecord) -> str:
    return printed(result.item, record.rubric, record.head.variant)


def _standard(result: ItemResult, _: SheetRecord) -> str:
    return result.item.standard


AWARD: Final = Layout(
    (
        Column("award_section", 9, STRONG),
        Column("award_item", 9, MIDDLE, words=_item),
        Column("points", 5, MIDDLE, words=points_words, number=points),
        Column("award_content", 17, BODY, words=_content),
        Column("award_standard", 28, BODY, words=_standard, role="standard"),
        Column("evidence_asked", 11, BODY, words=asked),
        Column("score", 5, STRONG, number=score, role="score"),
        Column("award_words", 16, BODY, role="told"),
    ),
    thirds=(4, 5),
)
