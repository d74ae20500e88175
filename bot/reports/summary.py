"""The 汇总表 of a period: what counts of each studio, ranked, with what was concluded, as the record of `exports`.

A period whose figure is a mean shows its parts; one without lines in the rubric is averaged for reference only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from bot.changes.official import Official
from bot.changes.outcomes.known import kinds_of
from bot.changes.outcomes.of import Result, results
from bot.entities import Studio
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.papers import ORDER, Asked, Ground, ground, refuse_conditions, refuse_kind, within
from bot.reports.score_sheet import Paper
from exports import spans, summary
from exports.summary import Line, Part, Scored, SummaryRecord, Trend, TrendLine
from exports.summary_figures import mean, rounded
from rubrics.bands import Scale, printed
from rubrics.common import TIES, stands
from rubrics.model import Rubric
from rubrics.outcome_json import JOINED
from rubrics.periods import MONTHS, Kind, Period
from rubrics.points import ZERO

_TREND: Final[dict[Kind, int]] = {"month": 12, "quarter": 8, "half": 6, "year": 5, "cycle": 3}
"""How many periods of a kind a trend goes back, the one asked for among them."""
_PLACES: Final = 2


def render(desk: Desk, asked: Asked, now: int, paper: Paper) -> bytes:
    """Return the workbook, or refuse where there is nothing to sum up yet."""
    return summary.render(record(desk, asked, now, paper))


def record(desk: Desk, asked: Asked, now: int, paper: Paper) -> SummaryRecord:
    """Return all that the summary says."""
    made = ground(desk, asked, now, paper)
    rubric, period = made.rubric, made.period
    refuse_kind(period, summed(rubric))
    refuse_conditions(rubric)
    sheets = made.sheets(within(rubric, period))
    parts = _parts(rubric, period, sheets)
    if not parts:
        raise Refusal("export_nothing", period=str(period))
    ties = stands(made.campaign.rulings if made.campaign else {}, TIES, rubric=rubric)
    scale = scale_of(rubric, period.kind)
    lines = tuple(_lines(made, parts, sheets))
    direct = {one.studio.id for one in sheets if one.period == str(period)} if len(parts) > 1 else ()
    absent = made.absent(parts, sheets, direct)
    return SummaryRecord(
        rubric=rubric,
        period=spans.said(period, rubric.language),
        parts=tuple(_part(part, rubric) for part in parts),
        lines=lines,
        absent=tuple(_named(each, rubric) for each in absent),
        drawn_on=made.today,
        dated=made.dated,
        trend=_trend(made),
        ties="dense" if ties.answer == "dense" else "skipped",
        ruled=ties.decided,
        scope=asked.unit,
        judged=scale is not None,
    )


def summed(rubric: Rubric) -> tuple[Kind, ...]:
    """Return the kinds of period that can be summed up: those of sheets, those that are judged, and longer ones."""
    judged = {scale.period for scale in rubric.outcomes.scales} if rubric.outcomes else set()
    shortest = min(ORDER.index(kind) for kind in rubric.periods)
    longer = {kind for kind in ORDER[shortest:] if kind in MONTHS}
    return tuple(kind for kind in ORDER if kind in {*rubric.periods, *judged, *longer})


def scale_of(rubric: Rubric, kind: Kind) -> Scale | None:
    """Return the lines for the totals of a kind of period."""
    return rubric.outcomes.scale(kind) if rubric.outcomes else None


def _parts(rubric: Rubric, period: Period, sheets: Sequence[Official]) -> tuple[Period, ...]:
    """Return the periods whose sheets are summed up: its own, or those of which it is the mean."""
    there = {sheet.period for sheet in sheets}
    scale = scale_of(rubric, period.kind)
    if scale and scale.mean_of:
        whole = period.split(scale.mean_of)
        if any(str(part) in there for part in whole):
            return whole
    if str(period) in there:
        return (period,)
    for kind in reversed(ORDER[: ORDER.index(period.kind)]):
        found = tuple(part for part in within(rubric, period)[1:] if part.kind == kind and str(part) in there)
        if found:
            return found
    return ()


def _part(part: Period, rubric: Rubric) -> Part:
    return Part(str(part), spans.said(part, rubric.language), spans.short(part, rubric.language))


def _named(one: summary.Absent, rubric: Rubric) -> summary.Absent:
    short = spans.short(Period.parse(one.period), rubric.language)
    return summary.Absent(one.studio, one.unit, one.leader, short, one.why)


def _lines(made: Ground, parts: Sequence[Period], sheets: Sequence[Official]) -> list[Line]:
    judged = made.rubric.outcomes is not None and made.period.kind in kinds_of(made.rubric.outcomes)
    mine = [studio.id for studio in made.studios]
    found = results(made.desk, made.rubric.id, str(made.period), mine) if judged else ()
    concluded = {one.studio.id: one for one in found}
    by_studio: defaultdict[str, list[Official]] = defaultdict(list)
    for sheet in sheets:
        by_studio[sheet.studio.id].append(sheet)
    lines = (
        _line(made, studio, parts, by_studio[studio.id], concluded.get(studio.id)) for studio in made.studios
    )
    return [line for line in lines if line is not None]


def _line(
    made: Ground, studio: Studio, parts: Sequence[Period], sheets: Sequence[Official], result: Result | None
) -> Line | None:
    names = [str(part) for part in parts]
    own = [sheet for sheet in sheets if sheet.period in names]
    direct = [sheet for sheet in sheets if sheet.period == str(made.period)]
    if not own and not direct:
        return None
    missing = () if direct else tuple(name for name in names if name not in {sheet.period for sheet in own})
    exact = _exact(own or direct, missing, result)
    return Line(
        studio=studio.name,
        unit=studio.unit,
        leader=studio.leader,
        sheets=tuple(_scored(made, sheet) for sheet in (own or direct)),
        exact=exact,
        shown=None if exact is None else shown(made.rubric, made.period.kind, exact),
        verdict="" if result is None or result.needs_decision else JOINED.join(result.verdicts),
        state=state_of(result),
        missing=missing,
    )


def _exact(sheets: Sequence[Official], missing: Sequence[str], result: Result | None) -> Fraction | None:
    """Return the figure that is ranked: what was concluded from, else the mean of what is whole."""
    if result is not None and result.outcome is not None and result.outcome.exact is not None:
        return result.outcome.exact
    return None if missing or not sheets else mean([Fraction(sheet.total) for sheet in sheets])


def shown(rubric: Rubric, kind: Kind, exact: Fraction) -> Decimal:
    """Return a figure as it may be printed: cut on its own side of every line, just rounded where there is none."""
    scale = scale_of(rubric, kind)
    band = scale.band(exact) if scale else None
    return printed(exact, band) if band else rounded(exact, _PLACES)


def state_of(result: Result | None) -> str:
    """Return how far a conclusion has come, as papers say it."""
    if result is None or result.state == "open":
        return "suggested"
    return "outdated" if result.outdated else result.state


def _scored(made: Ground, sheet: Official) -> Scored:
    sections: dict[str, Decimal] = {}
    for section in made.rubric.sections:
        scores = [sheet.items[item.no] for item in section.items if sheet.items.get(item.no) is not None]
        if scores:
            sections[str(section.no)] = sum((score for score in scores if score is not None), ZERO)
    return Scored(
        part=sheet.period,
        total=sheet.total,
        deducted=sheet.deducted,
        bonus=sheet.bonus,
        sections=sections,
        signed=made.paper.day(sheet.signed),
        confirmed=sheet.confirmed,
        appealed=sheet.appealed,
    )


# --- over time


def _trend(made: Ground) -> Trend:
    """Return the figures of this period and those before it; a period of which nobody has any is left out."""
    rubric, periods = made.rubric, [made.period]
    while len(periods) < _TREND[made.period.kind]:
        periods.insert(0, periods[0].previous())
    wanted = dict.fromkeys(part for period in periods for part in _sources(rubric, period))
    totals: dict[tuple[str, str], Decimal] = {
        (sheet.studio.id, sheet.period): sheet.total for sheet in made.sheets(wanted)
    }
    rows = {
        studio.id: [_figure(rubric, studio, period, totals) for period in periods] for studio in made.studios
    }
    kept = [at for at in range(len(periods)) if any(row[at] is not None for row in rows.values())]
    lines = (
        TrendLine(studio.name, studio.unit, tuple(rows[studio.id][at] for at in kept))
        for studio in made.studios
    )
    return Trend(
        tuple(str(periods[at]) for at in kept),
        tuple(line for line in lines if any(figure is not None for figure in line.figures)),
    )


def _sources(rubric: Rubric, period: Period) -> tuple[Period, ...]:
    scale = scale_of(rubric, period.kind)
    return (period, *(period.split(scale.mean_of) if scale and scale.mean_of else ()))


def _figure(
    rubric: Rubric, studio: Studio, period: Period, totals: Mapping[tuple[str, str], Decimal]
) -> Decimal | None:
    """Return what a period came to, without what people decided where parts are missing."""
    own = totals.get((studio.id, str(period)))
    if own is not None:
        return shown(rubric, period.kind, Fraction(own))
    parts = [totals.get((studio.id, str(part))) for part in _sources(rubric, period)[1:]]
    there = [Fraction(part) for part in parts if part is not None]
    return shown(rubric, period.kind, mean(there)) if parts and len(there) == len(parts) else None
