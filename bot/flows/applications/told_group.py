"""One message for each person about whatever one decision came to, however many applications it was about.

Who is told, and of what, is said by `told`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.entities import Person
from bot.flows.applications.states import LIST
from bot.flows.applications.told_text import Tells, decided_text, step_text, words_text
from bot.flows.apply.states import LIST as OWN_LIST
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts

LISTED: Final = 20
"""Applications that a message names; the list has all of them."""


@dataclass(frozen=True, slots=True)
class News:
    """What one person is told of one application."""

    person: Person
    tells: Tells
    data: str
    """Where the application is, for this person."""
    own: bool
    """The person is told as its applicant."""


def grouped(desk: Desk, ask: Ask, news: Iterable[News], step: str) -> Iterator[Output]:
    """Tell each person once, not who did it; of one application in full, of more in a line each."""
    theirs: dict[str, dict[str, News]] = {}
    for each in news:
        if each.person.id != ask.who.id:
            theirs.setdefault(each.person.id, {}).setdefault(each.tells.found.id, each)
    for person, heard in theirs.items():
        every = tuple(heard.values())
        words = texts(every[0].person.language)
        if len(every) == 1:
            text, data = step_text(every[0].tells, words), every[0].data
        else:
            text = _many(every, step, words)
            data = pack(OWN_LIST if all(each.own for each in every) else LIST, "o")
        said = Say(text, ((Button(words("button.open"), data),),) if data else ())
        yield from (InChat(chat, said) for chat in desk.people.accounts(person))


def _many(every: Sequence[News], step: str, words: Words) -> str:
    """Return how many, which ones with what they came to, and once who decided it and in what words."""
    lines = [words("way.told.many", step=words(f"way.step.{step}"), count=len(every))]
    lines += [f"· {words_text(each.tells, words)}" for each in every[:LISTED]]
    if len(every) > LISTED:
        lines.append(words("way.told.more", count=len(every) - LISTED))
    decided = dict.fromkeys(line for each in every for line in decided_text(each.tells, words))
    return "\n".join((*lines, *decided))
