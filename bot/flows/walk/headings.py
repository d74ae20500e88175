"""The line over a section, in the contents and on the sheet: points, conditions met, or what was found beside them."""

from __future__ import annotations

from bot.flows.html import bold
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from bot.flows.walk.signs import MINUS, VETO, signed
from bot.flows.walk.standing import section_line, tally
from rubrics.model import Section
from rubrics.points import show


def heading(walk: Walk, section: Section, name: str, ask: Ask) -> str:
    """Return how a section stands."""
    words, role = ask.words, section.items[0].role
    if role == "row":
        return section_line(walk.sheet, section, name, words)
    if role == "gate":
        gates = tuple(found for item in section.items if (found := walk.gates.get(item.no)))
        count, met, unmet, _ = tally(gates)
        key = "contents.gates.unmet" if unmet else "contents.gates"
        return words(key, title=name, met=bold(met), count=count, unmet=unmet)
    if role == "veto":
        facts = [f"{VETO} {item.no}" for item in section.items if _found(walk, item.no)]
        return words("contents.vetoes", title=name, items=" ".join(facts) or words("contents.no_veto"))
    rows = [row for item in section.items if (row := walk.sheet.item(item.no)) and row.score]
    listed = "  ".join(f"{row.no} {signed(row.score or row.points)}" for row in rows)
    if role == "penalty":
        points = bold(f"{MINUS}{show(walk.sheet.penalty)}" if walk.sheet.penalty else "0")
        return words("contents.penalties", title=name, points=points, items=listed).rstrip()
    counted = walk.rubric.bonus is not None and walk.rubric.bonus.counted
    key = "contents.bonus.counted" if counted else "contents.bonus"
    return words(key, title=name, bonus=bold(show(walk.sheet.bonus)), items=listed).rstrip()


def _found(walk: Walk, item: str) -> bool:
    row = walk.sheet.item(item)
    return row is not None and any(each.kind == "veto" for each in row.beyond)
