"""少一次扣N分 beside 不少于M次: how many can be missing is written in what is asked for.

Also the period that a rule's own words name. Neither changes what a rule costs.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from rubrics.draft.document import Passage
from rubrics.draft.numerals import NUMBER, number, plain
from rubrics.draft.parts import Criteria, DraftRule, Missed
from rubrics.points import ZERO

_SHORT: Final = re.compile(r"(?:少|缺|缺少|漏)\s*(?:一|1)\s*\S")
_BOUND: Final = r"(?:不少于|不低于|至少[^,;。0-9]{0,6}?|≥|少于|不足|达到?|完成)\s*"
_WHEN: Final = (
    ("year", re.compile(r"年度|全年|每年|年内")),
    ("half", re.compile(r"半年")),
    ("quarter", re.compile(r"季度|每季")),
    ("month", re.compile(r"月度|每月|当月|每[周旬天日班]")),
)
_ORDER: Final = ("month", "quarter", "half", "year")
_MOST: Final = 99
_WITHIN: Final = r"(?:不超过|不得超过|不高于|不大于|≤|<|控制在|小于|低于)\s*"
_ENDED: Final = re.compile(r"不(?:予|能|可|再)?(?:得|计)分|[得计]0分|终止|取消")
"""Where nothing is left: no bound to count from."""
_TIMES: Final = {"分钟", "小时", "天", "日", "秒"}


def limit(found: Criteria, content: Sequence[Passage], periods: Sequence[str]) -> None:
    """Give rules of the kind 少一次 the most that can be missing, where one number says it for the whole sheet."""
    asked = plain(" ".join(passage.text for passage in content))
    for rule in found.rules:
        own = plain(rule.quote)
        if rule.kind != "each" or rule.most is not None or not _SHORT.search(own):
            continue
        target = _target(own, rule, periods) or _target(asked, rule, periods)
        if target is not None and target == target.to_integral_value() and 0 < target <= _MOST:
            rule.most = int(target)
            rule.doubts.append("shortfall")
        else:
            rule.doubts.append("short")


def baselines(found: Criteria, content: Sequence[Passage], standard: Sequence[Passage] = ()) -> None:
    """Give steps of a measure the figure from which they count; where none can be seen a person must write it."""
    asked = plain("\n".join(passage.text for passage in content))
    said = plain("\n".join(passage.text for passage in standard))
    for where in (found.rules, found.bonus):
        for rule in [rule for rule in where if rule.kind == "step" and rule.more["baseline"] is None]:
            own = plain(rule.text)
            ahead = said[: said.find(plain(rule.quote)) + 1]
            figures = (
                _figures(own, rule, asked) or _figures(asked, rule, own) or _figures(ahead, rule, own)[-1:]
            )
            if len(set(figures)) == 1:
                rule.more["baseline"] = figures[0]
            elif rule.more["direction"] == "above" and rule.more["measure"] in _TIMES:
                rule.more["baseline"] = ZERO
            else:
                where.remove(rule)
                found.pieces = [
                    (points, [one for one in rules if one is not rule]) for points, rules in found.pieces
                ]
                found.missed.append(Missed(rule.quote, "step", rule.spot))


def _figures(text: str, rule: DraftRule, other: str) -> list[Decimal]:
    """The bounds in this measure that the text sets; of several those whose sentence speaks of the same thing."""
    measure = re.escape(rule.more["measure"]) if rule.more["measure"] != "%" else r"(?:%|个?百分点)"
    text = re.sub(r"每[^,;。]*", " ", text)
    beyond = rf"|(?:超过|大于|高于)\s*({NUMBER})\s*{measure}" if rule.effect == "award" else ""
    found = []
    for sentence in re.split(r"[;。,\n]", text):
        bound = re.search(
            rf"^\s*({NUMBER})\s*{measure}\s*$|^\s*(?:≥|≤|<|>|=)\s*({NUMBER})\s*$|{_BOUND}({NUMBER})\s*{measure}|({NUMBER})\s*{measure}\s*(?:及|或)?\s*以[上内下]|{_WITHIN}({NUMBER})\s*{measure}"
            rf"|[率度达为到]\s*({NUMBER})\s*{measure}{beyond}",
            sentence,
        )
        value = number(next(one for one in bound.groups() if one)) if bound else None
        if value is not None and _ENDED.search(sentence):
            continue
        if value is not None:
            found.append((value, sentence))
    about = [value for value, sentence in found if _pairs(sentence) & _pairs(f"{other} {plain(rule.text)}")]
    return about or [value for value, _ in found]


def _pairs(text: str) -> set[str]:
    words = re.sub(r"[^\u4e00-\u9fff]|达到|不低于|以上", " ", text)
    return {word[at : at + 2] for word in words.split() for at in range(len(word) - 1)}


def _target(text: str, rule: DraftRule, periods: Sequence[str]) -> Decimal | None:
    """The one number of this unit that the text asks for; several numbers leave it open.

    So does 每月 on a sheet of a year: what is missing in the months adds up.
    """
    unit = re.escape(plain(rule.unit or "").split("(")[0])
    text = re.sub(r"(?:每?少|缺少?|漏)\s*(?:一|1)\s*", "", text)
    named = re.findall(rf"({NUMBER})\s*{unit}", text)
    bound = re.findall(
        rf"(?:{_BOUND}|^\s*)({NUMBER})\s*{unit}|({NUMBER})\s*{unit}\s*(?:及|或)?\s*以上", text, re.MULTILINE
    )
    asked = [_ORDER.index(name) for name, pattern in _WHEN if pattern.search(text)]
    if len(named) != 1 or len(bound) != 1 or (asked and min(asked) < _finest(periods)):
        return None
    return number(bound[0][0] or bound[0][1])


def _finest(periods: Sequence[str]) -> int:
    """The place of the shortest sheet in the order of periods; a scheme that names none is yearly."""
    return min((_ORDER.index(one) for one in periods if one in _ORDER), default=_ORDER.index("year"))


def when(text: str, periods: Sequence[str]) -> str | None:
    """The period that the condition names, if the sheet has finer ones than it."""
    for name, pattern in _WHEN:
        if pattern.match(plain(text)) and _ORDER.index(name) > _finest(periods):
            return name
    return None
