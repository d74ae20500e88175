"""Rulings that nobody could make: without a choice, with two ways to answer, or with bounds that hold nothing."""

from collections.abc import Iterator

from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric, Ruling
from rubrics.notes import RulingValue
from rubrics.points import show
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every ruling that is no question with answers, and what ships without being one of them."""
    for index, ruling in enumerate(rubric.rulings):
        path: Path = ("rulings", index)
        if ruling.value is not None:
            yield from _number(path, ruling)
        else:
            yield from _options(path, ruling)


def _options(path: Path, ruling: Ruling) -> Iterator[Problem]:
    known = tuple(option.id for option in ruling.options)
    if len(known) < 2:  # noqa: PLR2004 - a choice is between two
        yield wrong((*path, "options"), "ruling_without_choice", ruling=ruling.id)
    if ruling.changes:
        yield wrong((*path, "changes"), "ruling_changes_nowhere", ruling=ruling.id)
    if ruling.shipped is not None and ruling.shipped not in known:
        yield wrong(
            (*path, "shipped"),
            "ruling_option_unknown",
            ruling=ruling.id,
            option=ruling.shipped,
            known=known,
        )


def _number(path: Path, ruling: Ruling) -> Iterator[Problem]:
    if ruling.options:
        yield wrong((*path, "options"), "ruling_answered_twice", ruling=ruling.id)
    value = ruling.value
    if value is None:
        return
    if not value.holds(value.suggested):
        yield _outside((*path, "value", "suggested"), ruling, value, show(value.suggested))
    if ruling.shipped is not None and value.read(ruling.shipped) is None:
        yield _outside((*path, "shipped"), ruling, value, ruling.shipped)


def _outside(path: Path, ruling: Ruling, value: RulingValue, said: str) -> Problem:
    return wrong(
        path,
        "ruling_number_outside",
        ruling=ruling.id,
        value=said,
        least=show(value.least),
        most=show(value.most),
    )
