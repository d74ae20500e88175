"""One effect as rules: what each kind of phrase becomes before its neighbours are looked at."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from rubrics.draft import effects as e
from rubrics.draft.parts import DraftRule, Kind
from rubrics.draft.sentences import Sentence
from rubrics.points import ZERO


def made(one: Sentence) -> list[DraftRule]:
    """The rules that a sentence makes by itself; an amount of 0 makes none."""
    maker = _MAKERS.get(type(one.effect))
    found = maker(one, one.effect) if maker else []
    for rule in found if one.carried else ():
        rule.doubts.append("carried")
    return found


def rule(kind: Kind, one: Sentence, points: Decimal = ZERO, unit: str | None = None) -> DraftRule:
    """A rule with the words of the sentence."""
    return DraftRule(kind, one.condition, one.quote, one.spot, points, unit)


def _deduct(one: Sentence, effect: e.Deduct) -> list[DraftRule]:
    if not effect.amount:
        return []
    found = rule("each" if effect.unit else "once", one, effect.amount, effect.unit)
    found.doubts += [effect.doubt] if effect.doubt else []
    return [found]


def _award(one: Sentence, effect: e.Award) -> list[DraftRule]:
    return [] if effect.amount == 0 else [rule("award", one, effect.amount or ZERO)]


def _bonus(one: Sentence, effect: e.Bonus) -> list[DraftRule]:
    if not effect.amount:
        return []
    found = rule("bonus", one, effect.amount, effect.unit or "次")
    if effect.unit is None:
        found.most, found.doubts = 1, ["bonus_once"]
    return [found]


def _discretion(one: Sentence, effect: e.Discretion) -> list[DraftRule]:
    found = rule("discretionary", one)
    found.effect = effect.side
    found.more = {"limit": effect.limit} if effect.limit else {}
    return [found]


def _judge(one: Sentence, effect: e.Judge) -> list[DraftRule]:
    found = rule("judged", one, unit=effect.unit)
    found.effect = effect.side
    found.more = {"low": effect.low, "high": effect.high}
    return [found]


def _step(one: Sentence, effect: e.Step) -> list[DraftRule]:
    if not effect.amount:
        return []
    found = rule("step", one, effect.amount)
    found.effect = effect.side
    found.more = {
        "baseline": effect.start, "per": effect.per, "direction": effect.direction, "measure": effect.measure,
        "rounding": "full",
    }  # fmt: skip
    found.doubts += ["step"] if effect.per != 1 or effect.start is None else []
    return [found]


def _share(one: Sentence, effect: e.Share) -> list[DraftRule]:
    found = rule("once", one)
    found.more = {"share": effect.percent}
    found.doubts.append("share")
    return [found]


def _extra(one: Sentence, effect: e.Extra) -> list[DraftRule]:
    found = rule("extra", one, effect.amount, effect.unit)
    found.more = {"after": effect.after} if effect.after else {}
    found.doubts.append("extra")
    return [*([rule("zero", one)] if effect.zero else []), found]


def _times(one: Sentence, effect: e.Times) -> list[DraftRule]:
    found = rule("multiplier", one)
    found.more = {"factor": effect.factor}
    found.doubts.append("times")
    return [found]


def _veto(one: Sentence, _: e.Veto) -> list[DraftRule]:
    found = rule("veto", one)
    found.more = {"scope": "sheet"}
    found.doubts.append("veto")
    return [found]


def _zero(one: Sentence, effect: e.Zero) -> list[DraftRule]:
    found = rule("zero", one)
    if effect.of in {"section", "sheet"}:
        found.more = {"scope": effect.of}
        found.doubts.append("zero_beyond")
    elif effect.of:
        found.more = {"scope": "items", "items": effect.of}
        found.doubts.append("zero_beyond")
    return [found]


_MAKERS: Final[dict[type, Callable[[Sentence, Any], list[DraftRule]]]] = {
    e.Deduct: _deduct,
    e.Award: _award,
    e.Bonus: _bonus,
    e.Discretion: _discretion,
    e.Judge: _judge,
    e.Step: _step,
    e.Share: _share,
    e.Extra: _extra,
    e.Times: _times,
    e.Veto: _veto,
    e.Zero: _zero,
}
