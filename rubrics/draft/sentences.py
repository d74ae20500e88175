"""The clauses of one cell with what each says: condition, effect, the cap behind it, and the words to quote.

A clause without a condition of its own belongs to the sentence before it, if that one says nothing. What the
effects mean together is not known here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rubrics.draft import clauses, effects, phrases, units
from rubrics.draft.clauses import Clause
from rubrics.draft.document import Passage, Spot
from rubrics.draft.numerals import plain

_NUMBERING: Final = re.compile(
    r"(?:[\s、,;。:*•□■◆●○☐☑\-]|[①-⑳]|\([0-9]{1,2}\)|[0-9]{1,2}(?:[.、)](?![0-9])|\s*[,]\s*)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、"
    r"|[A-H][.、](?![0-9A-Za-z])|其中:?|(?:备\s*注|说\s*明|注)\s*:|(?:评分|扣分|考核|计分)?(?:标准|办法|方法|细则)\s*:)+"
)
_EACH_BEHIND: Final = re.compile(
    rf"[,、\s]*(?:按)?(?:每\s*(?:一|1)?|(?<=[,、\s的])(?:一|1))\s*小?{units.UNIT}\s*(?:各|均|再|分别)*$"
    rf"|(?<=的)[,\s]+(?:每\s*)?(?:一|1)?\s*{units.UNIT}[\u4e00-\u9fff]{{0,4}}$"
)
_LOOSE: Final = re.compile(
    r"[\s,、;:(]*(?:的话|的|者|(?<!否)则|即|实行|执行|采取|分别|各自?|(?<!平)均|[本该此](?:题|项目?|条)|一律|一次性|可|应|予以|给予|按|,|、|\(|:|\s)+$"
)
_OPEN: Final = re.compile(r"(?:[少缺漏欠差有未无每]|发现|发生|出现|缺少|低于|不足)$")
_BEHIND_AMOUNT: Final = re.compile(r"\s*:\s*(?=\S)")
_WORD: Final = 3
_SUBJECT: Final = re.compile(r"(?:每|有|发现|如有)?\s*(?:一|1)?\s*(?:人|名|例|户|班)[^,]")
_KIND: Final = re.compile(
    r"(?![另有并且再]|开展|组织|完成|建立|制定)(?:获|获得|达到?)?[^,;。每未无不没\d]{2,8}"
)
"""Another kind of what was counted before it."""
_PREDICATE: Final = re.compile(r"(?:不|未|没有?|无|错)[^,;。]{1,8}")
_BEHIND: Final = (effects.Unread, effects.Exempt, effects.Best, effects.Times, effects.Veto)
"""What may stand behind an effect without an amount of its own."""
_AFTERTHOUGHT: Final = re.compile(
    r"(?:按照|根据|依据|参照|检查|查阅|查看|现场|抽查|任查|随机|实地|听取|查)[^,]{0,40},|\([^()]{4,60}\)(?=[^\s,;。的])"
)


@dataclass(slots=True)
class Sentence:
    """A clause as it was read; `effect` is None where it scores nothing, `lead` stood before what it is about.

    `carried` says that its unit is that of the clause before it.
    """

    quote: str
    condition: str
    effect: effects.Effect | None
    cap: effects.Cap | None
    spot: Spot
    lead: str = ""
    carried: bool = False


def read(passage: Passage) -> list[Sentence]:
    """Every clause of a cell in its order."""
    text = plain(passage.text)
    found: list[tuple[Clause, Sentence]] = []
    for clause in clauses.split(text):
        one, rest = _sentence(passage, text, clause)
        if found and _incomplete(one) and found[-1][1].effect is None and found[-1][1].cap is None:
            glued = Clause(max(found[-1][0].start, clause.end - clauses.LONGEST), clause.end)
            found[-1] = (glued, _sentence(passage, text, glued)[0])
        else:
            _carry(found, clause, one, text)
            found.append((clause, one))
        found += [(clause, rest)] if rest else []
    return [sentence for _, sentence in found]


def _carry(found: list[tuple[Clause, Sentence]], clause: Clause, one: Sentence, text: str) -> None:
    """1人回答不全扣1分，不知晓扣2分: the second clause is about the same one as the first."""
    effect = one.effect
    if found and isinstance(effect, effects.Award | effects.Bonus):
        _carry_gain(*found[-1], clause, one, text)
    if not found or not isinstance(effect, effects.Deduct) or effect.unit or effect.doubt:
        return
    before, last = found[-1]
    between = text[before.end : clause.start].strip()
    own = last.effect.unit if isinstance(last.effect, effects.Deduct) else None
    if (
        own
        and between == ","
        and _SUBJECT.match(plain(last.quote))
        and _PREDICATE.fullmatch(plain(one.condition))
    ):
        one.effect = effects.Deduct(effect.amount, own, "carried")


def _carry_gain(before: Clause, last: Sentence, clause: Clause, one: Sentence, text: str) -> None:
    """每培养1名技师得5分，高级工得3分: the second is for each one too."""
    short = _KIND.fullmatch(plain(one.condition)) and text[before.end : clause.start].strip() == ","
    match last.effect, one.effect:
        case effects.Step(side="award", per=per, start=start), effects.Award(amount) if (
            short and amount and per == 1 and start == 0
        ):
            one.effect, one.carried = replace(last.effect, amount=amount), True
        case effects.Bonus(unit=str(unit)), effects.Bonus(amount, None) if short:
            one.effect, one.carried = effects.Bonus(amount, unit), True


def _incomplete(one: Sentence) -> bool:
    """Whether the clause scores something and does not say what for."""
    scores = isinstance(
        one.effect, effects.Deduct | effects.Award | effects.Zero | effects.Bonus | effects.Bare
    )
    return scores and not one.condition


def _sentence(passage: Passage, text: str, clause: Clause) -> tuple[Sentence, Sentence | None]:
    """Read one clause: the part before a cap, the cap, and what is said behind the effect."""
    body_end, cap = _capped(text, clause)
    body = text[clause.start : body_end]
    skipped = _NUMBERING.match(body)
    start = clause.start + (skipped.end() if skipped and skipped.end() < len(body) else 0)
    body = text[start:body_end]
    found = phrases.find(body)
    if found is None:
        return Sentence(passage.text[start : clause.end].strip(), "", None, None, passage.spot), None
    if isinstance(found.effect, effects.Cap):
        return Sentence(passage.text[start : clause.end].strip(), "", None, found.effect, passage.spot), None
    if isinstance(found.effect, effects.Best):
        behind = phrases.find(text[start + found.end : clause.end].strip(" ,;。"))
        cap = behind.effect if behind and isinstance(behind.effect, effects.Cap) else cap
    counted = clause.end if cap and cap.amount is not None else start + found.end
    if isinstance(found.effect, effects.Unread | effects.Exempt | effects.Discretion):
        counted = clause.end
    if not body[: found.start].strip() and (named := _named_behind(passage, text, clause, start + found.end)):
        return Sentence(_trim(passage.text[start : clause.end]), named, found.effect, cap, passage.spot), None
    lead = _lead(body[: found.start])
    words = body[lead : found.start]
    one = Sentence(
        _trim(passage.text[start + lead : counted]),
        _condition(words, passage.text[start + lead : start + found.start]),
        found.effect,
        cap,
        passage.spot,
        _trim(passage.text[start : start + lead]),
    )
    return one, _rest(passage, text, max(counted, start + found.end), body_end)


def _named_behind(passage: Passage, text: str, clause: Clause, end: int) -> str:
    """8-10分：操作规范: what an amount is for where it stands before it; empty where nothing does."""
    behind = _BEHIND_AMOUNT.match(text, end, clause.end)
    return _trim(passage.text[behind.end() : clause.end]) if behind else ""


def _rest(passage: Passage, text: str, start: int, end: int) -> Sentence | None:
    """What stands behind the effect, if it scores too or makes an exception."""
    found = phrases.find(text[start:end]) if end - start > _WORD else None
    if found is None or not isinstance(found.effect, _BEHIND):
        return None
    return Sentence(_trim(passage.text[start:end]), "", found.effect, None, passage.spot)


def _capped(text: str, clause: Clause) -> tuple[int, effects.Cap | None]:
    """Where the clause's own words end, and the cap that follows them."""
    for end in _ends(text, clause):
        rest = text[end : clause.end]
        if rest and clauses.tail(rest):
            found = phrases.find(rest.strip(' ,、;。()"'))
            if found and isinstance(
                found.effect, effects.Cap | effects.Worth | effects.Bonus | effects.Deduct
            ):
                amount = found.effect.amount
                return end, effects.Cap(amount)
            return end, None
    return clause.end, None


def _ends(text: str, clause: Clause) -> Iterator[int]:
    return (match.end() for match in phrases.ENDS.finditer(text, clause.start, clause.end))


def _trim(quote: str) -> str:
    return quote.strip(" \n\t　,，、;；。:：")


def _condition(text: str, original: str) -> str:
    """The words that say when the effect comes, without 每处 at their end and the particles that led to it."""
    kept = _without_particles(text, len(text))
    for _ in range(2):
        each = _EACH_BEHIND.search(text[:kept])
        if each and (each.start() == 0 or not _OPEN.search(text[: each.start()].rstrip(" ,、的"))):
            kept = _without_particles(text, each.start())
    return " ".join(original[:kept].split()).strip(" ,，、;；。:：(（….·")


def _lead(text: str) -> int:
    """How much at the beginning only says by which rules, or where one looks: 按照《办法》管理，…."""
    start = 0
    while match := _AFTERTHOUGHT.match(text, start):
        if len(text) - match.end() <= _WORD:
            break
        start = match.end()
    return start


def _without_particles(text: str, end: int) -> int:
    loose = _LOOSE.search(text[:end])
    return loose.start() if loose else end
