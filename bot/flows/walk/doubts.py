"""What the source leaves open about an item and how it is read: shown where it matters, word for word."""

from __future__ import annotations

from bot.flows.html import escape, short
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from rubrics.model import Discrepancy, Reading, Rubric, Ruling
from rubrics.points import show

LONGEST = 300
"""Characters of one passage; the sheet prints it whole."""


def about(rubric: Rubric, item: str) -> tuple[Discrepancy | Ruling, ...]:
    """Return contradictions and open questions of an item: what an assessor should know before scoring it."""
    open_questions: tuple[Discrepancy | Ruling, ...] = (*rubric.discrepancies, *rubric.rulings)
    return tuple(each for each in open_questions if item in each.at)


def text(walk: Walk, ask: Ask) -> str:
    """Return contradictions, rulings and readings of the item in view."""
    item = walk.item.no
    readings = [each for each in walk.rubric.readings if item in each.at]
    blocks = [ask.words("doubts.head", item=item)]
    blocks += [
        _ruling(walk, each, ask) if isinstance(each, Ruling) else _read(each, ask)
        for each in about(walk.rubric, item)
    ]
    return "\n\n".join([*blocks, *(_read(each, ask) for each in readings)])


def _read(each: Discrepancy | Reading, ask: Ask) -> str:
    english = _english(ask)
    passages = (
        ("says", (english and each.says_en) or each.says),
        ("read", (english and each.read_en) or each.read),
        ("reason", (english and each.reason_en) or each.reason),
    )
    return "\n".join(
        ask.words(f"doubts.{name}", text=escape(short(said, LONGEST))) for name, said in passages
    )


def _ruling(walk: Walk, each: Ruling, ask: Ask) -> str:
    """Return a question with the answer that holds; without one, with what is suggested."""
    english = _english(ask)
    question = escape(short((english and each.question_en) or each.question, LONGEST))
    said = each.said(walk.assessment.rulings.get(each.id, each.shipped), english=english)
    if said is not None:
        key = "doubts.ruling.assumed" if each.id in walk.assessment.assumed else "doubts.ruling"
        return ask.words(key, question=question, chosen=escape(short(said, LONGEST)))
    suggested = each.said(show(each.value.suggested), english=english) if each.value else None
    if suggested is None:
        return ask.words("doubts.ruling.open", question=question)
    return ask.words("doubts.ruling.suggested", question=question, suggested=escape(suggested))


def _english(ask: Ask) -> bool:
    return ask.words("language.code") == "en"
