"""The text of a card, line by line as SCREENS has it; long parts are folded, never the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.flows.html import ELLIPSIS, bold, escape, short
from bot.flows.refusals import spoken
from bot.flows.screen import Ask
from bot.flows.visits.ready import marked as marked_ready
from bot.flows.walk import beside, owed, proposal_face, register_face, sent_back
from bot.flows.walk.card_rules import NOTE, SIGNS, rule_lines
from bot.flows.walk.gate_face import gate_lines, gate_of, said_of
from bot.flows.walk.marks_text import bar, cause, sum_of, title_of
from bot.flows.walk.own import marked
from bot.flows.walk.questions import question
from bot.flows.walk.reading import Walk
from bot.flows.walk.standing import standing, vetoed
from bot.texts import Words
from rubrics.activities import Requirement
from rubrics.logbook import windows
from rubrics.points import show

CONTENT = 160
"""Characters of an item's content on a card; the sheet prints it whole."""
NOTES = 3
WANTED = 3
"""Requirements of an item that a card names."""


def text(walk: Walk, ask: Ask) -> str:
    """Return the card of the item in view."""
    blocks = (
        _head(walk, ask),
        _rules(walk, ask),
        sent_back.card_lines(walk, ask),
        [*proposal_face.lines(walk, ask.words)],
        _evidence(walk, ask),
        [*register_face.lines(walk, ask.words)],
        _figures(walk, ask),
        _asked(walk, ask),
    )
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _head(walk: Walk, ask: Ask) -> list[str]:
    item, words = walk.item, ask.words
    section = walk.rubric.section_of(item.no)
    numbers = walk.counted
    name = f"{item.no} {title_of(item.title, item.title_en, words)}"
    first = f"{title_of(section.title, section.title_en, words) if section else ''} › <b>{name}</b>"
    if item.no in numbers:
        at = numbers.index(item.no) + 1
        # On a line of its own: behind a title it would break in the middle of the bar on a phone.
        first += f"\n{at}/{len(numbers)} {bar(at, len(numbers))} · {_kind(walk, words)}"
    else:
        first += f"\n{_kind(walk, words)}"
    variant = walk.assessment.variant
    content = item.contents_by_variant.get(variant or "", "") or item.short or item.content or item.title
    if item.role == "gate" and item.asks:
        content = item.asks
    visit = walk.assessment.visit
    newer = (
        [words("card.version", version=visit.version, before=visit.before)]
        if visit.before is not None
        else []
    )
    return [
        marked(walk.assessment, first, words),
        *vetoed(walk.sheet, words),
        escape(short(content, CONTENT)),
        *newer,
    ]


def _kind(walk: Walk, words: Words) -> str:
    """Return what the item is worth, or what it is beside the total."""
    item = walk.item
    if item.role == "row":
        return words("card.worth", points=show(item.points))
    if item.role == "gate":
        return words(f"gate.{gate_of(walk).strength}")
    if item.role == "bonus":
        return words(
            "card.counted_bonus" if walk.rubric.bonus and walk.rubric.bonus.counted else "card.bonus"
        )
    return words("card.penalty" if item.role == "penalty" else "card.of_vetoes")


def _rules(walk: Walk, ask: Ask) -> list[str]:
    if walk.item.role == "gate":
        return gate_lines(walk, ask)
    lines = rule_lines(walk, ask)
    lines += [
        f"▲ {spoken(ask.words, warning.code, warning.params, html=True)}" for warning in walk.row.warnings
    ]
    if not walk.row.counted:
        lines.append(ask.words("card.keeps", points=show(walk.row.points)))
    return [*lines, *_beside(walk, ask), *_from_elsewhere(walk, ask)]


def _beside(walk: Walk, ask: Ask) -> Iterator[str]:
    """Say how a bonus item is counted together with others."""
    bonus = walk.rubric.bonus
    if bonus is None or walk.item.role != "bonus":
        return
    for group in bonus.groups:
        if walk.item.no not in group.items:
            continue
        if group.rule == "best":
            yield "· " + ask.words("card.best", items=group.items)
        if group.cap is not None:
            yield "· " + ask.words("card.group_cap", items=group.items, cap=show(group.cap))
    if bonus.cap is not None:
        yield "· " + ask.words("card.bonus_cap", cap=show(bonus.cap))


