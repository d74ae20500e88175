"""How official papers name periods: in full, and short for the head of a column."""

from exports.labels import labels
from rubrics.periods import Period


def said(period: Period, language: str) -> str:
    """A period in full, as running text has it."""
    kind, year, number = _of(period)
    return labels(language)(f"span_{kind}", year=year, number=number)


def short(period: Period, language: str) -> str:
    """A period within a longer one."""
    kind, year, number = _of(period)
    return labels(language)(f"span_short_{kind}", year=year, number=number)


def _of(period: Period) -> tuple[str, int, int]:
    """Under what a period is worded, its year, and which of its kind it is; of a cycle the last year."""
    start, end = period.start, period.end
    if period.kind == "half":
        return f"half_{end.month // 6}", start.year, end.month // 6
    numbers = {"month": start.month, "quarter": end.month // 3, "year": start.year, "cycle": end.year}
    return period.kind, start.year, numbers[period.kind]
