"""Lines of totals and facts: `2025-01 92`, `2024-Q4 84`, `2023 71 no-results`, `2025 - upgraded`, `named 2021-05`.

`2022 - none` says that nothing happened in a period that has no total either, so that it is no hole in a row.

`2025 - unfinished 摘牌` takes one of the alternatives that the source leaves to the unit, by its words or its id.

A period with parts missing may have been decided, with the reason: `2025-Q2 88 decided REASON`, `2025-Q2 mean
decided REASON` (the mean of the parts that are there), `2025-Q2 - decided REASON` (no verdict).

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
from rubrics.totals import Decided, Given, How, named, refused

_BETWEEN: Final = re.compile(r"[\s,:;、]+")
_TOTAL: Final = re.compile(r"([0-9.]+)分?")
_NAMED: Final = frozenset({"named", "命名", "挂牌"})
_NOTHING: Final = frozenset({"none", "无"})
_MEAN: Final = frozenset({"mean", "平均"})
_DECIDED: Final = re.compile(
    r"[\s,，:：;；、](?:decided|决定)(?=$|[\s,，:：;；、])[\s,，:：;；、]*", re.IGNORECASE
)
NONE: Final = "-"
"""What stands for a total where only facts are given, or where it was decided that there is none."""


@dataclass(frozen=True, slots=True)
class TotalsReading:
    """All that a text says: what is given, when the studio was named, and the lines that cannot be taken."""

    given: tuple[Given, ...]
    problems: tuple[EntryProblem, ...]
    named: Period | None = None


def read_totals(text: str, rubric: Rubric) -> TotalsReading:
    """Read every line; blank ones are passed over."""
    rules = rules_of(rubric)
    taken: list[tuple[int, str, Given]] = []
    problems: list[EntryProblem] = []
    naming: Period | None = None
    for number, line in enumerate(map(str.strip, text.splitlines()), start=1):
        if not line:
            continue
        try:
            if (words := _words(line)) and words[0] in _NAMED:
                naming = _naming(words, naming)
            else:
                taken.append((number, line, _given(line, rules)))
        except Refused as refusal:
            problems.append(EntryProblem(number, line, refusal.problem))
    given = tuple(one for _, _, one in taken)
    for index, why in refused(rubric, rules, given):
        number, line, _ = taken[index]
        problems.append(EntryProblem(number, line, why))
    return TotalsReading(given, tuple(sorted(problems, key=lambda one: one.line)), naming)


def _words(line: str) -> list[str]:
    return [word for word in _BETWEEN.split(canonical(line)) if word]


def _naming(words: list[str], before: Period | None) -> Period:
    if len(words) != 2:  # noqa: PLR2004 - the word and the month
        raise Refused(problem("naming_missing"))
    found = Period.parse(words[1])
    if before is not None and before != found:
        raise Refused(problem("naming_twice", first=str(before), second=str(found)))
    return found


def _given(line: str, rules: OutcomeRules) -> Given:
    said, *reason = _DECIDED.split(line, maxsplit=1)
    written, *rest = _words(said) or [line]
    period = Period.parse(written)
    if not rest:
        raise Refused(problem("total_missing", period=str(period)))
    if reason:
        return _decided(period, rest, reason[0].strip(), rules)
    total, (facts, chosen) = rest[0], _said(rest[1:], rules)
    if total == NONE:
        if len(rest) == 2 and rest[1] in _NOTHING:  # noqa: PLR2004 - the dash and the word
            return Given(period)
        if len(rest) == 1:
            raise Refused(problem("fact_missing", period=str(period), known=named(rules)))
        return Given(period, None, facts, chosen=chosen)
    if total in _MEAN:
        raise Refused(problem("decided_reason_missing", period=str(period), total=total))
    if not _TOTAL.fullmatch(total) and (fact := rules.fact(_fact(total, rules))):
        raise Refused(problem("total_missing_before", period=str(period), fact=fact.id))
    return Given(period, _points(total), facts, chosen=chosen)


def _decided(period: Period, rest: list[str], reason: str, rules: OutcomeRules) -> Given:
    """Read what was decided; the reason stays as it was written."""
    total, (facts, chosen) = rest[0], _said(rest[1:], rules)
    if not reason:
        raise Refused(problem("decided_reason_missing", period=str(period), total=total))
    how: How = "none" if total == NONE else "mean" if total in _MEAN else "total"
    given = _points(total) if how == "total" else None
    return Given(period, given, facts, Decided(how, reason), chosen)


def _said(words: list[str], rules: OutcomeRules) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The facts and the chosen alternatives that the words name; an unknown word is left among the facts."""
    facts: list[str] = []
    chosen: list[str] = []
    for word in words:
        fact = _fact(word, rules)
        alternative = next((one for one in rules.alternatives if word in (one.id, canonical(one.what))), None)
        if rules.fact(fact) is None and alternative is not None:
            chosen.append(alternative.name)
        else:
            facts.append(fact)
    return tuple(facts), tuple(chosen)


def _points(word: str) -> Decimal:
    match = _TOTAL.fullmatch(word)
    return points(match[1] if match else word)


def _fact(word: str, rules: OutcomeRules) -> str:
    """The id of the fact that the word names; an unknown word is left as it is."""
    return next((fact.id for fact in rules.facts if word in (fact.id, canonical(fact.title))), word)
