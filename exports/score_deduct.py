"""The columns of a deduct rubric's sheet: points are lost for what was found."""

from typing import Final

from exports.columns import Column, Layout, deducted, points, points_words, score
from exports.contents import printed
from exports.records import SheetRecord
from exports.styles import BODY, MIDDLE, STRONG
from rubrics.sheet import ItemResult


def _content(result: ItemResult, record: SheetRecord) -> str:
    return f"{result.no} {printed(result.item, record.rubric, record.head.variant)}"


def _standard(result: ItemResult, _: SheetRecord) -> str:
    return result.item.standard


DEDUCT: Final = Layout(
    (
        Column("deduct_section", 8, STRONG),
        Column("deduct_content", 27, BODY, words=_content),
        Column("points", 5, MIDDLE, words=points_words, number=points),
        Column("deduct_standard", 24, BODY, words=_standard, role="standard"),
        Column("deducted", 5, MIDDLE, number=deducted),
        Column("score", 5, STRONG, number=score, role="score"),
        Column("deduct_words", 26, BODY, role="told"),
    ),
    thirds=(3, 5),
)
