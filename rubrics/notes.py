"""What a scheme says besides its table: readings, discrepancies, rulings, clauses of its articles.

The code must not hide any of them: they are shown where they matter and printed on the sheet.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from rubrics.numbering import ItemNo, Letter, Slug

NonEmpty = Field(min_length=1)


class Frozen(BaseModel):
    """A value read from a scheme: unknown fields are refused, nothing can be changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Variant(Frozen):
    """A type of studio that this rubric tells apart."""

    id: Slug
    title: str = NonEmpty
    title_en: str | None = None


class Exclusive(Frozen):
    """Letters of one item that cannot all be true: alternatives or a contradiction; warned about only."""

    letters: tuple[Letter, ...]
    kind: Literal["alternative", "contradiction"]


class Reading(Frozen):
    """How a passage that can be understood in several ways was understood, and why."""

    id: Slug
    at: tuple[ItemNo, ...] = ()
    says: str = NonEmpty
    read: str = NonEmpty
    reason: str = NonEmpty


class Discrepancy(Frozen):
    """Where the source contradicts itself: what it says, and how it was read.

    One about a sum excuses its item, or the section all of whose items it names, from adding up.
    """

    id: Slug
    about: Literal["text", "sum"] = "text"
    at: tuple[ItemNo, ...] = ()
    says: str = NonEmpty
    read: str = NonEmpty
    reason: str = NonEmpty


class RulingOption(Frozen):
    """One answer that the unit can give to an open question."""

    id: Slug
    text: str = NonEmpty


class Ruling(Frozen):
    """口径: a question that the source leaves open and the unit answers once per campaign."""

    id: Slug
    at: tuple[ItemNo, ...] = ()
    question: str = NonEmpty
    options: tuple[RulingOption, ...]
    shipped: Slug
    assumed: bool
    reason: str = NonEmpty

    def option(self, option_id: str) -> RulingOption | None:
        """The option with this id."""
        return next((option for option in self.options if option.id == option_id), None)


class Clause(Frozen):
    """A passage of the articles around the table, verbatim, with the place where it stands."""

    id: Slug
    where: str | None = None
    quote: str = NonEmpty
