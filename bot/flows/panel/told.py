"""Who is told what of a blind panel: that a member has signed, that all have, that the head has closed it."""

from __future__ import annotations

from collections.abc import Callable

from bot.changes.ballots import poll
from bot.changes.sign import names_of, waiting_for
from bot.entities import Assessment
from bot.flows.fix.told import opened
from bot.flows.html import escape
from bot.flows.outputs import Anew, Button, InChat, Output, Say
from bot.flows.panel.states import PANEL
from bot.flows.review import told as review
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import words as texts

Tell = Callable[[Desk, Ask], tuple[Output | Anew, ...]]


def signed_alone(ballot: Assessment) -> Tell:
    """Return what the others are told of a ballot that was signed; with the last one the head begins."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output | Anew, ...]:
        of = desk.panels.of_ballot(ballot.id)
        official = desk.visits.of_visit(of.visit) if of else None
        now = poll(desk, official) if official else None
        if official is None or now is None:
            return ()
        names = tuple(map(escape, names_of(desk, waiting_for(now), ask.now)))
        facts = {"studio": escape(official.studio_name), "period": official.visit.period}
        told: list[Output] = []
        for at, member in enumerate(official.members):
            person = desk.people.get(member, ask.now)
            if person is None or (member == ask.who.id and not (at == 0 and now.complete)):
                continue
            words = texts(person.language)
            if not now.complete:
                text = words("panel.one_signed", name=escape(ask.who.name), names=names, **facts)
            else:
                text = words("panel.all_signed" if at == 0 else "panel.all_signed_wait", **facts)
            button = Button(words("panel.button.open"), pack(PANEL, "o", official.id))
            said = Say(text, ((button,),) if at == 0 and now.complete else ())
            if member == ask.who.id:
                told.append(said)
            else:
                told += [InChat(chat, said) for chat in desk.people.accounts(member)]
        return tuple(told)

    return tell


def over(found: Assessment) -> Tell:
    """Return what others are told once the head has signed: the members the total, the studio what it has to do."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output | Anew, ...]:
        signed = desk.visits.assessment(found.id)
        figures = desk.visits.sheet(found.id) or {}
        told: list[Output | Anew] = []
        for member in signed.members if signed else ():
            person = desk.people.get(member, ask.now)
            if person is None or member == ask.who.id:
                continue
            text = texts(person.language)(
                "panel.over",
                studio=escape(found.studio_name),
                period=found.visit.period,
                total=str(figures.get("total", "")),
            )
            told += [InChat(chat, Say(text)) for chat in desk.people.accounts(member)]
        return (*told, *opened(found)(desk, ask), *review.signed(found.id)(desk, ask))

    return tell


__all__ = ["over", "signed_alone"]
