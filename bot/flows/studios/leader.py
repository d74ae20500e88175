"""Change of leader (003 第十四条): who, from which day, by which paper, why; then whose rights are to end and begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import ChangeLeader
from bot.changes.change_leader import check_since, check_words
from bot.changes.studio_fields import date_of, text_of
from bot.entities import Grant, Person, Studio
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.people.states import INVITE_SCREEN, PERSON_SCREEN, InviteState, PersonState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.studios.states import (
    CARD_SCREEN,
    LEADER,
    LEADER_SCREEN,
    LeaderState,
    StudioState,
)
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

STEPS = ("name", "since", "paper", "reason")
WORDS = 120
LABEL = 30
HOLDERS = 4
"""People whose rights a card offers to end."""


@dataclass(frozen=True, slots=True)
class Changing:
    """A change of leader, before and after it is made."""

    state: LeaderState
    studio: Studio
    holders: tuple[tuple[Person, Grant], ...]
    """Who may act as leader of just this studio."""
    begins: str
    """ISO date on which the present leader began; empty where nobody knows."""
    day: str

    @property
    def done(self) -> bool:
        """Say whether it was made."""
        return bool(self.state.before)

    @property
    def begun(self) -> bool:
        """Say whether the new leader may act already."""
        return any(person.name == self.studio.leader for person, _ in self.holders)

    @property
    def old(self) -> tuple[tuple[Person, Grant], ...]:
        """Return whose rights are to end."""
        return tuple(each for each in self.holders if each[0].name != self.studio.leader)


class LeaderScreen(Screen[LeaderState, Changing]):
    """One question at a time, a look at all of it, and what is left to do."""

    name: ClassVar[str] = LEADER_SCREEN
    code: ClassVar[str] = LEADER
    recalls: ClassVar[bool] = True
    state = LeaderState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: LeaderState, given: AnyInput | Tap | None) -> Changing:
        """Read for coordinators of the studio only."""
        del given
        studio = desk.studios.get(state.studio)
        access.require(ask.who, "manage", studio)
        if studio is None:
            raise Stale
        now = next((each for each in desk.studios.leadings(studio.id) if not each.until), None)
        begins = now.since if now else studio.named_on or ""
        return Changing(state, studio, tuple(_holders(desk, ask, studio)), begins, today(ask).isoformat())

    def show(self, view: Changing, ask: Ask) -> Face:
        """Ask what is open; once it is made, say what is left to do."""
        return _after(view, ask.words) if view.done else _before(view, ask.words)

    def take(self, view: Changing, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer; the last press makes the change."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said) and view.state.step in STEPS and not view.done:
            return _text(view, given.text)
        raise Refusal("studio_press")

    def aim(self, tap: Tap, state: LeaderState | None) -> LeaderState:
        """Return what was said on this card."""
        if state is None or state.studio != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Changing, ask: Ask) -> str:
        """Return the name of this step."""
        return ask.words("leader.head", studio=view.studio.name).replace("<b>", "").replace("</b>", "")

    def closing(self, view: Changing, ask: Ask) -> Face | None:
        """Return one line with the way back to what was said."""
        button = Button(ask.words("button.open"), pack(LEADER, "z", view.studio.id))
        if view.done:
            left = view.old or not view.begun
            return Face(_made(view, ask.words), ((button,),) if left else ())
        return Face(ask.words("leader.closed", studio=escape(view.studio.name)), ((button,),))

    def superseded(self, view: Changing, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        return None


def _holders(desk: Desk, ask: Ask, studio: Studio) -> Iterator[tuple[Person, Grant]]:
    for person in desk.people.with_role("leader", ask.now):
        for grant in person.grants:
            if grant.role == "leader" and (grant.scope.kind, grant.scope.key) == ("studio", studio.id):
                yield person, grant


def _before(view: Changing, words: Words) -> Face:
    state, studio = view.state, view.studio
    lines = [
        words("leader.head", studio=escape(studio.name)),
        words("leader.before", name=escape(studio.leader) or words("studio.none")),
    ]
    if state.name:
        lines.append(words("leader.name", name=escape(state.name)))
    if state.since:
        lines.append(words("leader.since", day=state.since))
    if state.paper:
        lines.append(words("leader.paper", paper=escape(state.paper)))
    if state.reason:
        lines.append(words("leader.reason", reason=escape(short(state.reason, WORDS))))
    lines += [
        "",
        words("leader.check") if state.step == "check" else "✎ " + words(f"leader.ask.{state.step}"),
    ]
    keys: list[tuple[Button, ...]] = []
    if state.step == "check":
        keys.append((Button(words("leader.button.save"), pack(LEADER, "y", studio.id)),))
    keys.append((Button(words("leader.button.leave"), pack(LEADER, "x", studio.id)),))
    return Face("\n".join(lines), tuple(keys))


def _made(view: Changing, words: Words) -> str:
    state = view.state
    return words(
        "leader.done",
        studio=escape(view.studio.name),
        before=escape(state.before),
        name=escape(state.name),
        day=state.since,
        paper=escape(state.paper),
    )


def _after(view: Changing, words: Words) -> Face:
    studio = view.studio
    lines, keys = [_made(view, words)], []
    if view.old:
        names = tuple(dict.fromkeys(escape(person.name) for person, _ in view.old))
        lines.append(words("leader.holds", names=names))
    for person, grant in view.old[:HOLDERS]:
        label = short(words("leader.button.revoke", name=person.name), LABEL)
        keys.append((Button(label, pack(LEADER, "r", studio.id, grant.id)),))
    if not view.begun:
        lines.append(words("leader.invite", name=escape(studio.leader)))
        keys.append((Button(words("leader.button.invite"), pack(LEADER, "i", studio.id)),))
    keys.append((Button(words("button.back"), pack(LEADER, "x", studio.id)),))
    return Face("\n".join(lines), tuple(keys))


def _tap(view: Changing, tap: Tap, ask: Ask) -> Step:
    state, studio = view.state, view.studio
    match tap.verb:
        case "x":
            return Step(go=Go(CARD_SCREEN, StudioState(studio=studio.id)))
        case "z":
            return Step(go=Go(LEADER_SCREEN, state))
        case "y" if view.done:
            return Step(go=Go(LEADER_SCREEN, state))
        case "y" if state.step == "check":
            change = ChangeLeader(
                studio=studio.id,
                leader=state.name,
                since=state.since,
                paper=state.paper,
                reason=state.reason,
                today=view.day,
            )
            done = state.model_copy(update={"before": studio.leader or ask.words("studio.none")})
            return Step((change,), go=Go(LEADER_SCREEN, done))
        case "r" if view.done:
            found = next((each for each in view.old if each[1].id == tap.arg(1)), None)
            if found is not None:
                ends = PersonState(person=found[0].id, ending=found[1].id)
                return Step(go=Go(PERSON_SCREEN, ends), fresh=True)
        case "i" if view.done:
            invite = InviteState(
                id=ask.mint(), name=studio.leader, role="leader", kind="studio", key=studio.id, step="check"
            )
            return Step(go=Go(INVITE_SCREEN, invite), fresh=True)
    raise Stale


def _text(view: Changing, text: str) -> Step:
    """Read one answer; what could not stand in the end is refused at once."""
    state = view.state
    match state.step:
        case "name":
            said = text_of("leader", text)
            if said == view.studio.leader:
                raise Refusal("studio_same_leader", name=said)
        case "since":
            said = date_of(text)
            if not said:
                raise Refusal("studio_empty")
            check_since(said, view.day, view.begins)
        case "paper":
            said = " ".join(text.split())
            check_words(said, "-")
        case _:
            said = text.strip()
            check_words("-", said)
    following = (*STEPS, "check")[STEPS.index(state.step) + 1]
    changed = state.model_copy(update={state.step: said, "step": following})
    return Step(go=Go(LEADER_SCREEN, changed), fresh=True)
