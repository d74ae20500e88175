"""Everything that outcomes are computed from, read at once for all studios: a few questions, however many studios.

It reads and sorts; what follows from it is computed in `outcome_of`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from bot.changes.official import Official, official
from bot.changes.visit_forms import default_form
from bot.entities import Appeal, Campaign, FactEntry, Judgement, Scope, Split, Studio
from bot.ports import Desk, OpenAt
from rubrics.effective import effective
from rubrics.model import Rubric
from rubrics.outcome_rules import OutcomeRules
from rubrics.outcomes import rules_of
from rubrics.periods import MONTHS, Kind, Period
from rubrics.totals import judged

T = TypeVar("T")
SHARED: Final = ("approved", "carried_out")
"""States in which lump sums may have been shared out."""
_ORDER: Final[tuple[Kind, ...]] = ("month", "quarter", "half", "year", "cycle")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a rubric up to a period, by studio."""

    rubric: Rubric
    """Under the rulings of the campaign."""
    campaign: Campaign | None
    """Of the year in which the period ends; None before anything was opened: then all is as shipped."""
    period: Period
    studios: tuple[Studio, ...]
    sheets: Mapping[str, Sequence[Official]]
    facts: Mapping[str, Sequence[FactEntry]]
    judgements: Mapping[str, Sequence[Judgement]]
    splits: Mapping[str, Sequence[Split]]
    """By judgement."""
    appeals: Mapping[str, Sequence[Appeal]]
    """Open ones, by assessment."""
    unsigned: Mapping[str, Sequence[OpenAt]]
    """Visits of the period and its parts that nobody has signed yet."""
    funds: Mapping[str, Decimal]

    @property
    def rulings(self) -> Mapping[str, str]:
        """The answers of the campaign."""
        return self.campaign.rulings if self.campaign else {}


def kinds_of(rules: OutcomeRules) -> tuple[Kind, ...]:
    """Return the kinds of period about which something can be said, the shortest first."""
    said = {*(one.period for one in rules.scales), *(one.period for one in rules.occasions)}
    return tuple(kind for kind in _ORDER if kind in said)


def campaign_of(desk: Desk, rubric: str, year: int) -> Campaign | None:
    """Return the campaign of a year: that of the newest version where there are several."""
    made = [one for one in desk.visits.campaigns(rubric) if one.year == year]
    return max(made, key=lambda one: one.version, default=None)


def rubric_in(desk: Desk, rubric: str, campaign: Campaign | None) -> Rubric | None:
    """Return a rubric under the rulings of a campaign, as shipped without one; None if there is none of the id."""
    if campaign is not None:
        return effective(desk.library.get(rubric, campaign.version), campaign.rulings)
    found = next((one for one in desk.library.current() if one.id == rubric), None)
    return found and effective(found, {})


def read_known(
    desk: Desk, rubric: Rubric, campaign: Campaign | None, period: Period, studios: Iterable[str] | None
) -> Known:
    """Read all that is known up to a period: of some studios, or of all of which anything is known."""
    wanted = None if studios is None else frozenset(studios)
    rules = rules_of(rubric)
    first = min((one.year for one in desk.visits.campaigns(rubric.id)), default=period.start.year)
    span = tuple(map(str, span_of(rubric, rules, period, first)))

    every = desk.studios.covered((Scope(kind="all"),))
    asked = [one for one in every if wanted is None or one.id in wanted]

    def kept(found: Iterable[tuple[str, T]]) -> Mapping[str, Sequence[T]]:
        return grouped((studio, each) for studio, each in found if wanted is None or studio in wanted)

    signed = official(desk, rubric.id, span, asked)
    sheets = grouped((each.studio.id, each) for each in signed if _judged(rubric, each))
    facts = kept((each.studio, each) for each in desk.outcomes.facts(rubric.id))
    judgements = kept((each.studio, each) for each in desk.outcomes.judgements(rubric.id, span))
    within = tuple(one for one in span if part_of(rules, one, period))
    unsigned = kept((each.studio, each) for each in desk.visits.open_in(rubric.id, within))
    known = {*sheets, *facts, *judgements, *unsigned}
    here = (one for each in judgements.values() for one in each if one.period == str(period))
    return Known(
        rubric,
        campaign,
        period,
        tuple(one for one in asked if wanted is not None or one.id in known),
        sheets,
        facts,
        judgements,
        {one.id: desk.outcomes.splits(one.id) for one in here if one.state in SHARED},
        grouped((one.assessment, one) for one in desk.appeals.open()),
        unsigned,
        {one.studio: Decimal(one.amount) for one in desk.studios.funds_of(period.end.year)},
    )


def part_of(rules: OutcomeRules, one: str, whole: Period) -> bool:
    """Say whether a total of one period is that of another, or one of those whose mean it is."""
    part = Period.parse(one)
    return part.within(whole) and part.kind in {whole.kind, *rules.parts(whole.kind)}


def _judged(rubric: Rubric, sheet: Official) -> bool:
    """Say whether a sheet is one of those whose totals are judged: other forms of a visit have an end of their own."""
    kind = Period.parse(sheet.period).kind
    return sheet.kind == kind or default_form(rubric, kind) is None


def span_of(rubric: Rubric, rules: OutcomeRules, period: Period, first: int) -> Iterator[Period]:
    """Yield the periods that matter up to one: far enough back for the longest row, not before the first year."""
    since = max(first, period.start.year - _years_back(rules, rubric.cycle or 1))
    said = {*judged(rules), *kinds_of(rules), *(one.period for one in rules.facts)}
    for kind in (one for one in _ORDER if one in said):
        if kind == "cycle":
            years = rubric.cycle or 1
            ends = range(since, period.end.year + 1)
            yield from (Period.parse(f"{end - years + 1}..{end}") for end in ends if years > 1)
            continue
        one = Period.holding(kind, period.end)
        while one.start.year >= since:
            if one.end <= period.end:
                yield one
            one = one.previous()


def _years_back(rules: OutcomeRules, cycle: int) -> int:
    """Return how many years before its own a period may depend on; a row that begins anew on all of them."""
    if any(one.anew for one in rules.occasions):
        return 99
    months = (
        one.in_a_row * (12 * cycle if one.period == "cycle" else MONTHS[one.period])
        for one in rules.occasions
    )
    return max(months, default=12) // 12 + 1


def grouped(found: Iterable[tuple[str, T]]) -> Mapping[str, Sequence[T]]:
    """Return values by their keys, in the order in which they came."""
    made: defaultdict[str, list[T]] = defaultdict(list)
    for key, each in found:
        made[key].append(each)
    return made
