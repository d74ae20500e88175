"""/applications: the rounds of the year, what else is under way, and what waits for whoever looks."""

from __future__ import annotations

from typing import ClassVar

from bot.flows.applications.matters_list_face import matter_line
from bot.flows.applications.reading import Brief, Desked, read_desk
from bot.flows.applications.saying import about, capital, round_title, state_word
from bot.flows.applications.states import (
    LIST,
    LIST_SCREEN,
    MATTER_SCREEN,
    MATTERS,
    ONE,
    ROUND,
    ROUND_SCREEN,
    ApplicationsState,
    MatterState,
    RoundState,
)
from bot.flows.html import bold, short
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import mark_of, rubric_title, today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.application_way import WAY

LEAF = 8
ROUNDS = 5
"""Rounds that the list shows, the newest; the others are behind a button."""
LABEL = 30
NAME = 24
Seen = tuple[ApplicationsState, Desked]


class ApplicationsScreen(Screen[ApplicationsState, Seen]):
    """The list."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = ApplicationsState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: ApplicationsState, given: AnyInput | Tap | None) -> Seen:
        """Read for coordinators, readers, approvers and units, each within the scope of their grants."""
        del given
        return state, read_desk(desk, ask)

    def show(self, view: Seen, ask: Ask) -> Face:
        """Return the rounds and matters, or the schemes by which a round may be begun."""
        state, found = view
        words = ask.words
        if state.begins:
            keys = tuple(
                (Button(short(rubric_title(each, words), LABEL), self._round(each.id, today(ask).year)),)
                for each in found.schemes
            )
            back = (Button(words("button.back"), pack(LIST, "o")),)
            return Face(f"{words('applications.head')}\n{words('applications.which_scheme')}", (*keys, back))
        if state.old:
            return self._old(view, words)
        lines = [words("applications.head")]
        if found.waiting:
            lines.append(words("applications.waiting", count=found.waiting))
        if not found.rounds and not found.matters:
            lines.append(words("applications.empty"))
        for number, each in enumerate(found.rounds[:ROUNDS], 1):
            lines += ["", *_round_lines(number, each, words)]
        if found.matters:
            lines += ["", words("applications.matters", count=len(found.matters))]
            first = self._leaf(view) * LEAF
            lines += [
                matter_line(number, each, words)
                for number, each in enumerate(found.matters[first : first + LEAF], first + 1)
            ]
        return Face("\n".join(lines), tuple(self._keys(view, ask)))

    def take(self, view: Seen, given: AnyInput | Tap, ask: Ask) -> Step:
        """Only buttons are pressed here."""
        state, found = view
        if not isinstance(given, Tap):
            raise Refusal("applications_press")
        match given.verb:
            case "o" | "g" | "h":
                return Step(go=Go(self.name, state))
            case "b" if found.begins:
                return Step(go=Go(self.name, ApplicationsState(begins=True)))
            case "r" if found.begins and given.arg(0) in {mark_of(each.id) for each in found.schemes}:
                year = today(ask).year
                return Step(go=Go(ROUND_SCREEN, RoundState(rubric=given.arg(0), year=year)))
            case "m" if found.opens:
                return Step(go=Go(MATTER_SCREEN, MatterState(id=ask.mint())))
        raise Stale

    def aim(self, tap: Tap, state: ApplicationsState | None) -> ApplicationsState:
        """Return the leaf that the button names."""
        leaf = tap.arg(0)
        if tap.verb == "h" and leaf.isascii() and leaf.isdecimal():
            return ApplicationsState(old=True, leaf=int(leaf[:4]))
        if tap.verb == "g" and leaf.isascii() and leaf.isdecimal():
            return ApplicationsState(leaf=int(leaf[:4]))
        return ApplicationsState()

    def title(self, view: Seen, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("command.applications")

    def closing(self, view: Seen, ask: Ask) -> Face:
        """Return one line with the way back."""
        return Face(ask.words("applications.head"), ((Button(ask.words("button.open"), pack(LIST, "o")),),))

    def _leaf(self, view: Seen) -> int:
        state, found = view
        return min(state.leaf, max(0, len(found.matters) - 1) // LEAF)

    def _round(self, rubric: str, year: int) -> str:
        return pack(ROUND, "v", mark_of(rubric), year, "", "", 0)

    def _key(self, number: int, each: Brief, words: Words) -> tuple[Button, ...]:
        label = words("applications.button.round", number=number, rubric=_name(each, words), year=each.year)
        if each.waiting:
            label = words("applications.button.waiting", label=label, count=each.waiting)
        return (Button(label, self._round(each.rubric.id, each.year)),)

    def _old(self, view: Seen, words: Words) -> Face:
        """Show the rounds that the list leaves out, a leaf at a time."""
        state, found = view
        old = found.rounds[ROUNDS:]
        at = min(state.leaf, max(0, len(old) - 1) // LEAF)
        first = at * LEAF
        shown = tuple(enumerate(old[first : first + LEAF], ROUNDS + first + 1))
        lines = [line for number, each in shown for line in ("", *_round_lines(number, each, words))]
        keys = [self._key(number, each, words) for number, each in shown]
        turns = [("page_back", at - 1)] if at else []
        turns += [("page_on", at + 1)] if first + LEAF < len(old) else []
        keys.append(tuple(Button(words(f"button.{name}"), pack(LIST, "h", to)) for name, to in turns))
        keys.append((Button(words("button.back"), pack(LIST, "o")),))
        return Face("\n".join([words("applications.head"), *lines]), tuple(row for row in keys if row))

    def _keys(self, view: Seen, ask: Ask) -> list[tuple[Button, ...]]:
        found, words = view[1], ask.words
        keys: list[tuple[Button, ...]] = []
        for number, each in enumerate(found.rounds[:ROUNDS], 1):
            keys.append(self._key(number, each, words))
        if len(found.rounds) > ROUNDS:
            label = words("applications.button.old", count=len(found.rounds) - ROUNDS)
            keys.append((Button(label, pack(LIST, "h", 0)),))
        leaf = self._leaf(view)
        for row in found.matters[leaf * LEAF : (leaf + 1) * LEAF]:
            label = short(capital(f"{about(row.found, words)} {row.studio.name}"), LABEL)
            keys.append((Button(label, pack(ONE, "o", row.found.id)),))
        turns = [("page_back", leaf - 1)] if leaf else []
        turns += [("page_on", leaf + 1)] if (leaf + 1) * LEAF < len(found.matters) else []
        keys.append(tuple(Button(words(f"button.{name}"), pack(LIST, "g", to)) for name, to in turns))
        if len(found.matters) > 1:
            label = words("applications.button.matters", count=len(found.matters))
            keys.append((Button(label, pack(MATTERS, "o")),))
        last = [Button(words("applications.button.begin"), pack(LIST, "b"))] if found.begins else []
        last += [Button(words("applications.button.matter"), pack(LIST, "m"))] if found.opens else []
        return [row for row in (*keys, tuple(last)) if row]


def _name(each: Brief, words: Words) -> str:
    return short(rubric_title(each.rubric, words), NAME)


def _round_lines(number: int, each: Brief, words: Words) -> list[str]:
    lines = [f"{number} {bold_title(each, words)}"]
    if each.last_day:
        lines.append(words("applications.deadline", on=each.last_day))
    lines.append(counted(each, words))
    if each.late:
        lines.append(words("applications.late", count=each.late))
    return lines


def bold_title(each: Brief, words: Words) -> str:
    """Return what a round is called, as a heading."""
    return f"<b>{round_title(each.rubric, each.year, words)}</b>"


def counted(each: Brief, words: Words) -> str:
    """Return how many there are of each state, in the order of the way."""
    said = [
        words("applications.count", state=state_word(state, words), count=bold(count))
        for state, count in sorted(each.states.items(), key=lambda one: ORDER.index(one[0]))
    ]
    return " · ".join(said) or words("applications.none")


ORDER = ("draft", "returned", *WAY, "carried_out", "not_selected", "rejected", "withdrawn")
"""States in the order in which they are listed."""
