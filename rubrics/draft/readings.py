"""What the rows of the phrase table read: from the words that a pattern found to the effect that they have.

One small function for each kind of effect; which words lead to which is the table's business.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from rubrics.draft import effects as e
from rubrics.draft import units
from rubrics.draft.numerals import NUMBER, number
from rubrics.points import ZERO, on_step

SMALLEST: Final = Decimal("0.05")
"""The finest step that an unrolled range may have."""
ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")
_UNITS: Final = ("unit", "u1", "u2", "u6", "u8", "u3", "u7", "u4", "u5")
_ABOVE: Final = re.compile(r"[超增高多升涨长]")
_BELOW: Final = re.compile(r"[低降少缺减差]|不足|不到|未达")
_LATE: Final = re.compile(r"[迟延晚逾误]|超[时期差]|偏差|满|累计")
_BONUS: Final = re.compile(r"[加奖]")
_AWARD: Final = re.compile(r"[得给计记评赋占打]")


def points(match: re.Match[str], group: str = "n") -> Decimal:
    """The amount in a group."""
    return number(match[group]) or ZERO


def unit(match: re.Match[str]) -> str | None:
    """What is counted; 每人每次 is the product of two."""
    found = match.groupdict()
    name = next((name for name in _UNITS if found.get(name)), None)
    if name is None:
        return None
    first = units.before(match.string[: match.start("each")]) if name in {"u1", "u2", "u6"} else None
    return units.tidy((first or "") + match[name])


def side(verb: str) -> e.Side:
    """What a verb does."""
    if _BONUS.search(verb):
        return "bonus"
    return "award" if _AWARD.search(verb) else "deduct"


def deduct(match: re.Match[str]) -> e.Effect:
    """扣N分."""
    return e.Deduct(points(match), unit(match))


def below(match: re.Match[str]) -> e.Effect:
    """低于一人扣N分: once, whatever is missing."""
    return e.Deduct(points(match), None, "threshold")


def added(match: re.Match[str]) -> e.Effect:
    """加扣N分: from the row too, as nothing else is said."""
    return e.Deduct(points(match), unit(match), "added")


def award(match: re.Match[str]) -> e.Effect:
    """得N分."""
    return e.Award(points(match))


def bonus(match: re.Match[str]) -> e.Effect:
    """加N分."""
    return e.Bonus(points(match), unit(match))


def cap(match: re.Match[str]) -> e.Effect:
    """最高N分, or 扣完为止."""
    return e.Cap(points(match) if match["n"] else None)


def worth(match: re.Match[str]) -> e.Effect:
    """满分N分."""
    return e.Worth(points(match))


def bare(match: re.Match[str]) -> e.Effect:
    """N分 without a verb."""
    return e.Bare(points(match), unit(match))


def listed(match: re.Match[str]) -> e.Effect:
    """各扣N分, 分别扣N分、M分, 每项分别得N分、M分."""
    verb = match["v"]
    rest = re.findall(rf"({NUMBER})\s*分", match["rest"] or "")
    return e.Listed(side(verb[-1]), (points(match), *(number(one) or ZERO for one in rest)), unit(match))


def ranks(match: re.Match[str]) -> e.Effect:
    """分别加1-3分 for three ranks is 1, 2, 3: as many equal steps as ranks are named."""
    low, high = points(match, "a"), points(match, "b")
    steps = match["names"].count("、")
    step = (high - low) / steps
    if step * steps != high - low or not step or min(low, high) <= 0 or on_step(step, SMALLEST) is False:
        return judge(match)
    return e.Listed("bonus", tuple(low + step * one for one in range(steps + 1)))


def judge(match: re.Match[str]) -> e.Effect:
    """扣N-M分; without a verb the column or the neighbours say what it does."""
    verb = match.groupdict().get("v")
    low, high = sorted((points(match, "a"), points(match, "b")))
    if low == high:
        return e.Unread("range")
    return e.Judge(side(verb or "得"), low, high, unit(match), bare=verb is None)


def discretion(match: re.Match[str]) -> e.Effect:
    """酌情加分, 酌情扣分."""
    limit = points(match, "m") if match.groupdict().get("m") else None
    return e.Discretion(side(match["v"]), limit)


def at_most(match: re.Match[str]) -> e.Effect:
    """最高扣N分 without anything that says how much it is."""
    return e.Discretion(side(match["v"]), points(match))


def step(match: re.Match[str]) -> e.Effect:
    """每下降5%扣N分, 每满4节课扣N分."""
    per = ONE if match["per"] == "个" else points(match, "per")
    words, does = match["w"] or "", side(match["v"])
    measure = units.measure(match["measure"])
    late = bool(_LATE.search(words))
    up = late or bool(_ABOVE.search(words))
    down = bool(_BELOW.search(words)) and not up
    if not per or (does == "deduct" and not (up or down) and match["measure"] == "%"):
        return e.Unread("step")
    counted = late or not (_ABOVE.search(words) or down)
    start = ZERO if counted else None
    return e.Step(does, points(match), per, measure, "below" if down else "above", start)


def award_each(match: re.Match[str]) -> e.Effect:
    """每开展一次得N分: every one earns."""
    named = match.groupdict().get("counted") or unit(match) or "次"
    return e.Step("award", points(match), ONE, units.tidy(named), "above", ZERO)


def share(match: re.Match[str]) -> e.Effect:
    """扣该项分值的N%."""
    return e.Share(points(match, "p") if match["p"] else Decimal(50))


def extra(match: re.Match[str]) -> e.Effect:
    """追加扣除N分."""
    found = match.groupdict()
    after = points(match, "after") if found.get("after") else None
    return e.Extra(points(match), unit(match), after, zero=bool(found.get("zero")))


def times(match: re.Match[str]) -> e.Effect:
    """加倍扣分."""
    said = match["f"]
    if _BONUS.search(match["side"] or "") or "得" in (match["side"] or ""):
        return e.Unread("multiplier")
    if "减半" in said:
        return e.Times(HALF)
    return e.Times(
        (number(said[0]) or Decimal(2)) if said[1:2] == "倍" and said[0] not in "加双翻" else Decimal(2)
    )


def zero_of(match: re.Match[str]) -> e.Effect:
    """本大项不得分, “应急预案”项不得分."""
    if match["name"]:
        return e.Zero(match["name"])
    return e.Zero("section" if match["section"] else "sheet")


def unread(why: str) -> Callable[[re.Match[str]], e.Effect]:
    """Something that scores and is left to a person."""
    return lambda _: e.Unread(why)


def always(effect: e.Effect) -> Callable[[re.Match[str]], e.Effect]:
    """The same effect whatever was found."""
    return lambda _: effect
