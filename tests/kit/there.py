"""What a test knows to be there: lookups that may find nothing in general, and kinds of rule told apart.

Knows the model of a rubric; computes nothing.
"""

from typing import TypeVar

from rubrics.bands import Band
from rubrics.model import Discrepancy, Item, Reading, Rubric
from rubrics.outcome_rules import Occasion, OutcomeRules
from rubrics.rules import Gate

T = TypeVar("T")


def there(found: T | None) -> T:
    """What a lookup found, which must have found something."""
    assert found is not None
    return found


def gate_of(item: Item) -> Gate:
    """The only rule of a condition."""
    (rule,) = item.rules
    assert isinstance(rule, Gate)
    return rule


def notes(rubric: Rubric) -> tuple[Reading | Discrepancy, ...]:
    """What a scheme says about how its source was read."""
    return (*rubric.readings, *rubric.discrepancies)


def outcome_rules(rubric: Rubric) -> OutcomeRules:
    """What follows from totals; the scheme says it."""
    return there(rubric.outcomes)


def verdicts(rules: OutcomeRules) -> tuple[Band | Occasion, ...]:
    """What says a verdict: bands of a total first, then occasions."""
    return (*rules.bands, *rules.occasions)
