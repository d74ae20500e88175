"""Where the elements of an XML part stand, byte by byte, so that some can be replaced and all others stay as they are.

It knows nothing of workbooks. What it is given was looked at before: it has no entities of its own.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

_NOT_XML: Final = "not well-formed"


class Broken(Exception):
    """A part that is no XML, or XML in an encoding whose bytes cannot be counted."""


@dataclass(slots=True)
class Span:
    """One element: its own text, the wanted elements inside it, and its bytes from `start` to `end`."""

    name: str
    """Without its prefix."""
    tag: str
    """As it is written."""
    attributes: dict[str, str]
    start: int
    end: int = 0
    text: str = ""
    children: list["Span"] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """What stands before the name, with its colon; empty in most files."""
        return self.tag[: len(self.tag) - len(self.name)]

    def inside(self, name: str) -> Iterator["Span"]:
        """The children of this name."""
        return (child for child in self.children if child.name == name)


def spans(data: bytes, wanted: Collection[str]) -> list[Span]:
    """The elements of these names, outermost first; those inside another wanted one are its children."""
    found: list[Span] = []
    open_: list[Span] = []
    parser = ParserCreate()
    parser.buffer_text = True

    def begin(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name not in wanted:
            return
        span = Span(name, tag, attributes, parser.CurrentByteIndex)
        (open_[-1].children if open_ else found).append(span)
        open_.append(span)

    def finish(tag: str) -> None:
        if not open_ or open_[-1].tag != tag or tag.rpartition(":")[2] not in wanted:
            return
        span = open_.pop()
        at = parser.CurrentByteIndex
        # An empty element ends where it is reported; any other is reported where its closing tag begins.
        closing = data.startswith(b"</" + tag.encode(), at)
        span.end = data.index(b">", at) + 1 if closing else at

    def words(text: str) -> None:
        if open_:
            open_[-1].text += text

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = words
    _run(parser.Parse, data)
    return found


def _run(parse: object, data: bytes) -> None:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"UTF-16" in data[:200].upper():
        raise Broken(_NOT_XML)
    try:
        parse(data, True)  # type: ignore[operator]  # noqa: FBT003 - expat's own
    except (ExpatError, ValueError, UnicodeDecodeError) as error:
        raise Broken(_NOT_XML) from error


def replaced(data: bytes, pieces: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The bytes with some of them replaced: from where, to where, by what; none may overlap."""
    made, at = bytearray(), 0
    for start, end, new in sorted(pieces, key=lambda piece: piece[:2]):
        made += data[at:start] + new
        at = end
    return bytes(made + data[at:])
