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
    "na_on_gate": ("item", "probable"),
    "na_on_bonus": ("item", "probable"),
    "na_beside": ("item", "probable"),
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

CHECKS: Final[dict[str, tuple[str, ...]]] = {
    "low_above_high": ("item", "letter", "low", "high"),
    "bound_missing": ("item", "letter", "given", "wanted"),
    "worth_twice": ("item", "letter", "first", "second"),
    "share_over_one": ("item", "letter", "share"),
    "pick_alone": ("item", "letter"),
    "pick_same_points": ("item", "letter", "other", "points"),
    "picks_out_of_order": ("item", "letter"),
    "pick_above_part": ("item", "letter", "points", "part"),
    "name_twice": ("item", "letter", "name"),
    "name_is_entry": ("item", "letter", "name"),
    "step_not_exact": ("item", "letter", "points", "per"),
    "step_out_of_reach": ("item", "letter", "baseline", "per"),
    "cap_idle": ("item", "letter", "cap"),
    "cap_below_one": ("item", "letter", "cap", "points"),
    "cap_above_most": ("item", "letter", "cap", "most"),
    "list_of_one": ("item", "list"),
    "list_over_parts": ("item", "list"),
    "list_caps_differ": ("item", "list"),
    "rungs_over_parts": ("item", "letters"),
    "zero_of_nothing": ("item", "letter"),
    "zero_items_idle": ("item", "letter", "scope"),
    "zero_of_unknown": ("item", "letter", "other"),
    "after_above_row": ("item", "letter", "after", "points"),
    "factor_missing": ("item", "letter"),
    "factor_and_bounds": ("item", "letter"),
    "factor_one": ("item", "letter"),
    "factor_of_and_scope": ("item", "letter", "scope"),
    "factor_of_unknown": ("item", "letter", "of", "letters"),
    "factor_of_nothing": ("item", "letter", "of", "letters"),
    "veto_in_bonus": ("item", "letter"),
    "takes_from_nothing": ("item", "letter"),
    "max_above_cap": ("item", "letter", "max", "cap"),
    "max_above_target": ("item", "letter", "max", "target"),
    "limit_above_part": ("item", "letter", "limit", "part"),
}
"""What an author of a scheme can get wrong."""
