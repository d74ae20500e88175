"""What the articles of a scheme ask of people: duties, deadlines, quotas, money in parts, the way of an application.

Each names the clause it comes from. Nothing here is computed from marks.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from rubrics.activities import Span
from rubrics.consequences import Amount
from rubrics.notes import English, Frozen, NonEmpty
from rubrics.numbering import Slug

Number = Annotated[int, Field(ge=1, le=99999)]


WayName = Literal[
    "submitted",
    "recommended",
    "examined",
    "visited",
    "selected",
    "approved",
    "published",
    "named",
    "reported",
]
"""The steps that an application can take, in the only order in which they follow each other."""


class Duty(Frozen):
    """What somebody has to do, until when in the source's words, and how often."""

    id: Slug
    who: str = NonEmpty
    who_en: English = None
    what: str = NonEmpty
    what_en: English = None
    due: str | None = Field(default=None, min_length=1)
    due_en: English = None
    per: Span | None = None
    clause: Slug


class Deadline(Frozen):
    """Until when something must be done: a day, or a rule in the source's words."""

    id: Slug
    what: str = NonEmpty
    what_en: English = None
    on: date | None = None
    rule: str | None = Field(default=None, min_length=1)
    rule_en: English = None
    clause: Slug


class Quota(Frozen):
    """How many of what somebody may put forward or means to reach, for one class of studio if it is said."""

    id: Slug
    count: Number
    count_to: Number | None = None
    of: str = NonEmpty
    of_en: English = None
    who: str = NonEmpty
    who_en: English = None
    per: Span | None = None
    variant: Slug | None = None
    clause: Slug


class Instalment(Frozen):
    """Money that is paid after something: its amount, or `together`, what all instalments come to."""

    id: Slug
    amount: Annotated[Amount, Field(gt=0)] | None = None
    together: Annotated[Amount, Field(gt=0)] | None = None
    unit: str | None = Field(default=None, min_length=1)
    unit_en: English = None
    after: str = NonEmpty
    after_en: English = None
    ruled_by: Slug | None = None
    clause: Slug


class StepName(Frozen):
    """What a scheme calls a step of the way, where it has a word of its own for it (答辩, 实地考察)."""

    step: WayName
    title: str = Field(min_length=1, max_length=12)
    title_en: English = None


class Stage(Frozen):
    """One step on the way of an application, and whose step it is."""

    id: Slug
    title: str = NonEmpty
    title_en: English = None
    who: str = NonEmpty
    who_en: English = None
    what: str | None = Field(default=None, min_length=1)
    what_en: English = None
    clause: Slug
    steps: tuple[WayName, ...] = ()
    """The steps of the way that are taken here; what no stage names may be left out."""
    called: tuple[StepName, ...] = ()
    """The scheme's own words for steps that are taken here."""
    tracks: tuple[Slug, ...] = ()
    """The types or levels that are applied for here; empty where it is for all."""
    level: str | None = Field(default=None, min_length=1, max_length=20)
    """What the studio is called by its level once it is named here."""
