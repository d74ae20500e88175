"""The ranking as a card: places, scores, the line as it would run or as it was drawn, who shares the last place."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.applications.line_read import Lined
from bot.flows.applications.saying import round_title, track_word
from bot.flows.applications.states import LINE, ROUND
from bot.flows.html import bold, escape, short
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.points import show
from rubrics.selection import Place, contested

NAME = 20
DRAWN = "────"
LONG = 50
"""A longer ranking is folded: the first ones and those on both sides of the line are shown."""
FIRST = 10
AROUND = 15
_Row = tuple[Button, ...]


def line_face(view: Lined, ask: Ask) -> Face:
    """Return the ranking, or the question that is open."""
    words, state = ask.words, view.state
    lines = [words("applications.selecting"), round_title(view.rubric, state.year, words)]
    if view.track is not None:
        lines.append(escape(track_word(view.track, words)))
    if view.candidates:
        lines += ["", *_ranking(view, words)]
    if view.drawn:
        lines += ["", words("applications.drawn"), *_after(view, words)]
    if not view.candidates and not view.drawn:
        lines += ["", words("applications.nobody_examined")]
    if state.step:
        lines += ["", "✎ " + words(f"applications.ask_line_{state.step}")]
        return Face("\n".join(lines), ((Button(words("button.back"), _data(view, "o")),),))
    return Face("\n".join(lines), tuple(row for row in _keys(view, words) if row))


def _ranking(view: Lined, words: Words) -> Iterator[str]:
    count = len(view.candidates)
    yield from _places(view, count, words)
    names = {each.found.id: each.found.name for each in view.candidates}
    order = [place.id for place in view.ranking]
    if view.line is not None and view.line.decided:
        order = [*view.line.inside, *view.line.outside]
    places = {place.id: place for place in view.ranking}
    shown = _shown(count, view.places)
    for number, one in enumerate(order, 1):
        if number not in shown:
            if number - 1 in shown:
                yield words("applications.folded")
            continue
        place = places[one]
        score = _score(view, place, words)
        rank = str(place.rank) if place.rank is not None else "–"
        sign = " ▲" if one in view.tied else ""
        yield words(
            "applications.ranked", rank=rank, name=escape(short(names[one], NAME)), score=score, sign=sign
        )
        if view.line is not None and number == view.places and number < count:
            yield DRAWN
    yield from _undecided(view, count, words)


def _places(view: Lined, count: int, words: Words) -> Iterator[str]:
    """Say how many places there are, and for how many."""
    if view.together is not None:
        yield words("applications.places_together", count=view.together[0], held=view.together[1])
    if view.quota == 0:
        yield words("applications.places_none")
    if view.places:
        yield words("applications.places_of", places=view.places, count=count)
    elif view.quota is None:
        yield words("applications.places_open", count=count)


def _undecided(view: Lined, count: int, words: Words) -> Iterator[str]:
    """Say what has to be decided by hand before the line can be drawn."""
    if any(place.score is None for place in view.ranking):
        some = any(place.score is not None for place in view.ranking)
        yield words("applications.by_hand_some" if some else "applications.by_hand")
    if view.tied:
        left = view.line.left if view.line is not None and not view.line.decided else 0
        yield (
            words("applications.tie", count=len(view.tied), left=left)
            if left
            else words("applications.tie_said")
        )
    if view.places and not contested(count, view.places):
        yield words("applications.no_contest")


def _score(view: Lined, place: Place, words: Words) -> str:
    """Say the points; where there are none, how many conditions held: that is no score."""
    if place.score is not None:
        return bold(show(place.score))
    held = view.conditions.get(place.id)
    return words("applications.value.conditions", met=held[0], of=held[1]) if held is not None else "—"


def _shown(count: int, places: int) -> frozenset[int]:
    """Return the numbers of a long ranking that are shown: the first ones, and those around the line."""
    if count <= LONG:
        return frozenset(range(1, count + 1))
    return frozenset({*range(1, FIRST + 1), *range(places - AROUND, places + AROUND + 1)})


def _after(view: Lined, words: Words) -> Iterator[str]:
    outside = False
    inside = sum(row.stands != "not_selected" for row, _ in view.drawn)
    shown = _shown(len(view.drawn), inside)
    for number, (row, rank) in enumerate(view.drawn, 1):
        if row.stands == "not_selected" and not outside:
            outside = True
            yield DRAWN
        if number not in shown:
            if number - 1 in shown:
                yield words("applications.folded")
            continue
        name = escape(short(row.found.name, NAME))
        yield words("applications.drawn_one", rank=rank or "–", name=name)


def _data(view: Lined, verb: str, *args: object) -> str:
    state = view.state
    return pack(LINE, verb, state.rubric, state.year, state.track, *args)


def _keys(view: Lined, words: Words) -> Iterator[_Row]:
    if view.draws and view.candidates:
        names = {each.found.id: each.found.name for each in view.candidates}
        for one in view.tied[:LONG]:
            sign = "☑" if one in view.state.ahead else "□"
            label = words("applications.button.ahead", sign=sign, name=short(names[one], NAME))
            yield (Button(label, _data(view, "a", one)),)
        keys = [Button(words("applications.button.places"), _data(view, "n"))]
        if view.line is not None and view.line.decided:
            keys.append(Button(words("applications.button.draw"), _data(view, "d")))
        yield tuple(keys)
    if view.lifts:
        yield (Button(words("applications.button.lift"), _data(view, "x")),)
    data = pack(ROUND, "v", view.state.rubric, view.state.year, view.state.track, "", 0)
    yield (Button(words("applications.button.to_round"), data),)
