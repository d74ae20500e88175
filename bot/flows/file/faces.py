"""How the standing file looks: the overview, a register, one entry, as texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.changes.registers.steps import ended
from bot.changes.registers.values import said_of
from bot.changes.registers.voided import VOIDED, voided_steps
from bot.entities import FileEntry, FileStep
from bot.flows.file.missing import FILE, stands
from bot.flows.file.reading import Card, Count
from bot.flows.html import escape, short
from bot.flows.month.mine import month_name
from bot.flows.proof_files import counted
from bot.texts import Words
from bot.texts.registers import Field, Register

LABEL = 24
LINE = 50
SHOWN = 12
"""Steps on one card, the newest."""
MONTHS = 6


def overview(counted_kinds: Iterable[Count], words: Words) -> Iterator[str]:
    """Yield a line for each register: how many stand, how many are over, what is missing."""
    for one in counted_kinds:
        line = words("file.count", kind=words(f"file.kind.{one.kind.id}"), count=one.standing)
        if one.over:
            line += " " + words("file.over", count=one.over)
        lacks = [words("file.lack", what=lack(one.kind, code, words), count=n) for code, n in one.lacks]
        if one.no_result:
            lacks.append(words("file.lack", what=words("file.this_month"), count=one.no_result))
        yield line + ("  " + words("file.lacks", what=tuple(lacks)) if lacks else "")


def lack(kind: Register, code: str, words: Words) -> str:
    """Return what is missing in words."""
    return words("file.files") if code == FILE else words(f"file.field.{kind.id}.{code}")


def value(field: Field, text: str, words: Words) -> str:
    """Return a value as people read it."""
    return words(f"file.choice.{field.choices}.{text}") if field.choices and text else text


def _part(kind: Register, field: Field, text: str, words: Words) -> str:
    """Return a value in a line without its field's name, which only a bare yes or no needs."""
    said = value(field, text, words)
    return f"{words(f'file.field.{kind.id}.{field.id}')} {said}" if field.choices == "yes_no" else said


def entry_line(kind: Register, entry: FileEntry, number: int, day: date, words: Words) -> str:
    """Return one line of a register."""
    said = said_of(entry)
    fields = [each for each in kind.fields if each.id not in {"name", "note"} and said.get(each.id)]
    parts = [_part(kind, each, said[each.id], words) for each in fields]
    rest = escape(short(" · ".join(parts), LINE))
    line = words("file.line", number=number, name=escape(short(entry.name, LABEL)), rest=rest)
    if entry.state and not ended(kind, entry):
        line += " · " + words(f"file.choice.stage.{entry.state}")
    if not stands(kind, entry, day):
        line += " " + words("file.line_over", on=entry.until, what=over(kind, entry, words))
    return line


def over(kind: Register, entry: FileEntry, words: Words) -> str:
    """Return why an entry stands no longer."""
    return words(f"file.step.{kind.id}.{entry.state}") if ended(kind, entry) else words("file.term_over")


def card_text(card: Card, words: Words) -> str:
    """Return the text of one entry."""
    kind, entry = card.kind, card.entry
    said = said_of(entry)
    head = words(
        "file.entry_head",
        name=escape(short(entry.name, 80)),
        kind=words(f"file.kind.{kind.id}"),
        studio=escape(short(card.studio.name, LABEL)),
    )
    lines = [head]
    for field in kind.fields:
        if field.id != "name" and said.get(field.id):
            shown = escape(value(field, said[field.id], words))
            lines.append(words("file.field", name=words(f"file.field.{kind.id}.{field.id}"), value=shown))
    if any(each.after for each in kind.steps) and not card.closed:
        lines.append(words("file.stage", stage=words(f"file.choice.stage.{entry.state or 'started'}")))
    if card.closed:
        lines.append(words("file.closed", on=entry.until, what=over(kind, entry, words)))
    lacks = tuple(lack(kind, code, words) for code in card.lacks)
    if lacks:
        lines.append(words("file.card_lacks", what=lacks))
    if card.months and not card.closed:
        more = ("…",) if len(card.months) > MONTHS else ()
        months = (*(month_name(each, words) for each in card.months[:MONTHS]), *more)
        lines.append(words("file.no_result", count=len(card.months), months=months))
    if card.pieces:
        lines.append(words("file.attached", files=counted(card.pieces)))
    return "\n".join([*lines, *_history(card, words)])


def _history(card: Card, words: Words) -> Iterator[str]:
    """Yield what happened, by day; what was taken back is struck out."""
    every = sorted((each for each in card.steps if each.name != VOIDED), key=lambda each: each.on)
    out = voided_steps(card.steps)
    if every:
        yield ""
        yield words("file.steps")
    if len(every) > SHOWN:
        yield words("file.steps_more", count=len(every) - SHOWN)
    for each in every[-SHOWN:]:
        line, taken = step_line(card.kind, each, words), out.get((each.entry, each.place))
        if taken is not None:
            reason = escape(short(taken.text, LABEL))
            line = words("file.step_voided", step=f"<s>{line}</s>", reason=reason)
        yield line


def step_line(kind: Register, step: FileStep, words: Words) -> str:
    """Return what happened in one line, for a text."""
    return escape(step_words(kind, step, words))


def step_words(kind: Register, step: FileStep, words: Words) -> str:
    """Return what happened in one line, plain."""
    parts = [words(f"file.step.{kind.id}.{step.name}")]
    if step.period:
        parts.append(month_name(step.period, words))
    if step.period and step.value:
        parts.append(words(f"file.choice.result.{step.value}"))
    if step.text:
        parts.append(short(step.text, 80))
    return words("file.step_line", on=step.on, what=" ".join(parts))
