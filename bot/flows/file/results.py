"""The results of one month for all pairs of a studio: one press each, and one for all that are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes.registers.checks import retired
from bot.changes.registers.steps import StepFileEntry, ended
from bot.changes.registers.values import details
from bot.changes.registers.voided import standing_steps
from bot.entities import FileEntry, Studio
from bot.flows.file.mine import seen, writes
from bot.flows.file.states import (
    LIST_SCREEN,
    RESULTS,
    RESULTS_SCREEN,
    FileState,
    ResultsState,
)
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.month.mine import month_name, next_month, today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from bot.texts.registers import BY_ID

PAGE = 8
NAME = 12
CODES = ("qualified", "unqualified")
PAIRS = "pairs"
MONTH = 7


@dataclass(frozen=True, slots=True)
class Results:
    """A month."""

    state: ResultsState
    studio: Studio
    month: str
    now: str
    """The month that today is in."""
    pairs: tuple[tuple[FileEntry, str], ...]
    """Those whose term covers it, each with its result or nothing."""

    @property
    def pages(self) -> int:
        """How many leaves there are."""
        return max(1, -(-len(self.pairs) // PAGE))

    @property
    def first(self) -> int:
        """The place of the first that is shown, from 0."""
        return min(self.state.leaf, self.pages - 1) * PAGE

    @property
    def left(self) -> tuple[FileEntry, ...]:
        """Return those without a result."""
        return tuple(entry for entry, result in self.pairs if not result)


class ResultsScreen(Screen[ResultsState, Results]):
    """The card."""

    name: ClassVar[str] = RESULTS_SCREEN
    code: ClassVar[str] = RESULTS
    state = ResultsState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: ResultsState, given: AnyInput | Tap | None) -> Results:
        """Read for leaders of the studio; without a month, the last one that has a pair without a result."""
        studio = seen(desk, ask, state.studio)
        if not writes(ask, studio):
            raise Refusal("register_look_only")
        results: dict[tuple[str, str], str] = {
            (each.entry, each.period): each.value
            for each in standing_steps(desk.registers.steps_of(studio.id))
            if each.period
        }
        now = f"{today(ask):%Y-%m}"
        every = desk.registers.of_studio(studio.id, PAIRS)
        month = state.month or _open(every, results, now)
        here = tuple((each, results.get((each.id, month), "")) for each in every if _covers(each, month))
        return Results(state, studio, month, now, here)

    def show(self, view: Results, ask: Ask) -> Face:
        """Return the pairs with their results."""
        words = ask.words
        studio = escape(short(view.studio.name, NAME * 2))
        lines = [words("file.results", month=month_name(view.month, words), studio=studio)]
        for number, (entry, result) in enumerate(view.pairs[view.first : view.first + PAGE], view.first + 1):
            said = words(f"file.choice.result.{result}") if result else "—"
            name, master = (escape(short(each, NAME)) for each in (entry.name, details(entry)["master"]))
            lines.append(words("file.results_line", number=number, name=name, master=master, result=said))
        if not view.pairs:
            lines.append(words("file.results_none"))
        elif view.pages > 1:
            lines.append(words("import.page", page=view.first // PAGE + 1, pages=view.pages))
        if view.left:
            lines += ["", words("file.results_hint")]
        return Face("\n".join(lines), tuple(_keys(view, words)))

    def take(self, view: Results, given: AnyInput | Tap, ask: Ask) -> Step:
        """One result, all that are left, another month."""
        if not isinstance(given, Tap):
            raise Refusal("register_where" if isinstance(given, SentFile) else "register_press")
        match given.verb:
            case "o":
                return Step(go=Go(self.name, view.state))
            case "l":
                return Step(go=Go(LIST_SCREEN, FileState(studio=view.studio.id, kind=PAIRS)))
            case "g" if given.arg(2).isdecimal():
                return self._at(view, int(given.arg(2)[:3]))
            case "m" | "a":
                retired(view.studio)
                return self._entered(view, given, ask)
        raise Stale

    def _entered(self, view: Results, tap: Tap, ask: Ask) -> Step:
        if tap.verb == "a":
            if tap.arg(2) != str(len(view.left)):
                raise Stale  # somebody entered one meanwhile
            chosen, value = view.left, CODES[0]
        else:
            chosen = tuple(entry for entry, _ in view.pairs if entry.id == tap.arg(2))
            value = tap.arg(3)
        if not chosen or value not in CODES:
            raise Stale
        changes = tuple(
            StepFileEntry(
                entry=each.id,
                revision=each.revision,
                step="result",
                on=today(ask).isoformat(),
                period=view.month,
                value=value,
                today=today(ask).isoformat(),
            )
            for each in chosen
        )
        here = view.state.model_copy(update={"month": view.month})
        return Step(changes, go=Go(self.name, here), toast=ask.words("file.saved"))

    def _at(self, view: Results, leaf: int) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update={"month": view.month, "leaf": leaf})))

    def aim(self, tap: Tap, state: ResultsState | None) -> ResultsState:
        """Return the studio and the month that the button names."""
        if state is not None and (state.studio, state.month) == (tap.arg(0), tap.arg(1)):
            return state
        month = tap.arg(1)
        if len(month) != MONTH or not month.replace("-", "", 1).isdecimal():
            raise Stale
        return ResultsState(studio=tap.arg(0), month=month)

    def title(self, view: Results, ask: Ask) -> str:
        """Return what is entered here."""
        return ask.words("file.step.pairs.result")

    def closing(self, view: Results, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(RESULTS, "o", view.studio.id, view.month))
        text = f"{ask.words('file.step.pairs.result')} {month_name(view.month, ask.words)}"
        return Face(text, ((button,),))


def _covers(entry: FileEntry, month: str) -> bool:
    """Say whether a month is in the term; of one that was ended nothing more is entered."""
    return entry.on[:MONTH] <= month <= (entry.until or month)[:MONTH] and not ended(BY_ID[PAIRS], entry)


def _open(every: tuple[FileEntry, ...], results: dict[tuple[str, str], str], now: str) -> str:
    """Return the oldest of the last months in which a result is missing, else this month."""
    months = [_before(_before(now)), _before(now)]
    for month in months:
        if any(_covers(each, month) and (each.id, month) not in results for each in every):
            return month
    return now


def _before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - (number == 1):04}-{12 if number == 1 else number - 1:02}"


def _keys(view: Results, words: Words) -> list[tuple[Button, ...]]:
    studio, month = view.studio.id, view.month
    keys: list[tuple[Button, ...]] = []
    shown = view.pairs[view.first : view.first + PAGE]
    for number, (entry, result) in enumerate(shown, view.first + 1):
        labels = (f"{'✓ ' if code == result else ''}{words(f'file.choice.result.{code}')}" for code in CODES)
        names = (short(f"{number} {entry.name}", NAME), str(number))
        keys.append(
            tuple(
                Button(f"{name} {label}", pack(RESULTS, "m", studio, month, entry.id, code))
                for name, label, code in zip(names, labels, CODES, strict=True)
            )
        )
    if len(view.left) > 1:
        label = words("file.button.rest", count=len(view.left))
        keys.append((Button(label, pack(RESULTS, "a", studio, month, len(view.left))),))
    leaf = view.first // PAGE
    moves = [
        Button(words(f"button.page_{way}"), pack(RESULTS, "g", studio, month, to))
        for way, to, there in (("back", leaf - 1, leaf > 0), ("on", leaf + 1, leaf + 1 < view.pages))
        if there
    ]
    keys += [tuple(moves)] if moves else []
    months = [_before(month), *([next_month(month)] if month < view.now else [])]
    keys.append(tuple(Button(month_name(each, words), pack(RESULTS, "o", studio, each)) for each in months))
    return [*keys, (Button(words("button.back"), pack(RESULTS, "l", studio, month)),)]
