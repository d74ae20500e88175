"""One place of an application: what is asked there, the answer, its files, and the way on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar, Final

from bot.changes.applying.answers import AnswerCondition, AnswerField, ClearAnswer, RemoveRow
from bot.changes.applying.files import AttachToAnswer, ExtendAnswerAlbum
from bot.changes.base import Change
from bot.flows.apply import spot_face
from bot.flows.apply.faces import spot_label
from bot.flows.apply.form import closed
from bot.flows.apply.known import Offer, offer
from bot.flows.apply.reading import Paper, paper
from bot.flows.apply.rows import typed
from bot.flows.apply.states import FORM_SCREEN, SPOT, SPOT_SCREEN, FormState, SpotState
from bot.flows.apply.taking import changes
from bot.flows.html import short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.proof_files import file_of, sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.evidence import fetchable
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import ROWS, Spot
from rubrics.application_check import lack_of
from rubrics.form_answers import BETWEEN

Seen = tuple[SpotState, Paper, Offer | None]
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def _pressed(spot: Spot, text: str, ask: Ask) -> str:
    """Return the button whose label was typed instead, empty for any other words."""
    codes = [] if spot.gate is None or spot.gate.measures else ["yes", "no"]
    codes += ["na"] if spot.item is not None and spot.item.not_applicable else []
    said = text.strip().casefold()
    return next((code for code in codes if ask.words(f"apply.said.{code}").casefold() == said), "")


class SpotScreen(Screen[SpotState, Seen]):
    """The question of one place."""

    name: ClassVar[str] = SPOT_SCREEN
    code: ClassVar[str] = SPOT
    state = SpotState

    def load(self, desk: Desk, ask: Ask, state: SpotState, given: AnyInput | Tap | None) -> Seen:
        """Read for whoever may apply for the studio."""
        one = paper(desk, ask, state.application, given)
        return state, one, offer(desk, one, one.spot(state.at), today(ask))

    def show(self, view: Seen, ask: Ask) -> Face:
        """Return the question, what was answered, and the buttons."""
        state, one, known = view
        return spot_face.face(one, one.spot(state.at), state.at, ask.words, known, state.leaf)

    def take(self, view: Seen, given: AnyInput | Tap, ask: Ask) -> Step:
        """A text answers, a file is kept, a button answers or moves on."""
        state, one, known = view
        spot = one.spot(state.at)
        if isinstance(given, Tap) and given.verb == "b":
            return self._taken(state, one, spot, known, given, ask)
        if isinstance(given, Tap):
            return self._tap(state, one, spot, given, ask)
        if isinstance(given, SentFile):
            return self._file(one, spot, given, ask)
        if not isinstance(given, Said):
            raise Refusal("apply_press")
        return self._said(state, one, spot, given, ask)

    def _said(self, state: SpotState, one: Paper, spot: Spot, given: Said, ask: Ask) -> Step:
        """A text answers; words for a button press it, lines for a table are its rows."""
        if spot.table:
            shown = state.model_copy(update={"leaf": ROWS})
            return Step(typed(one, spot, given.text), go=Go(self.name, shown), fresh=True)
        if spot.gate is not None and (said := _pressed(spot, given.text, ask)):
            return replace(self._judged(state, one, spot, said), fresh=True)
        if spot.field is not None and spot.field.kind == "longtext":
            prose = AnswerField(application=one.application.id, key=spot.key, text=given.text, more=True)
            # What is long comes in several messages; the way on is pressed.
            return Step((prose,), go=Go(self.name, state), fresh=True)
        if spot.gate is None:
            change: Change = AnswerField(application=one.application.id, key=spot.key, text=given.text)
            return Step((change,), go=self._on(one, state.at), fresh=True)
        text = AnswerCondition(application=one.application.id, key=spot.key, said="text", text=given.text)
        # Whether the figure holds is seen below; the way on is pressed, so that a reason can follow.
        return Step((text,), go=Go(self.name, state), fresh=True)

    def _file(self, one: Paper, spot: Spot, given: SentFile, ask: Ask) -> Step:
        fetchable(given)
        application, file = one.application.id, file_of(given, ask)
        if one.album is not None:
            return Step((ExtendAnswerAlbum(application=application, piece=one.album.id, file=file),))
        change = AttachToAnswer(
            application=application,
            key=spot.key,
            kind=given.kind,
            file=file,
            caption=given.caption,
            chat=given.chat,
            album=given.album,
            received=given.at,
        )
        return Step((change,))

    # -- presses ----------------------------------------------------------------------------------

    def _tap(self, state: SpotState, one: Paper, spot: Spot, tap: Tap, ask: Ask) -> Step:
        application = one.application.id
        match tap.verb:
            case "o" | "t":
                leaf = min(int(tap.arg(2)), ROWS) if _NUMBER.fullmatch(tap.arg(2)) else 0
                return Step(go=Go(self.name, state.model_copy(update={"leaf": leaf})))
            case "n" | "p":
                return Step(go=self._on(one, state.at, 1 if tap.verb == "n" else -1))
            case "k" | "u":
                view = "check" if tap.verb == "k" else ""
                return Step(go=Go(FORM_SCREEN, FormState(application=application, view=view)))
            case "f":
                return Step(say=sent(one.files(spot), ask.words), quiet=True)
            case "g" | "c":
                answer = self._judged if tap.verb == "g" else self._chosen
                return answer(state, one, spot, tap.arg(2))
        return self._out(state, one, spot, tap, ask)

    def _out(self, state: SpotState, one: Paper, spot: Spot, tap: Tap, ask: Ask) -> Step:
        """Clear an answer, or take a row out of a table."""
        application = one.application.id
        if tap.verb == "x":
            return Step((ClearAnswer(application=application, key=spot.key),), go=Go(self.name, state))
        row, revision = tap.arg(2), tap.arg(3)
        if tap.verb != "d" or not all(_NUMBER.fullmatch(each) for each in (row, revision)):
            raise Stale
        drop = RemoveRow(application=application, key=spot.key, row=int(row), revision=int(revision))
        return Step((drop,), go=Go(self.name, state), toast=ask.words("apply.row_out"))

    def _taken(
        self, state: SpotState, one: Paper, spot: Spot, known: Offer | None, tap: Tap, ask: Ask
    ) -> Step:
        """Take over what the file knows, as it was shown."""
        if known is None or known.mark != tap.arg(2):
            raise Stale
        here = Go(self.name, state)
        go = here if spot.gate is not None or spot.table else self._on(one, state.at)
        return Step(changes(one, spot, known), go=go, toast=ask.words("apply.taken"))

    def _judged(self, state: SpotState, one: Paper, spot: Spot, said: str) -> Step:
        """Met goes on; not met stays, because a reason may be asked for."""
        if said not in {"yes", "no", "na"} or spot.gate is None:
            raise Stale
        change = AnswerCondition.model_validate(
            {"application": one.application.id, "key": spot.key, "said": said}
        )
        stays = lack_of(spot, said) is not None
        return Step((change,), go=Go(self.name, state) if stays else self._on(one, state.at))

    def _chosen(self, state: SpotState, one: Paper, spot: Spot, number: str) -> Step:
        """One of several options is set or unset and the card stays; the only one goes on."""
        field = spot.field
        place = int(number) - 1 if _NUMBER.fullmatch(number) else -1
        if field is None or not 0 <= place < len(field.options):
            raise Stale
        option, application = field.options[place], one.application.id
        if field.kind == "choice":
            answer = AnswerField(application=application, key=spot.key, text=option)
            return Step((answer,), go=self._on(one, state.at))
        chosen = set(one.answer(spot).split(BETWEEN)) ^ {option}
        text = BETWEEN.join(each for each in field.options if each in chosen)
        here = Go(self.name, state)
        if not text:
            return Step((ClearAnswer(application=application, key=spot.key),), go=here)
        return Step((AnswerField(application=application, key=spot.key, text=text),), go=here)

    def _on(self, one: Paper, at: str, step: int = 1) -> Go:
        """Return the place after this one; past the last, what is still wanted."""
        found = one.after(at, step)
        if found:
            return Go(self.name, SpotState(application=one.application.id, at=found))
        view = "check" if step > 0 else ""
        return Go(FORM_SCREEN, FormState(application=one.application.id, view=view))

    # -- the rest ---------------------------------------------------------------------------------

    def aim(self, tap: Tap, state: SpotState | None) -> SpotState:
        """Return the place that the button names."""
        if not tap.arg(0) or not tap.arg(1):
            raise Stale
        aimed = SpotState(application=tap.arg(0), at=tap.arg(1))
        return state if state is not None and state.place == aimed.place else aimed

    def title(self, view: Seen, ask: Ask) -> str:
        """Return what the place is called."""
        state, one, _ = view
        return short(spot_label(one, one.spot(state.at), ask.words), 40)

    def closing(self, view: Seen, ask: Ask) -> Face:
        """Return what was answered, so that a chat of many answers can be read again; else the application."""
        state, one, _ = view
        return self.superseded(view, ask) if one.said(one.spot(state.at)) else closed(one, ask)

    def superseded(self, view: Seen, ask: Ask) -> Face:
        """Return what the place holds now, with the way back to it."""
        state, one, _ = view
        text = spot_face.line(one, one.spot(state.at), ask.words)
        button = Button(ask.words("button.open"), pack(SPOT, "o", one.application.id, state.at))
        return Face(text, ((button,),))
