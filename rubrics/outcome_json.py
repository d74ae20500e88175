"""Outcomes as the JSON that `scorewalk outcomes --json` prints: exact decimals as text, the source's own words."""

from decimal import Decimal
from typing import NotRequired, TypedDict

from rubrics.consequences import Due, Per
from rubrics.model import Rubric
from rubrics.outcome_rules import OutcomeRules
from rubrics.outcomes import Outcome, rules_of
from rubrics.points import show

JOINED = "；"
"""Between the verdicts of one period."""


# The key `if` is a keyword, so this one type is written as a call.
ConsequenceJson = TypedDict(
    "ConsequenceJson",
    {
        "who": str,
        "what": str,
        "amount": str | None,
        "unit": str | None,
        "per": Per,
        "note": NotRequired[str],
        "choice": NotRequired[str],
        "if": NotRequired[str],
    },
)
"""`choice` is the same for alternatives of which one applies, `if` the fact that makes it this one."""


class OutcomeJson(TypedDict):
    """One period; figures and verdict are None where there is no total to judge.

    `decided` is the reason of the coordinator where parts are missing and the verdict was decided.
    """

    period: str
    average: str | None
    exact: str | None
    verdict: str | None
    needs_decision: bool
    consequences: list[ConsequenceJson]
    clause: str | None
    incomplete: bool
    decided: NotRequired[str]


def outcome_json(rubric: Rubric, outcome: Outcome) -> OutcomeJson:
    """Return one outcome."""
    rules = rules_of(rubric)
    found: OutcomeJson = {
        "period": str(outcome.period),
        "average": _figure(outcome.average),
        "exact": None if outcome.exact is None else str(outcome.exact),
        "verdict": JOINED.join(dict.fromkeys(one.verdict for one in outcome.verdicts)) or None,
        "needs_decision": outcome.needs_decision,
        "consequences": [_consequence(rules, one) for one in outcome.consequences],
        "clause": "\n".join(clause.quote for clause in outcome.clauses) or None,
        "incomplete": outcome.incomplete,
    }
    if outcome.decided:
        found["decided"] = outcome.decided.reason
    return found


def _consequence(rules: OutcomeRules, due: Due) -> ConsequenceJson:
    one = due.consequence
    found: ConsequenceJson = {
        "who": one.who,
        "what": one.what,
        "amount": _figure(due.amount),
        "unit": due.unit,
        "per": one.per,
    }
    if one.note:
        found["note"] = one.note
    if one.choice:
        found["choice"] = one.choice
    if one.given and (fact := rules.fact(one.given)):
        found["if"] = fact.title
    return found


def _figure(amount: Decimal | None) -> str | None:
    return None if amount is None else show(amount)
