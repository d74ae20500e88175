"""What a coordinator sends to the desk: a document, a corrected draft, or something that cannot be read."""

from __future__ import annotations

from typing import Final

from bot.changes import ReceiveDraft
from bot.flows.inputs import AnyInput, SentFile, SentPlace
from bot.flows.rubrics.states import DraftState
from bot.flows.screen import Ask, Go, Step
from bot.problems import Refusal
from rubrics import files
from rubrics.draft.limits import FILE, MEGABYTE
from rubrics.problems import Refused, problem

YAML: Final = (".yaml", ".yml")
NAME: Final = 120
"""Characters of a file's name that are kept."""


def take_message(
    given: AnyInput, ask: Ask, here: Go, *, rubric: str = "", replaces: str | None = None
) -> Step:
    """Say what a message means at the desk: a document is read, anything else shows again where one stands."""
    if isinstance(given, SentFile):
        return received(given, ask, rubric=rubric, replaces=replaces)
    if isinstance(given, SentPlace):
        raise Refusal("draft_kind", kind="location")
    return Step(go=here, fresh=True)


def received(given: SentFile, ask: Ask, *, rubric: str = "", replaces: str | None = None) -> Step:
    """Take a document; it is fetched and read in the background, and answered at once."""
    if given.kind != "document":
        raise Refusal("draft_kind", kind=given.kind)
    yaml = given.file_name.lower().endswith(YAML)
    if given.size == 0:
        raise Refused(problem("document_empty"))
    if yaml and (given.size or 0) > files.LARGEST:
        raise Refused(problem("file_too_large", most=files.LARGEST))
    if (given.size or 0) > FILE:
        raise Refused(problem("document_too_large", most=FILE // MEGABYTE))
    change = ReceiveDraft(
        draft=ask.mint(),
        kind="yaml" if yaml else "document",
        chat=given.chat,
        file_name=given.file_name[:NAME],
        file_id=given.file_id,
        unique_id=given.unique_id,
        size=given.size,
        rubric=rubric,
        replaces=replaces if yaml else None,
    )
    return Step((change,), go=Go("draft", DraftState(draft=change.draft)), fresh=True)
