"""Write how a score came about: `1 = 4 − 1×1 (a 缺少一种台账) − 1×2 (b 记录不详实)`.

Only figures, signs and the rubric's own words; who speaks to people may name the other terms.
"""

from collections.abc import Callable
from typing import Final

from rubrics.points import show
from rubrics.sheet import ItemResult, Term, TermSign

_SYMBOLS: Final[dict[TermSign, str]] = {
    "floor": "≥ 0",
    "cap": "≤ max",
    "zero": "→ 0",
    "wiped": "→ 0",
    "covered": "⊂",
    "full": "✓",
    "hand": "✎",
    "na": "–",
}

_TAKES: Final = frozenset({"-", "zero", "cap", "wiped"})

Name = Callable[[Term], str]
"""Names what a term is, where its rule does not say it: floor, cap, zero, wiped, covered, full, hand, na."""


def symbol(term: Term) -> str:
    """Name a term without words."""
    return _SYMBOLS.get(term.sign, "")


def explanation(result: ItemResult, name: Name = symbol) -> str:
    """Return the sum that gives the score; empty for an item without a score."""
    if result.score is None:
        return ""
    text = "".join(_step(term, name) for term in result.terms)
    return f"{show(result.score)} = {text.removeprefix(' + ').strip() or '0'}"


def _step(term: Term, name: Name) -> str:
    if not term.sign:
        return show(term.each)
    sign = " − " if term.value < 0 or term.sign in _TAKES else " + "
    times = f"×{term.count}" if term.sign == "-" or term.count > 1 else ""
    said = " ".join(filter(None, (term.letter, term.label, name(term))))
    points = show(abs(term.each))
    return f"{sign}{points}{times} ({said})" if said else f"{sign}{points}{times}"
