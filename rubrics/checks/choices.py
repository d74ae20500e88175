"""Alternatives that stand alone, so that there is nothing to choose, or stand in two places."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import sources
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every choice with a single alternative, and those that two sources share."""
    seen: set[str] = set()
    for path, source in sources(rubric):
        choices = [one.choice for one in source.consequences]
        for index, choice in enumerate(choices):
            place = (*path, "consequences", index, "choice")
            if choice is not None and choices.count(choice) == 1:
                yield wrong(place, "choice_alone", choice=choice)
            if choice in seen and choices.index(choice) == index:
                yield wrong(place, "id_twice", id=choice or "")
        seen.update(choice for choice in choices if choice)
