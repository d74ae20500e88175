"""Everything that can be wrong in a rubric file, a mark or a line of entry: codes and parameters, no prose.

The words for a code, in two languages, belong to whoever speaks to people. A code that is no longer used
stays listed, because stored rows may still name it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rubrics import form_codes, log_codes, rule_codes, sheet_codes

Param = str | int | tuple[str, ...]
Severity = Literal["error", "warning"]

_VALUES: Final = {
    "points_unreadable": ("value",),
    "period_unreadable": ("value",),
    "fund_unreadable": ("value",),
    "ruling_unreadable": ("value", "known"),
    "ruling_not_listed": ("ruling", "known"),
    "ruling_answers_clash": ("answers", "ruling"),
}

FILE_CODES: Final[dict[str, tuple[str, ...]]] = {
    "rubric_unknown": ("rubric", "known"),
    "rubric_has_mistakes": ("path", "count"),
    "file_unreadable": (),
    "file_too_large": ("most",),
    "file_not_utf8": (),
    "yaml_empty": (),
    "file_name_disagrees": ("says",),
    "yaml_syntax": ("detail",),
    "yaml_second_document": (),
    "yaml_too_deep": ("most",),
    "yaml_alias": ("name",),
    "yaml_tag": ("tag",),
    "yaml_key_not_text": (),
    "yaml_key_twice": ("key", "first"),
    "field_missing": ("field",),
    "field_unknown": ("field", "known"),
    "field_choice": ("field", "value", "choices"),
    "field_wrong": ("field", "value", "wanted"),
    "money_unreadable": ("value",),
}

CHANGE_CODES: Final[dict[str, tuple[str, ...]]] = {
    "change_place_wanted": ("ruling", "said", "known"),
    "change_place_unknown": ("ruling", "kind", "key", "known"),
    "change_field_unknown": ("ruling", "place", "field", "known"),
    "change_twice": ("ruling", "other", "place"),
}

CHECK_CODES: Final[dict[str, tuple[str, ...]]] = {
    **CHANGE_CODES,
    "answer_spoils": ("ruling", "answer"),
    "shipped_changes": ("ruling", "answer"),
    "ruling_answered_twice": ("ruling",),
    "ruling_changes_nowhere": ("ruling",),
    "ruling_number_outside": ("ruling", "value", "least", "most"),
    "sum_of_rules": ("item", "points", "sum"),
    "sum_of_parts": ("item", "points", "sum"),
    "sum_of_items": ("section", "points", "sum"),
    "sum_of_sections": ("points", "sum"),
    "item_twice": ("item",),
    "item_out_of_order": ("item", "expected"),
    "section_out_of_order": ("section", "expected"),
    "letter_twice_in_item": ("item", "letter"),
    "letter_out_of_order": ("item", "letter", "expected"),
    "id_twice": ("id",),
    "at_unknown": ("id", "item"),
    "exclusive_unknown": ("item", "letter", "letters"),
    "exclusive_alone": ("item",),
    "ruling_unknown": ("item", "letter", "ruling", "known"),
    "ruling_option_unknown": ("ruling", "option", "known"),
    "ruling_without_choice": ("ruling",),
    "variant_unknown": ("item", "variant", "known"),
    "variant_without_text": ("item", "variant"),
    "variant_unused": ("variant",),
    "evidence_not_in_source": ("item", "text"),
    "quote_missing": ("item", "letter"),
    "quote_not_in_source": ("item", "letter", "quote"),
    "text_not_in_content": ("item", "text"),
    "max_cannot_matter": ("item", "letter"),
    "rule_above_part": ("item", "letter", "points", "part"),
    "sides_mixed": ("item",),
    "bonus_in_total": ("item", "letter"),
    "bonus_with_rules_of_total": ("item", "letter"),
    "bonus_with_points": ("item",),
    "when_says_nothing": ("item", "letter", "when", "finest"),
    "period_twice": ("period",),
    "judged_not_single": ("item",),
    "item_worth_nothing": ("item",),
    "placeholder_left": ("field",),
    "unread_left": ("id", "quote"),
    "scale_twice": ("period",),
    "scale_period_unknown": ("period", "known"),
    "scale_mean_not_shorter": ("period", "mean_of"),
    "band_ends_twice": ("band", "ends"),
    "band_empty": ("band", "ends"),
    "band_out_of_reach": ("band", "most"),
    "band_hole": ("period", "hole"),
    "band_overlap": ("band", "other", "overlap"),
    "band_unknown": ("id", "band", "known"),
    "band_ruling_unknown": ("band", "ruling", "known"),
    "band_option_unknown": ("band", "option", "known"),
    "band_decision_wanted": ("band",),
    "band_ruling_wanted": ("band",),
    "clause_unknown": ("id", "clause", "known"),
    "fact_unknown": ("id", "fact", "known"),
    "fact_unused": ("fact",),
    "occasion_without_cause": ("id",),
    "occasion_of_other_period": ("id", "cause", "period"),
    "supersedes_unknown": ("id", "other", "known"),
    "replaces_unknown": ("id", "replaces", "known"),
    "row_field_idle": ("id", "field"),
    "row_too_long": ("id", "count", "within"),
    "choice_alone": ("choice",),
    "amount_and_share": ("what",),
    "unit_missing": ("what",),
    "unit_without_amount": ("what", "unit"),
    "fund_without_share": ("what",),
    "consequence_not_in_source": ("text", "clause"),
    **rule_codes.CHECKS,
    **sheet_codes.CHECKS,
}

_MARKS: Final = {
    "not_this_period": ("item",),
    "letter_unknown": ("item", "letter", "letters"),
    "letter_later": ("item", "letter", "letters"),
    "letter_ruled": ("item", "letter", "letters"),
    "over_most": ("item", "letter", "count", "most"),
    "too_few": ("item", "letter", "count", "less"),
    "hand_out_of_range": ("item", "value", "points"),
    "hand_off_step": ("item", "value", "step"),
    "hand_on_bonus": ("item", "probable"),
    "full_on_bonus": ("item", "probable"),
    "amount_wanted": ("item", "letter", "probable"),
    "amount_unwanted": ("item", "letter", "value"),
    "amount_zero": ("item", "letter"),
    "amount_over": ("item", "letter", "value", "limit"),
    "amount_off_step": ("item", "letter", "value", "step"),
    "na_not_allowed": ("item",),
    "stale": ("item", "letter"),
    "alternatives_together": ("item", "letters"),
    "contradiction": ("item", "letters"),
}

_ENTRY: Final = {
    "entry_no_item": ("text",),
    "item_unknown": ("item", "first", "last"),
    "section_unknown": ("item", "first", "last"),
    "value_missing": ("item", "points", "letters"),
    "value_is_words": ("item", "words", "points", "letters"),
    "value_unreadable": ("item", "value", "points", "letters"),
    "bonus_missing": ("item", "probable"),
    "bonus_is_words": ("item", "words", "probable"),
    "bonus_unreadable": ("item", "value", "probable"),
    "value_nearly": ("item", "value", "probable"),
    "letter_twice": ("item", "letter", "probable"),
    "less_out_of_range": ("item", "value", "points"),
    "note_is_value": ("item", "note", "probable"),
}

_TOTALS: Final = {
    "outcomes_none": ("rubric",),
    "total_missing": ("period",),
    "total_missing_before": ("period", "fact"),
    "total_not_judged": ("period", "forms"),
    "total_never_judged": ("period", "known"),
    "total_out_of_range": ("period", "value", "most"),
    "total_twice": ("period",),
    "total_and_its_part": ("period", "others"),
    "fact_missing": ("period", "known"),
    "fact_not_listed": ("fact", "known"),
    "fact_of_other_period": ("fact", "form"),
    "decided_reason_missing": ("period", "total"),
    "decided_needlessly": ("period",),
    "decided_mean_of_nothing": ("period",),
    "naming_missing": (),
    "naming_twice": ("first", "second"),
}

_OUTCOMES: Final = {
    "outcome_incomplete": ("period", "missing"),
    "outcome_undecided": ("period", "question"),
    "outcome_row_unknown": ("period", "verdict"),
    "outcome_choice": ("period", "among"),
    "outcome_chosen_idle": ("period", "what"),
    "outcome_line_wanted": ("period", "question", "ruling", "suggested"),
    "outcome_ruling_wanted": ("period", "question", "ruling", "options"),
    "outcome_naming_wanted": ("period", "verdict"),
    "outcome_earlier_unknown": ("period", "what"),
    "share_line": ("number", "text", "probable"),
}

_DOCUMENTS: Final = {
    "document_kind": ("found",),
    "document_old_office": (),
    "document_encrypted": (),
    "document_damaged": (),
    "document_empty": (),
    "document_too_large": ("most",),
    "document_swollen": ("most",),
    "document_members": ("most",),
    "document_entities": (),
    "document_rows": ("place", "rows", "columns"),
    "document_too_long": (),
    "upload_not_excel": (),
    "upload_no_table": ("columns",),
    "form_no_marks": (),
    "form_macros": (),
    "document_too_slow": ("seconds",),
    "document_no_rules": (),
}

_DRAFTS: Final = {
    "draft_unread": ("item", "quote", "why"),
    "draft_read_as": ("item", "letter", "quote", "how"),
    "draft_sum_of_rules": ("item", "title", "points", "sum"),
    "draft_sum_of_parts": ("item", "title", "points", "sum"),
    "draft_sum_below": ("item", "title", "points", "sum"),
    "draft_sum_of_items": ("section", "title", "points", "sum"),
    "draft_subtotal": ("section", "title", "points", "sum"),
    "draft_sum_of_sections": ("points", "sum"),
    "draft_points_missing": ("item", "title"),
    "draft_field_missing": ("field",),
    "draft_field_found": ("field", "value"),
    "draft_note": ("item", "quote"),
    "draft_choice_unknown": ("choice", "options"),
    "draft_typed_empty": ("most",),
    "draft_typed_id": ("value",),
    "draft_typed_date": ("value",),
    "draft_typed_number": ("value",),
}

CODES: Final[dict[str, tuple[str, ...]]] = {
    **_VALUES,
    **FILE_CODES,
    **CHECK_CODES,
    **_MARKS,
    **rule_codes.MARKS,
    **_ENTRY,
    **rule_codes.ENTRY,
    **log_codes.LOGS,
    **form_codes.FORMS,
    **sheet_codes.COVERAGE,
    **sheet_codes.ASKED,
    **_TOTALS,
    **_OUTCOMES,
    **_DOCUMENTS,
    **_DRAFTS,
}
"""Every code with the names of its parameters."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place: the path in the rubric's tree and, once a file is known, its name and line (from 1)."""

    path: tuple[str | int, ...] = ()
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; the parameters are exactly those that its code lists."""

    code: str
    params: Mapping[str, Param]
    severity: Severity = "error"
    where: Where | None = None

    def __post_init__(self) -> None:
        """A problem that nobody could put into words is a mistake of ours, found where it is made."""
        if set(self.params) != set(CODES[self.code]):
            raise KeyError(self.code, *self.params)


class Refused(Exception):
    """What was asked is not done, and the problem says why."""

    def __init__(self, problem: Problem) -> None:
        """Carry the one problem that stands in the way."""
        super().__init__(problem.code, dict(problem.params))
        self.problem = problem


def problem(code: str, **params: Param) -> Problem:
    """An error without a place."""
    return Problem(code, params)


def warning(code: str, **params: Param) -> Problem:
    """Something that a person should know and that stops nothing."""
    return Problem(code, params, "warning")
