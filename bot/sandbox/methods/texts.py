"""What every text and caption goes through: parse mode, entities, lengths as Telegram counts them."""

from typing import Any

from bot.sandbox.errors import ApiError, Refusal
from bot.sandbox.formatting import Entity, trimmed, with_detected
from bot.sandbox.tags import parse_html

MAX_RAW_BYTES = 32_768
MAX_TEXT = 4096
MAX_CAPTION = 1024


def formatted(params: dict[str, Any], field: str) -> tuple[str, list[Entity]]:
    """Return the plain text of a field and its entities."""
    source = params.get(field, "")
    if len(source.encode()) > MAX_RAW_BYTES:
        raise Refusal.RAW_TOO_LONG.error()
    mode = params.get("parse_mode", "")
    entities: list[Entity] = params.get("entities" if field == "text" else f"{field}_entities", [])
    if mode.lower() == "html":
        source, entities = parse_html(source)
    elif mode.lower() in {"markdown", "markdownv2"}:
        raise Refusal.PARSE_MODE_ABSENT.error(mode=mode)
    elif mode and mode.lower() != "none":
        raise Refusal.PARSE_MODE.error()
    text, entities = trimmed(source, entities)
    return text, with_detected(text, entities)


def text_fields(params: dict[str, Any]) -> dict[str, Any]:
    """Return `text` and `entities` of a message, or raise what is wrong with the text."""
    if not params.get("text"):
        raise Refusal.TEXT_MISSING.error()
    text, entities = formatted(params, "text")
    if not text:
        raise Refusal.TEXT_EMPTY.error()
    return _fields("text", text, entities, MAX_TEXT, Refusal.TEXT_TOO_LONG.error())


def caption_fields(params: dict[str, Any]) -> dict[str, Any]:
    """Return `caption` and `caption_entities` of a message, empty without a caption."""
    text, entities = formatted(params, "caption")
    return _fields("caption", text, entities, MAX_CAPTION, Refusal.CAPTION_TOO_LONG.error())


def _fields(name: str, text: str, entities: list[Entity], limit: int, too_long: ApiError) -> dict[str, Any]:
    if len(text) > limit:
        raise too_long
    fields: dict[str, Any] = {name: text} if text else {}
    if entities:
        fields["entities" if name == "text" else "caption_entities"] = entities
    return fields
