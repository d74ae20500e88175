"""Where a chat stands at the rubric desk."""

from __future__ import annotations

from bot.entities.frozen import Frozen


class ListState(Frozen):
    """The list of rubrics and drafts."""

    page: int = 0


class PageState(Frozen):
    """One version of a rubric."""

    rubric: str
    version: int
    rulings: int = 0
    """Page of the rulings, from 1; 0 is the rubric itself."""


class PreviewState(Frozen):
    """One card of a rubric or draft; without an item the contents."""

    source: str
    """Id of a draft, or `rubric@version`."""
    item: str = ""
    variant: int = 0
    form: int = 0
    """Places of the type and of the form of the sheet in the rubric's lists."""


class UploadState(Frozen):
    """A document is to be sent."""

    rubric: str = ""
    """Of which it is to be a new version."""
    draft: str = ""
    """Collects what is pasted."""


class DraftState(Frozen):
    """One draft."""

    draft: str
    sure: bool = False
    """The question whether to give it up is open."""


class QuestionState(Frozen):
    """One question of a draft, counted from 0."""

    draft: str
    at: int = 0


class PublishState(Frozen):
    """The last question before publication."""

    draft: str
