"""The texts of the list and of one card: problem, clause, demand, day, owner, before and after, what happened."""

from __future__ import annotations

from collections import Counter
from functools import reduce

from bot.changes.open_fixes import lifted
from bot.changes.studio_fix import OWED, asks_waiver
from bot.entities import Evidence, Fix, FixStep
from bot.flows.fix.reading import ORDER, Fixes, Page, late_days, standing
from bot.flows.html import escape, short
from bot.flows.month.mine import day_of
from bot.flows.proof_files import SIGNS, counted
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.walk.marks_text import title_of
from bot.texts import Words
from rubrics.model import Item
from rubrics.rules import Rule

LEAF = 6
"""Rows of one leaf of the list."""
PROBLEM = 60
WHOLE = 400
CLAUSE = 200
STEP = 200
STEPS = 5
"""Steps that a card shows, the newest."""
NUMBERS = 6
MARKS = {"late": "▲", "returned": "▲", "open": "○", "done": "●", "accepted": "✓", "waived": "–"}
"""The sign of how one stands."""


def list_face(view: Fixes, ask: Ask) -> str:
    """Return the leaf in view."""
    words, state = ask.words, view.state
    if state.step == "notice":
        return "\n".join([_head(view, words), words("fix.which_notice")])
    lines = [_head(view, words)]
    counts = [words(f"fix.count.{kind}", count=view.counts[kind]) for kind in ORDER if view.counts[kind]]
    if counts:
        lines.append(" · ".join(counts))
    if not view.rows:
        kind = "fix.none" if state.side == "mine" else f"fix.none_{state.which}"
        return "\n".join([*lines, "", words(kind)])
    lines.append("")
    for fix in leaf_of(view):
        lines += _row(view, fix, words)
    if leaves(view) > 1:
        lines.append(words("fix.leaf", leaf=leaf_at(view) + 1, leaves=leaves(view)))
    return "\n".join(lines)