def _from_elsewhere(walk: Walk, ask: Ask) -> Iterator[str]:
    """Say which rule of another row took what this one had."""
    for term in walk.row.terms:
        if term.sign == "wiped":
            no, letter, label = cause(term)
            yield ask.words("card.elsewhere", no=no, letter=letter, text=escape(short(label, NOTE)))


def _evidence(walk: Walk, ask: Ask) -> list[str]:
    words, item = ask.words, walk.item
    lines: list[str] = []
    if who := walk.shares.get(item.no):
        lines.append(words("card.portion", who=escape(who)))
    lines += _looks_at(walk, ask)
    if item.evidence:
        lines.append(words("card.asked_for", materials=marked_ready(item, walk.ready, words)))
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
    lines += owed.on_card(walk, words)
    return [*lines, *beside.on_card(walk, words)]


def _looks_at(walk: Walk, ask: Ask) -> Iterator[str]:
    """Return the standing lists that the item looks at, and what the source asks for in which time."""
    rubric, words = walk.rubric, ask.words
    english = words("language.code") == "en"
    registers = [found for each in walk.item.registers if (found := rubric.register(each))]
    if registers:
        names = tuple(escape((english and each.title_en) or each.title) for each in registers)
        yield words("card.look_at", registers=names)
    asked = (rubric.requirement(each) for each in walk.item.requirements)
    wanted = tuple(escape(_wanted(walk, each, ask)) for each in asked if each)
    if wanted:
        more = (ELLIPSIS,) if len(wanted) > WANTED else ()
        yield words("card.wanted", wanted=(*wanted[:WANTED], *more))


def _wanted(walk: Walk, each: Requirement, ask: Ask) -> str:
    """Return one requirement in a few words: 本月理论授课≥2次; of a longer sheet: 每月."""
    rubric, words, english = walk.rubric, ask.words, ask.words("language.code") == "en"
    kinds = [found for one in each.activities if (found := rubric.activity(one))]
    title = (english and each.title_en) or each.title
    if title and any(sign.isdecimal() for sign in each.title or "") and len(kinds) != 1:
        return title
    named = (
        [title]
        if title and len(kinds) != 1
        else [(english and kind.title_en) or kind.title for kind in kinds]
    )
    unit = (english and kinds[0].unit_en) or kinds[0].unit if kinds else ""
    several = len(windows(each.per, walk.period)) > 1
    # English units are plural, and one activity is named by its kind.
    plain = english and each.count == 1 and bool(kinds) and kinds[0].measure in {"events", "results"}
    return words(
        "card.wanted.soft" if each.soft else "card.wanted.one",
        span=words(f"span.each.{each.per}" if several else f"span.{each.per}"),
        title="/".join(named),
        count=each.count if plain else words("card.wanted.count", count=each.count, unit=unit),
    )


def stands(walk: Walk, ask: Ask) -> str:
    """Return how the item in view stands, and how its figure came about."""
    words = ask.words
    if walk.item.role == "gate":
        return words("gate.this", said=bold(said_of(walk.gate, words)))
    return words("card.item", sum=sum_of(walk.row, words))


def _figures(walk: Walk, ask: Ask) -> list[str]:
    return [stands(walk, ask), standing(walk.sheet, ask.words)]


def _asked(walk: Walk, ask: Ask) -> list[str]:
    state, words = walk.state, ask.words
    lines = []
    if state.focus:
        ids = [one.id for one in walk.marks(walk.item.no).taken.get(state.letter, ())]
        if state.focus in ids:
            lines.append("✎ " + words("asks.focus", letter=state.letter, number=ids.index(state.focus) + 1))
    if state.asks == "why" and walk.item.role == "gate":
        lines.append("✎ " + words("asks.unmet", item=walk.item.no))
    elif state.asks in {"amount", "veto"}:
        lines += question(walk, ask)
    elif state.asks in {"score", "note", "why", "full"}:
        lines.append("✎ " + words(f"asks.{state.asks}", item=walk.item.no, points=show(walk.item.points)))
    return lines
