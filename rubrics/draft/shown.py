"""Effects in the short form in which the phrase table gives them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from rubrics.draft import effects as e
from rubrics.points import show

_Rest = tuple[str | Decimal | None, ...]


def shown(effect: e.Effect) -> str:
    """The name of the effect and what it holds: "each 2 处"."""
    name, rest = _SHOWN[type(effect)](effect)
    return " ".join([name, *(one if isinstance(one, str) else show(one) for one in rest if one is not None)])


_SHOWN: Final[dict[type, Callable[[Any], tuple[str, _Rest]]]] = {
    e.Deduct: lambda one: ("each" if one.unit else "once", (one.amount, one.unit)),
    e.Award: lambda one: ("award", (one.amount if one.amount is not None else "full",)),
    e.Zero: lambda one: ("zero", (one.of or None,)),
    e.Bonus: lambda one: ("bonus", (one.amount, one.unit)),
    e.Discretion: lambda one: ("discretion", (one.side, one.limit)),
    e.Judge: lambda one: ("judge", (one.side, one.low, one.high, one.unit)),
    e.Step: lambda one: ("step", (one.side, one.amount, one.per, one.measure, one.direction)),
    e.Share: lambda one: ("share", (one.percent,)),
    e.Extra: lambda one: (
        "extra",
        (one.amount, one.unit, *(("after", one.after) if one.after else ()), "zero" if one.zero else None),
    ),
    e.Times: lambda one: ("times", (one.factor,)),
    e.Veto: lambda _: ("veto", ()),
    e.Best: lambda _: ("best", ()),
    e.Worth: lambda one: ("worth", (one.amount,)),
    e.Bare: lambda one: ("bare", (one.amount, one.unit)),
    e.Cap: lambda one: ("floor" if one.amount is None else "cap", (one.amount,)),
    e.Listed: lambda one: ("listed", (one.side, *one.amounts, one.unit)),
    e.Exempt: lambda _: ("exempt", ()),
    e.Unread: lambda one: ("unread", (one.why,)),
}
