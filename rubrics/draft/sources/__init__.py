"""The doors of the draft reader: Word, Excel, pasted text. Each turns bytes into the same neutral document.

The libraries are imported only when a file of their kind is opened.
"""

from typing import Final

from rubrics.draft.document import Document, Grid
from rubrics.draft.limits import PASSAGE
from rubrics.draft.sources import package, text
from rubrics.problems import Refused, problem

ENDINGS: Final = (".docx", ".xlsx", ".xlsm", ".txt", ".md", ".tsv", ".html", ".htm")
"""How the names of files end that can be read; what counts is what they hold."""


def open_document(data: bytes, name: str) -> Document:
    """The document in the bytes; `name` is the file's own and may end as it likes.

    Refuses what is too large, encrypted, damaged, of another kind, or made to exhaust whoever opens it.
    """
    document = _opened(data, name)
    for block in document.blocks:
        texts = (
            (cell.text for row in block.rows for cell in row) if isinstance(block, Grid) else (block.text,)
        )
        if any(len(one) > PASSAGE for one in texts):
            raise Refused(problem("document_too_long"))
    return document


def _opened(data: bytes, name: str) -> Document:
    kind = package.kind(data)
    stem = name.rpartition("/")[2]
    stem = stem.rpartition(".")[0] if stem.lower().endswith(ENDINGS) else stem
    if kind == "docx":
        from rubrics.draft.sources import docx  # noqa: PLC0415 - `import rubrics` needs no Word

        return docx.read(data, stem)
    if kind == "xlsx":
        from rubrics.draft.sources import xlsx  # noqa: PLC0415 - nor Excel

        return xlsx.read(data, stem)
    return text.read(data, stem)
