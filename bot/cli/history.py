"""`scorewalk export history`: who changed what of a visit, when and why, as Excel."""

from __future__ import annotations

from bot.cli.base import settings, write_out
from bot.cli.options import OfVisit, Out
from bot.cli.places import visited
from bot.clock import SystemClock, to_ms


def export_history(
    out: Out,
    visit: OfVisit,
) -> None:
    """Write the history of a visit as Excel."""
    from bot.media.folder import Stored
    from bot.reports import history
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        found = visited(desk, visit, (None, None, None))
        paper = Paper(chosen.zone, Stored(chosen.media_dir).read)
        content = history.render(desk, found, to_ms(SystemClock().now()), paper)
    write_out(out, content)
