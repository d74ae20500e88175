"""Text with entities as Telegram keeps it: UTF-16 offsets, trimming, detected entities, safe HTML of it."""

import re
from html import escape
from itertools import pairwise
from typing import Any

Entity = dict[str, Any]
RENDERED = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "span",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
SPACE = " \t\r\n\v\f\0"
LOOK = re.compile(
    r"(?P<bot_command>(?<![\w/<])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))|(?P<url>https?://[^\s<>\"']+)"
)
MAX_ENTITIES = 100
UNBROKEN = frozenset({"code", "pre", "text_link"})


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units, the unit of entity offsets."""
    return len(text) + sum(character > "\uffff" for character in text)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Strip white space at both ends and move the entities along, as Telegram does with every text."""
    stripped = text.strip(SPACE)
    if stripped == text:
        return text, _sorted(entities)
    cut = utf16(text[: len(text) - len(text.lstrip(SPACE))])
    total = utf16(stripped)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        end = min(total, entity["offset"] + entity["length"] - cut)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return stripped, _sorted(moved)


def _sorted(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))[:MAX_ENTITIES]


def with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    """Add the entities that Telegram finds by itself: bot commands and web addresses."""
    if "/" not in text:
        return entities
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in UNBROKEN]
    found = []
    for match in LOOK.finditer(text):
        start = utf16(text[: match.start()])
        end = start + utf16(match[0])
        if not any(start < stop and begin < end for begin, stop in taken):
            found.append({"type": str(match.lastgroup), "offset": start, "length": end - start})
    return _sorted(entities + found)


def render_html(text: str, entities: list[Entity]) -> str:
    """Return safe HTML of a text for the chat page: tags of the entities, everything else escaped."""
    if not entities:
        return escape(text)
    units = text.encode("utf-16-le")
    marks = sorted(
        {0, len(units) // 2, *(e["offset"] for e in entities), *(e["offset"] + e["length"] for e in entities)}
    )
    out: list[str] = []
    opened: list[Entity] = []
    for start, end in pairwise(marks):
        wanted = [e for e in entities if e["offset"] <= start and end <= e["offset"] + e["length"]]
        keep = 0
        while keep < min(len(opened), len(wanted)) and opened[keep] is wanted[keep]:
            keep += 1
        out.extend(_tag(entity)[1] for entity in reversed(opened[keep:]))
        out.extend(_tag(entity)[0] for entity in wanted[keep:])
        opened = wanted
        out.append(escape(units[start * 2 : end * 2].decode("utf-16-le", "replace")))
    out.extend(_tag(entity)[1] for entity in reversed(opened))
    return "".join(out)


def _tag(entity: Entity) -> tuple[str, str]:
    kind = entity["type"]
    if kind in {"text_link", "url"} and str(entity.get("url", "https:")).startswith(
        ("http://", "https:", "tg:")
    ):
        target = f' href="{escape(entity["url"])}"' if "url" in entity else ""
        return f'<a{target} rel="noopener" target="_blank">', "</a>"
    if kind == "bot_command":
        return '<a class="command">', "</a>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    tag = RENDERED.get(kind)
    if not tag:
        return "", ""
    return '<span class="spoiler">' if tag == "span" else f"<{tag}>", f"</{tag}>"
