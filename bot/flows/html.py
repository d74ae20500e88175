"""The few marks of HTML that Telegram knows, put on so that people's words can never become one."""

from __future__ import annotations

ELLIPSIS = "…"


def escape(text: str) -> str:
    """Return a person's words or a rubric's text as HTML shows them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bold(text: object) -> str:
    """Return a figure or title in bold."""
    return f"<b>{escape(str(text))}</b>"


def short(text: str, limit: int) -> str:
    """Return a text on one line, cut to a length with an ellipsis (before escaping)."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + ELLIPSIS
