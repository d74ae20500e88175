"""Puts the rubric files that come with the program among the published versions when the program starts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.problems import Refusal
from bot.store.queries.library import Library
from rubrics import files
from rubrics.problems import Refused


def publish(library: Library, paths: Iterable[Path], now: int) -> None:
    """Publish what is not yet published; a published version whose file changed refuses the start."""
    for path in paths:
        loaded = files.load(path)
        if loaded.rubric is None:
            raise Refused(loaded.problems[0])
        known = library.sha256(loaded.rubric.id, loaded.rubric.version)
        if known is None:
            library.publish(loaded.rubric, loaded.text, loaded.sha256, now)
        elif known != loaded.sha256:
            raise Refusal("rubric_changed", id=loaded.rubric.id, version=loaded.rubric.version)
        library.shelve(loaded.rubric)