def leaves(view: Fixes) -> int:
    """Return how many leaves the list has."""
    return max(1, -(-len(view.rows) // LEAF))


def leaf_at(view: Fixes) -> int:
    """Return which leaf is in view: the list may have become shorter since the button was drawn."""
    return min(view.state.leaf, leaves(view) - 1)


def leaf_of(view: Fixes) -> tuple[Fix, ...]:
    """Return the rows of the leaf in view."""
    start = leaf_at(view) * LEAF
    return view.rows[start : start + LEAF]


def _head(view: Fixes, words: Words) -> str:
    if view.state.side == "others":
        return words("fix.head_others")
    if len(view.studios) == 1:
        (studio,) = view.studios.values()
        return words("fix.head_studio", studio=escape(studio.name))
    return words("fix.head")


def _row(view: Fixes, fix: Fix, words: Words) -> list[str]:
    kind = standing(fix, view.today)
    rubric = view.rules.get(fix.assessment)
    item = rubric.item(fix.item) if rubric else None
    problem = escape(short(problem_of(fix, item, words), PROBLEM))
    said = words(f"fix.is.{kind}", due=fix.due, days=late_days(fix, view.today))
    if view.state.side == "others" or len(view.studios) > 1:
        name = escape(view.studios[fix.studio].name)
        under = words("fix.under_sheet", studio=name, period=fix.period, said=said)
    elif len(view.sheets) > 1:
        under = words("fix.under_period", period=fix.period, said=said)
    else:
        under = words("fix.under", said=said)
    head = words(
        "fix.line", sign=MARKS[kind], number=fix.number, item=f"{fix.item}{fix.letter}", problem=problem
    )
    return [head, under]


def problem_of(fix: Fix, item: Item | None, words: Words, *, count: int = 0) -> str:
    """Return what was found, not yet escaped: the assessor's words, else the rule's."""
    rule = item.rule(fix.letter) if item and fix.letter else None
    said = reduce(lambda one, other: words("fix.and", one=one, other=other), fix.problem.split("\n"))
    if rule is None:
        return said or words("fix.below")
    if rule.side == "award":
        unmet = words("fix.unmet", rule=rule.label)
        return words("fix.and", one=unmet, other=said) if said else unmet
    if said:
        return said
    return words("fix.times", rule=rule.label, count=count) if count > 1 else rule.label


def card_face(page: Page, ask: Ask) -> str:
    """Return one card."""
    words, fix = ask.words, page.fix
    title = title_of(page.item.title, page.item.title_en, words)
    place = {
        "studio": escape(page.studio.name),
        "rubric": escape(rubric_name(page.rubric, words)),
        "period": fix.period,
    }
    lines = [
        words("fix.card", number=fix.number, item=fix.item, title=title),
        words("fix.place", **place),
        _state(page, words),
        "",
        _problem(page, words),
        words("fix.clause", letter=f"{fix.letter} " if fix.letter else "", clause=_cut(fix.clause, CLAUSE)),
        words("fix.demand", demand=_cut(fix.demand, CLAUSE)),
    ]
    if page.item.evidence:
        lines.append(words("fix.materials", materials=_cut("；".join(page.item.evidence), CLAUSE)))
    key = "fix.due" if page.suggested is None else "fix.due_suggested"
    lines.append(words(key, due=fix.due, days=page.suggested))
    lines.append(words("fix.owner", owner=escape(fix.owner)) if fix.owner else words("fix.owner_none"))
    lines += _pictures(page, words)
    lines += _steps(page, ask)
    if page.state.step:
        lines += ["", words(f"fix.ask.{page.state.step}")]
    elif page.leads and fix.state in OWED:
        lines += ["", words("fix.send")]
    return "\n".join(lines)


def said_of(fix: Fix, kind: str, words: Words, days: int = 0) -> str:
    """Return how one stands, in words."""
    if kind == "waived" and lifted(fix):
        kind = "lifted"
    if kind == "done" and asks_waiver(fix):
        kind = "asks"
    return words(f"fix.state.{kind}", days=days)


def _state(page: Page, words: Words) -> str:
    kind = standing(page.fix, page.today)
    said = said_of(page.fix, kind, words, late_days(page.fix, page.today))
    return words("fix.state", sign=MARKS[kind], said=said)


def _problem(page: Page, words: Words) -> str:
    fix, rule = page.fix, page.rule
    text = _cut(problem_of(fix, page.item, words, count=page.count), WHOLE)
    if _takes(rule):
        return words("fix.problem" if fix.points != "0" else "fix.problem_0", problem=text, points=fix.points)
    return words("fix.problem_below", problem=text, points=fix.points)


def _takes(rule: Rule | None) -> bool:
    return rule is not None and rule.side != "award"


def _pictures(page: Page, words: Words) -> list[str]:
    if page.before:
        numbers = tuple(words("fix.number", number=each.number) for each in page.before[:NUMBERS])
        lines = [words("fix.before", files=_files_of(page.before), numbers=numbers)]
    else:
        lines = [words("fix.before_none")]
    after = counted(page.after)
    return [*lines, words("fix.after", files=after) if after else words("fix.after_none")]


def _files_of(pieces: tuple[Evidence, ...]) -> str:
    signs = Counter(
        SIGNS.get(kind, "📄")
        for each in pieces
        for kind in ([file.kind for file in each.files] or [each.kind])
    )
    return " ".join(f"{sign}{count}" for sign, count in signs.items())


def _steps(page: Page, ask: Ask) -> list[str]:
    steps, words = page.fix.steps, ask.words
    if not steps:
        return []
    lines = [""]
    if len(steps) > STEPS:
        lines.append(words("fix.earlier", count=len(steps) - STEPS))
    asked = False
    told = []
    for step in steps:
        told.append(_step(page, step, ask, asked=asked))
        asked = step.name == "waived" or (asked and step.name not in {"done", "sent_back"})
    return [*lines, *told[-STEPS:]]


def _step(page: Page, step: FixStep, ask: Ask, *, asked: bool) -> str:
    name: str = step.name
    if name == "accepted" and asked:
        name = "agreed"
    if name == "waived" and not step.text:
        name = "lifted"
    return ask.words(
        f"fix.step.{name}",
        day=day_of(step.at, ask).isoformat(),
        name=escape(page.names.get(step.by, "")),
        text=_cut(step.text, STEP),
    )


def _cut(text: str, most: int) -> str:
    return escape(short(text, most))
