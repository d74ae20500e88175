"""The HTML parse mode: a text with tags in, plain text and entities out.

The error texts and byte offsets are those of TDLib's parser. It must not know what the text is for.
"""

import re
from dataclasses import dataclass

from .errors import ApiError, Refusal
from .formatting import SPACE, Entity, utf16

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
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![A-Za-z]));?")
LAST_CHARACTER = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


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
            raise Refusal.TAG_OPEN.error(tag=self.stack[-1].tag)
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
            raise Refusal.TAG_UNKNOWN.error(tag=tag, at=self._bytes(begin))
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
            raise Refusal.TAG_SPAN.error(at=self._bytes(begin))
        self.stack.append(_Open(tag, argument, self.offset, len(self.out)))
        return at + 1

    def _attribute(self, at: int, tag: str, begin: int) -> tuple[int, str, str]:
        end = self._skip(at, SPACE + "=>")
        name = self.source[at:end]
        if not name:
            raise Refusal.ATTRIBUTE_EMPTY.error(tag=tag, at=self._bytes(begin))
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
            raise Refusal.NAME_TOKEN.error(at=self._bytes(at))
        return end

    def _end_tag(self, begin: int) -> int:
        if not self.stack:
            raise Refusal.TAG_UNEXPECTED.error(at=self._bytes(begin))
        at = self._skip(begin + 2, SPACE + ">")
        name = self.source[begin + 2 : at]
        at = self._skip_spaces(at)
        if not self.source.startswith(">", at):
            raise Refusal.END_TAG_UNCLOSED.error(at=self._bytes(begin))
        opened = self.stack.pop()
        if name and name != opened.tag:
            raise Refusal.TAG_UNMATCHED.error(at=self._bytes(begin), tag=opened.tag, found=name)
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
        return Refusal.TAG_UNCLOSED.error(at=self._bytes(begin))


def _decoded(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if 0 < code < LAST_CHARACTER and code not in SURROGATES else ""


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
