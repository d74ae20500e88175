"""How figures and states are written on cards, lists and receipts: few signs, always the same."""

from __future__ import annotations

from typing import Final, cast

from bot.flows.html import bold, escape
from bot.flows.walk import rule_text
from bot.flows.walk.signs import MINUS, STATES, signed
from bot.texts import DEFAULT, Words
from bot.texts import words as texts
from rubrics.points import show
from rubrics.rules import Rule, RuleKind
from rubrics.sheet import ItemResult, Term

BAR = 8


def mark_of(row: ItemResult) -> str:
    """Return the sign of an item's state."""
    return STATES[row.state]


def bar(position: int, count: int) -> str:
    """Return how far the walk is, in eight cells."""
    filled = min(BAR, (2 * BAR * position + count) // (2 * count)) if count else 0
    return "▰" * filled + "▱" * (BAR - filled)


def score_of(row: ItemResult) -> str:
    """Return `4/5`, `– / 5` where nobody looked yet, or `+10` and `−1` for what stands beside the rows."""
    if row.score is None:
        # A blank behind the stroke: Telegram would make a command of it.
        return f"{bold('–')} / {show(row.points)}" if row.points else bold("–")
    points = signed(row.score)
    if row.points:
        return f"{bold(points)}/{show(row.points)}"
    return bold(f"+{points}" if row.item.role == "bonus" else points)


def sum_of(row: ItemResult, words: Words) -> str:
    """Return `1/4 = 4 − 1×1(a) − 1×2(b)`: the score and how it came about, short enough for a card."""
    if row.item.role == "veto":
        return words("card.veto" if any(each.kind == "veto" for each in row.beyond) else "card.no_veto")
    if row.score is None:
        return _without(row, words)
    head = score_of(row)
    if row.state == "na":
        return words("card.na", sum=head)
    if row.by_hand and not any(term.sign == "wiped" for term in row.terms):
        return words("card.by_hand", sum=head)
    terms = [term for term in row.terms if term.sign not in _BOUNDS]
    if len(terms) < 2 and row.state == "full":  # noqa: PLR2004 - nothing to add up
        return f"{head} ✓"
    written = "".join(map(_term, terms)).removeprefix(" + ").strip()
    bound = "".join(
        words(f"card.{term.sign}", letter=term.letter) if term.sign == "limit" else words(f"card.{term.sign}")
        for term in row.terms
        if term.sign in _BOUNDS
    )
    return f"{head} = {written or '0'}{bound}"


def _without(row: ItemResult, words: Words) -> str:
    """Say why a row has no score."""
    if row.state == "na":
        return words("card.na_left")
    if row.points:
        return words("card.not_looked_at", points=show(row.points))
    return words("card.no_penalty" if row.item.role == "penalty" else "card.no_bonus")


_BOUNDS: Final = frozenset({"floor", "cap", "limit"})
"""Steps that give back or take away because of a bound: said in words behind the sum."""


def _term(term: Term) -> str:  # noqa: PLR0911 - one line per sign is the clearest table
    each = show(abs(term.each))
    sign = MINUS if term.each < 0 else "+"
    match term.sign:
        case "":
            return each
        case "covered":
            return ""
        case "-" if not term.value:
            return ""
        case "-":
            return f" {MINUS} {each}×{term.count}({term.letter})"
        case "zero" | "wiped":
            return f" {MINUS} {each}({_taker(term)} →0)"
        case "scaled":
            return f" {sign} {each}({term.letter})"
    if not term.letter:
        return f" {sign} {each}" if term.each else ""
    return f" {sign} {term.letter} {each}{f'×{term.count}' if term.count > 1 else ''}"


def _taker(term: Term) -> str:
    """Return the rule that took everything: its letter, or number and letter where it stands in another row."""
    return term.letter or " ".join(term.label.split(" ")[:2])


def worth(rule: RuleKind, words: Words | None = None) -> str:
    """Return what a rule moves, in Chinese unless a language is given."""
    return rule_text.worth(cast("Rule", rule), words or texts(DEFAULT))


def cause(term: Term) -> tuple[str, str, str]:
    """Return number, letter and words of the rule of another row that a step names: `1.1 a 未建档案`."""
    no, letter, label = [*term.label.split(" ", 2), "", ""][:3]
    return no, letter, label


def title_of(rubric_title: str, title_en: str | None, words: Words) -> str:
    """Return the title in the reader's language where the rubric offers one."""
    return escape(title_en if title_en and words("language.code") == "en" else rubric_title)
