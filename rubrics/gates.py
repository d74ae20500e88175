"""Judge the conditions of a scheme: which are met, and whether all of them together let a studio pass.

Knows marks of gates only; points are nobody's business here.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from rubrics.beside import GateMark, GateResult
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item
from rubrics.periods import Period
from rubrics.rules import Gate

_STATES: Final[dict[bool | None, GateMark]] = {None: "untouched", True: "met", False: "unmet"}


class GatePlan:
    """A condition as it stands on a sheet, ready to be judged."""

    __slots__ = ("_open", "_rule", "item", "no")

    def __init__(self, item: Item, rule: Gate) -> None:
        self.item, self.no, self._rule = item, item.no, rule
        self._open = self._judged(EMPTY)

    def result(self, marks: ItemMarks) -> GateResult:
        """Return what became of the condition."""
        return self._open if marks is EMPTY else self._judged(marks)

    def _judged(self, marks: ItemMarks) -> GateResult:
        rule = self._rule
        passes = None if marks.na else rule.passes(marks.gate, marks.measured)
        return GateResult(
            no=self.no,
            item=self.item,
            strength=rule.strength,
            state="na" if marks.na else _STATES[passes],
            measured=None if marks.na else marks.measured,
            minimum=rule.minimum,
            maximum=rule.maximum,
            unit=rule.unit,
            passes=passes,
            needs_reason=passes is False and rule.strength == "soft",
        )


def plans(items: Iterable[Item], period: Period | None) -> Iterator[GatePlan]:
    """Yield the conditions that belong to a sheet of this period."""
    for item in items:
        for rule in item.rules:
            if isinstance(rule, Gate) and rule.counts_in(period):
                yield GatePlan(item, rule)
                break


def together(gates: Iterable[GateResult]) -> bool | None:
    """Say whether a studio passes: not if any condition keeps it out, and not known while one is open."""
    listed = tuple(gates)
    if any(gate.blocks for gate in listed):
        return False
    return None if not listed or any(gate.state == "untouched" for gate in listed) else True
