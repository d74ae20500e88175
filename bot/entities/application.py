"""Applications for a studio's name, from the form to the naming: steps, objections, the rules of a year's round."""

from __future__ import annotations

from typing import Literal

from bot.entities.frozen import Frozen

ApplicationState = Literal[
    "draft",
    "submitted",
    "returned",
    "recommended",
    "examined",
    "visited",
    "selected",
    "approved",
    "published",
    "named",
    "reported",
    "carried_out",
    "rejected",
    "withdrawn",
]

Matter = Literal["name", "leader", "rename", "title"]
"""A studio is to get a name; or, named already, another leader, another name, or its title taken away."""


class Application(Frozen):
    """An application by a scheme in a year, or what goes the same way; its answers are kept apart."""

    id: str
    matter: Matter = "name"
    rubric: str
    version: int
    year: int
    track: str = ""
    """The variant of the scheme that is applied for."""
    name: str
    """Of the studio, as it is to be called; of one that is named already, as it is called."""
    unit: str
    leader: str = ""
    studio: str = ""
    """Id of the studio where it is on the list."""
    state: ApplicationState = "draft"
    by: str
    at: int
    """Begun, ms."""
    submitted: int | None = None
    """Stored time, ms."""
    changed: int
    revision: int = 1


class ApplicationStep(Frozen):
    """One step on the way, on its own date, with who decided and by which paper."""

    application: str
    place: int
    """1, 2, 3 … in the order in which it was entered."""
    name: str
    on: str
    """ISO date."""
    value: str = ""
    """A rank, a score, a code."""
    decider: str = ""
    """Who decided, as the paper says."""
    paper: str = ""
    """文号."""
    text: str = ""
    by: str
    at: int
    """Entered, ms."""


class Objection(Frozen):
    """Somebody objects while the list is public."""

    id: str
    application: str
    name: str
    """Who objects, as they gave it; empty for nobody's name."""
    text: str
    on: str
    """ISO date."""
    state: Literal["open", "upheld", "dismissed"] = "open"
    decision: str = ""
    decided_by: str | None = None
    decided: int | None = None
    by: str
    at: int
    """Entered, ms."""


class Round(Frozen):
    """What holds for all applications by a scheme in a year."""

    rubric: str
    year: int
    deadline: str = ""
    """ISO date until which applications are taken; empty where nobody has set one."""
    public_from: str = ""
    public_until: str = ""
    """ISO dates of the public notice."""
    quotas: tuple[str, ...] = ()
    """`track=number`, where they differ from the scheme's."""
    by: str
    at: int
    """Stored time, ms."""
