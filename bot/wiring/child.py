"""Children of the program that draw: what they are told of their surroundings, and what may go wrong with one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from bot.settings import Settings

MOST_ERROR: Final = 400
"""Characters kept of what a child said before it failed."""


class ChildFailed(Exception):
    """A child did not make what it was to make."""


def child_environment(settings: Settings) -> Mapping[str, str]:
    """Return the environment of a child: the same data, and no token."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SCOREWALK_")}
    return kept | {
        "SCOREWALK_TOKEN": "",
        "SCOREWALK_DATABASE_URL": settings.database,
        "SCOREWALK_MEDIA_URL": str(settings.media_dir),
        "SCOREWALK_DATA_DIR": str(settings.data_dir),
        "SCOREWALK_TIMEZONE": settings.timezone,
        "SCOREWALK_LANGUAGE": settings.language,
        "PYTHONIOENCODING": "utf-8",
    }


def file_name(name: str) -> str:
    """Return a name that is one on every system."""
    return "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in name)  # noqa: PLR2004
