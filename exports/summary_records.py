"""The frozen inputs of a summary (汇总表): every studio of a period, those that are missing, and the periods before.

Figures are exact; words are in the language of the rubric.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from rubrics.model import Rubric, Section
from rubrics.ranking import Ties


@dataclass(frozen=True, slots=True)
class Part:
    """A period whose sheets are summed up: its name, as it is printed in full and at the head of a column."""

    id: str
    title: str
    short: str


@dataclass(frozen=True, slots=True)
class Scored:
    """One signed official sheet, as it counts today; `sections` hold what each section came to."""

    part: str
    total: Decimal
    deducted: Decimal
    bonus: Decimal
    sections: Mapping[str, Decimal]
    signed: str
    confirmed: bool = False
    appealed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One studio with at least one signed sheet.

    `exact` is the figure that is ranked, the total or the mean of the parts; without one (parts are missing and nobody
    has decided) the studio stands below the ranked ones. `shown` is the figure as it may be printed.
    """

    studio: str
    unit: str
    leader: str
    sheets: tuple[Scored, ...]
    exact: Fraction | None = None
    shown: Decimal | None = None
    verdict: str = ""
    state: str = "suggested"
    """`suggested`, `proposed`, `sent_back`, `approved`, `carried_out` or `outdated`."""
    missing: tuple[str, ...] = ()
    """Ids of the parts without a signed sheet."""

    def sheet(self, part: str) -> Scored | None:
        """The sheet of a part."""
        return next((each for each in self.sheets if each.part == part), None)


@dataclass(frozen=True, slots=True)
class Absent:
    """A sheet that is not there, and why in words."""

    studio: str
    unit: str
    leader: str
    period: str
    why: str


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A studio over the periods of the trend: figures as they are shown, None where it has none."""

    studio: str
    unit: str
    figures: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """The figures of earlier periods of the same kind, the newest last."""

    periods: tuple[str, ...] = ()
    lines: tuple[TrendLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryRecord:
    """All that a summary says; several `parts` are averaged, of one the sections are shown.

    `ruled` says whether somebody has decided how ties are ranked.
    """

    rubric: Rubric
    period: str
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    absent: tuple[Absent, ...]
    drawn_on: date
    dated: datetime
    trend: Trend = Trend()
    ties: Ties = "skipped"
    ruled: bool = False
    scope: str = ""
    """The unit whose studios these are; empty for all."""
    judged: bool = True
    """Whether the rubric has lines for this kind of period."""
    notes: tuple[str, ...] = field(default=())

    @property
    def averaged(self) -> bool:
        """Whether figures are means of several sheets."""
        return len(self.parts) > 1

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that at least one of the sheets has."""
        there = {no for line in self.lines for sheet in line.sheets for no in sheet.sections}
        return tuple(each for each in self.rubric.sections if str(each.no) in there)
