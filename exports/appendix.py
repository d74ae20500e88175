"""The sheet at the end for texts that the others have no room for, complete, in pieces that fit a row each."""

from exports import heights
from exports.labels import Say
from exports.styles import BODY, HEADER, MIDDLE, TITLE
from exports.workbook import PAPER_WIDTH, Book, Footer, Span

_PIECE_CHARS = 1000
_PIECE_LINES = 20


def draw(book: Book, say: Say, footer: Footer) -> None:
    """Add the sheet if any text was moved; joined, the pieces of a number are the text."""
    if not book.overflow:
        return
    page = book.page(say("tab_appendix"))
    page.columns([PAPER_WIDTH * 0.06, PAPER_WIDTH * 0.16, PAPER_WIDTH * 0.78])
    row = page.block(1, [Span(1, 3, say("appendix_title"), TITLE)], 30)
    header = row
    labels = (say("appendix_no"), say("appendix_where"), say("appendix_text"))
    row = page.block(row, [Span(number, number, label, HEADER) for number, label in enumerate(labels, 1)], 24)
    for moved in book.overflow:
        first = row
        for piece in heights.pieces(moved.text, _PIECE_CHARS, _PIECE_LINES):
            row = page.block(row, [Span(3, 3, piece, BODY)])
        for column, words in ((1, str(moved.no)), (2, moved.where)):
            page.down(first, row - 1, column, words, MIDDLE)
    page.print_setup(header, footer)
