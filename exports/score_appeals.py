"""Appeals below the total: old and new score of each item, who decided, when and why, what the total became.

The table above stays as it was signed.
"""

from typing import Final

from exports.labels import Say
from exports.records import AppealLine, SheetRecord
from rubrics.points import show

Row = tuple[str, str, str]

_TERMS: Final = {True: "appeal_kept", False: "appeal_changed"}


def rows(record: SheetRecord, say: Say) -> list[Row]:
    """Return the header and a row for each decided appeal; nothing where there is none."""
    if not record.appeals:
        return []
    header = (say("appeal_item"), say("appeal_scores"), say("appeal_decision"))
    return [header, *(_row(each, record, say) for each in record.appeals)]


def _row(each: AppealLine, record: SheetRecord, say: Say) -> Row:
    item = record.rubric.item(each.item)
    scores = say(
        _TERMS[each.kept],
        old=show(each.old),
        new=show(each.new),
        before=show(each.before),
        after=show(each.after),
    )
    return (
        say("appeal_what", item=each.item, title=item.title if item else "", reason=each.reason),
        scores,
        say("appeal_why", by=each.by, at=each.at, why=each.why),
    )
