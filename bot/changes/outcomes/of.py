"""Outcomes over the database: what follows for each studio in a period, and what is uncertain about it.

Verdicts come from `rubrics.outcomes` alone; here it is given what is known: official totals, facts, decisions, chosen
alternatives, rulings, the fund of the year and the naming. `results` is what screens and papers ask.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from bot.changes.official import Official
from bot.changes.outcomes.known import Known, campaign_of, part_of, read_known, rubric_in
from bot.entities import Campaign, FactEntry, Judgement, Split, Studio
from bot.ports import Desk
from rubrics.bands import Band
from rubrics.consequences import PERCENT
from rubrics.model import Rubric
from rubrics.outcome_ahead import Ahead, ahead
from rubrics.outcome_json import outcome_json
from rubrics.outcome_rest import Rest, rest
from rubrics.outcomes import Outcome, outcomes, rules_of
from rubrics.periods import Period
from rubrics.points import show
from rubrics.problems import Problem
from rubrics.totals import Decided, Given, refused

CASE: Final = "="
"""In what was chosen: a ruling and its answer, for one studio and period only."""
Doubted = Literal["unconfirmed", "appeal", "unsigned", "left_out", "fund"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may still change an outcome: sheets not confirmed, contested, not signed or left out; no fund."""

    code: Doubted
    periods: tuple[str, ...]
    why: Problem | None = None
    """Of what was left out."""


@dataclass(frozen=True, slots=True)
class Result:
    """One studio in one period: what follows, what people decided about it, what is uncertain."""

    studio: Studio
    rubric: Rubric
    """Under the rulings of the campaign."""
    campaign: Campaign | None
    period: Period
    outcome: Outcome | None
    """None where nothing is known of the period: no total, no fact, no decision."""
    sheets: tuple[Official, ...]
    """The sheets of the period and of its parts, by period."""
    facts: tuple[FactEntry, ...]
    judgement: Judgement | None
    splits: tuple[Split, ...]
    warnings: tuple[Ahead, ...]
    doubts: tuple[Doubt, ...]
    fund: Decimal | None
    contested: int = 0
    """When the newest appeal came that nobody has decided, ms; 0 without one."""
    totals: tuple[Given, ...] = ()
    """What is known of the studio, as the engine takes it."""

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The verdicts in the source's words."""
        said = self.outcome.verdicts if self.outcome else ()
        return tuple(dict.fromkeys(one.verdict for one in said))

    @property
    def needs_decision(self) -> bool:
        """Whether people have to decide something before it can be proposed."""
        return self.outcome is not None and self.outcome.needs_decision

    @property
    def state(self) -> str:
        """How far it has come: open, proposed, approved, sent_back or carried_out."""
        return self.judgement.state if self.judgement else "open"

    @property
    def outdated(self) -> bool:
        """Whether something has changed since it was proposed: a signature, an appeal, a fact, a decision."""
        if self.judgement is None or self.state == "open":
            return False
        return self.judgement.figures != frozen(self) or self.contested > self.judgement.at

    @property
    def proposable(self) -> bool:
        """Whether it can be proposed now."""
        if self.outcome is None or self.needs_decision or not (self.outcome.verdicts or self.outcome.decided):
            return False
        return self.outdated or self.state in {"open", "sent_back"}

    @property
    def approvable(self) -> bool:
        """Whether it waits to be approved as it was proposed."""
        return self.state == "proposed" and not self.outdated


def results(desk: Desk, rubric: str, period: str, studios: Iterable[str] | None = None) -> tuple[Result, ...]:
    """Return the results of a period by unit and studio: of these studios, or of all of which anything is known.

    Nothing is returned for a rubric that says nothing about outcomes.
    """
    when = Period.parse(period)
    campaign = campaign_of(desk, rubric, when.end.year)
    ruled = rubric_in(desk, rubric, campaign)
    if ruled is None or ruled.outcomes is None:
        return ()
    known = read_known(desk, ruled, campaign, when, studios)
    return tuple(_result(known, one) for one in known.studios)


def result(desk: Desk, rubric: str, period: str, studio: str) -> Result | None:
    """Return the result of one studio."""
    return next(iter(results(desk, rubric, period, (studio,))), None)


def running(found: Result) -> tuple[Rest, ...]:
    """Return what the rest of the period must come to for each line, while it is running."""
    if found.outcome is None or not found.outcome.missing:
        return ()
    rulings = found.campaign.rulings if found.campaign else {}
    return rest(found.rubric, found.totals, found.period, rulings=rulings)


