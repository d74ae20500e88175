"""The rules of a card, line by line: what each moves, what was entered for it, and what nobody has explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.flows.html import bold, escape, short
from bot.flows.screen import Ask
from bot.flows.walk.gaps import wordless
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_text import bounded, came_to, worth
from bot.texts import words as texts
from rubrics.marks import Occurrence
from rubrics.points import show
from rubrics.rules import Level, Rule
from rubrics.sheet import RuleResult

NOTE = 60
"""Characters of a note on a card."""
QUOTE = 80
"""Characters of a sentence that several rules share."""
OCCURRENCES = 6
SIGNS = {"photo": "📷", "voice": "🎤", "audio": "🎤", "video": "🎬", "document": "📄", "location": "📍"}


def rule_lines(walk: Walk, ask: Ask) -> list[str]:
    """Return every rule of the item in view with what was entered."""
    lines: list[str] = []
    told = ""
    for result in walk.row.rules:
        named = result.rule.list or ""
        if named and named != told:
            lines.append(_shared(walk, result.rule, ask))
        told = named
        lines += _rule(walk, result, ask)
    return [*lines, *_rungs(walk, ask)]


def _shared(walk: Walk, rule: Rule, ask: Ask) -> str:
    """Return the one sentence that the rules of a list have in common, with “each” where they are worth the same."""
    worths = {worth(each, ask.words) for each in walk.item.rules if each.list == rule.list}
    quote = short(rule.quote or rule.text, QUOTE)
    each = texts(walk.rubric.language)("kind.each_word")
    if len(worths) > 1 or each in quote.lower():
        return f"· {escape(quote)}"
    return "· " + ask.words("kind.each_of", worth=escape(worths.pop()), quote=escape(quote))


def _rungs(walk: Walk, ask: Ask) -> Iterator[str]:
    for exclusive in walk.item.exclusive:
        if exclusive.kind == "rungs":
            yield "· " + ask.words("kind.rungs", letters=exclusive.letters)


def _rule(walk: Walk, result: RuleResult, ask: Ask) -> list[str]:
    rule, words = result.rule, ask.words
    label = _label(rule)
    if result.ruled:
        assumed = rule.ruled_by in walk.assessment.assumed
        ruled = words(f"card.ruled.{result.ruled}") + (f" · {words('card.assumed')}" if assumed else "")
        return [f"· {label} {escape(worth(rule, words))} · {ruled}"]
    if not result.counts:
        return [f"· {label} · {words('card.not_this_period')}"]
    line = f"{label} {escape(bounded(rule, words))}{_share(walk, rule, ask)}"
    if rule.by_itself:
        followed = any(each.letter == rule.letter for each in walk.row.beyond)
        return [f"· {line}" + (f" · {bold(words('kind.followed'))}" if followed else "")]
    taken = walk.marks(walk.item.no).taken.get(result.letter, ())
    line += f" · {words('kind.covered')}" if result.covered else ""
    if rule.repeats:
        times = f"  <b>×{len(taken)}</b>" if taken else ""
        return [f"{line}{times}", *_occurrences(walk, rule, taken, ask, alone=False)]
    sign = _sign(rule, on=bool(taken))
    open_ = " ▲" if rule.letter in walk.row.unanswered else ""
    return [f"{sign}{line}{open_}", *_occurrences(walk, rule, taken, ask, alone=True)]


def _share(walk: Walk, rule: Rule, ask: Ask) -> str:
    """Return what the share of a level comes to in points."""
    if not isinstance(rule, Level) or rule.share is None:
        return ""
    points = rule.most_in(walk.item.part_of(rule.letter).points)
    return "" if points is None else f" = {ask.words('card.worth', points=show(points))}"


LONG = 20
"""Characters of an occurrence's line from which one that is the same again is not said again."""


def _label(rule: Rule) -> str:
    """Return letter, printed name and condition of a rule."""
    name = f"{escape(rule.printed)} " if rule.printed and rule.printed not in rule.label else ""
    return f"{rule.letter} {name}{escape(rule.label)}"


def _sign(rule: Rule, *, on: bool) -> str:
    if rule.kind == "veto":
        return "⛔ " if on else "☐ "
    if rule.pick_one:
        return "● " if on else "○ "
    if rule.wants_amount:
        return ""
    return "☑ " if on else "☐ "


def _occurrences(
    walk: Walk, rule: Rule, taken: tuple[Occurrence, ...], ask: Ask, *, alone: bool
) -> list[str]:
    """Return a line for each occurrence; of many, the first and the newest. One that is `alone` needs no number."""
    lines: list[str] = []
    silent = wordless(walk, walk.item.no)
    hidden = len(taken) - OCCURRENCES
    before = ""
    for number, one in enumerate(taken, 1):
        if hidden > 0 and 1 < number <= hidden + 1:
            if number == 2:  # noqa: PLR2004 - the fold stands after the first
                lines.append("   " + ask.words("card.folded", count=hidden))
            continue
        said = [came_to(rule, one.amount, ask.words) if rule.wants_amount else "", _told(walk, one)]
        if one.id in silent:
            said[1] = f"▲ {ask.words('card.no_reason')}"
        line = " ".join(each for each in (escape(said[0]), said[1]) if each)
        if line:
            again = line == before and len(line) > LONG and one.id not in silent
            told = ask.words("card.same") if again else line
            lines.append(f"   {'' if alone else f'{number} '}{told}")
        before = line
    return lines


def _told(walk: Walk, one: Occurrence) -> str:
    """Return what was sent for an occurrence: kinds of evidence, and its words."""
    pieces = [piece for piece in walk.pieces if piece.occurrence == one.id]
    counts = Counter(SIGNS[piece.kind] for piece in pieces)
    said = [piece.caption for piece in pieces if piece.caption]
    said += [note.text for note in walk.notes if note.occurrence == one.id]
    parts = [*(f"{sign}{count}" for sign, count in counts.items())]
    parts += [escape(short(each, NOTE)) for each in said[-2:]]
    return " ".join(part for part in parts if part)
