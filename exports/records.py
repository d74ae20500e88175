"""The frozen inputs of every export: what stands on paper, already chosen and already in words.

Times and periods come as text in the reader's language; nothing here asks a clock or a database.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

from rubrics.beside import GateMark
from rubrics.common import on_sheet
from rubrics.model import Rubric
from rubrics.panels import Combined
from rubrics.sheet import Sheet

__all__ = [
    "AppealLine",
    "Check",
    "Comments",
    "EvidenceKind",
    "EvidenceLine",
    "Head",
    "NoteLine",
    "OwnCheck",
    "PanelDecision",
    "PanelMember",
    "PanelRecord",
    "Returned",
    "RulingLine",
    "Seal",
    "SheetRecord",
    "Signature",
    "rulings_of",
]

Seal = Literal["sealed", "pending"]
EvidenceKind = Literal["photo", "document", "voice", "video", "audio", "location"]
Picture = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Head:
    """The line of fields above the table; `variant` is the id of the studio's type in this rubric."""

    studio: str
    unit: str
    leader: str
    period: str
    assessed_on: str
    kind: str
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A person's words on an item, a rule of it, or the nth occurrence of that rule (from 1)."""

    item: str
    text: str
    letter: str | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One file or place, cited as 证1; the files of an album share its number and differ in `part` (from 1).

    `failure` says in words why the file could not be had; `picture` is the image or a way to read it. `pictured`
    keeps a place among the pictures for a document that is an image, before its bytes are here as after.
    """

    no: int
    item: str
    kind: EvidenceKind
    taken_at: str
    by: str
    letter: str | None = None
    nth: int | None = None
    part: int | None = None
    caption: str = ""
    file_name: str = ""
    sha256: str | None = None
    failure: str | None = None
    picture: Picture | None = field(default=None, repr=False)
    place: str | None = None
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Comments:
    """综合意见: the three parts written before signing."""

    strengths: str = ""
    problems: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed in the chat, as what, and when."""

    name: str
    role: Literal["head", "member", "self"]
    at: str


@dataclass(frozen=True, slots=True)
class Check:
    """校验码: 64 hex digits of which the sheet shows eight."""

    full: str

    @property
    def code(self) -> str:
        """The eight digits as they are shown: 7F3A-91C2."""
        return f"{self.full[:4]}-{self.full[4:8]}".upper()


@dataclass(frozen=True, slots=True)
class Returned:
    """An item that was sent back after signing, and why."""

    item: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class AppealLine:
    """An item that was contested after signing and decided: both scores, and the total before and after."""

    item: str
    old: Decimal
    new: Decimal
    kept: bool
    reason: str
    by: str
    """Who decided."""
    at: str
    why: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class RulingLine:
    """口径: a question that the source leaves open, the unit's answer, and whether anybody decided it.

    `chosen` is empty while nothing is decided.
    """

    question: str
    chosen: str
    assumed: bool
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """What the studio handed in as its self-assessment (自查), to stand beside an official sheet item by item.

    Item number -> points, None where it does not apply; condition -> its state. Sums are given because caps and weights
    may make them others than the items add up to.
    """

    by: str
    day: str
    scores: Mapping[str, Decimal | None]
    gates: Mapping[str, GateMark]
    total: Decimal | None = None
    bonus: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PanelMember:
    """A member of a blind panel with the ballot that was signed."""

    name: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class PanelDecision:
    """What the head settled, why and when."""

    score: str
    """Points, the state of a condition, or 1 and 0 of a veto."""
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class PanelRecord:
    """Where each scored alone: all ballots, the head's first, what they come to, and the head's decisions by row."""

    combined: Combined
    members: tuple[PanelMember, ...]
    decisions: Mapping[str, PanelDecision]


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """All that one score sheet says; `seal` is None and `check` is None while it is a draft.

    `dated` becomes the workbook's own date, so that the same record gives the same bytes.
    """

    rubric: Rubric
    sheet: Sheet
    head: Head
    notes: tuple[NoteLine, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    comments: Comments = Comments()
    signatures: tuple[Signature, ...] = ()
    check: Check | None = None
    seal: Seal | None = None
    returned: tuple[Returned, ...] = ()
    rulings: tuple[RulingLine, ...] = ()
    dated: datetime | None = None
    own: bool = False
    """This sheet is itself a self-assessment."""
    own_check: OwnCheck | None = None
    appeals: tuple[AppealLine, ...] = ()
    """In the order of the decisions."""
    panel: PanelRecord | None = None
    """Where each scored alone; `sheet` is then what all of them come to."""


def rulings_of(rubric: Rubric, chosen: Mapping[str, str], assumed: Collection[str]) -> tuple[RulingLine, ...]:
    """Put the answers of a campaign (ruling id -> option id or number) into the words of the rubric.

    Of the rulings that every campaign has, those that were decided and bear on one sheet are among them.
    """
    lines = []
    for ruling in rubric.rulings:
        answer = chosen.get(ruling.id, ruling.shipped)
        words = ruling.said(answer) or answer or ""
        lines.append(RulingLine(ruling.question, words, ruling.id in assumed, ruling.at))
    english = rubric.language == "en"
    beside = (
        RulingLine(each.ruling.asks(english=english), each.said(english=english), assumed=False)
        for each in on_sheet(rubric, chosen)
    )
    return (*lines, *beside)
