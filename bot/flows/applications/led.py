"""What a change of leader that was carried out means for people's roles: whose ended with it, what is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot import access
from bot.changes.applications.effect import ROLE_ENDED
from bot.changes.change_leader import leading
from bot.entities import Application, ApplicationStep, Person, Scope, Studio
from bot.flows.applications.states import ONE
from bot.flows.html import escape, short
from bot.flows.outputs import Button
from bot.flows.people.states import PERSON
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words

SHOWN = 4
"""People who are named."""
NAME = 10


@dataclass(frozen=True, slots=True)
class Led:
    """For a coordinator who may give and end roles of the studio."""

    studio: Studio
    application: str
    ended: tuple[Person, ...]
    """Whose role as its leader ended with the decision."""
    former: tuple[Person, ...]
    """Who else still leads it here, by another name than the new leader's."""
    missing: bool
    """Nobody of the new leader's name leads it here yet."""


def read_led(
    desk: Desk, ask: Ask, found: Application, studio: Studio, steps: Sequence[ApplicationStep]
) -> Led | None:
    """Read it once it was carried out; None for whoever may not give the roles of the studio."""
    scope = Scope(kind="studio", key=studio.id)
    carried = found.matter == "leader" and found.state == "carried_out"
    if not carried or not access.gives(ask.who, scope, studio.unit):
        return None
    holding = {person.id: person for person, _ in leading(desk, studio.id, ask.now)}.values()
    ended = (desk.people.get(each.value, ask.now) for each in steps if each.name == ROLE_ENDED)
    return Led(
        studio,
        found.id,
        tuple(person for person in ended if person is not None),
        tuple(person for person in holding if person.name != studio.leader),
        all(person.name != studio.leader for person in holding),
    )


def led_lines(led: Led, words: Words) -> Iterator[str]:
    """Say whose role ended, who still has one, and that the new leader has none."""
    yield ""
    for key, people in (("role_ended", led.ended), ("former", led.former)):
        if people:
            names = tuple(dict.fromkeys(escape(each.name) for each in people[:SHOWN]))
            yield words(f"applications.{key}", names=names)
    if led.missing:
        yield words("applications.leader_missing", name=escape(led.studio.leader))


def led_keys(led: Led, words: Words) -> Iterator[tuple[Button, ...]]:
    """Yield the cards of these people, where a role is ended or given back, and the invitation."""
    if led.missing:
        label = words("applications.button.invite", name=short(led.studio.leader, NAME))
        yield (Button(label, pack(ONE, "i", led.application)),)
    for each in {each.id: each for each in (*led.ended, *led.former)[:SHOWN]}.values():
        label = words("applications.button.former", name=short(each.name, NAME))
        yield (Button(label, pack(PERSON, "o", each.id)),)
