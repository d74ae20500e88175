"""Checking before the signature: the gaps first; an item nobody looked at refuses it, the rest may pass with a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import ClassVar, Final

from bot.changes import PassGaps
from bot.clock import from_ms
from bot.flows.html import escape
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits.ready import ready_items
from bot.flows.walk.gaps import Gaps, Unexplained, gaps
from bot.flows.walk.incoming import take_message
from bot.flows.walk.own import marked
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, aim, load_walk, with_log
from bot.flows.walk.sent_back import sheet_lines
from bot.flows.walk.standing import standing
from bot.ports import Desk
from bot.problems import Refusal

LISTED = 12
"""Gaps of one kind that are named; more are counted."""

MOST_KEYS = 4
"""Buttons of one row."""
_UNDECIDED: Final[Mapping[frozenset[str], str]] = {
    frozenset({"file"}): "gaps.undecided.file",
    frozenset({"file", "log"}): "gaps.undecided.both",
}
"""What proposes something that nobody decided about -> the line that says so."""


class FinishScreen(Screen[WalkState, Walk]):
    """What is missing, and the way on."""

    name: ClassVar[str] = "finish"
    code: ClassVar[str] = "f"
    state = WalkState

    def load(self, desk: Desk, ask: Ask, state: WalkState, given: AnyInput | Tap | None) -> Walk:
        """Read evidence, notes and what the studio's log says, of the whole assessment."""
        walk = with_log(desk, ask, load_walk(desk, ask, state, given), whole=True)
        return replace(
            walk,
            pieces=desk.files.evidence_of(state.assessment),
            notes=desk.files.notes_of(state.assessment),
            ready_items=ready_items(desk, walk.assessment),
        )

    def show(self, view: Walk, ask: Ask) -> Face:
        """Return the gaps and what can be done about them."""
        found, words = view.assessment, ask.words
        missing = gaps(view)
        head = words("finish.head", studio=escape(found.studio_name), period=escape(found.visit.period))
        lines = [
            marked(found, head, words),
            *sheet_lines(view, ask),
            *gap_lines(missing, ask),
            standing(view.sheet, words, whole=True),
        ]
        if unfinished(view, ask):
            lines.insert(1, words("finish.not_over", end=view.period.end.isoformat()))
        return Face("\n".join(lines), tuple(_keys(view, missing, ask)))

    def take(self, view: Walk, given: AnyInput | Tap, ask: Ask) -> Step:
        """Go to the first gap, or on to 综合意见."""
        if not isinstance(given, Tap):
            return take_message(view, given, ask)
        missing = gaps(view)
        if given.verb == "o":
            return Step(go=Go(self.name, view.state.plain()))
        if given.verb == "g":
            first = missing.first()
            return Step(go=Go("card", view.state.at(first)) if first else Go(self.name, view.state))
        if given.verb == "p":
            if not missing.passable:
                raise Refusal("untouched", items=missing.untouched)
            word = () if missing.none else (PassGaps(assessment=view.assessment.id, gaps=missing.listed()),)
            return Step(word, go=Go("comments", view.state.at(view.state.item)))
        raise Stale

    def aim(self, tap: Tap, state: WalkState | None) -> WalkState:
        """Return the assessment and item that the button names."""
        return aim(tap, state)

    def title(self, view: Walk, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("button.finish")

    def closing(self, view: Walk, ask: Ask) -> Face:
        """Return one line with a way back in."""
        found = view.assessment
        text = ask.words("finish.head", studio=escape(found.studio_name), period=escape(found.visit.period))
        button = Button(ask.words("button.open"), pack(self.code, "o", found.id, view.state.item))
        return Face(marked(found, text, ask.words), ((button,),))


def unfinished(view: Walk, ask: Ask) -> bool:
    """Say whether the period of the sheet is not over yet."""
    today: datetime = from_ms(ask.now).astimezone(ask.zone)
    return today.date() <= view.period.end


def gap_lines(missing: Gaps, ask: Ask) -> list[str]:
    """Return one line for each kind of gap; one line when nothing is missing."""
    words, lines = ask.words, []
    if missing.none:
        return [words("gaps.none")]
    if missing.untouched:
        lines.append(
            words("gaps.untouched", count=len(missing.untouched), items=_some(missing.untouched, ask))
        )
    if missing.unanswered:
        open_ = tuple(f"{each.item} {each.letter}" for each in missing.unanswered)
        lines.append(words("gaps.unanswered", count=len(open_), items=_some(open_, ask)))
    if missing.unreasoned:
        lines.append(
            words("gaps.reasons", count=len(missing.unreasoned), items=_some(missing.unreasoned, ask))
        )
    if missing.undecided:
        open_ = tuple(f"{each.item} {each.letter}" for each in missing.undecided)
        key = _UNDECIDED.get(missing.sources, "gaps.undecided")
        lines.append(words(key, count=len(open_), items=_some(open_, ask)))
    if missing.unexplained:
        named = tuple(_named(each, ask) for each in missing.unexplained)
        lines.append(words("gaps.unexplained", count=len(named), items=_some(named, ask)))
    if missing.materials:
        lines.append(
            words("gaps.materials", count=len(missing.materials), items=_some(missing.materials, ask))
        )
    return lines


def _some(named: tuple[str, ...], ask: Ask) -> tuple[str, ...]:
    if len(named) <= LISTED:
        return named
    return (*named[:LISTED], ask.words("gaps.more", count=len(named) - LISTED))


def _named(each: Unexplained, ask: Ask) -> str:
    if not each.letter:
        return ask.words("gaps.by_hand", item=each.item)
    if not each.number:
        return f"{each.item} {each.letter}"
    return ask.words("gaps.occurrence", item=each.item, letter=each.letter, number=each.number)


def _keys(view: Walk, missing: Gaps, ask: Ask) -> list[tuple[Button, ...]]:
    words, identity, item = ask.words, view.assessment.id, view.state.item
    keys: list[tuple[Button, ...]] = []
    if not missing.none:
        keys.append((Button(words("button.fill"), pack("f", "g", identity, item)),))
    if missing.passable:
        label = "button.go_on" if missing.none else "button.pass"
        keys.append((Button(words(label), pack("f", "p", identity, item)),))
    last = [Button(words("button.contents"), pack("l", "o", identity, item))]
    last += [
        Button(words(f"button.{section.items[0].role}"), pack("k", "g", identity, section.items[0].no))
        for section in view.sections
        if section.items[0].no not in view.counted
    ]
    if item and len(last) < MOST_KEYS:
        last.append(Button(f"‹ {item}", pack("k", "g", identity, item)))
    return [*keys, tuple(last)]
