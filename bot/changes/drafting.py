"""What the changes of a draft share: who may, which draft, its text with the answers in it, and what is still wrong.

It knows the ports and the draft reader, never the chat.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot import access
from bot.changes.base import Moment
from bot.entities import Draft, DraftQuestion, Person
from bot.ports import Desk
from bot.problems import Refusal
from rubrics import files
from rubrics.draft import questions
from rubrics.files import Loaded
from rubrics.problems import Problem

LEFT: Final = frozenset({"placeholder_left", "unread_left"})
"""Warnings that a rubric must not be published with."""
_VERSION: Final = re.compile(r"^version:.*$", re.MULTILINE)


def coordinator(moment: Moment) -> Person:
    """Return the coordinator who acts, or refuse."""
    if moment.person is None or not access.may(moment.person, "rubrics"):
        raise Refusal("not_yours")
    return moment.person


def draft_of(desk: Desk, draft: str, moment: Moment) -> Draft:
    """Return a draft that a coordinator may look at; one that there is not is refused like one that is not theirs."""
    coordinator(moment)
    found = desk.drafts.get(draft)
    if found is None:
        raise Refusal("not_yours")
    return found


def open_draft(desk: Desk, draft: str, moment: Moment) -> Draft:
    """Return a draft that can be answered and published now, or refuse with what became of it."""
    found = draft_of(desk, draft, moment)
    if found.state == "published":
        who = desk.people.get(found.closed_by, moment.now) if found.closed_by else None
        version = found.version or 0
        raise Refusal("draft_published", rubric=found.rubric, version=version, who=who.name if who else "?")
    if found.state in {"waiting", "collecting"}:
        raise Refusal("draft_reading")
    if found.state != "open":
        raise Refusal("draft_gone")
    return found


def answered(draft: Draft, question: str, choice: str) -> Draft:
    """Return the draft with one answer more, or another one; refuses what is none."""
    asked = next((each for each in draft.questions if each.id == question), None)
    if asked is None:
        raise Refusal("draft_gone")
    answers = {**draft.answers, question: choice}
    if question not in draft.answers:
        text = questions.answer(draft.text, as_asked(asked), choice)
    else:
        # An answer cannot be taken out of a text: all of them are put into the text as it was read.
        given = [(as_asked(each), answers[each.id]) for each in draft.questions if each.id in answers]
        text = questions.folded(draft.original, given)
    return draft.model_copy(update={"answers": answers, "text": text})


def as_asked(stored: DraftQuestion) -> questions.Question:
    """Return a stored question as the draft reader knows it."""
    return questions.from_json(stored.model_dump())


def is_typed(stored: DraftQuestion, choice: str) -> bool:
    """Say whether an answer is a person's own words."""
    return choice not in stored.options


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft as it would be published now."""

    text: str
    loaded: Loaded
    version: int
    """The next of its rubric."""

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being published."""
        return tuple(each for each in self.loaded.problems if each.severity == "error" or each.code in LEFT)

    @property
    def numbered(self) -> bool:
        """Say whether the text has the number that it is to be published under."""
        rubric = self.loaded.rubric
        return rubric is None or rubric.version == self.version

    @property
    def digest(self) -> str:
        """Eight digits that change with the text."""
        return self.loaded.sha256[:8]


def ready(desk: Desk, draft: Draft) -> Ready:
    """Return a draft under the next version number of its rubric, checked."""
    first = loaded(draft.text)
    if first.rubric is None:
        return Ready(draft.text, first, 1)
    known = desk.library.versions(first.rubric.id)
    version = known[-1][0] + 1 if known else 1
    if first.rubric.version == version:
        return Ready(draft.text, first, version)
    text = _VERSION.sub(f"version: {version}", draft.text, count=1)
    return Ready(text, loaded(text), version)


@lru_cache(maxsize=16)
def loaded(text: str) -> Loaded:
    """Read and check the text of a rubric file; the same text is read once."""
    return files.loads(text, "draft.yaml")


def recorded(draft: Draft) -> Mapping[str, str]:
    """Return the answers as the history keeps them: options as they are, of typed ones only that they were typed."""
    asked = {each.id: each for each in draft.questions}
    return {
        question: "typed" if is_typed(asked[question], choice) else choice
        for question, choice in draft.answers.items()
        if question in asked
    }
