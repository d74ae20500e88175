"""The buttons of rules: ticks, counters, picks and figures, each with what it means and what it was drawn with."""

from __future__ import annotations

from bot.flows.outputs import Button
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.amounts import at_once, offered, stands
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_text import brief
from bot.flows.walk.signs import VETO
from rubrics.marks import ItemMarks
from rubrics.points import show
from rubrics.rules import Asked, Discretionary, Rule, Step, Veto, Zero
from rubrics.sheet import RuleResult

PER_ROW = 3
LONG = 12
"""Characters of a label that needs a row of its own."""
NUMBERS = 6

Line = list[Button]


def data(walk: Walk, verb: str, *args: object) -> str:
    """Return the data of a button of this card."""
    return pack("k", verb, walk.assessment.id, walk.item.no, *args)


def tick_of(marks: ItemMarks, letter: str) -> str:
    """Return the occurrence that a tick stands for, nothing where it is not set."""
    return next((one.id for one in marks.taken.get(letter, ())), "")


def picked(walk: Walk, rule: Rule) -> str:
    """Return the occurrence of what is picked in a rule's part, nothing where nothing is."""
    marks = walk.marks(walk.item.no)
    others = (each.letter for each in walk.item.part_of(rule.letter).rules if each.pick_one)
    return next((found for each in others if (found := tick_of(marks, each))), "")


def drastic(rule: Rule) -> bool:
    """Say whether one accidental press would undo more than its row: it is asked about first."""
    return isinstance(rule, Veto) or (isinstance(rule, Zero) and rule.scope in {"section", "sheet"})


def rule_rows(walk: Walk, ask: Ask) -> list[Line]:
    """Return the rules in the order of their letters, short ticks that follow each other side by side."""
    made: list[Line] = []
    run: Line = []
    for result in walk.row.rules:
        rule = result.rule
        if not result.counts or result.ruled or rule.by_itself:
            continue
        key = _single(walk, rule, ask)
        if key is None:
            run = []
            made += _several(walk, result, ask)
        elif len(key.label) > LONG or drastic(rule):
            run = []
            made.append([key])
        else:
            if not run or len(run) == PER_ROW:
                run = []
                made.append(run)
            run.append(key)
    return made


def figure_rows(walk: Walk, rule: Rule, ask: Ask) -> list[Line]:
    """Return the amounts that answer the open question, as far as they can be foreseen."""
    keys = [
        Button(show(amount), _amount_data(walk, rule, show(amount), ask))
        for amount in offered(rule, walk.rubric.step)
    ]
    return [keys[at : at + NUMBERS] for at in range(0, len(keys), NUMBERS)]


def _single(walk: Walk, rule: Rule, ask: Ask) -> Button | None:
    """Return the one button of a rule that is met or not, or is one of several to pick from."""
    marks, words = walk.marks(walk.item.no), ask.words
    drawn = tick_of(marks, rule.letter)
    if rule.pick_one:
        name = f" {rule.printed}" if rule.printed else ""
        label = f"{'●' if drawn else '○'} {rule.letter}{name}"
        if rule.wants_amount:
            return Button(f"{label}…", data(walk, "y", rule.letter))
        label += f" {brief(rule, words)}"
        revision = walk.revision(walk.item.no)
        return Button(label, data(walk, "P", rule.letter, revision, picked(walk, rule)))
    if rule.wants_amount or rule.repeats:
        return None
    label = f"{rule.letter} {'☑' if drawn else '☐'} {brief(rule, words)}"
    if rule.kind == "veto":
        label = f"{VETO} {label}"
    if drastic(rule) and not drawn:
        return Button(f"{label}…", data(walk, "V", rule.letter))
    return Button(label, data(walk, "t", rule.letter, 0 if drawn else 1, walk.revision(walk.item.no), drawn))


def _several(walk: Walk, result: RuleResult, ask: Ask) -> list[Line]:
    """Return the row of a rule that counts or carries a figure."""
    rule = result.rule
    if isinstance(rule, Asked):
        return [_asked(walk, rule, ask)]
    if figures := at_once(rule, walk.rubric.step):
        now = stands(walk.marks(walk.item.no), rule.letter)
        unit = rule.unit or ""
        keys = [
            Button(
                f"{'● ' if show(each) == now else ''}{rule.letter} {show(each)}{unit}",
                _amount_data(walk, rule, show(each), ask),
            )
            for each in figures
        ]
        return [keys]
    return [_figure(walk, rule, ask) if rule.wants_amount else _counter(walk, result, ask)]


def _amount_data(walk: Walk, rule: Rule, amount: str, ask: Ask) -> str:
    """Return the data of an amount: it carries the occurrence that it makes, or the figure that it was drawn over."""
    marks = walk.marks(walk.item.no)
    occurrence = "" if rule.repeats else tick_of(marks, rule.letter)
    drawn = "" if rule.repeats else stands(marks, rule.letter)
    return data(walk, "a", rule.letter, amount, occurrence or ask.mint(), drawn)


def _asked(walk: Walk, rule: Asked, ask: Ask) -> Line:
    taken = walk.marks(walk.item.no).taken.get(rule.letter, ())
    free = bool(taken) and not taken[0].amount
    label = ask.words("button.asked.none", letter=rule.letter, mark="☑" if free else "☐")
    drawn = tick_of(walk.marks(walk.item.no), rule.letter)
    if free:
        none = data(walk, "t", rule.letter, 0, walk.revision(walk.item.no), drawn)
    else:
        none = _amount_data(walk, rule, "0", ask)
    more = Button(ask.words("button.asked.points", letter=rule.letter), data(walk, "y", rule.letter))
    return [Button(label, none), more]


def _figure(walk: Walk, rule: Rule, ask: Ask) -> Line:
    taken = walk.marks(walk.item.no).taken.get(rule.letter, ())
    less = [_less(walk, rule, taken[-1].id)] if taken else []
    many = [_info(walk, rule, len(taken))] if rule.repeats and len(taken) > 1 else []
    full = rule.repeats and rule.most is not None and len(taken) >= rule.most
    more = [] if full else [Button(_figure_label(rule, ask), data(walk, "y", rule.letter))]
    return [*less, *many, *more]


def _figure_label(rule: Rule, ask: Ask) -> str:
    if isinstance(rule, Discretionary):
        side = "deduct" if rule.side == "deduct" else "award"
        return ask.words(f"button.discretionary.{side}", letter=rule.letter)
    kind = "measure" if isinstance(rule, Step) else rule.figure or "points"
    return ask.words(f"button.figure.{kind}", letter=rule.letter)


def _less(walk: Walk, rule: Rule, occurrence: str) -> Button:
    return Button(f"− {rule.letter}", data(walk, "m", rule.letter, occurrence))


def _info(walk: Walk, rule: Rule, count: int) -> Button:
    return Button(f"{rule.letter} ×{count}", data(walk, "i", rule.letter))


def _counter(walk: Walk, result: RuleResult, ask: Ask) -> Line:
    taken = walk.marks(walk.item.no).taken.get(result.letter, ())
    letter, most = result.letter, result.rule.most
    meant = next((one.id for one in taken if one.id == walk.state.focus), taken[-1].id if taken else "")
    less = [_less(walk, result.rule, meant)] if taken else []
    full = most is not None and len(taken) >= most
    more = [] if full else [Button(f"＋ {letter}", data(walk, "p", letter, ask.mint()))]
    return [*less, _info(walk, result.rule, len(taken)), *more]
