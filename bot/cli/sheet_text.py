"""A sheet as lines of text for the shell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bot.cli.base import described
from bot.flows.walk.rule_text import measured
from bot.texts import Words
from rubrics.beside import Adjustment
from rubrics.explain import explanation
from rubrics.gates import together
from rubrics.model import Section
from rubrics.points import show
from rubrics.sheet import ItemResult, SectionResult, Sheet, Term

GATES: Final = {"untouched": "○", "met": "✓", "unmet": "✗", "na": "–"}
_PASSED: Final = {True: "true", False: "false", None: "none"}
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
        yield from _section(section, speak)
        for _ in range(section.count):
            yield from _item(next(rows), speak)
    if rubric.bonus and sheet.bonus_items:
        yield ""
        said = "cli.sheet.counted" if rubric.bonus.counted else "cli.score.bonus"
        yield speak(said, title=rubric.bonus.title, points=show(sheet.bonus))
        for row in sheet.bonus_items:
            yield from _item(row, speak)
    if rubric.penalties and sheet.penalty_items:
        yield ""
        yield speak("cli.sheet.penalties", title=rubric.penalties.title, points=show(sheet.penalty))
        for row in sheet.penalty_items:
            yield from _item(row, speak)
    for gates in rubric.gates:
        yield from _gates(gates, sheet, speak)
    yield ""
    yield from _total(sheet, speak)


def _section(section: SectionResult, speak: Words) -> Iterator[str]:
    yield f"{section.no} {section.title} {show(section.score)}/{show(section.worth)}"
    yield from _steps(section.adjustments, speak)
    if section.weight is not None:
        earned = {"earned": show(section.earned), "points": show(section.points)}
        yield "  " + speak("cli.sheet.earned", weight=show(section.weight), **earned)


def _steps(steps: Iterable[Adjustment], speak: Words) -> Iterator[str]:
    for one in steps:
        said = (one.no, one.letter, one.label, speak(f"cli.step.{one.kind}"))
        sign = "−" if one.points < 0 else "+"
        yield f"  {sign}{show(abs(one.points))} {' '.join(filter(None, said))}"


def _gates(section: Section, sheet: Sheet, speak: Words) -> Iterator[str]:
    gates = [gate for item in section.items if (gate := sheet.gate(item.no))]
    if not gates:
        return
    yield ""
    yield speak(f"cli.sheet.gates.{_PASSED[together(gates)]}", title=f"{section.no} {section.title}")
    for gate in gates:
        unit = measured(gate.unit) if gate.unit else ""
        figure = f" {show(gate.measured)}{unit}" if gate.measured is not None else ""
        reason = f" · {speak('cli.sheet.reason')}" if gate.needs_reason else ""
        state = speak(f"gate.{gate.state}")
        yield f"  {GATES[gate.state]} {gate.no} {gate.item.title}{figure} {state}{reason}"


def _total(sheet: Sheet, speak: Words) -> Iterator[str]:
    for veto in sheet.vetoes:
        yield speak(f"cli.sheet.veto.{veto.scope}", no=veto.no, letter=veto.letter, text=veto.label)
    yield from _steps(sheet.adjustments, speak)
    if sheet.items:
        yield speak("cli.score.total", total=show(sheet.total), deducted=show(sheet.deducted))
    if sheet.failed:
        yield speak("cli.sheet.failed")
    if sheet.provisional:
        counts = {"scored": sheet.scored, "count": sheet.count}
        if sheet.items:
            yield speak("cli.score.provisional", reachable=show(sheet.reachable), **counts)
        else:
            yield speak("cli.sheet.open", **counts)


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
