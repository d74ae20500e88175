"""The standard of one item: its sentences become rules, and what they mean together is decided here.

A cap belongs to its clause, 扣完为止 to the row; tiers are no sum; an item either earns or deducts. Each decision
that could be taken otherwise leaves a doubt with its rule, and nothing is taken for a rule that is none.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from rubrics.draft import bare, making, phrases, rungs
from rubrics.draft import effects as e
from rubrics.draft.document import Passage, Spot
from rubrics.draft.numerals import NUMBER, number, plain
from rubrics.draft.parts import Criteria, Doubted, DraftRule, Kind, Missed
from rubrics.draft.sentences import Sentence, read
from rubrics.draft.sides import one_side
from rubrics.draft.units import UNIT
from rubrics.points import ZERO

NOTHING: Final[Mapping[Spot, str]] = MappingProxyType({})
_FLAT: Final = re.compile(r"不(?:完整|规范|齐全?|全|实|详|健全|完善|准确|及时|到位|清楚|明确|符)")
_ANY: Final = re.compile(r"任[一何意]")
_REST: Final = re.compile(r"^其[他它余]")
_OR: Final = re.compile(r"[未无没不][^,;。]{0,12}[,]?(?:并|且|并且|而且)[^,;。]{0,3}[未无没不]")
_DEEMED: Final = re.compile(r"按[^,;。]{0,10}(?:不合格|旷工|缺勤|未完成|无效)")
_TWO: Final = 2
_OWN_UNIT: Final = re.compile(rf"({NUMBER})\s*分?\s*(?:/|每)\s*(?:一|1)?\s*({UNIT})")
_MOST_LISTED: Final = 9
_LOSSES: Final = {"once", "each", "judged", "listed", "step"}
"""What a factor can work on."""


def criteria(
    passages: Iterable[Passage], points: Decimal | None, sides: Mapping[Spot, str] = NOTHING
) -> Criteria:
    """What the passages of one item's standard say; `points` is what the table says the item is worth.

    `sides` says what bare amounts do where the name of their column says so.
    """
    sentences = [
        sentence for passage in passages for sentence in _sided(passage, sides.get(passage.spot, ""))
    ]
    found = Criteria()
    unsaid: list[bare.Placed] = []
    for sentence in sentences:
        _take(found, unsaid, sentence, _last_rule(found))
    worth = points if points is not None else found.worths[0] if len(found.worths) == 1 else None
    _caps(found, sentences, worth)
    rungs.tiers(found, worth)
    bare.settle(found, unsaid, worth)
    _shares(found, worth)
    one_side(found, worth)
    rungs.rungs(found)
    _picked(found)
    rungs.alternatives(found)
    _factors(found)
    _doubts(found, worth)
    return found


def _sided(passage: Passage, side: str) -> list[Sentence]:
    """The sentences of a passage; under 扣分标准 a bare amount deducts, under 加分标准 it adds."""
    text = plain(passage.text).strip(" -")
    side, _, unit = side.partition("/")
    own = _OWN_UNIT.fullmatch(text)
    text, unit = (own[1], own[2]) if own else (text, unit)
    amount = number(text.removesuffix("分"))
    if side and amount is not None:
        effect: e.Effect = (
            e.Deduct(amount, unit or None) if side == "deduct" else e.Bonus(amount, unit or None)
        )
        return [Sentence(passage.text.strip(), "", effect, None, passage.spot)]
    sentences = read(passage)
    for one in sentences:
        if side and isinstance(one.effect, e.Bare):
            does = e.Deduct if side == "deduct" else e.Bonus
            one.effect = does(one.effect.amount, one.effect.unit or unit or None)
        elif side and isinstance(one.effect, e.Judge) and one.effect.bare:
            one.effect = replace(one.effect, side="deduct" if side == "deduct" else "bonus")
    return sentences


def _last_rule(found: Criteria) -> DraftRule | None:
    both = [*found.rules, *found.bonus]
    return both[-1] if both else None


def _take(found: Criteria, unsaid: list[bare.Placed], one: Sentence, last: DraftRule | None) -> None:
    """Put what one sentence says where it belongs."""
    _lead(found, one)
    if one.effect is None and one.cap and one.cap.amount:
        _late_cap(found, last, one.cap.amount)
        return
    match one.effect:
        case e.Worth(amount):
            found.worths.append(amount)
        case e.Bare():
            unsaid.append((len(found.rules), one))
        case e.Cap(amount):
            _late_cap(found, last, amount)
        case e.Exempt():
            found.doubted.append(Doubted("exempt", one.quote, one.spot))
        case e.Listed():
            _listed(found, one, one.effect)
        case e.Best():
            _best(found, one)
        case e.Unread(why):
            found.missed.append(Missed(one.quote, why, one.spot))
        case _:
            _made(found, one)


def _lead(found: Criteria, one: Sentence) -> None:
    """What stands before a clause: a cap of it, or words that score nothing."""
    if one.lead:
        ahead = phrases.find(plain(one.lead).strip(" ()"))
        if ahead and isinstance(ahead.effect, e.Cap) and ahead.effect.amount:
            found.ahead = ahead.effect.amount
        else:
            found.notes.append(Missed(one.lead, "note", one.spot))


def _made(found: Criteria, one: Sentence) -> None:
    """The rules of a sentence with the cap behind it; one that scores nothing is a note."""
    rules = making.made(one)
    if one.effect is None:
        found.notes.append(Missed(one.quote, "note", one.spot))
    elif not rules:
        found.missed.append(Missed(one.quote, "unknown", one.spot))
    for rule in rules:
        _capped(found, rule, one)


def _best(found: Criteria, one: Sentence) -> None:
    """Of several bonuses only the highest counts; anything else that is best-of is left to a person."""
    if one.cap and one.cap.amount:
        found.bonus_cap = one.cap.amount
    if found.bonus:
        found.best = Missed(one.quote, "best_of", one.spot)
    else:
        found.missed.append(Missed(one.quote, "best_of", one.spot))


def _capped(found: Criteria, rule: DraftRule, one: Sentence) -> None:
    """Add a rule with the cap that stands behind it."""
    (found.bonus if rule.side == "bonus" else found.rules).append(rule)
    if found.ahead and not one.cap:
        rule.doubts.append(f"cap:{found.ahead}")
        found.ahead = None
    if one.cap and one.cap.amount:
        _limit(found, rule, one.cap.amount, one)


def _limit(found: Criteria, rule: DraftRule, amount: Decimal, sentence: Sentence) -> None:
    """A cap of a clause; one above a single amount proves a hidden 每处."""
    if rule.kind == "discretionary":
        rule.more["limit"] = amount
    elif rule.kind in {"award", "tier", "zero", "veto", "multiplier"} or amount < rule.points:
        found.missed.append(Missed(sentence.quote, "cap", sentence.spot))
    elif rule.kind == "once" and amount > rule.points:
        rule.kind, rule.unit, rule.cap = "each", "处", amount
        rule.doubts.append("hidden_each")
    elif rule.kind != "once":
        rule.cap = amount
        rule.most = None
        rule.doubts = [name for name in rule.doubts if name != "bonus_once"]


def _late_cap(found: Criteria, last: DraftRule | None, amount: Decimal | None) -> None:
    """A cap in a sentence of its own; what it limits is decided when the whole cell is known."""
    if amount is None:
        return
    if last is None:
        found.ahead = amount
    elif last.kind == "discretionary":
        last.more["limit"] = amount
    elif len(found.bonus) > 1 and last.side == "bonus":
        found.bonus_cap = amount
    else:
        last.doubts.append(f"cap:{amount}")


def _caps(found: Criteria, sentences: list[Sentence], worth: Decimal | None) -> None:
    """Late caps: what the row is worth is its floor, anything less limits the clause before it."""
    for rule in [*found.rules, *found.bonus]:
        late = [name for name in rule.doubts if name.startswith("cap:")]
        rule.doubts = [name for name in rule.doubts if name not in late]
        for name in late:
            amount = Decimal(name.removeprefix("cap:"))
            if rule.side == "deduct" and amount == worth:
                continue
            _limit(found, rule, amount, Sentence(rule.quote, "", None, None, rule.spot))
            if rule.cap == amount and rule.kind != "bonus":
                rule.doubts.append("cap_of_last")
    floor = [one for one in sentences if _is_floor(one)]
    deducting = [rule for rule in found.rules if rule.kind in {"once", "each"}]
    if floor and len(deducting) == 1 == len(found.rules) and deducting[0].kind == "once":
        only = deducting[0]
        if worth is None or only.points < worth:
            only.kind, only.unit = "each", "处"
            only.doubts.append("hidden_each")
    elif floor and len(found.rules) > 1:
        found.doubted.append(Doubted("floor_of_row", floor[0].quote, floor[0].spot))


def _is_floor(one: Sentence) -> bool:
    own = isinstance(one.effect, e.Cap) and one.effect.amount is None
    return own or (one.cap is not None and one.cap.amount is None)


def _listed(found: Criteria, sentence: Sentence, effect: e.Listed) -> None:
    """One rule for each thing that is listed; without a list it is a single rule."""
    names = _names(sentence.condition)
    amounts = effect.amounts
    if len(amounts) == 1:
        amounts = amounts * len(names)
    if len(names) != len(amounts) or not all(amounts) or (effect.side == "award" and len(names) < _TWO):
        found.missed.append(Missed(sentence.quote, "listed", sentence.spot))
        return
    if effect.unit:
        _listed_each(found, sentence, effect, list(zip(names, amounts, strict=True)))
        return
    number = len({rule.more["list"] for rule in found.rules if "list" in rule.more}) + 1
    several = len(names) > 1 and effect.side != "bonus"
    kind: Kind = "listed" if several else "once" if effect.side == "deduct" else effect.side
    for name, amount in zip(names, amounts, strict=True):
        one = making.rule(kind, sentence, amount, "次" if kind == "bonus" else None)
        one.text = f"{sentence.condition}：{name}" if kind == "bonus" and len(names) > 1 else name
        one.most = 1 if kind == "bonus" else None
        one.effect = effect.side if several else None
        one.more = {"list": f"list-{number}"} if several else {}
        one.cap = sentence.cap.amount if sentence.cap and several else None
        one.doubts.append("listed")
        (found.bonus if kind == "bonus" else found.rules).append(one)
    if sentence.cap and sentence.cap.amount and not several:
        found.missed.append(Missed(sentence.quote, "cap", sentence.spot))


def _listed_each(
    found: Criteria, sentence: Sentence, effect: e.Listed, listed: list[tuple[str, Decimal]]
) -> None:
    """国家、省、市级的，每项分别得5分、3分、1分: each of them by the number of times that it happens."""
    for name, amount in listed:
        does: e.Effect = e.Deduct(amount, effect.unit)
        if effect.side == "award":
            does = e.Step("award", amount, Decimal(1), effect.unit or "", "above", ZERO)
        elif effect.side == "bonus":
            does = e.Bonus(amount, effect.unit)
        for rule in making.made(replace(sentence, effect=does)):
            rule.text = name
            rule.doubts.append("listed")
            _capped(found, rule, sentence)


def _names(condition: str) -> list[str]:
    for marks in ("[、，,；;]|或者?", "以及|和|与|及"):
        names = [name.strip(" 的") for name in re.split(marks, condition)]
        if _TWO <= len(names) <= _MOST_LISTED and all(names):
            return names
    return [condition]


_ASKED: Final[tuple[tuple[str, Callable[[DraftRule, str], bool]], ...]] = (
    (
        "flat",
        lambda rule, text: (
            rule.kind == "once" and not rule.doubts and bool(_FLAT.search(text)) and not _ANY.search(text)
        ),
    ),
    ("any", lambda rule, text: rule.kind == "once" and bool(_ANY.search(text))),
    ("rest", lambda rule, text: rule.side == "deduct" and bool(_REST.search(text))),
    ("or", lambda rule, text: rule.side == "deduct" and bool(_OR.search(text))),
    ("deemed", lambda rule, text: rule.kind == "once" and bool(_DEEMED.search(text))),
    ("product", lambda _rule, text: bool(re.search(r"每[^,;。每]{1,4}每", text))),
    ("no_repeat", lambda _rule, text: "不重复扣" in text),
)
"""Ambiguities that a rule's own words give away."""


