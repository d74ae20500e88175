"""What the screens of outcomes read: the results of a period that the person may see, one studio, what is shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot import access
from bot.changes.outcomes.known import campaign_of, kinds_of, rubric_in
from bot.changes.outcomes.of import Result, result, results
from bot.changes.outcomes.steps import DECIDED
from bot.entities import Person, Proof, Studio
from bot.flows.month.mine import mark_of as letters_of
from bot.flows.month.mine import today
from bot.flows.outcomes.states import OneState, OutcomesState, ShareState, Which
from bot.flows.screen import Ask, Stale
from bot.flows.walk.periods import offered
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.outcomes import rules_of
from rubrics.periods import Period
from rubrics.problems import Refused

PAST: Final = 6
"""Approved outcomes on a leaf of the list of leaders and units."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The results of a period, or what there is to choose from."""

    state: OutcomesState
    rubrics: tuple[Rubric, ...]
    rubric: Rubric | None
    """Under the rulings of the campaign, once it is chosen."""
    assumed: int
    """Rulings of the campaign that nobody has decided."""
    periods: Sequence[tuple[Period, ...]]
    results: tuple[Result, ...]
    manages: frozenset[str]
    """Studios whose outcomes the person may propose."""
    approves: frozenset[str]
    """Studios whose outcomes the person may approve, because they signed none of the sheets."""
    today: date

    def of(self, which: Which) -> tuple[Result, ...]:
        """Return one of the lists."""
        every = self.results
        match which:
            case "decide":
                return tuple(one for one in every if wants_decision(one))
            case "waiting":
                return tuple(one for one in every if one.approvable)
            case "ahead":
                return tuple(one for one in every if one.warnings)
        return every

    def proposable(self) -> tuple[Result, ...]:
        """Return what can be proposed at once; what was sent back or approved is looked at singly."""
        return tuple(
            one
            for one in self.of("all")
            if one.proposable and one.state in {"open", "proposed"} and one.studio.id in self.manages
        )

    def approvable(self, who: Person) -> tuple[Result, ...]:
        """Return what the person can approve at once, or send back."""
        return tuple(
            one
            for one in self.of("waiting")
            if one.studio.id in self.approves and one.judgement and one.judgement.by != who.id
        )

    def carriable(self) -> tuple[Result, ...]:
        """Return what is approved and can be marked as carried out."""
        return tuple(
            one
            for one in self.of("all")
            if one.state == "approved" and not one.outdated and one.studio.id in self.manages
        )


@dataclass(frozen=True, slots=True)
class One:
    """One studio in one period, and what the person may do about it."""

    state: OneState
    found: Result
    proofs: Mapping[str, tuple[Proof, ...]]
    """Files by fact."""
    names: Mapping[str, str]
    """Of those who proposed and approved."""
    manages: bool
    approves: bool
    today: date


@dataclass(frozen=True, slots=True)
class Shared:
    """Approved outcomes of a person's studios; one of them may be in view."""

    state: ShareState
    listed: tuple[Result, ...]
    team: tuple[str, ...]
    """Names of the team of the studio in view."""
    shares: bool
    """The person leads the studio in view."""
    leaf: int = 0
    leaves: int = 1

    @property
    def found(self) -> Result | None:
        """The one in view."""
        return next((one for one in self.listed if _id(one) == self.state.judgement), None)


def wants_decision(one: Result) -> bool:
    """Say whether a coordinator has to look at it: something is open, was sent back or has changed since."""
    return one.needs_decision or one.state == "sent_back" or one.outdated


def judging(desk: Desk) -> tuple[Rubric, ...]:
    """Return the rubrics that say what follows, those by which anything was ever opened first."""
    found = [one for one in desk.library.current() if one.outcomes is not None and kinds_of(one.outcomes)]
    return tuple(sorted(found, key=lambda one: (not desk.visits.campaigns(one.id), one.id)))


def read_listed(desk: Desk, ask: Ask, state: OutcomesState, *, light: bool) -> Listed:
    """Read for those who may see results; `light` leaves the results themselves out."""
    if not access.may(ask.who, "read_results"):
        raise Refusal("no_role")
    rubrics, day = judging(desk), today(ask)
    if not rubrics:
        raise Refusal("outcome_none")
    chosen = rubric_named(rubrics, state.rubric) if state.rubric else None
    if chosen is None or not state.period:
        periods = offered(chosen, kinds_of(rules_of(chosen)), ask) if chosen else ()
        return Listed(state, rubrics, chosen, 0, periods, (), frozenset(), frozenset(), day)
    campaign = campaign_of(desk, chosen.id, Period.parse(state.period).end.year)
    ruled = rubric_in(desk, chosen.id, campaign)
    found = () if light else seen(desk, ask, chosen.id, state.period, state.text)
    studios = [one.studio for one in found]
    own = _signed(desk, ask, found)
    strange = [one.studio for one in found if one.studio.id not in own]
    return Listed(
        state,
        rubrics,
        ruled,
        len([one for one in campaign.assumed if ruled and ruled.ruling(one)]) if campaign else 0,
        (),
        found,
        _allowed(ask, "manage", studios),
        _allowed(ask, "approve", strange),
        day,
    )


