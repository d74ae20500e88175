"""Fields of official forms that add up what is not there or is no number."""

from collections.abc import Iterator

from rubrics.checks.form_fields import Placed, tables
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every part of a sum that is unknown, is words or is the sum itself."""
    for index, form in enumerate(rubric.forms):
        alone, *groups = tables(("forms", index), form)
        for listed in (alone, *groups):
            # A row may add what stands outside its table, nothing outside adds a single cell of a table.
            yield from _sums(form.id, listed, listed if listed is alone else [*listed, *alone])


def _sums(form: str, listed: list[Placed], within: list[Placed]) -> Iterator[Problem]:
    kinds = {field.id: field.kind for _, field in within}
    numbers = {name for name, kind in kinds.items() if kind in {"number", "money"}}
    for path, field in listed:
        known = tuple(sorted(numbers - {field.id}))
        for place, other in enumerate(field.sum_of):
            said = {"form": form, "field": field.id, "other": other}
            if other not in kinds or other == field.id:
                yield wrong((*path, "sum_of", place), "form_sum_unknown", "error", known=known, **said)
            elif other not in numbers:
                yield wrong((*path, "sum_of", place), "form_sum_of_words", "error", **said)
