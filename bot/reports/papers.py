"""What all papers about many studios share: which studios, which sheets count, and why one is missing.

Reads for the scopes that it is given; who may ask for them is decided before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.changes.official import Official, official
from bot.changes.outcomes.known import campaign_of, rubric_in
from bot.changes.taking_part import concerned
from bot.changes.visit_forms import default_form
from bot.clock import from_ms
from bot.entities import Campaign, Scope, Studio
from bot.ports import Desk, OpenAt
from bot.problems import Refusal
from bot.reports.score_sheet import Paper
from bot.texts import Words, words
from bot.texts.names import named
from exports.summary_records import Absent
from rubrics.model import Rubric
from rubrics.periods import Kind, Period, When
from rubrics.totals import forms

SPLIT: Final[tuple[When, ...]] = ("month", "quarter", "half", "year")
ORDER: Final[tuple[Kind, ...]] = (*SPLIT, "cycle")


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper about all studios of these scopes, or of one unit among them."""

    rubric: str
    period: Period
    scopes: tuple[Scope, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What papers are written from: the rubric under the rulings of its campaign, and the studios that it is for."""

    desk: Desk
    asked: Asked
    rubric: Rubric
    campaign: Campaign | None
    studios: tuple[Studio, ...]
    """By unit and name: those that take part in the campaign, retired ones too as long as they have sheets of the time.

    No source prints a form for these papers; 002 wants the problems of those that were checked told, month by month.
    """
    now: int
    paper: Paper

    @property
    def period(self) -> Period:
        """The period that was asked for."""
        return self.asked.period

    @property
    def today(self) -> date:
        """The local day."""
        return from_ms(self.now).astimezone(self.paper.zone).date()

    @property
    def dated(self) -> datetime:
        """The moment at which the paper is made."""
        return from_ms(self.now)

    @property
    def say(self) -> Words:
        """Texts in the language of the rubric."""
        return words(self.rubric.language)

    def sheets(self, periods: Iterable[Period]) -> tuple[Official, ...]:
        """Return the signed official sheets of some periods that totals are judged by."""
        named = [str(each) for each in periods]
        found = official(self.desk, self.rubric.id, named, self.studios)
        return tuple(each for each in found if _counts(self.rubric, each))

    def absent(
        self, periods: Sequence[Period], signed: Iterable[Official], known: Iterable[str] = ()
    ) -> tuple[Absent, ...]:
        """Return which sheets of some periods are missing, and why; of `known` studios nothing is."""
        there = {(each.studio.id, each.period) for each in signed}
        open_ = {
            (each.studio, each.period): each
            for each in self.desk.visits.open_in(self.rubric.id, [str(each) for each in periods])
        }
        done = frozenset(known)
        return tuple(
            Absent(studio.name, studio.unit, studio.leader, str(period), why)
            for studio in self.studios
            for period in periods
            if studio.id not in done and (studio.id, str(period)) not in there
            for why in self._why(studio, period, open_.get((studio.id, str(period))))
        )

    def _why(self, studio: Studio, period: Period, visit: OpenAt | None) -> Iterator[str]:
        """Yield why a sheet is missing; nothing where none was to be made."""
        if visit is not None:
            plan = self.desk.plans.of_visit(visit.visit)
            if self._begun(visit):
                yield self.say("paper.why.begun")
            elif plan is not None and plan.day:
                yield self.say("paper.why.planned", day=plan.day)
            else:
                yield self.say("paper.why.prepared")
        elif studio.retired is not None:
            if studio.retired > period.start.isoformat():
                yield self.say("paper.why.retired", day=studio.retired)
        elif period.end >= self.today:
            yield self.say("paper.why.running")
        else:
            yield self.say("paper.why.none")

    def _begun(self, visit: OpenAt) -> bool:
        ballots = (each.assessment for each in self.desk.panels.ballots(visit.visit))
        return any(self.desk.marks.of(each).marks for each in (visit.assessment, *ballots))


def ground(desk: Desk, asked: Asked, now: int, paper: Paper) -> Ground:
    """Return what papers are written from, or refuse a rubric, a unit or a kind of period that there is not."""
    campaign = campaign_of(desk, asked.rubric, asked.period.end.year)
    rubric = rubric_in(desk, asked.rubric, campaign)
    if rubric is None:
        raise Refusal(
            "paper_no_rubric", rubric=asked.rubric, known=tuple(one.id for one in desk.library.current())
        )
    every = desk.studios.covered(asked.scopes)
    mine = tuple(studio for studio in every if not asked.unit or studio.unit == asked.unit)
    if asked.unit and not mine:
        raise Refusal(
            "paper_no_unit", unit=asked.unit, known=tuple(dict.fromkeys(studio.unit for studio in every))
        )
    part = tuple(concerned(desk, rubric, asked.period, mine))
    return Ground(desk, asked, rubric, campaign, part, now, paper)


def within(rubric: Rubric, period: Period) -> tuple[Period, ...]:
    """Return the periods of a rubric's sheets within a period, itself first, then by kind, the longest first."""
    longer = ORDER.index(period.kind)
    kinds = [kind for kind in reversed(SPLIT) if kind in rubric.periods and ORDER.index(kind) < longer]
    return (period, *(part for kind in kinds for part in period.split(kind)))


def _counts(rubric: Rubric, sheet: Official) -> bool:
    """Say whether a sheet is one of those whose totals are judged: other forms of a visit have an end of their own."""
    kind = Period.parse(sheet.period).kind
    return sheet.kind == kind or default_form(rubric, kind) is None


def refuse_kind(period: Period, kinds: Iterable[Kind]) -> None:
    """Refuse a kind of period about which a rubric says nothing, naming those about which it does."""
    named = tuple(kinds)
    if period.kind not in named:
        raise Refusal("paper_period", period=str(period), known=forms(named, period))


def refuse_conditions(rubric: Rubric) -> None:
    """Refuse a rubric of conditions alone: it has no points to rank or to lose."""
    if not rubric.sections:
        raise Refusal("paper_no_points", rubric=named(rubric))
