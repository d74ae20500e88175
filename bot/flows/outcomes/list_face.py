"""The list of a period: verdicts with counts, what waits, warnings; leaves, filters, what can be done at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot import access
from bot.changes.outcomes.of import Result, counts
from bot.flows.export.kinds import KINDS, ExportKind
from bot.flows.html import bold, escape, short
from bot.flows.month.mine import mark_of, rubric_title
from bot.flows.outcomes.reading import Listed, wants_decision
from bot.flows.outcomes.saying import Saying, signed
from bot.flows.outcomes.states import LIST, ONE, SHARE, Which
from bot.flows.outputs import Button, Face, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack
from rubrics.periods import Kind, Period
from rubrics.points import show

LEAF: Final = 8
"""Studios on a leaf."""
PER_ROW: Final = 4
LABEL = 28
NAME = 24
_FILTERS: Final[tuple[Which, ...]] = ("decide", "waiting", "ahead", "all")
_FUNDED: Final[tuple[Kind, ...]] = ("year", "cycle")
"""Kinds of period for which money is given."""
SIGNS: Final = {"proposed": "●", "approved": "✓", "carried_out": "✓", "sent_back": "▲", "open": "○"}
_Row = tuple[Button, ...]


def list_face(view: Listed, ask: Ask) -> Face:
    """Ask for rubric and period, then show the leaf in view."""
    state, words = view.state, ask.words
    if view.rubric is None or state.step == "rubric":
        return _rubrics(view, ask)
    if not state.period or state.step == "period":
        return _periods(view, ask)
    saying = Saying(view.rubric, words)
    lines = [words("outcomes.title", rubric=saying.title(), period=state.period), *_counts(view, saying)]
    if state.step:
        return Face("\n".join([*lines, "", *_asked(view, ask)]), _steps(view, ask))
    lines += [*_funding(saying, Period.parse(state.period).kind), "", *_leaf(view, saying)]
    return Face("\n".join(lines), _keys(view, ask))


def _rubrics(view: Listed, ask: Ask) -> Face:
    words = ask.words
    keys = tuple(
        (Button(short(rubric_title(one, words), LABEL), pack(LIST, "p", mark_of(one.id))),)
        for one in view.rubrics
    )
    if access.may(ask.who, "answer"):
        keys = (*keys, (Button(words("outcomes.button.mine"), pack(SHARE, "l")),))
    return Face(f"{words('outcomes.head')}\n{words('outcomes.which_rubric')}", keys)


def _periods(view: Listed, ask: Ask) -> Face:
    rubric, words = view.rubric, ask.words
    if rubric is None:
        return _rubrics(view, ask)
    letters = mark_of(rubric.id)
    keys: list[_Row] = [
        tuple(Button(str(one), pack(LIST, "v", letters, one, "all", 0)) for one in row)
        for row in view.periods
    ]
    sample = str(view.periods[0][-1]) if view.periods else str(view.today.year)
    keys.append((Button(words("outcomes.button.rubrics"), pack(LIST, "r")),))
    head = f"{words('outcomes.head')} · {rubric_title(rubric, words)}"
    return Face(f"{head}\n{words('outcomes.which_period', sample=sample)}", tuple(keys))


def _counts(view: Listed, saying: Saying) -> Iterator[str]:
    """Say how many studios there are of each verdict, and how far all of it has come."""
    words, found = saying.words, view.results
    yield words("outcomes.studios", count=bold(len(found)))
    said = [
        words(
            "outcomes.counts",
            verdict=saying.word(verdict) if verdict else words("outcomes.nothing"),
            count=bold(n),
        )
        for verdict, n in counts(found).items()
    ]
    if said:
        yield " · ".join(said)
    states = [one.state for one in found]
    if {"proposed", "approved", "carried_out"} & set(states):
        yield words(
            "outcomes.states",
            proposed=states.count("proposed"),
            approved=states.count("approved"),
            carried=states.count("carried_out"),
        )
    for key, count in (
        ("outcomes.decide", sum(one.needs_decision for one in found)),
        ("outcomes.outdated", sum(one.outdated for one in found)),
        ("outcomes.assumed", view.assumed),
    ):
        if count:
            yield words(key, count=count)


def _funding(saying: Saying, kind: Kind) -> Iterator[str]:
    """Say what is paid after what, where the scheme says so; sizes that nobody has ruled are said to be open."""
    rubric, words = saying.rubric, saying.words
    if not rubric.funding or kind not in _FUNDED:
        return
    yield words("outcomes.funding")
    english = words("language.code") == "en"
    known = [one.amount for one in rubric.funding if one.amount is not None]
    for one in rubric.funding:
        after = escape((english and one.after_en) or one.after)
        unit = escape((english and one.unit_en) or one.unit or "")
        amount = one.amount
        if amount is None and one.together is not None and len(known) == len(rubric.funding) - 1:
            amount = one.together - sum(known)
        if amount is not None:
            yield words("outcomes.instalment", after=after, amount=f"{signed(amount)} {unit}".rstrip())
        else:
            together = f"{show(one.together)} {unit}".rstrip() if one.together is not None else "?"
            yield words("outcomes.instalment_open", after=after, together=together)


def _leaf(view: Listed, saying: Saying) -> Iterator[str]:
    words, rows = saying.words, view.of(view.state.which)
    if view.state.text:
        yield words("outcomes.found", text=escape(short(view.state.text, NAME)), count=len(rows))
    if not rows:
        yield words(f"outcomes.empty.{view.state.which}")
        return
    at = leaf_at(view)
    for number, one in enumerate(rows[at * LEAF : (at + 1) * LEAF], at * LEAF + 1):
        yield words(
            "outcomes.line",
            number=number,
            sign=sign_of(one),
            studio=escape(short(one.studio.name, NAME)),
            figure=bold(saying.figure(one.outcome)) if saying.figure(one.outcome) else "",
            verdict=saying.verdict(one),
        ).strip()
        if view.state.which == "ahead":
            yield from (f"   {saying.ahead(warning)}" for warning in one.warnings)
    if leaves(view) > 1:
        yield words("outcomes.leaf", leaf=at + 1, leaves=leaves(view))
        yield words("outcomes.hint")


def sign_of(one: Result) -> str:
    """Return the sign of how far one has come."""
    if wants_decision(one):
        return "▲"
    return SIGNS[one.state] if one.outcome else "–"


def leaves(view: Listed) -> int:
    """Return how many leaves the list has."""
    return max(1, -(-len(view.of(view.state.which)) // LEAF))


def leaf_at(view: Listed) -> int:
    """Return which leaf is in view: the list may have become shorter since the button was drawn."""
    return min(view.state.leaf, leaves(view) - 1)


def _keys(view: Listed, ask: Ask) -> Rows:
    words, state, rows = ask.words, view.state, view.of(view.state.which)
    at = leaf_at(view)
    ones = [
        Button(str(number), pack(ONE, "o", state.rubric, state.period, one.studio.id, state.which))
        for number, one in enumerate(rows[at * LEAF : (at + 1) * LEAF], at * LEAF + 1)
    ]
    keys: list[_Row] = [tuple(ones[start : start + PER_ROW]) for start in range(0, len(ones), PER_ROW)]
    turns = [("before_leaf", at - 1)] if at else []
    turns += [("after_leaf", at + 1)] if at + 1 < leaves(view) else []
    keys.append(
        tuple(Button(words(f"outcomes.button.{name}"), _list(view, state.which, to)) for name, to in turns)
    )
    lists = [
        Button(words(f"outcomes.button.{which}", count=len(view.of(which))), _list(view, which, 0))
        for which in _FILTERS
        if which != state.which and (which == "all" or view.of(which))
    ]
    keys += [tuple(lists[start : start + 2]) for start in range(0, len(lists), 2)]
    for name, step, found in (
        ("approve", "approve", view.approvable(ask.who)),
        ("back", "back", view.approvable(ask.who)),
        ("propose", "propose", view.proposable()),
        ("carry", "carry", view.carriable()),
    ):
        if found:
            label = words(f"outcomes.button.{name}", count=len(found))
            keys.append((Button(label, pack(LIST, "q", state.rubric, state.period, step)),))
    keys.append(
        tuple(
            Button(words(f"export.kind.{kind.id}"), pack(LIST, "x", state.rubric, state.period, kind.id))
            for kind in papers(view, ask)
        )
    )
    if state.text:
        keys.append((Button(words("outcomes.button.clear"), pack(LIST, "w", state.rubric, state.period)),))
    keys.append((Button(words("outcomes.button.periods"), pack(LIST, "p", state.rubric)),))
    return tuple(row for row in keys if row)


def papers(view: Listed, ask: Ask) -> tuple[ExportKind, ...]:
    """Return what there is on paper about the period as a whole."""
    rubric, kind = view.rubric, Period.parse(view.state.period).kind
    if rubric is None:
        return ()
    return tuple(
        one
        for one in KINDS
        if one.spans and one.fits(rubric) and kind in one.spans(rubric) and access.may(ask.who, one.act)
    )


def _list(view: Listed, which: Which, leaf: int) -> str:
    return pack(LIST, "v", view.state.rubric, view.state.period, which, leaf)


def asked_of(view: Listed, ask: Ask) -> tuple[Result, ...]:
    """Return what the question on the card is about."""
    match view.state.step:
        case "propose":
            return view.proposable()
        case "approve" | "back":
            return view.approvable(ask.who)
        case "carry":
            return view.carriable()
    return ()


def _asked(view: Listed, ask: Ask) -> Iterator[str]:
    found, words = asked_of(view, ask), ask.words
    yield words(f"outcomes.ask_{view.state.step}", count=len(found))
    if view.rubric is None:
        return
    saying = Saying(view.rubric, words)
    for verdict, count in counts(found).items():
        yield f"· {words('outcomes.counts', verdict=saying.word(verdict), count=count)}"


def _steps(view: Listed, ask: Ask) -> Rows:
    state, words = view.state, ask.words
    keys: list[_Row] = []
    yes = pack(LIST, "y", state.rubric, state.period, state.step)
    if state.step in {"propose", "approve"}:
        keys.append((Button(words(f"outcomes.button.{state.step}_yes"), yes),))
    elif state.step == "carry":
        keys.append((Button(words("outcomes.button.today", day=view.today.isoformat()), yes),))
    keys.append((Button(words("button.back"), _list(view, state.which, state.leaf)),))
    return tuple(keys)
