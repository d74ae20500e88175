"""`scorewalk export ledger`: what a studio did in a month, a quarter or a year, one sheet for each kind."""

from __future__ import annotations

from bot.cli.base import settings, write_out
from bot.cli.options import OfPeriod, OfRubric, OfStudio, Out
from bot.clock import SystemClock, to_ms
from bot.problems import Refusal
from rubrics.periods import Period


def export_ledger(
    out: Out,
    studio: OfStudio,
    rubric: OfRubric,
    period: OfPeriod,
) -> None:
    """Write the ledger of a studio's activities as Excel."""
    from bot.media.folder import Stored
    from bot.reports import ledger
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen, when = settings(), Period.parse(period)
    with open_reader(chosen.database) as desk:
        known = desk.studios.named(studio) or desk.studios.get(studio)
        if known is None:
            raise Refusal("studio_unknown", name=studio)
        asking = [each for each in desk.library.current() if each.activities]
        scheme = next((each for each in asking if each.id == rubric), None)
        if scheme is None:
            raise Refusal("no_log_rubric", rubric=rubric, known=tuple(each.id for each in asking))
        paper = Paper(chosen.zone, Stored(chosen.media_dir).read)
        content = ledger.render(desk, known, scheme, when, to_ms(SystemClock().now()), paper)
    write_out(out, content)
