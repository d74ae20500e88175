"""One process at a time: a lock file beside the database, held as long as the process may write."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from bot.problems import Refusal


class Lock:
    """The right to write to a database; the kernel takes it back when the process dies."""

    def __init__(self, database: Path) -> None:
        """Take the lock or refuse at once."""
        self._handle = os.open(database.with_name(database.name + ".lock"), os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._handle)
            raise Refusal("locked", path=str(database)) from error
        os.ftruncate(self._handle, 0)
        os.write(self._handle, str(os.getpid()).encode())

    def release(self) -> None:
        """Let others write; releasing twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
