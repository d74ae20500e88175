"""Phrases that exclude each other: tiers of an award, rungs of a deduction, none beside poor.

Works on rules that were read one by one; says which of them can be true together.
"""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from rubrics.draft.numerals import NUMBER, RANGE, number, plain
from rubrics.draft.parts import Criteria, DraftRule
from rubrics.draft.units import MEASURE, UNIT
from rubrics.points import ZERO

_MEASURED: Final = re.compile(
    rf"(?:≥|≤|>|<|=|达到?|超过|低于|高于|不足|不到|不低于|在|为)*\s*{NUMBER}(?:\s*(?:{MEASURE})?{RANGE}{NUMBER})?\s*(?:%|‰|个?百分点|分(?!钟)|{MEASURE}|{UNIT})?\s*(?:\([^()]*\))?\s*(?:及?以[上下内]|以内)?"
)
_COUNTED: Final = re.compile(rf"({NUMBER})\s*({UNIT})")
_NONE: Final = re.compile(
    r"^[^,;。有]{0,6}?(?:未(?:建立?|制定|签订|设|配|开展|编制|成立|建)|没有|无(?!故|法|效)|缺(?!少?[一1]))"
)
_POOR: Final = re.compile(r"不(?:完整|完善|健全|规范|齐全?|全面?|实|详|准确|具体|明确|清|到位|及时|符)|但")
_BUT: Final = re.compile(r"^已|但")
_SHORT: Final = 12
_NAMED: Final = re.compile(
    r"(?:评[为定]|考核|达到|获评|为)*\s*(非常满意|比较满意|基本满意|不满意|满意|优秀?|良好?|中等?|一般|合格|基本合格|较好|较差|差|好|很好|不合格|基本符合|不符合|符合|基本达标|不达标|达标)(?:等次|等级|的|者|级)*$"
)
_GRADE: Final = re.compile(
    r"^(?:评[为定]|考核|达到|获评)?(?:非常满意|比较满意|基本满意|不满意|满意|优秀?|良好?|中等?|一般|合格|较好|较差|差|好|很好|不合格|完全|基本|部分|大部分)"
)


def tiers(found: Criteria, worth: Decimal | None) -> None:
    """得N分 of which only one can be earned: they add up to too much, or measure the same thing."""
    counted = _counted(found)
    awards = [rule for rule in found.rules if rule.side == "award" and rule.kind in {"award", "judged"}]
    if len(awards) < 2:  # noqa: PLR2004 - a choice is between two
        return
    full = worth or ZERO
    if nested(found, awards, worth):
        return
    ranges = any(rule.kind == "judged" for rule in awards)
    amounts = [rule.more.get("high") or rule.points or full for rule in awards]
    over = worth is not None and sum(amounts, ZERO) > worth and max(amounts) == worth
    bare = [_MEASURED.sub("#", plain(rule.text)).strip() for rule in awards]
    same = len(set(bare)) == 1 or (bare[0].endswith("#") and set(bare[1:]) == {"#"})
    graded = all(_GRADE.search(plain(rule.text)) for rule in awards) and len(set(amounts)) > 1
    if not (
        counted or over or same or graded or any(not rule.points for rule in awards if rule.kind == "award")
    ):
        return
    if ranges and not (over or graded):
        return
    for rule in [
        *awards,
        *(rule for rule in found.rules if rule.kind == "zero" and "scope" not in rule.more),
    ]:
        _tier(rule)
    name(found)
    if worth is None and max(amounts):
        found.worths.append(max(amounts))


def nested(found: Criteria, awards: list[DraftRule], worth: Decimal | None) -> bool:
    """有方案得3分，参与率达标得5分（70%以上得3分，50%以下不得分）: tiers of one of several things that earn."""
    runs: list[list[DraftRule]] = []
    for rule in awards:
        if runs and _only_measured(rule):
            runs[-1].append(rule)
        else:
            runs.append([rule])
    picked = [run for run in runs if len(run) > 1]
    most = sum((max(rule.points for rule in run) for run in runs), ZERO)
    if len(runs) < 2 or len(picked) != 1 or most != worth or not all(rule.points for rule in awards):  # noqa: PLR2004 - one beside others
        return False
    zeros = [rule for rule in found.rules if rule.kind == "zero" and not rule.more and _only_measured(rule)]
    for rule in [*picked[0], *zeros]:
        rule.kind = "tier"
    return True


