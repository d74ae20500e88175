"""Codes and parameters of what an author can get wrong beside the rows of a table.

Weights, rounding and floors, gates and penalties, registers, activities, duties, forms, coverage. A part of the
list in `rubrics.problems`; no prose.
"""

from typing import Final

CHECKS: Final[dict[str, tuple[str, ...]]] = {
    "rubric_empty": (),
    "section_twice": ("section",),
    "section_field_idle": ("section", "field"),
    "weight_missing": ("section",),
    "rescale_unsaid": ("item",),
    "rescale_idle": (),
    "rounding_unsaid": (),
    "total_floor_unsaid": (),
    "total_floor_idle": (),
    "section_floor_unsaid": ("section",),
    "rule_misplaced": ("item", "letter", "kind", "belongs"),
    "beside_with_points": ("no",),
    "gate_not_single": ("item",),
    "bonus_group_unknown": ("group", "item", "known"),
    "bonus_group_twice": ("group", "item"),
    "bonus_cap_idle": ("cap", "most"),
    "bonus_above_idle": (),
    "register_unknown": ("item", "register", "known"),
    "requirement_unknown": ("item", "requirement", "known"),
    "activity_unknown": ("id", "activity", "known"),
    "activity_unused": ("activity",),
    "feeds_unknown": ("requirement", "rule"),
    "feeds_kind": ("requirement", "rule", "kind"),
    "feeds_period": ("requirement", "rule", "per", "when"),
    "holding_register": ("holding", "register", "known"),
    "holding_requirement": ("holding", "requirement", "known"),
    "holding_place": ("holding",),
    "holding_rule": ("holding", "rule"),
    "holding_kind": ("holding", "rule", "kind"),
    "holding_wants": ("holding", "test", "field"),
    "range_backwards": ("id", "count", "count_to"),
    "variant_not_listed": ("id", "variant", "known"),
    "ruling_not_found": ("id", "ruling", "known"),
    "deadline_without_day": ("id",),
    "passage_not_quoted": ("id", "quote"),
    "sheet_section_unknown": ("sheet", "section", "known"),
    "sheet_section_twice": ("sheet", "section"),
    "sheet_section_left_out": ("section",),
    "sheet_period_unknown": ("sheet", "period", "known"),
    "form_field_twice": ("form", "field"),
    "form_choice_without_options": ("form", "field"),
    "form_options_idle": ("form", "field"),
    "form_options_unpaired": ("form", "field"),
    "form_sum_unknown": ("form", "field", "other", "known"),
    "form_sum_of_words": ("form", "field", "other"),
    "known_unfit": ("place", "figure", "fitting"),
    "known_nowhere": ("place", "figure"),
    "known_idle": ("place", "figure", "field"),
    "known_of": ("place", "figure", "value", "known"),
    "known_no_column": ("place", "figure"),
}
"""What an author of a scheme can get wrong."""

COVERAGE: Final[dict[str, tuple[str, ...]]] = {
    "coverage_not_list": (),
    "coverage_says_nothing": ("text",),
    "coverage_without_scheme": ("scheme",),
    "coverage_address": ("address", "known"),
    "coverage_place_unknown": ("address",),
    "coverage_place_unnamed": ("address",),
}
"""What can be wrong in a table of coverage."""

ASKED: Final[dict[str, tuple[str, ...]]] = {
    "sheet_form_unknown": ("form", "known"),
    "sheet_variant_unknown": ("variant", "known"),
}
"""What cannot be answered about a sheet."""
