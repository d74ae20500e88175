"""Random histories: operations on the items of a scheme, refused ones among them."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import strategies as st

from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item, Rubric
from rubrics.ops import (
    Add,
    Adjust,
    ByHand,
    Count,
    Exactly,
    Full,
    NotApplicable,
    Op,
    Remove,
    Set,
    Zero,
    apply,
)
from rubrics.periods import Period
from rubrics.problems import Refused

IDS = st.sampled_from([f"id{number}" for number in range(6)])
AMOUNTS = st.sampled_from([None, Decimal(1), Decimal("2.5")])


def rule_ops(letters: st.SearchStrategy[str]) -> st.SearchStrategy[Op]:
    """What is done to single rules."""
    return st.one_of(
        st.builds(Set, letter=letters, on=st.booleans()),
        st.builds(Add, letter=letters, id=IDS, amount=AMOUNTS),
        st.builds(Remove, letter=letters, id=IDS),
        st.builds(Adjust, changes=st.dictionaries(letters, st.integers(-2, 3), min_size=1, max_size=1)),
    )


def ops(item: Item) -> st.SearchStrategy[Op]:
    """Anything that can be done to an item, or be tried."""
    letters = st.sampled_from([*(rule.letter for rule in item.rules), "z"])
    counts = st.builds(Count, n=st.integers(1, 4), amount=AMOUNTS)
    hands = st.integers(0, 44).map(lambda halves: Decimal(halves) / 2)
    return st.one_of(
        st.builds(Full),
        st.builds(Zero),
        st.builds(NotApplicable),
        st.builds(ByHand, points=hands),
        st.builds(Exactly, counts=st.dictionaries(letters, counts, min_size=1, max_size=3)),
        rule_ops(letters),
    )


def history(rubric: Rubric, most: int = 25) -> st.SearchStrategy[list[tuple[str, Op]]]:
    """A visit: which item, and what was done to it."""
    items = st.sampled_from([*rubric.items, *rubric.bonus_items])
    return st.lists(items.flatmap(lambda item: st.tuples(st.just(item.no), ops(item))), max_size=most)


def minting() -> Callable[[], str]:
    """Ids in order: the same history makes the same ids."""
    numbers = iter(range(10**6))
    return lambda: f"m{next(numbers)}"


def done(
    rubric: Rubric,
    steps: list[tuple[str, Op]],
    *,
    period: Period | None = None,
    rulings: dict[str, str] | None = None,
) -> dict[str, ItemMarks]:
    """The marks after a history; what is refused changes nothing."""
    marks: dict[str, ItemMarks] = {}
    mint = minting()
    for no, op in steps:
        item = rubric.item(no)
        assert item is not None
        try:
            marks[no] = apply(
                item, marks.get(no, EMPTY), op, mint=mint, period=period, rulings=rulings, step=rubric.step
            )
        except Refused:
            continue
    return marks
