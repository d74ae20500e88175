"""What each chat command does, from whatever screen it is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot import access
from bot.changes import Speak, Undo
from bot.changes.ballots import walkable
from bot.changes.undo import last_entry
from bot.entities import Assessment, Role
from bot.entities.frozen import Frozen
from bot.flows.appeal.states import LIST_SCREEN, AppealState
from bot.flows.applications.states import LIST_SCREEN as APPLICATIONS_SCREEN
from bot.flows.applications.states import ApplicationsState
from bot.flows.apply.states import LIST_SCREEN as APPLY_SCREEN
from bot.flows.apply.states import ApplyState
from bot.flows.export.states import CHOOSE_SCREEN, ExportState
from bot.flows.file.states import LIST_SCREEN as FILE_SCREEN
from bot.flows.file.states import FileState
from bot.flows.fix.listing import FixesScreen
from bot.flows.fix.states import FixesState
from bot.flows.fund.states import LIST_SCREEN as FUND_SCREEN
from bot.flows.fund.states import FundState
from bot.flows.history.states import SCREEN as HISTORY_SCREEN
from bot.flows.history.states import HistoryState
from bot.flows.home import HomeScreen, HomeState
from bot.flows.menu import COMMANDS, HELPED, KEYS, allowed, menu, welcome
from bot.flows.month.log import LogScreen
from bot.flows.month.log_entry import undone_entry
from bot.flows.month.log_states import LoggedState, LogState
from bot.flows.month.month import MonthScreen
from bot.flows.month.states import MonthState
from bot.flows.outcomes.states import LIST_SCREEN as OUTCOMES_SCREEN
from bot.flows.outcomes.states import SHARE_SCREEN, OutcomesState, ShareState
from bot.flows.outputs import Say
from bot.flows.panel.states import PANEL_SCREEN, PanelState
from bot.flows.people.states import PEOPLE_SCREEN, PeopleState
from bot.flows.rubrics.states import ListState
from bot.flows.screen import Ask, Go, Step
from bot.flows.studios.states import LIST_SCREEN as STUDIOS_SCREEN
from bot.flows.studios.states import StudiosState
from bot.flows.visits.states import VISITS_SCREEN, VisitsState
from bot.flows.walk.card import CardScreen
from bot.flows.walk.choice import ChooseState
from bot.flows.walk.choose import ChooseScreen
from bot.flows.walk.places import WalkState, first_open_item
from bot.flows.walk.selfcheck import SelfCheckScreen
from bot.flows.walk.sheet import sheet_text
from bot.flows.walk.undone import undone_text
from bot.flows.workplan.states import LIST_SCREEN as PLANS_SCREEN
from bot.flows.workplan.states import PlansState
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import TEXTS, words

__all__ = ["COMMANDS", "KEYS", "LINES", "handle"]

LINES: Final[dict[str, Frozen]] = {
    LogScreen.name: LogState(),
    FILE_SCREEN: FileState(),
    FUND_SCREEN: FundState(),
    PLANS_SCREEN: PlansState(),
}
"""Commands after which a line may be written, with the screen of the same name that takes it."""

Handler = Callable[[Desk, Ask, Frozen], Step]


def handle(desk: Desk, ask: Ask, name: str, state: Frozen) -> Step:
    """Do a command if it is the person's to give."""
    if not allowed(ask.who, name):
        raise Refusal("no_role")
    return _HANDLERS[name](desk, ask, state)


