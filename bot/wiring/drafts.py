"""Official documents read into drafts, each in a child that cannot take more than its share of time and memory.

What is looked at before a file is opened is looked at here, so that most bad files never cost a child.
"""

from __future__ import annotations

from typing import Any, Final

from bot.wiring.reading import Reader, by_child, params
from rubrics.draft.document import Spot
from rubrics.draft.findings import Finding, finding
from rubrics.draft.reader import Draft
from rubrics.draft.sources import package

WALL_SECONDS: Final = 15.0
"""A child that takes longer is ended. Its two seconds of the processor end it long before that, unless the machine has
other work: then a good document must not be refused for what others do."""
READER: Final = "bot.wiring.draft_child"


def read(
    data: bytes, name: str, chosen: str = "", *, seconds: float = WALL_SECONDS, reader: Reader = by_child
) -> Draft:
    """The draft of a document; refuses what cannot be read, is too large, or takes too long.

    The processor time is limited in any case; `seconds` is the patience with a busy machine.
    """
    package.kind(data)
    return _draft(reader(READER, [name, chosen], data, seconds))


def _draft(found: dict[str, Any]) -> Draft:
    return Draft(
        found["text"],
        tuple(map(_finding, found["findings"])),
        found["sections"],
        found["items"],
        found["rules"],
        found["bonus"],
    )


def _finding(found: dict[str, Any]) -> Finding:
    spot = Spot(**found["spot"]) if found["spot"] else None
    return finding(found["code"], spot, **params(found["params"]))
