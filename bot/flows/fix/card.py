"""One thing that is to be put right: what was found, what was done, what became of it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from bot.changes import (
    AcceptFix,
    AskFixWaiver,
    Change,
    FinishFix,
    MoveFixDue,
    NameFixOwner,
    SendBackFix,
)
from bot.changes.studio_fix import OWED, SETTLED, asks_waiver
from bot.flows.fix import told
from bot.flows.fix.face import MARKS, card_face
from bot.flows.fix.files import kept, sent_here
from bot.flows.fix.keys import card_keys
from bot.flows.fix.listing import SIDES
from bot.flows.fix.reading import Page, read_page, standing
from bot.flows.fix.states import CARD, CARD_SCREEN, FixState, Question
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.outputs import Button, Face, Say
from bot.flows.proof_files import sent
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.marks_text import title_of
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_day_ahead import day_ahead

LIMIT = 1000
"""Characters of what was done, and of a reason."""
OWNER = 30
TYPED = 3000
"""Characters of a message that are given back where it was not taken."""
DAY_WORDS = 3
"""So many words a day may have: 10 March 2026."""
ASKS: dict[str, Question] = {"d": "done", "w": "waive", "b": "back", "n": "owner", "t": "due"}


class FixScreen(Screen[FixState, Page]):
    """One card."""

    name: ClassVar[str] = CARD_SCREEN
    code: ClassVar[str] = CARD
    state = FixState

    def load(self, desk: Desk, ask: Ask, state: FixState, given: AnyInput | Tap | None) -> Page:
        """Read for the studio, for those who re-check, and for those who see the sheet."""
        return read_page(desk, ask, state, given)

    def show(self, view: Page, ask: Ask) -> Face:
        """Return the card, with the question that is open."""
        return Face(card_face(view, ask), card_keys(view, ask))

    def take(self, view: Page, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press asks or decides, a text answers, a file is proof."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, SentFile):
            return self._file(view, given, ask)
        if isinstance(given, SentPlace):
            raise Refusal("fix_place")
        if not isinstance(given, Said):
            return Step(quiet=True)
        if not view.state.step:
            raise Refusal("fix_press")
        if view.state.revision != view.fix.revision:
            return self._moved(view, given, ask)
        return self._answer(view, given.text.strip(), ask)

    # -- presses ----------------------------------------------------------------------------------

    def _tap(self, page: Page, tap: Tap, ask: Ask) -> Step:
        fix, words = page.fix, ask.words
        if tap.verb == "o":
            return Step(go=self._at(page))
        if tap.verb in ASKS:
            return self._asks(page, ASKS[tap.verb])
        if tap.verb == "a":
            toast = words("fix.agreed" if asks_waiver(fix) else "fix.passed")
            change = AcceptFix(fix=fix.id, revision=_number(tap.arg(2)))
            return Step((change,), go=self._at(page), toast=toast, tell=told.decided(fix.id))
        if tap.verb == "i":
            owner = NameFixOwner(fix=fix.id, revision=_number(tap.arg(2)), owner=ask.who.name[:OWNER])
            return Step((owner,), go=self._at(page))
        if tap.verb == "p":
            return Step(go=self._at(page), toast=words("fix.pictures_coming"), job=("compare", fix.id))
        if tap.verb == "f":
            return Step(say=sent(page.after, words), quiet=True)
        raise Stale

    def _asks(self, page: Page, question: Question) -> Step:
        """Ask what is to be written; a question that the change would refuse is refused before it is answered."""
        fix = page.fix
        by_studio = question in {"done", "waive", "owner"}
        if not by_studio and page.leads:
            raise Refusal("fix_own")
        if not (page.leads if by_studio else page.dates if question == "due" else page.decides):
            raise Refusal("not_yours")
        if fix.state in SETTLED:
            raise Refusal("fix_settled", number=str(fix.number))
        if question in {"done", "waive"} and fix.state not in OWED:
            raise Refusal("fix_waiting", number=str(fix.number))
        if question == "back" and fix.state != "done":
            raise Refusal("fix_not_done", number=str(fix.number))
        return Step(go=self._at(page, question))

    # -- texts ------------------------------------------------------------------------------------

    def _answer(self, page: Page, text: str, ask: Ask) -> Step:
        limit = OWNER if page.state.step == "owner" else LIMIT
        if len(text) > limit:
            raise Refusal("text_long", count=len(text), limit=limit)
        fix, revision = page.fix.id, page.state.revision
        match page.state.step:
            case "done":
                return self._handed(page, self._finish(page, text))
            case "waive":
                return self._handed(page, AskFixWaiver(fix=fix, revision=revision, reason=text))
            case "owner":
                return Step(
                    (NameFixOwner(fix=fix, revision=revision, owner=text),), go=self._at(page), fresh=True
                )
            case "back":
                return self._decided(
                    page, SendBackFix(fix=fix, revision=revision, reason=text), "fix.sent_back", ask
                )
            case _:
                day, reason = _day(text, page.today)
                today = page.today.isoformat()
                change = MoveFixDue(fix=fix, revision=revision, day=day, reason=reason, today=today)
                return self._decided(page, change, "fix.due_set", ask)

    def _finish(self, page: Page, text: str) -> Change:
        return FinishFix(fix=page.fix.id, revision=page.state.revision, text=text)

    def _handed(self, page: Page, change: Change, *more: Change) -> Step:
        return Step(
            (change, *more),
            go=self._at(page),
            tell=told.handed_in(page.fix.id),
            fresh=True,
        )

    def _decided(self, page: Page, change: Change, key: str, ask: Ask) -> Step:
        return Step(
            (change,),
            go=self._at(page),
            say=(Say(ask.words(key)),),
            tell=told.decided(page.fix.id),
            fresh=True,
        )

    def _moved(self, page: Page, given: Said, ask: Ask) -> Step:
        """Somebody was faster: show how it stands now, and give back what was typed."""
        why = spoken(ask.words, "fix_changed", {}, html=True)
        typed = ask.words("fix.typed", text=escape(given.text[:TYPED]))
        return Step(go=self._at(page), say=(Say(f"{why}\n{typed}", reply_to=given.message),), fresh=True)

    # -- files ------------------------------------------------------------------------------------

    def _file(self, page: Page, given: SentFile, ask: Ask) -> Step:
        """Keep a file; a caption under the question what was done answers it."""
        change = kept(page, given, ask)
        text, state = given.caption.strip(), page.state
        answers = (
            state.step == "done"
            and any(char.isalnum() for char in text)
            and len(text) <= LIMIT
            and state.revision == page.fix.revision
            and page.fix.state in OWED
        )
        if answers:
            return self._handed(page, self._finish(page, text), change)
        told_where = () if sent_here(page) else (Say(ask.words("fix.kept", number=page.fix.number)),)
        return Step((change,), say=told_where)

    # -- the rest ---------------------------------------------------------------------------------

    def _at(self, page: Page, step: Question = "") -> Go:
        revision = page.fix.revision if step else 0
        return Go(self.name, FixState(fix=page.fix.id, step=step, revision=revision, side=page.state.side))

    def aim(self, tap: Tap, state: FixState | None) -> FixState:
        """Return the one that the button names."""
        side = SIDES.get(tap.arg(1))
        if not tap.arg(0) or side is None:
            raise Stale
        return FixState(fix=tap.arg(0), side=side)

    def meant(self, state: FixState) -> Go:
        """A reply to an older card is about the same thing; what was asked there is over."""
        return Go(self.name, state.model_copy(update={"step": "", "revision": 0}))

    def title(self, view: Page, ask: Ask) -> str:
        """Return which one it is."""
        return f"{ask.words('command.fix')} {view.fix.number}"

    def closing(self, view: Page, ask: Ask) -> Face:
        """Return one line with the way back."""
        title = title_of(view.item.title, view.item.title_en, ask.words)
        sign = MARKS[standing(view.fix, view.today)]
        text = f"{sign} {ask.words('command.fix')} {view.fix.number} · {view.fix.item} {title}"
        button = Button(ask.words("button.open"), pack(self.code, "o", view.fix.id, view.state.side))
        return Face(text, ((button,),))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else -1


def _day(text: str, today: date) -> tuple[str, str]:
    """Return the day with which a text begins, and the reason behind it; refuses a text that begins with none."""
    parts = text.replace("，", " ").replace(",", " ").split()
    wrong = "unread"
    for count in range(min(DAY_WORDS, len(parts)), 0, -1):
        found = day_ahead(" ".join(parts[:count]), today)
        if isinstance(found, date):
            return found.isoformat(), " ".join(parts[count:])
        wrong = "none" if found == "none" else wrong
    raise Refusal("fix_day_none" if wrong == "none" else "fix_day_unread", text=short(text, OWNER))
