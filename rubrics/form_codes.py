"""Codes and parameters of what can be wrong in an answer to a field of a form. Part of the list in `problems`."""

from typing import Final

FORMS: Final[dict[str, tuple[str, ...]]] = {
    "form_empty": (),
    "form_long": ("count", "most"),
    "form_lines": (),
    "form_number_unread": ("value",),
    "form_number_whole": ("value",),
    "form_number_range": ("value", "most"),
    "form_money_unread": ("value", "unit"),
    "form_money_fine": ("value", "unit"),
    "form_unit": ("value", "unit"),
    "form_date_unread": ("value",),
    "form_date_short": ("value", "probable"),
    "form_date_none": ("value",),
    "form_month_unread": ("value",),
    "form_year_unread": ("value",),
    "form_phone": ("value",),
    "form_email": ("value",),
    "form_choice": ("value", "known"),
    "form_choice_one": ("value", "known"),
    "form_link": ("value",),
    "form_sum_differs": ("label", "says", "sum"),
    "form_wanted": ("label",),
}
"""Every code with the names of its parameters."""
