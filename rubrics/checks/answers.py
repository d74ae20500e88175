"""Answers to rulings that spoil the scheme: each alone must give a tree in which everything still holds."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pydantic import ValidationError

from rubrics import diagnostics
from rubrics.checks.places import Path, wrong
from rubrics.effective import changed
from rubrics.model import Rubric, Ruling
from rubrics.notes import Change
from rubrics.points import show
from rubrics.problems import Problem, Where

Check = Callable[[Rubric], tuple[Problem, ...]]


def check(rubric: Rubric, others: Check) -> Iterator[Problem]:
    """Yield every answer that gives an invalid tree or one with new errors, with these behind it at its place.

    What ships must be what is published: with or without a campaign a sheet comes to the same.
    """
    before = {_alike(one) for one in others(rubric)}
    for index, ruling in enumerate(rubric.rulings):
        for path, answer, changes, whole in _answers(("rulings", index), ruling):
            if not changes:
                continue
            made, found = _tried(rubric, changes)
            if whole and made is not None:
                found = [one for one in others(made) if one.severity == "error" and _alike(one) not in before]
            if found:
                yield wrong(path, "answer_spoils", ruling=ruling.id, answer=answer)
                yield from (replace(one, where=Where(path)) for one in found)
            elif answer == ruling.shipped and made != rubric:
                yield wrong(("rulings", index, "shipped"), "shipped_changes", ruling=ruling.id, answer=answer)


def _answers(path: Path, ruling: Ruling) -> Iterator[tuple[Path, str, tuple[Change, ...], bool]]:
    """Every answer with its path, and whether more than its fields is to be checked: of numbers only one is."""
    for nth, option in enumerate(ruling.options):
        yield (*path, "options", nth), option.id, option.changes, True
    if value := ruling.value:
        usual = ruling.shipped or show(value.suggested)
        yield (*path, "changes"), usual, ruling.taken(usual), True
        for bound in (show(value.least), show(value.most)):
            yield (*path, "changes"), bound, ruling.taken(bound), False


def _tried(rubric: Rubric, changes: tuple[Change, ...]) -> tuple[Rubric | None, list[Problem]]:
    try:
        return changed(rubric, changes), []
    except ValidationError as error:
        return None, [*diagnostics.problems(error)]


def _alike(one: Problem) -> tuple[str, str, Path]:
    return one.code, str(sorted(one.params.items())), one.where.path if one.where else ()
