"""The leader's side in English: the log of activities and the month that is handed in."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.month_closed": "{month} was handed in on {on} and is closed; nothing was logged. For a late entry ask the coordinator to reopen it.",
    "problem.month_ahead": "{month} has not begun; it was not handed in. Hand it in once it has begun.",
    "problem.month_empty": "{month} has no entries; it was not handed in. Log activities with /log first, or press “No activities” and give the reason.",
    "problem.month_filled": "{month} has {count} entries, so “No activities” is not possible. Press “Hand in”, or delete them first.",
    "problem.month_open": "{month} is open; there is nothing to reopen.",
    "problem.log_future": "{on} has not come yet (today is {today}); nothing was logged. Send today's date or an earlier one.",
    "problem.log_amount": "This kind is counted by {measure}; nothing was logged. Say how many, such as 2 people or 4 hours.",
    "problem.log_changed": "This entry was changed just now; your change was not made. See what it says now and change it again.",
    "problem.log_gone": "This entry was deleted; nothing was changed.",
    "problem.log_none": "No studio's log is yours to keep; nothing was changed. Ask the coordinator to set it up.",
    "log.measure.persons": "people",
    "log.measure.hours": "hours",
    "log.file_lost": "▲ File {number} of the activity of {on} could not be had: {why}",
}
