"""The few signs that stand for states and amounts, always the same."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from rubrics.points import show

STATES: Final = {"full": "✓", "scored": "●", "untouched": "○", "na": "–", "met": "✓", "unmet": "✗"}
"""The sign of an item's state; a condition is met or not."""
NEEDS: Final = "▲"
MINUS: Final = "−"
VETO: Final = "⛔"


def signed(points: Decimal) -> str:
    """Return points as people write them, with a real minus sign."""
    return show(points).replace("-", MINUS)
