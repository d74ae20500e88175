"""The history of a sheet: what the desk holds, in the words of the rubric's language, as the record that is drawn."""

from __future__ import annotations

from bot.clock import from_ms
from bot.entities import Assessment
from bot.flows.history.reading import broken, events_of
from bot.flows.history.telling import Line, Teller
from bot.ports import Desk
from bot.reports.score_sheet import Paper
from bot.texts import words
from exports import history
from exports.history import HistoryLine, HistoryRecord


def render(desk: Desk, found: Assessment, now: int, paper: Paper) -> bytes:
    """Return the workbook of everything that happened to a sheet."""
    return history.render(record(desk, found, now, paper))


def record(desk: Desk, found: Assessment, now: int, paper: Paper) -> HistoryRecord:
    """Return all that the history says; `now` (ms) tells what people are called."""
    rubric = desk.library.get(found.visit.rubric, found.visit.version)
    say = words(rubric.language)
    lines = Teller(desk, say, now).lines(events_of(desk, found))
    place = {"studio": found.studio_name, "period": found.visit.period, "rubric": rubric.title}
    last = lines[-1].at if lines else found.visit.opened
    return HistoryRecord(
        language=rubric.language,
        head=(say("history.sheet_head", **place),),
        lines=tuple(_line(each, paper) for each in lines),
        broken=broken(desk, found),
        dated=from_ms(last),
    )


def _line(each: Line, paper: Paper) -> HistoryLine:
    return HistoryLine(
        at=paper.minute(each.at),
        who=each.who,
        what=each.what,
        item=each.item,
        before=each.before,
        after=each.after,
        why=each.why,
        check=each.check,
        undone=each.undone,
    )
