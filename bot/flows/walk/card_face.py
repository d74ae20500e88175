"""The text of a card, line by line as SCREENS has it; long parts are folded, never the figures."""

from __future__ import annotations

from collections import Counter

from bot.flows.html import escape, short
from bot.flows.refusals import spoken
from bot.flows.screen import Ask
from bot.flows.walk.gaps import wordless
from bot.flows.walk.marks_text import bar, standing, sum_of, title_of, worth
from bot.flows.walk.reading import Walk
from rubrics.marks import Occurrence
from rubrics.points import show
from rubrics.sheet import RuleResult

CONTENT = 160
"""Characters of an item's content on a card; the sheet prints it whole."""
NOTE = 60
NOTES = 3
OCCURRENCES = 6
SIGNS = {"photo": "📷", "voice": "🎤", "audio": "🎤", "video": "🎬", "document": "📄", "location": "📍"}


def text(walk: Walk, ask: Ask) -> str:
    """Return the card of the item in view."""
    blocks = (
        _head(walk, ask),
        _rules(walk, ask),
        _evidence(walk, ask),
        _figures(walk, ask),
        _asked(walk, ask),
    )
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _head(walk: Walk, ask: Ask) -> list[str]:
    item, words = walk.item, ask.words
    section = walk.rubric.section_of(item.no)
    numbers = [row.no for row in walk.sheet.items]
    name = f"{item.no} {title_of(item.title, item.title_en, words)}"
    first = f"{title_of(section.title, section.title_en, words) if section else ''} › <b>{name}</b>"
    if item.no in numbers:
        at = numbers.index(item.no) + 1
        # On a line of its own: behind a title it would break in the middle of the bar on a phone.
        first += f"\n{at}/{len(numbers)} {bar(at, len(numbers))} · {words('card.worth', points=show(walk.item.points))}"
    else:
        first += f"\n{words('card.bonus')}"
    variant = walk.assessment.variant
    content = item.contents_by_variant.get(variant or "", "") or item.short or item.content or item.title
    return [first, escape(short(content, CONTENT))]


def _rules(walk: Walk, ask: Ask) -> list[str]:
    lines: list[str] = []
    for result in walk.row.rules:
        lines += _rule(walk, result, ask)
    lines += [
        f"▲ {spoken(ask.words, warning.code, warning.params, html=True)}" for warning in walk.row.warnings
    ]
    if not walk.row.counted:
        lines.append(ask.words("card.keeps", points=show(walk.row.points)))
    return lines


def _rule(walk: Walk, result: RuleResult, ask: Ask) -> list[str]:
    rule, words = result.rule, ask.words
    label = f"{result.letter} {escape(rule.label)}"
    if result.ruled:
        assumed = rule.ruled_by in walk.assessment.assumed
        ruled = words(f"card.ruled.{result.ruled}") + (f" · {words('card.assumed')}" if assumed else "")
        return [f"· {label} {worth(rule)} · {ruled}"]
    if not result.counts:
        return [f"· {label} · {words('card.not_this_period')}"]
    taken = walk.marks(walk.item.no).taken.get(result.letter, ())
    if not rule.repeats and not rule.wants_amount:
        return [f"{'☑' if taken else '☐'} {label} {worth(rule)}", *_occurrences(walk, taken, ask, alone=True)]
    times = f"  <b>×{len(taken)}</b>" if taken else ""
    return [f"{label} {worth(rule)}{times}", *_occurrences(walk, taken, ask, alone=False)]


def _occurrences(walk: Walk, taken: tuple[Occurrence, ...], ask: Ask, *, alone: bool) -> list[str]:
    """Return a line for each occurrence; of many, the first and the newest. One that is `alone` needs no number."""
    lines: list[str] = []
    silent = wordless(walk, walk.item.no)
    hidden = len(taken) - OCCURRENCES
    for number, one in enumerate(taken, 1):
        if hidden > 0 and 1 < number <= hidden + 1:
            if number == 2:  # noqa: PLR2004 - the fold stands after the first
                lines.append("   " + ask.words("card.folded", count=hidden))
            continue
        line = _occurrence(walk, one)
        if one.id in silent:
            line = f"▲ {ask.words('card.no_reason')}"
        if line:
            lines.append(f"   {'' if alone else f'{number} '}{line}")
    return lines


def _occurrence(walk: Walk, one: Occurrence) -> str:
    pieces = [piece for piece in walk.pieces if piece.occurrence == one.id]
    counts = Counter(SIGNS[piece.kind] for piece in pieces)
    amount = f"+{show(one.amount)}" if one.amount is not None else ""
    parts = [amount, *(f"{sign}{count}" for sign, count in counts.items())]
    said = [piece.caption for piece in pieces if piece.caption]
    said += [note.text for note in walk.notes if note.occurrence == one.id]
    parts += [escape(short(each, NOTE)) for each in said[-2:]]
    return " ".join(part for part in parts if part)


def _evidence(walk: Walk, ask: Ask) -> list[str]:
    words, item = ask.words, walk.item
    lines = []
    if item.evidence:
        lines.append(words("card.asked_for", materials=escape("；".join(item.evidence))))
    counts = Counter(SIGNS[piece.kind] for piece in walk.pieces)
    said = " ".join(f"{sign}{count}" for sign, count in counts.items())
    if walk.notes:
        said += f" 📝{len(walk.notes)}"
    if said:
        lines.append(words("card.evidence", counts=said.strip()))
    marks = walk.marks(item.no)
    own = [note for note in walk.notes if note.occurrence is None or not marks.holds(note.occurrence)]
    if len(own) > NOTES:
        lines.append(words("card.folded", count=len(own) - NOTES))
    lines += [f"📝 {escape(short(note.text, NOTE))}" for note in own[-NOTES:]]
    if walk.previous is not None:
        lines.append(words("card.previous", points=walk.previous, period=str(walk.period.previous())))
    return lines


def _figures(walk: Walk, ask: Ask) -> list[str]:
    return [ask.words("card.item", sum=sum_of(walk.row, ask.words)), standing(walk.sheet, ask.words)]


def _asked(walk: Walk, ask: Ask) -> list[str]:
    state, words = walk.state, ask.words
    lines = []
    if state.focus:
        ids = [one.id for one in walk.marks(walk.item.no).taken.get(state.letter, ())]
        if state.focus in ids:
            lines.append("✎ " + words("asks.focus", letter=state.letter, number=ids.index(state.focus) + 1))
    if state.asks in {"score", "amount", "note", "why", "full"}:
        lines.append("✎ " + words(f"asks.{state.asks}", item=walk.item.no, points=show(walk.item.points)))
    return lines
