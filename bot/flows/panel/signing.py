"""Signing a joint sheet: who has signed, who has not, and what the others are told of a signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.changes.group import several, standing
from bot.changes.sign import names_of, unsigned
from bot.clock import from_ms
from bot.entities import Assessment, Countersign, Signature
from bot.flows.html import escape
from bot.flows.outputs import Anew, Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import words as texts


@dataclass(frozen=True, slots=True)
class Together:
    """A joint sheet that several sign."""

    signed: tuple[Countersign, ...]
    left: tuple[str, ...]
    """Person ids of those who have not signed."""
    names: tuple[str, ...]
    """Of those."""

    def mine(self, person: str) -> bool:
        """Say whether somebody has signed it as it is."""
        return any(each.person == person for each in self.signed)

    def last(self, person: str) -> bool:
        """Say whether somebody is the last who has to."""
        return self.left == (person,)


def together(desk: Desk, ask: Ask, found: Assessment, code: str) -> Together | None:
    """Return how a joint sheet stands with its signatures; None for a sheet of one, and for one that is signed."""
    if not several(found) or found.state != "open":
        return None
    left = unsigned(desk, found, code)
    return Together(standing(desk, found, code), left, names_of(desk, left, ask.now))


def lines(of: Together, ask: Ask) -> Iterator[str]:
    """Say who has signed and who has not."""
    yield from (_has(each, ask) for each in of.signed)
    yield from (ask.words("sign.has_not", name=escape(name)) for name in of.names)


def all_of(found: Assessment, ask: Ask) -> list[str]:
    """Return who signed a closed sheet, the head first."""
    signed = sorted(found.signatures, key=lambda each: (each.role != "head", each.at))
    return [_has(each, ask) for each in signed]


def _has(each: Countersign | Signature, ask: Ask) -> str:
    time = f"{from_ms(each.at).astimezone(ask.zone):%Y-%m-%d %H:%M}"
    return ask.words("sign.has", name=escape(each.name), time=time)


def telling(found: Assessment) -> Callable[[Desk, Ask], tuple[Output | Anew, ...]]:
    """Return what the others are told of a signature that does not close the sheet yet."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output | Anew, ...]:
        return tuple(_told(desk, ask, found))

    return tell


def _told(desk: Desk, ask: Ask, found: Assessment) -> Iterator[Output | Anew]:
    code = next((each.digest for each in desk.panels.countersigns(found.id) if each.person == ask.who.id), "")
    left = unsigned(desk, found, code)
    names = tuple(map(escape, names_of(desk, left, ask.now)))
    for member in found.members:
        person = desk.people.get(member, ask.now)
        if person is None or member == ask.who.id:
            continue
        words = texts(person.language)
        text = words(
            "group.signed",
            name=escape(ask.who.name),
            studio=escape(found.studio_name),
            period=found.visit.period,
            names=names,
        )
        button = Button(words("button.to_sign"), pack("s", "o", found.id, ""))
        keys = ((button,),) if member in left else ()
        for chat in desk.people.accounts(member):
            yield InChat(chat, Say(text, keys))
