"""Names of files as every system takes them, never two alike: `2.4/证03 设备台账 20260512-1010.jpg`."""

import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final
from unicodedata import category, normalize

LONGEST: Final = 60
"""Characters of the words in a name."""

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_BLANKS: Final = re.compile(r"\s+")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,8}")
_ENDINGS: Final = {"photo": ".jpg", "voice": ".ogg", "video": ".mp4", "audio": ".mp3"}
_BY_MIME: Final = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
}


def safe(words: str, longest: int = LONGEST) -> str:
    """Words as a part of a file's name: nothing in them that a system forbids, hides or reads as a path."""
    seen = "".join(char for char in normalize("NFC", words) if category(char) not in {"Cf", "Cs", "Co"})
    spaced = "".join(" " if category(char) in {"Cc", "Zl", "Zp"} else char for char in seen)
    return _BLANKS.sub(" ", _FORBIDDEN.sub("_", spaced)).strip(" .")[:longest].strip(" .")


def ending(kind: str, file_name: str, mime: str) -> str:
    """The ending by which a program is chosen to open a file."""
    given = PurePosixPath(file_name.replace("\\", "/")).suffix
    if _ENDING.fullmatch(given):
        return given.lower()
    return _BY_MIME.get(mime) or _ENDINGS.get(kind, ".bin")


class Names:
    """The names that are taken; names that differ in upper and lower case only are the same to some systems."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, folder: str, stem: str, tail: str) -> str:
        """The path of a file in a folder; the second of a name gets ` (2)`."""
        count, path = 1, f"{folder}/{stem}{tail}"
        while path.casefold() in self._taken:
            count += 1
            path = f"{folder}/{stem} ({count}){tail}"
        self._taken.add(path.casefold())
        return path


def stamp(taken: datetime) -> str:
    """The time in a file's name."""
    return f"{taken:%Y%m%d-%H%M}"