def frozen(found: Result) -> str:
    """Return what is proposed and from what it follows, as it is kept: it differs once any of it has changed."""
    if found.outcome is None:
        return ""
    whole: dict[str, Any] = {
        "outcome": outcome_json(found.rubric, found.outcome),
        "sheets": [[one.period, one.assessment, show(one.total), one.signed] for one in found.sheets],
        "facts": [[one.fact, one.id] for one in found.facts],
        "chosen": sorted(found.judgement.chosen) if found.judgement else [],
        "fund": None if found.fund is None else show(found.fund),
        "version": found.rubric.version,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def cases(found: Result) -> tuple[tuple[str, Band], ...]:
    """Return what a verdict that the rulings leave to be decided case by case may become, by what is then chosen."""
    exact = found.outcome.exact if found.outcome else None
    rules = rules_of(found.rubric)
    scale = rules.scale(found.period.kind)
    band = scale.band(exact) if scale and exact is not None else None
    if band is None or band.ruled_by is None:
        return ()
    ruled = (found.campaign.rulings if found.campaign else {}).get(band.ruled_by)
    if any(one.option == ruled for one in band.decisions):
        return ()
    made = ((f"{band.ruled_by}{CASE}{one.option}", rules.band(one.band)) for one in band.decisions)
    return tuple((chosen, into) for chosen, into in made if into is not None)


def _result(known: Known, studio: Studio) -> Result:
    given, left_out = _given(known, studio.id)
    here, rules = known.period, rules_of(known.rubric)
    judgement = next((one for one in known.judgements.get(studio.id, ()) if one.period == str(here)), None)
    options: dict[str, Any] = {
        "fund": known.funds.get(studio.id),
        "rulings": {**known.rulings, **_case(known, judgement)},
        "named": Period.parse(studio.named_on[:7]) if studio.named_on else None,
    }
    outcome = next((one for one in outcomes(known.rubric, given, **options) if one.period == here), None)
    sheets = tuple(
        sorted(
            (one for one in known.sheets.get(studio.id, ()) if part_of(rules, one.period, here)),
            key=lambda one: (one.period, one.signed),
        )
    )
    contested = [one for sheet in sheets for one in known.appeals.get(sheet.assessment, ())]
    return Result(
        studio,
        known.rubric,
        known.campaign,
        here,
        outcome,
        sheets,
        tuple(one for one in known.facts.get(studio.id, ()) if one.period == str(here)),
        judgement,
        tuple(known.splits.get(judgement.id, ())) if judgement else (),
        ahead(known.rubric, given, outcome, **options) if outcome else (),
        (*_doubts(known, studio.id, sheets), *left_out, *_fund_wanted(outcome)),
        options["fund"],
        max((one.at for one in contested), default=0),
        given,
    )


def _given(known: Known, studio: str) -> tuple[tuple[Given, ...], tuple[Doubt, ...]]:
    """Return what is known of a studio as the engine takes it, and what of the period had to be left out."""
    rules = rules_of(known.rubric)
    made = [Given(Period.parse(one.period), one.total) for one in known.sheets.get(studio, ())]
    made.sort(key=lambda one: (one.period.end, one.period.end.toordinal() - one.period.start.toordinal()))
    made += [Given(Period.parse(one.period), None, (one.fact,)) for one in known.facts.get(studio, ())]
    for one in known.judgements.get(studio, ()):
        made += _decided(one)
    made = [one for one in made if one.period.end <= known.period.end]
    left: list[Doubt] = []
    while found := dict(refused(known.rubric, rules, made)):
        left += [
            Doubt("left_out", (str(made[at].period),), why)
            for at, why in found.items()
            if made[at].period.within(known.period)
        ]
        made = [one for at, one in enumerate(made) if at not in found]
    return tuple(made), tuple(left)


def _case(known: Known, judgement: Judgement | None) -> Mapping[str, str]:
    """Return the answers that were given for this one case; one that holds for all goes before them."""
    chosen = judgement.chosen if judgement else ()
    split = (one.partition(CASE) for one in chosen if CASE in one)
    ruled = {
        band.ruled_by
        for band in rules_of(known.rubric).bands
        if band.ruled_by and known.rulings.get(band.ruled_by) in {one.option for one in band.decisions}
    }
    return {ruling: option for ruling, _, option in split if ruling not in ruled}


def _decided(one: Judgement) -> Iterator[Given]:
    period, chosen = Period.parse(one.period), tuple(each for each in one.chosen if CASE not in each)
    if one.how:
        total = Decimal(one.total) if one.how == "total" else None
        yield Given(period, total, (), Decided(one.how, one.reason), chosen)
    elif chosen:
        yield Given(period, None, (), None, chosen)


def _doubts(known: Known, studio: str, sheets: Sequence[Official]) -> Iterator[Doubt]:
    """Say what may still change: in the order in which it is looked after."""
    found: tuple[tuple[Doubted, list[str]], ...] = (
        ("unsigned", [one.period for one in known.unsigned.get(studio, ())]),
        ("unconfirmed", [one.period for one in sheets if not one.confirmed]),
        ("appeal", [one.period for one in sheets if known.appeals.get(one.assessment)]),
    )
    for code, periods in found:
        if periods:
            yield Doubt(code, tuple(dict.fromkeys(periods)))


def _fund_wanted(outcome: Outcome | None) -> Iterator[Doubt]:
    """Say that a share of the fund is no amount while nobody has entered the fund of the year."""
    dues = outcome.consequences if outcome else ()
    if outcome and any(one.consequence.of and one.unit == PERCENT for one in dues):
        yield Doubt("fund", (str(outcome.period.end.year),))


def counts(found: Iterable[Result]) -> Mapping[str, int]:
    """Return how many studios there are of each verdict, the most frequent first; of none, under an empty text."""
    made: dict[str, int] = {}
    for one in found:
        for verdict in one.verdicts or ("",):
            made[verdict] = made.get(verdict, 0) + 1
    return dict(sorted(made.items(), key=lambda each: -each[1]))
