"""The card on which many visits are planned: what was said, the open question, the summary with what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from bot.changes.visit_forms import chosen_forms
from bot.flows.campaign.reading import warning, way_to
from bot.flows.html import escape, short
from bot.flows.lengths import visible_length
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Button, Face, Rows
from bot.flows.refusals import spoken
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.visits.many_read import Many, Row
from bot.flows.visits.people import people_keys, rows
from bot.flows.visits.sharing import working_days
from bot.flows.visits.states import LIST, MANY, ManyStep
from bot.flows.walk.choice import kinds_now
from bot.flows.walk.periods import offered, older
from bot.texts import Words

PAGE = 10
LABEL = 30
NOTE = 300
NAMES = 20
ROOM = 2200
"""Characters that the lines of what cannot be planned may take."""
DAYS = (0, 1, 2, 3, 7, 14)
PER_ROW = 3


def many_face(view: Many, ask: Ask) -> Face:
    """Return text and buttons."""
    words, state = ask.words, view.state
    lines = [words("many.head"), *_said(view, words)]
    if state.step == "check":
        lines += ["", *_summary(view, words)]
    else:
        lines += ["", "✎ " + words(f"many.ask_{_asked(view)}")]
        if state.step == "period" and view.rubric and (kinds := kinds_now(view.rubric, view.form)):
            lines.append(words("visit.older", sample=older(view.rubric, kinds, ask)))
    return Face("\n".join(lines), tuple(row for row in _keys(view, ask) if row))


def _asked(view: Many) -> str:
    """Return the name of the question, which differs where one of them means another thing."""
    if view.state.step == "who":
        return f"who_{view.state.how or 'group'}"
    forms = view.state.step == "period" and view.rubric is not None and not view.form
    return "form" if forms and view.rubric and not kinds_now(view.rubric, None) else view.state.step


def _said(view: Many, words: Words) -> Iterator[str]:
    state = view.state
    if view.rubric is not None:
        parts = [rubric_title(view.rubric, words), *([_titled(view, words)] if view.form else [])]
        yield " · ".join([*parts, *([state.period] if state.period else [])])
    if state.step in {"how", "who", "day", "note", "check"}:
        yield words("many.chosen", count=len(view.chosen))
    if state.first and state.step in {"note", "check", "who", "how"}:
        yield _when(state.first, state.last, words)
    if state.note and state.step == "check":
        yield words("visit.note", note=escape(short(state.note, NOTE)))


def _titled(view: Many, words: Words) -> str:
    form = view.form
    english = words("language.code") == "en"
    return escape(((english and form.title_en) or form.title) if form else "")


def _when(first: str, last: str, words: Words) -> str:
    if first == last:
        return words("visit.day", day=first)
    days = len(working_days(date.fromisoformat(first), date.fromisoformat(last)))
    return words("many.span", first=first, last=last, days=days)


def _summary(view: Many, words: Words) -> Iterator[str]:
    """Return who goes where in figures, what cannot be planned and why, and what nobody has decided yet."""
    names = {each.id: each.name for each in view.people}
    if view.state.how == "even":
        load = Counter(each.assessors[0] for each in view.good)
        shares = tuple(f"{escape(names.get(who, '?'))} {load[who]}" for who in view.state.who)
        yield words("many.shares", shares=shares[:NAMES])
    else:
        yield words("visit.group", names=tuple(escape(names.get(who, "?")) for who in view.state.who))
    yield words("many.can", count=len(view.good))
    if view.bad:
        yield words("many.cannot", count=len(view.bad))
        yield from _problems(view.bad, words)
    if view.undecided is not None:
        yield warning(view.undecided, words)
    yield words("many.check") if view.good else words("many.check_none")


def _problems(bad: Sequence[Row], words: Words) -> Iterator[str]:
    room = ROOM
    for number, each in enumerate(bad):
        why = spoken(words, each.problem.code, each.problem.params, html=True) if each.problem else ""
        line = words("many.problem", studio=escape(short(each.studio.name, LABEL)), why=why)
        room -= visible_length(line) + 1
        if room < 0:
            yield words("visit.more", count=len(bad) - number)
            return
        yield line


# --- buttons -------------------------------------------------------------------------------------


def _key(view: Many, words: Words, name: str, verb: str, *args: object) -> Button:
    return Button(words(f"many.button.{name}"), pack(MANY, verb, view.state.batch, *args))


def _keys(view: Many, ask: Ask) -> Rows:
    words, state = ask.words, view.state
    leave = _key(view, words, "leave", "q")
    back = () if state.step == "rubric" else (_key(view, words, "back", "b"),)
    return (*_answers(view, ask), (*back, leave))


def _answers(view: Many, ask: Ask) -> Rows:
    return ANSWERS[view.state.step](view, ask)


def _rubrics(view: Many, ask: Ask) -> Rows:
    batch = view.state.batch
    return tuple(
        (Button(short(rubric_name(each, ask.words), LABEL), pack(MANY, "r", batch, each.id)),)
        for each in view.rubrics
    )


def _whens(view: Many, ask: Ask) -> Rows:
    return (*_periods(view, ask), *_forms(view, ask.words))


def _whiches(view: Many, ask: Ask) -> Rows:
    names = (*(("part",) if view.part else ()), "all", "unit", "tick")
    batch = view.state.batch
    return tuple((Button(_which(view, ask.words, name), pack(MANY, "w", batch, name)),) for name in names)


def _hows(view: Many, ask: Ask) -> Rows:
    ways = tuple((_key(view, ask.words, name, "h", name),) for name in ("group", "even"))
    return (*ways, (Button(ask.words("many.button.list"), pack(LIST, "o")),))


def _whos(view: Many, ask: Ask) -> Rows:
    state = view.state
    people = people_keys(
        view.people, state.who, lambda each: pack(MANY, "a", state.batch, each), numbered=state.how != "even"
    )
    return (*people, (_key(view, ask.words, "done", "n"),))


def _days(view: Many, ask: Ask) -> Rows:
    del ask
    days = [view.today + timedelta(days=each) for each in DAYS]
    keys = [
        Button(f"{day.month}-{day.day}", pack(MANY, "d", view.state.batch, day.isoformat())) for day in days
    ]
    return rows(keys, PER_ROW)


def _notes(view: Many, ask: Ask) -> Rows:
    return ((_key(view, ask.words, "skip", "s"),),)


def _which(view: Many, words: Words, name: str) -> str:
    if name in {"all", "part"}:
        return words(f"many.button.{name}", count=len(view.part if name == "part" else view.studios))
    return words(f"many.button.{name}")


def _periods(view: Many, ask: Ask) -> Rows:
    if view.rubric is None:
        return ()
    return tuple(
        tuple(
            Button(
                ask.words(f"period.{period.kind}", period=str(period)),
                pack(MANY, "p", view.state.batch, period),
            )
            for period in row
        )
        for row in offered(view.rubric, kinds_now(view.rubric, view.form), ask)
    )


def _forms(view: Many, words: Words) -> Rows:
    if view.rubric is None or view.state.form:
        return ()
    english = words("language.code") == "en"
    return tuple(
        (
            Button(
                short((english and form.title_en) or form.title, LABEL),
                pack(MANY, "f", view.state.batch, number),
            ),
        )
        for number, form in enumerate(view.rubric.sheets)
        if form in chosen_forms(view.rubric)
    )


def _ticks(view: Many, ask: Ask) -> Rows:
    """Return units or studios with ticks, a page at a time."""
    state, words = view.state, ask.words
    if state.step == "unit":
        counts = Counter(each.unit for each in view.studios)
        every = [
            (words("many.unit", unit=unit, count=counts[unit]), "u", str(number), unit in state.units)
            for number, unit in enumerate(view.units)
        ]
    else:
        every = [(each.name, "t", each.id, each.id in state.studios) for each in view.found]
    page = max(0, min(state.page, (len(every) - 1) // PAGE))
    keys = [
        (Button(short(f"{'☑' if on else '☐'} {label}", LABEL), pack(MANY, verb, state.batch, value)),)
        for label, verb, value, on in every[page * PAGE : (page + 1) * PAGE]
    ]
    moves = [Button(words("button.page_back"), pack(MANY, "g", state.batch, page - 1))] if page else []
    if (page + 1) * PAGE < len(every):
        moves.append(Button(words("button.page_on"), pack(MANY, "g", state.batch, page + 1)))
    if state.find:
        moves.append(_key(view, words, "everything", "x"))
    count = len(view.chosen) if state.units or state.studios else 0
    done = Button(words("many.button.ticked", count=count), pack(MANY, "k", state.batch))
    return (*keys, tuple(moves), (done,))


def _check(view: Many, ask: Ask) -> Rows:
    words = ask.words
    edits = tuple(_key(view, words, f"edit_{name}", "e", name) for name in ("how", "day", "note"))
    save: tuple[Button, ...] = ()
    if view.good:
        count = len(view.good)
        save = (Button(words("many.button.save", count=count), pack(MANY, "y", view.state.batch, count)),)
    way: tuple[Button, ...] = ()
    if view.undecided is not None and view.decides:
        way = (way_to(view.undecided.rubric, view.undecided.year, words),)
    return (save, edits, way)


ANSWERS: Final[dict[ManyStep, Callable[[Many, Ask], Rows]]] = {
    "rubric": _rubrics,
    "form": _whens,
    "period": _whens,
    "which": _whiches,
    "unit": _ticks,
    "tick": _ticks,
    "how": _hows,
    "who": _whos,
    "day": _days,
    "note": _notes,
    "check": _check,
}
"""The buttons that answer each question."""
