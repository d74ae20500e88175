"""Small schemes with rules of every kind, made at random: whole ones that load, strange ones among them."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from rubrics.model import Item, Rubric
from rubrics.ops import (
    Add,
    Adjust,
    ByHand,
    Count,
    Exactly,
    Full,
    Judge,
    NotApplicable,
    Op,
    Pick,
    Remove,
    Set,
    Zero,
)
from tests.kit.strategies import IDS
from tests.kit.tiny import tiny

LETTERS = "abcdefgh"
AMOUNTS = st.sampled_from([None, *map(Decimal, ("0", "0.5", "0.9", "1", "2", "2.5", "3", "5", "88", "91.3"))])
POINTS = st.sampled_from([Decimal(text) for text in ("0.5", "1", "2", "3.5", "10")])
CAP = st.one_of(st.none(), POINTS)
DEDUCT = ("once", "each", "zero", "judged", "discretionary", "shortfall", "step", "listed", "asked")
AWARD = ("award", "judged", "discretionary", "step", "listed", "tier", "level", "level", "tier")
BEYOND = ("multiplier", "extra", "veto", "zero")


@st.composite
def rule(draw: st.DrawFn, kind: str, letter: str, side: str) -> dict[str, Any]:
    """One rule of a kind, on its side where it can choose."""
    made: dict[str, Any] = {"letter": letter, "kind": kind}
    if kind in {"once", "each", "award", "listed", "shortfall", "step", "extra"}:
        made["points"] = draw(POINTS)
    if kind in {"judged", "discretionary", "step", "listed", "asked"}:
        made["effect"] = side
    if kind in {"once", "each", "award", "judged", "step", "shortfall"}:
        made["cap"] = draw(CAP)
    return made | draw(_own(kind, side))


def _own(kind: str, side: str) -> st.SearchStrategy[dict[str, Any]]:
    """The fields that only this kind has."""
    fields: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        "each": st.fixed_dictionaries({"unit": st.just("处"), "max": st.sampled_from([None, 1, 3])}),
        "judged": st.fixed_dictionaries(
            {"low": st.just(1), "high": st.sampled_from([2, 3]), "unit": st.sampled_from([None, "处"])}
        ),
        "discretionary": st.fixed_dictionaries({"limit": st.sampled_from([None, 3])}),
        "shortfall": st.fixed_dictionaries(
            {"unit": st.just("次"), "target": st.integers(1, 4), "fractions": st.booleans()}
        ),
        "step": st.fixed_dictionaries(
            {
                "baseline": st.sampled_from([0, 95]),
                "per": st.sampled_from([1, 5, Decimal("0.5")]),
                "direction": st.sampled_from(["below", "above"]),
                "measure": st.just("%"),
                "rounding": st.sampled_from(["full", "started", "exact"]),
            }
        ),
        "listed": st.fixed_dictionaries({"list": st.just(f"{side}-list"), "cap": st.sampled_from([None, 2])}),
        "asked": st.fixed_dictionaries({"limit": st.sampled_from([None, 2])}),
        "tier": st.one_of(
            st.just({"full": True}), st.fixed_dictionaries({"points": st.sampled_from([0, 1, 4])})
        ),
        "level": st.one_of(
            st.fixed_dictionaries({"share": st.sampled_from([Decimal("0.8"), Decimal("0.65"), 1])}),
            st.fixed_dictionaries({"points": st.sampled_from([0, 2])}),
            st.just({"low": 1, "high": 2}),
        ),
        "extra": st.fixed_dictionaries(
            {"after": st.sampled_from([None, 1, 4]), "scope": st.sampled_from(["total", "section"])}
        ),
        "veto": st.fixed_dictionaries({"scope": st.sampled_from(["item", "section", "sheet"])}),
        "zero": st.one_of(
            st.fixed_dictionaries({"scope": st.sampled_from(["part", "item", "section", "sheet"])}),
            st.just({"scope": "items", "items": ["1.2"]}),
        ),
        "multiplier": st.one_of(
            st.fixed_dictionaries(
                {
                    "factor": st.sampled_from([2, Decimal("0.5"), Decimal("1.5")]),
                    "of": st.sampled_from([["a"], ["a", "b"], []]),
                }
            ),
            st.fixed_dictionaries(
                {
                    "low": st.just(Decimal("0.5")),
                    "high": st.just(2),
                    "scope": st.sampled_from(["item", "section", "total"]),
                }
            ),
        ),
    }
    return fields.get(kind, st.just({}))


@st.composite
def item(draw: st.DrawFn, no: str) -> dict[str, Any]:
    """One row with one or two parts, earning or deducting, and what reaches beyond it."""
    side = draw(st.sampled_from(["deduct", "award"]))
    counts = draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
    letters = iter(LETTERS)
    parts: list[dict[str, Any]] = []
    groups: list[list[str]] = []
    for count in counts:
        kinds = [draw(st.sampled_from(DEDUCT if side == "deduct" else AWARD)) for _ in range(count)]
        if draw(st.booleans()):
            kinds.append(draw(st.sampled_from(BEYOND)))
        rules = [draw(rule(kind, next(letters), side)) for kind in kinds]
        for index, one in enumerate(rules):
            if one["kind"] == "level":
                one["name"] = f"级{no}{one['letter']}{index}"
        parts.append({"points": draw(POINTS), "rules": rules})
        groups.append([one["letter"] for one in rules])
    made: dict[str, Any] = {
        "no": no,
        "points": sum((part["points"] for part in parts), Decimal(0)),
        "parts": parts,
    }
    if draw(st.booleans()) and len(groups[0]) > 1:
        made["exclusive"] = [{"letters": groups[0][:2], "kind": "rungs"}]
    if draw(st.booleans()):
        made["not_applicable"] = draw(st.sampled_from(["keep", "leave"]))
    return made


GATE = {
    "no": 2,
    "title": "条件",
    "items": [
        {
            "no": "2.1",
            "title": "人",
            "rules": [{"letter": "a", "kind": "gate", "strength": "soft", "text": "有"}],
        },
        {
            "no": "2.2",
            "title": "地",
            "rules": [
                {"letter": "a", "kind": "gate", "strength": "hard", "minimum": 25, "unit": "㎡", "text": "大"}
            ],
        },
    ],
}


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """A scheme of two or three rows and two conditions."""
    rows = [draw(item(f"1.{at}")) for at in range(1, draw(st.integers(2, 3)) + 1)]
    return tiny(rows, gates=(GATE,), rescale=draw(st.booleans()), total_below_zero="floor")


def any_op(item: Item) -> st.SearchStrategy[Op]:
    """Anything that can be done to an item of any kind, or be tried."""
    letters = st.sampled_from([*(rule.letter for rule in item.rules), "z"])
    counts = st.builds(Count, n=st.integers(1, 3), amount=AMOUNTS)
    hands = st.integers(0, 24).map(lambda halves: Decimal(halves) / 2)
    return st.one_of(
        st.builds(Full),
        st.builds(Zero),
        st.builds(NotApplicable),
        st.builds(ByHand, points=hands),
        st.builds(Exactly, counts=st.dictionaries(letters, counts, min_size=1, max_size=3)),
        st.builds(Judge, gate=st.sampled_from([None, "met", "unmet"]), measured=AMOUNTS),
        st.builds(Pick, letter=letters, amount=AMOUNTS),
        letter_op(letters),
    )


def letter_op(letters: st.SearchStrategy[str]) -> st.SearchStrategy[Op]:
    """What is done to single rules, with amounts."""
    amounts = AMOUNTS.filter(lambda amount: amount is not None)
    return st.one_of(
        st.builds(Set, letter=letters, on=st.booleans()),
        st.builds(Add, letter=letters, id=IDS, amount=AMOUNTS),
        st.builds(Remove, letter=letters, id=IDS),
        letters.flatmap(
            lambda letter: st.builds(
                Adjust,
                changes=st.just({letter: 1}),
                amounts=st.one_of(st.just({}), amounts.map(lambda amount: {letter: amount})),
            )
        ),
        st.builds(Adjust, changes=st.dictionaries(letters, st.integers(-2, 2), min_size=1, max_size=2)),
    )


@st.composite
def visit(draw: st.DrawFn, rubric: Rubric, most: int = 12) -> list[tuple[str, Op]]:
    """A visit: which item, and what was done to it."""
    items = st.sampled_from(list(rubric.all_items))
    return draw(st.lists(items.flatmap(lambda one: st.tuples(st.just(one.no), any_op(one))), max_size=most))
