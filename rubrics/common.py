"""Rulings 口径 that every campaign has beside those of its scheme: panels, ties, days; and the way to read any of them.

What stands in `common.yaml` is suggested, not read from a source. A scheme that brings a ruling of the same id wins.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from rubrics import answers, files
from rubrics.model import Rubric, Ruling
from rubrics.points import show

PANEL: Final = "panel"
"""How several assessors score: joint, mean, drop or head."""
PANEL_TOLERANCE: Final = "panel-tolerance"
"""Points by which ballots may differ on an item."""
TIES: Final = "ties"
"""How equal totals are ranked: skipped (1, 2, 2, 4) or dense (1, 2, 2, 3)."""
REVIEW_DAYS: Final = "review-days"
APPEAL_DAYS: Final = "appeal-days"
RECTIFICATION_DAYS: Final = "rectification-days"

ON_SHEETS: Final = (PANEL, PANEL_TOLERANCE, APPEAL_DAYS, RECTIFICATION_DAYS)
"""What a score sheet says of them once it is decided; ties and reviews are no matter of one sheet."""
_FILE: Final = Path(__file__).with_name("common.yaml")


@dataclass(frozen=True, slots=True)
class Standing:
    """A ruling with the answer that holds."""

    ruling: Ruling
    answer: str
    """Id of an option or a number in digits; empty where nothing is decided, shipped or suggested."""
    decided: bool
    """Somebody of the unit has said so; otherwise it holds as shipped or suggested."""

    def said(self, *, english: bool = False) -> str:
        """The answer in words."""
        return self.ruling.said(self.answer, english=english) or ""


@cache
def common_rulings() -> tuple[Ruling, ...]:
    """The common rulings, in the order in which they are asked."""
    listed = files.listing(_FILE.read_text("utf-8"))
    return tuple(Ruling.model_validate(one) for one in listed)


def asked(rubric: Rubric) -> tuple[Ruling, ...]:
    """Every ruling of a campaign: the scheme's own, then the common ones that it does not bring itself."""
    own = {ruling.id for ruling in rubric.rulings}
    return (*rubric.rulings, *(ruling for ruling in common_rulings() if ruling.id not in own))


def ruling_of(rubric: Rubric | None, ruling_id: str) -> Ruling | None:
    """A scheme's own ruling, else the common one of this id, else none."""
    own = rubric.ruling(ruling_id) if rubric else None
    return own or next((ruling for ruling in common_rulings() if ruling.id == ruling_id), None)


def stands(
    rulings: Mapping[str, str], ruling_id: str, *, rubric: Rubric | None = None, assumed: Collection[str] = ()
) -> Standing:
    """How a ruling stands in a campaign: as decided, else as shipped, else as suggested; KeyError without it."""
    ruling = ruling_of(rubric, ruling_id)
    if ruling is None:
        raise KeyError(ruling_id)
    answer = rulings.get(ruling_id)
    if answer is not None and ruling.settled(answer):
        return Standing(ruling, answer, ruling_id not in assumed)
    suggested = show(ruling.value.suggested) if ruling.value else ""
    return Standing(ruling, ruling.shipped or suggested, decided=False)


def common(rulings: Mapping[str, str], ruling_id: str, rubric: Rubric | None = None) -> str:
    """The answer that holds in a campaign with these rulings: the id of an option, or a number in digits."""
    return stands(rulings, ruling_id, rubric=rubric).answer


def days(
    rulings: Mapping[str, str], ruling_id: str, *, rubric: Rubric | None = None, assumed: Collection[str] = ()
) -> tuple[int, bool]:
    """How many days a campaign gives, and whether that is suggested: nobody has decided it."""
    found = stands(rulings, ruling_id, rubric=rubric, assumed=assumed)
    return int(found.answer), not found.decided


def decide(rubric: Rubric, before: Mapping[str, str], ruling_id: str, answer: str) -> dict[str, str]:
    """The answers of a campaign with this one; refuses an unknown ruling or option, and what the others rule out."""
    ruling = ruling_of(rubric, ruling_id)
    if ruling is None or rubric.ruling(ruling_id) is not None:
        return answers.answered(rubric, before, ruling_id, answer)
    return {**before, ruling_id: answers.answer_of(ruling, answer)}


def on_sheet(rubric: Rubric, rulings: Mapping[str, str]) -> tuple[Standing, ...]:
    """The common rulings that a sheet of this campaign prints: those that were decided and bear on one sheet."""
    found = (stands(rulings, one, rubric=rubric) for one in ON_SHEETS if rubric.ruling(one) is None)
    alone = common(rulings, PANEL, rubric) != "joint"
    return tuple(each for each in found if each.decided and (alone or each.ruling.id != PANEL_TOLERANCE))


_SCORED: Final = frozenset({"rubric", "section", "item", "part", "rule", "bonus_group", "sheet", "variant"})
"""Kinds of places that a sheet is scored with; others wait for the outcomes."""


def needed(rubric: Rubric, rulings: Mapping[str, str]) -> tuple[Ruling, ...]:
    """The rulings that nobody has decided, that have no shipped answer, and that a sheet cannot be scored without."""
    return tuple(
        ruling
        for ruling in rubric.rulings
        if not ruling.settled(rulings.get(ruling.id, ruling.shipped))
        and any(
            kind in _SCORED
            for _, changes in ruling.answers()
            for change in changes
            for kind, _ in change.places
        )
    )
