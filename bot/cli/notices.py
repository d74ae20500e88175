"""`scorewalk export rectification`: the 整改通知书 of a signed sheet, as Word."""

from __future__ import annotations

from bot.cli.base import settings, write_out
from bot.cli.options import MaybePeriod, MaybeRubric, MaybeStudio, MaybeVisit, Out
from bot.cli.places import checked, visited


def export_rectification(
    out: Out,
    visit: MaybeVisit = None,
    studio: MaybeStudio = None,
    rubric: MaybeRubric = None,
    period: MaybePeriod = None,
) -> None:
    """Write the notice of what a signed sheet says is to be put right."""
    place = (studio, rubric, period)
    checked(visit, place)
    from bot.media.folder import Stored
    from bot.reports import rectification
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        found = visited(desk, visit, place)
        content = rectification.render(desk, found, Paper(chosen.zone, Stored(chosen.media_dir).read))
    write_out(out, content)