def seen(desk: Desk, ask: Ask, rubric: str, period: str, text: str = "") -> tuple[Result, ...]:
    """Return the results of the studios that the person may see.

    With a text they are those whose name or unit holds it, also where nothing is known of them; without one those of
    which anything is known, a retired one only where it is of this period.
    """
    if not text:
        every = results(desk, rubric, period)
        found = (one for one in every if access.may(ask.who, "read_results", one.studio))
        return tuple(one for one in found if one.outcome or not one.studio.retired)
    wanted = text.casefold()
    studios = desk.studios.covered(access.scopes(ask.who, "read_results"))
    named = [one.id for one in studios if wanted in one.name.casefold() or wanted in one.unit.casefold()]
    return results(desk, rubric, period, named) if named else ()


def read_one(desk: Desk, ask: Ask, state: OneState) -> One:
    """Read one studio for those who may see its results."""
    studio = desk.studios.get(state.studio)
    access.require(ask.who, "read_results", studio)
    chosen = rubric_named(judging(desk), state.rubric)
    found = result(desk, chosen.id, period_of(state.period, chosen), state.studio)
    if found is None:
        raise Stale
    judgement = found.judgement
    ids = {judgement.by, judgement.approved_by or ""} - {""} if judgement else set()
    people = {each: desk.people.get(each, ask.now) for each in ids}
    return One(
        state,
        found,
        {one.id: desk.proofs.of(one.id) for one in found.facts},
        {each: person.name if person else "?" for each, person in people.items()},
        bool(_allowed(ask, "manage", [found.studio])),
        access.may(ask.who, "approve", found.studio) and not _signed(desk, ask, (found,)),
        today(ask),
    )


def read_shared(desk: Desk, ask: Ask, state: ShareState) -> Shared:
    """Read the approved outcomes of the studios of leaders and units, the newest first."""
    if not (access.may(ask.who, "answer") or access.may(ask.who, "read_notices")):
        raise Refusal("no_role")
    if state.judgement:
        one = desk.outcomes.judgement(state.judgement)
        studio = desk.studios.get(one.studio) if one else None
        if one is None or studio is None or one.state not in DECIDED or not _concerned(ask, studio):
            raise Refusal("not_yours")
        found = result(desk, one.rubric, one.period, one.studio)
        team = tuple(each.name for each in desk.studios.team(one.studio))
        return Shared(state, (found,) if found else (), team, shares=access.may(ask.who, "answer", studio))
    scopes = [*access.scopes(ask.who, "answer"), *access.scopes(ask.who, "read_notices")]
    decided = [
        each
        for studio in desk.studios.covered(scopes)
        for each in desk.outcomes.judgements_of(studio.id)
        if each.state in DECIDED
    ]
    decided.sort(key=lambda each: -(each.approved or 0))
    leaves = max(1, -(-len(decided) // PAST))
    leaf = min(state.leaf, leaves - 1)
    here = decided[leaf * PAST : (leaf + 1) * PAST]
    listed = (result(desk, each.rubric, each.period, each.studio) for each in here)
    return Shared(state, tuple(one for one in listed if one), (), shares=False, leaf=leaf, leaves=leaves)


def rubric_named(rubrics: Iterable[Rubric], letters: str) -> Rubric:
    """Return the rubric that a button names."""
    found = next((one for one in rubrics if letters_of(one.id) == letters), None)
    if found is None:
        raise Stale
    return found


def period_of(text: str, rubric: Rubric) -> str:
    """Return a period that the rubric judges, as it is written; anything else is no button of ours."""
    try:
        found = Period.parse(text)
    except Refused as refusal:
        raise Stale from refusal
    if found.kind not in kinds_of(rules_of(rubric)):
        raise Stale
    return str(found)


def _concerned(ask: Ask, studio: Studio) -> bool:
    return access.may(ask.who, "answer", studio) or access.may(ask.who, "read_notices", studio)


def _allowed(ask: Ask, act: access.Act, studios: Iterable[Studio]) -> frozenset[str]:
    """Return the studios to which the person may do an act and which they do not lead."""
    return frozenset(
        one.id
        for one in studios
        if access.may(ask.who, act, one) and not access.leads(ask.who, one.id, one.unit)
    )


def _signed(desk: Desk, ask: Ask, found: Iterable[Result]) -> frozenset[str]:
    """Return the studios of which the person signed a sheet that counts here: nobody decides on what they scored."""
    if not access.may(ask.who, "approve"):
        return frozenset()
    signed = desk.visits.signed_by(ask.who.id)
    return frozenset(one.studio.id for one in found if any(each.assessment in signed for each in one.sheets))


def _id(one: Result) -> str:
    return one.judgement.id if one.judgement else ""
