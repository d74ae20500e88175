"""Kinds of activity that a studio logs, and how many of them the source asks for in which time.

Knows what is asked for, not what was done; whether a requirement was met is computed from the log elsewhere.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from rubrics.notes import English, Frozen, NonEmpty
from rubrics.numbering import Slug

Measure = Literal["events", "persons", "hours", "results"]
Span = Literal["month", "quarter", "half", "year", "two_years", "term"]
"""In which time something is asked for; a term is the whole time for which a title is given."""

RuleAddress = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?\.[1-9][0-9]? [a-z]$")]
"""A rule by its item and letter: "2.2 a"."""


class Activity(Frozen):
    """A kind of activity, what one of it is called, and what is counted of it."""

    id: Slug
    title: str = NonEmpty
    title_en: English = None
    unit: str = NonEmpty
    unit_en: English = None
    measure: Measure = "events"


class Requirement(Frozen):
    """So many activities of any of these kinds in a time; `soft` where the source only recommends it.

    With `count_to` the source names a range (1-2项), whose lower end is what is asked for.
    """

    id: Slug
    activities: tuple[Slug, ...] = NonEmpty
    count: int = Field(ge=1, le=9999)
    count_to: int | None = Field(default=None, ge=1, le=9999)
    per: Span
    feeds: RuleAddress | None = None
    soft: bool = False
    title: str | None = Field(default=None, min_length=1)
    title_en: English = None
    quote: str = NonEmpty
    clause: Slug | None = None
