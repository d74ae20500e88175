"""Fetches what people sent from Telegram to a path on disk, with its SHA-256 computed on the way.

It must not know where the file goes from there, nor when to try again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final, Protocol

from telegram import File
from telegram.error import BadRequest, NetworkError

LARGEST: Final = 20 << 20
"""Bytes that Telegram lets a bot download."""

CUT_OFF: Final = "the download ended early"


class Source(Protocol):
    """What fetching needs of the Bot."""

    async def get_file(self, file_id: str) -> File:
        """Ask where a file can be had for the next hour."""
        ...

    async def download(self, url: str, sink: Callable[[bytes], object]) -> int:
        """Stream it to a function; returns the HTTP status."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that is complete on disk, or the problem code why it cannot be had."""

    sha256: str = ""
    size: int = 0
    failure: str | None = None
    final: bool = True
    """Trying again would not help."""


class Downloads:
    """Telegram's file store."""

    def __init__(self, bot: Source) -> None:
        """Ask through the Bot."""
        self._bot = bot

    async def fetch(self, file_id: str, target: Path) -> Fetched:
        """Write a file to `target`; a bad line raises, and the next try starts from the beginning."""
        try:
            # A link lives for an hour, so each try asks for a new one.
            file = await self._bot.get_file(file_id)
        except BadRequest as error:
            if "too big" in error.message.lower():
                return Fetched(failure="file_too_big")
            # "wrong file_id or the file is temporarily unavailable": it may be either.
            return Fetched(failure="file_gone", final=False)
        if (file.file_size or 0) > LARGEST:
            return Fetched(failure="file_too_big")
        return await self._download(file, target)

    async def _download(self, file: File, target: Path) -> Fetched:
        digest = hashlib.sha256()
        size = 0
        with target.open("wb") as out:

            def sink(piece: bytes) -> None:
                nonlocal size
                size += len(piece)
                digest.update(piece)
                out.write(piece)

            status = await self._bot.download(file.file_path or "", sink)
        if status == HTTPStatus.NOT_FOUND:
            return Fetched(failure="file_gone", final=False)
        if status != HTTPStatus.OK or size < (file.file_size or 0):
            raise NetworkError(CUT_OFF)
        return Fetched(digest.hexdigest(), size) if size else Fetched(failure="file_empty")
