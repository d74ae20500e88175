"""What can be done to the marks of one item, as values, and doing it.

Buttons, quick entry and the command line all end here. An operation knows one item: it computes no score and
stores nothing.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Final, Literal, assert_never

from pydantic import Field, TypeAdapter

from rubrics.force import Rulings, assessed
from rubrics.limits import Limits, Mint, at_full
from rubrics.marks import EMPTY, ItemMarks, Occurrence
from rubrics.model import HALF, Item
from rubrics.notes import Frozen
from rubrics.numbering import Letter
from rubrics.periods import Period
from rubrics.points import ZERO, Points, show
from rubrics.problems import Refused, problem
from rubrics.rules import GateState, Rule

Taken = dict[str, tuple[Occurrence, ...]]


class Full(Frozen):
    """Everything is in order: no deduction, or every criterion met."""

    op: Literal["full"] = "full"


class Zero(Frozen):
    """No points: no criterion met, or 0 by hand where the item starts full."""

    op: Literal["zero"] = "zero"


class ByHand(Frozen):
    """The score itself, set by the assessor."""

    op: Literal["by_hand"] = "by_hand"
    points: Points


class Count(Frozen):
    """How many occurrences of a rule, and the amount where the rule leaves it open."""

    n: int = Field(default=1, ge=1)
    amount: Points | None = None


class Exactly(Frozen):
    """These rules, so many times each, and no others."""

    op: Literal["exactly"] = "exactly"
    counts: dict[Letter, Count] = Field(min_length=1)


class Adjust(Frozen):
    """So many more (or, below 0, fewer) of each of these rules; `amounts` for those that leave it open."""

    op: Literal["adjust"] = "adjust"
    changes: dict[Letter, int] = Field(min_length=1)
    amounts: dict[Letter, Points] = Field(default_factory=dict)


class Add(Frozen):
    """One more occurrence with an id made beforehand: the same again changes nothing."""

    op: Literal["add"] = "add"
    letter: Letter
    id: str = Field(min_length=1)
    amount: Points | None = None


class Remove(Frozen):
    """This occurrence away."""

    op: Literal["remove"] = "remove"
    letter: Letter
    id: str = Field(min_length=1)


class Set(Frozen):
    """A tick: the rule is met, or it is not."""

    op: Literal["set"] = "set"
    letter: Letter
    on: bool


class Pick(Frozen):
    """This tier or level and no other one of its part, with an amount where it leaves one open."""

    op: Literal["pick"] = "pick"
    letter: Letter
    amount: Points | None = None


class Judge(Frozen):
    """A condition is met or not, or a figure was measured that decides; neither takes the judgement away."""

    op: Literal["gate"] = "gate"
    gate: GateState | None = None
    measured: Points | None = None


class NotApplicable(Frozen):
    """The item does not apply to this studio."""

    op: Literal["not_applicable"] = "not_applicable"


class Restore(Frozen):
    """The marks as they were (undo)."""

    op: Literal["restore"] = "restore"
    marks: ItemMarks


Op = Annotated[
    Full | Zero | ByHand | Exactly | Adjust | Add | Remove | Set | Pick | Judge | NotApplicable | Restore,
    Field(discriminator="op"),
]
"""Anything that can be done to one item."""

_OP: Final[TypeAdapter[Op]] = TypeAdapter(Op)


def to_json(op: Op) -> str:
    """Write an operation as JSON."""
    return op.model_dump_json()


def from_json(text: str) -> Op:
    """Read what `to_json` wrote; anything else is broken data (ValidationError)."""
    return _OP.validate_json(text)


def apply(  # noqa: C901, PLR0911, PLR0912 - one line per operation is the clearest table
    item: Item,
    marks: ItemMarks,
    op: Op,
    *,
    mint: Mint,
    period: Period | None = None,
    rulings: Rulings | None = None,
    step: Decimal = HALF,
) -> ItemMarks:
    """Return the marks after an operation; raises Refused when it cannot be done.

    `rulings` is None outside a campaign, `step` is the rubric's. Occurrences that stay keep their ids.
    """
    limits = Limits(item, period, rulings, step)
    if not assessed(item, period):
        raise Refused(problem("not_this_period", item=item.no))
    match op:
        case Full():
            return _full(limits, marks, mint)
        case Zero():
            return _zero(limits, marks)
        case ByHand(points=points):
            return _by_hand(limits, marks, points)
        case Exactly(counts=counts):
            return _exactly(limits, marks, counts, mint)
        case Adjust():
            return _adjust(limits, marks, op, mint)
        case Add():
            return _add(limits, marks, op)
        case Remove():
            return _remove(limits, marks, op)
        case Set():
            return _set(limits, marks, op, mint)
        case Pick():
            return _pick(limits, marks, op, mint)
        case Judge():
            return _judge(limits, op)
        case NotApplicable():
            limits.not_applicable()
            return ItemMarks(na=True)
        case Restore(marks=before):
            return before
    assert_never(op)


def _full(limits: Limits, marks: ItemMarks, mint: Mint) -> ItemMarks:
    limits.full()
    if limits.item.start == "deduct" or limits.beside:
        return ItemMarks(full=True)
    taken: Taken = {}
    for letter, amount in at_full(limits.rules, limits.item).items():
        (one,) = _sized(marks, letter, 1, mint)
        taken[letter] = (Occurrence(id=one.id, amount=amount),)
    return ItemMarks(full=True, taken=taken)


def _zero(limits: Limits, marks: ItemMarks) -> ItemMarks:
    if limits.beside:
        return ItemMarks(full=True)
    if limits.item.start == "deduct" or limits.gate:
        return _by_hand(limits, marks, Decimal(0))
    return ItemMarks(zero=True)


def _by_hand(limits: Limits, marks: ItemMarks, points: Decimal) -> ItemMarks:
    if not points and limits.item.role in {"row", "bonus"} and limits.item.start == "award":
        return ItemMarks(zero=True)
    limits.hand(points)
    return ItemMarks(taken=marks.taken, hand=points)


def _entered(marks: ItemMarks, taken: Taken) -> ItemMarks:
    """Return marks that say what the rules say; where nothing changes, a verdict other than by hand stays."""
    if taken == marks.taken and marks.hand is None:
        return marks
    return ItemMarks(taken=taken) if taken else EMPTY


def _sized(marks: ItemMarks, letter: str, size: int, mint: Mint) -> tuple[Occurrence, ...]:
    """Return so many occurrences of a rule: the newest go first, new ones come last."""
    kept = marks.taken.get(letter, ())[:size]
    return kept + tuple(Occurrence(id=mint()) for _ in range(size - len(kept)))


def _exactly(limits: Limits, marks: ItemMarks, counts: Mapping[str, Count], mint: Mint) -> ItemMarks:
    limits.one_of(counts)
    for letter, count in counts.items():
        rule = limits.rule(letter)
        limits.count(rule, count.n).amount(rule, count.amount)
    taken = {
        letter: tuple(
            Occurrence(id=one.id, amount=count.amount) for one in _sized(marks, letter, count.n, mint)
        )
        for letter, count in counts.items()
    }
    return _entered(ItemMarks(taken=marks.taken) if marks.full else marks, taken)


def _adjust(limits: Limits, marks: ItemMarks, op: Adjust, mint: Mint) -> ItemMarks:
    taken = dict(marks.taken)
    limits.one_of([letter for letter, change in op.changes.items() if change > 0])
    for letter, change in op.changes.items():
        rule, had = limits.rule(letter), taken.get(letter, ())
        if len(had) + change < 0:
            at = {"item": limits.item.no, "letter": letter}
            raise Refused(problem("too_few", **at, count=len(had), less=-change))
        amount = op.amounts.get(letter)
        if change <= 0:
            if amount is not None:
                at = {"item": limits.item.no, "letter": letter}
                raise Refused(problem("amount_unwanted", **at, value=show(amount)))
            taken[letter] = had[: len(had) + change]
            continue
        kept = had if rule.repeats or not rule.wants_amount else ()
        limits.count(rule, len(kept) + change).amount(rule, amount, _amounts(kept))
        if kept is had:
            new = tuple(Occurrence(id=mint(), amount=amount) for _ in range(change))
        else:  # one figure takes the place of another and keeps its evidence
            new = tuple(Occurrence(id=one.id, amount=amount) for one in _sized(marks, letter, 1, mint))
        taken = _picked(limits, rule, {**taken, letter: kept + new})
    return _entered(marks, {letter: taken[letter] for letter in taken if taken[letter]})


def _add(limits: Limits, marks: ItemMarks, op: Add) -> ItemMarks:
    rule, had = limits.rule(op.letter), marks.taken.get(op.letter, ())
    if any(one.id == op.id for one in had):
        return marks
    if rule.wants_amount and not rule.repeats:
        had = ()
    limits.count(rule, len(had) + 1).amount(rule, op.amount, _amounts(had))
    taken = {**marks.taken, op.letter: (*had, Occurrence(id=op.id, amount=op.amount))}
    return _entered(marks, _picked(limits, rule, taken))


def _remove(limits: Limits, marks: ItemMarks, op: Remove) -> ItemMarks:
    limits.rule(op.letter)
    had = marks.taken.get(op.letter, ())
    rest = tuple(one for one in had if one.id != op.id)
    if rest == had:
        raise Refused(problem("stale", item=limits.item.no, letter=op.letter))
    return _entered(marks, _with(marks, op.letter, rest))


def _set(limits: Limits, marks: ItemMarks, op: Set, mint: Mint) -> ItemMarks:
    rule = limits.rule(op.letter)
    had = marks.taken.get(op.letter, ())
    if not op.on:
        return _entered(marks, _with(marks, op.letter, ()))
    if not had:
        limits.amount(rule, None)
        had = (Occurrence(id=mint()),)
    return _entered(marks, _picked(limits, rule, _with(marks, op.letter, had)))


def _pick(limits: Limits, marks: ItemMarks, op: Pick, mint: Mint) -> ItemMarks:
    rule = limits.rule(op.letter)
    limits.amount(rule, op.amount)
    (one,) = _sized(marks, op.letter, 1, mint)
    taken = _with(marks, op.letter, (Occurrence(id=one.id, amount=op.amount),))
    return _entered(marks, _picked(limits, rule, taken))


def _picked(limits: Limits, rule: Rule, taken: Taken) -> Taken:
    """Return what is taken without the tiers and levels that the rule replaces."""
    peers = limits.peers(rule)
    return {letter: taken[letter] for letter in taken if letter not in peers} if peers else taken


def _amounts(occurrences: Iterable[Occurrence]) -> Decimal:
    return sum((one.amount for one in occurrences if one.amount is not None), ZERO)


def _judge(limits: Limits, op: Judge) -> ItemMarks:
    limits.judged(op.gate, op.measured)
    return ItemMarks(gate=op.gate, measured=op.measured)


def _with(marks: ItemMarks, letter: str, occurrences: tuple[Occurrence, ...]) -> Taken:
    rest = {other: marks.taken[other] for other in marks.taken if other != letter}
    return {**rest, letter: occurrences} if occurrences else rest
