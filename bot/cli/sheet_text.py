"""A sheet as lines of text for the shell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from bot.cli.base import described
from bot.texts import Words
from rubrics.explain import explanation
from rubrics.points import show
from rubrics.sheet import ItemResult, Sheet, Term

MARKS: Final = {"untouched": "○", "full": "✓", "scored": "●", "na": "–"}


def name_of(speak: Words) -> Callable[[Term], str]:
    """Return what names the steps of a sum that are no rules."""
    return lambda term: "" if term.speaks else speak(f"cli.term.{term.sign}")


def sheet_text(sheet: Sheet, speak: Words) -> str:
    """Return the whole sheet: sections, items with their sums, totals."""
    return "\n".join(_lines(sheet, speak))


def _lines(sheet: Sheet, speak: Words) -> Iterator[str]:
    rubric = sheet.rubric
    yield f"{rubric.title} · {rubric.id} v{rubric.version}" + (f" · {sheet.period}" if sheet.period else "")
    rows = iter(sheet.items)
    for section in sheet.sections:
        yield ""
        yield f"{section.no} {section.title} {show(section.score)}/{show(section.points)}"
        for _ in range(section.count):
            yield from _item(next(rows), speak)
    if rubric.bonus:
        yield ""
        yield speak("cli.score.bonus", title=rubric.bonus.title, points=show(sheet.bonus))
        for row in sheet.bonus_items:
            yield from _item(row, speak)
    yield ""
    yield speak("cli.score.total", total=show(sheet.total), deducted=show(sheet.deducted))
    if sheet.provisional:
        yield speak(
            "cli.score.provisional", scored=sheet.scored, count=sheet.count, reachable=show(sheet.reachable)
        )


def _item(row: ItemResult, speak: Words) -> Iterator[str]:
    line = f"  {MARKS[row.state]} {row.no} {row.item.title}"
    if not row.counted:
        yield f"{line} {show(row.points)} · {speak('cli.score.not_counted')}"
    elif row.score is None:
        yield line
    else:
        yield f"{line} {explanation(row, name_of(speak))}"
    for warning in row.warnings:
        yield f"    ▲ {described(speak, warning)}"
