"""Who may be asked to assess a studio, and the buttons on which assessors are chosen, the head first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot import access
from bot.entities import Person, Studio
from bot.flows.html import short
from bot.flows.outputs import Button, Rows
from bot.ports import Desk

MOST = 24
"""Assessors that are offered."""
LABEL = 20


def assessors(desk: Desk, now: int) -> tuple[Person, ...]:
    """Return everybody who assesses anything, by name."""
    found = {each.id: each for role in access.ASSESSORS for each in desk.people.with_role(role, now)}
    return tuple(sorted(found.values(), key=lambda each: (each.name, each.id)))


def fit(person: Person, studio: Studio) -> bool:
    """Say whether somebody may assess a studio and is not of it."""
    return access.may(person, "assess", studio) and not access.may(person, "answer", studio)


def candidates(desk: Desk, studio: Studio, now: int) -> tuple[Person, ...]:
    """Return who may assess a studio, by name."""
    return tuple(each for each in assessors(desk, now) if fit(each, studio))


def toggled(chosen: tuple[str, ...], person: str) -> tuple[str, ...]:
    """Return the choice with a person more, or without them."""
    kept = tuple(each for each in chosen if each != person)
    return kept if person in chosen else (*kept, person)


def people_keys(
    people: Sequence[Person], chosen: tuple[str, ...], data: Callable[[str], str], *, numbered: bool = True
) -> Rows:
    """Return two assessors a row, ticked and numbered as they were chosen; who was chosen is always among them."""
    shown = [*people[:MOST], *(each for each in people[MOST:] if each.id in chosen)]
    keys = []
    for each in shown:
        place = f"{chosen.index(each.id) + 1} " if numbered and each.id in chosen else ""
        sign = "☑" if each.id in chosen else "☐"
        keys.append(Button(short(f"{sign} {place}{each.name}", LABEL), data(each.id)))
    return rows(keys, 2)


def rows(keys: Sequence[Button], width: int) -> Rows:
    """Return buttons in rows of a width."""
    return tuple(tuple(keys[at : at + width]) for at in range(0, len(keys), width))
