"""States in the database: explicit screen names, a version, and what brings an older version up to today's.

A state that no upgrade can read is broken data: the chat stands at home again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.entities.frozen import Frozen
from bot.flows.screens import BY_NAME
from bot.ports import Session

VERSION: Final = 1
"""The version that is written today."""

UPGRADES: Final[Mapping[int, Callable[[str, dict[str, Any]], dict[str, Any]]]] = {}
"""From a version to the next: screen and state in, state out."""


def readable(session: Session) -> bool:
    """Say whether a chat's state can be read; if not, the chat stands at home again and nothing else is lost."""
    try:
        load(session.screen, session.version, session.state)
    except (KeyError, ValueError):
        return False
    return True


def load(screen: str, version: int, state: Mapping[str, Any]) -> Frozen:
    """Return a stored state as the screen's own type, brought up to date."""
    raw = dict(state)
    for step in range(version, VERSION):
        raw = UPGRADES[step](screen, raw)
    kind: type[Frozen] = BY_NAME[screen].state
    return kind.model_validate(raw)
