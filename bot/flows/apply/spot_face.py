"""What one place of an application asks and holds, and what can be pressed there."""

from __future__ import annotations

from bot.flows.apply.faces import (
    brief,
    english,
    form_title,
    said_text,
    spot_label,
    unit_of,
)
from bot.flows.apply.known import Offer
from bot.flows.apply.reading import Paper
from bot.flows.apply.states import SPOT
from bot.flows.apply.taking import why
from bot.flows.html import bold, escape, short
from bot.flows.outputs import Button, Face
from bot.flows.proof_files import counted
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.application import Spot, row_of
from rubrics.application_check import lack_of
from rubrics.form_answers import BETWEEN
from rubrics.form_sums import added
from rubrics.points import show

ACROSS = 3
NAME = 16
NAMED = 8
"""So many names of those that can be taken over."""
TABLE_ROWS = 12
SHOWN = 900
"""Characters of an answer that a card shows."""


def face(paper: Paper, spot: Spot, at: str, words: Words, offer: Offer | None = None, leaf: int = 0) -> Face:
    """Return the card."""
    leaf = min(leaf, max(0, len(paper.rows(spot)) - 1) // TABLE_ROWS)
    number = int(at.split(".", maxsplit=1)[0]) + 1
    part = escape(short(form_title(spot.form, words), 40))
    lines = [words("apply.where", part=part, number=number, count=len(paper.spots))]
    lines.append(bold(spot_label(paper, spot, words)))
    lines += _asked(paper, spot, words)
    said = said_text(paper, spot, words)
    if said and not spot.table:
        lines += ["", words("apply.now", said=escape(_both_ends(said)))]
    if spot.gate is not None and said and (lack := lack_of(spot, paper.answer(spot))):
        lines.append(words(f"apply.then.{lack}"))
    if pieces := paper.files(spot):
        lines.append(words("file.attached", files=counted(pieces)))
    if spot.table:
        lines += ["", *_rows(paper, spot, words, leaf)]
    taking: list[tuple[Button, ...]] = []
    if offer is not None:
        lines += ["", _offered(offer, words)]
        press = pack(SPOT, "b", paper.application.id, at, offer.mark)
        taking = [(Button(_take(offer, words), press),)]
    return Face("\n".join(lines), (*taking, *_keys(paper, spot, at, words, leaf)))


def _offered(offer: Offer, words: Words) -> str:
    where = why(offer, words)
    if offer.rows:
        names = tuple(escape(short(each, NAME)) for each in offer.names[:NAMED])
        more = ("…",) if len(offer.rows) > NAMED else ()
        return words("apply.offer_rows", names=(*names, *more), why=where)
    return words("apply.offer", said=escape(short(offer.text, 60)), why=where)


def _take(offer: Offer, words: Words) -> str:
    if offer.rows:
        return words("apply.button.take_rows", count=len(offer.rows))
    return words("apply.button.take", said=short(offer.text, NAME))


def _both_ends(said: str) -> str:
    """Return an answer on one line; of one that came in several messages how it begins and how it ends."""
    line = " ".join(said.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN // 3]} … {line[-SHOWN * 2 // 3 :]}"


def line(paper: Paper, spot: Spot, words: Words) -> str:
    """Return a place and what it holds in one line."""
    said = short(said_text(paper, spot, words), 60) or "—"
    return words("apply.line", label=escape(spot_label(paper, spot, words)), said=escape(said))


def _asked(paper: Paper, spot: Spot, words: Words) -> list[str]:
    """What is to be said here."""
    if spot.gate is not None and spot.item is not None:
        gate = spot.gate
        lines = [escape(gate.text or spot.item.title), words(f"apply.strength.{gate.strength}")]
        ask = (
            words("apply.ask.figure", unit=escape(gate.unit or ""))
            if gate.measures
            else words("apply.ask.gate")
        )
        return [*lines, ask]
    if spot.heading is not None:
        source = [escape(spot.heading.text)] if spot.heading.text else []
        more = [words("apply.ask.more", count=len(paper.answer(spot)))] if paper.answer(spot) else []
        return [*source, words("apply.ask.prose"), *more]
    if spot.table:
        columns = tuple(escape(_called(each, words)) for each in row_of(spot, 1))
        return [words("apply.ask.table", columns=" ".join(columns))]
    field = spot.field
    if field is None:
        return []
    lines = [words(f"apply.ask.{field.kind}", unit=escape(unit_of(field, words)))]
    if spot.form is not None and (found := added(spot.form, field, paper.answers)) is not None:
        lines.append(words("apply.sum", sum=show(found)))
    if field.kind == "longtext" and paper.answer(spot):
        lines.append(words("apply.ask.more", count=len(paper.answer(spot))))
    if field.required:
        lines.append(words("apply.required"))
    return lines


def _called(cell: Spot, words: Words) -> str:
    """Return the heading of a column."""
    return "" if cell.field is None else (cell.field.label_en if english(words) else None) or cell.field.label


def _leaf(paper: Paper, spot: Spot, leaf: int) -> tuple[int, ...]:
    """Return the rows of a leaf."""
    return paper.rows(spot)[leaf * TABLE_ROWS : (leaf + 1) * TABLE_ROWS]


def _rows(paper: Paper, spot: Spot, words: Words, leaf: int) -> list[str]:
    lines = []
    for row in _leaf(paper, spot, leaf):
        cells = (said_text(paper, cell, words) or "—" for cell in row_of(spot, row))
        lines.append(escape(f"{row} {short(' · '.join(cells), 120)}"))
    return lines or [words("apply.no_rows")]


def _keys(paper: Paper, spot: Spot, at: str, words: Words, leaf: int) -> list[tuple[Button, ...]]:
    application, rows = paper.application.id, []
    if paper.writable:
        rows += (
            _table_keys(paper, spot, at, words, leaf) if spot.table else _answer_keys(paper, spot, at, words)
        )
    if pieces := paper.files(spot):
        label = words("file.button.files", files=counted(pieces))
        rows.append((Button(label, pack(SPOT, "f", application, at)),))
    back = Button(words("apply.button.before"), pack(SPOT, "p", application, at))
    on = words("apply.button.next" if paper.said(spot) else "apply.button.skip")
    check = Button(words("apply.button.check"), pack(SPOT, "k", application, at))
    rows.append((back, Button(on, pack(SPOT, "n", application, at)), check))
    return [*rows, (Button(words("apply.button.whole"), pack(SPOT, "u", application, at)),)]


def _answer_keys(paper: Paper, spot: Spot, at: str, words: Words) -> list[tuple[Button, ...]]:
    application, buttons = paper.application.id, []
    if spot.gate is not None and spot.item is not None:
        codes = [] if spot.gate.measures else ["yes", "no"]
        codes += ["na"] if spot.item.not_applicable else []
        buttons = [
            Button(words(f"apply.said.{code}"), pack(SPOT, "g", application, at, code)) for code in codes
        ]
    elif spot.field is not None:
        field, chosen = spot.field, paper.answer(spot).split(BETWEEN)
        names = field.options_en if english(words) and field.options_en else field.options
        for number, (option, name) in enumerate(zip(field.options, names, strict=False), 1):
            sign = "☑ " if option in chosen else "□ " if field.kind == "choices" else ""
            buttons.append(Button(brief(sign + name), pack(SPOT, "c", application, at, number)))
    rows = [tuple(buttons[first : first + ACROSS]) for first in range(0, len(buttons), ACROSS)]
    if paper.answer(spot):
        rows.append((Button(words("apply.button.clear"), pack(SPOT, "x", application, at)),))
    return rows


def _table_keys(paper: Paper, spot: Spot, at: str, words: Words, leaf: int) -> list[tuple[Button, ...]]:
    application, revision = paper.application.id, paper.application.revision
    every = paper.rows(spot)
    rows: list[tuple[Button, ...]] = [
        (
            Button(words("apply.button.row", row=row), pack(SPOT, "o", application, f"{at}.{row}.0")),
            Button(words("apply.button.row_out", row=row), pack(SPOT, "d", application, at, row, revision)),
        )
        for row in _leaf(paper, spot, leaf)
    ]
    last = max(0, len(every) - 1) // TABLE_ROWS
    turns = [("page_back", leaf - 1)] if leaf else []
    turns += [("page_on", leaf + 1)] if leaf < last else []
    if turns:
        rows.append(
            tuple(Button(words(f"button.{name}"), pack(SPOT, "t", application, at, to)) for name, to in turns)
        )
    new = max(every, default=0) + 1
    label = words("apply.button.add" if every else "apply.button.first")
    return [*rows, (Button(label, pack(SPOT, "o", application, f"{at}.{new}.0")),)]
