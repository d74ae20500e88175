"""Forms of a sheet: which sections a visit of a kind walks, such as a monthly check or an inspection on application.

Knows numbers of sections, nothing of what stands in them.
"""

from typing import Annotated

from pydantic import Field

from rubrics.notes import English, Frozen, NonEmpty
from rubrics.numbering import Slug
from rubrics.periods import Kind

SectionNo = Annotated[int, Field(ge=1, le=99)]


class SheetForm(Frozen):
    """The sections by number, scored or not, that one kind of visit walks, in which kinds of period."""

    id: Slug
    title: str = NonEmpty
    title_en: English = None
    periods: tuple[Kind, ...] = ()
    sections: tuple[SectionNo, ...] = NonEmpty
    kind: Slug | None = None
