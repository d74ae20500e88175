"""The cell styles of a workbook that is filled: which show dates, and copies of some that keep a text a text.

It reads and extends the one part that holds them; no style that is there changes.
"""

import re
from copy import copy
from datetime import date
from typing import Final

from exports.xml_spans import Span, replaced, spans

PART: Final = "xl/styles.xml"
_BUILT_IN: Final = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})
"""Numbers of the formats that show a day."""
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DAY: Final = re.compile(r"[yd]", re.IGNORECASE)
_EPOCH: Final = date(1899, 12, 30)
_MAC_EPOCH: Final = date(1904, 1, 1)
_QUOTE: Final = b' quotePrefix="1"'


def serial(day: date, *, mac: bool) -> int:
    """The number by which a workbook knows a day."""
    return (day - (_MAC_EPOCH if mac else _EPOCH)).days


class FormStyles:
    """The styles of one workbook; `data` is None where it has none."""

    def __init__(self, data: bytes | None) -> None:
        self._data = data or b""
        found = spans(data, {"numFmt", "cellXfs", "xf", "alignment"}) if data else []
        self._table = next((span for span in found if span.name == "cellXfs"), None)
        codes = {span.attributes.get("numFmtId"): span.attributes.get("formatCode", "") for span in found}
        self._codes = {number: code for number, code in codes.items() if number}
        self._xfs = list(self._table.inside("xf")) if self._table else []
        self._copies: dict[int, int] = {}

    def fresh(self) -> "FormStyles":
        """The same styles without copies, for one more workbook."""
        same = copy(self)
        same._copies = {}  # noqa: SLF001 - its own
        return same

    def shows_day(self, style: int) -> bool:
        """Whether cells of a style show their number as a day."""
        if style >= len(self._xfs):
            return False
        number = self._xfs[style].attributes.get("numFmtId", "0")
        code = self._codes.get(number)
        if code is not None:
            return bool(_DAY.search(_QUOTED.sub("", code)))
        return number.isdecimal() and int(number) in _BUILT_IN

    def wraps(self, style: int) -> bool:
        """Whether cells of a style show a text on several lines."""
        looks = self._xfs[style].inside("alignment") if style < len(self._xfs) else ()
        return any(each.attributes.get("wrapText") in {"1", "true"} for each in looks)

    def quoted(self, style: int) -> int:
        """A style that looks the same and says that its text is no formula, whatever it begins with."""
        xfs = self._xfs
        if style >= len(xfs) or xfs[style].attributes.get("quotePrefix") in {"1", "true"}:
            return style
        return self._copies.setdefault(style, len(xfs) + len(self._copies))

    def to_bytes(self) -> bytes:
        """The part with the copies at the end of the table."""
        if self._table is None or not self._copies:
            return self._data
        xfs = self._xfs
        copies = b"".join(self._copy(xfs[style]) for style in self._copies)
        head = self._data[self._table.start : xfs[0].start]
        counted = re.sub(rb'count="[0-9]+"', b'count="%d"' % (len(xfs) + len(self._copies)), head)
        last = xfs[-1].end
        return replaced(self._data, [(self._table.start, xfs[0].start, counted), (last, last, copies)])

    def _copy(self, xf: Span) -> bytes:
        written = self._data[xf.start : xf.end]
        at = 1 + len(xf.tag.encode())
        written = re.sub(rb'\squotePrefix="[^"]*"', b"", written)
        return written[:at] + _QUOTE + written[at:]
