"""What an application by a scheme consists of: its tracks, its conditions, the cells of its forms, in one order.

Knows the scheme and the keys of answers, not who applies nor what they answered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rubrics.form_sums import cell_of, key_of
from rubrics.forms import Field, Form, Group, Heading
from rubrics.model import Item, Rubric
from rubrics.rules.gate import Gate
from rubrics.sheet_forms import SheetForm

APPLICATION: Final = "application"
APPLYING: Final = frozenset({APPLICATION, "founding"})
"""Kinds of sheets (and, where a scheme names no kind, the id of one) on which an application is examined."""
ROWS: Final = 99
_CELL: Final = re.compile(r"(.+)\.([1-9][0-9]?)\.([^.]+)")


@dataclass(frozen=True, slots=True)
class Track:
    """What can be applied for by a scheme."""

    id: str
    title: str
    title_en: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of an application where something is said: a condition, a field, a table, a heading, a table's cell."""

    key: str
    part: str
    """Id of the form, empty for the conditions."""
    field: Field | None = None
    """What is written there; None for conditions and tables."""
    form: Form | None = None
    group: Group | None = None
    heading: Heading | None = None
    item: Item | None = None
    gate: Gate | None = None
    row: int = 0
    """Of a cell, from 1."""

    @property
    def table(self) -> bool:
        """Whether it is a whole table."""
        return self.group is not None and self.field is None


def offered(rubric: Rubric) -> bool:
    """Say whether anybody applies by this scheme: it has forms for applicants, or conditions and a way to the name.

    Its way are its stages, or a sheet of the kind `application`. Conditions alone are looked at when a studio is
    founded, on a sheet of its own, and whoever founds it applies for nothing.
    """
    way = bool(rubric.stages) or any(each.kind == APPLICATION for each in rubric.sheets)
    return bool(rubric.gates and way) or any(_own(form) for form in rubric.forms)


def tracks(rubric: Rubric) -> tuple[Track, ...]:
    """Return what can be applied for: types of studios, or else the levels that are examined one by one."""
    if rubric.variants:
        return tuple(Track(each.id, each.title, each.title_en) for each in rubric.variants)
    sheets = _sheets(rubric)
    if len(sheets) <= 1:
        return ()
    return tuple(Track(each.id, each.title, each.title_en) for each in sheets)


def deadline(rubric: Rubric, year: int) -> date | None:
    """Return the last day that the scheme itself names for a year."""
    return min((each.on for each in rubric.deadlines if each.on and each.on.year == year), default=None)


def forms_of(rubric: Rubric, track: str) -> tuple[Form, ...]:
    """Return the forms that an applicant fills in."""
    return tuple(form for form in rubric.forms if _own(form) and track in (form.variants or (track,)))


def spots(rubric: Rubric, track: str) -> tuple[Spot, ...]:
    """Return every place of an application from top to bottom; the cells of tables come by `row_of`."""
    return (
        *_conditions(rubric, track),
        *(spot for form in forms_of(rubric, track) for spot in _of_form(form)),
    )


def row_of(table: Spot, row: int) -> tuple[Spot, ...]:
    """Return the cells of a row of a table."""
    form, group = table.form, table.group
    if form is None or group is None:
        return ()
    return tuple(
        Spot(cell_of(form, group, row, column), table.part, column, form, group, row=row)
        for column in group.columns
    )


def spot_at(rubric: Rubric, track: str, key: str) -> Spot | None:
    """Return the place that a key names."""
    every = {spot.key: spot for spot in spots(rubric, track)}
    if key in every:
        return every[key]
    match = _CELL.fullmatch(key)
    table = every.get(match[1]) if match else None
    if match is None or table is None or not table.table:
        return None
    return next((cell for cell in row_of(table, int(match[2])) if cell.key == key), None)


def inspections(rubric: Rubric, track: str) -> tuple[SheetForm, ...]:
    """Return the forms of the sheet on which an application is examined; that of its level where there are several."""
    sheets = _sheets(rubric)
    return tuple(each for each in sheets if each.id == track) or sheets


def _own(form: Form) -> bool:
    """A form with nothing but a table is a list of many studios: whoever recommends them writes it."""
    return bool(form.fields or form.outline)


def _sheets(rubric: Rubric) -> tuple[SheetForm, ...]:
    """The sheets on which applications are examined; where none is named so, those with conditions only."""
    named = tuple(each for each in rubric.sheets if each.kind in APPLYING or each.id in APPLYING)
    gates = {section.no for section in rubric.gates}
    return named or tuple(each for each in rubric.sheets if gates.issuperset(each.sections))


def _conditions(rubric: Rubric, track: str) -> Iterator[Spot]:
    sections = {no for each in inspections(rubric, track) for no in each.sections}
    for section in rubric.gates:
        if sections and section.no not in sections:
            continue
        for item in section.items:
            if item.variants and track not in item.variants:
                continue
            for rule in item.rules:
                if isinstance(rule, Gate):
                    yield Spot(f"gate.{item.no}.{rule.letter}", "", item=item, gate=rule)


def _of_form(form: Form) -> Iterator[Spot]:
    for field in (*form.head, *form.fields):
        yield Spot(key_of(form, field), form.id, field, form)
    for group in form.groups:
        yield Spot(f"{form.id}.{group.id}", form.id, form=form, group=group)
    for field in form.foot:
        yield Spot(key_of(form, field), form.id, field, form)
    for heading in form.outline:
        # A heading with others below it is only their title.
        if not any(each.no.startswith(f"{heading.no}.") for each in form.outline):
            prose = Field(id="text", label=heading.title, label_en=heading.title_en, kind="longtext")
            yield Spot(f"{form.id}.{heading.no}", form.id, prose, form, heading=heading)
