"""Ranks of figures, the best first; equal figures share a rank.

Compares exactly: figures that only look alike once they are printed are not equal.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

Ties = Literal["skipped", "dense"]
"""What follows a shared rank: 1, 2, 2, 4 or 1, 2, 2, 3."""


def ranks(figures: Sequence[Fraction], ties: Ties) -> tuple[int, ...]:
    """Return the rank of each figure, from 1, in the order given."""
    ordered = sorted(figures, reverse=True)
    among = list(dict.fromkeys(ordered)) if ties == "dense" else ordered
    places: dict[Fraction, int] = {}
    for place, figure in enumerate(among, 1):
        places.setdefault(figure, place)
    return tuple(places[figure] for figure in figures)
