"""Which sums of an outcome people share out or name heads for, and what of them is still left.

What a consequence is about is the scheme's; whose name it carries is found by the scheme's own word for the leader.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from bot.changes.outcomes.of import Result
from bot.entities import Split
from rubrics.consequences import PERCENT, Due
from rubrics.model import Rubric
from rubrics.points import ZERO

Sharing = Literal["", "lump", "heads", "leader"]


def sharing(rubric: Rubric, due: Due) -> Sharing:
    """Say how a sum finds its people: a lump sum is shared out, so much a head wants names, the leader's is clear.

    What is no money, or a share of the fund, has no people.
    """
    one = due.consequence
    if due.amount is None or due.unit == PERCENT or one.of is not None:
        return ""
    if one.who.endswith(rubric.leader):
        return "leader"
    return "heads" if one.per == "head" else "lump"


def shared(splits: Iterable[Split], due: int) -> tuple[Split, ...]:
    """Return how one of the consequences is shared out."""
    return tuple(one for one in splits if one.due == due)


def left(found: Result, due: int) -> Decimal:
    """Return what of a lump sum nobody has got yet; nothing is left of a sum a head once anybody is named."""
    if found.outcome is None or due >= len(found.outcome.consequences):
        return ZERO
    whole, given = found.outcome.consequences[due].amount or ZERO, shared(found.splits, due)
    if found.outcome.consequences[due].consequence.per == "head" and given:
        return ZERO
    return whole - sum((Decimal(one.amount) for one in given), ZERO)


def to_share(found: Result) -> tuple[int, ...]:
    """Return which consequences of an approved outcome still want names, by their places."""
    if found.outcome is None or found.state not in {"approved", "carried_out"} or found.outdated:
        return ()
    return tuple(
        at
        for at, due in enumerate(found.outcome.consequences)
        if sharing(found.rubric, due) in {"lump", "heads"} and left(found, at)
    )
