"""Who is told: coordinators of a signature, members of what is sent back or confirmed, leaders of a sheet to come."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot import access
from bot.changes.sheet_papers import answering
from bot.changes.sign import rubric_of
from bot.entities import Assessment, Person
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Anew, Button, InChat, Output, Say
from bot.flows.panel.states import PANEL
from bot.flows.review.states import SHEET
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.result import result_of
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts

REASON = 200
LISTED = 8

Tells = Callable[[Desk, Ask], tuple[Output | Anew, ...]]
Speak = Callable[[Words], tuple[str, Button | None]]


def both(*parts: Tells) -> Tells:
    """Return what several have to tell, one after the other."""
    return lambda desk, ask: tuple(each for part in parts for each in part(desk, ask))


def signed(assessment: str) -> Tells:
    """Return what coordinators who may review it are told of a signature."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        found = desk.visits.assessment(assessment)
        if found is None or found.state != "signed":
            return ()

        def speak(words: Words) -> tuple[str, Button | None]:
            figures = result_of(desk.visits.sheet(found.id) or {}, words)
            key = "review.told.signed" if found.round == 1 else "review.told.resigned"
            text = words(key, **_facts(desk, found, words), name=escape(ask.who.name), result=figures)
            return text, Button(words("review.button.review"), pack(SHEET, "o", found.id))

        every = desk.people.with_role("coordinator", ask.now)
        return _say(desk, (each for each in every if access.may(each, "review", found)), speak)

    return tell


def sent_back(assessment: str) -> Tells:
    """Return what the members are told, with the way into the card, and the leaders."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output | Anew, ...]:
        found = desk.visits.assessment(assessment)
        if found is None or not found.reopened:
            return ()
        back = [each for each in desk.reviews.returned(found.id) if each.round == found.round - 1]

        def members(words: Words) -> tuple[str, Button | None]:
            lines = [words("review.told.back", **_facts(desk, found, words), name=escape(ask.who.name))]
            lines += [
                words("review.back_line", item=each.item, reason=escape(short(each.reason, REASON)))
                for each in back[:LISTED]
            ]
            if len(back) > LISTED:
                lines.append(words("reviews.more", count=len(back) - LISTED))
            lines.append(words("review.told.until", due=back[0].due if back else ""))
            return "\n".join(lines), _way_in(desk, found, words)

        def leaders(words: Words) -> tuple[str, Button | None]:
            facts = _facts(desk, found, words)
            text = words("review.told.leaders", **facts, items=found.reopened)
            ended = {each.item for each in desk.appeals.of_assessment(found.id) if each.decided == ask.now}
            if items := tuple(item for item in found.reopened if item in ended):
                text += "\n" + words("review.told.appeals", items=items)
            return text, None

        people = (desk.people.get(each, ask.now) for each in found.members)
        mine = [each for each in people if each and access.may(each, "mark", found)]
        studio = [each for each in answering(desk, found.studio, ask.now) if each not in mine]
        # Their card in view is above this message: what the button opens comes below it.
        anew = [
            Anew(chat, found.id, screen="contents") for each in mine for chat in desk.people.accounts(each.id)
        ]
        return (*_say(desk, mine, members), *anew, *_say(desk, studio, leaders))

    return tell


def confirmed(assessment: str) -> Tells:
    """Return what the members are told of a sheet that stands."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        found = desk.visits.assessment(assessment)
        if found is None:
            return ()

        def speak(words: Words) -> tuple[str, Button | None]:
            facts = _facts(desk, found, words)
            return words("review.told.confirmed", **facts, name=escape(ask.who.name)), None

        people = (desk.people.get(each, ask.now) for each in found.members)
        return _say(desk, (each for each in people if each and access.may(each, "look", found)), speak)

    return tell


def _way_in(desk: Desk, found: Assessment, words: Words) -> Button:
    """Return the button that opens the first item; what ballots came to is settled by the head."""
    item = found.reopened[0]
    blind = desk.panels.get(found.visit.id) is not None
    data = pack(PANEL, "o", found.id) if blind else pack("k", "g", found.id, item)
    return Button(words("review.button.card", item=item), data)


def _facts(desk: Desk, found: Assessment, words: Words) -> dict[str, str]:
    return {
        "studio": escape(found.studio_name),
        "rubric": rubric_title(rubric_of(desk, found), words),
        "period": found.visit.period,
    }


def _say(desk: Desk, people: Iterable[Person], speak: Speak) -> tuple[Output, ...]:
    told: list[Output] = []
    for person in people:
        text, button = speak(texts(person.language))
        rows = ((button,),) if button else ()
        told += [InChat(chat, Say(text, rows)) for chat in desk.people.accounts(person.id)]
    return tuple(told)
