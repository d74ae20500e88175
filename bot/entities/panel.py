"""A group that assesses together (考核组): who does what, who has signed, blind ballots and how they were settled."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities.frozen import Frozen

Way = Literal["mean", "drop", "head"]
WAYS: Final[tuple[Way, ...]] = ("mean", "drop", "head")


class Panel(Frozen):
    """A visit whose members score each alone and blind; a joint sheet has none."""

    visit: str
    way: Way
    """How their scores become one: the mean, the mean without the extremes, or the head's decision."""
    tolerance: str
    """Points by which two scores of an item may differ, a decimal as text."""
    state: Literal["scoring", "settling", "closed"] = "scoring"
    by: str
    at: int
    """Stored time, ms."""


class Ballot(Frozen):
    """The assessment of one member of a blind panel."""

    visit: str
    """The official visit."""
    person: str
    assessment: str


class Settled(Frozen):
    """What the head decided about an item."""

    visit: str
    item: str
    score: str
    """A decimal as text."""
    reason: str
    by: str
    at: int
    """Stored time, ms."""


class Portion(Frozen):
    """An item of a joint sheet that somebody, or a department, looks after."""

    assessment: str
    item: str
    person: str = ""
    department: str = ""


class Countersign(Frozen):
    """A signature under a sheet that not everybody has signed yet."""

    assessment: str
    person: str
    name: str
    role: Literal["head", "member"]
    at: int
    """Stored time, ms."""
    digest: str
    """The 校验码 that was signed."""


class Review(Frozen):
    """What a coordinator said of a signed sheet."""

    assessment: str
    state: Literal["confirmed", "returned"]
    by: str
    at: int
    """Stored time, ms."""
    due: str = ""
    """ISO date until which it is to be signed anew."""


class Returned(Frozen):
    """An item of a signed sheet that was sent back."""

    assessment: str
    round: int
    """The signature that it was sent back after: 1 for the first."""
    item: str
    reason: str
    by: str
    at: int
    """Stored time, ms."""
    due: str = ""
    """ISO date."""


class Signing(Frozen):
    """An earlier signature of a sheet that was sent back since."""

    assessment: str
    round: int
    digest: str
    at: int
    """Stored time, ms."""
    figures: str
    """As they were kept, JSON."""
    signatures: str
    """Who signed, JSON."""
