"""Every refusal a person can get from the bot itself: codes and parameter names, no prose.

What can be wrong with marks and lines of entry is listed in `rubrics.problems`; both have their two texts in
`bot.texts` under `problem.<code>`. A code that is no longer used stays listed, because stored rows may name it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Param = str | int | tuple[str, ...]

CODES: Final[dict[str, tuple[str, ...]]] = {
    # who may
    "stranger": (),
    "group": (),
    "not_yours": (),
    "no_role": (),
    "invite_unknown": (),
    "invite_used": (),
    "invite_expired": (),
    "invite_own": (),
    "invite_other": (),
    "grant_ended": (),
    "people_beyond": (),
    "people_longer": (),
    "people_has": ("name",),
    "people_over": (),
    "people_last": (),
    "people_conflict": ("name", "studio"),
    "people_link_used": ("name",),
    "people_press": (),
    "people_lines": (),
    "people_many": ("count", "limit"),
    "people_day_none": ("text",),
    "people_day_unread": ("text",),
    "people_day_past": ("on", "today"),
    # buttons
    "dead_button": ("now",),
    "dead_button_home": (),
    "changed_meanwhile": ("item",),
    "sheet_changed": (),
    "signed": ("studio", "period"),
    # what was sent
    "odd_kind": ("kind",),
    "too_big": ("kind", "size", "limit"),
    "empty_file": ("name",),
    "no_card": (),
    "not_on_sheet": ("item",),
    "which_item": (),
    "unknown_command": ("name",),
    "edited": (),
    "text_long": ("count", "limit"),
    "comment_long": ("count", "limit"),
    "score_unreadable": ("text", "points"),
    "amount_unreadable": ("text", "probable"),
    "amount_reason": ("text", "probable"),
    # visits
    "no_studios": (),
    "open_elsewhere": ("studio", "period", "who"),
    "already_signed": ("studio", "period"),
    "untouched": ("items",),
    "ruled_too_late": (),
    "nothing_to_undo": (),
    "undo_blocked": ("item",),
    "nothing_open": (),
    "self_open": ("studio", "period"),
    "self_closed": ("studio", "period"),
    "self_none": (),
    # the log and its months
    "month_closed": ("month", "on"),
    "month_ahead": ("month",),
    "month_empty": ("month",),
    "month_filled": ("month", "count"),
    "month_open": ("month",),
    "log_future": ("on", "today"),
    "log_amount": ("measure",),
    "log_changed": (),
    "log_gone": (),
    "log_none": (),
    "log_no_entry": (),
    "log_press": (),
    "log_entry_text": (),
    "log_place": (),
    "log_no_undo": (),
    "kept_gone": (),
    "month_no_rubric": (),
    # appeals, and what comes before a visit
    "appeal_late": ("on", "days"),
    "appeal_no_item": ("item",),
    "appeal_uncounted": ("item",),
    "appeal_full": ("item",),
    "appeal_open": ("item",),
    "appeal_settled": ("item",),
    "appeal_decided": ("item",),
    "appeal_withdrawn": ("item",),
    "appeal_same": ("item", "points"),
    "appeal_where": (),
    "appeal_press": (),
    "appeal_reason": (),
    "material_no_item": ("item",),
    "material_where": (),
    "material_none": (),
    "visit_past": ("on", "today"),
    "visit_day_none": ("text",),
    "visit_day_unread": ("text",),
    "visit_nobody": (),
    "visit_assessor": ("name", "studio"),
    "visit_press": (),
    # what is put right
    "fix_none": (),
    "fix_changed": (),
    "fix_settled": ("number",),
    "fix_waiting": ("number",),
    "fix_not_done": ("number",),
    "fix_own": (),
    "fix_no_text": (),
    "fix_no_reason": (),
    "fix_pick": (),
    "fix_closed_files": ("number",),
    "fix_files_leader": (),
    "fix_place": (),
    "fix_press": (),
    "fix_day_unread": ("text",),
    "fix_day_none": ("text",),
    "fix_day_past": ("day", "today"),
    "fix_day_reason": ("day",),
    "fix_no_notice": ("visit",),
    # drafts of rubrics
    "draft_open": ("name",),
    "draft_reading": (),
    "draft_published": ("rubric", "version", "who"),
    "draft_gone": (),
    "draft_kind": ("kind",),
    "draft_unanswered": ("count",),
    "draft_wrong": ("count",),
    "draft_moved": (),
    "draft_failed": (),
    "draft_typed": (),
    "publish_scope": (),
    "move_misfit": ("studio",),
    "paste_long": ("count", "limit"),
    "yaml_wrong": ("count",),
    # files fetched in the background
    "file_gone": (),
    "file_too_big": (),
    "file_empty": (),
    "file_unreachable": (),
    # exports and own forms
    "export_unsigned": ("studio", "period"),
    "export_no_evidence": ("studio", "period"),
    "export_nothing": ("period",),
    "export_no_form": (),
    "form_word": ("place", "mark", "probable"),
    "form_item": ("place", "mark", "known"),
    "form_section": ("place", "mark", "known"),
    "form_open": ("place",),
    "form_formula": ("place",),
    "form_elsewhere": ("place",),
    "form_no_marks": (),
    "form_macros": (),
    # the program
    "failed": (),
    "rubric_changed": ("id", "version"),
    "schema_newer": ("found", "known"),
    "schema_older": ("found", "known"),
    "locked": ("path",),
    "token_missing": (),
    "name_taken": ("name",),
    "studio_unknown": ("name",),
    "no_log_rubric": ("rubric", "known"),
    "role_unknown": ("role", "roles"),
    "visit_unknown": ("visit",),
    "sheet_unreadable": ("why",),
    "out_unwritable": ("path",),
    "database_missing": ("path",),
    "database_unsupported": ("kind",),
    "database_setting": ("name", "found", "wanted"),
    "database_damaged": ("what",),
    "setting_wrong": ("name", "value"),
    "type_unknown": ("rubric", "type", "known"),
    "port_taken": ("port",),
}
"""Every code with the names of its parameters."""


class Refusal(Exception):
    """What was asked is not done; nothing has changed."""

    def __init__(self, code: str, **params: Param) -> None:
        """Name the code and exactly the parameters that it lists."""
        if set(params) != set(CODES[code]):
            raise KeyError(code, *params)
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, Param] = params
