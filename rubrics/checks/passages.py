"""Registers and requirements whose quotes stand nowhere in what the scheme quotes."""

from collections.abc import Iterator

from rubrics.checks.places import squeezed, wrong
from rubrics.forms import Form
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every quote that the scheme has nowhere; one that names its clause stands in that."""
    clauses = {clause.id: squeezed(clause.quote) for clause in rubric.clauses}
    everything = squeezed("\n".join(_passages(rubric)))
    for index, register in enumerate(rubric.registers):
        if squeezed(register.quote) not in everything:
            place = ("registers", index, "quote")
            yield wrong(place, "passage_not_quoted", id=register.id, quote=register.quote)
    for index, one in enumerate(rubric.requirements):
        text = everything if one.clause is None else clauses.get(one.clause, everything)
        if squeezed(one.quote) not in text:
            yield wrong(("requirements", index, "quote"), "passage_not_quoted", id=one.id, quote=one.quote)


def _passages(rubric: Rubric) -> Iterator[str]:
    """All that the scheme has word for word from its source."""
    yield from (clause.quote for clause in rubric.clauses)
    for item in rubric.all_items:
        yield from (item.content, item.standard, item.evidence_quote, *item.contents_by_variant.values())
    for form in rubric.forms:
        yield from _of_form(form)


def _of_form(form: Form) -> Iterator[str]:
    yield form.title
    yield from (field.quote or field.label for field in form.all_fields())
    for group in form.groups:
        yield from (group.title, *(column.quote or column.label for column in group.columns))
    for heading in form.outline:
        yield from (heading.title, heading.text)
