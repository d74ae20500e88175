"""Files of a studio in a chat: counted in a line, taken in, and sent to whoever wants to see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.changes import AttachProof, Change, ExtendProof
from bot.entities import FileRef, Proof
from bot.flows.html import escape, short
from bot.flows.inputs import SentFile
from bot.flows.outputs import Output, Say, SendStored
from bot.flows.screen import Ask
from bot.flows.walk.evidence import fetchable
from bot.texts import Words

SIGNS = {"photo": "📷", "voice": "🎤", "location": "📍"}
SENT = 20
"""Files that one press sends."""
CAPTION = 300


def counted(pieces: Iterable[Proof]) -> str:
    """Return `📷2 📄1`; empty without files."""
    counts = Counter(SIGNS.get(file.kind, "📄") for piece in pieces for file in piece.files)
    return " ".join(f"{sign}{count}" for sign, count in counts.items())


def kept(of: str, studio: str, given: SentFile, ask: Ask, album: Proof | None) -> Change:
    """Return the change that keeps a file for something; refuses what cannot be fetched."""
    fetchable(given)
    file = file_of(given, ask)
    if album is not None:
        return ExtendProof(piece=album.id, file=file)
    return AttachProof(
        of=of,
        studio=studio,
        kind=given.kind,
        file=file,
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )


def file_of(given: SentFile, ask: Ask) -> FileRef:
    """Return the file that came, as it is kept; it is fetched in the background."""
    return FileRef(
        id=ask.mint(),
        file_id=given.file_id,
        unique_id=given.unique_id,
        size=given.size,
        name=given.file_name,
        mime=given.mime,
        kind=given.kind,
    )


def sent(pieces: Iterable[Proof], words: Words) -> tuple[Output, ...]:
    """Return the files as messages, then what could not be had, or is still on its way."""
    files = [(piece, file) for piece in pieces for file in piece.files]
    stored = [each for each in files if each[1].sha256]
    told: list[Output] = [_document(piece, file) for piece, file in stored[:SENT]]
    lines = [*_others(files, words)]
    if len(stored) > SENT:
        lines.append(words("files.more", count=len(stored) - SENT))
    return (*told, Say("\n".join(lines))) if lines else tuple(told)


def _document(piece: Proof, file: FileRef) -> SendStored:
    ending = {"photo": "jpg", "voice": "ogg", "video": "mp4"}.get(file.kind, "bin")
    name = file.name or f"{piece.number}.{ending}"
    return SendStored(sha256=file.sha256 or "", name=name, caption=escape(short(piece.caption, CAPTION)))


def _others(files: list[tuple[Proof, FileRef]], words: Words) -> Iterator[str]:
    waiting = sum(file.state == "waiting" for _, file in files)
    if waiting:
        yield words("files.waiting", count=waiting)
    for _, file in files:
        if file.state == "failed":
            yield words("files.lost", why=words(f"problem.{file.failure or 'file_unreachable'}"))
