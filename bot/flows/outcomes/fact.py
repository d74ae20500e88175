"""Entering a fact of a period: which one, its proof (photos, files or words), then one press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes import AttachToFact, EnterFact, ExtendFactAlbum
from bot.entities import Proof
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.month.mine import REASON_LIMIT
from bot.flows.outcomes.reading import One, read_one
from bot.flows.outcomes.saying import Saying
from bot.flows.outcomes.states import FACT, FACT_SCREEN, ONE, ONE_SCREEN, FactState, OneState
from bot.flows.outputs import Button, Face
from bot.flows.proof_files import counted, file_of
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.evidence import fetchable
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.outcome_rules import Fact
from rubrics.outcomes import rules_of

NOTE = 400
LABEL = 40


@dataclass(frozen=True, slots=True)
class Entering:
    """The facts that may be entered, and what was sent for the one that was chosen."""

    state: FactState
    one: One
    facts: tuple[tuple[int, Fact], ...]
    """Those of this kind of period that are not entered yet, with their places in the rubric."""
    pieces: tuple[Proof, ...]
    album: Proof | None
    entered: bool


class FactScreen(Screen[FactState, Entering]):
    """One card."""

    name: ClassVar[str] = FACT_SCREEN
    code: ClassVar[str] = FACT
    recalls: ClassVar[bool] = True
    state = FactState

    def load(self, desk: Desk, ask: Ask, state: FactState, given: AnyInput | Tap | None) -> Entering:
        """Read for coordinators of the studio only."""
        one = read_one(desk, ask, OneState(rubric=state.rubric, period=state.period, studio=state.studio))
        if not one.manages:
            raise Refusal("not_yours")
        there = {each.fact for each in one.found.facts}
        facts = tuple(
            (place, each)
            for place, each in enumerate(rules_of(one.found.rubric).facts)
            if each.period == one.found.period.kind and each.id not in there
        )
        album = None
        if isinstance(given, SentFile) and given.album:
            album = desk.proofs.piece_of_album(given.chat, given.album)
        return Entering(
            state,
            one,
            facts,
            desk.proofs.of(state.entry) if state.entry else (),
            album if album is not None and album.of == state.entry else None,
            bool(state.entry) and desk.outcomes.fact(state.entry) is not None,
        )

    def show(self, view: Entering, ask: Ask) -> Face:
        """Ask which fact, then for its proof."""
        state, saying, words = view.state, Saying(view.one.found.rubric, ask.words), ask.words
        place = {"studio": escape(view.one.found.studio.name), "period": state.period}
        if not state.fact:
            rows = tuple(
                (Button(short(saying.plain_fact(fact.id), LABEL), self._data(view, "c", number)),)
                for number, fact in view.facts
            )
            text = words("outcomes.which_fact", **place)
            return Face(text if rows else words("outcomes.no_facts"), (*rows, (self._back(view, ask),)))
        lines = [words("outcomes.fact_ask", title=saying.fact(state.fact), **place)]
        if state.note:
            lines.append(words("outcomes.fact_written", note=escape(short(state.note, NOTE))))
        if view.pieces:
            lines.append(words("outcomes.fact_sent", files=counted(view.pieces)))
        enter = Button(words("outcomes.button.enter"), pack(FACT, "e", state.entry))
        ready = bool(state.note or view.pieces) and not view.entered
        return Face(
            "\n".join(lines), ((enter,), (self._back(view, ask),)) if ready else ((self._back(view, ask),),)
        )

    def take(self, view: Entering, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep what is sent as proof; the last press enters the fact."""
        state = view.state
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if not state.fact or view.entered:
            raise Refusal("outcome_press")
        if isinstance(given, SentFile):
            return _file(view, given, ask)
        if isinstance(given, SentPlace) or not isinstance(given, Said):
            raise Refusal("outcome_press")
        note = f"{state.note}\n{given.text.strip()}" if state.note else given.text.strip()
        if len(note) > REASON_LIMIT:
            raise Refusal("text_long", count=len(note), limit=REASON_LIMIT)
        return Step(go=Go(FACT_SCREEN, state.model_copy(update={"note": note})), fresh=True)

    def _tap(self, view: Entering, tap: Tap, ask: Ask) -> Step:
        state = view.state
        there = OneState(rubric=state.rubric, period=state.period, studio=state.studio)
        if tap.verb == "c":
            chosen = next((fact for place, fact in view.facts if str(place) == tap.arg(3)), None)
            if chosen is None:
                raise Stale
            begun = state.model_copy(update={"fact": chosen.id, "entry": ask.mint(), "note": ""})
            return Step(go=Go(FACT_SCREEN, begun))
        if view.entered or tap.verb == "b":
            return Step(go=Go(ONE_SCREEN, there))
        if tap.verb == "z":
            return Step(go=Go(FACT_SCREEN, state))
        if tap.verb != "e" or not state.fact:
            raise Stale
        change = EnterFact(
            entry=state.entry,
            studio=state.studio,
            rubric=view.one.found.rubric.id,
            period=state.period,
            fact=state.fact,
            note=state.note,
        )
        return Step((change,), go=Go(ONE_SCREEN, there), toast=ask.words("outcomes.entered"))

    def aim(self, tap: Tap, state: FactState | None) -> FactState:
        """Return the studio and period that the button names, or what was written on its card."""
        if tap.verb in {"c", "b"} and tap.arg(2):
            return FactState(rubric=tap.arg(0), period=tap.arg(1), studio=tap.arg(2))
        if state is None or not state.entry or state.entry != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Entering, ask: Ask) -> str:
        """Return whose fact it is."""
        del ask
        return f"{view.one.found.studio.name} {view.state.period}"

    def closing(self, view: Entering, ask: Ask) -> Face | None:
        """Return one line with the way back to what was written."""
        state = view.state
        if not state.entry or view.entered:
            return None
        title = Saying(view.one.found.rubric, ask.words).fact(state.fact)
        button = Button(ask.words("button.open"), pack(FACT, "z", state.entry))
        return Face(ask.words("outcomes.fact_closed", title=title), ((button,),))

    def superseded(self, view: Entering, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        del view, ask
        return None

    def _data(self, view: Entering, verb: str, *args: object) -> str:
        state = view.state
        return pack(FACT, verb, state.rubric, state.period, state.studio, *args)

    def _back(self, view: Entering, ask: Ask) -> Button:
        state = view.state
        return Button(ask.words("button.back"), pack(ONE, "o", state.rubric, state.period, state.studio))


def _file(view: Entering, given: SentFile, ask: Ask) -> Step:
    fetchable(given)
    state, file = view.state, file_of(given, ask)
    if view.album is not None:
        return Step((ExtendFactAlbum(piece=view.album.id, entry=state.entry, file=file),))
    change = AttachToFact(
        entry=state.entry,
        studio=state.studio,
        kind=given.kind,
        file=file,
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )
    return Step((change,))
