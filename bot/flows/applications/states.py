"""Where a chat stands with applications: the rounds, one round, one application, a step that is being taken."""

from __future__ import annotations

from typing import Final, Literal, get_args

from pydantic import Field

from bot.entities.frozen import Frozen

LIST: Final = "ql"
ROUND: Final = "qr"
ONE: Final = "qa"
STEP: Final = "qt"
LINE: Final = "qs"
OBJECTIONS: Final = "qo"
MATTER: Final = "qm"
MATTERS: Final = "qn"
"""Codes of the screens: the first part of their buttons' data."""
LIST_SCREEN: Final = "applications"
ROUND_SCREEN: Final = "applications_round"
ONE_SCREEN: Final = "application"
STEP_SCREEN: Final = "application_step"
LINE_SCREEN: Final = "applications_line"
OBJECTIONS_SCREEN: Final = "objections"
MATTERS_SCREEN: Final = "applications_matters"
MATTER_SCREEN: Final = "application_matter"
"""Names of the screens, stored in sessions."""

OneView = Literal["", "look", "conditions", "files", "respond"]
VIEWS: Final[dict[str, OneView]] = {each: each for each in get_args(OneView)}
RoundStep = Literal["", "many", "tick", "deadline", "quotas"]
Asked = Literal["lacks", "words", "value", "until", "check"]
"""What a step that is being taken asks for, in this order."""


class ApplicationsState(Frozen):
    """The rounds and what else is under way; with `begins` the scheme of a new round is chosen."""

    begins: bool = False
    old: bool = False
    """The rounds that the list leaves out."""
    leaf: int = 0
    """Of the matters, or of the old rounds."""


class RoundState(Frozen):
    """The applications by a scheme in a year."""

    rubric: str
    """The few letters that stand for it on buttons."""
    year: int
    track: str = ""
    """Number of the track from 0; empty: all of them."""
    which: str = ""
    """A state; empty: whatever state."""
    leaf: int = 0
    step: RoundStep = ""
    what: str = ""
    """The step that many are to take."""
    without: tuple[str, ...] = ()
    """Applications that were ticked off."""

    @property
    def place(self) -> tuple[str, int]:
        """What makes two states the same place."""
        return self.rubric, self.year


class OneState(Frozen):
    """One application, or what goes the same way."""

    application: str
    view: OneView = ""
    leaf: int = 0

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.application


class StepState(Frozen):
    """A step that is being taken: what was said of it so far."""

    id: str
    what: str
    """The step, or `returned`, `rejected`, `line`."""
    applications: tuple[str, ...] = ()
    revision: int = 0
    """Of the only one, as it was drawn."""
    mark: str = ""
    """Of many, as they were drawn."""
    many: bool = False
    """Taken from a list, of a round or of matters, to which it leads back."""
    rubric: str = ""
    year: int = 0
    track: str = ""
    """Of a line: the id of the track."""
    places: int = 0
    ahead: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    """Keys of what is to be completed."""
    text: str = ""
    value: str = ""
    on: str = ""
    until: str = ""
    decider: str = ""
    paper: str = ""
    leaf: int = 0
    asked: Asked = "check"

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.id


class LineState(Frozen):
    """The ranking of a track, and the line that is to be drawn through it."""

    rubric: str
    year: int
    track: str = ""
    """Number of the track from 0."""
    places: int = 0
    ahead: tuple[str, ...] = ()
    """Of those that share the last place: who goes first."""
    step: Literal["", "places", "ahead", "why", "lift"] = ""

    @property
    def place(self) -> tuple[str, int, str]:
        """What makes two states the same place."""
        return self.rubric, self.year, self.track


class ObjectionsState(Frozen):
    """The objections to one application; one of them, or one that is being entered."""

    application: str
    objection: str = ""
    """The one in view, or the id that the new one gets."""
    step: Literal["", "name", "text", "check", "upheld", "dismissed"] = ""
    name: str = ""
    text: str = ""
    on: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """What makes two states the same place."""
        return self.application, self.objection


class MatterState(Frozen):
    """Something about a studio that is named already, being begun."""

    id: str = ""
    """The id that it gets."""
    matter: str = ""
    studio: str = ""
    find: str = ""
    leaf: int = 0
    details: dict[str, str] = Field(default_factory=dict)
    asked: str = ""
    """The detail that is asked again, once all are said."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.id


class MattersState(Frozen):
    """What is under way about studios that are named already; many of it are decided at once."""

    kind: str = ""
    """A matter; empty: all of them."""
    which: str = ""
    """A state; empty: whatever state."""
    leaf: int = 0
    step: Literal["", "many", "tick"] = ""
    what: str = ""
    """The step that many are to take."""
    without: tuple[str, ...] = ()
    """Those that were ticked off."""
