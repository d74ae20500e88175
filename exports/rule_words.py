"""What a sheet says of one rule: the state of its letter, with the figure that was found where there is one.

Words only; whether the rule moved points is said by the sum beside it.
"""

from exports.labels import Say
from rubrics.points import show
from rubrics.rules import Multiplier, Shortfall, Step
from rubrics.sheet import ItemResult, RuleResult


def state(result: RuleResult, row: ItemResult, say: Say) -> str:
    """The letter with its state; empty where it says nothing."""
    rule, letter = result.rule, result.letter
    if result.ruled:
        return say(f"rule_{result.ruled}", letter=letter, points=show(rule.points))
    if rule.kind == "asked":
        return _answer(result, row, say)
    if rule.pick_one or rule.side == "beyond":
        return _only_if_found(result, say) if result.count else ""
    if rule.side == "award" and rule.figure is None:
        met = bool(result.count) or row.state == "full"
        return say("rule_met" if met else "rule_unmet", letter=letter)
    return _counted(result, say)


def _counted(result: RuleResult, say: Say) -> str:
    """How often the rule was met, or the figure that stands for it."""
    if not result.count:
        return say("rule_none", letter=result.letter)
    said = _figure(result, say) or say("rule_count", letter=result.letter, count=result.count)
    return say("rule_covered", letter=said) if result.covered else said


def _answer(result: RuleResult, row: ItemResult, say: Say) -> str:
    """What became of a question."""
    if not result.count:
        return say("rule_unanswered", letter=result.letter) if result.letter in row.unanswered else ""
    if not result.amount:
        return say("rule_answered", letter=result.letter)
    return say("rule_answered_points", letter=result.letter, points=_signed(result))


def _only_if_found(result: RuleResult, say: Say) -> str:
    """The one that was picked, and what reaches beyond the row: the others need no word."""
    rule, letter = result.rule, result.letter
    if rule.pick_one:
        return say("rule_picked", letter=letter, name=rule.printed or rule.label)
    if isinstance(rule, Multiplier):
        return say("rule_factor", letter=letter, factor=show(rule.times(result.amount)))
    if rule.kind == "veto":
        return say("rule_veto", letter=letter)
    return say("rule_beyond", letter=letter, points=show(rule.points * result.count))


def _figure(result: RuleResult, say: Say) -> str | None:
    """The figure found, or the points decided; None for a rule with points of its own."""
    rule, letter, amount = result.rule, result.letter, result.amount
    if amount is None:
        return None
    if isinstance(rule, Shortfall):
        target = show(rule.target)
        return say("rule_short", letter=letter, actual=show(amount), target=target, unit=rule.unit)
    if isinstance(rule, Step):
        baseline = show(rule.baseline)
        return say("rule_measured", letter=letter, actual=show(amount), baseline=baseline, unit=rule.measure)
    if rule.side == "bonus":  # its points stand in the column of scores
        return None
    if result.count > 1:
        return say("rule_points_of", letter=letter, count=result.count, points=_signed(result))
    return say("rule_points", letter=letter, points=_signed(result))


def _signed(result: RuleResult) -> str:
    amount = show(result.amount) if result.amount is not None else ""
    return f"−{amount}" if result.rule.side == "deduct" else f"+{amount}"
