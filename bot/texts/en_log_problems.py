"""What can be wrong in a line of a studio's log, in English: what is wrong, and what to send instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "problem.log_kind_missing": "No kind of activity; nothing was logged. Begin with the kind, one of: {known}.",
    "problem.log_kind_unknown": "There is no activity “{value}”; nothing was logged. Send one of: {known}.",
    "problem.log_kind_many": "“{value}” fits several kinds; nothing was logged. Say which one: {known}.",
    "problem.log_day_missing": "No date; nothing was logged. Write today, yesterday, May 12 or 2026-05-12.",
    "problem.log_day_unread": "“{value}” is no date; nothing was logged. Write today, yesterday, May 12 or 2026-05-12.",
    "problem.log_day_none": "There is no day “{value}”; nothing was logged. Check month and day and send it again.",
    "problem.log_day_ahead": (
        "{on} is still to come (today is {today}); nothing was logged. Send a day up to today; with the year if it is"
        " long ago."
    ),
    "problem.log_day_twice": "Two dates ({first}, {second}); nothing was logged. One entry is about one day: send two.",
    "problem.log_people_whole": "“{value}” is no whole number; nothing was logged. Send e.g. 18 people.",
    "problem.log_results_whole": "“{value}” is no whole number; nothing was logged. Send e.g. 2 results.",
    "problem.log_hours_fine": "“{value}” does not come out even in hours; nothing was logged. Send e.g. 1.5 hours.",
    "problem.log_number_unread": "“{value}” is no number; nothing was logged. Send number and unit: 18 people, 2 hours.",
    "problem.log_number_range": "“{value}” must be above 0 and at most {most}; nothing was logged. Check and send again.",
    "problem.log_number_twice": "Two numbers ({first}, {second}); nothing was logged. Keep one, put the rest into words.",
    "problem.log_number_bare": "“{value}” at the end has no unit; nothing was logged. Send {value} people or {value} hours.",
}
