"""Several invitations in one message: every line's problems at once, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from bot.changes import Invite
from bot.entities import Grant
from bot.flows.html import bold, escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.lengths import visible_length
from bot.flows.outputs import Button, Face, Say
from bot.flows.people.lines import MOST, Meant, Wrong, read_lines
from bot.flows.people.links import link, message
from bot.flows.people.reach import Reach, end_of, last_day, reach
from bot.flows.people.states import (
    DAYS,
    MANY,
    MANY_SCREEN,
    PEOPLE_SCREEN,
    ManyState,
    PeopleState,
)
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal

LINE = 60
"""Characters of a role and its place in the list to be confirmed."""
LONGEST = 300
"""Characters of a line that is kept."""
QUOTED = 24
ROOM = 3500
"""Characters of one message of several."""


@dataclass(frozen=True, slots=True)
class Many:
    """The lines that are to be confirmed, read anew."""

    state: ManyState
    reach: Reach
    good: tuple[Meant, ...]
    wrong: tuple[Wrong, ...]


class ManyScreen(Screen[ManyState, Many]):
    """How to write them; then what they mean, and one press for all."""

    name: ClassVar[str] = MANY_SCREEN
    code: ClassVar[str] = MANY
    state = ManyState

    def load(self, desk: Desk, ask: Ask, state: ManyState, given: AnyInput | Tap | None) -> Many:
        """Read what the coordinator's own grants reach, and the lines against it."""
        del given
        mine = reach(desk, ask)
        return Many(state, mine, *read_lines("\n".join(state.lines), mine))

    def show(self, view: Many, ask: Ask) -> Face:
        """Return the example, or what is to be confirmed."""
        words, state = ask.words, view.state
        leave = (Button(words("people.button.leave"), pack(MANY, "q")),)
        if not state.lines:
            return Face("\n".join((words("people.many_head"), words("people.many_how"))), (leave,))
        lines = [words("people.many_check", count=len(view.good))]
        lines += [f"{number} {_shown(each, view, ask)}" for number, each in enumerate(view.good, 1)]
        if view.wrong:
            lines += [_why(each, ask) for each in view.wrong]
            return Face("\n".join(lines), (leave,))
        lines += ["", words("people.many_days")]
        keys = tuple(
            Button(words("people.days", days=days), pack(MANY, "y", state.id, days)) for days in DAYS
        )
        return Face("\n".join(lines), (keys, leave))

    def take(self, view: Many, given: AnyInput | Tap, ask: Ask) -> Step:
        """Read lines; the press says how long the links open, and makes them all."""
        if isinstance(given, Said):
            return many_of(given.text, view.reach, ask)
        if not isinstance(given, Tap):
            raise Refusal("people_press")
        match given.verb:
            case "o":
                return Step(go=Go(self.name, ManyState()))
            case "q":
                return Step(go=Go(PEOPLE_SCREEN, PeopleState()))
            case "y" if view.good and not view.wrong and given.arg(1) in map(str, DAYS):
                return _make(view, int(given.arg(1)), ask)
        raise Stale

    def aim(self, tap: Tap, state: ManyState | None) -> ManyState:
        """Begin anew, or go on with the lines on the card in view."""
        if tap.verb == "y" and (state is None or state.id != tap.arg(0) or not state.id):
            raise Stale
        return state or ManyState()

    def title(self, view: Many, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("people.button.many")

    def closing(self, view: Many, ask: Ask) -> Face:
        """Return one line."""
        del view
        return Face(ask.words("people.button.many"))


def many_of(text: str, mine: Reach, ask: Ask) -> Step:
    """Keep lines that are all in order; else say what is wrong with each of them and keep none."""
    good, wrong = read_lines(text, mine)
    count = len(good) + len(wrong)
    if count > MOST:
        raise Refusal("people_many", count=count, limit=MOST)
    if wrong:
        head = ask.words("people.many_wrong", good=len(good), count=count)
        said = _parts((head, *(_why(each, ask) for each in wrong)))
        return Step(go=Go(MANY_SCREEN, ManyState()), say=said, fresh=True)
    if not good:
        raise Refusal("people_lines")
    lines = tuple(short(line, LONGEST) for line in text.splitlines() if line.strip())
    return Step(go=Go(MANY_SCREEN, ManyState(id=ask.mint(), lines=lines)), fresh=True)


def _make(view: Many, days: int, ask: Ask) -> Step:
    made = []
    for each in view.good:
        limit = view.reach.limit(each.scope)
        until = end_of(last_day(limit, ask), ask) if limit is not None else None
        made.append(
            link(ask, view.reach, name=each.name, role=each.role, scope=each.scope, days=days, until=until)
        )
    return Step(
        tuple(Invite(invitation=each.invitation) for each in made),
        go=Go(PEOPLE_SCREEN, PeopleState()),
        say=tuple(message(each, view.reach, ask) for each in made),
        fresh=True,
    )


def _parts(lines: Iterable[str]) -> tuple[Say, ...]:
    """Return lines as messages, as few as hold them."""
    parts: list[str] = []
    for line in lines:
        if parts and visible_length(parts[-1]) + visible_length(line) < ROOM:
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
    return tuple(map(Say, parts))


def _shown(each: Meant, view: Many, ask: Ask) -> str:
    role = view.reach.role(Grant(id="", role=each.role, scope=each.scope), ask.words)
    return f"{bold(short(each.name, QUOTED))} {escape(short(role, LINE))}"


def _why(each: Wrong, ask: Ask) -> str:
    words = ask.words
    why = words(
        f"people.why.{each.why}",
        what=escape(short(each.what, QUOTED)),
        guesses=tuple(escape(short(guess, QUOTED)) for guess in each.guesses),
    )
    return words("people.wrong", number=each.number, text=escape(short(each.text, QUOTED)), why=why)
