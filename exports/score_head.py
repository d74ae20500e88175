"""What stands above the table: annex, document and version, title, and one line of fields."""

from exports import heights
from exports.labels import Say
from exports.records import SheetRecord
from exports.styles import PLAIN, SMALL, SMALL_LEFT, TITLE, WARNING, Look
from exports.workbook import Page, Span

UNDER = Look(size=12, bold=True, across="center", boxed=False)
"""The scheme's title under that of a self-assessment."""


def draw(page: Page, record: SheetRecord, say: Say, last: int) -> int:
    """Draw it over columns 1 to `last`; gives the next free row."""
    rubric = record.rubric
    document = say("document", document=rubric.document, rubric=rubric.id, version=rubric.version)
    middle = max(2, last // 2)
    row = page.block(
        1, [Span(1, middle - 1, rubric.annex or "", SMALL_LEFT), Span(middle, last, document, SMALL)], 14
    )
    if record.own:
        row = page.block(row, [Span(1, last, say("self_title"), TITLE)], 32)
    row = page.block(row, [Span(1, last, rubric.title, UNDER if record.own else TITLE)], 32)
    if record.check is None:
        row = page.block(row, [Span(1, last, say("draft"), WARNING)], 18)
    room = heights.room(page.width(1, last))
    return page.block(row, [Span(1, last, _lined(_fields(record, say), say("gap"), room), PLAIN)], 22)


def _lined(fields: list[str], gap: str, room: int) -> str:
    """The fields on one line, or on several with none of them divided."""
    lines = fields[:1]
    for field in fields[1:]:
        together = f"{lines[-1]}{gap}{field}"
        if heights.width(together) <= room:
            lines[-1] = together
        else:
            lines.append(field)
    return "\n".join(lines)


def _fields(record: SheetRecord, say: Say) -> list[str]:
    head, rubric = record.head, record.rubric
    variant = next((each.title for each in rubric.variants if each.id == head.variant), "")
    fields = (
        (say("unit"), head.unit),
        (say("studio"), head.studio),
        (rubric.leader, head.leader),
        (say("variant"), variant),
        (say("period"), head.period),
        (say("kind"), head.kind),
        (say("assessed_on"), head.assessed_on),
        *_handed_in(record, say),
    )
    return [
        say("field", label=label, value=value) for label, value in fields if value or label != say("variant")
    ]


def _handed_in(record: SheetRecord, say: Say) -> tuple[tuple[str, str], ...]:
    """Who handed in the self-assessment that stands beside the scores, and when."""
    own = record.own_check
    return ((say("self_handed_in"), say("self_by", name=own.by, day=own.day)),) if own else ()
