"""The frozen tree of a rubric: sections, items, parts and their rules.

It holds what the scheme says and answers questions about it; it computes no score and reads no file.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from rubrics import fingerprints
from rubrics.activities import Activity, Requirement
from rubrics.duties import Deadline, Duty, Instalment, Quota, Stage
from rubrics.forms import Form
from rubrics.holdings import Holding
from rubrics.notes import (
    Clause,
    Discrepancy,
    Exclusive,
    Frozen,
    NonEmpty,
    Reading,
    Ruling,
    RulingOption,
    Variant,
)
from rubrics.numbering import ItemNo, Letter, Slug
from rubrics.outcome_rules import OutcomeRules
from rubrics.periods import Kind
from rubrics.points import ZERO, Points
from rubrics.registers import Register
from rubrics.rounding import Rounding
from rubrics.rules import Rule
from rubrics.sheet_forms import SheetForm

__all__ = [
    "BonusGroup",
    "BonusSection",
    "Clause",
    "Discrepancy",
    "Exclusive",
    "Item",
    "Part",
    "PenaltyItem",
    "PenaltySection",
    "Reading",
    "Rubric",
    "Ruling",
    "RulingOption",
    "Section",
    "Variant",
]

Start = Literal["award", "deduct"]
BelowZero = Literal["floor", "allowed"]
"""What becomes of a sum that falls below 0: it stays at 0, or it is shown as it is."""
Weights = Literal["points", "shares"]
"""What the weights of sections are: points of the total, or shares whose sum stands for the total."""
Role = Literal["row", "bonus", "penalty", "gate", "veto"]
"""What an item is: a row of the table, or something beside the total."""
HALF: Final = Decimal("0.5")


class Part(Frozen):
    """A piece of an item with points of its own, which its rules cannot exceed."""

    points: Points
    content: str = ""
    rules: tuple[Rule, ...] = NonEmpty


class Item(Frozen):
    """A row of the table; an item without parts in its file has one part that is all of it."""

    no: ItemNo
    title: str = NonEmpty
    title_en: str | None = None
    short: str | None = Field(default=None, min_length=1)
    points: Points = ZERO
    content: str = ""
    standard: str = ""
    evidence: tuple[str, ...] = ()
    evidence_quote: str = ""
    parts: tuple[Part, ...] = NonEmpty
    contents_by_variant: dict[Slug, str] = Field(default_factory=dict)
    exclusive: tuple[Exclusive, ...] = ()
    not_applicable: Literal["keep", "leave"] | None = None
    judged: bool = False
    variants: tuple[Slug, ...] = ()
    registers: tuple[Slug, ...] = ()
    requirements: tuple[Slug, ...] = ()
    asks: str | None = Field(default=None, min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _whole_is_one_part(cls, data: Any) -> Any:  # noqa: ANN401 - unchecked input by nature
        if isinstance(data, Mapping) and "rules" in data and "parts" not in data:
            rest = {key: value for key, value in data.items() if key != "rules"}
            part = {
                "points": data.get("points", ZERO),
                "content": data.get("content", ""),
                "rules": data["rules"],
            }
            return {**rest, "parts": (part,)}
        return data

    def __hash__(self) -> int:
        """Hash what tells items apart (the fields hold a dict)."""
        return hash((self.no, self.title, self.standard))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all parts in the order of their letters."""
        return tuple(
            sorted((rule for part in self.parts for rule in part.rules), key=lambda rule: rule.letter)
        )

    @cached_property
    def _by_letter(self) -> dict[str, Rule]:
        return {rule.letter: rule for rule in self.rules}

    def rule(self, letter: Letter) -> Rule | None:
        """The rule with this letter."""
        return self._by_letter.get(letter)

    @cached_property
    def start(self) -> Start:
        """Where the score starts: an item with anything to deduct starts full, all others start at 0.

        Rules that only take from what others left (不得分) make no item start full that has points to earn.
        """
        sides = {rule.side for rule in self.rules if rule.sets_start} or {rule.side for rule in self.rules}
        return "deduct" if "deduct" in sides else "award"

    @cached_property
    def role(self) -> Role:
        """What the item is, as its rules say it."""
        if all(rule.kind == "veto" for rule in self.rules):
            return "veto"
        sides = {rule.side for rule in self.rules if rule.side != "beyond"}
        return "gate" if sides == {"gate"} else "bonus" if sides == {"bonus"} else "row"

    def part_of(self, letter: Letter) -> Part:
        """The part in which the rule with this letter stands."""
        return next(part for part in self.parts if any(rule.letter == letter for rule in part.rules))


