"""What the card of a month shows, as values: which month it is, what was logged, what is asked for, how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.changes.studio_log import books, due_day, ruled
from bot.changes.work_plan.reported import with_reports
from bot.entities import LogEntry, Month, Studio
from bot.flows.month.mine import logged, mark_of, month_name, my_studios, span_of, today
from bot.flows.month.states import MonthState
from bot.flows.screen import Ask, Stale
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.logbook import Standing, standing
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.problems import Refused

MONTH_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Page:
    """A month of a studio under one rubric."""

    state: MonthState
    """With everything that was chosen."""
    studio: Studio
    studios: tuple[Studio, ...]
    rubric: Rubric
    rubrics: tuple[Rubric, ...]
    entries: tuple[LogEntry, ...]
    """Of this month."""
    standings: tuple[Standing, ...]
    row: Month | None
    today: date
    names: tuple[tuple[str, str], ...] = ()
    """People who did something to the month: id and name."""

    @property
    def closed(self) -> bool:
        """Whether it was handed in and takes nothing more."""
        return self.row is not None and self.row.state == "submitted"

    @property
    def missing(self) -> tuple[Standing, ...]:
        """Return what is asked for by the end of this month, firmly, and is not done."""
        return tuple(
            each for each in self.standings if each.due and each.missing and not each.requirement.soft
        )

    @property
    def seen(self) -> str:
        """Return what a press to hand in was shown: how many entries, as edited how often."""
        return f"{len(self.entries)}.{sum(each.revision for each in self.entries)}"

    @property
    def due(self) -> date:
        """The last day to hand it in in time."""
        return due_day(self.state.month)

    def called(self, words: Words) -> str:
        """Return the month as people call it."""
        return month_name(self.state.month, words)


def read(desk: Desk, ask: Ask, state: MonthState) -> Page | tuple[Studio, ...]:
    """Read a month; the studios where one of several is to be chosen first."""
    studios = my_studios(desk, ask)
    studio = studios[0] if len(studios) == 1 and not state.studio else None
    if studio is None:
        if not state.studio:
            return studios
        studio = next((each for each in studios if each.id == state.studio), None)
        if studio is None:
            raise Refusal("not_yours")
    rubrics = books(desk, studio.id)
    if not rubrics:
        raise Refusal("month_no_rubric")
    rubric = _rubric(rubrics, state.rubric)
    now = today(ask)
    month = _month(desk, studio, rubric, state.month, now)
    chosen = MonthState(studio=studio.id, rubric=rubric.id, month=month, step=state.step)
    return _page(desk, ask, chosen, (studio, studios), (rubric, rubrics))


def _page(
    desk: Desk,
    ask: Ask,
    state: MonthState,
    studio: tuple[Studio, tuple[Studio, ...]],
    rubric: tuple[Rubric, tuple[Rubric, ...]],
) -> Page:
    now, period = today(ask), Period.parse(state.month)
    named = date.fromisoformat(studio[0].named_on) if studio[0].named_on else None
    first = min(named or date.max, date(period.start.year - 1, 1, 1))
    known = desk.logs.between(state.studio, first.isoformat(), period.end.isoformat(), state.rubric)
    start, end = span_of(state.month)
    asking = ruled(desk, rubric[0], period.start.year)
    row = desk.logs.month_of(state.studio, state.rubric, state.month)
    stands = standing(asking, [logged(each, ask) for each in known], period, today=now, named=named)
    return Page(
        state=state,
        studio=studio[0],
        studios=studio[1],
        rubric=asking,
        rubrics=rubric[1],
        entries=tuple(each for each in known if start <= each.on <= end),
        standings=with_reports(desk, state.studio, asking, stands),
        row=row,
        today=now,
        names=_names(desk, row, ask),
    )


def _names(desk: Desk, row: Month | None, ask: Ask) -> tuple[tuple[str, str], ...]:
    who = {row.by, *(each.by for each in row.reopened)} if row else set()
    found = [(person, desk.people.get(person, ask.now)) for person in sorted(who)]
    return tuple((person, each.name) for person, each in found if each)


def _rubric(rubrics: Sequence[Rubric], wanted: str) -> Rubric:
    if not wanted:
        return rubrics[0]
    found = next((each for each in rubrics if wanted in {each.id, mark_of(each.id)}), None)
    if found is None:
        raise Stale
    return found


def _month(desk: Desk, studio: Studio, rubric: Rubric, wanted: str, now: date) -> str:
    """Return the month that is wanted; else the last one while it can still be handed in in time, else this one."""
    this = f"{now:%Y-%m}"
    if wanted:
        try:
            period = Period.parse(wanted)
        except Refused:
            raise Stale from None
        if period.kind != "month" or wanted > this:
            raise Stale
        return wanted
    last = str(Period.holding("month", now).previous())
    row = desk.logs.month_of(studio.id, rubric.id, last)
    owed = row is None or row.state == "open"
    if owed and now <= due_day(last) and desk.logs.between(studio.id, *span_of(last), rubric.id):
        return last
    return this
