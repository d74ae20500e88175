"""What can be said of a sheet before any marks are known: which sections it has, and how they become a total.

Made once for a rubric, a period, rulings, a class of studio and a form of the sheet.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from rubrics import gates
from rubrics.force import Rulings, complete
from rubrics.model import BonusSection, Item, Rubric, Section
from rubrics.periods import Period
from rubrics.points import ZERO
from rubrics.problems import Refused, problem
from rubrics.rounding import UNSAID, decimal
from rubrics.rules import Extra, Multiplier, Rule, Veto, Zero
from rubrics.tally import ItemPlan

_KEPT: Final = 64


class SectionPlan:
    """A section as it stands on a sheet: its items for this class of studio, and what they are worth together."""

    __slots__ = ("items", "points", "section", "share")

    def __init__(
        self,
        section: Section,
        weighing: Fraction,
        period: Period | None,
        rulings: Rulings | None,
        variant: str | None,
    ) -> None:
        here = tuple(item for item in section.items if applies(item, variant))
        self.section = section
        self.items = tuple(ItemPlan(item, period, rulings) for item in here)
        whole = len(here) == len(section.items)
        self.share = None if section.weight is None else Fraction(section.weight) * weighing
        self.points = section.points if whole else sum((item.points for item in here), ZERO)


class Plan:
    """A sheet without marks."""

    __slots__ = (
        "bonus",
        "gates",
        "gates_count",
        "most",
        "needs_decision",
        "penalties",
        "period",
        "plain",
        "reaching",
        "rubric",
        "rulings",
        "sections",
        "vetoes",
    )

    def __init__(
        self,
        rubric: Rubric,
        period: Period | None,
        rulings: Mapping[str, str] | None,
        variant: str | None,
        form: str | None,
    ) -> None:
        self.rubric, self.period, self.rulings = rubric, period, rulings
        named = _named(rubric, form)
        listed = [one for one in rubric.all_sections if named is None or one.no in named]
        plans = {one.no: SectionPlan(one, rubric.weighing, period, rulings, variant) for one in listed}
        self.sections = tuple(plans[one.no] for one in rubric.sections if one.no in plans)
        self.bonus = _items(plans, rubric.bonus)
        self.penalties = _items(plans, rubric.penalties)
        self.vetoes = _items(plans, rubric.vetoes)
        here = (item for gate in rubric.gates for item in _items(plans, gate))
        self.gates = tuple(gates.plans((plan.item for plan in here), period))
        self.gates_count = bool(self.gates) and (named is not None or not self.sections)
        self.most = _most(rubric, self.sections) if named is not None or variant is not None else rubric.most
        self.reaching = any(_reaches(rule) for one in listed for item in one.items for rule in item.rules)
        self.plain = not (
            self.penalties
            or rubric.rescale
            or rubric.rounding
            or any(one.section.weight for one in self.sections)
            or (rubric.bonus and _counts_apart(rubric.bonus))
        )
        self.needs_decision = rulings is not None and any(
            not ruling.settled(rulings.get(ruling.id)) for ruling in rubric.rulings
        )


def applies(item: Item, variant: str | None) -> bool:
    """Say whether the item is for studios of this class; without a class every item is."""
    return variant is None or not item.variants or variant in item.variants


def _named(rubric: Rubric, form: str | None) -> frozenset[int] | None:
    """The numbers of the sections that a form walks; None for all."""
    if form is None:
        return None
    sheet = rubric.sheet(form)
    if sheet is None:
        raise Refused(problem("sheet_form_unknown", form=form, known=tuple(one.id for one in rubric.sheets)))
    return frozenset(sheet.sections)


def _items(plans: Mapping[int, SectionPlan], section: Section | None) -> tuple[ItemPlan, ...]:
    return plans[section.no].items if section and section.no in plans else ()


def _most(rubric: Rubric, sections: tuple[SectionPlan, ...]) -> Decimal:
    whole = sum((Fraction(one.points) if one.share is None else one.share for one in sections), Fraction(0))
    ends = decimal(whole)
    return (rubric.rounding or UNSAID).of(whole) if ends is None else ends


def _reaches(rule: Rule) -> bool:
    """Say whether the rule can do anything beyond its own row."""
    match rule:
        case Zero(scope="part" | "item"):
            return False
        case Multiplier(scope="item"):
            return False
    return isinstance(rule, Zero | Multiplier | Extra | Veto)


def _counts_apart(bonus: BonusSection) -> bool:
    return bonus.counted or bonus.cap is not None or bool(bonus.groups)


_made: dict[tuple[object, ...], Plan] = {}


def plan_of(
    rubric: Rubric,
    period: Period | None,
    rulings: Rulings | None,
    variant: str | None,
    form: str | None,
) -> Plan:
    """Return the plan, made at the first question for it."""
    key = (
        rubric.fingerprint,
        period,
        None if rulings is None else tuple(sorted(rulings.items())),
        variant if rubric.tells_variants_apart else None,
        form,
    )
    plan = _made.get(key)
    if plan is None:
        if len(_made) >= _KEPT:
            _made.clear()
        plan = _made[key] = Plan(rubric, period, complete(rubric, rulings), key[3], form)
    return plan
