"""What the source leaves open about an item and how it is read: shown where it matters, word for word."""

from __future__ import annotations

from bot.flows.html import escape, short
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from rubrics.model import Discrepancy, Reading, Rubric, Ruling

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
    passages = (("says", each.says), ("read", each.read), ("reason", each.reason))
    return "\n".join(
        ask.words(f"doubts.{name}", text=escape(short(said, LONGEST))) for name, said in passages
    )


def _ruling(walk: Walk, each: Ruling, ask: Ask) -> str:
    option = each.option(walk.assessment.rulings.get(each.id, each.shipped))
    assumed = each.id in walk.assessment.assumed
    chosen = escape(option.text) if option else "–"
    question = escape(short(each.question, LONGEST))
    if assumed:
        return ask.words("doubts.ruling.assumed", question=question, chosen=chosen)
    return ask.words("doubts.ruling", question=question, chosen=chosen)
