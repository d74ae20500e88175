"""How long a text is for Telegram: characters that are left once the HTML is read."""

from __future__ import annotations

import html
import re

MAX_TEXT = 4096
"""Characters of a message."""
MAX_CAPTION = 1024
"""Characters of a caption."""
MAX_ANSWER = 200
"""Characters of the answer to a tap."""
MAX_DATA = 64
"""Bytes of a button's data."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def visible_length(text: str) -> int:
    """Count the characters of HTML as Telegram does: no tags, an entity as one, no blanks at the ends."""
    return len(html.unescape(_TAG.sub("", text)).strip())
