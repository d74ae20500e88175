"""A whole form: which of its cells are still wanted, and which sums do not add up; sums nobody wrote are computed.

Answers are as `form_answers` keeps them, by keys: `FORM.FIELD`, and `FORM.GROUP.ROW.COLUMN` for tables.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rubrics.forms import Field, Form, Group
from rubrics.points import ZERO, show
from rubrics.problems import Problem, problem, warning

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something about a form that is not as it should be: the key of the cell, and what is wrong."""

    key: str
    problem: Problem


def key_of(form: Form, field: Field) -> str:
    """Return the key of a field that stands alone."""
    return f"{form.id}.{field.id}"


def cell_of(form: Form, group: Group, row: int, column: Field) -> str:
    """Return the key of a cell of a table; rows are counted from 1."""
    return f"{form.id}.{group.id}.{row}.{column.id}"


def rows_of(form: Form, group: Group, answers: Answers) -> tuple[int, ...]:
    """Return the numbers of the rows of a table in which anything is written."""
    prefix = f"{form.id}.{group.id}."
    numbers = {key.removeprefix(prefix).split(".")[0] for key in answers if key.startswith(prefix)}
    return tuple(sorted(int(number) for number in numbers if number.isdecimal()))


def gaps(form: Form, answers: Answers) -> Iterator[Gap]:
    """Yield what is wanted and not answered, row by row of tables, and where a sum differs from its parts."""
    for field in form.all_fields():
        if field.required and not answers.get(key_of(form, field)):
            yield Gap(key_of(form, field), problem("form_wanted", label=field.label))
        if (found := added(form, field, answers)) is not None:
            said = answers.get(key_of(form, field))
            if said is not None and Decimal(said) != found:
                why = warning("form_sum_differs", label=field.label, says=said, sum=show(found))
                yield Gap(key_of(form, field), why)
    for group in form.groups:
        for row in rows_of(form, group, answers):
            for column in group.columns:
                key = cell_of(form, group, row, column)
                if column.required and not answers.get(key):
                    yield Gap(key, problem("form_wanted", label=f"{row} {column.label}"))


def added(form: Form, field: Field, answers: Answers) -> Decimal | None:
    """Return what the parts of a sum come to; None where it is no sum, or no part was answered."""
    parts = [answers.get(f"{form.id}.{part}") for part in field.sum_of]
    given = [Decimal(part) for part in parts if part]
    return sum(given, ZERO) if given else None


def printed(form: Form, field: Field, answers: Answers) -> str:
    """Return what stands in a cell on paper: what was written, or the sum of its parts where nobody wrote one."""
    said = answers.get(key_of(form, field), "")
    if said:
        return said
    found = added(form, field, answers)
    return "" if found is None else show(found)


def year_of(field: Field, year: int) -> int | None:
    """Return the year that a field is about in a campaign of a year; None where it is about none."""
    return None if field.year_offset is None else year + field.year_offset
