"""Keeps the token out of the logs: it stands in every URL, and so in the errors of every HTTP library."""

from __future__ import annotations

import logging
from typing import Final

MASK: Final = "***"


class HideToken(logging.Filter):
    """Replaces the secret half of a token wherever a record would show it, tracebacks included."""

    def __init__(self, token: str) -> None:
        """Remember what must not be shown."""
        super().__init__()
        self._secret = token.partition(":")[2] or token
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record; it is never held back."""
        message = record.getMessage()
        if self._secret in message:
            record.msg, record.args = message.replace(self._secret, MASK), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = self._formatter.formatException(record.exc_info)
        if record.exc_text and self._secret in record.exc_text:
            record.exc_text = record.exc_text.replace(self._secret, MASK)
            # A handler that formats for itself must not go back to the exception.
            record.exc_info = None
        return True


def hide(token: str) -> HideToken:
    """Guard every handler of the root logger; call it once logging is set up."""
    guard = HideToken(token)
    for handler in logging.getLogger().handlers:
        handler.addFilter(guard)
    return guard
