"""Fields of official forms: each id once, choices with options and nothing else with them."""

from collections.abc import Iterator

from rubrics.checks.places import Path, wrong
from rubrics.forms import Field, Form
from rubrics.model import Rubric
from rubrics.problems import Problem

Placed = tuple[Path, Field]


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every field with a mistake of its own."""
    for index, form in enumerate(rubric.forms):
        for listed in tables(("forms", index), form):
            seen: set[str] = set()
            for path, field in listed:
                yield from _field(form.id, path, field, seen)
                seen.add(field.id)


def tables(path: Path, form: Form) -> Iterator[list[Placed]]:
    """The fields that stand alone, then the columns of each group: ids are their own in each."""
    single = (("head", form.head), ("fields", form.fields), ("foot", form.foot))
    yield [((*path, name, place), field) for name, listed in single for place, field in enumerate(listed)]
    for number, group in enumerate(form.groups):
        place = (*path, "groups", number, "columns")
        yield [((*place, column), field) for column, field in enumerate(group.columns)]


def _field(form: str, path: Path, field: Field, seen: set[str]) -> Iterator[Problem]:
    said = {"form": form, "field": field.id}
    if field.id in seen:
        yield wrong((*path, "id"), "form_field_twice", "error", **said)
    choice = field.kind in {"choice", "choices"}
    if choice and not field.options:
        yield wrong(path, "form_choice_without_options", "error", **said)
    if field.options and not choice:
        yield wrong((*path, "options"), "form_options_idle", "error", **said)
    if field.options_en and len(field.options_en) != len(field.options):
        yield wrong((*path, "options_en"), "form_options_unpaired", "error", **said)
