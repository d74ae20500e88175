"""One turn: an input becomes changes, the next state and what the person sees.

It runs inside one transaction on the desk that it is given. It knows screens and commands only by their lists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.changes import Change, Moment, make
from bot.entities.frozen import Frozen
from bot.flows import upgrades
from bot.flows.anew import anew
from bot.flows.commands import COMMANDS, KEYS, LINES, handle
from bot.flows.drawing import draw, place_of
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Command, Membership, Odd, Said, Tapped
from bot.flows.menu import allowed
from bot.flows.outputs import Anew, Answer, NewCard, Output, Receipt, Redraw, Say, SendStored, Shut
from bot.flows.panel.live import beside
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Door, Go, Screen, Stale, Step
from bot.flows.screens import BY_CODE, BY_NAME, HOME
from bot.flows.shut import shut
from bot.flows.strangers import greet_stranger, join
from bot.flows.taps import Tap, unpack
from bot.ports import Card, Desk, Session
from bot.problems import Refusal
from bot.texts import known, words
from rubrics.problems import Refused

GROUP: Final = "group"
"""Name of the session of a group: it was told once."""


@dataclass(frozen=True, slots=True)
class World:
    """What stays the same from turn to turn."""

    zone: ZoneInfo
    language: str
    mint: Callable[[], str]
    door: Door = field(default_factory=Door)


def turn(desk: Desk, world: World, given: AnyInput, now: int) -> list[Output]:
    """Do what one input asks for; returns what is to be sent, in order."""
    if isinstance(given, Membership):
        return []
    if not given.private:
        return _group(desk, world, given)
    who = desk.people.by_account(given.account, now)
    if isinstance(given, Command) and given.name == "start" and given.rest:
        return join(desk, world.mint, given, now, who, known(given.language_code) or world.language)
    if who is None:
        return greet_stranger(desk, given, now, known(given.language_code) or world.language)
    ask = Ask(who, words(who.language), now, world.mint, world.zone, given.chat, world.door)
    return Turn(desk, ask, given).run()


def _group(desk: Desk, world: World, given: AnyInput) -> list[Output]:
    if isinstance(given, Tapped) or desk.sessions.get(given.chat):
        return []
    desk.sessions.put(Session(given.chat, GROUP, {}))
    return [Say(words(known(given.language_code) or world.language)("problem.group"))]


class HalfDone(Exception):
    """A mistake of ours: a step's later change was refused after an earlier one was made; all of it is rolled back."""


