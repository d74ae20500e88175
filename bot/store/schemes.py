"""Puts the rubric files that come with the program among the published versions when the program starts."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from bot.problems import Refusal
from bot.store.desk import StoreDesk
from rubrics import files
from rubrics.problems import Refused

LOG: Final = logging.getLogger(__name__)


def publish(desk: StoreDesk, paths: Iterable[Path], now: int) -> None:
    """Publish what is not yet published; a published version whose file changed refuses the start.

    A version that people here published first under the same number stands, and the file that comes later with the
    program is passed over: nobody can be asked to change either of them.
    """
    library = desk.library
    for path in paths:
        if library.holds(_sha256(path)):
            # Checked when it was published, and not changed since: parsed when somebody asks for it.
            continue
        loaded = files.load(path)
        if loaded.rubric is None:
            raise Refused(loaded.problems[0])
        known = library.sha256(loaded.rubric.id, loaded.rubric.version)
        if known is None:
            library.publish(loaded.rubric, loaded.text, loaded.sha256, now)
        elif known != loaded.sha256:
            if desk.drafts.published_as(loaded.rubric.id, loaded.rubric.version) is None:
                raise Refusal("rubric_changed", id=loaded.rubric.id, version=loaded.rubric.version)
            LOG.warning("%s is passed over: people here published that version before", path.name)
            continue
        library.shelve(loaded.rubric)


def _sha256(path: Path) -> str:
    """Return the hash of a file; empty for one that cannot be read: loading it says what is wrong."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
