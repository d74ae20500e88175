"""Amounts without a verb: what they are is said by what stands around them and by what the item is worth.

Beside losses they say what something is worth or what is lost of it; where nothing is lost they earn, add up, or are
tiers of which one is picked.
"""

from decimal import Decimal
from typing import Final

from rubrics.draft import effects as e
from rubrics.draft import making, rungs, sides
from rubrics.draft.parts import Criteria, DraftRule, Missed
from rubrics.draft.sentences import Sentence
from rubrics.points import ZERO

Placed = tuple[int, Sentence]
"""A sentence and how many rules stood before it."""
_ONE: Final = Decimal(1)


def settle(found: Criteria, placed: list[Placed], worth: Decimal | None) -> None:
    """Make rules of the amounts, take them for what the item is worth, or leave them to a person."""
    placed = _units(found, placed, worth)
    bare = [one for _, one in placed]
    amounts = [one.effect.amount for one in bare if isinstance(one.effect, e.Bare)]
    if not bare:
        return
    total = sum(amounts, ZERO)
    if any(rule.faulty for rule in found.rules):
        _beside_faults(found, placed, total, worth)
        return
    named = all(one.condition for one in bare)
    if len(bare) == 1 and not named and not found.earned:
        found.worths.append(total)
        return
    awards = [_award(one, amount) for one, amount in zip(bare, amounts, strict=True)]
    if named and (worth is None or total + found.earned == worth or rungs.nested(found, awards, worth)):
        found.rules += awards
    elif named and len(bare) > 1 and worth is not None and max(amounts) == worth:
        found.rules[:0] = [
            making.rule("tier", one, rule.points) for one, rule in zip(bare, awards, strict=True)
        ]
        for zero in [one for one in found.rules if one.kind == "zero" and not one.more]:
            zero.kind = "tier"
        rungs.name(found)
    else:
        found.missed += [Missed(one.quote, "unknown", one.spot) for one in bare]


def _award(one: Sentence, amount: Decimal) -> DraftRule:
    rule = making.rule("award", one, amount)
    rule.doubts.append("bare_award")
    return rule


def _beside_faults(found: Criteria, placed: list[Placed], total: Decimal, worth: Decimal | None) -> None:
    """制度健全（3分）；台账（4分），缺一项扣1分: parts, where each is worth what stands behind it."""
    rules = list(found.rules)
    for shift, (at, one) in enumerate(placed):
        amount = one.effect.amount if isinstance(one.effect, e.Bare) else ZERO
        rules.insert(at + shift, _award(one, amount))
    if len(placed) > 1 and all(one.condition for _, one in placed) and sides.pieces(rules, worth):
        found.rules = rules
    elif worth is None or total == worth:
        found.worths.append(total)
    else:
        found.missed += [Missed(one.quote, "unknown", one.spot) for _, one in placed]


def _units(found: Criteria, placed: list[Placed], worth: Decimal | None) -> list[Placed]:
    """N分/项: a loss beside other losses; where nothing is lost every one earns, up to what the item is worth."""
    faults = any(rule.faulty for rule in found.rules)
    rest = []
    for at, one in placed:
        if not isinstance(one.effect, e.Bare) or not one.effect.unit:
            rest.append((at, one))
        elif faults:
            rule = making.rule("each", one, one.effect.amount, one.effect.unit)
            rule.doubts.append("bare_loss")
            found.rules.append(rule)
        elif worth is None and not one.cap:
            found.missed.append(Missed(one.quote, "award_each", one.spot))
        else:
            found.rules.append(_each(one, one.effect, worth))
    return rest


def _each(one: Sentence, effect: e.Bare, worth: Decimal | None) -> DraftRule:
    """Every one earns; a cap that is all of the item is no cap of the clause."""
    rule = making.rule("step", one, effect.amount)
    rule.effect = "award"
    rule.more = {
        "baseline": ZERO, "per": _ONE, "direction": "above", "measure": effect.unit, "rounding": "full",
    }  # fmt: skip
    most = one.cap.amount if one.cap else None
    rule.cap = most if most != worth else None
    rule.doubts.append("bare_each")
    return rule
