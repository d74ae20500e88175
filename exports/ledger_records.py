"""What a ledger (台账) of a studio is drawn from: logged activities, months, and the registers of its standing file."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from rubrics.activities import Activity
from rubrics.logbook import Standing
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One logged activity as it is printed."""

    activity: str
    """Id of its kind."""
    on: str
    topic: str
    led_by: str
    people: int | None
    hours: Decimal | None
    amount: Decimal
    """What the kind's measure counts."""
    summary: str
    files: tuple[str, ...]
    """What was sent for it, in words, by kind."""
    came: str
    late: bool


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month as it was handed in; `day` is empty where it never was."""

    month: str
    day: str
    state: str
    """`submitted`, `late`, `open`, `none`, or `running` while it can still be handed in in time."""
    nothing: str | None
    reopened: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register's sheet; `weight` is its share of the width."""

    title: str
    weight: int = 2
    centred: bool = False


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A register as it stood in the time: its entries, one a line, in the columns that it has."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """All that a ledger says; the lines by day, the registers in the order of the source."""

    rubric: Rubric
    studio: str
    unit: str
    leader: str
    period: str
    drawn_on: date
    dated: datetime
    standings: tuple[Standing, ...]
    months: tuple[MonthLine, ...]
    lines: tuple[LedgerLine, ...]
    registers: tuple[RegisterSheet, ...] = ()

    def of(self, kind: Activity) -> tuple[LedgerLine, ...]:
        """The lines of a kind."""
        return tuple(line for line in self.lines if line.activity == kind.id)

    @property
    def kinds(self) -> tuple[Activity, ...]:
        """The kinds that have lines or are asked for in this time, in the order of the source."""
        asked = {kind for one in self.standings if one.due or one.done for kind in one.requirement.activities}
        return tuple(kind for kind in self.rubric.activities if kind.id in asked or self.of(kind))


def title_of(kind: Activity, rubric: Rubric) -> str:
    """A kind's name in the language of its rubric's labels."""
    return kind.title if rubric.language.startswith("zh") else kind.title_en or kind.title
