"""How figures and states are written on cards, lists and receipts: few signs, always the same."""

from __future__ import annotations

from decimal import Decimal

from bot.flows.html import bold, escape
from bot.texts import Words
from rubrics.model import Section
from rubrics.points import show
from rubrics.rules import RuleKind
from rubrics.sheet import ItemResult, Sheet, Term

MARKS = {"full": "✓", "scored": "●", "untouched": "○", "na": "–"}
MINUS = "−"
BAR = 8


def mark_of(row: ItemResult) -> str:
    """Return the sign of an item's state."""
    return MARKS[row.state]


def bar(position: int, count: int) -> str:
    """Return how far the walk is, in eight cells."""
    filled = min(BAR, (2 * BAR * position + count) // (2 * count)) if count else 0
    return "▰" * filled + "▱" * (BAR - filled)


def worth(rule: RuleKind) -> str:
    """Return what a rule moves: +3, −1/处, 0 for a rule that takes everything."""
    if rule.kind == "zero":  # type: ignore[attr-defined]
        return "→0"
    if rule.wants_amount:
        return "+?"
    sign = MINUS if rule.side == "deduct" else "+"
    unit = f"/{rule.unit}" if rule.unit else ""
    return f"{sign}{show(rule.points)}{unit}"


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
    if row.by_hand:
        return words("card.by_hand", sum=head)
    terms = [term for term in row.terms if term.sign not in {"floor", "cap"}]
    if len(terms) < 2 and row.state == "full":  # noqa: PLR2004 - nothing to add up
        return f"{head} ✓"
    written = "".join(_term(term) for term in terms).removeprefix(" + ").strip()
    bound = "".join(words(f"card.{term.sign}") for term in row.terms if term.sign in {"floor", "cap"})
    return f"{head} = {written or '0'}{bound}"


def _term(term: Term) -> str:
    if not term.sign:
        return show(term.each)
    if term.sign == "+":
        times = f"×{term.count}" if term.count > 1 else ""
        return f" + {term.letter} {show(term.each)}{times}"
    if term.sign == "-":
        return f" {MINUS} {show(term.each)}×{term.count}({term.letter})"
    if term.sign == "zero":
        return f" {MINUS} {show(term.each)}({term.letter} →0)"
    return f" + {show(term.each)}" if term.each else ""


def standing(sheet: Sheet, words: Words) -> str:
    """Return the live line: earned or deducted, how many scored, what is still reachable, the bonus beside it."""
    kind = sheet.rubric.layout
    figures: dict[str, object] = {
        "total": bold(show(sheet.total)),
        "deducted": bold(show(sheet.deducted)),
        "scored": sheet.scored,
        "count": sheet.count,
        "reachable": bold(show(sheet.reachable)),
    }
    line = words(f"standing.{kind}" if sheet.provisional else f"standing.{kind}.final", **figures)
    return line + ("\n" + words("standing.bonus", bonus=bold(show(sheet.bonus))) if sheet.bonus else "")


def section_line(sheet: Sheet, section: Section, name: str, words: Words) -> str:
    """Return how a section stands; what nobody looked at is never shown as lost: `10/15 (of 20, 1 open)`."""
    rows = [row for item in section.items if (row := sheet.item(item.no))]
    seen = [row for row in rows if row.state != "untouched"]
    left = len(rows) - len(seen)
    state = "done" if not left else "some" if seen else "none"
    return words(
        f"contents.{state}",
        title=name,
        score=bold(show(sum((row.score for row in seen if row.score is not None), Decimal(0)))),
        seen=show(sum((row.points for row in seen), Decimal(0))),
        points=show(sum((row.points for row in rows), Decimal(0))),
        left=left,
    )


def title_of(rubric_title: str, title_en: str | None, words: Words) -> str:
    """Return the title in the reader's language where the rubric offers one."""
    return escape(title_en if title_en and words("language.code") == "en" else rubric_title)


def signed(points: Decimal) -> str:
    """Return points as people write them, with a real minus sign."""
    return show(points).replace("-", MINUS)
