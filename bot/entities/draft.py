"""A draft rubric: the document that it was read from, its text as it stands, what was asked and what was answered."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from bot.entities.frozen import Frozen

DraftKind = Literal["document", "text", "yaml"]
DraftState = Literal["collecting", "waiting", "open", "failed", "replaced", "dropped", "published"]

ACTIVE: tuple[DraftState, ...] = ("collecting", "waiting", "open")
"""States in which something can still become of a draft."""


class DraftFinding(Frozen):
    """What a question is about: a code with its parameters, and the place in the document."""

    code: str
    params: dict[str, Any]
    spot: dict[str, Any] | None = None


class DraftQuestion(Frozen):
    """One thing that a person must settle before publication, as codes and parameters."""

    id: str
    group: str
    finding: DraftFinding
    item: str = ""
    letter: str = ""
    options: tuple[str, ...] = ()
    typed: str | None = None


class DraftCounts(Frozen):
    """How much was read."""

    sections: int = 0
    items: int = 0
    rules: int = 0
    bonus: int = 0


class DraftFailure(Frozen):
    """Why nothing was read: a problem code with its parameters."""

    code: str
    params: dict[str, Any] = Field(default_factory=dict)


class Draft(Frozen):
    """One draft from its upload to its publication."""

    id: str
    state: DraftState
    kind: DraftKind
    person: str
    """Who sent it."""
    chat: int
    """Where the answer goes."""
    name: str = ""
    """What the file was called."""
    file_id: str = ""
    unique_id: str = ""
    size: int | None = None
    sha256: str | None = None
    """Of the document, once it is on disk."""
    rubric: str = ""
    """Id of the rubric of which this is to be a new version; once published, its id."""
    version: int | None = None
    """Once published."""
    replaces: str | None = None
    """The draft that this one, if it can be read, takes the place of."""
    pasted: str = ""
    """The document, where it was pasted."""
    original: str = ""
    """The rubric file as it was read."""
    text: str = ""
    """The same with every answer in it."""
    questions: tuple[DraftQuestion, ...] = ()
    answers: dict[str, str] = Field(default_factory=dict)
    """Question id -> option, or what was typed."""
    counts: DraftCounts = DraftCounts()
    failure: DraftFailure | None = None
    added: int
    changed: int
    closed_by: str | None = None
    """Who published it or gave it up."""

    @property
    def active(self) -> bool:
        """Say whether something can still become of it."""
        return self.state in ACTIVE

    @property
    def unanswered(self) -> tuple[DraftQuestion, ...]:
        """Return what nobody has settled yet."""
        return tuple(each for each in self.questions if each.id not in self.answers)


class DraftLine(Frozen):
    """A draft in a list."""

    id: str
    state: DraftState
    name: str
    person: str
    added: int
