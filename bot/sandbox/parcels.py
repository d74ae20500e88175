"""What a phone uploads, and the message fields that Telegram makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .call import Upload
from .files import Files

Json = dict[str, Any]
MIMES = {"voice": "audio/ogg", "video": "video/mp4", "audio": "audio/mpeg", "sticker": "image/webp"}
STICKER = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
SECONDS = 3


@dataclass(slots=True, frozen=True)
class Parcel:
    """Files of one kind with one caption, as they were chosen on the phone.

    `spread` seconds lie between the parts of an album; `gone` files are never served to the bot; the caption
    hangs on the first part unless said otherwise.
    """

    files: Sequence[Upload]
    kind: str
    caption: str = ""
    reply_to: int | None = None
    spread: float = 0.0
    gone: bool = False
    caption_on: int = 0


def file_fields(files: Files, kind: str, upload: Upload, *, gone: bool) -> Json:
    """Store one uploaded file and return its field of the message."""
    if kind == "photo":
        return {"photo": files.photo(upload.content, gone=gone)}
    stored = files.keep(kind, upload.content, upload.name, MIMES.get(kind) or upload.mime)
    stored.gone = gone
    fields: Json = {"file_id": stored.file_id, "file_unique_id": stored.unique_id}
    fields["file_size"] = len(upload.content)
    if kind == "sticker":
        return {"sticker": fields | STICKER}
    if kind != "document":
        fields["duration"] = SECONDS
    if kind == "video":
        fields |= {"width": 640, "height": 360}
    if upload.name and kind != "voice":
        fields["file_name"] = upload.name
    return {kind: {**fields, "mime_type": stored.mime}}
