"""Files by the SHA-256 of their content, in a folder: written once, synced to the disk, never changed.

It must not know whose files they are. Everything here blocks; who runs an event loop calls it in a thread.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class NotADigest(ValueError):
    """Something else was given where a SHA-256 belongs."""


class Stored:
    """What is in the folder, for those who only look."""

    def __init__(self, root: Path) -> None:
        """Look into a folder, which need not be there."""
        self._root = root

    def path(self, sha256: str) -> Path:
        """Return where a file is, or would be."""
        if not _DIGEST.fullmatch(sha256):
            raise NotADigest(sha256)
        return self._root / sha256[:2] / sha256

    def exists(self, sha256: str) -> bool:
        """Say whether a file is here."""
        return self.path(sha256).is_file()

    def open(self, sha256: str) -> BinaryIO:
        """Open a file for reading; FileNotFoundError if it is not here."""
        return self.path(sha256).open("rb")

    def read(self, sha256: str) -> bytes:
        """Return a file's content; FileNotFoundError if it is not here."""
        return self.path(sha256).read_bytes()


class Folder(Stored):
    """The folder as the one running bot uses it."""

    def __init__(self, root: Path) -> None:
        """Use (and make) a folder; what an earlier run left half-done is removed."""
        super().__init__(root)
        self._incoming = root / "incoming"
        self._incoming.mkdir(parents=True, exist_ok=True)
        for left in self._incoming.iterdir():
            left.unlink()

    def temporary(self) -> Path:
        """Make an empty file in which the next one can grow."""
        handle, name = tempfile.mkstemp(dir=self._incoming)
        os.close(handle)
        return Path(name)

    def adopt(self, grown: Path, sha256: str) -> None:
        """Take a finished temporary file in under its hash; after this it survives a power cut."""
        target = self.path(sha256)
        if target.is_file():
            grown.unlink()
            os.utime(target)
            return
        with grown.open("rb") as file:
            os.fsync(file.fileno())
        if not target.parent.is_dir():
            target.parent.mkdir(exist_ok=True)
            _sync_folder(self._root)
        grown.rename(target)
        _sync_folder(target.parent)

    def remove(self, sha256: str) -> None:
        """Delete a file, if it is here."""
        self.path(sha256).unlink(missing_ok=True)

    def older(self, than: float) -> Iterator[str]:
        """Yield the files that were last taken in before a time (seconds since 1970)."""
        for file in self._root.glob("??/*"):
            with suppress(FileNotFoundError):
                if _DIGEST.fullmatch(file.name) and file.stat().st_mtime < than:
                    yield file.name

    def put_bytes(self, content: bytes) -> str:
        """Store bytes and return their hash."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self.exists(sha256):
            grown = self.temporary()
            grown.write_bytes(content)
            self.adopt(grown, sha256)
        return sha256


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
