"""What a scheme says follows from totals and facts: scales of bands, facts, and the occasions they make.

Only what the source says; who is meant by it this quarter is computed elsewhere.
"""

from typing import Literal

from pydantic import Field

from rubrics.bands import Band, Scale
from rubrics.consequences import Consequence
from rubrics.notes import Frozen, NonEmpty
from rubrics.numbering import Slug
from rubrics.periods import Kind, When


class Fact(Frozen):
    """Something that no sheet shows and that a coordinator enters for a period: an honour, a task undone."""

    id: Slug
    period: Kind
    title: str = NonEmpty
    title_en: str | None = None


class Occasion(Frozen):
    """What calls for consequences beside a single band: totals or facts, once or in so many periods in a row.

    It happens in a period whose total lies in one of `bands` or that has one of `facts`. The verdicts of what
    it `supersedes` are no longer said; their consequences stay unless one of its own replaces them.

    A row reaches over the end of a year unless it must lie `within` one; after it was full it goes on, unless
    it begins `anew`. Counted from the naming of the studio, the period of the naming is the first that counts,
    or the first whole one after it.
    """

    id: Slug
    period: Kind
    bands: tuple[Slug, ...] = ()
    facts: tuple[Slug, ...] = ()
    in_a_row: int = Field(default=1, ge=1, le=99)
    within: When | None = None
    anew: bool = False
    counted_from: Literal["naming", "after_naming"] | None = None
    verdict: str = NonEmpty
    verdict_en: str | None = None
    clause: Slug
    supersedes: tuple[Slug, ...] = ()
    consequences: tuple[Consequence, ...] = ()


class OutcomeRules(Frozen):
    """All that follows from assessments by this scheme."""

    scales: tuple[Scale, ...] = ()
    facts: tuple[Fact, ...] = ()
    occasions: tuple[Occasion, ...] = ()

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands of all scales."""
        return tuple(band for scale in self.scales for band in scale.bands)

    @property
    def alternatives(self) -> tuple[Consequence, ...]:
        """The consequences of which one is to be chosen."""
        sources: tuple[Band | Occasion, ...] = (*self.bands, *self.occasions)
        return tuple(one for source in sources for one in source.consequences if one.choice)

    @property
    def pays(self) -> bool:
        """Whether anything that follows is money."""
        sources: tuple[Band | Occasion, ...] = (*self.bands, *self.occasions)
        return any(one.is_money for source in sources for one in source.consequences)

    def scale(self, kind: Kind) -> Scale | None:
        """The scale for the totals of this kind of period."""
        return next((scale for scale in self.scales if scale.period == kind), None)

    def band(self, band_id: str) -> Band | None:
        """The band with this id."""
        return next((band for band in self.bands if band.id == band_id), None)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact with this id."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    def parts(self, kind: Kind) -> tuple[Kind, ...]:
        """The shorter kinds, one inside the other, whose mean the total of this kind is."""
        found: list[Kind] = []
        scale = self.scale(kind)
        while scale and scale.mean_of and scale.mean_of not in found:
            found.append(scale.mean_of)
            scale = self.scale(scale.mean_of)
        return tuple(found)
