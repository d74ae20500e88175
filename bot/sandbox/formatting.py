"""Formatted text as Telegram sees it: HTML in, plain text and entities out (UTF-16 offsets), and back to safe HTML.

The error texts and byte offsets are those of TDLib's parser. It must not know what the text is for.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from .errors import ApiError, Refusal

Entity = dict[str, Any]
TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
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
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![A-Za-z]));?")
SPACE = " \t\r\n\v\f\0"
LOOK = re.compile(
    r"(?P<bot_command>(?<![\w/<])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))|(?P<url>https?://[^\s<>\"']+)"
)
MAX_ENTITIES = 100
UNBROKEN = frozenset({"code", "pre", "text_link"})


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units, the unit of entity offsets."""
    return len(text) + sum(character > "\uffff" for character in text)


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


class _HtmlParser:
    """One pass over a text; `at` is a position in it, `out` what is left without tags."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.offset = 0
        self.entities: list[Entity] = []
        self.stack: list[_Open] = []

    def parse(self) -> tuple[str, list[Entity]]:
        at = 0
        source = self.source
        while at < len(source):
            stop = at
            while stop < len(source) and source[stop] not in "<&":
                stop += 1
            self._emit(source[at:stop])
            if stop >= len(source):
                break
            at = self._character(stop) if source[stop] == "&" else self._tag(stop)
        if self.stack:
            raise _problem(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.out), self.entities

    def _emit(self, text: str) -> None:
        if text:
            self.out.append(text)
            self.offset += utf16(text)

    def _character(self, at: int) -> int:
        found = CHARACTER.match(self.source, at)
        decoded = _decoded(found) if found else ""
        if not found or not decoded:
            self._emit("&")
            return at + 1
        self._emit(decoded)
        return found.end()

    def _tag(self, begin: int) -> int:
        if self.source.startswith("/", begin + 1):
            return self._end_tag(begin)
        return self._start_tag(begin)

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _skip(self, at: int, stop: str) -> int:
        while at < len(self.source) and self.source[at] not in stop:
            at += 1
        return at

    def _skip_spaces(self, at: int) -> int:
        while at < len(self.source) and self.source[at] in SPACE:
            at += 1
        return at

    def _start_tag(self, begin: int) -> int:
        at = self._skip(begin + 1, SPACE + ">")
        if at >= len(self.source):
            raise self._unclosed(begin)
        tag = self.source[begin + 1 : at].lower()
        if tag not in TAGS:
            raise _problem(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        argument = ""
        while self.source[at] != ">":
            at = self._skip_spaces(at)
            if at >= len(self.source):
                raise self._unclosed(begin)
            if self.source[at] == ">":
                break
            at, name, value = self._attribute(at, tag, begin)
            argument = _argument(tag, name, value) or argument
        if tag == "span" and argument != "spoiler":
            raise _problem(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.stack.append(_Open(tag, argument, self.offset, len(self.out)))
        return at + 1

    def _attribute(self, at: int, tag: str, begin: int) -> tuple[int, str, str]:
        end = self._skip(at, SPACE + "=>")
        name = self.source[at:end]
        if not name:
            raise _problem(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}')
        at = self._skip_spaces(end)
        if at >= len(self.source):
            raise self._unclosed(begin)
        if self.source[at] != "=":
            return at, name, ""
        at = self._skip_spaces(at + 1)
        if at >= len(self.source):
            raise self._unclosed(begin)
        if self.source[at] in "\"'":
            end = self._skip(at + 1, self.source[at])
            value = CHARACTER.sub(_decoded, self.source[at + 1 : end])
            after = end + 1
        else:
            after = end = self._name_token(at)
            value = self.source[at:end].lower()
        if after >= len(self.source):
            raise self._unclosed(begin)
        return after, name, value

    def _name_token(self, at: int) -> int:
        end = at
        while end < len(self.source) and (self.source[end].isalnum() or self.source[end] in ".-"):
            end += 1
        if end < len(self.source) and self.source[end] not in SPACE + ">":
            raise _problem(f"Unexpected end of name token at byte offset {self._bytes(at)}")
        return end

    def _end_tag(self, begin: int) -> int:
        if not self.stack:
            raise _problem(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        at = self._skip(begin + 2, SPACE + ">")
        name = self.source[begin + 2 : at]
        at = self._skip_spaces(at)
        if not self.source.startswith(">", at):
            raise _problem(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        opened = self.stack.pop()
        if name and name != opened.tag:
            where = self._bytes(begin)
            raise _problem(
                f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.offset > opened.offset:
            self._close(opened)
        return at + 1

    def _close(self, opened: _Open) -> None:
        entity: Entity = {
            "type": TAGS[opened.tag],
            "offset": opened.offset,
            "length": self.offset - opened.offset,
        }
        if opened.tag == "a":
            url = opened.argument or "".join(self.out[opened.begin :])
            if "." not in url and "://" not in url:
                return
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag in {"code", "pre"} and self._merge_code(entity, opened):
            return
        elif opened.argument and opened.tag == "code":
            entity["language"] = opened.argument
        self.entities.append(entity)

    def _merge_code(self, entity: Entity, opened: _Open) -> bool:
        """Turn <pre><code class="language-x"> into one entity with a language."""
        last = self.entities[-1] if self.entities else None
        if opened.tag != "pre" or not last or last["type"] != "code" or "language" not in last:
            return False
        if (last["offset"], last["length"]) != (entity["offset"], entity["length"]):
            return False
        last["type"] = "pre"
        return True

    def _unclosed(self, begin: int) -> ApiError:
        return _problem(f"Unclosed start tag at byte offset {self._bytes(begin)}")


def _problem(text: str) -> ApiError:
    return Refusal.ENTITIES.error(problem=text)


def _decoded(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case "a", "href":
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "tg-emoji", "emoji-id":
            return value
        case "blockquote", "expandable":
            return "1"
    return ""


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return plain text and entities of an HTML text; raises TDLib's "can't parse entities" texts."""
    if "<" not in source and "&" not in source:
        return source, []
    text, entities = _HtmlParser(source).parse()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Strip white space at both ends and move the entities along, as Telegram does with every text."""
    stripped = text.strip()
    if stripped == text:
        return text, _sorted(entities)
    cut = utf16(text[: len(text) - len(text.lstrip())])
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
    out = []
    opened: list[Entity] = []
    for start, end in zip(marks, marks[1:], strict=False):
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
    tag = RENDERED.get(kind)
    if not tag:
        return "", ""
    return '<span class="spoiler">' if tag == "span" else f"<{tag}>", f"</{tag}>"
