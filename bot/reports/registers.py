"""The registers of a studio's file as the record that `exports` writes, in the columns that an import reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.changes.registers.steps import ended
from bot.changes.registers.values import said_of
from bot.changes.registers.voided import standing_steps
from bot.clock import from_ms
from bot.entities import FileEntry, FileStep, Studio
from bot.ports import Desk
from bot.texts import Words, words
from bot.texts.registers import CHOICES, REGISTERS, STEP_COLUMNS, Field, Register
from exports import registers
from exports.registers import Head, RegistersRecord, Sheet

_STEP_WIDTHS: Final[Mapping[str, float]] = {"id": 18.0, "name": 28.0, "what": 16.0, "text": 44.0, "why": 28.0}
_WIDTHS: Final[Mapping[str, float]] = {"name": 28.0, "note": 28.0, "number": 24.0, "id": 18.0}


def render(record: RegistersRecord) -> bytes:
    """Return the workbook of a file."""
    return registers.render(record)


def record(desk: Desk, studio: Studio, language: str, now: int) -> RegistersRecord:
    """Return the file of a studio; `now` in ms."""
    say = words(language)
    entries, steps = desk.registers.of_studio(studio.id), standing_steps(desk.registers.steps_of(studio.id))
    return RegistersRecord(
        language=language,
        studio=studio.id,
        title=say("file.book.title", studio=studio.name),
        registers=tuple(
            _sheet(kind, tuple(each for each in entries if each.kind == kind.id), say) for kind in REGISTERS
        ),
        steps=_steps(entries, steps, say),
        help=_help(say),
        rules=say("file.book.rules"),
        dated=from_ms(now),
    )


def _sheet(kind: Register, entries: tuple[FileEntry, ...], say: Words) -> Sheet:
    heads = (
        Head("id", say("file.book.id"), _WIDTHS["id"], centred=True),
        *(_head(kind, each, say) for each in kind.fields),
        Head("ended", say("file.book.ended"), 12.0, centred=True),
    )
    return Sheet(say(f"file.kind.{kind.id}"), heads, tuple(_row(kind, each, say) for each in entries))


def _head(kind: Register, field: Field, say: Words) -> Head:
    label = say(f"file.field.{kind.id}.{field.id}") + ("*" if field.must else "")
    options = tuple(
        say(f"file.choice.{field.choices}.{code}") for code, _, _ in CHOICES.get(field.choices, ())
    )
    centred = field.type in {"day", "ahead", "choice", "figure"}
    return Head(field.id, label, _WIDTHS.get(field.id, 14.0), options, field.type == "money", centred)


def _row(kind: Register, entry: FileEntry, say: Words) -> dict[str, str]:
    said = said_of(entry)
    cells = {each.id: _cell(each, said.get(each.id, ""), say) for each in kind.fields}
    return {"id": entry.id, **cells, "ended": entry.until if ended(kind, entry) else ""}


def _cell(field: Field, text: str, say: Words) -> str:
    return say(f"file.choice.{field.choices}.{text}") if field.choices and text else text


def _steps(entries: tuple[FileEntry, ...], steps: tuple[FileStep, ...], say: Words) -> Sheet:
    known = {each.id: each for each in entries}
    options = {"result": tuple(say(f"file.choice.result.{code}") for code, _, _ in CHOICES["result"])}
    heads = tuple(
        Head(
            key,
            say(f"file.book.{key}"),
            _STEP_WIDTHS.get(key, 12.0),
            options.get(key, ()),
            centred=key not in _STEP_WIDTHS,
        )
        for key in STEP_COLUMNS
    )
    rows = tuple(
        {
            "id": entry.id,
            "place": str(step.place),
            "register": say(f"file.kind.{entry.kind}"),
            "name": entry.name,
            "on": step.on,
            "what": say(f"file.step.{entry.kind}.{step.name}"),
            "month": step.period,
            "result": say(f"file.choice.result.{step.value}") if step.period and step.value else "",
            "text": step.text,
        }
        for step in steps
        if (entry := known.get(step.entry)) is not None
    )
    return Sheet(say("file.book.tab_steps"), heads, rows)


def _help(say: Words) -> Sheet:
    heads = (Head("column", say("file.book.column")), Head("how", say("file.book.how")))
    rows = [{"column": say("file.book.id"), "how": say("file.book.help_id")}]
    for kind in REGISTERS:
        for field in kind.fields:
            choices = tuple(
                say(f"file.choice.{field.choices}.{code}") for code, _, _ in CHOICES.get(field.choices, ())
            )
            how = say(f"file.book.type.{field.type}", choices=choices)
            must = say("file.book.must" if field.must else "file.book.may")
            column = f"{say(f'file.kind.{kind.id}')} · {say(f'file.field.{kind.id}.{field.id}')}"
            rows.append({"column": column, "how": say("file.book.help", how=how, must=must)})
    rows.append({"column": say("file.book.ended"), "how": say("file.book.help_ended")})
    rows += _help_steps(say)
    return Sheet(say("file.book.tab_help"), heads, tuple(rows))


def _names(kind: Register, say: Words) -> str:
    return "/".join(say(f"file.step.{kind.id}.{each.id}") for each in kind.steps)


def _help_steps(say: Words) -> list[dict[str, str]]:
    tab = say("file.book.tab_steps")
    kinds = tuple(
        say("file.book.help_kind", kind=say(f"file.kind.{kind.id}"), steps=_names(kind, say))
        for kind in REGISTERS
        if kind.steps
    )
    told = {"place": say("file.book.help_place"), "what": say("file.book.help_what", what=kinds)}
    told |= {key: say(f"file.book.help_{key}") for key in ("month", "why")}
    return [{"column": f"{tab} · {say(f'file.book.{key}')}", "how": text} for key, text in told.items()]
