"""Words as a workbook can hold them: nothing in them breaks the file, starts a formula or is cut."""

import re
from typing import Final
from xml.sax.saxutils import escape

LONGEST: Final = 32767
"""Excel's limit for one cell, in UTF-16 units."""

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BREAKS: Final = re.compile("\r\n?|\x85|\u2028|\u2029")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_STARTERS: Final = tuple("=+-@\t\uff1d\uff0b\uff0d\uff20'")


def clean(text: str) -> str:
    """The text without what XML forbids; half of a surrogate pair becomes the replacement character."""
    return _SURROGATES.sub("\ufffd", _ILLEGAL.sub("", _BREAKS.sub("\n", text)))


def tempts(text: str) -> bool:
    """Whether a program could take the text for a formula when somebody edits the cell."""
    return text.startswith(_STARTERS)


def fits(text: str) -> bool:
    """Whether one cell can hold the text."""
    return len(text) <= LONGEST // 2 or len(text.encode("utf-16-le")) // 2 <= LONGEST


def to_xml(text: str) -> str:
    """The text of a cell as XML; what looks like a workbook's own escape is escaped itself."""
    return escape(_ESCAPE.sub("_x005F_", text))


def from_xml(text: str) -> str:
    """The text that a cell means, where openpyxl left a workbook's own escapes as they were."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
