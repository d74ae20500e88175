"""/rubrics: every rubric with its newest version, and the drafts that are not published yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.entities import DraftLine
from bot.flows.html import short
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face
from bot.flows.rubric_names import rubric_name
from bot.flows.rubrics.facts import enter
from bot.flows.rubrics.incoming import take_message
from bot.flows.rubrics.lines import name_of, title_of
from bot.flows.rubrics.states import ListState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from rubrics.model import Rubric

PAGE = 8
LABEL = 30
DRAFTS = 6
"""Drafts that are listed; the newest first."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What there is."""

    state: ListState
    rubrics: tuple[Rubric, ...]
    drafts: tuple[tuple[DraftLine, str], ...]
    """Drafts with the names of their senders."""


class RubricsScreen(Screen[ListState, Listing]):
    """The list."""

    name: ClassVar[str] = "rubrics"
    code: ClassVar[str] = "r"
    state = ListState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: ListState, given: AnyInput | Tap | None) -> Listing:
        """Read for coordinators only."""
        enter(ask)
        drafts = []
        for line in desk.drafts.active()[:DRAFTS]:
            who = desk.people.get(line.person, ask.now)
            drafts.append((line, who.name if who else "?"))
        return Listing(state, desk.library.current(), tuple(drafts))

    def show(self, view: Listing, ask: Ask) -> Face:
        """Return a line and a button for each."""
        words = ask.words
        shown = _page(view)
        lines = [words("rubrics.head")]
        lines += [
            words("rubrics.line", title=title_of(each, words), version=each.version) for each in shown
        ] or [words("rubrics.none")]
        if view.drafts:
            lines += ["", words("rubrics.drafts")]
        for line, who in view.drafts:
            state = words(f"rubrics.state.{line.state}")
            lines.append(
                words("rubrics.draft", name=name_of(line.name, words), who=short(who, LABEL), state=state)
            )
        return Face("\n".join(lines), tuple(_keys(view, shown, ask)))

    def take(self, view: Listing, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf through the list; a document that is sent here is read."""
        if not isinstance(given, Tap):
            return take_message(given, ask, Go(self.name, view.state))
        if given.verb == "o":
            return Step(go=Go(self.name, ListState()))
        if given.verb == "g" and given.arg(0).isdecimal():
            return Step(go=Go(self.name, ListState(page=int(given.arg(0)[:4]))))
        raise Stale

    def aim(self, tap: Tap, state: ListState | None) -> ListState:
        """The list is always there."""
        return state or ListState()

    def title(self, view: Listing, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("command.rubrics")

    def closing(self, view: Listing, ask: Ask) -> Face:
        """Return one line with the way back."""
        return Face(ask.words("rubrics.head"), ((Button(ask.words("button.open"), pack(self.code, "o")),),))


def _page(view: Listing) -> tuple[Rubric, ...]:
    page = min(view.state.page, max(0, (len(view.rubrics) - 1) // PAGE))
    return view.rubrics[page * PAGE : (page + 1) * PAGE]


def _keys(view: Listing, shown: tuple[Rubric, ...], ask: Ask) -> list[tuple[Button, ...]]:
    words = ask.words
    keys: list[tuple[Button, ...]] = [
        (
            Button(
                words("rubrics.button.draft", name=short(line.name, LABEL) or words("rubrics.pasted")),
                pack("d", "o", line.id),
            ),
        )
        for line, _ in view.drafts
    ]
    keys += [
        (Button(short(rubric_name(each, words), LABEL), pack("p", "o", each.id, each.version)),)
        for each in shown
    ]
    page = view.state.page
    moves = [Button(words("button.page_back"), pack("r", "g", page - 1))] if page else []
    if (page + 1) * PAGE < len(view.rubrics):
        moves.append(Button(words("button.page_on"), pack("r", "g", page + 1)))
    upload = Button(words("rubrics.button.upload"), pack("u", "o"))
    return [*keys, *([tuple(moves)] if moves else []), (upload,)]
