"""How much of a document is read; anything beyond is refused before it is opened, or while it is."""

from typing import Final

MEGABYTE: Final = 1 << 20
FILE: Final = 5 * MEGABYTE
"""The size of the file."""
UNPACKED: Final = 30 * MEGABYTE
"""All parts of it, unpacked."""
PART: Final = 12 * MEGABYTE
"""One part of XML, unpacked."""
RATIO: Final = 100
"""How many times larger than itself a file may unpack, once that is more than a megabyte."""
MEMBERS: Final = 200
"""Parts in it."""
TEXT: Final = 1_000_000
"""Letters of a pasted text."""
PASSAGE: Final = 20_000
"""Letters of one paragraph or cell."""
ROWS: Final = 5_000
COLUMNS: Final = 100
CELLS: Final = 60_000
"""Cells of a table or sheet."""
