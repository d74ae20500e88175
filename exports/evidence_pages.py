"""The evidence behind a sheet: an index of every file and place with its SHA-256, and the pictures three across."""

from collections.abc import Sequence
from typing import Final

from exports import heights
from exports.item_words import evidence_no
from exports.labels import Say
from exports.pictures import Ready, Unreadable, prepare
from exports.records import EvidenceLine, SheetRecord
from exports.styles import BODY, FINE, HEADER, MIDDLE, MUTED, TITLE, Look
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

_INDEX: Final = (
    ("index_no", 6),
    ("index_item", 17),
    ("index_kind", 5),
    ("index_time", 13),
    ("index_by", 8),
    ("index_words", 17),
    ("index_file", 12),
    ("index_sha", 22),
)
"""Labels of the index with their shares of the width."""

_ACROSS: Final = 3
_TALL: Final = 168.0
"""Height of a picture's cell in points: with its words twice on a page of paper."""
_WORDS: Final = 62.0
_CAPTION_LINES: Final = 2
_UNDER: Final = Look(down="top")


def draw(book: Book, record: SheetRecord, say: Say, footer: Footer) -> None:
    """Add the index, and the pictures if there are any."""
    if not record.evidence:
        return
    _index(book.page(say("tab_index")), record, say, footer)
    shown = [
        line for line in record.evidence if line.kind == "photo" or line.pictured or line.picture is not None
    ]
    if shown:
        _Pictures(book.page(say("tab_pictures")), record, say).draw(shown, footer)


def _index(page: Page, record: SheetRecord, say: Say, footer: Footer) -> None:
    page.columns(PAPER_WIDTH * share / 100 for _, share in _INDEX)
    header = page.block(1, [Span(1, len(_INDEX), say("index_title"), TITLE)], 30)
    row = page.block(
        header, [Span(at, at, say(label), HEADER) for at, (label, _) in enumerate(_INDEX, 1)], 24
    )
    page.freeze(row)
    for line in record.evidence:
        row = page.block(row, _index_row(line, record, say))
    page.print_setup(header, footer)


def _index_row(line: EvidenceLine, record: SheetRecord, say: Say) -> list[Span]:
    proof = line.sha256 or ("" if line.kind == "location" else say("waiting"))
    if line.failure:
        proof = say("failed", reason=line.failure)
    return [
        Span(1, 1, evidence_no(line, say), MIDDLE),
        Span(2, 2, _place(line, record, say), BODY),
        Span(3, 3, say(f"kind_{line.kind}"), MIDDLE),
        Span(4, 4, line.taken_at, MIDDLE),
        Span(5, 5, line.by, MIDDLE),
        Span(6, 6, line.caption, BODY),
        Span(7, 7, line.place or line.file_name, BODY),
        Span(8, 8, proof, FINE),
    ]


def _place(line: EvidenceLine, record: SheetRecord, say: Say) -> str:
    """Item, letter and occurrence that a piece of evidence belongs to."""
    item = record.rubric.item(line.item)
    words = f"{line.item} {item.title}" if item else line.item
    if not line.letter:
        return words
    rule = item.rule(line.letter) if item else None
    if line.nth is None or rule is None or not rule.repeats:
        return f"{words} {line.letter}"
    unit = rule.unit or say("occurrence_unit")
    return f"{words} {say('occurrence', letter=line.letter, nth=line.nth, unit=unit)}"


class _Pictures:
    """The page of pictures."""

    def __init__(self, page: Page, record: SheetRecord, say: Say) -> None:
        self._page, self._record, self._say = page, record, say
        page.columns([PAPER_WIDTH / _ACROSS] * _ACROSS)

    def draw(self, shown: Sequence[EvidenceLine], footer: Footer) -> None:
        """Draw the title and all pictures, a fixed number to a page of paper."""
        row = self._page.block(1, [Span(1, _ACROSS, self._say("pictures_title"), TITLE)], 26)
        for start in range(0, len(shown), _ACROSS):
            row = self._across(row, shown[start : start + _ACROSS])
        self._page.print_setup(1, footer)

    def _across(self, row: int, lines: Sequence[EvidenceLine]) -> int:
        self._page.height(row, _TALL)
        for column, line in enumerate(lines, 1):
            ready = self._ready(line)
            if isinstance(ready, str):
                self._page.put(row, column, ready, MUTED)
            else:
                self._page.blank(row, column)
                self._page.picture(row, column, ready, _TALL)
        spans = [Span(column, column, self._under(line), _UNDER) for column, line in enumerate(lines, 1)]
        below = self._page.block(row + 1, spans, _WORDS)
        self._page.keep(row, below - 1)
        return below

    def _ready(self, line: EvidenceLine) -> Ready | str:
        """The picture, or in words why there is none."""
        if line.picture is None and not line.failure:
            return self._say("waiting")
        reason = line.failure
        if not reason and line.picture is not None:
            try:
                return prepare(line.picture if isinstance(line.picture, bytes) else line.picture())
            except Unreadable as refused:
                reason = self._say(refused.trouble)
            except OSError:
                reason = self._say("unread")
        return self._say("no_picture", reason=reason)

    def _under(self, line: EvidenceLine) -> str:
        """Number and place, time and person, and as much of the caption as fits; the index has all of it."""
        lines = [
            f"{evidence_no(line, self._say)}　{_place(line, self._record, self._say)}",
            f"{line.taken_at}　{line.by}",
        ]
        if line.caption:
            lines.append(_shortened(line.caption, heights.room(self._page.widths[0])))
        return "\n".join(lines)


def _shortened(caption: str, room: int) -> str:
    words = " ".join(caption.split())
    while heights.lines(words, room) > _CAPTION_LINES:
        words = f"{words[: len(words) * 3 // 4].rstrip('…')}…"
    return words
