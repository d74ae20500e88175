"""Official forms that are filled in beside the score table: typed fields, groups of rows, an outline for prose.

The shape of the paper only; answers belong to whoever fills it in.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field as Bounded

from rubrics.known import Known
from rubrics.notes import English, Frozen, NonEmpty
from rubrics.numbering import Slug

FieldKind = Literal[
    "text",
    "longtext",
    "number",
    "money",
    "date",
    "month",
    "year",
    "phone",
    "email",
    "choice",
    "choices",
    "link",
]


class Field(Frozen):
    """One thing to fill in; `year_offset` puts it into a year before the campaign's (-1 = the year before)."""

    id: Slug
    label: str = NonEmpty
    label_en: English = None
    kind: FieldKind = "text"
    unit: str | None = Bounded(default=None, min_length=1)
    unit_en: English = None
    options: tuple[str, ...] = ()
    options_en: tuple[str, ...] = ()
    required: bool = False
    sum_of: tuple[Slug, ...] = ()
    year_offset: int | None = Bounded(default=None, ge=-10, le=10)
    quote: str = ""
    known: Known | None = None
    """What the standing file offers for it; of a column, what it takes of each entry."""


class Group(Frozen):
    """A table within a form: its columns, how many empty rows are printed, and whether more may be added."""

    id: Slug
    title: str = NonEmpty
    title_en: English = None
    columns: tuple[Field, ...] = NonEmpty
    rows_printed: int = Bounded(default=1, ge=0, le=99)
    extendable: bool = False
    known: Known | None = None
    """Whose entries the standing file offers as rows."""


class Heading(Frozen):
    """A heading of an outline, and what the source wants to read below it."""

    no: str = NonEmpty
    title: str = NonEmpty
    title_en: English = None
    text: str = ""


class Form(Frozen):
    """One form, with the lines above (`head`) and below (`foot`) its fields and groups."""

    id: Slug
    title: str = NonEmpty
    title_en: English = None
    annex: str | None = Bounded(default=None, min_length=1)
    landscape: bool = False
    variants: tuple[Slug, ...] = ()
    head: tuple[Field, ...] = ()
    fields: tuple[Field, ...] = ()
    groups: tuple[Group, ...] = ()
    foot: tuple[Field, ...] = ()
    outline: tuple[Heading, ...] = ()

    def all_fields(self) -> Iterator[Field]:
        """Every field that stands alone, from top to bottom; the columns of groups are not among them."""
        yield from (*self.head, *self.fields, *self.foot)
