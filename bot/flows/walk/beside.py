"""The studio's own figure of an item, beside the official one: 自查 4/5."""

from __future__ import annotations

from bot.flows.walk.reading import Walk
from bot.flows.walk.result import result_of
from bot.flows.walk.signs import STATES
from bot.texts import Words
from rubrics.points import show


def on_card(walk: Walk, words: Words) -> tuple[str, ...]:
    """Return the line of the item in view; none where the studio has handed nothing in."""
    found = figure(walk, walk.item.no, words)
    same = walk.own_sheet is not None and walk.own_sheet.version == walk.assessment.visit.version
    if same and walk.item.role == "row" and found[:1].isdecimal():
        found = f"{found}/{show(walk.row.points)}"
    return (words("self.line", figure=found),) if found else ()


def figure(walk: Walk, item: str, words: Words) -> str:
    """Return what the studio gave itself for an item: points, a condition met or not; empty where it has nothing."""
    figures = walk.own_sheet.figures if walk.own_sheet else {}
    if state := figures.get("gates", {}).get(item):
        return f"{STATES[state]} {words(f'gate.{state}')}"
    if item in figures.get("items", {}):
        return str(figures["items"][item] or words("gate.na"))
    return str(figures.get("beside", {}).get(item, ""))


def on_sheet(walk: Walk, item: str, words: Words) -> str:
    """Return what stands behind an item of the whole sheet."""
    found = figure(walk, item, words)
    return f" · {words('self.line', figure=found)}" if found else ""


def result(walk: Walk, words: Words) -> tuple[str, ...]:
    """Return what the studio's own sheet came to."""
    if walk.own_sheet is None:
        return ()
    return (words("self.result", result=result_of(walk.own_sheet.figures, words)),)
