"""What leaves the desk as a file: the file of a draft or version, and the mistakes of a corrected draft as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import access
from bot.changes.drafting import ready
from bot.entities import Draft
from bot.flows.html import escape, short
from bot.flows.rubrics.facts import AT
from bot.flows.rubrics.lines import TITLE, line_of, placed, title_of
from bot.flows.wording import worded
from bot.ports import Desk
from bot.texts import words
from rubrics.problems import Problem

YAML_NAME = "{id}.v{version}.yaml"


@dataclass(frozen=True, slots=True)
class Handed:
    """A file with its name and the words that go with it."""

    text: str
    name: str
    caption: str


def handed(desk: Desk, source: str, chat: int, now: int) -> Handed | None:
    """Return the file of a draft or of `rubric@version`; None if it is gone, or whoever asked is no coordinator now."""
    person = desk.people.by_account(chat, now)
    if person is None or not access.may(person, "rubrics"):
        return None
    say = words(person.language)
    rubric, at, version = source.rpartition(AT)
    if at:
        found = desk.library.get(rubric, int(version))
        caption = say("rubric.file.caption", title=title_of(found, say), version=version)
        return Handed(
            desk.library.text(rubric, int(version)), YAML_NAME.format(id=rubric, version=version), caption
        )
    draft = desk.drafts.get(source)
    if draft is None or not draft.text:
        return None
    made = ready(desk, draft)
    name, title = source, escape(short(draft.name, TITLE))
    if made.loaded.rubric is not None:
        name, title = made.loaded.rubric.id, title_of(made.loaded.rubric, say)
    file = say("draft.file.name", id=name, version=made.version)
    return Handed(made.text, file, say("draft.file.caption", title=title))


def listed(desk: Desk, draft: Draft, problems: Sequence[Problem], now: int) -> tuple[str, tuple[str, ...]]:
    """Return the mistakes of a corrected draft in its sender's language: as a plain text, and as lines of a message."""
    person = desk.people.by_account(draft.chat, now)
    say = words(person.language if person else "")
    plain = [
        say(
            "yaml.plain",
            name=draft.name,
            line=line_of(each),
            why=worded(say, each.code, each.params),
        )
        for each in problems
    ]
    return "\n".join([*plain, ""]), tuple(placed(each, draft.name, say) for each in problems)