class PenaltyItem(Item):
    """An entry of a list of penalties beside the score: it takes what its rules say, without a floor."""

    @property
    def role(self) -> Role:
        """Known by the list in which it stands."""
        return "penalty"


class Section(Frozen):
    """A group of items; its points are what the header of the table states.

    With a weight the section counts for so much of the total, whatever its items add up to.
    """

    no: int = Field(ge=1, le=99)
    title: str = NonEmpty
    title_en: str | None = None
    short: str | None = Field(default=None, min_length=1)
    points: Points = ZERO
    items: tuple[Item, ...] = NonEmpty
    weight: Annotated[Points, Field(gt=0)] | None = None
    below_zero: BelowZero | None = None


class BonusGroup(Frozen):
    """Bonus items that are counted together: all of them or only the best, and no more than `cap`."""

    id: Slug
    items: tuple[ItemNo, ...] = NonEmpty
    rule: Literal["best", "sum"] = "sum"
    cap: Annotated[Points, Field(gt=0)] | None = None


class BonusSection(Section):
    """加分项: reported beside the total, or counted into it, and then `above` its highest only if that is said."""

    cap: Annotated[Points, Field(gt=0)] | None = None
    counted: bool = False
    above: bool = False
    groups: tuple[BonusGroup, ...] = ()


class PenaltySection(Section):
    """负面清单: a list of penalties that are taken from the total after everything else."""

    items: tuple[PenaltyItem, ...] = NonEmpty