class Turn:
    """One person's turn: dispatch, changes, drawing."""

    def __init__(self, desk: Desk, ask: Ask, given: AnyInput) -> None:
        """Read where the chat stands."""
        self.desk = desk
        self.ask = ask
        self.given = given
        self.before = desk.sessions.get(given.chat)
        self.session = self.before or Session(given.chat, HOME, {})
        if not upgrades.readable(self.session):
            self.session = Session(given.chat, HOME, {})
        self.outputs: list[Output] = []

    def run(self) -> list[Output]:
        """Take the input; a refusal is answered in words and changes nothing."""
        if isinstance(self.given, Tapped):
            self._tapped(self.given)
        else:
            self.session = replace(self.session, below=True)
            try:
                self._message(self.given)
            except (Refusal, Refused) as refusal:
                self._say_refusal(*_problem(refusal))
            except Stale:
                self.session = Session(self.given.chat, HOME, {})
                self._say_refusal("dead_button_home", {})
        if self.session != self.before:
            self.desk.sessions.put(self.session)
        return self.outputs

    # -- messages ---------------------------------------------------------------------------------

    def _message(self, given: AnyInput) -> None:
        if isinstance(given, Said) and given.edited:
            raise Refusal("edited")
        if isinstance(given, Odd):
            raise Refusal("odd_kind", kind=given.kind)
        name = _command(given)
        if name is not None:
            if name not in COMMANDS:
                raise Refusal("unknown_command", name=name)
            self._command(name, given)
            return
        replied = self._replied(given)
        screen, state = replied or self._here()
        view = screen.load(self.desk, self.ask, state, given)
        step = screen.take(view, given, self.ask)
        if replied is None or step.say:
            self._do(screen, state, step if replied is None else replace(step, stay=True))
        else:
            kept = Say(
                self.ask.words("reply.kept", item=escape(screen.title(view, self.ask))),
                reply_to=given.message,
            )
            self._do(screen, state, replace(step, say=(kept,), stay=True))
        if replied is not None and self.session.card is not None:
            self._redraw()

    def _command(self, name: str, given: AnyInput) -> None:
        """Do a command; what is written behind one that takes a line is taken by its screen."""
        line = isinstance(given, Command) and bool(given.rest) and allowed(self.ask.who, name)
        if line and name in LINES:
            screen, state = BY_NAME[name], LINES[name]
            view = screen.load(self.desk, self.ask, state, given)
            self._do(screen, state, screen.take(view, given, self.ask))
        else:
            self._do(*self._here(), handle(self.desk, self.ask, name, self._state_here()))

    def _here(self) -> tuple[Screen[Any, Any], Frozen]:
        return BY_NAME[self.session.screen], self._state_here()

    def _state_here(self) -> Frozen:
        return upgrades.load(self.session.screen, self.session.version, self.session.state)

    def _replied(self, given: AnyInput) -> tuple[Screen[Any, Any], Frozen] | None:
        """Return the screen of the older card that a message replies to."""
        if given.reply_to is None:
            return None
        card = self.desk.cards.by_message(given.chat, given.reply_to)
        if card is None or card.id == self.session.card or not BY_NAME[card.screen].replies:
            return None
        meant = BY_NAME[card.screen].meant(upgrades.load(card.screen, upgrades.VERSION, card.state))
        return BY_NAME[meant.screen], meant.state

    # -- taps -------------------------------------------------------------------------------------

    def _tapped(self, given: Tapped) -> None:
        card = self.desk.cards.by_message(given.chat, given.message) if given.message else None
        here = card is not None and card.id == self.session.card
        tap = unpack(given.data, given.query, here=here)
        screen = BY_CODE.get(tap.screen) if tap else None
        try:
            if tap is None or screen is None:
                raise Stale  # noqa: TRY301 - one place answers for all that is stale
            state = self._aimed(screen, tap, card)
            view = screen.load(self.desk, self.ask, state, tap)
            step = screen.take(view, tap, self.ask)
            self._do(screen, state, step, tapped=given.query, card=card)
        except Stale:
            self._answer_stale(given.query)
        except (Refusal, Refused) as refusal:
            code, params = _problem(refusal)
            if code in {
                "changed_meanwhile",
                "sheet_changed",
                "draft_moved",
                "month_closed",
                "fix_changed",
                "import_moved",
                "outcome_changed",
                "register_changed",
                "apply_changed",
                "way_changed",
                "way_line_changed",
                "workplan_changed",
            }:
                self._redraw()
            self.outputs.append(Answer(given.query, spoken(self.ask.words, code, params)[:200], box=True))

    def _aimed(self, screen: Screen[Any, Any], tap: Tap, card: Card | None) -> Frozen:
        """Return the state that a button names; a receipt and a draft remember their own."""
        own = self._state_here() if screen.name == self.session.screen else None
        if (screen.aside or screen.recalls) and card is not None and card.screen == screen.name:
            own = upgrades.load(card.screen, upgrades.VERSION, card.state)
        aimed: Frozen = screen.aim(tap, own)
        return aimed

    def _answer_stale(self, query: str) -> None:
        """Say that the button is dead and where the person stands now."""
        now = ""
        try:
            screen, state = self._here()
            view = screen.load(self.desk, self.ask, state, None)
            now = screen.title(view, self.ask)
        except (Refusal, Refused, Stale):
            self.session = Session(self.session.chat, HOME, {})
        code, params = ("dead_button", {"now": now}) if now else ("dead_button_home", {})
        self.outputs.append(Answer(query, spoken(self.ask.words, code, params)[:200], box=True))

    # -- effects ----------------------------------------------------------------------------------

    def _do(
        self,
        screen: Screen[Any, Any],
        state: Frozen,
        step: Step,
        tapped: str | None = None,
        card: Card | None = None,
    ) -> None:
        self._make(step.changes)
        if step.job is not None:
            self.desk.jobs.add(*step.job, {"chat": self.ask.chat}, self.ask.now)
        if tapped is not None:
            self.outputs.append(Answer(tapped, step.toast[:200], step.box))
        others = beside(self.desk, self.ask, step.changes) if step.changes else ()
        self._say((*step.say, *(step.tell(self.desk, self.ask) if step.tell else ()), *others))
        if step.receipt is not None and card is not None:
            self._receipt(screen, step.receipt, card)
            return
        if step.stay:
            if step.redraw and card is not None and card.id == self.session.card:
                self._redraw()
            return
        go = step.go or Go(screen.name, state)
        moved = go.screen != self.session.screen or place_of(go.state) != place_of(self._state_here())
        # A button of a message that is no card, or of an older one: what it opens comes below, where the person looks.
        old = (
            tapped is not None
            and self.session.card is not None
            and (card is None or card.id != self.session.card)
        )
        if step.quiet and not moved and not old:
            return
        # What was pressed may hang on a notice below the card: its answer belongs below that.
        notice = tapped is not None and card is None
        fresh = step.fresh or old or ((moved or notice) and self.session.below)
        self._stand(go, fresh=fresh)

    def _make(self, changes: tuple[Change, ...]) -> None:
        """Make all changes of a step or none: a refusal after the first would leave half of it done."""
        moment = Moment(self.ask.now, self.ask.who, self.ask.mint)
        for number, change in enumerate(changes):
            try:
                make(self.desk, change, moment)
            except (Refusal, Refused) as refusal:
                if number:
                    raise HalfDone(change.name) from refusal
                raise

    def _say(self, said: tuple[Output | Receipt | Anew | Shut, ...]) -> None:
        """Send what stands beside the card; a receipt is a card of its own."""
        for each in said:
            if isinstance(each, Receipt):
                made = each.card or self.ask.mint()
                self.desk.cards.put(Card(made, self.session.chat, each.screen, each.state))
                self.outputs.append(NewCard(made, each.face, each.reply_to))
            elif isinstance(each, Anew):
                self.outputs.extend(anew(self.desk, self.ask, each))
            elif isinstance(each, Shut):
                self.outputs.extend(shut(self.desk, self.ask, each))
            else:
                self.outputs.append(each)
            if isinstance(each, Say | Receipt | SendStored):
                self.session = replace(self.session, below=True)

    def _receipt(self, screen: Screen[Any, Any], state: Frozen, card: Card) -> None:
        """Redraw a receipt whose button was pressed, and the card in view."""
        self.desk.cards.put(replace(card, state=state.model_dump(mode="json")))
        self.outputs.append(Redraw(card.id, screen.show(state, self.ask)))
        if self.session.card is not None:
            self._redraw()

    def _stand(self, go: Go, *, fresh: bool) -> None:
        self.session, outputs = draw(self.desk, self.ask, self.session, go, fresh=fresh)
        self.outputs.extend(outputs)

    def _redraw(self) -> None:
        screen, state = self._here()
        self._stand(Go(screen.name, state), fresh=False)

    def _say_refusal(self, code: str, params: Mapping[str, Any]) -> None:
        self.outputs.append(Say(spoken(self.ask.words, code, params, html=True), reply_to=self.given.message))


def _command(given: AnyInput) -> str | None:
    """Return the command that a message is, typed or by a key of the reply keyboard."""
    if isinstance(given, Command):
        return given.name
    return KEYS.get(given.text) if isinstance(given, Said) else None


def _problem(refusal: Refusal | Refused) -> tuple[str, Mapping[str, Any]]:
    if isinstance(refusal, Refusal):
        return refusal.code, refusal.params
    return refusal.problem.code, refusal.problem.params
