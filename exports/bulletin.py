"""月度检查通报: what was found in all studios of a period, as a circular in Word; what was good is said first.

From signed sheets only. The rubric's language; who has no signed sheet is named with the reason.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final

from exports.circular import BODY, Circular
from exports.labels import Say, labels
from exports.rectification import Finding, problem_words
from exports.summary_figures import mean, rounded
from exports.summary_records import Absent
from rubrics.model import Rubric
from rubrics.periods import Kind
from rubrics.points import ZERO, show

_PROBLEMS: Final = (9, 30, 66, 12, 54)
_ABSENT: Final = (10, 60, 40, 60)
_COMMON: Final = 5
"""So many items are named as those where most was lost."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One studio with its signed sheet; `strengths` are the assessors' own words."""

    studio: str
    unit: str
    leader: str
    total: Decimal
    deducted: Decimal
    findings: tuple[Finding, ...] = ()
    strengths: str = ""
    appealed: bool = False
    """A score was changed after the signature."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """All that the circular says; the studios by unit and name."""

    rubric: Rubric
    kind: Kind
    period: str
    checked: tuple[Checked, ...]
    absent: tuple[Absent, ...]
    dated: datetime
    scope: str = ""


def render(found: Bulletin) -> bytes:
    """Return the document."""
    circular = Circular(found.rubric, title_of(found))
    say = circular.say
    circular.to_all()
    circular.text(_intro(found, say))
    circular.heading(say("bulletin_whole"))
    circular.text(_whole(found, say))
    if common := _common(found, say):
        circular.text(common)
    if good := [each for each in found.checked if each.strengths.strip()]:
        circular.heading(say("bulletin_good"))
        for each in good:
            words = "".join(each.strengths.split("\n")).rstrip("。；;. ")
            circular.text(say("bulletin_strength", studio=each.studio, words=words))
    _problems(circular, found)
    if found.absent:
        circular.heading(say("bulletin_absent"))
        circular.letter.table(
            [say("notice_no"), say("studio"), say("sum_unit"), say("bulletin_why")],
            [(str(at), one.studio, one.unit, one.why) for at, one in enumerate(found.absent, 1)],
            _ABSENT,
            {0},
            total=False,
        )
    circular.heading(say("bulletin_demands_head"))
    circular.letter.text(say("bulletin_demands"), size=BODY, together=True)
    circular.foot()
    return circular.to_bytes(found.dated)


def title_of(found: Bulletin) -> str:
    """The title, which names the period."""
    say = labels(found.rubric.language)
    return say("bulletin_title", period=found.period, kind=say(f"bulletin_{found.kind}"))


def _intro(found: Bulletin, say: Say) -> str:
    rubric = found.rubric
    whole = len(found.checked) + len(found.absent)
    scope = say("paper_scope", unit=found.scope) if found.scope else ""
    facts = {"title": rubric.title, "document": rubric.document, "period": found.period, "scope": scope}
    return say(
        "bulletin_intro", whole=whole, count=len(found.checked), kind=say(f"bulletin_{found.kind}"), **facts
    )


def _whole(found: Bulletin, say: Say) -> str:
    totals = [each.total for each in found.checked]
    clean = [each for each in found.checked if not each.findings]
    count = sum(len(each.findings) for each in found.checked)
    said = say(
        "bulletin_figures",
        mean=show(rounded(mean([Fraction(total) for total in totals]), 2)),
        most=show(max(totals)),
        least=show(min(totals)),
        count=count,
        studios=len(found.checked) - len(clean),
    )
    if clean and len(clean) < len(found.checked):
        said += say("bulletin_clean", studios=say("notice_panel_comma").join(each.studio for each in clean))
    return said


def _common(found: Bulletin, say: Say) -> str:
    """Name the items where most studios lost most."""
    lost: defaultdict[str, Decimal] = defaultdict(Decimal)
    where: defaultdict[str, set[str]] = defaultdict(set)
    for each in found.checked:
        for finding in each.findings:
            lost[finding.item] += finding.points
            where[finding.item].add(f"{each.unit}\0{each.studio}")
    often = sorted(
        (item for item in lost if len(where[item]) > 1), key=lambda item: (-len(where[item]), -lost[item])
    )
    if not often:
        return ""
    listed = []
    for item in often[:_COMMON]:
        known = found.rubric.item(item)
        title = known.title if known else ""
        listed.append(
            say("bulletin_item", item=item, title=title, count=len(where[item]), points=show(lost[item]))
        )
    return say("bulletin_common", items=say("semicolon").join(listed))


def _problems(circular: Circular, found: Bulletin) -> None:
    say = circular.say
    circular.heading(say("bulletin_problems"))
    rows = list(_rows(found, say))
    if not rows:
        circular.text(say("bulletin_none"))
        return
    lost = sum((finding.points for each in found.checked for finding in each.findings), ZERO)
    rows.append(("", say("notice_total"), "", show(lost), ""))
    names = ("notice_no", "notice_item", "notice_problem", "notice_points", "notice_clause_head")
    circular.letter.table([say(name) for name in names], rows, _PROBLEMS, {0, 3})
    notes = []
    if lost != sum((each.deducted for each in found.checked), ZERO):
        notes.append(say("bulletin_differ"))
    circular.notes(notes)


def _rows(found: Bulletin, say: Say) -> Iterator[Sequence[str]]:
    number = 0
    for each in found.checked:
        if not each.findings:
            continue
        appealed = say("bulletin_appealed") if each.appealed else ""
        facts = {"total": show(each.total), "deducted": show(each.deducted), "appealed": appealed}
        yield (say("bulletin_studio", studio=each.studio, unit=each.unit, leader=each.leader, **facts),)
        for finding in each.findings:
            number += 1
            yield _row(found.rubric, number, finding, say)


def _row(rubric: Rubric, number: int, finding: Finding, say: Say) -> Sequence[str]:
    item = rubric.item(finding.item)
    state = f"\n{say(f'notice_{finding.state}')}" if finding.state else ""
    return (
        str(number),
        f"{finding.item} {item.title if item else ''}".strip(),
        problem_words(item, finding, say) + state,
        show(finding.points),
        f"{finding.letter}. {finding.clause}" if finding.letter else finding.clause,
    )