class Rubric(Frozen):
    """One version of an assessment scheme with the source's text beside the structure read from it."""

    id: Slug
    version: int = Field(ge=1)
    title: str = NonEmpty
    title_en: str | None = None
    short: str = NonEmpty
    document: str = NonEmpty
    issuer: str = NonEmpty
    issued: date | None  # said to be null where the document has no date
    language: str = Field(default="zh-CN", pattern=r"^[a-z]{2}(-[A-Z]{2})?$")
    leader: str = NonEmpty
    leader_en: str | None = None
    annex: str | None = None
    periods: tuple[Kind, ...] = NonEmpty
    total: Annotated[Points, Field(gt=0)] | None = None
    step: Annotated[Points, Field(gt=0)] = HALF
    variants: tuple[Variant, ...] = ()
    sections: tuple[Section, ...] = ()
    bonus: BonusSection | None = None
    penalties: PenaltySection | None = None
    gates: tuple[Section, ...] = ()
    vetoes: Section | None = None
    total_below_zero: BelowZero | None = None
    rescale: bool | None = None
    rounding: Rounding | None = None
    weights: Weights = "points"
    sheets: tuple[SheetForm, ...] = ()
    readings: tuple[Reading, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    clauses: tuple[Clause, ...] = ()
    outcomes: OutcomeRules | None = None
    cycle: int | None = Field(default=None, ge=1, le=20)
    registers: tuple[Register, ...] = ()
    holdings: tuple[Holding, ...] = ()
    activities: tuple[Activity, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    quotas: tuple[Quota, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    duties: tuple[Duty, ...] = ()
    funding: tuple[Instalment, ...] = ()
    stages: tuple[Stage, ...] = ()
    forms: tuple[Form, ...] = ()

    _published: str | None = PrivateAttr(default=None)

    def __hash__(self) -> int:
        """Equal content has an equal fingerprint."""
        return hash(self.fingerprint)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items that make up the total, in order; bonus items are not among them."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def bonus_items(self) -> tuple[Item, ...]:
        """The items reported beside the total."""
        return self.bonus.items if self.bonus else ()

    @cached_property
    def penalty_items(self) -> tuple[Item, ...]:
        """The items of the penalty list beside the score."""
        return self.penalties.items if self.penalties else ()

    @cached_property
    def gate_items(self) -> tuple[Item, ...]:
        """The conditions that are met or not; they are in neither items nor total."""
        return tuple(item for section in self.gates for item in section.items)

    @cached_property
    def veto_items(self) -> tuple[Item, ...]:
        """The facts that are no row of the table and fail the whole assessment."""
        return self.vetoes.items if self.vetoes else ()

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        """Every section with marks: those of the total, then bonus, penalties, gates and vetoes."""
        beside = (self.bonus, self.penalties, *self.gates, self.vetoes)
        return (*self.sections, *(section for section in beside if section))

    @cached_property
    def all_items(self) -> tuple[Item, ...]:
        """The items of all sections."""
        return tuple(item for section in self.all_sections for item in section.items)

    @cached_property
    def _by_no(self) -> dict[str, tuple[Section, Item]]:
        return {item.no: (section, item) for section in self.all_sections for item in section.items}

    def item(self, no: str) -> Item | None:
        """The item with this number, in whatever section it stands."""
        found = self._by_no.get(no)
        return found[1] if found else None

    def section_of(self, no: str) -> Section | None:
        """The section in which the item with this number stands."""
        found = self._by_no.get(no)
        return found[0] if found else None

    def sheet(self, form: str) -> SheetForm | None:
        """The form of the sheet with this id."""
        return next((sheet for sheet in self.sheets if sheet.id == form), None)

    def requirement(self, requirement_id: str) -> Requirement | None:
        """The requirement with this id."""
        return next((one for one in self.requirements if one.id == requirement_id), None)

    def activity(self, activity_id: str) -> Activity | None:
        """The kind of activity with this id."""
        return next((one for one in self.activities if one.id == activity_id), None)

    def register(self, register_id: str) -> Register | None:
        """The register with this id."""
        return next((one for one in self.registers if one.id == register_id), None)

    def form(self, form_id: str) -> Form | None:
        """The form with this id."""
        return next((one for one in self.forms if one.id == form_id), None)

    def ruling(self, ruling_id: str) -> Ruling | None:
        """The open question with this id."""
        return next((ruling for ruling in self.rulings if ruling.id == ruling_id), None)

    def clause(self, clause_id: str) -> Clause | None:
        """The quoted passage with this id."""
        return next((clause for clause in self.clauses if clause.id == clause_id), None)

    @cached_property
    def points(self) -> Decimal:
        """What all items together are worth; where they differ by class of studio, what their headings say."""
        if self.tells_variants_apart:
            return sum((section.points for section in self.sections), ZERO)
        return sum((item.points for item in self.items), ZERO)

    @property
    def most(self) -> Decimal:
        """The highest total that the rows of a sheet can come to."""
        if self.total is not None:
            return self.total
        return sum((section.weight for section in self.sections if section.weight), ZERO) or self.points

    @cached_property
    def weighing(self) -> Fraction:
        """What one of a section's weight counts for in the total: a point, or its share of the total."""
        whole = sum((section.weight for section in self.sections if section.weight), ZERO)
        return Fraction(self.most) / Fraction(whole) if whole and self.weights == "shares" else Fraction(1)

    @cached_property
    def tells_variants_apart(self) -> bool:
        """Whether some items are for some classes of studio only."""
        return any(item.variants for item in self.all_items)

    @cached_property
    def layout(self) -> Start:
        """The form of the printed table: with a column for deductions if any item has deductions."""
        return "deduct" if any(item.start == "deduct" for item in self.items) else "award"

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of all that the scheme says."""
        return fingerprints.content(self)

    @property
    def published(self) -> str:
        """The fingerprint of the version as it was published, also where rulings changed this tree."""
        return self._published or self.fingerprint

    def made_of(self, published: "Rubric") -> Self:
        """Remember of which published version this tree was made, and return it."""
        self._published = published.published
        return self

    @cached_property
    def structure(self) -> str:
        """SHA-256 of numbers, points, kinds and letters: equal where marks of one version fit the other."""
        return fingerprints.structure(
            (item.no, item.points, ((rule.letter, rule.kind, rule.points) for rule in item.rules))
            for item in self.all_items
        )
