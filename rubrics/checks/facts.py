"""Facts that nothing asks for, and consequences that need a fact which cannot be entered."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import consequences, occasions, rules
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield unknown facts of consequences, and warn of facts that change nothing."""
    known = tuple(fact.id for fact in rules(rubric).facts)
    used = {fact for _, occasion in occasions(rubric) for fact in occasion.facts}
    for path, source, one in consequences(rubric):
        if one.given and one.given not in known:
            yield wrong((*path, "given"), "fact_unknown", id=source.id, fact=one.given, known=known)
        used.add(one.given or "")
    for index, fact in enumerate(known):
        if fact not in used:
            yield wrong(("outcomes", "facts", index), "fact_unused", "warning", fact=fact)
