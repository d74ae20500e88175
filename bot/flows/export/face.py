"""What the cards of exports show: questions with their answers as buttons, and how far one on its way is."""

from __future__ import annotations

from collections.abc import Iterator

from bot.entities import OwnForm
from bot.flows.export.order import Order
from bot.flows.export.reading import Choice
from bot.flows.export.sources import SOURCES
from bot.flows.export.states import CHOOSE, RUN
from bot.flows.html import bold, escape, short
from bot.flows.outputs import Button, Face, Rows
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words

LABEL = 30
BAR = 8
Row = tuple[Button, ...]


def face(view: Choice, ask: Ask) -> Face:
    """Ask the question that is open."""
    words = ask.words
    lines = [bold(words("command.export")) + _chosen(view, words), _asked(view, words)]
    if view.pages > 1:
        lines.append(words("import.page", page=view.page + 1, pages=view.pages))
    back = ((Button(words("button.back"), pack(CHOOSE, "b")),),) if view.kind else ()
    return Face("\n".join(lines), (*_keys(view, words), *_moves(view, words), *back))


def _chosen(view: Choice, words: Words) -> str:
    said = [words(f"export.kind.{view.kind.id}")] if view.kind else []
    said += [escape(view.form.name)] if view.form else []
    if view.rubric and view.kind and view.kind.by_rubric:
        said.append(escape(rubric_name(view.rubric, words)))
    said += [view.state.period] if view.state.period else []
    return "".join(f" · {each}" for each in said)


def _asked(view: Choice, words: Words) -> str:
    if view.question == "studio":
        return _which_studio(view, words)
    if view.question == "rubric" and view.kind and not view.rubrics:
        return words(SOURCES[view.kind.source].none)
    if view.question == "form" and not view.forms:
        return words("export.ask.form_first")
    if view.question == "drop" and view.form:
        return words("export.ask.drop", name=escape(view.form.name))
    if view.question == "period" and view.kind:
        ask = SOURCES[view.kind.source].ask_period
        return words(ask if view.kind.by_rubric else "export.ask.own_year")
    return words(f"export.ask.{view.question}")


def _which_studio(view: Choice, words: Words) -> str:
    if not view.count and view.kind:
        return words(SOURCES[view.kind.source].none_at, period=view.state.period)
    if view.kind and view.kind.extent == "all":
        return words("export.ask.all", count=view.count)
    if view.state.text:
        text = escape(short(view.state.text, LABEL))
        return words("export.ask.found", text=text, count=len(view.studios))
    return words("export.ask.studio", count=view.count)


def _keys(view: Choice, words: Words) -> tuple[Row, ...]:
    return tuple(_ROWS[view.question](view, words))


def _kind_rows(view: Choice, words: Words) -> Iterator[Row]:
    keys = [Button(words(f"export.kind.{kind.id}"), pack(CHOOSE, "k", kind.id)) for kind in view.kinds]
    return (tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))


def _form_rows(view: Choice, words: Words) -> Iterator[Row]:
    for form in view.forms:
        yield (
            Button(short(form.name, LABEL), pack(CHOOSE, "f", form.id)),
            Button(words("export.button.drop"), pack(CHOOSE, "x", form.id)),
        )


def _drop_rows(view: Choice, words: Words) -> Iterator[Row]:
    if view.form:
        yield (Button(words("export.button.drop_sure"), pack(CHOOSE, "y", view.form.id)),)


def _rubric_rows(view: Choice, words: Words) -> Iterator[Row]:
    return (
        (Button(short(rubric_name(each, words), LABEL), pack(CHOOSE, "r", each.id)),) for each in view.rubrics
    )


def _period_rows(view: Choice, words: Words) -> Iterator[Row]:
    del words
    keys = [Button(str(each), pack(CHOOSE, "p", each)) for each in view.paged(view.periods)]
    return (tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))


def _studio_rows(view: Choice, words: Words) -> Iterator[Row]:
    kind, state = view.kind, view.state
    if kind is None:
        return
    if kind.extent != "one" and view.count and not state.text:
        label = words("export.button.all", count=view.count)
        yield (Button(_ticked(label, "", view), pack(CHOOSE, "a", "", kind.id, state.period)),)
    if kind.extent != "all":
        for each in view.paged(view.studios):
            data = pack(CHOOSE, "s", each.id, kind.id, state.period)
            yield (Button(_ticked(short(each.name, LABEL), each.id, view), data),)


def _ticked(label: str, studio: str, view: Choice) -> str:
    return f"✓ {label}" if studio in view.state.ordered else label


_ROWS = {
    "kind": _kind_rows,
    "form": _form_rows,
    "drop": _drop_rows,
    "rubric": _rubric_rows,
    "period": _period_rows,
    "studio": _studio_rows,
}


def _moves(view: Choice, words: Words) -> tuple[Row, ...]:
    """Return the row that leafs, where there are several pages."""
    if view.question == "studio" and view.kind and view.kind.extent == "all":
        return ()
    moves = []
    if view.page:
        moves.append(Button(words("button.page_back"), pack(CHOOSE, "g", view.page - 1)))
    if view.page + 1 < view.pages:
        moves.append(Button(words("button.page_on"), pack(CHOOSE, "g", view.page + 1)))
    return (tuple(moves),) if moves else ()


# --- on its way


def about(desk: Desk, order: Order, words: Words) -> str:
    """Say what is made: kind, studio (as it applied) or all of them, period."""
    form: OwnForm | None = desk.own_forms.get(order.form) if order.form else None
    kind = form.name if form else words(f"export.kind.{order.kind}")
    applied = desk.applications.get(order.application) if order.application else None
    studio = desk.studios.get(order.studio) if order.studio else None
    named = applied or studio
    return headed(kind, named.name if named else words("export.all"), order.period)


def headed(kind: str, where: str, period: str) -> str:
    """Return what is made as the first line of its message."""
    return f"{bold_html(escape(kind))} · {escape(where)} {period}"


def bold_html(text: str) -> str:
    """Return a text that is HTML already in bold."""
    return f"<b>{text}</b>"


def progress(title: str, words: Words, done: int = 0, of: int = 0, *, card: str = "") -> Face:
    """Say how far an export is, with the button that calls it off; nothing is known yet where `of` is 0."""
    keys = cancelling(card, words)
    if not of:
        return Face(f"{title}\n{words('export.begun')}", keys)
    full = min(BAR, done * BAR // of)
    bar = "▰" * full + "▱" * (BAR - full)
    return Face(f"{title}\n{words('export.going', done=done, of=of)} {bar}", keys)


def cancelling(card: str, words: Words) -> Rows:
    """Return the button that calls an export off; none without its message."""
    return ((Button(words("export.button.cancel"), pack(RUN, "x", card)),),) if card else ()


def finished(title: str, words: Words, files: int) -> Face:
    """Say that the files are below."""
    return Face(f"{title}\n{words('export.done', count=files)}")


def refused(title: str, why: str, *, sign: str = "▲", keys: Rows = ()) -> Face:
    """Say why nothing came of it."""
    return Face(f"{title}\n{sign} {why}", keys)
