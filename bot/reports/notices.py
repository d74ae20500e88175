"""Circulars about all studios of a period: what the desk holds, put into the records that `exports` writes as Word.

The 通报 says what signed sheets found; the 兑现表 and the 总评 say what follows, and how far that has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, cast

from bot.changes.official import Official
from bot.changes.open_fixes import lifted
from bot.changes.outcomes.known import kinds_of
from bot.changes.outcomes.of import Result, results
from bot.changes.outcomes.shares import shared, sharing
from bot.entities import Fix
from bot.flows.wording import worded
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.papers import ORDER, SPLIT, Asked, Ground, ground, refuse_conditions, refuse_kind, within
from bot.reports.score_sheet import Paper
from bot.reports.summary import shown, state_of
from bot.texts import Words
from bot.texts.names import named
from exports import annual, bulletin, payout, payout_book, spans
from exports.bulletin import Bulletin, Checked
from exports.outcome_records import DueLine, OutcomeLine, OutcomeRecord, PartLine, State
from exports.rectification import Finding
from exports.summary_figures import mean
from exports.summary_records import Absent
from rubrics.model import Rubric
from rubrics.outcome_json import JOINED
from rubrics.outcomes import Outcome, rules_of
from rubrics.periods import Kind, Period

_SETTLED: Final = frozenset({"approved", "carried_out"})
_LONG: Final[tuple[Kind, ...]] = ("year", "cycle")
"""Kinds of period of which a review is written."""


# --- 通报


def render_bulletin(desk: Desk, asked: Asked, now: int, paper: Paper) -> bytes:
    """Return the circular on what was found, or refuse where nothing is signed."""
    return bulletin.render(bulletin_record(desk, asked, now, paper))


def bulletin_record(desk: Desk, asked: Asked, now: int, paper: Paper) -> Bulletin:
    """Return all that the circular on what was found says."""
    made = ground(desk, asked, now, paper)
    refuse_kind(made.period, made.rubric.periods)
    refuse_conditions(made.rubric)
    sheets = made.sheets((made.period,))
    if not sheets:
        raise Refusal("export_nothing", period=str(made.period))
    return Bulletin(
        rubric=made.rubric,
        kind=made.period.kind,
        period=spans.said(made.period, made.rubric.language),
        checked=tuple(_checked(desk, sheet) for sheet in sheets),
        absent=made.absent((made.period,), sheets),
        dated=made.dated,
        scope=asked.unit,
    )


def _checked(desk: Desk, sheet: Official) -> Checked:
    found = desk.visits.assessment(sheet.assessment)
    fixes = sorted(
        (fix for fix in desk.fixes.of_assessment(sheet.assessment) if not lifted(fix)),
        key=lambda fix: fix.number,
    )
    return Checked(
        studio=sheet.studio.name,
        unit=sheet.studio.unit,
        leader=sheet.studio.leader,
        total=sheet.total,
        deducted=sheet.deducted,
        findings=tuple(_finding(fix) for fix in fixes),
        strengths=found.comments.strengths if found else "",
        appealed=sheet.appealed,
    )


def _finding(fix: Fix) -> Finding:
    state: Literal["", "accepted", "waived"] = fix.state if fix.state in {"accepted", "waived"} else ""
    points = Decimal(fix.points)
    return Finding(
        fix.number,
        fix.item,
        fix.letter,
        points,
        fix.problem,
        fix.clause,
        fix.demand,
        fix.owner,
        fix.due,
        1,
        state,
    )


# --- what follows


def render_payout(desk: Desk, asked: Asked, now: int, paper: Paper, *, workbook: bool) -> bytes:
    """Return the list of what is paid out and taken as Word or Excel; refuses a rubric without any money."""
    found = payout_record(desk, asked, now, paper)
    return payout_book.render(found) if workbook else payout.render(found)


def payout_record(desk: Desk, asked: Asked, now: int, paper: Paper) -> OutcomeRecord:
    """Return what follows in a period, of which the amounts are listed."""
    made = ground(desk, asked, now, paper)
    rules = rules_of(made.rubric)
    refuse_kind(made.period, kinds_of(rules))
    if not rules.pays:
        raise Refusal("paper_no_money", rubric=named(made.rubric))
    return _record(made, ())


def render_annual(desk: Desk, asked: Asked, now: int, paper: Paper) -> bytes:
    """Return the review of a year or a cycle."""
    return annual.render(annual_record(desk, asked, now, paper))


def annual_record(desk: Desk, asked: Asked, now: int, paper: Paper) -> OutcomeRecord:
    """Return what follows from a year or a cycle, with the figures of its parts."""
    made = ground(desk, asked, now, paper)
    known = kinds_of(rules_of(made.rubric))
    refuse_kind(made.period, [kind for kind in known if kind in _LONG])
    shorter = [kind for kind in SPLIT if kind in known and ORDER.index(kind) < ORDER.index(made.period.kind)]
    return _record(made, made.period.split(shorter[-1]) if shorter else ())


def _record(made: Ground, parts: Sequence[Period]) -> OutcomeRecord:
    mine = [studio.id for studio in made.studios]
    whole = {each.studio.id: each for each in results(made.desk, made.rubric.id, str(made.period), mine)}
    of_parts = [
        {each.studio.id: each for each in results(made.desk, made.rubric.id, str(part), mine)}
        for part in parts
    ]
    lines, absent = [], []
    for studio in made.studios:
        result = whole.get(studio.id)
        found = [part.get(studio.id) for part in of_parts]
        known = any(one is not None and one.outcome is not None for one in (result, *found))
        if result is None or not known or (not parts and result.outcome is None):
            absent.append(Absent(studio.name, studio.unit, studio.leader, "", _why(made, result)))
        elif result.outcome is not None and result.outcome.incomplete and not result.outcome.decided:
            absent.append(Absent(studio.name, studio.unit, studio.leader, "", _lacking(made, result.outcome)))
        else:
            lines.append(_line(made, result, found))
    if not lines:
        raise _nothing(made, absent)
    return OutcomeRecord(
        rubric=made.rubric,
        kind=made.period.kind,
        period=spans.said(made.period, made.rubric.language),
        lines=tuple(lines),
        absent=tuple(absent),
        drawn_on=made.today,
        dated=made.dated,
        parts=tuple(spans.short(part, made.rubric.language) for part in parts),
        scope=made.asked.unit,
    )


def _nothing(made: Ground, absent: Sequence[Absent]) -> Refusal:
    """Return why there is no result at all: nothing is signed, or what is signed is not enough yet."""
    if not absent or not made.sheets(within(made.rubric, made.period)):
        return Refusal("export_nothing", period=str(made.period))
    said = made.say("paper.why.nothing")
    first = next((each for each in absent if each.why != said), absent[0])
    period, count = str(made.period), len(absent)
    return Refusal("paper_open", period=period, count=count, studio=first.studio)


def _why(made: Ground, result: Result | None) -> str:
    unsigned = (
        [period for doubt in result.doubts if doubt.code == "unsigned" for period in doubt.periods]
        if result
        else []
    )
    if unsigned:
        return made.say("paper.why.unsigned", periods=tuple(unsigned))
    return made.say("paper.why.nothing")


def _lacking(made: Ground, outcome: Outcome) -> str:
    return made.say("paper.why.lacking", periods=tuple(map(str, outcome.missing)))


def _line(made: Ground, result: Result, parts: Sequence[Result | None]) -> OutcomeLine:
    outcome, rubric = result.outcome, made.rubric
    return OutcomeLine(
        studio=result.studio.name,
        unit=result.studio.unit,
        leader=result.studio.leader,
        figure=outcome.average if outcome else None,
        verdict=joined(result.verdicts),
        state=_state(result),
        dues=tuple(_dues(rubric, result)),
        facts=tuple(_facts(result, made.say)),
        parts=tuple(_of_part(part) for part in parts),
        reference=_reference(rubric, parts) if outcome is None or outcome.exact is None else None,
        clauses=tuple(_clauses(outcome, made.say)) if outcome else (),
        open=tuple(worded(made.say, one.code, one.params) for one in outcome.open) if outcome else (),
    )


def joined(verdicts: Iterable[str]) -> str:
    """Return several verdicts of one period as papers print them."""
    return JOINED.join(verdicts)


def _state(result: Result) -> State:
    return cast("State", state_of(result))


def _of_part(part: Result | None) -> PartLine | None:
    if part is None or part.outcome is None:
        return None
    verdict = "" if part.outcome.incomplete and not part.outcome.decided else joined(part.verdicts)
    return PartLine(part.outcome.average, verdict, _state(part))


def _reference(rubric: Rubric, parts: Sequence[Result | None]) -> Decimal | None:
    """Return the mean of all parts where the source judges none of the whole; None unless all are there."""
    figures: list[Fraction] = []
    for part in parts:
        if part is None or part.outcome is None or part.outcome.exact is None:
            return None
        figures.append(part.outcome.exact)
    kinds = {part.period.kind for part in parts if part}
    return shown(rubric, kinds.pop(), mean(figures)) if figures and len(kinds) == 1 else None


def _facts(result: Result, say: Words) -> Iterator[str]:
    """Yield the facts that were entered, each with what was noted."""
    rules = rules_of(result.rubric)
    for entry in result.facts:
        fact = rules.fact(entry.fact)
        title = fact.title if fact else entry.fact
        yield say("paper.fact", fact=title, note=entry.note) if entry.note else title


def _clauses(outcome: Outcome, say: Words) -> Iterator[str]:
    for clause in outcome.clauses:
        quote = "".join(clause.quote.split("\n"))
        yield say("paper.clause", where=clause.where, quote=quote) if clause.where else quote


def _dues(rubric: Rubric, result: Result) -> Iterator[DueLine]:
    """Yield what follows; alternatives of which none is taken yet are marked."""
    dues = result.outcome.consequences if result.outcome else ()
    choices = [due.consequence.choice for due in dues]
    for at, due in enumerate(dues):
        one, clause = due.consequence, rubric.clause(due.clause)
        how = sharing(rubric, due)
        final = _state(result) in _SETTLED
        splits = shared(result.splits, at) if final else ()
        yield DueLine(
            who=one.who,
            what=one.what,
            amount=due.amount,
            unit=due.unit or "",
            per=one.per,
            basis=(clause.where or clause.quote) if clause else "",
            name=result.studio.leader if how == "leader" else "",
            heads=None if how == "heads" else 1,
            note=one.note or "",
            choice=(one.choice or "") if one.choice and choices.count(one.choice) > 1 else "",
            split=tuple((split.name, Decimal(split.amount)) for split in splits),
            to_share=how == "lump",
            fund=one.of is not None,
        )
