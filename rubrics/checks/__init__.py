"""What an author of a scheme can get wrong although every field is well formed: one file per mistake.

A check reads a rubric and yields problems with the path of the place; it repairs nothing.
"""

from collections.abc import Callable, Iterator
from typing import Final

from rubrics.checks import (
    activities,
    amounts,
    answers,
    articles,
    at,
    band_cover,
    band_ends,
    band_rulings,
    bonus,
    bonus_caps,
    bonus_groups,
    causes,
    changes,
    choices,
    clause_refs,
    consequence_quotes,
    deadlines,
    empty,
    evidence,
    exclusive,
    facts,
    floors,
    form_fields,
    form_sums,
    holdings,
    ids,
    judged,
    kinds,
    known,
    letters,
    lists,
    maxima,
    numbers,
    parts,
    passages,
    periods,
    placeholders,
    quotes,
    ranges,
    reach,
    registers,
    replaced,
    requirements,
    rescaling,
    roundings,
    rows,
    ruled,
    rulings,
    scales,
    sheet_forms,
    sides,
    sum_of_items,
    sum_of_parts,
    sum_of_rules,
    sum_of_sections,
    unread,
    variants,
    weights,
    whens,
    worth,
)
from rubrics.model import Rubric
from rubrics.problems import Problem

CHECKS: Final[tuple[Callable[[Rubric], Iterator[Problem]], ...]] = (
    empty.check,
    numbers.check,
    letters.check,
    ids.check,
    sum_of_rules.check,
    sum_of_parts.check,
    sum_of_items.check,
    sum_of_sections.check,
    sides.check,
    weights.check,
    lists.check,
    *kinds.CHECKS,
    bonus.check,
    bonus_groups.check,
    bonus_caps.check,
    rescaling.check,
    roundings.check,
    floors.check,
    sheet_forms.check,
    judged.check,
    maxima.check,
    reach.check,
    whens.check,
    periods.check,
    exclusive.check,
    ruled.check,
    rulings.check,
    at.check,
    variants.check,
    quotes.check,
    parts.check,
    evidence.check,
    scales.check,
    band_ends.check,
    band_cover.check,
    band_rulings.check,
    causes.check,
    facts.check,
    replaced.check,
    rows.check,
    choices.check,
    amounts.check,
    clause_refs.check,
    consequence_quotes.check,
    registers.check,
    activities.check,
    requirements.check,
    holdings.check,
    ranges.check,
    articles.check,
    deadlines.check,
    passages.check,
    form_fields.check,
    form_sums.check,
    known.check,
    worth.check,
    placeholders.check,
    unread.check,
)
"""Every check, in the order in which a reader meets what it looks at."""


def check(rubric: Rubric) -> tuple[Problem, ...]:
    """Everything that the checks find, errors and warnings, in the tree and in those that rulings make of it."""
    found, misplaced = tree(rubric), tuple(changes.check(rubric))
    if misplaced:
        return (*found, *misplaced)
    return (*found, *answers.check(rubric, tree))


def tree(rubric: Rubric) -> tuple[Problem, ...]:
    """What is wrong in one tree, whatever rulings may make of it."""
    return tuple(problem for one in CHECKS for problem in one(rubric))
