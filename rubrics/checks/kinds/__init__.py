"""What an author can get wrong about the rules of one kind: their bounds, caps, names, letters and lists.

One file per noun; a part of the list in `rubrics.checks`.
"""

from collections.abc import Callable, Iterator
from typing import Final

from rubrics.checks.kinds import (
    bounds,
    caps,
    extras,
    factors,
    groups,
    idle,
    listed,
    names,
    picks,
    rungs,
    steps,
    vetoes,
    worths,
)
from rubrics.model import Rubric
from rubrics.problems import Problem

CHECKS: Final[tuple[Callable[[Rubric], Iterator[Problem]], ...]] = (
    bounds.check,
    worths.check,
    picks.check,
    names.check,
    steps.check,
    caps.check,
    listed.check,
    rungs.check,
    groups.check,
    extras.check,
    factors.check,
    vetoes.check,
    idle.check,
)
"""Every check, in the order in which the kinds are explained."""
