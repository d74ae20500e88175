"""The card on which a step is taken: what it is about, what was said so far, the question that is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.changes.applications.step import PAPERS
from bot.flows.applications.matters import title_of
from bot.flows.applications.saying import about, capital, round_title, sheet_lines, step_word, track_word
from bot.flows.applications.states import STEP
from bot.flows.applications.step_read import Taking
from bot.flows.apply.faces import spot_label
from bot.flows.html import escape, short
from bot.flows.month.mine import REASON_LIMIT
from bot.flows.outputs import Button, Face, Rows
from bot.flows.refusals import spoken
from bot.flows.taps import pack
from bot.texts import Words

LEAF = 8
LABEL = 28
NAME = 20
NAMED = 12
"""Names that a decision about many shows."""
NOTICE = (5, 7, 10)
"""Days of a public notice that are offered."""
_Row = tuple[Button, ...]


def step_face(view: Taking, words: Words) -> Face:
    """Return text and buttons."""
    state = view.state
    lines = [
        words("applications.taking", step=capital(step_word(state.what, words, view.way))),
        *_about(view, words),
    ]
    if view.refused:
        lines += ["", *_refused(view, words), "", *_decision(view, words)]
        return Face("\n".join(lines), _without(view, words))
    if view.changed:
        home = (_key(view, words("applications.button.look_again"), "q"),)
        return Face("\n".join([*lines, "", words("applications.changed")]), (home,))
    if state.lacks:
        lines.append(words("applications.lacks", count=len(state.lacks)))
        lines += [f"· {escape(label)}" for label in _lacking(view, words)]
    if state.text:
        lines.append(words("applications.said", text=escape(short(state.text, REASON_LIMIT))))
    if state.value:
        lines.append(words("applications.score", value=state.value))
    if state.asked == "check" and state.what == "visited" and view.sheet is not None:
        # What the sheet says is kept, unless a score was given; what does not hold asks for words in any case.
        lines += sheet_lines(view.sheet, words)
    if state.asked == "check":
        lines += _decision(view, words)
        returned = state.what == "returned"
        asked = words("applications.ask_line_day") if returned else words("applications.ask_line")
        lines += ["", f"✎ {asked}"]
    else:
        lines += ["", *_asked(view, words)]
    return Face("\n".join(lines), _keys(view, words))


def _refused(view: Taking, words: Words) -> Iterator[str]:
    """Say which cannot be decided with the others, and why."""
    if view.changed:
        yield words("applications.changed")
    yield words("applications.cannot", count=len(view.refused))
    for found, why in view.refused[:NAMED]:
        text = spoken(words, why.code, why.params, html=True)
        title = escape(short(title_of(found, words), LABEL))
        named = title in text  # most reasons begin with the name
        yield f"· {text}" if named else words("applications.cannot_one", name=title, why=text)
    if len(view.refused) > NAMED:
        yield "…"


def _without(view: Taking, words: Words) -> Rows:
    """Return the way on without them; a reason in words may do for some."""
    keys: list[_Row] = []
    if view.fits:
        keys.append((_key(view, words("applications.button.others", count=len(view.fits)), "m"),))
    keys.append((_key(view, words("applications.button.words"), "w"),))
    return (*keys, (_key(view, words("applications.button.leave"), "q"),))


def _about(view: Taking, words: Words) -> Iterator[str]:
    """Say whom it is about."""
    if view.only is not None and view.only.matter != "name":
        yield f"{escape(view.only.name)} · {about(view.only, words)}"
        return
    if view.rubric is not None:
        yield round_title(view.rubric, view.year, words)
    if view.track is not None:
        yield escape(track_word(view.track, words))
    if view.state.places:
        yield words("applications.places", count=view.state.places)
    names = [escape(short(title_of(each, words), LABEL)) for each, _ in view.rows]
    if len(names) == 1:
        yield f"<b>{names[0]}</b>"
    elif names:
        more = ("…",) if len(names) > NAMED else ()
        yield words("applications.these", count=len(names), names=(*names[:NAMED], *more))


def _lacking(view: Taking, words: Words) -> Iterator[str]:
    for each in view.spots:
        if view.paper is not None and each.key in view.state.lacks:
            yield short(spot_label(view.paper, each, words), LABEL)


def _decision(view: Taking, words: Words) -> Iterator[str]:
    state = view.state
    if state.what == "published":
        yield words("applications.notice", start=state.on, until=state.until)
    else:
        yield words("applications.on", on=state.on)
    if state.what == "returned":
        return
    if state.what != "published" or state.decider:
        yield words("applications.decider", decider=escape(state.decider) or words("applications.wanted"))
    wanted = words("applications.wanted") if state.what in PAPERS else "—"
    yield words("applications.paper", paper=escape(state.paper) or wanted)


def _asked(view: Taking, words: Words) -> Iterator[str]:
    state = view.state
    match state.asked:
        case "lacks":
            yield words("applications.ask_lacks")
        case "words":
            key = state.what if state.what in {"returned", "rejected"} else "any"
            yield "✎ " + words(f"applications.ask_words.{key}")
        case "value":
            yield "✎ " + words("applications.ask_value")
            if view.sheet is not None:
                yield from sheet_lines(view.sheet, words)
                if view.sheet.total is None:
                    yield words("applications.conditions_only")
        case "until":
            yield "✎ " + words("applications.ask_until", start=state.on)


def _key(view: Taking, label: str, verb: str, *args: object) -> Button:
    return Button(label, pack(STEP, verb, view.state.id, *args))


def _keys(view: Taking, words: Words) -> Rows:
    state = view.state
    keys: list[_Row] = []
    match state.asked:
        case "lacks":
            keys += _ticks(view, words)
        case "words" if state.what != "rejected":
            keys.append((_key(view, words("applications.button.skip"), "n"),))
        case "value":
            label = words("applications.button.by_sheet" if view.sheet else "applications.button.no_score")
            keys.append((_key(view, label, "n"),))
        case "until":
            first = max(view.today, date.fromisoformat(state.on))
            days = [first + timedelta(days=each) for each in NOTICE]
            keys.append(tuple(_key(view, f"{day.month}-{day.day}", "u", day.isoformat()) for day in days))
        case "check":
            keys += _check(view, words)
    keys.append((_key(view, words("applications.button.leave"), "q"),))
    return tuple(row for row in keys if row)


def _check(view: Taking, words: Words) -> Iterator[_Row]:
    state, before = view.state, view.before
    yield (
        _key(view, words("applications.button.confirm", step=step_word(state.what, words, view.way)), "y"),
    )
    if state.what != "returned" and before is not None and (before.decider or before.paper):
        said = " ".join(each for each in (before.decider, before.paper) if each)
        if said != " ".join(each for each in (state.decider, state.paper) if each):
            yield (_key(view, short(words("applications.button.as_before", said=said), LABEL), "b"),)
    if state.what == "published":
        yield (_key(view, words("applications.button.until"), "d"),)
    if state.decider or state.paper:
        yield (_key(view, words("applications.button.wipe"), "x"),)
    yield (_key(view, words("applications.button.words"), "w"),)


def _ticks(view: Taking, words: Words) -> Iterator[_Row]:
    state, paper = view.state, view.paper
    first = state.leaf * LEAF
    for number, each in enumerate(view.spots[first : first + LEAF], first):
        sign = "☑" if each.key in state.lacks else "□"
        label = spot_label(paper, each, words) if paper else each.key
        yield (_key(view, short(f"{sign} {label}", LABEL), "k", number),)
    turns = [("page_back", state.leaf - 1)] if state.leaf else []
    turns += [("page_on", state.leaf + 1)] if first + LEAF < len(view.spots) else []
    yield tuple(_key(view, words(f"button.{name}"), "g", to) for name, to in turns)
    yield (_key(view, words("applications.button.ticked", count=len(state.lacks)), "n"),)
