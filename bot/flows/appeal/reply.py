"""The buttons under a signed sheet: a leader has seen it, or does not agree and goes on to an appeal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import AnswerSheet
from bot.changes.contested import Term, receipts_of, term
from bot.changes.sign import rubric_of
from bot.entities import Assessment, Person, Receipt
from bot.flows.appeal.states import LIST_SCREEN, REPLY, REPLY_SCREEN, AppealState, ReplyState
from bot.flows.html import escape
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import day_of, today
from bot.flows.outputs import Face, InChat, Output, Say
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import words as texts


@dataclass(frozen=True, slots=True)
class Answered:
    """A signed sheet, and what the person answered to it before."""

    found: Assessment
    before: Receipt | None
    term: Term
    late: bool


class ReplyScreen(Screen[ReplyState, Answered]):
    """It is never a card of its own: its buttons hang on the document."""

    name: ClassVar[str] = REPLY_SCREEN
    code: ClassVar[str] = REPLY
    state = ReplyState
    replies: ClassVar[bool] = False

    def load(self, desk: Desk, ask: Ask, state: ReplyState, given: AnyInput | Tap | None) -> Answered:
        """Read the signed sheet for leaders of its studio only."""
        del given
        found = desk.visits.assessment(state.assessment)
        studio = desk.studios.get(found.studio) if found else None
        access.require(ask.who, "answer", studio)
        if found is not None and not found.visit.own and found.round > 1 and found.state == "open":
            raise Refusal("sheet_reopened", studio=found.studio_name, items=found.reopened)
        if found is None or found.visit.own or found.state != "signed":
            raise Refusal("not_yours")
        before = next((each for each in receipts_of(desk, found) if each.person == ask.who.id), None)
        until = term(rubric_of(desk, found), found, day_of(found.signatures[-1].at, ask))
        return Answered(found, before, until, today(ask) > until.until)

    def show(self, view: Answered, ask: Ask) -> Face:
        """Return the one line that it would be."""
        return Face(ask.words("reply.asked") if view.before is None else ask.words("reply.already"))

    def take(self, view: Answered, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep the answer once; whoever objects comes to the sheet's items."""
        if not isinstance(given, Tap) or given.verb not in {"y", "o"}:
            raise Stale
        found = view.found
        if given.verb == "y":
            if view.before is not None and view.before.state == "seen":
                return Step(toast=ask.words("reply.already"), stay=True)
            change = AnswerSheet(assessment=found.id, state="seen")
            return Step((change,), toast=ask.words("reply.seen"), tell=_tell(found, "seen"), stay=True)
        if view.late:
            raise Refusal("appeal_late", on=view.term.until.isoformat(), days=view.term.days)
        go = Go(LIST_SCREEN, AppealState(assessment=found.id))
        if view.before is not None and view.before.state == "objects":
            return Step(go=go, fresh=True)
        change = AnswerSheet(assessment=found.id, state="objects")
        return Step((change,), go=go, tell=_tell(found, "objects"), fresh=True)

    def aim(self, tap: Tap, state: ReplyState | None) -> ReplyState:
        """Return the sheet that the button names."""
        del state
        if not tap.arg(0):
            raise Stale
        return ReplyState(assessment=tap.arg(0))


def _tell(found: Assessment, state: str) -> Callable[[Desk, Ask], tuple[Output, ...]]:
    """Tell those who scored the sheet and the coordinators what the studio answers."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        members = [desk.people.get(each, ask.now) for each in found.members]
        desks = desk.people.with_role("coordinator", ask.now)
        people: list[Person] = [
            each for each in (*members, *desks) if each and access.may(each, "look", found)
        ]
        told: list[Output] = []
        for person in dict.fromkeys(people):
            if person.id == ask.who.id:
                continue
            text = texts(person.language)(
                f"reply.told_{state}",
                name=escape(ask.who.name),
                studio=escape(found.studio_name),
                period=found.visit.period,
            )
            told += [InChat(chat, Say(text)) for chat in desk.people.accounts(person.id)]
        return tuple(told)

    return tell
