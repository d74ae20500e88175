"""How the log stands on a card: done of wanted, what follows, the entries behind it on a press, accept and not.

What the standing file alone says has its own lines; what it suggests is accepted and rejected with the same buttons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.flows.html import escape, short
from bot.flows.outputs import Button
from bot.flows.walk.proposal_done import done
from bot.flows.walk.proposed import Proposed, Suggested, said
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_keys import data
from bot.flows.walk.rule_text import measured
from bot.flows.walk.signs import signed
from bot.texts import Words
from rubrics.logbook import Logged, Proposal, Standing
from rubrics.periods import Period
from rubrics.points import ZERO, show
from rubrics.rules import Gate

ENTRIES = 12
"""Entries behind one line of the log that a card lists, the newest."""
INDENT = "　"
TOPIC = 24
"""Characters of a topic, on the card and in the note."""


def lines(walk: Walk, words: Words) -> Iterator[str]:
    """Return what the log says about the item in view."""
    log = walk.proposed
    if log is None:
        return
    for one in log.suggested:
        stands = one.proposal.standings
        if not stands:
            continue
        yield suggestion(walk, one, words) + _late(stands, words)
        yield from _behind(walk, log, stands, words)
    for _, group in groupby(log.others, key=lambda one: one.requirement.id):
        stands = tuple(group)
        key = "proposal.met" if all(one.met for one in stands) else "proposal.unmet"
        key = key if log.logged else "filed.met"
        yield words(key, done=_escaped(done(walk.rubric, stands, words))) + _late(stands, words)
        yield from _behind(walk, log, stands, words)
    if log.missing_months:
        yield words("proposal.not_in", months=spans(log.missing_months, words))


def suggestion(walk: Walk, one: Suggested, words: Words) -> str:
    """Return the line of a proposal, from where it comes, and what became of it."""
    figures = _escaped(done(walk.rubric, one.proposal.behind, words))
    key = f"proposal.{one.became}" if one.proposal.standings else f"filed.{one.became}"
    return words(key, done=figures, mark=_mark(walk, one.proposal, words))


def keys(walk: Walk, words: Words) -> list[list[Button]]:
    """Return accept and not for each open proposal, and the way back for each that was not accepted."""
    return [_decide(walk, one, words) for one in _suggested(walk) if one.became != "entered"]


def fold(walk: Walk, words: Words) -> list[Button]:
    """Return the way to the entries behind what the log says, and back."""
    count = len(walk.proposed.entries) if walk.proposed else 0
    if not count:
        return []
    if walk.state.asks == "log":
        return [Button(words("button.log.hide"), data(walk, "H"))]
    return [Button(words("button.log.show", count=count), data(walk, "L"))]


def _suggested(walk: Walk) -> tuple[Suggested, ...]:
    return walk.proposed.suggested if walk.proposed else ()


def _decide(walk: Walk, one: Suggested, words: Words) -> list[Button]:
    """Return the buttons of a proposal; they carry what they were drawn with."""
    proposal = one.proposal
    drawn = proposal.letter, said(proposal)
    if one.became == "rejected":
        return [Button(words("button.reconsider", letter=proposal.letter), data(walk, "B", *drawn))]
    revision = walk.revision(walk.item.no)
    return [
        Button(words("button.accept", mark=_mark(walk, proposal, words)), data(walk, "A", *drawn, revision)),
        Button(words("button.reject", letter=proposal.letter), data(walk, "R", *drawn)),
    ]


def _mark(walk: Walk, one: Proposal, words: Words) -> str:
    """Return the mark that is proposed: a×2（−10）; of a condition the figure and whether that is enough."""
    if gate := measuring(walk, one):
        met = gate.passes(None, one.figure)
        return words(
            "proposal.gate", figure=_figure(gate, one), said=words(f"gate.{'met' if met else 'unmet'}")
        )
    what = f"={show(one.figure)}" if one.figure is not None else f"×{one.count}"
    sign = "+" if one.points > ZERO else ""
    return words("proposal.mark", what=one.letter + what, points=sign + signed(one.points))


def _figure(gate: Gate, one: Proposal) -> str:
    return show(one.figure or ZERO) + (measured(gate.unit) if gate.unit else "")


def measuring(walk: Walk, one: Proposal) -> Gate | None:
    """Return the condition that a proposal measures, None if it is of a rule with points."""
    item = walk.rubric.item(one.item)
    rule = item.rule(one.letter) if item else None
    return rule if isinstance(rule, Gate) else None


def _escaped(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(escape(text) for text in texts)


def _late(stands: Iterable[Standing], words: Words) -> str:
    """Return how many of the entries came too late, nothing if none did."""
    late = _ids(one.late for one in stands)
    return " · " + words("proposal.late", count=len(late)) if late else ""


def _ids(parts: Iterable[Iterable[Logged]]) -> set[str]:
    return {entry.id for part in parts for entry in part}


def _entries(stands: Iterable[Standing]) -> list[Logged]:
    """Return the entries behind, each once, by day."""
    found = {entry.id: entry for one in stands for entry in one.entries}
    return sorted(found.values(), key=lambda entry: (entry.on, entry.came, entry.id))


def _behind(walk: Walk, log: Proposed, stands: Sequence[Standing], words: Words) -> Iterator[str]:
    """Return the entries behind a line where they were asked for, the newest if they are many."""
    if walk.state.asks != "log":
        return
    late = _ids(one.late for one in stands)
    entries = _entries(stands)
    if len(entries) > ENTRIES:
        yield INDENT + words("proposal.more", count=len(entries) - ENTRIES)
    for entry in entries[-ENTRIES:]:
        yield INDENT + escape(_named(walk, log, entry, "proposal.entry", late, words))


def _named(walk: Walk, log: Proposed, entry: Logged, key: str, late: set[str], words: Words) -> str:
    """Return day, amount and topic of an entry; one that came late says so."""
    amount = f"×{show(entry.amount)} " if entry.amount != 1 else ""
    topic = amount + short(log.entries[entry.id].topic, TOPIC)
    return words(
        f"{key}.late" if entry.id in late else key, on=_day(entry, walk.period), topic=topic
    ).rstrip()


def _day(entry: Logged, period: Period) -> str:
    """Return the day of an entry, with its year where that is not the year of the sheet."""
    return f"{entry.on:%m-%d}" if entry.on.year == period.end.year else entry.on.isoformat()


def reason(walk: Walk, one: Proposal, words: Words) -> str:
    """Return the note that an accepted proposal leaves: what was done of what was wanted, and the entries."""
    figures = brief(walk, one, words)
    if not one.entries or walk.proposed is None:
        return figures
    log, late = walk.proposed, _ids(each.late for each in one.standings)
    named = tuple(_named(walk, log, entry, "proposal.note.entry", late, words) for entry in one.entries)
    return words("proposal.note.entries", figures=figures, entries=named)


def brief(walk: Walk, one: Proposal, words: Words) -> str:
    """Return what was done of what was wanted, and where that is kept."""
    key = "proposal.note" if one.standings else "filed.note"
    return words(key, done=done(walk.rubric, one.behind, words))


def spans(months: Sequence[str], words: Words) -> tuple[str, ...]:
    """Return months that follow each other as a span: 2026-01 至 2026-03."""
    runs: list[list[str]] = []
    for month in months:
        if runs and _next(runs[-1][-1]) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return tuple(
        run[0] if len(run) == 1 else words("proposal.span", first=run[0], last=run[-1]) for run in runs
    )


def _next(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"
