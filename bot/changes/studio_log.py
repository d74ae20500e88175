"""What the changes of a studio's log have in common: whose it is, which rubrics ask for it, when a month is closed."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from bot import access
from bot.changes.base import Moment
from bot.entities import ActivityFacts, LogEntry, Month, Studio
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.activities import Activity
from rubrics.effective import effective
from rubrics.model import Rubric

DUE_DAYS: Final = 3
"""A month is to be handed in by this day of the next one; no source says a day, so what the last evening brought
can still be written down."""


def stream_of(studio: str) -> str:
    """Return the stream of the history in which a studio's log is told."""
    return f"log:{studio}"


def books(desk: Desk, studio: str) -> tuple[Rubric, ...]:
    """Return the rubrics that ask for a studio's activities, the one in which it logged last first.

    They are the newest published versions with kinds of activity: of the rubrics by which the studio was ever visited,
    or of all, if it was visited by none of them. One in which it has logged is always among them.
    """
    asking = [rubric for rubric in desk.library.current() if rubric.activities]
    logged, visited = desk.logs.rubrics(studio), desk.visits.rubrics_at(studio)
    known = [rubric for rubric in asking if rubric.id in visited]
    wanted = [rubric for rubric in asking if not known or rubric in known or rubric.id in logged]
    place = {rubric: number for number, rubric in enumerate(logged)}
    return tuple(sorted(wanted, key=lambda each: (place.get(each.id, len(place)), each.id)))


def ruled(desk: Desk, rubric: Rubric, year: int) -> Rubric:
    """Return a rubric as the unit has decided its open questions for a year, as shipped where nobody has."""
    campaign = desk.visits.campaign(rubric.id, rubric.version, year, "")
    return effective(rubric, campaign.rulings) if campaign else rubric


def book(desk: Desk, rubric: str) -> Rubric:
    """Return the newest version of a rubric that has kinds of activity, or refuse."""
    found = (each for each in desk.library.current() if each.id == rubric and each.activities)
    rubric_of = next(found, None)
    if rubric_of is None:
        raise Refusal("not_yours")
    return rubric_of


def my_studio(desk: Desk, studio: str, moment: Moment, act: access.Act = "log") -> Studio:
    """Return a studio in whose log the person may write, or refuse."""
    found = desk.studios.get(studio)
    if moment.person is None or found is None or not access.may(moment.person, act, found):
        raise Refusal("not_yours")
    return found


def my_entry(desk: Desk, entry: str, moment: Moment) -> LogEntry:
    """Return an entry that still stands, in a log in which the person may write, or refuse."""
    found = desk.logs.get(entry)
    if found is None:
        raise Refusal("not_yours")
    my_studio(desk, found.studio, moment)
    if found.deleted is not None:
        raise Refusal("log_gone")
    return found


def still_open(desk: Desk, studio: str, rubric: str, month: str) -> Month | None:
    """Return a month that takes entries (None if it was never handed in), or refuse."""
    found = desk.logs.month_of(studio, rubric, month)
    if found is not None and found.state == "submitted":
        raise Refusal("month_closed", month=month, on=found.day)
    return found


def due_day(month: str) -> date:
    """Return the last day on which a month is handed in in time."""
    year, number = int(month[:4]), int(month[5:7])
    return date(year, number, monthrange(year, number)[1]) + timedelta(days=DUE_DAYS)


def facts_checked(desk: Desk, facts: ActivityFacts, today: str) -> ActivityFacts:
    """Return what was said of an activity with the amount that counts, or refuse what cannot be."""
    if facts.on > today:
        raise Refusal("log_future", on=facts.on, today=today)
    kind = book(desk, facts.rubric).activity(facts.activity)
    if kind is None:
        raise Refusal("not_yours")
    return facts.model_copy(update={"amount": _amount(kind, facts)})


def _amount(kind: Activity, facts: ActivityFacts) -> str:
    said = {"persons": facts.people and str(facts.people), "hours": facts.hours}
    if kind.measure not in said:
        return facts.amount or "1"
    amount = said[kind.measure]
    if not amount:
        raise Refusal("log_amount", measure=kind.measure)
    return amount
