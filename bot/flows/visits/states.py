"""Where a chat stands with visits to come."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities.frozen import Frozen

VISITS: Final = "vl"
WHERE: Final = "vw"
PLAN: Final = "vp"
MATERIALS: Final = "vm"
"""Codes of the screens: the first part of their buttons' data."""
VISITS_SCREEN: Final = "visits"
WHERE_SCREEN: Final = "visit_where"
PLAN_SCREEN: Final = "visit_plan"
MATERIALS_SCREEN: Final = "materials"
"""Names of the screens, stored in sessions."""


class VisitsState(Frozen):
    """The list of visits to come."""


class PlanState(Frozen):
    """What was said of a visit so far; with `moves` another day is set for one that stands."""

    visit: str
    assessment: str = ""
    studio: str = ""
    rubric: str = ""
    variant: str = ""
    form: str = ""
    period: str = ""
    who: tuple[str, ...] = ()
    """Person ids, the head first."""
    day: str = ""
    note: str = ""
    moves: bool = False
    step: Literal["who", "day", "note", "check"] = "who"

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.visit


class MaterialsState(Frozen):
    """An open visit, the item and which of the things that it asks for."""

    assessment: str
    item: str = ""
    which: int = 0
    """1, 2, 3 … in the order of the rubric; 0 while it is to be chosen."""
    material: str = ""
    """The id that the next material gets."""

    @property
    def place(self) -> tuple[str, str, int]:
        """What makes two states the same place."""
        return self.assessment, self.item, self.which
