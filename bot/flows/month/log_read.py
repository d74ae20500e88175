"""What the screens of the log show, as values: the month's entries, the kinds, the one entry that is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.entities import ActivityFacts, LogEntry, Proof, Studio
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.month.log_states import LoggedState, LogState
from bot.flows.month.mine import my_studios, today
from bot.flows.month.reading import Page, read
from bot.flows.month.states import MonthState
from bot.flows.screen import Ask
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.activities import Activity
from rubrics.model import Rubric

RECENT = 6
"""Entries that are offered for a file."""
RECENT_DAYS = 62
NEAR = 8
"""Studios whose entries are offered for a file."""
FIRST_MONTH = "2000-01"

Closed = Mapping[tuple[str, str, str], str]
"""The day on which a month (of a studio, under a rubric) was handed in, for those that are closed."""


@dataclass(frozen=True, slots=True)
class LogPage:
    """The log of a studio, with what is being written."""

    state: LogState
    page: Page
    closed: Closed = field(default_factory=dict)
    loose: tuple[Proof, ...] = ()
    """Files of the studio that belong to no activity yet."""
    pieces: tuple[Proof, ...] = ()
    """Those of the state that still wait."""
    recent: tuple[LogEntry, ...] = ()
    """What a file may belong to, the newest first; only read where they are drawn."""
    album: Proof | None = None
    """The piece to which the earlier parts of an incoming album went."""
    stored: LogEntry | None = None
    """What is being edited, or was saved from this card, as it stands now."""
    newest: LogEntry | None = None
    """What the person logged last."""

    @property
    def kind(self) -> Activity | None:
        """The kind that was chosen."""
        return self.page.rubric.activity(self.state.facts.activity)

    @property
    def saved(self) -> bool:
        """Whether what is written on the card was saved, or overtaken by somebody else."""
        return self.stored is not None and self.stored.revision > self.state.revision

    def called(self, studio: str) -> str:
        """Return the name of one of the person's studios."""
        return next((each.name for each in self.page.studios if each.id == studio), "")


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry."""

    state: LoggedState
    page: Page
    entry: LogEntry
    by: str
    """The name of whoever logged it."""
    log: LogPage | None = None
    """The log as a message that comes here may need it."""


def read_log(
    desk: Desk, ask: Ask, state: LogState, given: AnyInput | Tap | None
) -> LogPage | tuple[Studio, ...]:
    """Read the log; the studios where one of several is to be chosen first.

    A file must not wait for that choice: it is kept with the studio in which the person logged last.
    """
    month = state.month or f"{today(ask):%Y-%m}"
    wanted = MonthState(studio=state.studio, rubric=state.rubric, month=month)
    page = read(desk, ask, wanted)
    if not isinstance(page, Page) and isinstance(given, SentFile):
        page = read(desk, ask, wanted.model_copy(update={"studio": _likely(desk, ask, page)}))
    if not isinstance(page, Page):
        return page
    kept = {"studio": page.state.studio, "rubric": page.state.rubric}
    offered = state.step == "where" and given is None
    closed = _closed(desk, _near(page) if offered else (page.studio,))
    return LogPage(
        state.model_copy(update=kept),
        page,
        closed=closed,
        loose=desk.proofs.of(page.studio.id),
        pieces=_waiting(desk, page, state.pieces),
        recent=_recent(desk, ask, page, closed) if offered else (),
        album=_album(desk, given),
        stored=desk.logs.get(state.entry) if state.entry else None,
        newest=desk.logs.newest(page.studio.id, ask.who.id),
    )


def read_entry(desk: Desk, ask: Ask, state: LoggedState, given: AnyInput | Tap | None) -> EntryPage:
    """Read an entry for leaders of its studio only; one that does not exist and one of others are refused alike."""
    entry = desk.logs.get(state.entry)
    if entry is None or entry.studio not in {each.id for each in my_studios(desk, ask)}:
        raise Refusal("not_yours")
    where = {"studio": entry.studio, "rubric": entry.rubric, "month": entry.month}
    page = read(desk, ask, MonthState.model_validate(where))
    if not isinstance(page, Page):
        raise Refusal("not_yours")
    by = desk.people.get(entry.by, ask.now)
    log = None
    if given is not None and not isinstance(given, Tap):
        log = read_log(desk, ask, LogState.model_validate(where), given)
    return EntryPage(state, page, entry, by.name if by else "?", log if isinstance(log, LogPage) else None)


def draft_of(entry: LogEntry, rubric: Rubric) -> ActivityFacts:
    """Return what was said of an entry, without an amount that follows from people or hours."""
    kind = rubric.activity(entry.activity)
    own = kind is not None and kind.measure in {"events", "results"} and entry.amount != "1"
    return entry.facts.model_copy(update={"amount": entry.amount if own else ""})


def _near(page: Page) -> tuple[Studio, ...]:
    """Return the studio in view and a few of the person's others."""
    others = (each for each in page.studios if each.id != page.studio.id)
    return (page.studio, *tuple(others)[: NEAR - 1])


def _likely(desk: Desk, ask: Ask, studios: tuple[Studio, ...]) -> str:
    logged = [found for each in studios if (found := desk.logs.newest(each.id, ask.who.id))]
    return max(logged, key=lambda each: each.came).studio if logged else studios[0].id


def _closed(desk: Desk, studios: tuple[Studio, ...]) -> Closed:
    months = (each for studio in studios for each in desk.logs.months(studio.id, FIRST_MONTH, "9999-12"))
    return {(each.studio, each.rubric, each.month): each.day for each in months if each.state == "submitted"}


def _waiting(desk: Desk, page: Page, pieces: tuple[str, ...]) -> tuple[Proof, ...]:
    mine = {each.id for each in page.studios}
    found = (desk.proofs.piece(each) for each in pieces)
    return tuple(each for each in found if each and each.of == each.studio and each.studio in mine)


def _recent(desk: Desk, ask: Ask, page: Page, closed: Closed) -> tuple[LogEntry, ...]:
    """Return what was logged lately in months that are open, in all studios of the person."""
    now = today(ask)
    start = now - timedelta(days=RECENT_DAYS)
    found = [
        each
        for studio in _near(page)
        for each in desk.logs.between(studio.id, start.isoformat(), now.isoformat())
        if (each.studio, each.rubric, each.month) not in closed
    ]
    return tuple(sorted(found, key=lambda each: (each.came, each.id), reverse=True)[:RECENT])


def _album(desk: Desk, given: AnyInput | Tap | None) -> Proof | None:
    """Return the piece that the album became, if it is a kept one or one of the log."""
    if not isinstance(given, SentFile) or not given.album:
        return None
    found = desk.proofs.piece_of_album(given.chat, given.album)
    ours = found is not None and (found.of == found.studio or desk.logs.get(found.of) is not None)
    return found if ours else None
