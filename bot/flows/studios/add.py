"""A new studio: one question at a time, or all of it in one message; then a look at it, and the press that adds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from bot import access
from bot.changes import AddStudio
from bot.changes.studio_fields import FIELDS, REQUIRED, value_of
from bot.changes.studio_rows import EVERYWHERE
from bot.entities import Studio
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.studios import types
from bot.flows.studios.states import (
    ADD,
    ADD_SCREEN,
    CARD_SCREEN,
    LIST_SCREEN,
    AddState,
    StudiosState,
    StudioState,
)
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import received
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.model import Rubric

_APART: Final = re.compile(r"[;；\n\t]")
CHECK: Final = "check"
TYPES: Final = "types"


@dataclass(frozen=True, slots=True)
class Adding:
    """A studio that is being added."""

    state: AddState
    rubrics: tuple[Rubric, ...]
    known: Studio | None
    """Where an earlier press has added it already."""
    names: frozenset[str]
    """Names that other studios have."""

    @property
    def studio(self) -> Studio:
        """Return it as it would be stored."""
        said = {name: self.state.said.get(name, "") for name in FIELDS}
        named_on = said.pop("named_on") or None
        return Studio(id=self.state.studio, **said, named_on=named_on, types=self.state.types)


class AddStudioScreen(Screen[AddState, Adding]):
    """The questions."""

    name: ClassVar[str] = ADD_SCREEN
    code: ClassVar[str] = ADD
    recalls: ClassVar[bool] = True
    state = AddState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: AddState, given: AnyInput | Tap | None) -> Adding:
        """Read for coordinators only."""
        del given
        if not access.may(ask.who, "manage"):
            raise Refusal("no_role")
        rubrics = tuple(each for each in desk.library.current() if each.variants)
        names = frozenset(each.name for each in desk.studios.covered(EVERYWHERE) if each.id != state.studio)
        return Adding(state, rubrics, desk.studios.get(state.studio), names)

    def show(self, view: Adding, ask: Ask) -> Face:
        """Return what was said, the question that is open, and its buttons."""
        words, state = ask.words, view.state
        lines = [words("studio.new")]
        said = {name: state.said[name] for name in FIELDS if state.said.get(name)}
        lines += [f"{words(f'studio.field.{name}')}: {escape(text)}" for name, text in said.items()]
        for rubric in view.rubrics:
            if rubric.id in state.types:
                kind = escape(types.type_of(rubric, state.types, words))
                lines.append(words("studio.type", rubric=escape(rubric_name(rubric, words)), type=kind))
        lines += ["", _question(view, words)]
        if not state.said:
            lines.append(words("studio.new_hint"))
        return Face("\n".join(lines), tuple(self._keys(view, ask)))

    def _keys(self, view: Adding, ask: Ask) -> list[tuple[Button, ...]]:
        words, state = ask.words, view.state
        keys: list[tuple[Button, ...]] = []
        if state.step == TYPES:
            data = partial(_type_data, state.studio)
            keys += types.keys(view.rubrics, state.of, state.types, words, data)
        if state.step not in {*REQUIRED, CHECK} and not state.of:
            name = "done" if state.step == TYPES and state.types else "skip"
            keys.append((Button(words(f"studio.button.{name}"), pack(ADD, "n", state.studio)),))
        if state.step == CHECK:
            keys.append((Button(words("studio.button.save"), pack(ADD, "y", state.studio)),))
            fields = [
                Button(words(f"studio.field.{each}"), pack(ADD, "q", state.studio, each))
                for each in (*FIELDS, TYPES)
            ]
            keys += [tuple(fields[at : at + 3]) for at in range(0, len(fields), 3)]
        return [*keys, (Button(words("studio.button.leave"), pack(ADD, "x", state.studio)),)]

    def take(self, view: Adding, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer; the last press adds the studio."""
        if isinstance(given, SentFile):
            return received(given, ask, "studios")
        if view.known is not None:
            return Step(go=Go(CARD_SCREEN, StudioState(studio=view.state.studio)))
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said) and given.text.strip():
            return _text(view, given.text, ask)
        raise Refusal("studio_press")

    def aim(self, tap: Tap, state: AddState | None) -> AddState:
        """Return what was said on this card."""
        if state is None or state.studio != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Adding, ask: Ask) -> str:
        """Return the name of this step."""
        return ask.words("studios.button.add")

    def closing(self, view: Adding, ask: Ask) -> Face | None:
        """Return one line with the way back to what was said."""
        if view.known is not None:
            return Face(escape(view.studio.name))
        button = Button(ask.words("button.open"), pack(ADD, "z", view.state.studio))
        return Face(ask.words("studio.new_closed"), ((button,),))

    def superseded(self, view: Adding, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        return None


def _question(view: Adding, words: Words) -> str:
    step = view.state.step
    if step == CHECK:
        return words("studio.new_check")
    if step == TYPES:
        return "✎ " + types.question(view.rubrics, view.state.of, words)
    return "✎ " + words(f"studio.ask.{step}")


def _type_data(studio: str, verb: str, *args: str) -> str:
    return pack(ADD, verb, studio, *args)


def _tap(view: Adding, tap: Tap, ask: Ask) -> Step:
    state = view.state
    match tap.verb:
        case "x" | "z":
            return Step(go=Go(ADD_SCREEN, state) if tap.verb == "z" else Go(LIST_SCREEN, StudiosState()))
        case "q" if state.step == CHECK and tap.arg(1) in {*FIELDS, TYPES}:
            return _to(state, step=tap.arg(1), of="")
        case "n" if state.step not in {*REQUIRED, CHECK} and not state.of:
            said = {name: text for name, text in state.said.items() if name != state.step}
            return _to(state, said=said, step=_next(view, state.step, said))
        case "t" if state.step == TYPES and _known_type(view, tap):
            kept = {rubric: each for rubric, each in state.types.items() if rubric != tap.arg(1)}
            new = {} if tap.arg(2) == types.NONE else {tap.arg(1): tap.arg(2)}
            return _to(state, types={**kept, **new}, of="")
        case "r" if state.step == TYPES and any(tap.arg(1) in {"", each.id} for each in view.rubrics):
            return _to(state, of=tap.arg(1))
        case "y" if state.step == CHECK:
            change = AddStudio(studio=view.studio)
            toast = ask.words("studio.added")
            return Step((change,), go=Go(CARD_SCREEN, StudioState(studio=state.studio)), toast=toast)
    raise Stale


def _known_type(view: Adding, tap: Tap) -> bool:
    return any(
        rubric.id == tap.arg(1) and (tap.arg(2) == types.NONE or each.id == tap.arg(2))
        for rubric in view.rubrics
        for each in rubric.variants
    )


def _to(state: AddState, *, fresh: bool = False, **update: object) -> Step:
    return Step(go=Go(ADD_SCREEN, state.model_copy(update=update)), fresh=fresh)


def _text(view: Adding, text: str, ask: Ask) -> Step:
    """Take one answer, or all of them from one message with semicolons or lines."""
    state = view.state
    parts = [each.strip() for each in _APART.split(text.strip())]
    if len(parts) > 1 and state.step == FIELDS[0] and not state.said:
        return _whole(view, parts, ask)
    if state.step not in FIELDS:
        raise Refusal("studio_press")
    value = value_of(state.step, text)
    said = {**state.said, state.step: value}
    _allowed(view, said, ask)
    return _to(state, fresh=True, said=said, step=_next(view, state.step, said))


def _whole(view: Adding, parts: list[str], ask: Ask) -> Step:
    if len(parts) < len(REQUIRED):
        raise Refusal("studio_parts", count=len(parts))
    said = {name: value_of(name, part) for name, part in zip(FIELDS, parts, strict=False)}
    _allowed(view, said, ask)
    step = TYPES if view.rubrics and not view.state.types else CHECK
    return _to(view.state, fresh=True, said=said, step=step)


def _allowed(view: Adding, said: dict[str, str], ask: Ask) -> None:
    """Refuse at once what could not be added in the end."""
    if said.get("name") in view.names:
        raise Refusal("studio_name_taken", name=said["name"])
    if "unit" in said:
        place = Studio(id=view.state.studio, name=said.get("name", ""), unit=said["unit"])
        if not access.may(ask.who, "manage", place):
            raise Refusal("studio_scope", unit=said["unit"])


def _next(view: Adding, step: str, said: dict[str, str]) -> str:
    """Return the question after this one; whoever corrects one answer goes back to the look at all of them."""
    order: tuple[str, ...] = (*FIELDS, *((TYPES,) if view.rubrics else ()), CHECK)
    if all(name in said for name in REQUIRED) and view.state.step in said and view.state.said.get(step):
        return CHECK
    at = order.index(step) + 1 if step in order else len(order) - 1
    return order[at]
