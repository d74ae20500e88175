"""Placeholders that a draft leaves where the document says nothing: a person has to replace each of them.

They are warnings, so that a draft can be looked at; nothing with one of them should be published.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from rubrics.checks.places import Path, rules, sections, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem

MARK: Final = "〔?〕"
"""What a text begins with that is still to be written."""
NO_DAY: Final = date(1900, 1, 1)
"""The date that stands for one that is still to be written."""
DRAFT_ID: Final = "draft-"
"""What an id begins with that nobody has chosen."""


def _texts(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    for field in ("title", "short", "document", "issuer", "leader"):
        yield (field,), getattr(rubric, field)
    for path, section in sections(rubric):
        yield (*path, "title"), section.title
        for index, item in enumerate(section.items):
            yield (*path, "items", index, "title"), item.title
    for path, _item, _part, rule in rules(rubric):
        yield (*path, "text"), rule.text


def check(rubric: Rubric) -> Iterator[Problem]:
    """Warn of every field that is still to be written."""
    if rubric.id.startswith(DRAFT_ID):
        yield wrong(("id",), "placeholder_left", "warning", field="id")
    if rubric.issued == NO_DAY:
        yield wrong(("issued",), "placeholder_left", "warning", field="issued")
    for path, text in _texts(rubric):
        if text.startswith(MARK):
            yield wrong(path, "placeholder_left", "warning", field=str(path[-1]))
