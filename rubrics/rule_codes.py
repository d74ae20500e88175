"""Codes and parameters of what can be wrong with rules that judge, measure, pick, multiply or veto.

A part of the list in `rubrics.problems`; no prose.
"""

from typing import Final

MARKS: Final[dict[str, tuple[str, ...]]] = {
    "letter_by_itself": ("item", "letter", "letters"),
    "pick_one": ("item", "letters"),
    "amount_outside": ("item", "letter", "value", "low", "high"),
    "factor_outside": ("item", "letter", "value", "low", "high"),
    "factor_wanted": ("item", "letter", "probable"),
    "figure_wanted": ("item", "letter", "unit", "probable"),
    "figure_not_whole": ("item", "letter", "value", "unit"),
    "hand_beside": ("item", "probable"),
    "gate_letter": ("item", "letter", "probable"),
    "gate_points": ("item", "probable"),
    "gate_unmeasured": ("item", "value"),
    "gate_contradicts": ("item", "value", "probable"),
    "not_a_gate": ("item", "probable"),
}
"""What cannot be done to the marks of an item."""

ENTRY: Final[dict[str, tuple[str, ...]]] = {
    "gate_missing": ("item", "probable"),
    "gate_is_words": ("item", "words", "probable"),
    "gate_unreadable": ("item", "value", "probable"),
    "beside_missing": ("item", "probable"),
    "beside_is_words": ("item", "words", "probable"),
    "beside_unreadable": ("item", "value", "probable"),
    "name_ambiguous": ("item", "name", "letters"),
}
"""What cannot be read in a line of entry."""

CHECKS: Final[dict[str, tuple[str, ...]]] = {}
"""What an author of a scheme can get wrong."""
