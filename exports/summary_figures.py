"""Figures of a summary as cells hold them: exact where decimals can be, and formulas that cut where paper cuts.

A mean is shown cut on its own side of every line; the formula behind it does the same, so that it stays live.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from openpyxl.utils import get_column_letter

from exports.summary_records import Line, Part, SummaryRecord
from rubrics.ranking import ranks

PLACES: Final = 2
_EXACT: Final = 9
"""Places beyond which a program's figures are noise."""


def plain(figure: Fraction) -> Decimal:
    """A figure as a cell can hold it: exact, or as near as a program's own numbers get."""
    return rounded(figure, _EXACT)


def rounded(figure: Fraction, places: int) -> Decimal:
    """A figure rounded as workbooks round: halves away from zero; one form for one amount."""
    scaled = abs(figure) * 10**places + Fraction(1, 2)
    size = Decimal(scaled.numerator // scaled.denominator).scaleb(-places)
    return _bare(-size if figure < 0 else size)


def mean(figures: Sequence[Fraction]) -> Fraction:
    """The exact mean."""
    return sum(figures, Fraction(0)) / len(figures)


def cut(formula: str, exact: Fraction, shown: Decimal) -> str:
    """A formula for `exact` that comes to what is shown: nearer to 0 or farther from it, never just rounded."""
    places = max(PLACES, -int(shown.as_tuple().exponent))
    if rounded(exact, places) == shown:
        return f"ROUND({formula},{places})"
    how = "ROUNDDOWN" if abs(shown) < abs(exact) else "ROUNDUP"
    return f"{how}(ROUND({formula},{max(_EXACT, places + 2)}),{places})"


def area(column: int, first: int, last: int, *, fixed: bool = False) -> str:
    """The cells of a column as a formula names them."""
    letter = get_column_letter(column)
    return f"${letter}${first}:${letter}${last}" if fixed else f"{letter}{first}:{letter}{last}"


def ordered(record: SummaryRecord) -> tuple[list[tuple[int, Line]], list[Line]]:
    """The lines with their ranks, the best first and equals by name; and those that have none."""
    ranked = [(line.exact, line) for line in record.lines if line.exact is not None]
    places = ranks([exact for exact, _ in ranked], record.ties)
    listed = sorted(
        zip(places, (line for _, line in ranked), strict=True),
        key=lambda one: (one[0], one[1].unit, one[1].studio),
    )
    others = sorted(
        (line for line in record.lines if line.exact is None), key=lambda one: (one.unit, one.studio)
    )
    return listed, others


def of_sheets(line: Line, what: str) -> Decimal:
    """What all sheets of a studio come to in points lost or in bonus."""
    return sum((getattr(sheet, what) for sheet in line.sheets), Decimal(0))


def section_mean(line: Line, no: str) -> Fraction | None:
    """What a section comes to in the mean of the sheets that have it."""
    found = [Fraction(sheet.sections[no]) for sheet in line.sheets if no in sheet.sections]
    return mean(found) if found else None


def beside(line: Line) -> Decimal:
    """What of a single sheet's total stands in no section: weights, steps beside the rows, appeals."""
    sheet = line.sheets[0]
    return sheet.total - sum(sheet.sections.values(), Decimal(0))


def missing_parts(record: SummaryRecord, line: Line) -> Iterable[Part]:
    """The parts that a studio has no sheet of."""
    return (part for part in record.parts if part.id in line.missing)


def _bare(amount: Decimal) -> Decimal:
    whole = amount.to_integral_value()
    return whole if amount == whole else amount.normalize()
