"""The self-assessment of one's own studio (自查): chosen like a visit, walked on the same cards, told when handed in.

It must not know how a card looks; what is official and what is not is decided where changes are made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from bot import access
from bot.changes import JoinSelfCheck, OpenSelfCheck
from bot.changes.visit_forms import self_kind
from bot.entities import Assessment, Role
from bot.flows.inputs import AnyInput
from bot.flows.screen import Ask, Go, Step
from bot.flows.taps import Tap
from bot.flows.walk.choice import Choice, ChooseState
from bot.flows.walk.choose import ChooseScreen, first_card, opening, period_of
from bot.flows.walk.places import WalkState, first_open_item
from bot.ports import Desk


@dataclass(frozen=True, slots=True)
class OwnChoice(Choice):
    """What there is to choose from, and what another leader of the studio has begun there already."""

    begun: tuple[str, str] | None = None
    """Assessment and the item to go on at."""
    joined: bool = False


class SelfCheckScreen(ChooseScreen):
    """One question at a time; the only studio that one leads is not asked for."""

    name: ClassVar[str] = "selfcheck"
    code: ClassVar[str] = "z"
    act: ClassVar[access.Act] = "self_check"
    roles: ClassVar[tuple[Role, ...]] = access.LEADERS

    def load(self, desk: Desk, ask: Ask, state: ChooseState, given: AnyInput | Tap | None) -> OwnChoice:
        """Read only studios that the person leads."""
        view = super().load(desk, ask, state, given)
        if view.studio is None and len(view.studios) == 1:
            only = view.studios[0]
            view = replace(view, studio=only, state=state.model_copy(update={"studio": only.id}))
        seen = OwnChoice(
            view.state, view.code, view.open, view.studios, view.studio, view.rubrics, view.rubric
        )
        if not isinstance(given, Tap) or given.verb != "p" or seen.studio is None or seen.rubric is None:
            return seen
        period = str(period_of(seen, given.arg(2), ask))
        kind = self_kind(seen.form.id if seen.form else None)
        there = desk.visits.open_at(seen.studio.id, seen.rubric.id, period, kind)
        found = desk.visits.assessment(there) if there else None
        if found is None:
            return seen
        begun = found.id, first_open_item(desk, found)
        return replace(seen, begun=begun, joined=ask.who.id in found.members)

    def offers(self, found: Assessment, state: ChooseState) -> bool:
        """Offer to go on with what is one's studio's own."""
        del state
        return found.visit.own

    def begin(self, view: Choice, given: str, ask: Ask) -> Step:
        """Open it, or go on with what a colleague has begun."""
        if isinstance(view, OwnChoice) and view.begun is not None:
            there, item = view.begun
            join = () if view.joined else (JoinSelfCheck(assessment=there),)
            return Step(join, go=Go("card", WalkState(assessment=there, item=item)))
        change = opening(view, given, ask, OpenSelfCheck)
        return Step((change,), go=first_card(view, change))

    def title(self, view: Choice, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("command.selfcheck")
