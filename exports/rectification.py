"""整改通知书: what a signed sheet says is to be put right, as a letter in Word to the unit's union, copy to the leader.

The rubric's language; A4 upright, the table on as many pages as it needs with its head repeated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Final, Literal

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from exports.circular import leader_word, page_words
from exports.labels import Say, labels
from exports.letter import Letter
from rubrics.model import Item, Rubric
from rubrics.points import show

WIDTHS: Final = (8, 18, 31, 9, 27, 44, 15, 19)
"""Columns in tenths of the text's width, in millimetres."""
CENTRED: Final = frozenset({0, 3, 6, 7})
TITLE: Final = 18
BODY: Final = 12
SMALL: Final = 10
_COLUMNS: Final = ("no", "item", "problem", "points", "clause_head", "demand", "owner", "due")


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the table; `problem` is what was noted, a line each, `count` how often the rule was met."""

    number: int
    item: str
    letter: str
    points: Decimal
    problem: str
    clause: str
    demand: str
    owner: str
    due: str
    count: int = 1
    state: Literal["", "accepted", "waived"] = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """All that one notice says; `suggested` are the days of a term that nobody has decided.

    `signed` and the days of findings are ISO dates, `period` and `code` in words; `dated` becomes the file's own date.
    """

    rubric: Rubric
    studio: str
    unit: str
    leader: str
    period: str
    signed: str
    total: Decimal
    full: Decimal | None
    deducted: Decimal
    findings: tuple[Finding, ...]
    panel: tuple[str, ...]
    code: str
    suggested: int | None
    dated: datetime


def render(notice: Notice) -> bytes:
    """Return the document."""
    say = labels(notice.rubric.language)
    letter = Letter(notice.rubric.language, page_words(say))
    letter.line(say("notice_title"), size=TITLE, bold=True, align=ALIGN.CENTER, after=6)
    letter.line(say("notice_number"), size=SMALL, align=ALIGN.CENTER, after=14)
    letter.line(_to(notice, say), size=BODY, bold=True, after=4)
    letter.text(_intro(notice, say), size=BODY)
    letter.table([say(f"notice_{each}") for each in _COLUMNS], _rows(notice, say), WIDTHS, CENTRED)
    for note in _notes(notice, say):
        letter.line(note, size=SMALL, before=4)
    letter.text(say("notice_demands"), size=BODY, before=8, together=True)
    _foot(letter, notice, say)
    out = BytesIO()
    letter.save(out, say("notice_title"), notice.dated)
    return out.getvalue()


def _to(notice: Notice, say: Say) -> str:
    union = notice.unit.endswith(tuple(say("notice_union").split(",")))
    return say("notice_to_union" if union else "notice_to", unit=notice.unit)


def _day(iso: str, say: Say) -> str:
    """Return a day as running text has it."""
    day = date.fromisoformat(iso)
    return say("notice_day", year=day.year, month=day.month, day=day.day)


def _intro(notice: Notice, say: Say) -> str:
    rubric = notice.rubric
    leader = (
        say("notice_leader", word=leader_word(notice.rubric), name=notice.leader)
        if notice.leader
        else notice.unit
    )
    full = say("notice_full", points=show(notice.full)) if notice.full is not None else ""
    text = say(
        "notice_assessed",
        title=rubric.title,
        document=rubric.document,
        studio=notice.studio,
        leader=leader,
        period=notice.period,
        signed=_day(notice.signed, say),
        total=show(notice.total),
        full=full,
        deducted=show(notice.deducted),
    )
    if clause := rubric.clause("rectification"):
        text += say("notice_clause", quote=clause.quote.rstrip("；。;."))
    return text + say("notice_found", count=len(notice.findings))


def _rows(notice: Notice, say: Say) -> Sequence[Sequence[str]]:
    rows = [_row(notice.rubric.item(each.item), each, say) for each in notice.findings]
    total = sum((each.points for each in notice.findings), Decimal(0))
    return (*rows, ("", say("notice_total"), "", show(total), "", "", "", ""))


def _row(item: Item | None, each: Finding, say: Say) -> Sequence[str]:
    title = item.title if item else ""
    materials = "；".join(item.evidence) if item and item.evidence else ""
    demand = each.demand + (f"\n{say('notice_materials', materials=materials)}" if materials else "")
    clause = f"{each.letter}. {each.clause}" if each.letter else each.clause
    due = each.due + (f"\n{say(f'notice_{each.state}')}" if each.state else "")
    return (
        str(each.number),
        f"{each.item}\n{title}",
        problem_words(item, each, say),
        show(each.points),
        clause,
        demand,
        each.owner,
        due,
    )


def problem_words(item: Item | None, each: Finding, say: Say) -> str:
    """Return what was noted, or what the rule says of it; of an award the rule says what is missing."""
    rule = item.rule(each.letter) if item and each.letter else None
    if rule is None:
        return each.problem or say("notice_below")
    if rule.side == "award":
        return "\n".join(filter(None, (say("notice_unmet", rule=rule.text), each.problem)))
    if each.problem:
        return each.problem
    unit = rule.unit or say("notice_times_unit")
    return say("notice_times", rule=rule.text, count=each.count, unit=unit) if each.count > 1 else rule.text


def _notes(notice: Notice, say: Say) -> list[str]:
    notes = []
    total = sum((each.points for each in notice.findings), Decimal(0))
    if total != notice.deducted:
        notes.append(say("notice_differ", sum=show(total)))
    if notice.suggested is not None:
        notes.append(say("notice_suggested", days=notice.suggested))
    return notes


def _foot(letter: Letter, notice: Notice, say: Say) -> None:
    """Write who assessed and who seals, the receipt, and the copy between its two lines."""
    names = say("notice_panel_comma").join(notice.panel)
    letter.line(say("notice_panel", names=names), size=BODY, align=ALIGN.RIGHT, before=18, together=True)
    seal = say("notice_seal", issuer=notice.rubric.issuer)
    letter.line(seal, size=BODY, align=ALIGN.RIGHT, before=6, together=True)
    letter.line(say("notice_date"), size=BODY, align=ALIGN.RIGHT, before=6, after=18, together=True)
    letter.line(say("notice_received"), size=BODY, before=6, after=12, together=True)
    facts = {"studio": notice.studio, "word": leader_word(notice.rubric), "name": notice.leader}
    copy = say("notice_copy" if notice.leader else "notice_copy_studio", **facts)
    letter.ruled((copy, say("notice_check", code=notice.code)), size=SMALL)
