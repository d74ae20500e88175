"""The card on which a visit is planned: what was said so far, the question that is open, its buttons."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.flows.campaign.reading import warning, way_to
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Button, Face, Rows
from bot.flows.taps import pack
from bot.flows.visits.people import people_keys, rows
from bot.flows.visits.states import PLAN
from bot.texts import Words

if TYPE_CHECKING:
    from bot.flows.visits.plan import Planning

DAYS = (0, 1, 2, 3, 7, 14)
"""Days from today that are offered."""
NOTE = 300
PER_ROW = 3


def plan_face(view: Planning, words: Words) -> Face:
    """Return text and buttons."""
    state = view.state
    head = "visit.head_move" if state.moves else "visit.head"
    lines = [
        words(head),
        f"{escape(view.studio.name)} · {rubric_title(view.rubric, words)} · {state.period}",
    ]
    if view.done:
        return Face("\n".join([*lines, words("visit.planned")]), ((_key(view, words, "list", "q"),),))
    if state.who:
        lines.append(words("visit.group", names=tuple(map(escape, view.names()))))
    if state.moves and view.plan is not None:
        lines.append(words("visit.day_now", day=view.plan.day))
    if state.day:
        lines.append(words("visit.day", day=state.day))
    if state.note:
        lines.append(words("visit.note", note=escape(short(state.note, NOTE))))
    lines += ["", "✎ " + words(f"visit.ask_{state.step}") if state.step != "check" else words("visit.check")]
    if view.undecided is not None and state.step == "check":
        lines.append(warning(view.undecided, words))
    return Face("\n".join(lines), _keys(view, words))


def _key(view: Planning, words: Words, name: str, verb: str, *args: object) -> Button:
    return Button(words(f"visit.button.{name}"), pack(PLAN, verb, view.state.visit, *args))


def _keys(view: Planning, words: Words) -> Rows:
    state = view.state
    leave = _key(view, words, "stay" if state.moves else "leave", "q")
    match state.step:
        case "who":
            people = people_keys(view.candidates, state.who, lambda each: pack(PLAN, "p", state.visit, each))
            return (*people, (_key(view, words, "done", "n"),), (leave,))
        case "day":
            days = [view.today + timedelta(days=each) for each in DAYS]
            keys = [
                Button(f"{day.month}-{day.day}", pack(PLAN, "d", state.visit, day.isoformat()))
                for day in days
            ]
            return (*rows(keys, PER_ROW), (leave,))
        case "note":
            return ((_key(view, words, "skip", "s"),), (leave,))
    edits = [_key(view, words, "edit_day", "e", "day"), _key(view, words, "edit_note", "e", "note")]
    if not state.moves:
        edits.insert(0, _key(view, words, "edit_who", "e", "who"))
    save = _key(view, words, "move" if state.moves else "save", "y")
    open_ = view.undecided
    way = ((way_to(open_.rubric, open_.year, words),),) if open_ is not None and view.decides else ()
    return ((save,), tuple(edits), *way, (leave,))
