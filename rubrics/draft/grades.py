"""Levels that have columns of their own: 优秀（100%） | 良好（80%） | 合格（60%）, each with its text or a box to tick.

Reads the heads of such columns and the rules of a row; which columns they are is decided with the others.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from rubrics.draft.document import Passage
from rubrics.draft.numerals import NUMBER, RANGE, number, plain
from rubrics.draft.outline import Level
from rubrics.draft.parts import DraftRule
from rubrics.points import ZERO

_NAME: Final = re.compile(
    r"(?:等级)?\s*(优秀|优良|优|良好|良|中等|中|一般|及格|不及格|基本合格|不合格|合格|较好|很好|好|较差|很差|差|基本达标|不达标|达标|未达标"
    r"|基本满意|不满意|满意|基本符合|不符合|符合|[ABCDE]|[ⅠⅡⅢⅣ])\s*(?:级|等|档|等次)?"
)
_SHARE: Final = re.compile(rf"({NUMBER})\s*%")
_SPAN: Final = re.compile(rf"({NUMBER})\s*分?{RANGE}({NUMBER})\s*分?")
_POINTS: Final = re.compile(rf"({NUMBER})\s*分?")
_BEHIND: Final = re.compile(
    rf"\(\s*({NUMBER}(?:\s*分?{RANGE}{NUMBER})?)\s*分\s*\)\s*[。;]?\s*$|(?<=[,;。\s])({NUMBER})\s*分\s*$"
)
_FACTOR: Final = re.compile(r"1\.0{1,2}|0\.[0-9]*[1-9]")
"""A share as a factor: A（1.0）, B（0.8）."""
_LETTER: Final = re.compile(r"[A-Ea-e]")
"""A name that a sheet would take for the letter of a rule."""
_HUNDRED: Final = 100


def named(text: str) -> tuple[str, dict[str, Any]] | None:
    """The name of a level in the head of a column, and what it is worth if that is said."""
    head = plain(" ".join(text.split()))
    match = _NAME.match(head)
    if match is None:
        return None
    rest = head[match.end() :].strip(" ():,得计")
    worth = {"share": number(rest) or ZERO} if _FACTOR.fullmatch(rest) else _worth(rest)
    if rest and not worth:
        return None
    name = text.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0].strip()[: match.end()]
    return (f"{name}级" if _LETTER.fullmatch(name) else name), worth


def _worth(text: str) -> dict[str, Any]:
    """A share, an amount or a range of amounts that is all of the text."""
    if match := _SHARE.fullmatch(text):
        share = (number(match[1]) or ZERO) / _HUNDRED
        return {"share": share} if share else {"points": ZERO}
    if match := _SPAN.fullmatch(text):
        low, high = sorted((number(match[1]) or ZERO, number(match[2]) or ZERO))
        return {"low": low, "high": high}
    if match := _POINTS.fullmatch(text):
        return {"points": number(match[1]) or ZERO}
    return {}


def rules(found: Sequence[Level]) -> list[DraftRule]:
    """One rule for each level; none where what a level is worth is nowhere said."""
    made = []
    for level in found:
        text = plain(level.cell.text).strip(" □☐○()")
        behind = _BEHIND.search(plain(level.cell.text))
        worth = _worth(text) or (_worth((behind[1] or behind[2]).strip()) if behind else {}) or level.worth
        if not worth:
            return []
        rule = DraftRule("level", level.cell.text.strip() or level.name, level.quote, level.cell.spot)
        rule.points = worth.pop("points", ZERO) if "points" in worth else ZERO
        rule.more = {"name": level.name, **worth}
        made.append(rule)
    return made if len(made) > 1 else []


def most(made: Sequence[DraftRule]) -> Decimal | None:
    """The highest amount that a level says; None where they are all shares."""
    amounts = [rule.more.get("high") or rule.points for rule in made if "share" not in rule.more]
    return max(amounts, default=None) or None


def quotes(found: Sequence[Level]) -> list[Passage]:
    """The levels as the standard of their row."""
    return [Passage(level.quote, level.cell.spot) for level in found]
