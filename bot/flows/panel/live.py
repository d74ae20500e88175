"""What the others of a 考核组 see when one of them entered something: the card that they have in view, drawn anew.

A chat that stands elsewhere is left alone. Signatures under what was changed are void, and their owners are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.changes import Change, Moment, VoidSignatures, make
from bot.changes.group import lapsed, several
from bot.changes.sign import digest, names_of
from bot.entities import Assessment
from bot.flows.html import escape
from bot.flows.outputs import Anew, Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts


def beside(desk: Desk, ask: Ask, changes: Sequence[Change]) -> tuple[Output | Anew, ...]:
    """Return what others see of these changes, which were made just now; a sheet of one costs nothing."""
    touched = dict.fromkeys(each for change in changes if (each := _assessment(desk, change)))
    found = (desk.visits.assessment(each) for each in touched)
    return tuple(output for each in found if each and several(each) for output in _others(desk, ask, each))


def _assessment(desk: Desk, change: Change) -> str:
    """Return the assessment that a change is about; a part of an album names its piece only."""
    piece = getattr(change, "evidence", "")
    known = desk.files.piece(piece) if piece else None
    return known.assessment if known else str(getattr(change, "assessment", ""))


def _others(desk: Desk, ask: Ask, found: Assessment) -> Iterator[Output | Anew]:
    void = _void(desk, ask, found)
    screen = "sign" if found.state == "signed" else ""
    for member in found.members:
        mine = member == ask.who.id
        if mine and member in void:
            yield void[member]
        for chat in () if mine else desk.people.accounts(member):
            if member in void:
                yield InChat(chat, void[member])
            yield Anew(chat, found.id, keep=True, told=member in void, screen=screen)


def _void(desk: Desk, ask: Ask, found: Assessment) -> Mapping[str, Say]:
    """Take out the signatures under the sheet as it was before; returns what their owners and the person are told."""
    if found.state != "open" or not desk.panels.countersigns(found.id):
        return {}
    gone = lapsed(desk, found, digest(desk, found))
    if not gone:
        return {}
    make(desk, VoidSignatures(assessment=found.id), Moment(ask.now, ask.who, ask.mint))
    signed = tuple(each.person for each in gone)
    names = names_of(desk, signed, ask.now)
    people = (desk.people.get(each, ask.now) for each in dict.fromkeys((*signed, ask.who.id)))
    return {each.id: _told(found, ask, names, texts(each.language)) for each in people if each}


def _told(found: Assessment, ask: Ask, names: tuple[str, ...], words: Words) -> Say:
    text = words(
        "group.void",
        name=escape(ask.who.name),
        studio=escape(found.studio_name),
        period=found.visit.period,
        names=tuple(map(escape, names)),
    )
    return Say(text, ((Button(words("button.to_sign"), pack("s", "o", found.id, "")),),))
