"""What coordinators keep about studios, and what they decide about outcomes; files that people hand in or export with.

Who may do what is decided elsewhere.
"""

from __future__ import annotations

from typing import Literal

from bot.entities.frozen import Frozen


class Retirement(Frozen):
    """A studio is no longer assessed."""

    studio: str
    day: str
    """ISO date from which."""
    reason: str
    by: str
    at: int
    """Stored time, ms."""


class Leading(Frozen):
    """Who led a studio, from when to when."""

    studio: str
    place: int
    """1, 2, 3 … in the order of time."""
    name: str
    since: str = ""
    """ISO date; empty where nobody knows."""
    until: str = ""
    """ISO date of the last day; empty for whoever leads it now."""
    paper: str = ""
    """文号: the paper that says so."""
    reason: str = ""
    by: str
    at: int
    """Stored time, ms."""


class TeamMember(Frozen):
    """Somebody of a studio's team."""

    studio: str
    place: int
    name: str
    honours: str = ""


class YearFund(Frozen):
    """What a studio has to spend in a year."""

    studio: str
    year: int
    amount: str
    """Yuan, a decimal as text."""
    by: str | None
    """None: the shell."""
    at: int
    """Stored time, ms."""


class FactEntry(Frozen):
    """A fact that a coordinator entered for a studio and a period; its files are proofs."""

    id: str
    studio: str
    rubric: str
    period: str
    fact: str
    """Id in the rubric."""
    note: str = ""
    by: str
    at: int
    """Stored time, ms."""


JudgementState = Literal["open", "proposed", "approved", "sent_back", "carried_out"]
"""`open`: something was decided for the period, and nothing is proposed yet."""


class Judgement(Frozen):
    """What is to follow for a studio from a period: proposed by a coordinator, approved by somebody else."""

    id: str
    studio: str
    rubric: str
    version: int
    period: str
    state: JudgementState
    how: Literal["", "total", "mean", "none"] = ""
    """What was decided where parts of the period are missing."""
    total: str = ""
    """The total that was decided, a decimal as text."""
    reason: str = ""
    """Why it was decided so."""
    chosen: tuple[str, ...] = ()
    """Ids of the alternatives that were chosen."""
    figures: str = ""
    """The outcome as it was proposed, JSON; empty until then."""
    by: str
    at: int
    """Stored time, ms."""
    approved_by: str | None = None
    approved: int | None = None
    remark: str = ""
    """Of whoever approved it or sent it back."""
    carried: str = ""
    """ISO date on which it was carried out (兑现)."""
    revision: int = 1


class Split(Frozen):
    """What one person gets of a lump sum, or gives."""

    judgement: str
    due: int
    """Which of the consequences, from 0."""
    place: int
    name: str
    amount: str
    """A decimal as text."""
    by: str
    at: int
    """Stored time, ms."""


UploadState = Literal["waiting", "read", "failed", "applied", "dropped"]


class Upload(Frozen):
    """A workbook that was sent to be read: lists by a coordinator, registers and plans by whoever keeps them."""

    id: str
    kind: Literal["studios", "visits", "form", "registers", "plans"]
    chat: int
    person: str
    name: str
    file_id: str
    unique_id: str
    size: int | None = None
    sha256: str | None = None
    state: UploadState = "waiting"
    result: str = ""
    """What was read, JSON of whoever reads this kind."""
    failure: str | None = None
    added: int
    """Stored time, ms."""
    changed: int


class OwnForm(Frozen):
    """A coordinator's own workbook with marks in its cells."""

    id: str
    name: str
    rubric: str = ""
    """The rubric whose items it names; empty where it names none."""
    sha256: str
    by: str
    at: int
    """Stored time, ms."""
