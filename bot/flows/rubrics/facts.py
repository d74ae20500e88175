"""What the desk's screens have in common: who may look, a rubric by its source, and what keeps one from being used.

A source is the id of a draft or `rubric@version`; it comes back from the phone and is looked up each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot import access
from bot.changes.drafting import LEFT, Ready, loaded
from bot.entities import Draft
from bot.flows.screen import Ask, Stale
from bot.flows.walk.places import walked
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric

AT: Final = "@"
LONGEST_ID: Final = 32
"""Characters of an id: it has to fit into a button beside a studio and a period."""
LONGEST: Final = {"title": 120, "short": 40, "document": 60, "issuer": 60, "leader": 20}
"""Characters of what stands in lines and on buttons."""
LONGEST_TYPE: Final = 12
"""Characters of a type's id, for the same reason."""


@dataclass(frozen=True, slots=True)
class Source:
    """A rubric to be looked at: a published version, or a draft as it stands."""

    key: str
    rubric: Rubric
    draft: Draft | None = None


def enter(ask: Ask) -> None:
    """Refuse whoever is no coordinator; asked on every step."""
    if not access.may(ask.who, "rubrics"):
        raise Refusal("not_yours")


def key_of(rubric: Rubric) -> str:
    """Return the source of a published version."""
    return f"{rubric.id}{AT}{rubric.version}"


def first_of(rubric: Rubric) -> str:
    """Return the number of the item with which the cards begin; none where nothing is scored or met."""
    form = rubric.sheets[0].id if rubric.sheets else None
    variant = rubric.variants[0].id if rubric.variants else None
    return next((item.no for section in walked(rubric, form, variant) for item in section.items), "")


def found(desk: Desk, ask: Ask, key: str) -> Source:
    """Return what a source names; one that there is not is a dead button."""
    enter(ask)
    rubric, at, version = key.rpartition(AT)
    if at:
        return Source(key, published(desk, rubric, version))
    draft = desk.drafts.get(key)
    if draft is None or not draft.text:
        raise Stale
    read = loaded(draft.text).rubric
    if read is None:
        raise Refusal("draft_wrong", count=1)
    return Source(key, read, draft)


def published(desk: Desk, rubric: str, version: str) -> Rubric:
    """Return a published version; a dead button if there is none."""
    known = {str(each): each for each, _ in desk.library.versions(rubric)}
    if version not in known:
        raise Stale
    return desk.library.get(rubric, known[version])


@dataclass(frozen=True, slots=True)
class TooLong:
    """Something that no screen could show: a key of the texts with its parameters."""

    key: str
    params: dict[str, object]


def too_long(rubric: Rubric) -> tuple[TooLong, ...]:
    """Return what of a rubric is too long for buttons and lines; it must not be published so."""
    ids = ((rubric.id, LONGEST_ID), *((variant.id, LONGEST_TYPE) for variant in rubric.variants))
    wrong = [
        TooLong("publish.id_long", {"id": named, "limit": limit})
        for named, limit in ids
        if len(named) > limit
    ]
    for field, limit in LONGEST.items():
        count = len(getattr(rubric, field))
        if count > limit:
            wrong.append(TooLong("publish.text_long", {"field": field, "count": count, "limit": limit}))
    return tuple(wrong)


def blocked(now: Ready) -> bool:
    """Say whether anything of a draft is still to be put right in its file."""
    return bool(now.wrong) or now.loaded.rubric is None


__all__ = [
    "LEFT",
    "Source",
    "TooLong",
    "blocked",
    "enter",
    "first_of",
    "found",
    "key_of",
    "published",
    "too_long",
]
