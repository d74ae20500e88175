"""What can be pressed on an entry, and the question that is open."""

from __future__ import annotations

from bot.changes.registers.step_checks import complete
from bot.entities import FileStep
from bot.flows.file.faces import LABEL, SHOWN, step_line, step_words
from bot.flows.file.reading import Card
from bot.flows.file.states import ENTRY, EntryState
from bot.flows.html import short
from bot.flows.month.mine import month_name
from bot.flows.outputs import Button, Rows
from bot.flows.proof_files import counted
from bot.flows.taps import pack
from bot.texts import Words
from bot.texts.registers import CHOICES, StepKind

ACROSS = 3
UNDO = "undo"
UNDO_LABEL = 30
OPEN_MONTHS = 3
"""Months that are offered, the oldest first."""


def asks(one: Card, asked: str) -> bool:
    """Say whether something can be asked about an entry now."""
    about, _, name = asked.partition(".")
    if about == "s":
        return any(each.id == name for each in possible(one))
    if about == "v":
        return _wrong(one, name) is not None
    return (
        asked in {"edit", "out"}
        or (asked == UNDO and bool(one.standing))
        or (about == "f" and one.kind.field(name) is not None)
    )


def _wrong(one: Card, place: str) -> FileStep | None:
    return next((each for each in one.standing if str(each.place) == place), None)


def possible(one: Card) -> tuple[StepKind, ...]:
    """Return what can happen to an entry next."""
    if one.closed:
        return ()
    state = one.entry.state or "started"
    done = complete(one.kind, one.entry)
    return tuple(
        each
        for each in one.kind.steps
        if (not each.after or each.after == state) and not (done and each.ends)
    )


def question(state: EntryState, one: Card, words: Words) -> str:
    """Return the question that is open, empty where nothing is asked."""
    about, _, name = state.ask.partition(".")
    if state.ask in {"edit", UNDO, "out"}:
        return words(f"file.ask.{state.ask}")
    if about == "v" and (wrong := _wrong(one, name)):
        return words("file.ask.void", step=step_line(one.kind, wrong, words))
    if about == "f" and (field := one.kind.field(name)):
        what = words(f"file.field.{one.kind.id}.{name}")
        return words(f"file.ask.{field.type}", what=what, today=one.today.isoformat())
    if about == "s" and (step := one.kind.step(name)):
        what, today = words(f"file.step.{one.kind.id}.{name}"), one.today.isoformat()
        if step.type == "words" and not step.ends:
            example = words(f"file.example.{one.kind.id}.{name}")
            return words("file.ask.step.words", what=what, today=today, example=example)
        return words(f"file.ask.step.{'end' if step.ends else step.type}", what=what, today=today)
    return ""


def keys(state: EntryState, one: Card, words: Words) -> Rows:
    """Return the rows of buttons."""
    entry = one.entry
    if one.writes and not one.studio.retired:
        rows = _answers(state, one, words) if state.ask else _own(one, words)
    else:
        rows = []
    last = []
    if one.pieces:
        last.append(Button(words("file.button.files", files=counted(one.pieces)), pack(ENTRY, "f", entry.id)))
    back = pack(ENTRY, "o", entry.id) if state.ask else pack(ENTRY, "l", entry.id)
    return (*rows, (*last, Button(words("button.back"), back)))


def _own(one: Card, words: Words) -> list[tuple[Button, ...]]:
    entry, kind = one.entry, one.kind
    steps = [
        Button(
            words("file.button.step", what=words(f"file.step.{kind.id}.{each.id}")), _ask(one, f"s.{each.id}")
        )
        for each in possible(one)
    ]
    rows = [tuple(steps[at : at + ACROSS]) for at in range(0, len(steps), ACROSS)]
    if one.standing:
        rows.append((Button(words("file.button.undo"), _ask(one, UNDO)),))
    change = Button(words("file.button.edit"), pack(ENTRY, "q", entry.id, "edit"))
    return [*rows, (change, Button(words("file.button.out"), pack(ENTRY, "q", entry.id, "out")))]


def _ask(one: Card, asked: str) -> str:
    return pack(ENTRY, "q", one.entry.id, asked)


def _answers(state: EntryState, one: Card, words: Words) -> list[tuple[Button, ...]]:
    about, _, name = state.ask.partition(".")
    buttons: list[Button] = []
    entry, kind, revision = one.entry, one.kind, one.entry.revision
    field, step = kind.field(name) if about == "f" else None, kind.step(name) if about == "s" else None
    if state.ask == UNDO:
        newest = sorted(one.standing, key=lambda each: each.on)[: -SHOWN - 1 : -1]
        return [
            (Button(short(step_words(kind, each, words), UNDO_LABEL), _ask(one, f"v.{each.place}")),)
            for each in newest
        ]
    if state.ask == "edit":
        buttons = [
            Button(words(f"file.field.{kind.id}.{each.id}"), _ask(one, f"f.{each.id}"))
            for each in kind.fields
        ]
    elif field is not None:
        for code, _, _ in CHOICES.get(field.choices, ()):
            label = words(f"file.choice.{field.choices}.{code}")
            buttons.append(Button(label, pack(ENTRY, "c", entry.id, name, code, revision)))
        if not field.must:
            buttons.append(
                Button(words("studio.button.clear"), pack(ENTRY, "c", entry.id, name, "", revision))
            )
    elif step is not None and step.type == "day":
        buttons = [Button(words("file.button.today"), pack(ENTRY, "t", entry.id, name, "", revision))]
    elif step is not None and step.type == "month":
        return [
            tuple(
                Button(
                    short(f"{month_name(month, words)} {words(f'file.choice.result.{code}')}", LABEL),
                    pack(ENTRY, "m", entry.id, name, f"{month}={code}", revision),
                )
                for code, _, _ in CHOICES["result"]
            )
            for month in one.months[:OPEN_MONTHS]
        ]
    return [tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS)]
