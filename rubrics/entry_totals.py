"""Lines of totals and facts: `2025-01 92`, `2024-Q4 84`, `2023 71 no-results`, `2025 - upgraded`.

Form and place of what is wrong; what can be judged is decided by `totals`. A fact is named by its id or by
its title.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.entry_results import EntryProblem
from rubrics.model import Rubric
from rubrics.numbering import canonical
from rubrics.outcome_rules import OutcomeRules
from rubrics.outcomes import rules_of
from rubrics.periods import Period
from rubrics.points import points
from rubrics.problems import Refused, problem
from rubrics.totals import Given, named, refused

_BETWEEN: Final = re.compile(r"[\s,:;、]+")
_TOTAL: Final = re.compile(r"([0-9.]+)分?")
NONE: Final = "-"
"""What stands for a total where only facts are given."""


@dataclass(frozen=True, slots=True)
class TotalsReading:
    """All that a text says: what is given, and the lines that cannot be taken."""

    given: tuple[Given, ...]
    problems: tuple[EntryProblem, ...]


def read_totals(text: str, rubric: Rubric) -> TotalsReading:
    """Read every line; blank ones are passed over."""
    rules = rules_of(rubric)
    taken: list[tuple[int, str, Given]] = []
    problems: list[EntryProblem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            taken.append((number, line.strip(), _given(line, rules)))
        except Refused as refusal:
            problems.append(EntryProblem(number, line.strip(), refusal.problem))
    given = tuple(one for _, _, one in taken)
    for index, why in refused(rubric, rules, given):
        number, line, _ = taken[index]
        problems.append(EntryProblem(number, line, why))
    return TotalsReading(given, tuple(sorted(problems, key=lambda one: one.line)))


def _given(line: str, rules: OutcomeRules) -> Given:
    written, *rest = [word for word in _BETWEEN.split(canonical(line)) if word] or [line.strip()]
    period = Period.parse(written)
    if not rest:
        raise Refused(problem("total_missing", period=str(period)))
    total, facts = rest[0], tuple(_fact(word, rules) for word in rest[1:])
    if total == NONE:
        if not facts:
            raise Refused(problem("fact_missing", period=str(period), known=named(rules)))
        return Given(period, None, facts)
    if not _TOTAL.fullmatch(total) and (fact := rules.fact(_fact(total, rules))):
        raise Refused(problem("total_missing_before", period=str(period), fact=fact.id))
    return Given(period, _points(total), facts)


def _points(word: str) -> Decimal:
    match = _TOTAL.fullmatch(word)
    return points(match[1] if match else word)


def _fact(word: str, rules: OutcomeRules) -> str:
    """The id of the fact that the word names; an unknown word is left as it is."""
    return next((fact.id for fact in rules.facts if word in (fact.id, canonical(fact.title))), word)
