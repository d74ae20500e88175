"""Campaigns, visits, assessments and what is written at their end."""

from __future__ import annotations

from typing import Any, Final, Literal

from bot.entities.frozen import Frozen

SELF: Final = "self"
"""The kind of a visit by which a studio assesses itself (自查)."""
_SELF_BY_FORM: Final = f"{SELF}:"
BLIND: Final = "blind"
"""The kind of a visit in which one member of a panel scores alone: `blind:`, the person, `:` and the panel's kind."""
_BLIND_OF: Final = f"{BLIND}:"


def blind_kind(person: str, kind: str) -> str:
    """Return the kind of a member's ballot in a visit of some kind."""
    return f"{_BLIND_OF}{person}:{kind}"


class Campaign(Frozen):
    """A rubric version in a year: it holds the rulings (口径) of that year."""

    id: str
    rubric: str
    version: int
    year: int
    scope: str = ""
    rulings: dict[str, str]
    """Ruling id -> chosen option."""
    assumed: tuple[str, ...] = ()
    """Rulings that still stand as shipped, not decided by anybody."""


class Visit(Frozen):
    """A studio, a rubric, a period and a kind; one of them open at a time."""

    id: str
    studio: str
    campaign: str
    rubric: str
    version: int
    period: str
    kind: str
    """The kind of the period or the id of a chosen form; a self-assessment is `self`, or `self:` and its form."""
    opened: int
    """Stored time, ms."""
    opened_by: str
    prepared: bool = False
    """Made by a coordinator beforehand."""
    closed: bool = False
    before: int | None = None
    """The version that it was opened with, where a newer one was taken over since."""

    @property
    def own(self) -> bool:
        """Say whether the studio's leader assesses it: such a visit is never counted as an official one."""
        return self.kind == SELF or self.kind.startswith(_SELF_BY_FORM)

    @property
    def blind(self) -> bool:
        """Say whether it is the ballot of one member of a panel: the panel's own visit is the official one."""
        return self.kind.startswith(_BLIND_OF)

    @property
    def form(self) -> str:
        """The id of the form that was chosen, if it is one of the rubric's."""
        if self.blind:
            return self.kind.split(":", 2)[-1]
        return self.kind.removeprefix(_SELF_BY_FORM) if self.own else self.kind


class Comments(Frozen):
    """综合意见: the three parts written before signing."""

    strengths: str = ""
    problems: str = ""
    advice: str = ""


class Signature(Frozen):
    """Who signed, as what, and when (ms)."""

    person: str
    name: str
    role: Literal["head", "member", "self"]
    """`self`: the studio's leader under its own assessment (自查人)."""
    at: int


class SignedSheet(Frozen):
    """What a signed assessment came to."""

    assessment: str
    version: int
    """Of the rubric."""
    at: int
    """When it was signed, ms."""
    figures: dict[str, Any]
    """As they were kept at signing."""


class Assessment(Frozen):
    """One set of marks in a visit, with everything a screen needs to know of where it belongs."""

    id: str
    visit: Visit
    studio: str
    studio_name: str
    unit: str
    leader: str
    variant: str | None
    """The studio's type in this rubric, fixed when the assessment was opened."""
    rulings: dict[str, str]
    assumed: tuple[str, ...]
    members: tuple[str, ...]
    """Person ids, the head first."""
    state: Literal["open", "signed", "cancelled"]
    passed_gaps: bool = False
    """The assessor went on with missing notes or materials, knowing it."""
    comments: Comments = Comments()
    signatures: tuple[Signature, ...] = ()
    digest: str | None = None
    """校验码, 64 hex digits, once signed."""
    sealed: bool = False
    reopened: tuple[str, ...] = ()
    """The items that were sent back and may be changed again; empty where nothing was, or all is signed anew."""
    round: int = 1
    """Which signature this is, or will be: 2 after the first time that items were sent back."""
