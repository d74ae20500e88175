"""Leafing through the cards of a rubric or draft exactly as the assessor will see them; nothing can be scored here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.flows.inputs import AnyInput
from bot.flows.lengths import MAX_TEXT, visible_length
from bot.flows.outputs import Button, Face, Say
from bot.flows.rubric_names import rubric_name
from bot.flows.rubrics.cards import Shape, drawn, leading, rewired, shaped, walk_of
from bot.flows.rubrics.facts import Source, found
from bot.flows.rubrics.incoming import take_message
from bot.flows.rubrics.lines import title_of
from bot.flows.rubrics.states import PreviewState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk import doubts
from bot.ports import Desk

MOST_BUTTONS = 90
LABEL = 40


@dataclass(frozen=True, slots=True)
class Preview:
    """A rubric and the card of it that is in view."""

    state: PreviewState
    source: Source
    shape: Shape


class PreviewScreen(Screen[PreviewState, Preview]):
    """A card that only looks like one."""

    name: ClassVar[str] = "preview"
    code: ClassVar[str] = "v"
    state = PreviewState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: PreviewState, given: AnyInput | Tap | None) -> Preview:
        """Read for coordinators only."""
        source = found(desk, ask, state.source)
        shape = shaped(source.rubric, state.item, Shape(state.variant, state.form))
        if shape is None:
            raise Stale
        return Preview(state, source, shape)

    def show(self, view: Preview, ask: Ask) -> Face:
        """Return the walk's card under a line that says what it is."""
        state, rubric = view.state, view.source.rubric
        face = drawn(rubric, state.item, view.shape, ask)
        head = ask.words("preview.draft")
        if view.source.draft is None:
            head = ask.words("preview.head", title=title_of(rubric, ask.words), version=rubric.version)
        text = f"<i>{head}</i>\n{face.text}"
        if visible_length(text) > MAX_TEXT:
            text = _cut(text, ask)
        rows = rewired(face.rows, state.source, view.shape)
        while sum(map(len, rows)) > MOST_BUTTONS:
            rows = rows[:-1]
        return Face(text, (*rows, *_keys(view, ask)))

    def take(self, view: Preview, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf on; a button that would score says that nothing is scored here."""
        if not isinstance(given, Tap):
            draft = view.source.draft
            replaces = draft.id if draft is not None and draft.state == "open" else None
            return take_message(given, ask, Go(self.name, view.state), replaces=replaces)
        if given.verb == "x":
            return Step(toast=ask.words("preview.dead"), stay=True)
        if given.verb == "d" and view.state.item:
            walk = walk_of(view.source.rubric, view.state.item, view.shape, ask)
            return Step(say=(Say(doubts.text(walk, ask)),), stay=True)
        if given.verb == "g":
            return Step(go=Go(self.name, view.state))
        raise Stale

    def aim(self, tap: Tap, state: PreviewState | None) -> PreviewState:
        """Return the card that the button names."""
        source, variant, form = tap.arg(0), tap.arg(2), tap.arg(3)
        if not source:
            raise Stale
        if tap.verb == "x" and state is not None and state.source == source:
            return state
        places = [int(each[:3]) if each.isdecimal() else 0 for each in (variant, form)]
        return PreviewState(source=source, item=tap.arg(1), variant=places[0], form=places[1])

    def title(self, view: Preview, ask: Ask) -> str:
        """Return what is looked at."""
        return f"{rubric_name(view.source.rubric, ask.words)} {view.state.item}".rstrip()

    def closing(self, view: Preview, ask: Ask) -> Face:
        """Return one line with the way back."""
        state = view.state
        data = leading("g", state.source, state.item, view.shape)
        draft = view.source.draft is not None
        name = ask.words("preview.draft") if draft else title_of(view.source.rubric, ask.words)
        return Face(f"{name} {state.item}".rstrip(), ((Button(ask.words("button.open"), data),),))


def _cut(text: str, ask: Ask) -> str:
    """Return a card that is too long without its tags and its end; it cannot be published so."""
    note = ask.words("preview.long")
    plain = text.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
    lines: list[str] = []
    for line in plain.split("\n"):
        if visible_length("\n".join((*lines, line, note))) > MAX_TEXT - 100:
            break
        lines.append(line)
    return "\n".join((*lines, note))


def _keys(view: Preview, ask: Ask) -> list[tuple[Button, ...]]:
    state, source, shape, words = view.state, view.source, view.shape, ask.words
    english = words("language.code") == "en"
    keys: list[tuple[Button, ...]] = []
    for key, things, at in (
        ("preview.variant", source.rubric.variants, shape.variant),
        ("preview.form", source.rubric.sheets, shape.form),
    ):
        if len(things) > 1:
            other = (at + 1) % len(things)
            onward = Shape(other, shape.form) if key == "preview.variant" else Shape(shape.variant, other)
            title = (english and things[at].title_en) or things[at].title
            # The item may not be on the other sheet: its contents are.
            there = shaped(source.rubric, state.item, onward) == onward
            data = leading("g", state.source, state.item if there else "", onward)
            keys.append((Button(words(key, title=title[:LABEL]), data),))
    if source.draft is not None:
        back = pack("d", "o", source.draft.id)
    else:
        back = pack("p", "o", source.rubric.id, source.rubric.version)
    return [*keys, (Button(words("button.back"), back),)]
