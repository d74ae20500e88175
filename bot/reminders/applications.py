"""Applications that are due soon, that lie, and whose public notice is over: applicants and coordinators are told.

Whoever has several of a kind on one day is told of all of them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from bot import access
from bot.changes.applications.of import last_of
from bot.changes.applying.checks import WRITABLE, last_day
from bot.entities import Application, Person
from bot.flows.applications.states import LIST, ONE
from bot.flows.apply.states import FORM
from bot.flows.html import escape
from bot.flows.month.mine import rubric_title, today
from bot.flows.outputs import Button, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.reminders.kinds import Due, Kind, Today
from bot.reminders.people import led
from bot.texts import Words
from rubrics.application_way import outside

WEEK: Final = "application_week"
EVE: Final = "application_eve"
PUBLIC: Final = "application_public"
LIES: Final = "application_lies"
DAY: Final = timedelta(days=1)
SOON_DAYS: Final = 7
LYING_DAYS: Final = 14
"""No source says for how long an application may lie."""
LATE_DAYS: Final = 30
"""Days for which something is still brought to mind, if that could not be done on the first of them."""
WAITING: Final = frozenset({"submitted", "recommended", "examined", "visited", "selected", "approved"})
LINES: Final = 10


# --- until when it is to be handed in ----------------------------------------------------------------


def _due_soon(name: str, desk: Desk, day: Today) -> Iterable[Due]:
    first, last = (2, SOON_DAYS) if name == WEEK else (0, 1)
    soon = {
        place: until
        for place in desk.applications.years()
        if (until := _until(desk, *place)) and first <= (date.fromisoformat(until) - day.day).days <= last
    }
    open_ = [
        (one, until)
        for (rubric, year), until in soon.items()
        for one in desk.applications.of_round(rubric, year)
        if one.state in WRITABLE
    ]
    leaders = tuple(led(desk, day.now)) if open_ else ()
    for one, until in open_:
        whose = [person.id for person, studio in leaders if studio.id == one.studio]
        for person in dict.fromkeys((*whose, one.by)):
            yield Due(name, person, (one.id, until))


def _until(desk: Desk, rubric: str, year: int) -> str:
    found = next((each for each in desk.library.current() if each.id == rubric), None)
    return last_day(desk, found, year) if found is not None else ""


def _mine(desk: Desk, due: Due) -> Application | None:
    """Return the application, if it still is to be handed in by that day."""
    found = desk.applications.get(due.about[0])
    if found is None or found.state not in WRITABLE:
        return None
    return found if _until(desk, found.rubric, found.year) == due.about[1] else None


def _may_apply(desk: Desk, person: Person, due: Due) -> bool:
    found = _mine(desk, due)
    studio = desk.studios.get(found.studio) if found is not None else None
    return studio is not None and studio.retired is None and access.may(person, "apply", studio)


def _say_soon(desk: Desk, ask: Ask, due: Due) -> Say | None:
    found = _mine(desk, due)
    if found is None:
        return None
    words, left = ask.words, (date.fromisoformat(due.about[1]) - today(ask)).days
    head = "remind.way_today" if left < 1 else "remind.way_eve" if left == 1 else "remind.way_week"
    text = words(
        "remind.way_mine",
        name=escape(found.name),
        rubric=rubric_title(desk.library.get(found.rubric, found.version), words),
        year=found.year,
        on=due.about[1],
        state=words(f"apply.state.{found.state}"),
    )
    button = Button(words("button.open"), pack(FORM, "v", found.id, ""))
    return Say("\n".join((words(head), text)), ((button,),))


# --- what coordinators leave lying -------------------------------------------------------------------


def _under_way(desk: Desk, day: date) -> Iterator[Application]:
    """Yield what may wait for the desk: of this year and the one before, and all matters."""
    for rubric, year in desk.applications.years():
        if year >= day.year - 1:
            yield from desk.applications.of_round(rubric, year)
    yield from desk.applications.matters()


def _over(desk: Desk, found: Application) -> str:
    """Return the last day of the notice of one that is public, empty for all others."""
    if found.state != "published":
        return ""
    notice = last_of(desk.applications.steps(found.id), "published")
    return notice.value if notice is not None else ""


def _lying(desk: Desk, day: Today, found: Application) -> str:
    """Return the day since when nothing has happened to one that somebody else has to do something with."""
    if found.state not in WAITING:
        return ""
    since = day.day_of(found.changed)
    if since + LYING_DAYS * DAY >= day.day:
        return ""
    if outside([step.name for step in desk.applications.steps(found.id)]):
        return ""
    return since.isoformat()


def _since(kind: str, desk: Desk, day: Today, found: Application) -> str:
    return _over(desk, found) if kind == PUBLIC else _lying(desk, day, found)


def _due_desk(kind: str, desk: Desk, day: Today) -> Iterable[Due]:
    """Yield each coordinator with each day on which the time of something ended."""
    left = LATE_DAYS + (LYING_DAYS if kind == LIES else 0)
    late = sorted(
        {
            since
            for found in _under_way(desk, day.day)
            if (since := _since(kind, desk, day, found))
            and since < day.day.isoformat()
            and date.fromisoformat(since) >= day.day - left * DAY
        }
    )
    people = desk.people.with_role("coordinator", day.now) if late else ()
    for person in people:
        for since in late:
            yield Due(kind, person.id, (since,))


def _theirs(kind: str, desk: Desk, person: Person, due: Due, day: Today) -> tuple[Application, ...]:
    """Return what of that day still waits for this coordinator."""

    def found() -> Iterator[Application]:
        for one in _under_way(desk, day.day):
            studio = desk.studios.get(one.studio)
            if studio is None or not access.may(person, "examine", studio):
                continue
            if _since(kind, desk, day, one) == due.about[0]:
                yield one

    return tuple(found())


def _may_examine(desk: Desk, person: Person, due: Due) -> bool:
    del desk, due
    return access.may(person, "examine")


def _say_desk(kind: str, desk: Desk, ask: Ask, due: Due) -> Say | None:
    found = _theirs(kind, desk, ask.who, due, Today(ask.now, ask.zone))
    if not found:
        return None
    words = ask.words
    head = words("remind.way_public") if kind == PUBLIC else words("remind.way_lies", days=LYING_DAYS)
    lines = [head, *(_line(desk, one, due, words) for one in found[:LINES])]
    if len(found) > LINES:
        lines.append(words("remind.more", count=len(found) - LINES))
    return Say("\n".join([*lines, words("remind.once")]), ((_way(found, words),),))


def _line(desk: Desk, found: Application, due: Due, words: Words) -> str:
    if found.matter == "name":
        rubric = rubric_title(desk.library.get(found.rubric, found.version), words)
        what = f"{rubric} {found.year}"
    else:
        what = words(f"way.matter.{found.matter}")
    state = words(f"apply.state.{found.state}")
    return words("remind.way_line", name=escape(found.name), what=f"{what}　{state}", on=due.about[0])


def _way(found: Sequence[Application], words: Words) -> Button:
    data = pack(ONE, "o", found[0].id) if len(found) == 1 else pack(LIST, "o")
    return Button(words("button.open"), data)


KINDS: Final = (
    *(Kind(name, partial(_due_soon, name), _say_soon, _may_apply) for name in (WEEK, EVE)),
    *(
        Kind(name, partial(_due_desk, name), partial(_say_desk, name), _may_examine)
        for name in (PUBLIC, LIES)
    ),
)
