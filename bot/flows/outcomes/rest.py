"""What a signed sheet means for the longer period that it counts in: what the rest of it must come to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.changes.outcomes.of import result, running
from bot.entities import Assessment
from bot.flows.outcomes.saying import Saying
from bot.ports import Desk
from bot.texts import Words
from rubrics.outcomes import rules_of
from rubrics.periods import Period


def rest_lines(desk: Desk, found: Assessment, words: Words) -> Iterator[str]:
    """Yield a line for each line of the longer period, while parts of it are to come."""
    visit = found.visit
    rubric, period = desk.library.get(visit.rubric, visit.version), Period.parse(visit.period)
    if rubric.outcomes is None or visit.own:
        return
    for scale in rules_of(rubric).scales:
        if scale.mean_of != period.kind or scale.period == "cycle":
            continue
        whole = Period.holding(scale.period, period.end)
        made = result(desk, visit.rubric, str(whole), found.studio)
        if made is not None:
            saying = Saying(made.rubric, words)
            yield from map(saying.rest, running(made))