def _picked(found: Criteria) -> None:
    """Of tiers only one counts: 就高、不重复计分 behind them says nothing more."""
    earning = [rule for rule in found.rules if rule.side == "award"]
    if earning and all(rule.kind in {"tier", "level"} for rule in earning):
        found.missed = [one for one in found.missed if one.why != "best_of"]


def _shares(found: Criteria, worth: Decimal | None) -> None:
    """扣该项分值的50% is that many points where the item says what it is worth."""
    for one in [one for one in found.rules if "share" in one.more]:
        percent = one.more.pop("share")
        one.points = worth * percent / 100 if worth else ZERO
        if not one.points or one.points > (worth or ZERO):
            found.rules.remove(one)
            found.missed.append(Missed(one.quote, "share", one.spot))


def _factors(found: Criteria) -> None:
    """加倍扣分 works on what the item deducts; where it deducts nothing it is left to a person."""
    for one in [one for one in found.rules if one.kind == "multiplier"]:
        others = [other for other in found.rules if other.kind in _LOSSES]
        one.of = [other for other in others if other.spot == one.spot] or others
        if not one.of:
            found.rules.remove(one)
            found.missed.append(Missed(one.quote, "multiplier", one.spot))


def _doubts(found: Criteria, worth: Decimal | None) -> None:
    zeros = {_skeleton(rule.text) for rule in found.rules if rule.kind == "zero"}
    for rule in [*found.rules, *found.bonus]:
        text = plain(rule.quote)
        rule.doubts += [name for name, holds in _ASKED if name not in rule.doubts and holds(rule, text)]
        if rule.kind == "each" and _skeleton(rule.text) in zeros:
            rule.doubts.append("first_then")
    found.worths = [amount for amount in found.worths if amount != worth]


def _skeleton(text: str) -> str:
    return re.sub(r"[0-9一二两三四五六七八九十]+", "#", plain(text))
