"""Who is told of a month: coordinators when it was handed in or is to be opened again, leaders when it was."""

from __future__ import annotations

from collections.abc import Callable

from bot import access
from bot.entities import Month, Person, Studio
from bot.flows.html import escape, short
from bot.flows.month.face import missing_lines
from bot.flows.month.keys import CODE
from bot.flows.month.mine import mark_of, month_name, rubric_title
from bot.flows.month.reading import Page
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts

REOPEN = "y"
"""Letter of the screen on which a coordinator gives the reason."""
REASON = 200


def submitted(desk: Desk, ask: Ask, page: Page) -> tuple[Output, ...]:
    """Tell the coordinators of the studio what was handed in; each note has the button to open it again."""
    row = desk.logs.month_of(page.state.studio, page.state.rubric, page.state.month)
    if row is None:
        return ()

    def text(words: Words) -> str:
        key = "month.told_nothing" if row.nothing is not None else "month.told"
        lines = [words(key, **_facts(page, words), count=len(page.entries), name=escape(ask.who.name))]
        if row.late:
            lines.append(words("month.told_late", due=page.due.isoformat()))
        if row.nothing is not None:
            lines.append(words("month.nothing_said", reason=escape(short(row.nothing, REASON))))
        lines += missing_lines(page, words)
        return "\n".join(lines)

    return _to_coordinators(desk, ask, page.studio, row, text)


def wished(desk: Desk, ask: Ask, page: Page, reason: str) -> tuple[Output, ...]:
    """Tell the coordinators that a leader wants a month opened again, and why."""

    def text(words: Words) -> str:
        said = escape(short(reason, REASON))
        return words("month.told_wish", **_facts(page, words), name=escape(ask.who.name), reason=said)

    return _to_coordinators(desk, ask, page.studio, page.row, text) if page.row else ()


def reopened(desk: Desk, ask: Ask, row: Month, studio: Studio, reason: str) -> tuple[Output, ...]:
    """Tell the leaders of the studio, with a button to the month."""
    told: list[Output] = []
    for person in desk.people.with_role("leader", ask.now):
        if not access.may(person, "log", studio):
            continue
        words = texts(person.language)
        text = words(
            "month.told_reopened",
            studio=escape(studio.name),
            month=month_name(row.month, words),
            name=escape(ask.who.name),
            reason=escape(short(reason, REASON)),
        )
        button = Button(words("button.open"), pack(CODE, "o", studio.id, row.month, mark_of(row.rubric)))
        told += _say(desk, person, text, button)
    return tuple(told)


def _facts(page: Page, words: Words) -> dict[str, str]:
    return {
        "studio": escape(page.studio.name),
        "month": page.called(words),
        "rubric": rubric_title(page.rubric, words),
    }


def _to_coordinators(
    desk: Desk, ask: Ask, studio: Studio, row: Month, text: Callable[[Words], str]
) -> tuple[Output, ...]:
    told: list[Output] = []
    for person in desk.people.with_role("coordinator", ask.now):
        if access.may(person, "reopen", studio):
            words = texts(person.language)
            button = Button(words("month.button.reopen"), pack(REOPEN, "o", row.id))
            told += _say(desk, person, text(words), button)
    return tuple(told)


def _say(desk: Desk, person: Person, text: str, button: Button) -> list[Output]:
    return [InChat(chat, Say(text, ((button,),))) for chat in desk.people.accounts(person.id)]