def _start(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, state
    return Step(say=(welcome(ask.who, ask.words), menu(ask.who, ask.words)), quiet=True)


def _help(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, state
    parts: list[str] = [role for role in HELPED if ask.who.has(*_HELPED.get(role, (role,)))]
    return Step(say=tuple(Say(ask.words(f"help.{part}")) for part in parts or ["other"]), quiet=True)


_HELPED: Final[dict[Role, tuple[Role, ...]]] = {"assessor": ("assessor", "head")}
"""Whom a part of the help is for besides those whose name it has."""


def _lang(desk: Desk, ask: Ask, state: Frozen) -> Step:
    """Go to the next language; the answer is in the new one."""
    del desk, state
    languages = tuple(TEXTS)
    new = languages[(languages.index(ask.who.language) + 1) % len(languages)]
    say = words(new)
    speaks = ask.who.model_copy(update={"language": new})
    return Step(
        (Speak(language=new),),
        say=(Say(say("lang.set")), welcome(speaks, say), menu(speaks, say)),
        quiet=True,
    )


def _cancel(desk: Desk, ask: Ask, state: Frozen) -> Step:
    """Leave a question or a choice; the walk itself goes on where it was."""
    found = desk.visits.assessment(state.assessment) if isinstance(state, WalkState) else None
    if isinstance(state, WalkState) and found is not None and found.state == "open":
        plain = WalkState(assessment=found.id, item=state.item or first_open_item(desk, found))
        return Step(go=Go(CardScreen.name, plain), say=(Say(ask.words("cancel.done")),), fresh=True)
    return Step(go=Go(HomeScreen.name, HomeState()), say=(Say(ask.words("cancel.done")),))


def _assess(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(ChooseScreen.name, ChooseState()), fresh=True)


def _log(desk: Desk, ask: Ask, state: Frozen) -> Step:
    """Show the month's entries, of the studio where the chat stands."""
    del desk, ask
    there = (
        {"studio": state.studio, "rubric": state.rubric} if isinstance(state, LogState | MonthState) else {}
    )
    return Step(go=Go(LogScreen.name, LogState.model_validate(there)), fresh=True)


def _month(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(MonthScreen.name, MonthState()), fresh=True)


def _file(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(FILE_SCREEN, FileState()), fresh=True)


def _fund(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(FUND_SCREEN, FundState()), fresh=True)


def _plan(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(PLANS_SCREEN, PlansState()), fresh=True)


def _fix(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(FixesScreen.name, FixesState()), fresh=True)


def _selfcheck(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(SelfCheckScreen.name, ChooseState()), fresh=True)


def _appeal(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(LIST_SCREEN, AppealState()), fresh=True)


def _apply(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(APPLY_SCREEN, ApplyState()), fresh=True)


def _applications(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(APPLICATIONS_SCREEN, ApplicationsState()), fresh=True)


def _studios(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(STUDIOS_SCREEN, StudiosState()), fresh=True)


def _visits(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(VISITS_SCREEN, VisitsState()), fresh=True)


def _people(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(PEOPLE_SCREEN, PeopleState()), fresh=True)


def _outcomes(desk: Desk, ask: Ask, state: Frozen) -> Step:
    """Show the results of a period; leaders and units have what was approved for their studios."""
    del desk, state
    if access.may(ask.who, "read_results"):
        return Step(go=Go(OUTCOMES_SCREEN, OutcomesState()), fresh=True)
    return Step(go=Go(SHARE_SCREEN, ShareState()), fresh=True)


def _export(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(CHOOSE_SCREEN, ExportState()), fresh=True)


def _history(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go(HISTORY_SCREEN, HistoryState()), fresh=True)


def _rubrics(desk: Desk, ask: Ask, state: Frozen) -> Step:
    del desk, ask, state
    return Step(go=Go("rubrics", ListState()), fresh=True)


def _resume(desk: Desk, ask: Ask, state: Frozen) -> Step:
    """Go back to the open card, or choose among several open visits."""
    if isinstance(state, WalkState):
        found = desk.visits.assessment(state.assessment)
        if found and found.state == "open" and access.may(ask.who, "mark", found):
            item = state.item or first_open_item(desk, found)
            return Step(go=Go(CardScreen.name, WalkState(assessment=found.id, item=item)), fresh=True)
    every = desk.visits.open_of(ask.who.id)
    mine = walkable(desk, every)
    if not mine and every:
        return Step(go=Go(PANEL_SCREEN, PanelState(assessment=every[0].id)), fresh=True)
    if not mine:
        raise _nothing_open(ask)
    if len(mine) == 1:
        only = WalkState(assessment=mine[0].id, item=first_open_item(desk, mine[0]))
        return Step(go=Go(CardScreen.name, only), fresh=True)
    screen = ChooseScreen if access.may(ask.who, "assess") else SelfCheckScreen
    return Step(go=Go(screen.name, ChooseState(only_open=True)), fresh=True)


def _nothing_open(ask: Ask) -> Refusal:
    return Refusal("nothing_open" if access.may(ask.who, "assess") else "self_none")


def _current(desk: Desk, ask: Ask, state: Frozen) -> Assessment:
    """Return the assessment that a command means: the one on the card, else the one touched last."""
    found = desk.visits.assessment(state.assessment) if isinstance(state, WalkState) else None
    found = found or desk.visits.latest_of(ask.who.id)
    if found is None:
        raise _nothing_open(ask)
    access.require(ask.who, "look", found)
    return found


def _sheet(desk: Desk, ask: Ask, state: Frozen) -> Step:
    return Step(say=(Say(sheet_text(desk, ask, _current(desk, ask, state))),), quiet=True)


def _undo(desk: Desk, ask: Ask, state: Frozen) -> Step:
    """Take back the person's newest entry in this visit and say which it was; on an entry of the log ask why."""
    if isinstance(state, LoggedState):
        return undone_entry(desk, state)
    found = _current(desk, ask, state)
    entry = last_entry(desk, found.visit.id, ask.who.id)
    if not entry:
        raise Refusal("nothing_to_undo")
    item = str(entry[0].payload["item"])
    here = isinstance(state, WalkState) and state.assessment == found.id
    go = Go(CardScreen.name, WalkState(assessment=found.id, item=item)) if here else None
    return Step(
        tuple(Undo(assessment=found.id, seq=event.seq) for event in entry),
        go=go,
        tell=lambda desk, ask: (Say(undone_text(desk, ask, found, entry)),),
        fresh=True,
        quiet=not here,
    )


_HANDLERS: Final[dict[str, Handler]] = {
    "start": _start,
    "help": _help,
    "lang": _lang,
    "cancel": _cancel,
    "assess": _assess,
    "resume": _resume,
    "sheet": _sheet,
    "undo": _undo,
    "log": _log,
    "month": _month,
    "file": _file,
    "fund": _fund,
    "plan": _plan,
    "fix": _fix,
    "selfcheck": _selfcheck,
    "appeal": _appeal,
    "apply": _apply,
    "applications": _applications,
    "studios": _studios,
    "visits": _visits,
    "people": _people,
    "outcomes": _outcomes,
    "rubrics": _rubrics,
    "history": _history,
    "export": _export,
}
