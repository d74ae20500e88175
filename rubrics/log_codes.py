"""Codes and parameters of what can be wrong in a line of a studio's log. A part of the list in `rubrics.problems`."""

from typing import Final

LOGS: Final[dict[str, tuple[str, ...]]] = {
    "log_kind_missing": ("known",),
    "log_kind_unknown": ("value", "known"),
    "log_kind_many": ("value", "known"),
    "log_day_missing": (),
    "log_day_unread": ("value",),
    "log_day_none": ("value",),
    "log_day_ahead": ("on", "today"),
    "log_day_twice": ("first", "second"),
    "log_people_whole": ("value",),
    "log_results_whole": ("value",),
    "log_hours_fine": ("value",),
    "log_number_unread": ("value",),
    "log_number_range": ("value", "most"),
    "log_number_twice": ("first", "second"),
    "log_number_bare": ("value",),
}
"""Every code with the names of its parameters."""
