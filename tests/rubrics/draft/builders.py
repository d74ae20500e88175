"""Documents written as code: rows of words become Word tables, workbooks, or text.

In a row `^` goes on with the cell above and `<` with the cell to the left: merged cells, as people see them.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]
UP, LEFT = "^", "<"


def rows(text: str) -> list[list[str]]:
    """Rows of a table drawn with |; `/` in a cell is a line break."""
    return [
        [cell.strip().replace(" / ", "\n") for cell in line.split("|")]
        for line in text.strip("\n").splitlines()
    ]


def _areas(table: Rows) -> list[tuple[int, int, int, int]]:
    """The merged areas: first row and column, last row and column."""
    areas = {}
    for at, row in enumerate(table):
        for place, cell in enumerate(row):
            if cell in {UP, LEFT}:
                continue
            right = place
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            below = at
            while below + 1 < len(table) and table[below + 1][place] == UP:
                below += 1
            if (below, right) != (at, place):
                areas[at, place] = (at, place, below, right)
    return list(areas.values())


def word(*blocks: str | Rows) -> bytes:
    """A .docx: texts are paragraphs, rows are tables."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            for line in block.strip().splitlines():
                document.add_paragraph(line.strip())
            continue
        table = document.add_table(len(block), len(block[0]))
        for at, row in enumerate(block):
            for place, cell in enumerate(row):
                if cell not in {UP, LEFT, ""}:
                    table.cell(at, place).text = str(cell)
        for top, left, bottom, right in _areas(block):
            words = table.cell(top, left).text
            table.cell(top, left).merge(table.cell(bottom, right)).text = words
    return _bytes(document)


def excel(sheets: dict[str, Rows], skip: int = 0) -> bytes:
    """A .xlsx with these sheets, each beginning `skip` rows and columns from the corner."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, table in sheets.items():
        sheet = book.create_sheet(title)
        for at, row in enumerate(table, start=1 + skip):
            for place, cell in enumerate(row, start=1 + skip):
                if cell not in {UP, LEFT, ""}:
                    sheet.cell(at, place, cell)
        for top, left, bottom, right in _areas(table):
            sheet.merge_cells(
                start_row=top + 1 + skip, start_column=left + 1 + skip,
                end_row=bottom + 1 + skip, end_column=right + 1 + skip,
            )  # fmt: skip
    return _bytes(book)


def tabbed(*blocks: str | Rows) -> bytes:
    """Text with tables in tabs, as they come from the clipboard: what is merged is blank."""
    return _text(blocks, "\t", "", "")


def piped(*blocks: str | Rows) -> bytes:
    """Text with tables in pipes and a rule under each head."""
    return _text(blocks, " | ", "| ", " |")


def _text(blocks: Iterable[str | Rows], between: str, before: str, behind: str) -> bytes:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            lines += [line.strip() for line in block.strip().splitlines()]
            continue
        for at, row in enumerate(block):
            cells = ["" if cell in {UP, LEFT} else str(cell).replace("\n", " ") for cell in row]
            lines.append(before + between.join(cells) + behind)
            if before and at == 0:
                lines.append(before + between.join("---" for _ in cells) + behind)
        lines.append("")
    return "\n".join(lines).encode()


def _bytes(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
