"""Judge the conditions of a scheme: which are met, and whether all of them together let a studio pass.

Knows marks of gates only; points are nobody's business here.
"""

from collections.abc import Iterable
from typing import Final

from rubrics.beside import GateMark, GateResult
from rubrics.marks import ItemMarks
from rubrics.model import Item
from rubrics.periods import Period
from rubrics.rules import Gate

_STATES: Final[dict[bool | None, GateMark]] = {None: "untouched", True: "met", False: "unmet"}


def judged(item: Item, marks: ItemMarks, period: Period | None) -> GateResult | None:
    """Return what became of a condition; None for an item that holds none, or none of this period."""
    rule = next((rule for rule in item.rules if isinstance(rule, Gate)), None)
    if rule is None or not rule.counts_in(period):
        return None
    passes = None if marks.na else rule.passes(marks.gate, marks.measured)
    return GateResult(
        no=item.no,
        item=item,
        strength=rule.strength,
        state="na" if marks.na else _STATES[passes],
        measured=None if marks.na else marks.measured,
        minimum=rule.minimum,
        maximum=rule.maximum,
        unit=rule.unit,
        passes=passes,
        needs_reason=passes is False and rule.strength == "soft",
    )


def together(gates: Iterable[GateResult]) -> bool | None:
    """Say whether a studio passes: not if any condition keeps it out, and not known while one is open."""
    listed = tuple(gates)
    if any(gate.blocks for gate in listed):
        return False
    return None if not listed or any(gate.state == "untouched" for gate in listed) else True
