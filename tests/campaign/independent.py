"""The quarter of northwest-2025 worked out from the paper alone: nothing of the program is imported here.

Typed from the source: points of each row (1.2 has two parts), what each letter takes, how often it may be entered.
"""

import re
from fractions import Fraction

ROWS: dict[str, tuple[tuple[int, ...], dict[str, tuple[int, int, int]]]] = {
    "1.1": ((2,), {"a": (2, 0, 1), "b": (1, 0, 9)}),
    "1.2": ((2, 2), {"a": (2, 0, 9), "b": (2, 1, 1)}),
    "1.3": ((4,), {"a": (1, 0, 5), "b": (1, 0, 9)}),
    "1.4": ((5,), {"a": (2, 0, 9)}),
    "1.5": ((5,), {"a": (5, 0, 1), "b": (3, 0, 1)}),
    "2.1": ((10,), {"b": (2, 0, 1), "c": (2, 0, 9)}),
    "2.2": ((10,), {"a": (5, 0, 2), "b": (2, 0, 1)}),
    "2.3": ((10,), {"a": (5, 0, 2), "b": (2, 0, 1)}),
    "3.1": ((10,), {"a": (5, 0, 1), "b": (2, 0, 9)}),
    "3.2": ((10,), {"a": (5, 0, 2), "b": (2, 0, 9)}),
    "3.3": ((20,), {"c": (5, 0, 1), "d": (2, 0, 1)}),
    "4.1": ((5,), {}),
    "4.2": ((5,), {"a": (5, 0, 1), "b": (2, 0, 1)}),
}
QUARTERLY = {"3.3": {"a": (2, 0, 3), "b": (5, 0, 1)}}
"""Asked for in the quarter's last month only."""
FUND = 30000


def score(item: str, value: str, *, last: bool) -> Fraction:
    """What an item scores: by hand, full, or its parts less what the letters take from each, not below 0."""
    parts, letters = ROWS[item]
    if value == "满":
        return Fraction(sum(parts))
    if re.fullmatch(r"[0-9.]+", value):
        return Fraction(value)
    taken = [0] * len(parts)
    for letter, count in re.findall(r"([a-z])([0-9]*)", value):
        each, part, _ = {**letters, **(QUARTERLY.get(item, {}) if last else {})}[letter]
        taken[part] += each * int(count or 1)
    return Fraction(sum(max(0, points - lost) for points, lost in zip(parts, taken, strict=True)))


def month(answers: dict[str, str], *, last: bool) -> Fraction:
    """The total of a month; rows that nobody wrote about keep their points."""
    return sum((score(item, answers.get(item, "满"), last=last) for item in ROWS), Fraction(0))


def quarter(months: list[Fraction]) -> tuple[Fraction, str, dict[str, int]]:
    """The exact mean, what is said of it, and the money: 90 and above, 85 and above, below 85."""
    mean = sum(months, Fraction(0)) / 3
    if mean >= 90:
        return mean, "奖励", {"绩效考核工资": 1000}
    if mean >= 85:
        return mean, "不奖不罚", {}
    return mean, "85分以下", {"年度专项经费": -FUND * 20 // 100, "绩效考核工资": -200}


def ranks(means: dict[str, Fraction]) -> dict[str, int]:
    """The place of each: whoever has as much shares it, and as many places after it are left out."""
    return {name: 1 + sum(other > mean for other in means.values()) for name, mean in means.items()}
