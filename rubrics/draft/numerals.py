"""Numbers as documents write them, and the one plain form in which all patterns of the draft reader see a text.

The plain form has exactly one character for each character of the source, so that a match has its quote by
position. Nothing here knows what the numbers count.
"""

import re
from decimal import Decimal
from typing import Final

from rubrics.points import show

_SIGNS: Final = {
    **dict.fromkeys("\u3000\u00a0\u2002\u2003\u2007\u2009\u202f\u200b\ufeff\t", " "),
    **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("－–—―−‐‑﹣ー─", "-"),
    **dict.fromkeys("～∼〜﹏", "~"),
    **dict.fromkeys("％﹪", "%"),
    **dict.fromkeys("／∕", "/"),
    **dict.fromkeys("（〔【［[", "("),
    **dict.fromkeys("）〕】］]", ")"),
    **dict.fromkeys("“”「」『』", '"'),
    **dict.fromkeys("．﹒", "."),
    "，": ",",
    "；": ";",
    "：": ":",
    "｡": "。",
    "…": " ",
    "≧": "≥",
    "≦": "≤",
    "＞": ">",
    "＜": "<",
}
_TRADITIONAL: Final = dict(
    zip(
        "處項個種類數餘獲標準評為戶張條輛臺間滿獎勵減總過時與並負責決無達齊單對開會組織別實記錄從於給員發現門違檢損壞報遲",
        "处项个种类数余获标准评为户张条辆台间满奖励减总过时与并负责决无达齐单对开会组织别实记录从于给员发现门违检损坏报迟",
        strict=True,
    )
)
_WIDE: Final = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PLAIN: Final = str.maketrans({**_WIDE, **_SIGNS, **_TRADITIONAL})

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_MISREAD: Final = str.maketrans("lI|Oo", "11100")

FIGURE: Final = r"(?:[0-9lI|Oo](?: ?[0-9lIOo])*(?: ?\. ?[0-9Oo](?: ?[0-9Oo])*)?)"
"""A number in digits: blanks inside it and the letters that a scan makes of 1 and 0 are allowed."""
WORDED: Final = r"(?:[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?|半)"
"""A number in Chinese numerals."""
NUMBER: Final = rf"(?:{FIGURE}|{WORDED})"
RANGE: Final = r"\s*(?:-{1,2}|~|至|到)\s*"
"""The six range marks, in their plain form: - － ～ ~ — and 至, 到."""

_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_FOREIGN: Final = re.compile(r"[A-Za-z][A-Za-z.']*")
_LEADERS: Final = re.compile(r"[.·]{4,}")
"""Dots that lead from a phrase to its amount."""
_FIGURE: Final = re.compile(FIGURE)
_WORDED: Final = re.compile(WORDED)


def plain(text: str) -> str:
    """Half-width, simplified, with one kind of each sign; as long as the text itself."""
    return _LEADERS.sub(lambda dots: " " * len(dots[0]), text.translate(_PLAIN))


def native(text: str) -> str:
    """A label without its translation: 评分标准 Scoring Criteria is 评分标准; one without Chinese words stays."""
    return _FOREIGN.sub("", text) if _HAN.search(text) else text


def number(text: str) -> Decimal | None:
    """What the digits or numerals say, or None where they say nothing."""
    written = plain(text).strip()
    if _FIGURE.fullmatch(written):
        return Decimal(show(Decimal(written.replace(" ", "").translate(_MISREAD))))
    return _worded(written) if _WORDED.fullmatch(written) else None


def _worded(written: str) -> Decimal | None:
    if written == "半":
        return Decimal("0.5")
    whole, _, fraction = written.partition("点")
    value = _whole(whole)
    if value is None:
        return None
    digits = "".join(str(_DIGITS[sign]) for sign in fraction)
    return Decimal(show(Decimal(f"{value}.{digits or 0}")))


def _whole(written: str) -> int | None:
    """A whole number: 二十五, 一百零五, or digit by digit (二〇)."""
    if not set(written) & set(_TENS):
        return int("".join(str(_DIGITS[sign]) for sign in written))
    total = digit = 0
    below = 10_000
    for sign in written:
        if sign in _TENS:
            place = _TENS[sign]
            if place >= below:
                return None
            total += (digit or 1) * place
            digit, below = 0, place
        else:
            digit = _DIGITS[sign]
    return total + digit
