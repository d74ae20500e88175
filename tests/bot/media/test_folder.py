"""Stored files: complete or absent, known by content, never changed."""

import hashlib
import os
from pathlib import Path

import pytest

from bot.media.folder import Folder, NotADigest

CONTENT = b"evidence"
HASH = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "media")


def test_bytes_are_stored_once_under_their_hash(folder: Folder, tmp_path: Path) -> None:
    assert not folder.exists(HASH)
    assert folder.put_bytes(CONTENT) == folder.put_bytes(CONTENT) == HASH
    assert folder.exists(HASH)
    assert folder.path(HASH) == tmp_path / "media" / HASH[:2] / HASH
    with folder.open(HASH) as opened:
        assert opened.read() == CONTENT
    assert [path.name for path in (tmp_path / "media").rglob("*") if path.is_file()] == [HASH]


def test_a_grown_file_moves_in(folder: Folder) -> None:
    grown = folder.temporary()
    grown.write_bytes(CONTENT)
    folder.adopt(grown, HASH)
    assert not grown.exists()
    assert folder.path(HASH).read_bytes() == CONTENT


def test_what_is_stored_is_never_overwritten(folder: Folder) -> None:
    folder.put_bytes(CONTENT)
    first = folder.path(HASH).stat()
    grown = folder.temporary()
    grown.write_bytes(b"something else")
    folder.adopt(grown, HASH)
    assert folder.path(HASH).read_bytes() == CONTENT
    assert folder.path(HASH).stat().st_ino == first.st_ino
    assert not grown.exists()


def test_what_was_half_done_is_gone_after_a_restart(folder: Folder, tmp_path: Path) -> None:
    left = folder.temporary()
    left.write_bytes(b"hal")
    stored = folder.put_bytes(CONTENT)
    again = Folder(tmp_path / "media")
    assert not left.exists()
    assert again.exists(stored)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "ab", HASH + "/x"])
def test_only_a_hash_is_a_name(name: str, folder: Folder) -> None:
    for use in (folder.path, folder.exists, folder.open):
        with pytest.raises(NotADigest):
            use(name)


def test_a_missing_file_cannot_be_opened(folder: Folder) -> None:
    with pytest.raises(FileNotFoundError):
        folder.open(HASH)


def test_file_and_folders_are_synced_before_the_name_is_given_away(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_fsync, real_rename = os.fsync, Path.rename

    def fsync(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        steps.append("folder " + path.name if path.is_dir() else "file")
        real_fsync(handle)

    def rename(self: Path, target: Path) -> Path:
        steps.append("rename")
        return real_rename(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "rename", rename)
    folder.put_bytes(CONTENT)
    assert steps == ["file", "folder media", "rename", f"folder {HASH[:2]}"]
