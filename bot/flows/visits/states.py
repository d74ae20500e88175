"""Where a chat stands with visits to come."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities.frozen import Frozen

VISITS: Final = "vl"
WHERE: Final = "vw"
PLAN: Final = "vp"
MATERIALS: Final = "vm"
ONE: Final = "vo"
MANY: Final = "vn"
PROGRESS: Final = "vg"
LIST: Final = "vx"
LISTED: Final = "vu"
"""Codes of the screens: the first part of their buttons' data."""
VISITS_SCREEN: Final = "visits"
WHERE_SCREEN: Final = "visit_where"
PLAN_SCREEN: Final = "visit_plan"
MATERIALS_SCREEN: Final = "materials"
ONE_SCREEN: Final = "visit"
MANY_SCREEN: Final = "visits_many"
PROGRESS_SCREEN: Final = "visits_progress"
LIST_SCREEN: Final = "visits_list"
LISTED_SCREEN: Final = "visits_listed"
"""Names of the screens, stored in sessions."""


class VisitsState(Frozen):
    """The list of visits to come."""

    page: int = 0
    late: bool = False
    """Only those whose day is over."""


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


class OneState(Frozen):
    """One visit, and what is about to be done to it."""

    visit: str
    step: Literal["", "who", "cancel", "sure"] = ""
    who: tuple[str, ...] = ()
    """Person ids as they are being chosen, the head first."""
    reason: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.visit


ManyStep = Literal["rubric", "form", "period", "which", "unit", "tick", "how", "who", "day", "note", "check"]


class ManyState(Frozen):
    """What was said of many visits so far."""

    batch: str
    """Tells one such plan from the next."""
    rubric: str = ""
    form: str = ""
    period: str = ""
    units: tuple[str, ...] = ()
    """All of whose studios are meant."""
    studios: tuple[str, ...] = ()
    """Ids of those that were ticked; with neither units nor studios all are meant."""
    how: Literal["", "group", "even"] = ""
    """One group for all, or shared out evenly."""
    who: tuple[str, ...] = ()
    """Person ids; of a group the head first."""
    first: str = ""
    last: str = ""
    """ISO days."""
    note: str = ""
    step: ManyStep = "rubric"
    page: int = 0
    find: str = ""
    """Words by which the studios to tick were looked for."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.batch


class ProgressState(Frozen):
    """How far a rubric's period has come."""

    rubric: str = ""
    period: str = ""
    show: Literal["", "missing", "late", "people", "outside"] = ""
    chosen: tuple[str, ...] = ()
    """Ids of studios that were just chosen and could not be planned: they are missing, not left out."""
    page: int = 0

    @property
    def place(self) -> tuple[str, str]:
        """What makes two states the same place."""
        return self.rubric, self.period


class ListState(Frozen):
    """A list of visits in a workbook is to be sent."""
