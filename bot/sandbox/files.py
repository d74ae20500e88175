"""Files that went through the chats: contents, identifiers, sizes of pictures, download paths that expire."""

import hashlib
import struct
from dataclasses import dataclass
from typing import Any

from .clock import Clock, Ids
from .errors import Refusal

Json = dict[str, Any]
MAX_DOWNLOAD = 20 << 20
PATH_LIFE = 3600
FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music", "sticker": "stickers"}
SUFFIXES = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "audio": ".mp3", "sticker": ".webp"}
SIZES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280))
UNKNOWN_PICTURE = (1280, 960)
JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD8)})


@dataclass(slots=True)
class StoredFile:
    """One file_id: what it names, and where it can be fetched from until when."""

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    name: str = ""
    mime: str = "application/octet-stream"
    gone: bool = False
    path: str = ""
    path_expires: float = 0.0


class Files:
    """Every file of the sandbox, by file_id and by download path."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._shared: dict[bytes, bytes] = {}

    def keep(
        self, kind: str, content: bytes, name: str = "", mime: str = "", variant: str = ""
    ) -> StoredFile:
        """Store an upload: a new file_id each time, the same file_unique_id for the same content."""
        digest = hashlib.sha256(f"{kind}{variant}".encode() + content).digest()
        content = self._shared.setdefault(hashlib.sha256(content).digest(), content)
        unique = "AQAD" + digest.hex()[:12]
        stored = StoredFile(self._ids.file(), unique, kind, content, name, mime or "application/octet-stream")
        self._by_id[stored.file_id] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """Return the file that a file_id names."""
        return self._by_id.get(file_id)

    def fetchable(self, file_id: str) -> Json:
        """Answer getFile: a path that is good for an hour."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise Refusal.INVALID_FILE_ID.error()
        if stored.gone or not stored.content:
            raise Refusal.FILE_GONE.error()
        if len(stored.content) > MAX_DOWNLOAD:
            raise Refusal.FILE_TOO_BIG.error()
        if not stored.path or stored.path_expires <= self._clock.now():
            self._by_path.pop(stored.path, None)
            suffix = SUFFIXES.get(stored.kind) or "".join(stored.name.rpartition(".")[1:])
            folder = FOLDERS.get(stored.kind, "documents")
            stored.path = f"{folder}/file_{self._ids.number()[-6:]}{suffix if suffix.isascii() else ''}"
            self._by_path[stored.path] = stored
        stored.path_expires = self._clock.now() + PATH_LIFE
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.content),
            "file_path": stored.path,
        }

    def at_path(self, path: str) -> StoredFile | None:
        """Return the file behind a download path that has not expired."""
        stored = self._by_path.get(path)
        return stored if stored and stored.path_expires > self._clock.now() and not stored.gone else None

    def photo(self, content: bytes, *, gone: bool = False) -> list[Json]:
        """Store a picture and return its sizes, the largest last; the same bytes serve all of them."""
        width, height = picture_size(content) or UNKNOWN_PICTURE
        longest = max(width, height)
        sizes: list[Json] = []
        for variant, edge in SIZES:
            share = min(1.0, edge / longest)
            if sizes and sizes[-1]["width"] == width:
                break
            stored = self.keep("photo", content, mime="image/jpeg", variant=variant)
            stored.gone = gone
            sizes.append(
                {
                    "file_id": stored.file_id,
                    "file_unique_id": stored.unique_id,
                    "width": max(1, round(width * share)),
                    "height": max(1, round(height * share)),
                    "file_size": len(content),
                }
            )
        return sizes


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height from the header of a JPEG or PNG, None if it is neither."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:  # noqa: PLR2004 - the end of the header
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:  # noqa: PLR2004 - every JPEG marker starts with FF
        marker = content[at + 1]
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        if marker in JPEG_BARE or marker == 0xFF:  # noqa: PLR2004 - fill bytes
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None
