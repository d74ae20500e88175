"""The page of one application: what it is, its way with days and papers, what is not met, what can be done."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.applications.led import led_keys, led_lines
from bot.flows.applications.matters import detail_lines
from bot.flows.applications.mine import lack_lines
from bot.flows.applications.one_read import ENDED, One
from bot.flows.applications.saying import (
    about,
    ahead_lines,
    capital,
    round_title,
    sheet_lines,
    state_word,
    step_lines,
    step_word,
)
from bot.flows.applications.states import LINE, LIST, OBJECTIONS, ONE, ROUND
from bot.flows.apply.faces import leaves, said_text, spot_label, want_text
from bot.flows.apply.reading import Paper, track_title
from bot.flows.html import escape, short
from bot.flows.month.mine import mark_of
from bot.flows.outputs import Button, Face, Rows
from bot.flows.proof_files import counted
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.application import Spot, spot_at, tracks
from rubrics.application_check import lack_of, said_of

LABEL = 24
CONDITIONS = 10
"""Conditions on a leaf."""
REASON = 120
_Row = tuple[Button, ...]


def one_face(view: One, ask: Ask) -> Face:
    """Return the page, what was filled in, or the question that is open."""
    words = ask.words
    lines = _head(view, words)
    match view.state.view:
        case "look" if view.paper is not None:
            every = leaves(view.paper, words)
            at = min(view.state.leaf, len(every) - 1)
            return Face("\n".join([*lines, "", every[at]]), _leafed(view, len(every), words))
        case "conditions" if view.paper is not None:
            shown = tuple(_conditions(view.paper, view.state.leaf, words))
            return Face("\n".join([*lines, "", *shown]), _leafed(view, _condition_leaves(view.paper), words))
        case "files":
            return Face("\n".join([*lines, "", words("applications.which_files")]), _filed(view, words))
        case "respond":
            asked = ["", "✎ " + words("applications.ask_respond")]
            return Face("\n".join([*lines, *asked]), (_back(view, words),))
    if view.hidden:
        lines += ["", words("applications.draft")]
        return Face("\n".join(lines), (_up(view, words),))
    lines += [*_stands(view, words), "", *step_lines(view.steps, words, view.way)]
    lines += [*ahead_lines(view.way, view.stands, words, taken=view.steps), *_facts(view, words)]
    return Face("\n".join(lines), tuple(row for row in _keys(view, words) if row))


def _head(view: One, words: Words) -> list[str]:
    found = view.found
    if found.matter != "name":
        head = words("applications.about", studio=escape(view.studio.name), matter=about(found, words))
        return [head, *detail_lines(found.matter, view.answers, words)]
    lines = [f"<b>{escape(found.name)}</b>"]
    if view.paper is None:
        return lines
    lines.append(round_title(view.paper.rubric, found.year, words))
    if track := track_title(view.paper.rubric, found.track, words("language.code")):
        lines.append(escape(track))
    lines.append(words("apply.unit", unit=escape(found.unit), leader=escape(found.leader) or "—"))
    return lines


def _stands(view: One, words: Words) -> Iterator[str]:
    yield words("applications.stands", state=state_word(view.stands, words))
    if view.found.state == "returned" and view.paper is not None:
        yield words("applications.waits_applicant")
        yield from lack_lines(view.paper, words)


def _facts(view: One, words: Words) -> Iterator[str]:
    """Say what is not as it should be, what the visit came to, which objections there are."""
    if view.paper is not None:
        said = tuple(_wrong(view.paper, words))
        yield from ("", *said) if said else ()
    if view.visit is not None:
        yield words("applications.visit_open")
    if view.sheet is not None:
        yield from ("", *sheet_lines(view.sheet, words))
    if view.led is not None:
        yield from led_lines(view.led, words)
    if view.objections:
        waiting = sum(each.state == "open" for each in view.objections)
        yield words("applications.objections", count=len(view.objections), open=waiting)


def _wrong(paper: Paper, words: Words) -> Iterator[str]:
    """Say what is missing, what is not met and why, which sums differ."""
    wanting = sum(each.stops for each in paper.wanting)
    if wanting:
        yield words("applications.gaps", count=wanting)
    for each in _gates(paper):
        if excused(paper, each):
            reason = escape(short(said_text(paper, each, words), REASON))
            yield words("applications.excused", label=escape(spot_label(paper, each, words)), reason=reason)
    yield from (f"▲ {want_text(paper, each, words)}" for each in paper.wanting if not each.stops)


def _gates(paper: Paper) -> tuple[Spot, ...]:
    return tuple(each for each in paper.spots if each.gate is not None)


def excused(paper: Paper, spot: Spot) -> bool:
    """Say whether a condition is not met and a reason stands beside it."""
    value = paper.answer(spot)
    return " " in value and lack_of(spot, said_of(value)[0]) is not None


def _condition_leaves(paper: Paper) -> int:
    return max(1, -(-len(_gates(paper)) // CONDITIONS))


def _conditions(paper: Paper, leaf: int, words: Words) -> Iterator[str]:
    at = min(leaf, _condition_leaves(paper) - 1)
    for each in _gates(paper)[at * CONDITIONS : (at + 1) * CONDITIONS]:
        sign = "▲" if lack_of(each, paper.answer(each)) or excused(paper, each) else "✓"
        parts = (escape(said_text(paper, each, words)), counted(paper.files(each)))
        said = " ".join(part for part in parts if part)
        label = escape(spot_label(paper, each, words))
        yield words("applications.condition", sign=sign, label=label, said=said or "—")


def _view(view: One, label: str, which: str, leaf: int = 0) -> Button:
    return Button(label, pack(ONE, "v", view.found.id, which, leaf))


def _leafed(view: One, count: int, words: Words) -> Rows:
    state = view.state
    turns = []
    if state.leaf:
        turns.append(_view(view, words("button.page_back"), state.view, state.leaf - 1))
    if state.leaf + 1 < count:
        turns.append(_view(view, words("button.page_on"), state.view, state.leaf + 1))
    return tuple(row for row in (tuple(turns), _back(view, words)) if row)


def _files(view: One, words: Words) -> Button:
    return _view(view, words("applications.button.files", files=counted(view.pieces)), "files")


def _filed(view: One, words: Words) -> Rows:
    """Return a button for each place with files, a leaf of them."""
    filed = view.filed()
    at = min(view.state.leaf, max(0, len(filed) - 1) // CONDITIONS)
    first = at * CONDITIONS
    keys: list[_Row] = []
    for number, (key, pieces) in enumerate(filed[first : first + CONDITIONS], first):
        spot = spot_at(view.paper.rubric, view.found.track, key) if view.paper is not None else None
        label = spot_label(view.paper, spot, words) if view.paper is not None and spot is not None else key
        named = f"{short(label, LABEL)} {counted(pieces)}"
        keys.append((Button(named, pack(ONE, "f", view.found.id, number)),))
    turns = [("page_back", at - 1)] if at else []
    turns += [("page_on", at + 1)] if first + CONDITIONS < len(filed) else []
    keys.append(tuple(_view(view, words(f"button.{name}"), "files", to) for name, to in turns))
    return tuple(row for row in (*keys, _back(view, words)) if row)


def _back(view: One, words: Words) -> _Row:
    return (Button(words("button.back"), pack(ONE, "o", view.found.id)),)


def _up(view: One, words: Words) -> _Row:
    """Lead back to the list from which it came."""
    if not view.desk:
        return ()
    if view.found.matter != "name":
        return (Button(words("applications.button.list"), pack(LIST, "o")),)
    data = pack(ROUND, "v", mark_of(view.found.rubric), view.found.year, "", "", 0)
    return (Button(words("applications.button.to_round"), data),)


def _keys(view: One, words: Words) -> Iterator[_Row]:
    found = view.found
    steps = [
        Button(
            capital(words("applications.button.step", step=step_word(each, words, view.way))),
            pack(ONE, "s", found.id, each),
        )
        for each in view.mine
    ]
    yield from (tuple(steps[start : start + 2]) for start in range(0, len(steps), 2))
    yield from _desk_keys(view, words)
    if view.responds:
        yield (_view(view, words("applications.button.respond"), "respond"),)
    if view.led is not None:
        yield from led_keys(view.led, words)
    if view.withdraws:
        label = words("applications.button.withdraw")
        yield (Button(label, pack(ONE, "w", found.id, found.revision)),)
    if found.matter == "name":
        yield (
            _view(view, words("applications.button.look"), "look"),
            _view(view, words("applications.button.conditions"), "conditions"),
        )
    if view.pieces:
        yield (_files(view, words),)
    yield _up(view, words)


def _desk_keys(view: One, words: Words) -> Iterator[_Row]:
    """Yield what a coordinator does besides the next step."""
    found = view.found
    if view.plans and view.visit is None and view.sheet is None:
        yield (Button(words("applications.button.plan"), pack(ONE, "p", found.id)),)
    if view.sheet is not None and view.examines:
        yield (Button(words("applications.button.sheet"), pack(ONE, "h", found.id)),)
    if view.paper is not None and "selected" in view.nexts and view.examines:
        among = [each.id for each in tracks(view.paper.rubric)]
        track = among.index(found.track) if found.track in among else ""
        yield (
            Button(
                words("applications.button.line"), pack(LINE, "o", mark_of(found.rubric), found.year, track)
            ),
        )
    back = [Button(words("applications.button.return"), pack(ONE, "r", found.id))] if view.returns else []
    ends = view.examines and found.state not in ENDED
    end = [Button(words("applications.button.reject"), pack(ONE, "n", found.id))] if ends else []
    yield (*back, *end)
    if view.desk and (view.objections or found.state == "published"):
        label = words("applications.button.objections", count=len(view.objections))
        yield (Button(label, pack(OBJECTIONS, "o", found.id)),)
