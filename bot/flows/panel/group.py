"""The group of a visit: who looks after which items of a joint sheet, and who is taken out, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import LeaveGroup, ShareItems
from bot.changes.ballots import panel_of, rubric_of
from bot.changes.group import several
from bot.changes.share_items import DEPARTMENT
from bot.changes.visit_forms import form_of
from bot.clock import from_ms
from bot.entities import Assessment, Person, Portion
from bot.flows.fix.told import opened
from bot.flows.home import HomeScreen, HomeState
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Anew, Button, Face, InChat, Output, Say
from bot.flows.panel import group_face
from bot.flows.panel.states import GROUP, GROUP_SCREEN, GroupState
from bot.flows.review.told import both, signed
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.places import walked
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import words as texts
from rubrics.model import Section

REASON = 300


@dataclass(frozen=True)
class Grouped:
    """A group as one moment shows it to whoever leads it."""

    state: GroupState
    found: Assessment
    people: Mapping[str, Person]
    portions: Mapping[str, Portion]
    """By item."""
    sections: tuple[Section, ...]
    blind: bool

    @property
    def departments(self) -> tuple[str, ...]:
        """The words in use, and the one that was just said."""
        used = (each.department for each in self.portions.values())
        return tuple(dict.fromkeys(each for each in (*used, self.state.department) if each))

    @property
    def holder(self) -> str:
        """The name of who is being given items."""
        person = self.people.get(self.state.person)
        return person.name if person else self.state.department

    def held(self, item: str) -> bool:
        """Say whether an item is with who is being given items."""
        portion = self.portions.get(item)
        if portion is None or not self.holder:
            return False
        return (portion.person, portion.department) == (self.state.person, self.state.department)

    def items(self, section: int) -> tuple[str, ...]:
        """Return the items of a section."""
        return tuple(item.no for each in self.sections if each.no == section for item in each.items)

    @property
    def every(self) -> tuple[str, ...]:
        """All items as they are walked."""
        return tuple(item.no for section in self.sections for item in section.items)


class GroupScreen(Screen[GroupState, Grouped]):
    """Who does what."""

    name: ClassVar[str] = GROUP_SCREEN
    code: ClassVar[str] = GROUP
    recalls: ClassVar[bool] = True
    state = GroupState

    def load(self, desk: Desk, ask: Ask, state: GroupState, given: AnyInput | Tap | None) -> Grouped:
        """Read for the head and coordinators, while the sheet is open."""
        del given
        found = desk.visits.assessment(state.assessment)
        access.require(ask.who, "head", found)
        if found is None or found.state != "open" or not several(found):
            raise Stale
        people = (desk.people.get(each, ask.now) for each in found.members)
        rubric = rubric_of(desk, found)
        return Grouped(
            state,
            found,
            {each.id: each for each in people if each},
            {each.item: each for each in desk.panels.portions(found.id)},
            walked(rubric, form_of(rubric, found), found.variant),
            panel_of(desk, found) is not None,
        )

    def show(self, view: Grouped, ask: Ask) -> Face:
        """Return text and buttons."""
        return group_face.face(view, ask)

    def take(self, view: Grouped, given: AnyInput | Tap, ask: Ask) -> Step:
        """Choose who, then items; or who is taken out, then why."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said):
            return _text(view, given.text.strip())
        raise Refusal("group_press")

    def aim(self, tap: Tap, state: GroupState | None) -> GroupState:
        """Return the group that the button names, with what was chosen on this card."""
        if not tap.arg(0):
            raise Stale
        if state is not None and state.assessment == tap.arg(0):
            return state
        return GroupState(assessment=tap.arg(0))

    def title(self, view: Grouped, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("button.group")

    def closing(self, view: Grouped, ask: Ask) -> Face:
        """Return one line with a way back in."""
        found = view.found
        head = ask.words("group.head", studio=escape(found.studio_name), period=found.visit.period)
        return Face(head, ((Button(ask.words("button.open"), pack(GROUP, "o", found.id)),),))


def _to(view: Grouped, **changes: object) -> Step:
    state = GroupState(assessment=view.found.id).model_copy(update=changes)
    return Step(go=Go(GROUP_SCREEN, state))


def _tap(view: Grouped, tap: Tap, ask: Ask) -> Step:  # noqa: PLR0911 - one line per button is the clearest table
    state = view.state
    match tap.verb:
        case "o" | "b":
            return _to(view)
        case "l":
            return _to(view, leaving=True)
        case "w" if tap.arg(1) in view.people and not view.blind:
            return _to(view, person=tap.arg(1))
        case "d" if tap.arg(1).isdecimal() and int(tap.arg(1)) < len(view.departments):
            return _to(view, department=view.departments[int(tap.arg(1))])
        case "i" if view.holder and tap.arg(1) in view.every:
            return _share(view, (tap.arg(1),), give=tap.arg(2) == "1")
        case "s" if view.holder and tap.arg(1).isdecimal() and (items := view.items(int(tap.arg(1)))):
            return _share(view, items, give=not all(map(view.held, items)))
        case "x" if tap.arg(1) in view.people:
            return _to(view, leaving=True, out=tap.arg(1))
        case "y" if state.out and state.reason and tap.arg(1) == state.out:
            return _leave(view, ask)
    raise Stale


def _share(view: Grouped, items: tuple[str, ...], *, give: bool) -> Step:
    """Give items to whoever is chosen, or to nobody; what stands so already is no change."""
    changing = tuple(item for item in items if view.held(item) != give)
    holder = {"person": view.state.person, "department": view.state.department} if give else {}
    changes = (ShareItems(assessment=view.found.id, items=changing, **holder),) if changing else ()
    return Step(changes, go=Go(GROUP_SCREEN, view.state))


def _text(view: Grouped, text: str) -> Step:
    if view.state.out:
        if not text:
            raise Refusal("group_reason")
        if len(text) > REASON:
            raise Refusal("text_long", count=len(text), limit=REASON)
        step = _to(view, leaving=True, out=view.state.out, reason=text)
        return Step(go=step.go, fresh=True)
    if view.state.leaving or view.blind or not text:
        raise Refusal("group_press")
    named = next((each.id for each in view.people.values() if each.name == text), None)
    if named is not None:
        return Step(go=_to(view, person=named).go, fresh=True)
    if len(text) > DEPARTMENT:
        raise Refusal("department_long", text=text[:DEPARTMENT], limit=DEPARTMENT)
    return Step(go=_to(view, department=text).go, fresh=True)


def _leave(view: Grouped, ask: Ask) -> Step:
    out, found = view.people[view.state.out], view.found
    today = from_ms(ask.now).astimezone(ask.zone).date().isoformat()
    change = LeaveGroup(assessment=found.id, person=out.id, reason=view.state.reason, today=today)
    reason = view.state.reason

    def tell(desk: Desk, ask: Ask) -> tuple[Output | Anew, ...]:
        return _told(desk, ask, found, out, reason)

    return Step(
        (change,),
        go=Go(HomeScreen.name, HomeState()),
        toast=ask.words("group.left", name=out.name),
        tell=tell,
    )


def _told(desk: Desk, ask: Ask, found: Assessment, out: Person, reason: str) -> tuple[Output | Anew, ...]:
    """Tell everybody who is concerned; a sheet that was closed by it is told of as any other."""
    after = desk.visits.assessment(found.id)
    closed = after is not None and after.state == "signed"
    told: list[Output | Anew] = []
    for member in found.members:
        person = desk.people.get(member, ask.now)
        if person is None:
            continue
        words = texts(person.language)
        text = words(
            "group.told_left",
            by=escape(ask.who.name),
            name=escape(out.name),
            studio=escape(found.studio_name),
            period=found.visit.period,
            reason=escape(reason),
        )
        said = Say(f"{text}\n{words('group.closed')}" if closed else text)
        if member == ask.who.id:
            told.append(said)
        else:
            told += [InChat(chat, said) for chat in desk.people.accounts(member)]
    if ask.who.id not in found.members:
        told.append(
            Say(ask.words("group.closed") if closed else ask.words("group.left", name=escape(out.name)))
        )
    return (*told, *(both(opened(found), signed(found.id))(desk, ask) if closed else ()))
