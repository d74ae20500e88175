"""Every text a person sees, in two languages with the same keys and placeholders; there is no text anywhere else.

It knows no person and no screen: a language and a key in, a text out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.problems import Named
from bot.texts import (
    en,
    en_appeal,
    en_applications,
    en_apply,
    en_campaign,
    en_cli,
    en_drafts,
    en_export,
    en_file,
    en_fix,
    en_form_problems,
    en_forms,
    en_fund,
    en_history,
    en_kinds,
    en_log,
    en_log_problems,
    en_month,
    en_outcomes,
    en_panel,
    en_papers,
    en_people,
    en_problems,
    en_proposals,
    en_refusals,
    en_reminders,
    en_review,
    en_rubrics,
    en_rule_problems,
    en_schemes,
    en_self,
    en_sheet_problems,
    en_standing,
    en_studios,
    en_visits,
    en_way,
    en_words,
    en_workplan,
    zh,
    zh_appeal,
    zh_applications,
    zh_apply,
    zh_campaign,
    zh_cli,
    zh_drafts,
    zh_export,
    zh_file,
    zh_fix,
    zh_form_problems,
    zh_forms,
    zh_fund,
    zh_history,
    zh_kinds,
    zh_log,
    zh_log_problems,
    zh_month,
    zh_outcomes,
    zh_panel,
    zh_papers,
    zh_people,
    zh_problems,
    zh_proposals,
    zh_refusals,
    zh_reminders,
    zh_review,
    zh_rubrics,
    zh_rule_problems,
    zh_schemes,
    zh_self,
    zh_sheet_problems,
    zh_standing,
    zh_studios,
    zh_visits,
    zh_way,
    zh_words,
    zh_workplan,
)

TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "zh-CN": {
        **zh.TEXTS,
        **zh_kinds.TEXTS,
        **zh_panel.TEXTS,
        **zh_papers.TEXTS,
        **zh_problems.TEXTS,
        **zh_rule_problems.TEXTS,
        **zh_form_problems.TEXTS,
        **zh_log_problems.TEXTS,
        **zh_sheet_problems.TEXTS,
        **zh_schemes.TEXTS,
        **zh_proposals.TEXTS,
        **zh_standing.TEXTS,
        **zh_refusals.TEXTS,
        **zh_reminders.TEXTS,
        **zh_review.TEXTS,
        **zh_rubrics.TEXTS,
        **zh_drafts.TEXTS,
        **zh_export.TEXTS,
        **zh_file.TEXTS,
        **zh_fix.TEXTS,
        **zh_fund.TEXTS,
        **zh_forms.TEXTS,
        **zh_history.TEXTS,
        **zh_month.TEXTS,
        **zh_self.TEXTS,
        **zh_appeal.TEXTS,
        **zh_applications.TEXTS,
        **zh_apply.TEXTS,
        **zh_people.TEXTS,
        **zh_studios.TEXTS,
        **zh_visits.TEXTS,
        **zh_way.TEXTS,
        **zh_outcomes.TEXTS,
        **zh_campaign.TEXTS,
        **zh_log.TEXTS,
        **zh_cli.TEXTS,
        **zh_words.TEXTS,
        **zh_workplan.TEXTS,
    },
    "en": {
        **en.TEXTS,
        **en_kinds.TEXTS,
        **en_panel.TEXTS,
        **en_papers.TEXTS,
        **en_problems.TEXTS,
        **en_rule_problems.TEXTS,
        **en_form_problems.TEXTS,
        **en_log_problems.TEXTS,
        **en_sheet_problems.TEXTS,
        **en_schemes.TEXTS,
        **en_proposals.TEXTS,
        **en_standing.TEXTS,
        **en_refusals.TEXTS,
        **en_reminders.TEXTS,
        **en_review.TEXTS,
        **en_rubrics.TEXTS,
        **en_drafts.TEXTS,
        **en_export.TEXTS,
        **en_file.TEXTS,
        **en_fix.TEXTS,
        **en_fund.TEXTS,
        **en_forms.TEXTS,
        **en_history.TEXTS,
        **en_month.TEXTS,
        **en_self.TEXTS,
        **en_appeal.TEXTS,
        **en_applications.TEXTS,
        **en_apply.TEXTS,
        **en_people.TEXTS,
        **en_studios.TEXTS,
        **en_visits.TEXTS,
        **en_way.TEXTS,
        **en_outcomes.TEXTS,
        **en_campaign.TEXTS,
        **en_log.TEXTS,
        **en_cli.TEXTS,
        **en_words.TEXTS,
        **en_workplan.TEXTS,
    },
}
"""Language -> key -> text with `{placeholders}`."""

DEFAULT: Final = "zh-CN"

_JOINED: Final = {"zh-CN": "、", "en": ", "}

Words = Callable[..., str]
"""`words("key", name=value)`: the text of one language."""


def known(code: str) -> str | None:
    """Return the language that a Telegram language code stands for, or None where we have none."""
    if code.lower().startswith("zh"):
        return "zh-CN"
    return "en" if code else None


def words(language: str) -> Words:
    """Return the texts of a language as a function of key and parameters; lists are joined as the language does."""
    table = TEXTS.get(language, TEXTS[DEFAULT])

    def say(key: str, /, **params: object) -> str:
        if not params:
            return table[key]
        return table[key].format_map({name: _shown(value, language) for name, value in params.items()})

    return say


def _shown(value: object, language: str) -> object:
    if isinstance(value, Named):
        return value.said(english=language == "en")
    if isinstance(value, tuple | list):
        comma = _JOINED.get(language, _JOINED[DEFAULT])
        return comma.join(str(_shown(each, language)) for each in value)
    return value
