"""What exports are made of, in one visible list: signed sheets, the log of activities, applications of a year's round.

A source says which rubrics, periods and studios a kind of export offers. It must not know how anything is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot import access
from bot.changes.taking_part import concerned
from bot.clock import from_ms
from bot.entities import Studio
from bot.flows.export import rounds
from bot.flows.export.kinds import ExportKind
from bot.flows.screen import Ask
from bot.ports import Desk
from rubrics.model import Rubric
from rubrics.periods import Kind, Period

LOG_YEARS: Final = 2
"""How many years back a log is offered, this one among them."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was chosen so far, by whom."""

    desk: Desk
    ask: Ask
    kind: ExportKind
    rubric: Rubric

    @property
    def today(self) -> date:
        """The local day."""
        return from_ms(self.ask.now).astimezone(self.ask.zone).date()

    def known(self) -> Iterator[Studio]:
        """Yield the studios in the person's scope, by unit and name."""
        act, who = self.kind.act, self.ask.who
        for studio in self.desk.studios.covered(access.scopes(who, act)):
            if access.may(who, act, studio):
                yield studio


def _no_things(wish: Wish, period: str) -> Mapping[str, str]:
    del wish, period
    return {}


@dataclass(frozen=True, slots=True)
class Source:
    """What exports of one sort are made of."""

    offers: Callable[[Desk, Rubric], bool]
    """Whether anything was ever done by a rubric."""
    spans: Callable[[Rubric], Iterable[Kind]]
    """Kinds of period, where a kind of export does not say others."""
    periods: Callable[[Wish], Iterable[Period]]
    """The periods that are offered, in whatever order."""
    studios: Callable[[Wish, str], Iterable[Studio]]
    """The studios that have what it is made of in a period, by unit and name."""
    things: Callable[[Wish, str], Mapping[str, str]] = _no_things
    """What is exported of each studio, by its id, where that has an id of its own."""
    none: str = "export.none"
    none_at: str = "export.none_at"
    ask_period: str = "export.ask.period"
    """Keys of texts: nothing by any rubric, nothing in a period, the question for the period."""


def spans(kind: ExportKind, rubric: Rubric) -> Iterable[Kind]:
    """Return the kinds of period that an export is about."""
    return kind.spans(rubric) if kind.spans is not None else SOURCES[kind.source].spans(rubric)


# --- signed sheets


def _visited(desk: Desk, rubric: Rubric) -> bool:
    return bool(desk.visits.campaigns(rubric.id))


def _since_campaigns(wish: Wish) -> Iterator[Period]:
    years = [each.year for each in wish.desk.visits.campaigns(wish.rubric.id)]
    return _since(wish, min(years, default=wish.today.year))


def _signed(wish: Wish, period: str) -> Iterator[Studio]:
    """A paper about a span tells of studios without a sheet too, as far as they take part."""
    if wish.kind.spans is not None:
        yield from concerned(wish.desk, wish.rubric, Period.parse(period), wish.known())
        return
    signed = {each.studio for each in wish.desk.visits.signed_in(wish.rubric.id, (period,))}
    yield from (studio for studio in wish.known() if studio.id in signed)


# --- the log


def _always(desk: Desk, rubric: Rubric) -> bool:
    del desk, rubric
    return True


def _logged(wish: Wish) -> Iterator[Period]:
    return _since(wish, wish.today.year - LOG_YEARS + 1)


def _known(wish: Wish, period: str) -> Iterator[Studio]:
    del period
    return wish.known()


def _since(wish: Wish, first: int) -> Iterator[Period]:
    """Yield the periods that have begun since a year."""
    for kind in spans(wish.kind, wish.rubric):
        yield from _begun(kind, first, wish.today, wish.rubric)


def _begun(kind: Kind, first: int, today: date, rubric: Rubric) -> Iterator[Period]:
    if kind == "cycle":
        length = rubric.cycle or 0
        for end in range(first, today.year + length):
            if length > 1:
                yield Period.parse(f"{end - length + 1}..{end}")
        return
    period = Period.holding(kind, today)
    while period.end.year >= first:
        yield period
        period = period.previous()


# --- rounds of applications


def _applied(desk: Desk, rubric: Rubric) -> bool:
    return any(known == rubric.id for known, _ in desk.applications.years())


def _years(wish: Wish) -> Iterator[Period]:
    """The years in which anybody applied, also the next one."""
    return (
        Period.parse(str(year)) for rubric, year in wish.desk.applications.years() if rubric == wish.rubric.id
    )


def _applicants(wish: Wish, period: str) -> Iterator[Studio]:
    applied = _applications(wish, period)
    return (studio for studio in wish.known() if studio.id in applied)


def _applications(wish: Wish, period: str) -> dict[str, str]:
    """What each studio applied with, as far as the person may read it; of lists those that are on them."""
    year = Period.parse(period).start.year
    found = rounds.of_studios(wish.desk, wish.ask.who, wish.rubric.id, year)
    return {studio: each.id for studio, each in found.items() if wish.kind.takes(wish.desk, each)}


SOURCES: Final[Mapping[str, Source]] = {
    "sheets": Source(_visited, lambda rubric: rubric.periods, _since_campaigns, _signed),
    "log": Source(_always, lambda _: ("month", "quarter", "year"), _logged, _known),
    "round": Source(
        _applied,
        lambda _: ("year",),
        _years,
        _applicants,
        _applications,
        none="export.none_applied",
        none_at="export.none_applied_at",
        ask_period="export.ask.year",
    ),
}
"""By the name that kinds of export say."""
