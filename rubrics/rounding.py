"""The one rounding of a total that weights or shares have made a fraction of, as the scheme says.

Until then everything is kept exactly; an amount that is a whole number of steps is never touched.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final, Literal

from pydantic import Field

from rubrics.notes import Frozen
from rubrics.points import show

How = Literal["half_up", "down", "half_even"]


class Rounding(Frozen):
    """To how many places, and what happens to a half."""

    places: int = Field(ge=0, le=6)
    how: How = "half_up"

    def of(self, exact: Fraction) -> Decimal:
        """The amount on this many places, in its one plain form."""
        # The fraction itself is rounded: a decimal of it that is cut first would be rounded twice.
        whole, rest = divmod(abs(exact.numerator) * 10**self.places, exact.denominator)
        whole += self._up(whole, 2 * rest, exact.denominator)
        amount = Decimal(whole).scaleb(-self.places)
        return Decimal(show(amount if exact >= 0 else -amount))

    def _up(self, whole: int, twice: int, denominator: int) -> bool:
        if self.how == "down":
            return False
        if twice == denominator:
            return self.how == "half_up" or bool(whole % 2)
        return twice > denominator


UNSAID: Final = Rounding(places=6, how="half_even")
"""Where a scheme says nothing: more places than any amount may have, so that only endless fractions are cut."""


def decimal(exact: Fraction) -> Decimal | None:
    """The same amount as a decimal; None where it never ends."""
    if exact.denominator == 1:
        return Decimal(exact.numerator)
    rest, places = exact.denominator, 0
    for prime in (2, 5):
        count = 0
        while not rest % prime:
            rest //= prime
            count += 1
        places = max(places, count)
    if rest != 1:
        return None
    with localcontext(prec=max(28, len(str(exact.numerator)) + places + 1)):
        return Decimal(show(Decimal(exact.numerator) / Decimal(exact.denominator)))
