"""The live lines under every screen: earned or deducted, what is still reachable, what stands beside the total.

A veto comes first and is large: no figure says more than that the assessment has failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.changes.sign import asked_gates
from bot.flows.html import bold, escape, short
from bot.flows.walk.signs import MINUS, signed
from bot.texts import Words
from rubrics.beside import AdjustmentKind, GateResult
from rubrics.model import Section
from rubrics.points import show
from rubrics.sheet import Sheet

TEXT = 40
"""Characters of the fact behind a veto."""
STEPS = 20
"""Steps to the total that are told one by one."""


def standing(sheet: Sheet, words: Words, *, whole: bool = False) -> str:
    """Return how the assessment stands, in one to a few lines; `whole` tells every step to the total."""
    lines = list(vetoed(sheet, words, name="standing.vetoed"))
    if sheet.items:
        lines.append(_points(sheet, words))
        counted = sheet.rubric.bonus is not None and sheet.rubric.bonus.counted
        if sheet.bonus and not counted:
            lines.append(words("standing.bonus", bonus=bold(show(sheet.bonus))))
        lines += arithmetic(sheet, words, whole=whole)
    return "\n".join([*lines, *met(sheet, words)])


def met(sheet: Sheet, words: Words) -> Iterator[str]:
    """Return how many conditions are met, and which of them keep the studio out."""
    gates = asked_gates(sheet)
    if not gates:
        return
    yield conditions(gates, words)
    if out := tuple(gate.no for gate in gates if gate.blocks):
        yield words("standing.failed", by=out)


def _points(sheet: Sheet, words: Words) -> str:
    figures: dict[str, object] = {
        "total": bold(signed(sheet.total)),
        "deducted": bold(show(sheet.deducted)),
        "scored": sheet.scored,
        "count": sheet.count,
        "reachable": bold(signed(sheet.reachable)),
    }
    kind = sheet.rubric.layout
    return words(f"standing.{kind}" if sheet.provisional else f"standing.{kind}.final", **figures)


def conditions(gates: tuple[GateResult, ...], words: Words) -> str:
    """Return how many conditions are met; what does not apply is not counted among them."""
    count, met, unmet, left = tally(gates)
    if left:
        return words("standing.gates", count=count, met=bold(met), unmet=unmet, left=left)
    return words(
        "standing.gates.final" if unmet else "standing.gates.passed", count=count, met=bold(met), unmet=unmet
    )


def tally(gates: tuple[GateResult, ...]) -> tuple[int, int, int, int]:
    """Return how many conditions apply, are met, are not met, and were not looked at."""
    states = [gate.state for gate in gates]
    count = len(states) - states.count("na")
    return count, states.count("met"), states.count("unmet"), states.count("untouched")


def vetoed(sheet: Sheet, words: Words, name: str = "card.vetoed") -> Iterator[str]:
    """Return the line that says that a fact has failed the whole assessment."""
    found = [each for each in sheet.vetoes if each.scope == "sheet"]
    if not found:
        return
    if name == "card.vetoed":
        first = found[0]
        yield words(name, no=first.no, letter=first.letter, text=escape(short(first.label, TEXT)))
    else:
        yield words(name, by=tuple(f"{each.no} {each.letter}" for each in found))


def section_line(sheet: Sheet, section: Section, name: str, words: Words) -> str:
    """Return how a section stands; what nobody looked at is never shown as lost: `10/15 (of 20, 1 open)`."""
    rows = [row for item in section.items if (row := sheet.item(item.no))]
    seen = [row for row in rows if row.state != "untouched"]
    left = len(rows) - len(seen)
    state = "done" if not left else "some" if seen else "none"
    line = words(
        f"contents.{state}",
        title=name,
        score=bold(show(sum((row.score for row in seen if row.score is not None), Decimal(0)))),
        seen=show(sum((row.points for row in seen), Decimal(0))),
        points=show(sum((row.points for row in rows), Decimal(0))),
        left=left,
    )
    of = next((each for each in sheet.sections if each.no == section.no), None)
    if of is None or of.weight is None:
        return line
    if not seen:
        return words("contents.weight.open", line=line, weight=show(of.weight))
    return words("contents.weight", line=line, weight=show(of.weight), score=bold(show(of.score)))


def arithmetic(sheet: Sheet, words: Words, *, whole: bool = False) -> Iterator[str]:
    """Return how the total comes about where more than sections make it: `55 − 10(追加扣) + 5(加分) = 50`.

    Kinds are added up, unless every step is wanted (`whole`).
    """
    if all(each.kind == "rounding" for each in sheet.adjustments):
        return
    steps = [(each.kind, f"{each.no} {each.letter}".strip(), each.points) for each in sheet.adjustments]
    if not whole or len(_kinds(steps)) == len(steps):
        steps = [(kind, "", sum((s[2] for s in steps if s[0] == kind), Decimal(0))) for kind in _kinds(steps)]
    terms = [signed(sum((each.score for each in sheet.sections), Decimal(0)))]
    terms += [_step(kind, at, points, words) for kind, at, points in steps[:STEPS]]
    if len(steps) > STEPS:
        terms.append(words("card.folded", count=len(steps) - STEPS))
    yield words("standing.sum", total=bold(signed(sheet.total)), sum=" ".join(terms))


def _kinds(steps: list[tuple[AdjustmentKind, str, Decimal]]) -> dict[AdjustmentKind, None]:
    return dict.fromkeys(kind for kind, *_ in steps)


def _step(kind: AdjustmentKind, at: str, points: Decimal, words: Words) -> str:
    sign = MINUS if points < 0 else "+"
    said = " ".join(part for part in (at, words(f"adjust.{kind}")) if part)
    return f"{sign} {show(abs(points))}({escape(said)})"
