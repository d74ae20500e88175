"""Lines of text that several of the desk's screens show: counts, problems, differences, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.changes.drafting import Ready
from bot.clock import from_ms
from bot.entities import Draft
from bot.flows.html import escape, short
from bot.flows.lengths import MAX_TEXT
from bot.flows.refusals import spoken
from bot.flows.rubrics.cards import ROOM, overlong
from bot.flows.rubrics.facts import too_long
from bot.flows.screen import Ask
from bot.flows.walk.marks_text import worth
from bot.flows.wording import worded
from bot.texts import Words
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem
from rubrics.refit import Misfit
from rubrics.rules import Rule
from rubrics.versions import Difference

TITLE = 60
LABEL = 40
VALUE = 80
NAMED = frozenset(
    {
        *("title", "short", "document", "issuer", "issued", "language", "leader", "periods", "step", "annex"),
        *("variants", "readings", "discrepancies", "rulings", "clauses", "outcomes", "gates", "registers"),
        *("activities", "requirements", "forms", "quotas", "vetoes", "penalties", "duties", "holdings"),
    }
)
"""Fields of a rubric file that have a name in the texts."""
"""Characters of a title, of a rule's words, and of a value of a file that a line repeats."""


def day_of(now: int, ask: Ask) -> str:
    """Return a stored time as a date."""
    return f"{from_ms(now).astimezone(ask.zone):%Y-%m-%d}"


def name_of(draft: str, words: Words) -> str:
    """Return what a draft is called, for HTML."""
    return escape(short(draft, LABEL)) if draft else words("rubrics.pasted")


def title_of(rubric: Rubric, words: Words) -> str:
    """Return a rubric's title in the reader's language where it offers one, for HTML."""
    english = rubric.title_en if words("language.code") == "en" else None
    return escape(short(english or rubric.title, TITLE))


def counts_of(rubric: Rubric, words: Words) -> list[str]:
    """Return how much a rubric holds."""
    lines = [words("rubric.counts", **figures(rubric))]
    if rubric.bonus_items:
        lines.append(words("rubric.bonus", count=len(rubric.bonus_items)))
    return lines


def figures(rubric: Rubric) -> dict[str, Any]:
    """Return sections, items, rules and points of a rubric."""
    sections = rubric.sections or rubric.gates
    return {
        "sections": len(sections),
        "items": sum(len(section.items) for section in sections),
        "rules": sum(len(item.rules) for section in sections for item in section.items),
        "points": show(rubric.most),
    }


def wrongs(now: Ready, name: str, ask: Ask) -> list[str]:
    """Return every reason why a draft cannot be published as it is, for HTML; with lines where it is a named file."""
    lines = [placed(each, name, ask.words) for each in now.wrong]
    if not now.numbered:
        lines.append(ask.words("publish.version_line", version=now.version))
    if now.loaded.rubric is None:
        return lines
    for found in too_long(now.loaded.rubric):
        params = dict(found.params)
        if "field" in params:
            params["field"] = ask.words(f"cli.draft.field.{params['field']}")
        lines.append(escape(ask.words(found.key, **params)))
    for item, count in overlong(now.loaded.rubric, ask):
        lines.append(ask.words("publish.card_long", item=item, count=count, limit=MAX_TEXT - ROOM))
    return lines


def placed(problem: Problem, name: str, words: Words) -> str:
    """Return a problem of a file as `name:line what, what instead`, for HTML."""
    why = escape(said(problem, words))
    if not name:
        return why
    return words("yaml.line", name=escape(short(name, LABEL)), line=line_of(problem), why=why)


def said(problem: Problem, words: Words) -> str:
    """Return a problem in words, long values of the file cut."""
    params = {
        key: short(value, VALUE) if isinstance(value, str) else value for key, value in problem.params.items()
    }
    return worded(words, problem.code, params)


def line_of(problem: Problem) -> int:
    """Return the line of a problem."""
    return problem.where.line if problem.where and problem.where.line else 1


def bounded(lines: Sequence[str], most: int, more: str, words: Words) -> list[str]:
    """Return so many lines, and how many were left out."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[:most], words(more, count=len(lines) - most)]


def changed(differences: Iterable[Difference], words: Words) -> list[str]:
    """Return what a new version changes, a line each; where only words differ comes last, in one."""
    found = list(differences)
    lines = [_changed(each, words) for each in found if each.what != "item_words"]
    reworded = tuple(each.item for each in found if each.what == "item_words")
    return [*lines, words("change.item_words", items=reworded)] if reworded else lines


def _changed(each: Difference, words: Words) -> str:
    before, after = each.rules
    if each.what == "fields":
        return words("change.fields", fields=tuple(_named(field, words) for field in each.fields))
    params: dict[str, object] = {"item": each.item, "title": escape(short(each.title, LABEL))}
    if each.what == "rule_letter" and before and after:
        params |= {"before": before.letter, "after": after.letter}
    elif each.what == "rule_words" and before and after:
        params |= {"before": escape(short(before.text, LABEL)), "after": escape(short(after.text, LABEL))}
    elif before or after:
        params |= {"before": _worth(before), "after": _worth(after)}
    else:
        params |= dict(
            zip(
                ("before", "after"),
                ("" if one is None else show(one) for one in each.points),
                strict=True,
            )
        )
    rule = after or before
    if rule is not None:
        params |= {"letter": rule.letter, "label": escape(short(rule.label, LABEL))}
    return words(f"change.{each.what}", **params)


def _named(field: str, words: Words) -> str:
    """Return what a field of a rubric file is called; one without a name goes by its key."""
    return words(f"change.field.{field}") if field in NAMED else field


def _worth(rule: Rule | None) -> str:
    """Return what a rule moves and how often, so that two of one rule can be told apart."""
    if rule is None:
        return ""
    most = f" ≤{rule.most}" if rule.repeats and rule.most is not None else ""
    return f"{worth(rule)}{most}"


def misfits(found: Sequence[Misfit], words: Words) -> str:
    """Return what does not fit into a new version, the first few of it."""
    said_ = [
        words(
            f"misfit.{each.why}",
            item=each.item,
            letter=each.letter,
            label=escape(short(each.label, LABEL)),
        )
        for each in found
    ]
    return words(
        "cli.draft.listed", kinds=tuple(bounded(list(dict.fromkeys(said_)), 3, "publish.more", words))
    )


def file_of(draft: Draft) -> str:
    """Return the name of a corrected draft: its lines are those of the file that its sender has."""
    return draft.name if draft.kind == "yaml" else ""


def why_failed(draft: Draft, words: Words) -> str:
    """Return why nothing was read, in words for HTML."""
    if draft.failure is None:
        return ""
    params = {
        key: tuple(value) if isinstance(value, list) else value for key, value in draft.failure.params.items()
    }
    if draft.failure.code == "document_kind":
        return escape(worded(words, draft.failure.code, params))
    return spoken(words, draft.failure.code, params, html=True)
