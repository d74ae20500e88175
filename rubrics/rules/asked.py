"""A rule that is printed and asked about, because no arithmetic follows from its words.

`{letter: a, kind: asked, limit: 5, text: 其他考评内容中已有的不重复扣分}`;
`a` says that nothing follows, `a=2` that it costs 2
"""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, Effects, Figure, RuleKind, Side, moved


class Asked(RuleKind):
    """Moves what the person who read the rule says, at most `limit`; without an answer the sheet has a gap."""

    may_be_zero: ClassVar[bool] = True
    sets_start: ClassVar[bool] = False
    may_be_bare: ClassVar[bool] = True
    kind: Literal["asked"]
    points: Points = Field(default=ZERO, le=0)
    limit: Annotated[Points, Field(gt=0)] | None = None
    effect: Effects = "deduct"

    @property
    def side(self) -> Side:
        """As the file says."""
        return self.effect

    @property
    def figure(self) -> Figure:
        """The points that follow."""
        return "points"

    @property
    def needs_reason(self) -> bool:
        """Nothing but the reason supports the amount."""
        return True

    @property
    def reach(self) -> Decimal | None:
        """The limit, if there is one."""
        return self.limit

    def at_full(self, worth: Decimal) -> Decimal | None:  # noqa: ARG002 - no arithmetic here either
        """Looked at, and nothing follows."""
        return ZERO

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - answered is answered
        """What was answered."""
        return Effect(moved(self.effect), amount or ZERO, min(count, 1))
