"""The screen of a blind panel: who has signed; then what the ballots differ about, and the head's decisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from bot import access
from bot.changes import SettleItem, Sign
from bot.changes.ballots import Poll, poll
from bot.changes.settle_item import allowed
from bot.changes.sign import digest
from bot.clock import from_ms
from bot.entities import Assessment, Note
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Button, Face
from bot.flows.panel import panel_face, told
from bot.flows.panel.states import GROUP_SCREEN, PANEL, PANEL_SCREEN, GroupState, PanelState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.places import WalkState, first_open_item
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_values import amount_said
from rubrics.numbering import LETTERS

PART = 16
"""Digits of the 校验码 in the button."""
REASON = 500


@dataclass(frozen=True)
class Panelled:
    """A panel as one moment shows it to one person."""

    state: PanelState
    found: Assessment
    of: Poll
    names: dict[str, str]
    head: bool
    """The reader is its head."""
    leads: bool
    """The reader may take members out."""
    mine: Assessment | None
    """The reader's own ballot, as long as it is open."""
    mine_at: str = ""
    """The item with which it goes on."""
    code: str = ""
    """校验码 of what the head would sign, once nothing is open."""
    notes: dict[str, tuple[Note, ...]] = field(default_factory=dict)
    """What each member wrote about the item that is being settled."""

    @property
    def sees(self) -> bool:
        """Whether the ballots are shown: to head and coordinators once all are signed, to members in the end."""
        return self.of.complete and (self.head or self.leads or self.found.state == "signed")


class PanelScreen(Screen[PanelState, Panelled]):
    """Ballots on their way, then the table."""

    name: ClassVar[str] = PANEL_SCREEN
    code: ClassVar[str] = PANEL
    state = PanelState

    def load(self, desk: Desk, ask: Ask, state: PanelState, given: AnyInput | Tap | None) -> Panelled:
        """Read for members and coordinators; a ballot only when all are signed."""
        del given
        found = desk.visits.assessment(state.assessment)
        if found is None or not (access.may(ask.who, "mark", found) or access.may(ask.who, "head", found)):
            raise Refusal("not_yours")
        of = poll(desk, found)
        if of is None:
            raise Stale
        people = (desk.people.get(each, ask.now) for each in found.members)
        names = {each.id: each.name for each in people if each}
        mine = next((each for each in of.ballots if each.members == (ask.who.id,)), None)
        mine = mine if mine is not None and mine.state == "open" else None
        view = Panelled(
            state=state,
            found=found,
            of=of,
            names=names,
            head=found.members[0] == ask.who.id,
            leads=access.may(ask.who, "head", found),
            mine=mine,
            mine_at=first_open_item(desk, mine) if mine else "",
            code=digest(desk, found) if of.complete and not of.combined.open else "",
        )
        if state.item and view.sees:
            for ballot in of.ballots:
                view.notes[ballot.members[0]] = desk.files.notes_of(ballot.id, state.item.rstrip(LETTERS))
        return view

    def show(self, view: Panelled, ask: Ask) -> Face:
        """Return text and buttons."""
        return panel_face.face(view, ask)

    def take(self, view: Panelled, given: AnyInput | Tap, ask: Ask) -> Step:
        """Settle, step by step; or sign."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said) and view.state.item and view.head and view.sees:
            return _text(view, given.text.strip(), ask)
        raise Refusal("group_press")

    def aim(self, tap: Tap, state: PanelState | None) -> PanelState:
        """Return the panel that the button names; a question stays open."""
        if not tap.arg(0):
            raise Stale
        if state is not None and state.assessment == tap.arg(0):
            return state
        return PanelState(assessment=tap.arg(0))

    def title(self, view: Panelled, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("panel.button.open")

    def closing(self, view: Panelled, ask: Ask) -> Face:
        """Return one line with a way back in."""
        head = ask.words("panel.head", studio=escape(view.found.studio_name), period=view.found.visit.period)
        button = Button(ask.words("button.open"), pack(PANEL, "o", view.found.id))
        return Face(head, ((button,),))


def _go(view: Panelled, **changes: object) -> Go:
    plain = PanelState(assessment=view.found.id, table=view.state.table)
    return Go(PANEL_SCREEN, plain.model_copy(update=changes))


def _tap(view: Panelled, tap: Tap, ask: Ask) -> Step:  # noqa: PLR0911 - one line per button is the clearest table
    combined = view.of.combined if view.sees else None
    match tap.verb:
        case "o" | "b":
            return Step(go=_go(view))
        case "w" if view.mine is not None:
            return Step(go=Go("card", WalkState(assessment=view.mine.id, item=view.mine_at)))
        case "t" if combined is not None:
            return Step(go=_go(view, table=not view.state.table))
        case "g" if view.leads and view.found.state == "open":
            return Step(go=Go(GROUP_SCREEN, GroupState(assessment=view.found.id, leaving=True)))
        case "i" if combined is not None and view.head and view.found.state == "open":
            return Step(go=_go(view, item=tap.arg(1)))
        case "v" if combined is not None and view.head and view.state.item:
            allowed(view.of, view.state.item, tap.arg(1))
            return Step(go=_go(view, item=view.state.item, score=tap.arg(1)))
        case "y" if combined is not None and view.head:
            return _sign(view, tap.arg(1), ask)
    raise Stale


def _text(view: Panelled, text: str, ask: Ask) -> Step:
    item, score = view.state.item, view.state.score
    if not score:
        points = amount_said(text)
        allowed(view.of, item, points)
        return Step(go=_go(view, item=item, score=points), fresh=True)
    if not text:
        raise Refusal("group_reason")
    if len(text) > REASON:
        raise Refusal("text_long", count=len(text), limit=REASON)
    change = SettleItem(assessment=view.found.id, item=item, score=score, reason=text)
    del ask
    return Step((change,), go=_go(view), fresh=True)


def _sign(view: Panelled, code: str, ask: Ask) -> Step:
    if view.found.state == "signed":
        return Step(toast=ask.words("panel.done"), go=_go(view))
    if view.of.combined.open:
        raise Refusal("panel_open", items=view.of.combined.open)
    if not code or code != view.code[:PART]:
        raise Refusal("sheet_changed")
    today = from_ms(ask.now).astimezone(ask.zone).date().isoformat()
    return Step(
        (Sign(assessment=view.found.id, digest=view.code, today=today),),
        go=_go(view),
        toast=ask.words("panel.done"),
        tell=told.over(view.found),
        job=("sheet", view.found.id),
    )
