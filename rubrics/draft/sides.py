"""An item earns or deducts: where both are written, one of them only says the other again, or is left to a person."""

import re
from decimal import Decimal
from typing import Final

from rubrics.draft.numerals import plain
from rubrics.draft.parts import Criteria, Doubted, DraftRule, Missed
from rubrics.points import ZERO

_NOT_MET: Final = re.compile(r"(?:否则|反之|其[他它余]|[无没未不]|达不到|低于|少于|达?不足|以下)|$")
"""How a clause begins that only says what happens where nothing is earned."""


def one_side(found: Criteria, worth: Decimal | None) -> None:
    """Leave one side: criteria that earn, or faults that cost."""
    earning = [rule for rule in found.rules if rule.side == "award"]
    awards = [rule for rule in earning if rule.kind == "award"]
    if not earning:
        return
    full = worth if worth is not None else (awards[0].points if len(awards) == 1 else None)
    for rule in awards:
        rule.points = rule.points or full or ZERO
    faults = [rule for rule in found.rules if rule.faulty]
    if faults and len(awards) == len(earning):
        _one_side(found, awards, faults, full)
    elif faults:
        for rule in faults if found.earned == full or len(earning) > len(faults) else earning:
            _unread(found, rule, "mixed")
    else:
        for rule in [
            rule for rule in found.rules if rule.kind == "zero" and _NOT_MET.match(plain(rule.text))
        ]:
            _drop(found, rule, "zero_is_no_award")
    for rule in [rule for rule in found.rules if rule.kind == "award" and not rule.points]:
        _unread(found, rule, "tier")


def _one_side(
    found: Criteria, awards: list[DraftRule], faults: list[DraftRule], full: Decimal | None
) -> None:
    zeros = [rule for rule in found.rules if rule.kind == "zero"]
    if len(awards) == 1 == len(faults) and awards[0].points == faults[0].points == full:
        for rule in (*faults, *zeros):
            _drop(found, rule, "answer")
    elif len(awards) == 1 and awards[0].points == full:
        found.worths.append(awards[0].points)
        _drop(found, awards[0], "award_is_start")
    elif not _pieces(found, awards, full):
        earned = sum((rule.points for rule in awards), ZERO)
        for rule in [*faults, *zeros] if earned == full else awards:
            _unread(found, rule, "mixed")


def pieces(rules: list[DraftRule], full: Decimal | None) -> list[tuple[Decimal, list[DraftRule]]]:
    """得3分, 不健全扣1分; 得5分, 每缺一项扣1分: two parts of 3 and 5 that are deducted from; empty where they are none.

    Nothing can cost more than its part, or it would be a loss of the whole.
    """
    found: list[tuple[Decimal, list[DraftRule]]] = []
    for rule in rules:
        if rule.kind == "award":
            found.append((rule.points, []))
        elif found and rule.points <= found[-1][0]:
            found[-1][1].append(rule)
        else:
            return []
    whole = sum((points for points, _ in found), ZERO)
    return found if whole == full and any(faults for _, faults in found) else []


def _pieces(found: Criteria, awards: list[DraftRule], full: Decimal | None) -> bool:
    """Make parts; one that nothing is deducted from is earned or lost as a whole."""
    parts = pieces(found.rules, full)
    for rule, (_, faults) in zip(awards, parts, strict=False):
        if faults:
            _drop(found, rule, "parts")
        else:
            rule.kind, rule.points = "zero", ZERO
            rule.text = f"未做到：{rule.text}"
            rule.doubts = ["not_met"]
            faults.append(rule)
    found.pieces = parts
    return bool(parts)


def _drop(found: Criteria, rule: DraftRule, doubt: str) -> None:
    found.rules.remove(rule)
    found.doubted.append(Doubted(doubt, rule.quote, rule.spot))


def _unread(found: Criteria, rule: DraftRule, why: str) -> None:
    found.rules.remove(rule)
    found.missed.append(Missed(rule.quote, why, rule.spot))
