"""Marks made under one version of a rubric, carried over to another: what fits keeps its meaning, the rest is named.

A mark stands on the words of its rule, never on its letter. It computes no score and stores nothing.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rubrics.force import Rulings
from rubrics.marks import EMPTY, ItemMarks, Marks, Occurrence
from rubrics.model import Item, Rubric
from rubrics.ops import Add, ByHand, Judge, NotApplicable, Zero, apply
from rubrics.periods import Period
from rubrics.problems import Problem, Refused
from rubrics.rules import Rule
from rubrics.versions import WORDS, alike, pair

Why = Literal["item_gone", "rule_gone", "rule_over", "item_more", "refused", "period", "variant", "form"]


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing of an assessment that the new version has no place for."""

    why: Why
    item: str = ""
    letter: str = ""
    label: str = ""
    problem: Problem | None = None
    """Why the new version refuses the mark, where its own rules do."""


@dataclass(frozen=True, slots=True)
class Refitted:
    """The marks as they stand under the new version, and what could not be carried over."""

    marks: dict[str, ItemMarks]
    misfits: tuple[Misfit, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the marks stand: both versions, the period and the rulings of the new one."""

    old: Rubric
    new: Rubric
    period: Period
    rulings: Rulings | None = None
    variant: str | None = None
    form: str | None = None
    """The form of the sheet, where the old version has several."""

    def asks(self, item: Item | None) -> bool:
        """Say whether the new version asks an item of this type of studio at all."""
        return item is not None and (not item.variants or self.variant in item.variants)


def refit(frame: Frame, marks: Marks, beside: Collection[str] = ()) -> Refitted:
    """Carry marks over; `beside` are the items that have evidence or notes."""
    found: list[Misfit] = list(_place(frame))
    carried: dict[str, ItemMarks] = {}
    touched = [item for item in marks if marks[item].touched]
    for item in sorted({*touched, *beside}):
        old, new = frame.old.item(item), frame.new.item(item)
        if old is None or new is None or not frame.asks(new) or not alike(old, new):
            found.append(Misfit("item_gone", item))
        elif item in touched:
            carried[item] = _carry(frame, old, new, marks[item], found)
    return Refitted(carried, tuple(found))


def _place(frame: Frame) -> Iterator[Misfit]:
    if frame.period.kind not in frame.new.periods:
        yield Misfit("period", label=str(frame.period))
    if frame.form is not None and frame.new.sheet(frame.form) is None:
        yield Misfit("form", label=frame.form)
    known = {each.id for each in frame.new.variants}
    if known and frame.variant not in known:
        yield Misfit("variant", label=frame.variant or "")


def _carry(frame: Frame, old: Item, new: Item, marks: ItemMarks, found: list[Misfit]) -> ItemMarks:
    paired = pair(old, new)
    fresh = [*paired.added, *paired.reworded.values()]
    if (marks.full or marks.zero) and fresh:
        found.extend(Misfit("item_more", new.no, rule.letter, rule.label) for rule in fresh)
    taken: dict[str, tuple[Occurrence, ...]] = {}
    for letter, occurrences in marks.taken.items():
        rule, before = paired.same.get(letter), old.rule(letter)
        if rule is None or before is None:
            if not (marks.full and letter not in paired.reworded):
                found.append(Misfit("rule_gone", old.no, letter, before.label if before else ""))
            continue
        taken[rule.letter] = occurrences
        found.extend(_over(frame, new, before, rule, occurrences))
    found.extend(_verdict(frame, new, marks))
    return marks.model_copy(update={"taken": {letter: taken[letter] for letter in sorted(taken)}})


def _over(
    frame: Frame, item: Item, before: Rule, rule: Rule, occurrences: tuple[Occurrence, ...]
) -> Iterator[Misfit]:
    """Yield why a rule cannot hold what was entered: too often, or entered in another way."""
    if rule.most is not None and len(occurrences) > rule.most:
        yield Misfit("rule_over", item.no, rule.letter, rule.label)
        return
    if _shape(before) == _shape(rule) and not rule.wants_amount:
        return
    again = EMPTY
    for one in occurrences:
        try:
            again = _apply(frame, item, again, Add(letter=rule.letter, id=one.id, amount=one.amount))
        except Refused as refused:
            yield Misfit("refused", item.no, rule.letter, rule.label, refused.problem)
            return


def _shape(rule: Rule) -> Mapping[str, object]:
    """Return how a rule is entered: everything of it but its words, what it is worth and how often it counts."""
    return rule.model_dump(exclude={*WORDS, "points", "max", "unit"})


def _verdict(frame: Frame, item: Item, marks: ItemMarks) -> Iterator[Misfit]:
    """Yield why a score by hand, a zero, a not-applicable or the answer to a condition cannot stand."""
    op: ByHand | Zero | NotApplicable | Judge | None = None
    if marks.gate is not None or marks.measured is not None:
        op = Judge(gate=marks.gate, measured=marks.measured)
    elif marks.hand is not None:
        op = ByHand(points=Decimal(marks.hand))
    elif marks.zero:
        op = Zero()
    elif marks.na:
        op = NotApplicable()
    if op is None:
        return
    try:
        _apply(frame, item, EMPTY, op)
    except Refused as refused:
        yield Misfit("refused", item.no, problem=refused.problem)


def _apply(
    frame: Frame, item: Item, marks: ItemMarks, op: Add | ByHand | Zero | NotApplicable | Judge
) -> ItemMarks:
    return apply(
        item,
        marks,
        op,
        mint=lambda: "",
        period=frame.period,
        rulings=frame.rulings,
        step=frame.new.step,
    )
