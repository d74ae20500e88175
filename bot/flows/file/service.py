"""Machines that were serviced on one day: chosen by presses, then one message says the day and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.changes.registers.checks import retired
from bot.changes.registers.step_checks import may_happen
from bot.changes.registers.steps import StepFileEntry
from bot.changes.registers.voided import standing_steps
from bot.entities import FileEntry, FileStep, Studio
from bot.flows.file.days import day_and_words
from bot.flows.file.mine import seen, writes
from bot.flows.file.missing import stands
from bot.flows.file.states import LIST_SCREEN, SERVICE, SERVICE_SCREEN, FileState, ServiceState
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face, Say
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from bot.texts.registers import BY_ID

PAGE = 8
ACROSS = 2
NAME = 16
EQUIPMENT = "equipment"
SERVICED = "serviced"


@dataclass(frozen=True, slots=True)
class Machines:
    """The machines that stand, and those that were chosen."""

    state: ServiceState
    studio: Studio
    every: tuple[FileEntry, ...]
    unfit: tuple[str, ...] = ()
    """Names of those chosen for which what was said cannot be entered."""

    @property
    def chosen(self) -> tuple[FileEntry, ...]:
        """Return what was chosen and still stands."""
        return tuple(each for each in self.every if each.id in self.state.chosen)

    @property
    def pages(self) -> int:
        """How many leaves there are."""
        return max(1, -(-len(self.every) // PAGE))

    @property
    def first(self) -> int:
        """The place of the first that is shown, from 0."""
        return min(self.state.leaf, self.pages - 1) * PAGE


class ServiceScreen(Screen[ServiceState, Machines]):
    """The card."""

    name: ClassVar[str] = SERVICE_SCREEN
    code: ClassVar[str] = SERVICE
    recalls: ClassVar[bool] = True
    state = ServiceState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: ServiceState, given: AnyInput | Tap | None) -> Machines:
        """Read for leaders of the studio."""
        studio = seen(desk, ask, state.studio)
        if not writes(ask, studio):
            raise Refusal("register_look_only")
        day = today(ask)
        every = desk.registers.of_studio(studio.id, EQUIPMENT)
        found = Machines(state, studio, tuple(each for each in every if stands(BY_ID[EQUIPMENT], each, day)))
        if not isinstance(given, Said) or not found.chosen:
            return found
        on, text = _said(given.text, day)
        steps = standing_steps(desk.registers.steps_of(studio.id))
        unfit = tuple(each.name for each in found.chosen if not _fits(each, on, text, steps, day))
        return Machines(state, studio, found.every, unfit)

    def show(self, view: Machines, ask: Ask) -> Face:
        """Return what can be chosen, and what is to be sent then."""
        words = ask.words
        lines = [words("file.service", studio=escape(short(view.studio.name, NAME * 2)))]
        lines.append(words("file.service_chosen", count=len(view.chosen)))
        if view.pages > 1:
            lines.append(words("import.page", page=view.first // PAGE + 1, pages=view.pages))
        lines += ["", words("file.service_ask", today=today(ask).isoformat())]
        return Face("\n".join(lines), tuple(_keys(view, words)))

    def take(self, view: Machines, given: AnyInput | Tap, ask: Ask) -> Step:
        """Choose, or enter what was done for all that are chosen."""
        if isinstance(given, Tap):
            return self._tap(view, given)
        if not isinstance(given, Said):
            raise Refusal("register_where" if isinstance(given, SentFile) else "register_press")
        retired(view.studio)
        if not view.chosen:
            raise Refusal("register_none_chosen")
        on, text = _said(given.text, today(ask))
        if view.unfit:
            raise Refusal("register_service_some", on=on, names=view.unfit)
        changes = tuple(
            StepFileEntry(
                entry=each.id,
                revision=each.revision,
                step=SERVICED,
                on=on,
                text=text,
                today=today(ask).isoformat(),
            )
            for each in view.chosen
        )
        done = Say(ask.words("file.service_done", count=len(changes)))
        there = Go(LIST_SCREEN, FileState(studio=view.studio.id, kind=EQUIPMENT))
        return Step(changes, go=there, say=(done,), fresh=True)

    def _tap(self, view: Machines, tap: Tap) -> Step:
        state, arg = view.state, tap.arg(1)
        known = tuple(each.id for each in view.every)
        match tap.verb:
            case "o":
                return Step(go=Go(self.name, state))
            case "l":
                return Step(go=Go(LIST_SCREEN, FileState(studio=view.studio.id, kind=EQUIPMENT)))
            case "g" if arg.isdecimal():
                return Step(go=Go(self.name, state.model_copy(update={"leaf": int(arg[:3])})))
            case "a":
                chosen = () if len(view.chosen) == len(known) else known
                return Step(go=Go(self.name, state.model_copy(update={"chosen": chosen})))
            case "c" if arg in known:
                turned = set(state.chosen) ^ {arg}
                chosen = tuple(each for each in known if each in turned)
                return Step(go=Go(self.name, state.model_copy(update={"chosen": chosen})))
        raise Stale

    def aim(self, tap: Tap, state: ServiceState | None) -> ServiceState:
        """Return what was chosen on this card."""
        if state is not None and state.studio == tap.arg(0):
            return state
        return ServiceState(studio=tap.arg(0))

    def title(self, view: Machines, ask: Ask) -> str:
        """Return what is entered here."""
        return ask.words("file.step.equipment.serviced")

    def closing(self, view: Machines, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(SERVICE, "o", view.studio.id))
        return Face(ask.words("file.step.equipment.serviced"), ((button,),))


def _said(text: str, day: date) -> tuple[str, str]:
    return day_and_words(text, f"{EQUIPMENT}.{SERVICED}", day)


def _fits(entry: FileEntry, on: str, text: str, steps: tuple[FileStep, ...], day: date) -> bool:
    """Say whether it can be entered; words and days that are wrong for all of them are refused as always."""
    step = FileStep(entry=entry.id, place=0, name=SERVICED, on=on, text=text, by="", at=0)
    known = tuple(each for each in steps if each.entry == entry.id)
    try:
        may_happen(entry, step, known, day)
    except Refusal as refusal:
        if refusal.code not in {"register_step_before", "register_step_twice"}:
            raise
        return False
    return True


def _keys(view: Machines, words: Words) -> list[tuple[Button, ...]]:
    studio = view.studio.id
    buttons = [
        Button(
            ("☑ " if each.id in view.state.chosen else "□ ") + short(each.name, NAME),
            pack(SERVICE, "c", studio, each.id),
        )
        for each in view.every[view.first : view.first + PAGE]
    ]
    keys = [tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS)]
    leaf = view.first // PAGE
    moves = [
        Button(words(f"button.page_{way}"), pack(SERVICE, "g", studio, to))
        for way, to, there in (("back", leaf - 1, leaf > 0), ("on", leaf + 1, leaf + 1 < view.pages))
        if there
    ]
    keys += [tuple(moves)] if moves else []
    label = "no_one" if len(view.chosen) == len(view.every) else "all"
    every = Button(words(f"file.button.{label}"), pack(SERVICE, "a", studio))
    return [*keys, (every, Button(words("button.back"), pack(SERVICE, "l", studio)))]