def _only_measured(rule: DraftRule) -> bool:
    return _MEASURED.fullmatch(plain(rule.text)) is not None


def _counted(found: Criteria) -> bool:
    """完成2项以上得20分，完成1项得10分: the second is a tier, not so much for each."""
    counted = False
    for rule in [rule for rule in found.rules if rule.kind == "step" and rule.side == "award"]:
        measure, words = re.escape(str(rule.more["measure"])), plain(rule.quote)
        others = [plain(one.text) for one in found.rules if one.kind == "award"]
        if re.search(rf"(?<!每)(?:1|一)\s*{measure}的?[,，\s]*得", words) and any(
            re.search(rf"{NUMBER}\s*{measure}\s*(?:及|或)?以上", one) for one in others
        ):
            rule.kind, rule.effect, rule.more, rule.doubts = "award", None, {}, []
            rule.text = rule.quote
            counted = True
    return counted


def _tier(rule: DraftRule) -> None:
    """A rule as one of several of which one is picked; a range is a level within which somebody judges."""
    if rule.kind == "judged":
        rule.kind, rule.effect = "level", None
    elif rule.kind == "award" and not rule.points:
        rule.kind, rule.more = "tier", {"full": True}
    else:
        rule.kind = "tier"


def name(found: Criteria) -> None:
    """Tiers that are called 优, 良, 差 are levels with these names; so are all of them where one has a range."""
    picked = [rule for rule in found.rules if rule.kind in {"tier", "level"}]
    ranges = any(rule.kind == "level" for rule in picked)
    named = [_NAMED.match(plain(rule.text)) for rule in picked]
    if not ranges and not all(named):
        return
    for rule, match in zip(picked, named, strict=True):
        if rule.more.pop("full", False):
            rule.more["share"] = 1
        rule.kind = "level"
        rule.more = {"name": match[1] if match else rule.text[:_SHORT] or "其他", **rule.more}


def rungs(found: Criteria) -> None:
    """缺1项扣1分，缺2项扣3分: one of them applies; where all are in proportion the first says it all."""
    groups: dict[tuple[str, str], list[tuple[Decimal, DraftRule]]] = {}
    for rule in found.rules:
        match = _COUNTED.search(plain(rule.text))
        if match and rule.kind in {"once", "each"}:
            key = (_COUNTED.sub("#", plain(rule.text), count=1), match[2])
            groups.setdefault(key, []).append((number(match[1]) or ZERO, rule))
    for rows in groups.values():
        if len({count for count, _ in rows}) < 2:  # noqa: PLR2004 - a ladder has two rungs
            continue
        count, first = rows[0]
        if count == 1 and all(rule.points == first.points * step for step, rule in rows):
            for _, rule in rows[1:]:
                found.rules.remove(rule)
            first.doubts.append("so_on")
            continue
        for _, rule in rows:
            rule.kind, rule.unit, rule.most = "once", None, None
            rule.doubts = ["rungs"]
        found.rungs.append(tuple(rule for _, rule in rows))


def alternatives(found: Criteria) -> None:
    """没有 beside 有但不完整 about the same thing: they cannot both be true."""
    taken: set[int] = set()
    for one, other in pairwise([rule for rule in found.rules if rule.side == "deduct"]):
        first, second = plain(one.text), plain(other.text)
        if id(one) in taken or not _NONE.search(first) or not _POOR.search(second):
            continue
        if _NONE.search(second) and "但" not in second:
            continue
        shared = _pairs(first) & _pairs(second)
        if shared or len(second) <= 6 or "但" in second:  # noqa: PLR2004 - the bare word: 不规范的
            taken.add(id(other))
            other.doubts.append("alternatives")
            (found.rungs if _BUT.search(second) else found.alternatives).append((one, other))


def _pairs(text: str) -> set[str]:
    words = re.sub(r"[^\u4e00-\u9fff]", " ", _POOR.sub(" ", _NONE.sub(" ", text)))
    return {text[at : at + 2] for text in words.split() for at in range(len(text) - 1)}
