"""One signed sheet under review: confirm it, or choose items, write a reason for each, set a day, send them back.

The reviewer has no button that changes a score.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from bot.changes import ConfirmSheet, SendBackItems
from bot.changes.reviewing import carried_out
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Button, Face
from bot.flows.review import told
from bot.flows.review.face import page_face
from bot.flows.review.keys import page_keys
from bot.flows.review.reading import Page, read_page
from bot.flows.review.states import SHEET, SHEET_SCREEN, ReviewState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_day_ahead import day_ahead

REASON: Final = 500
"""Characters of a reason; the sheet prints all of them."""
TYPED: Final = 30


class ReviewScreen(Screen[ReviewState, Page]):
    """One sheet."""

    name: ClassVar[str] = SHEET_SCREEN
    code: ClassVar[str] = SHEET
    state = ReviewState

    def load(self, desk: Desk, ask: Ask, state: ReviewState, given: AnyInput | Tap | None) -> Page:
        """Read for coordinators of the studio who neither signed it nor lead the studio."""
        page = read_page(desk, ask, state)
        if isinstance(given, Tap) and given.verb == "p" and (period := carried_out(desk, page.found)):
            raise Refusal("review_carried", period=period)
        return page

    def show(self, view: Page, ask: Ask) -> Face:
        """Return the figures, or the question that is open."""
        return Face(page_face(view, ask), page_keys(view, ask))

    def take(self, view: Page, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press decides or asks, a text is a reason or a day."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if not isinstance(given, Said) or view.state.step not in {"reason", "sure"}:
            raise Refusal("review_press")
        text = given.text.strip()
        if view.state.step == "reason":
            return self._reason(view, text)
        return Step(go=self._at(view, due=_day(text, view.today)), fresh=True)

    # -- presses ----------------------------------------------------------------------------------

    def _tap(self, page: Page, tap: Tap, ask: Ask) -> Step:
        """Look, confirm, or go on with what is sent back; each step's buttons act only at that step."""
        plain = Go(self.name, ReviewState(assessment=page.found.id))
        if tap.verb == "o":
            return Step(go=plain)
        if tap.verb == "f":
            return Step(job=("sheet", page.found.id), toast=ask.words("review.sheet_coming"), stay=True)
        if tap.verb == "y":
            return Step(
                (ConfirmSheet(assessment=page.found.id, digest=tap.arg(1)),),
                go=plain,
                toast=ask.words("review.confirmed"),
                tell=told.confirmed(page.found.id),
            )
        if page.found.state != "signed":
            raise Refusal("review_open", studio=page.found.studio_name, period=page.found.visit.period)
        if tap.verb == "p":
            return Step(go=self._at(page, step="pick", picked=(), reasons=()))
        return self._back(page, tap, ask)

    def _back(self, page: Page, tap: Tap, ask: Ask) -> Step:
        """Do what a button of sending back says."""
        match page.state.step, tap.verb:
            case "pick", "t":
                return self._pick(page, tap)
            case "pick", "n":
                if not page.state.picked:
                    raise Refusal("review_none")
                return Step(go=self._at(page, step="reason"))
            case "reason", "e" if page.state.reasons:
                return self._reason(page, page.state.reasons[-1][1])
            case "sure", "s":
                return self._send(page, tap, ask)
            case _:
                raise Stale

    def _pick(self, page: Page, tap: Tap) -> Step:
        item, on = tap.arg(1), tap.arg(2) == "1"
        if item not in page.items:
            raise Stale
        chosen = {*page.state.picked, item} if on else {*page.state.picked} - {item}
        return Step(go=self._at(page, picked=tuple(each for each in page.items if each in chosen)))

    def _send(self, page: Page, tap: Tap, ask: Ask) -> Step:
        """Send the items back: the card shows then that the sheet is open."""
        if page.state.asked or not page.state.picked:
            raise Stale
        reasons = dict(page.state.reasons)
        change = SendBackItems(
            assessment=page.found.id,
            digest=tap.arg(1),
            items=tuple((item, reasons[item]) for item in page.state.picked),
            due=page.due.isoformat(),
            today=page.today.isoformat(),
        )
        return Step(
            (change,),
            go=Go(self.name, ReviewState(assessment=page.found.id)),
            toast=ask.words("review.sent"),
            tell=told.sent_back(page.found.id),
        )

    # -- texts ------------------------------------------------------------------------------------

    def _reason(self, page: Page, text: str) -> Step:
        item = page.state.asked
        if not any(char.isalnum() for char in text):
            raise Refusal("review_reason", item=item)
        if len(text) > REASON:
            raise Refusal("text_long", count=len(text), limit=REASON)
        reasons = (*page.state.reasons, (item, text))
        left = len(reasons) < len(page.state.picked)
        return Step(go=self._at(page, step="reason" if left else "sure", reasons=reasons), fresh=True)

    def _at(self, page: Page, **changed: object) -> Go:
        return Go(self.name, page.state.model_copy(update=changed))

    # -- the rest ---------------------------------------------------------------------------------

    def aim(self, tap: Tap, state: ReviewState | None) -> ReviewState:
        """Return the sheet that the button names; what was chosen and written for it stays."""
        if not tap.arg(0):
            raise Stale
        if state is not None and state.assessment == tap.arg(0):
            return state
        return ReviewState(assessment=tap.arg(0))

    def meant(self, state: ReviewState) -> Go:
        """A reply to an older card is about the same sheet; what was asked there is over."""
        return Go(self.name, ReviewState(assessment=state.assessment))

    def title(self, view: Page, ask: Ask) -> str:
        """Return which sheet it is."""
        return ask.words("review.title", studio=view.found.studio_name, period=view.found.visit.period)

    def closing(self, view: Page, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(self.code, "o", view.found.id))
        return Face(escape(self.title(view, ask)), ((button,),))


def _day(text: str, today: date) -> str:
    """Return the day that a text is, or refuse."""
    found = day_ahead(text, today)
    if not isinstance(found, date):
        raise Refusal("people_day_none" if found == "none" else "review_day", text=short(text, TYPED))
    if found < today:
        raise Refusal("review_due", on=found.isoformat())
    return found.isoformat()
