"""A ruling that leaves no choice, or ships an option that it does not have."""

from collections.abc import Iterator

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield rulings that nobody could make."""
    for index, ruling in enumerate(rubric.rulings):
        known = tuple(option.id for option in ruling.options)
        if len(known) < 2:  # noqa: PLR2004 - a choice is between two
            yield wrong(("rulings", index, "options"), "ruling_without_choice", ruling=ruling.id)
        if ruling.shipped not in known:
            yield wrong(
                ("rulings", index, "shipped"),
                "ruling_option_unknown",
                ruling=ruling.id,
                option=ruling.shipped,
                known=known,
            )
