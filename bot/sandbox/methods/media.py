"""sendPhoto, sendDocument, sendVoice, sendVideo, sendMediaGroup, getFile: files from the bot, and to it."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.call import Call, Upload
from bot.sandbox.errors import Refusal
from bot.sandbox.files import StoredFile, picture_size

from .sending import checked_chat, deliver
from .texts import caption_fields

Json = dict[str, Any]
MAX_PHOTO = 10 << 20
MAX_EDGES = 10_000
MAX_RATIO = 20
ALBUM = (2, 10)
NAMES = {"photo": "Photo", "document": "Document", "voice": "VoiceNote", "video": "Video", "audio": "Audio"}
ALONE = frozenset({"document", "audio"})


def _source(call: Call, reference: str) -> Upload | StoredFile:
    """Return what a file parameter names: a part of the request or a file sent before."""
    upload = call.uploads.get(reference.removeprefix("attach://"))
    if upload is not None:
        if not upload.content:
            raise Refusal.FILE_EMPTY.error()
        return upload
    stored = call.world.files.get(reference)
    if stored is None:
        raise Refusal.WRONG_FILE.error()
    return stored


def _check_photo(content: bytes) -> None:
    if len(content) > MAX_PHOTO:
        raise Refusal.PHOTO_TOO_BIG.error(size=len(content))
    size = picture_size(content)
    if size is None:
        raise Refusal.PHOTO_BROKEN.error()
    if min(size) < 1 or sum(size) > MAX_EDGES or max(size) > MAX_RATIO * min(size):
        raise Refusal.PHOTO_DIMENSIONS.error()


def media_fields(call: Call, kind: str, reference: str, options: Json) -> Json:
    """Return the message field of one file: {"photo": [...]}, {"document": {...}} and so on."""
    source = _source(call, reference)
    if isinstance(source, StoredFile) and source.kind != kind:
        raise Refusal.FILE_TYPE.error(actual=NAMES.get(source.kind, source.kind.title()), wanted=NAMES[kind])
    if kind == "photo":
        _check_photo(source.content)
        return {"photo": call.world.files.photo(source.content)}
    stored = source
    if isinstance(source, Upload):
        stored = call.world.files.keep(kind, source.content, source.name, source.mime)
    return {kind: described(stored, options)}


def described(stored: StoredFile | Upload, options: Json) -> Json:
    """Return a stored file as a Bot API Document, Voice, Video, Audio."""
    assert isinstance(stored, StoredFile)  # noqa: S101 - uploads were stored before
    fields: Json = {"file_id": stored.file_id, "file_unique_id": stored.unique_id}
    if stored.kind in {"voice", "video", "audio"}:
        fields["duration"] = options.get("duration", 1)
    if stored.kind == "video":
        fields |= {"width": options.get("width", 640), "height": options.get("height", 360)}
    if stored.name and stored.kind != "voice":
        fields["file_name"] = stored.name
    return {**fields, "mime_type": stored.mime, "file_size": len(stored.content)}


def sender(kind: str) -> Callable[[Call], Json]:
    """Return the method that sends one file of a kind."""

    def send(call: Call) -> Json:
        fields = caption_fields(call.params)
        chat = checked_chat(call)
        return deliver(call, chat, media_fields(call, kind, call.params[kind], call.params) | fields).api()

    return send


def send_media_group(call: Call) -> list[Json]:
    """Send an album."""
    items = call.params["media"]
    if len(items) > ALBUM[1]:
        raise Refusal.ALBUM_TOO_LONG.error()
    if len(items) < ALBUM[0]:
        raise Refusal.ALBUM_TOO_SHORT.error()
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and kinds & ALONE:
        raise Refusal.ALBUM_MIXED.error()
    chat = checked_chat(call)
    parts = []
    for item in items:
        if item["type"] not in NAMES:
            raise Refusal.NOT_SUPPORTED.error(name=item["type"])
        fields = caption_fields(item)
        parts.append(media_fields(call, item["type"], item["media"], item) | fields)
    group = call.world.ids.number()
    return [deliver(call, chat, {**part, "media_group_id": group}).api() for part in parts]


def get_file(call: Call) -> Json:
    """Return the path under which a file can be fetched for an hour."""
    return call.world.files.fetchable(call.params["file_id"])
