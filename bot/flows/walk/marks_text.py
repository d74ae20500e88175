"""How figures and states are written on cards, lists and receipts: few signs, always the same."""

from __future__ import annotations

from typing import Final

from bot.flows.html import bold, escape
from bot.flows.walk import rule_text
from bot.flows.walk.signs import MINUS, STATES
from bot.texts import DEFAULT, Words
from bot.texts import words as texts
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.rules import Rule
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
    """Return `4/5`, `–/5` where nobody looked yet, or `+10` for a bonus."""
    points = "–" if row.score is None else show(row.score)
    return (
        f"{bold(points)}/{show(row.points)}"
        if row.points
        else bold("–" if row.score is None else f"+{points}")
    )


def sum_of(row: ItemResult, words: Words) -> str:
    """Return `1/4 = 4 − 1×1(a) − 1×2(b)`: the score and how it came about, short enough for a card."""
    if row.score is None:
        return words("card.not_looked_at", points=show(row.points)) if row.points else words("card.no_bonus")
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
    return (
        " ".join(part for part in (term.label, term.letter) if part) if term.sign == "wiped" else term.letter
    )


def worth(rule: Rule, words: Words | None = None) -> str:
    """Return what a rule moves, in Chinese unless a language is given."""
    return rule_text.worth(rule, words or texts(DEFAULT))


def cause(rubric: Rubric, term: Term) -> tuple[str, str, str]:
    """Return number, letter and words of the rule elsewhere that a step names: `1.1 a`."""
    no, _, letter = (term.label or term.letter).partition(" ")
    item = rubric.item(no)
    rule = item.rule(letter) if item and letter else None
    return no, letter, rule.label if rule else ""


def title_of(rubric_title: str, title_en: str | None, words: Words) -> str:
    """Return the title in the reader's language where the rubric offers one."""
    return escape(title_en if title_en and words("language.code") == "en" else rubric_title)
