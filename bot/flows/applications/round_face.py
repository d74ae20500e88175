"""One round: how many stand where, who is late, the list with ranks, and what can be done with many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from bot import access
from bot.flows.applications.listing import ORDER
from bot.flows.applications.reading import AT_ONCE, Rounded, Row
from bot.flows.applications.saying import capital, round_title, sign_of, state_word, step_word, track_word
from bot.flows.applications.states import LINE, LIST, ONE, ROUND
from bot.flows.applications.ticks import Ticks, left_out, tick_keys
from bot.flows.export.kinds import KINDS, ExportKind
from bot.flows.html import bold, escape, short
from bot.flows.outputs import Button, Face, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.application import forms_of
from rubrics.selection import quota

LEAF = 8
PER_ROW = 4
NAME = 22
NAMED = 5
"""Names of those who are late that the card shows."""
_Row = tuple[Button, ...]
MANY = (*AT_ONCE[:-1], "published")
"""Steps that are taken for many at once."""


def round_face(view: Rounded, ask: Ask) -> Face:
    """Return the list, or the question that is open."""
    words = ask.words
    lines = [f"<b>{round_title(view.rubric, view.state.year, words)}</b>"]
    if view.track is not None:
        lines.append(escape(track_word(view.track, words)))
    match view.state.step:
        case "many":
            return Face("\n".join([*lines, "", words("applications.ask_many")]), _which(view, words))
        case "tick":
            return Face(
                "\n".join([*lines, "", *_ticked(view, words)]),
                tick_keys(ticked(view), _back(view, words), words),
            )
        case "deadline":
            now = words("applications.deadline", on=view.last_day) if view.last_day else ""
            asked = [now, "✎ " + words("applications.ask_deadline")]
            return Face("\n".join([*lines, "", *filter(None, asked)]), (_back(view, words),))
        case "quotas":
            whole = view.tracks and view.track is None
            ask_for = words("applications.ask_quota_together" if whole else "applications.ask_quota")
            asked = [*_quotas(view, words), f"✎ {ask_for}"]
            return Face("\n".join([*lines, "", *asked]), (_back(view, words),))
    lines += [*_facts(view, words), "", *_leaf(view, words)]
    return Face("\n".join(lines), _keys(view, words))


def _facts(view: Rounded, words: Words) -> Iterator[str]:
    if view.last_day:
        yield words("applications.deadline", on=view.last_day)
    states = Counter(each.stands for each in view.rows)
    said = [
        words("applications.count", state=state_word(state, words), count=bold(states[state]))
        for state in ORDER
        if states[state]
    ]
    yield " · ".join(said) or words("applications.none")
    yield from _quotas(view, words)
    if late := view.late():
        names = [escape(short(each.found.name, NAME)) for each in late[:NAMED]]
        more = ("…",) if len(late) > NAMED else ()
        yield words("applications.late_names", count=len(late), names=(*names, *more))


def _quotas(view: Rounded, words: Words) -> Iterator[str]:
    """Say the places of each track that has its own; those of all tracks together once."""
    given = view.given.quotas if view.given else ()
    for track in (view.track,) if view.track else view.tracks:
        number = quota(view.rubric, track.id, given)
        if number is not None:
            yield words("applications.quota", track=escape(track_word(track, words)), count=number)
    together = quota(view.rubric, "", given)
    if together is not None:
        title = words("applications.tracks_together" if view.tracks else "applications.every_track")
        yield words("applications.quota", track=title, count=together)


def leaves(view: Rounded) -> int:
    """Return how many leaves the list has."""
    return max(1, -(-len(view.listed()) // LEAF))


def leaf_at(view: Rounded) -> int:
    """Return which leaf is in view: the list may have become shorter since the button was drawn."""
    return min(view.state.leaf, leaves(view) - 1)


def on_leaf(view: Rounded) -> tuple[tuple[int, Row], ...]:
    """Return what stands on the leaf in view, with its numbers."""
    at = leaf_at(view) * LEAF
    return tuple(enumerate(view.listed()[at : at + LEAF], at + 1))


def _leaf(view: Rounded, words: Words) -> Iterator[str]:
    if not view.listed():
        yield words("applications.empty_list")
    for number, each in on_leaf(view):
        rank = view.ranks.get(each.found.id, "")
        yield words(
            "applications.line",
            number=number,
            sign=sign_of(each.stands),
            name=escape(short(each.found.name, NAME)),
            state=state_word(each.stands, words),
            rank=rank,
        ).rstrip()
    if leaves(view) > 1:
        yield words("applications.leaf", leaf=leaf_at(view) + 1, leaves=leaves(view))


def _to(view: Rounded, *, track: str | None = None, which: str | None = None, leaf: int = 0) -> str:
    state = view.state
    track = state.track if track is None else track
    which = state.which if which is None else which
    return pack(ROUND, "v", state.rubric, state.year, track, which, leaf)


def _act(view: Rounded, verb: str, *args: object) -> str:
    return pack(ROUND, verb, view.state.rubric, view.state.year, view.state.track, *args)


def _back(view: Rounded, words: Words) -> _Row:
    return (Button(words("button.back"), _to(view)),)


def _keys(view: Rounded, words: Words) -> Rows:
    ones = [Button(str(number), pack(ONE, "o", each.found.id)) for number, each in on_leaf(view)]
    keys: list[_Row] = [tuple(ones[start : start + PER_ROW]) for start in range(0, len(ones), PER_ROW)]
    at = leaf_at(view)
    turns = [("page_back", at - 1)] if at else []
    turns += [("page_on", at + 1)] if at + 1 < leaves(view) else []
    keys.append(tuple(Button(words(f"button.{name}"), _to(view, leaf=to)) for name, to in turns))
    keys += _acts(view, words)
    keys += _filters(view, words)
    prints = [Button(words(f"export.kind.{each.id}"), _act(view, "x", each.id)) for each in papers(view)]
    keys += [tuple(prints[start : start + 2]) for start in range(0, len(prints), 2)]
    keys.append((Button(words("applications.button.list"), pack(LIST, "o")),))
    return tuple(row for row in keys if row)


def _acts(view: Rounded, words: Words) -> Iterator[_Row]:
    """Yield what can be done about many: what waits for the person first."""
    ready = [(step, len(view.ready(step))) for step in MANY]
    waits = [(step, count) for step, count in ready if count]
    if len(waits) == 1:
        step, count = waits[0]
        label = capital(
            words("applications.button.ready", step=step_word(step, words, view.way), count=count)
        )
        yield (Button(label, _act(view, "m", step)),)
    elif waits:
        yield (Button(words("applications.button.many"), _act(view, "a")),)
    if view.ready("selected") or any(each.stands in {"selected", "not_selected"} for each in view.rows):
        yield (Button(words("applications.button.line"), pack(LINE, "o", *_place(view))),)
    if view.sets:
        deadline = Button(words("applications.button.deadline"), _act(view, "d"))
        yield deadline, Button(words("applications.button.quotas"), _act(view, "n"))


def papers(view: Rounded) -> tuple[ExportKind, ...]:
    """Return what there is on paper about the round, once anything was handed in."""
    if all(each.found.state == "draft" for each in view.rows):
        return ()
    return tuple(
        each
        for each in KINDS
        if each.source == "round"
        and each.fits(view.rubric)
        and access.may(view.who, each.act)
        # A scheme may ask for conditions only: then there are no forms on paper.
        and (each.id != "forms" or any(forms_of(view.rubric, one.found.track) for one in view.rows))
    )


def _place(view: Rounded) -> tuple[object, ...]:
    return view.state.rubric, view.state.year, view.state.track


def _filters(view: Rounded, words: Words) -> Iterator[_Row]:
    """Yield the tracks, then the states that there are."""
    if len(view.tracks) > 1:
        among = [
            Button(short(track_word(each, words), NAME), _to(view, track=str(number), which=""))
            for number, each in enumerate(view.tracks)
            if str(number) != view.state.track
        ]
        if view.state.track:
            among.append(Button(words("applications.button.every_track"), _to(view, track="", which="")))
        yield from (tuple(among[start : start + 2]) for start in range(0, len(among), 2))
    states = Counter(each.stands for each in view.rows)
    shown = [each for each in ORDER if states[each] and each != view.state.which]
    if len(states) > 1 or view.state.which:
        buttons = [
            Button(f"{state_word(each, words)} {states[each]}", _to(view, which=each)) for each in shown
        ]
        if view.state.which:
            buttons.append(Button(words("applications.button.all"), _to(view, which="")))
        yield from (tuple(buttons[start : start + 3]) for start in range(0, len(buttons), 3))


def _which(view: Rounded, words: Words) -> Rows:
    keys = []
    for step in MANY:
        if count := len(view.ready(step)):
            label = capital(
                words("applications.button.ready", step=step_word(step, words, view.way), count=count)
            )
            keys.append((Button(label, _act(view, "m", step)),))
    return (*keys, _back(view, words))


def _ticked(view: Rounded, words: Words) -> Iterator[str]:
    ticks = ticked(view)
    step = capital(step_word(view.state.what, words, view.way))
    yield words("applications.tick", step=step, count=len(ticks.chosen), all=len(ticks.ready))
    yield from left_out(view.rows, view.state.what, view.who, words)


def ticked(view: Rounded) -> Ticks:
    """Return what can be ticked for the step that was chosen."""
    state = view.state
    return Ticks(view.ready(state.what), state.without, state.leaf, partial(_act, view))
