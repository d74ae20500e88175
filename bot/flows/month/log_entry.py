"""One entry of the log: what was understood, files for it, putting it right, taking it out, one more like it."""

from __future__ import annotations

from typing import ClassVar

from bot.changes import DeleteActivity, TakeOutOfActivity
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.log import take_message
from bot.flows.month.log_draft import is_line
from bot.flows.month.log_face import entry_face, entry_title
from bot.flows.month.log_files import file_of_entry
from bot.flows.month.log_keys import DELETE_REASONS, entry_keys
from bot.flows.month.log_read import EntryPage, LogPage, draft_of, read_entry
from bot.flows.month.log_saving import ENTRY_SCREEN, LOG_SCREEN
from bot.flows.month.log_states import ENTRY, LoggedState, LogState
from bot.flows.month.log_taps import copied
from bot.flows.month.mine import reason_of
from bot.flows.outputs import Button, Face, Say
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_log import is_counted


class EntryScreen(Screen[LoggedState, EntryPage]):
    """One entry."""

    name: ClassVar[str] = ENTRY_SCREEN
    code: ClassVar[str] = ENTRY
    state = LoggedState

    def load(self, desk: Desk, ask: Ask, state: LoggedState, given: AnyInput | Tap | None) -> EntryPage:
        """Read for leaders of its studio only."""
        return read_entry(desk, ask, state, given)

    def show(self, view: EntryPage, ask: Ask) -> Face:
        """Return the entry with what can be done."""
        return Face(entry_face(view, ask), entry_keys(view, ask.words))

    def take(self, view: EntryPage, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press acts on the entry it names; a file belongs to it; a line is one more activity."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, Said) and view.state.step == "delete":
            return self._delete(view, reason_of(given.text), ask)
        if view.log is None:
            raise Stale
        if isinstance(given, SentFile) and view.entry.deleted is None:
            return file_of_entry(view.log, view.entry, given, ask)
        if isinstance(given, Said) and not self._one_more(view.log, given.text):
            raise Refusal("log_entry_text")
        return take_message(view.log, given, ask)

    def _one_more(self, log: LogPage, text: str) -> bool:
        """Say whether a text is one more activity; one of a kind that is not known is told which there are."""
        return is_line(log, text) or is_counted(text, log.page.today)

    def _tap(self, view: EntryPage, tap: Tap, ask: Ask) -> Step:  # noqa: PLR0911 - one case per button
        entry = view.entry
        here = LoggedState(entry=entry.id)
        match tap.verb:
            case "o":
                return Step(go=Go(self.name, here))
            case "p":
                listed = LogState(studio=entry.studio, rubric=entry.rubric)
                return copied(listed, draft_of(entry, view.page.rubric), ask)
            case _ if entry.deleted is not None or view.page.closed:
                return Step(go=Go(self.name, here), toast=self._why(view, ask), box=True)
            case "m":
                return Step(go=Go(LOG_SCREEN, self._edited(view)))
            case "x":
                asked = here.model_copy(update={"step": "delete", "revision": entry.revision})
                return Step(go=Go(self.name, asked))
            case "v" if entry.pieces:
                if len(entry.pieces) == 1:
                    return self._taken_out(view, entry.pieces[0].id, ask)
                return Step(go=Go(self.name, here.model_copy(update={"step": "move"})))
            case "w" if any(each.id == tap.arg(1) for each in entry.pieces):
                return self._taken_out(view, tap.arg(1), ask)
            case "r" if tap.arg(2) in DELETE_REASONS and tap.arg(1).isdecimal():
                seen = view.state.model_copy(update={"revision": int(tap.arg(1))})
                reason = ask.words(f"log.button.reason.{tap.arg(2)}")
                return self._delete(EntryPage(seen, view.page, entry, view.by), reason, ask)
        raise Stale

    def _taken_out(self, view: EntryPage, piece: str, ask: Ask) -> Step:
        """Take a piece out and ask at once where it belongs; until then it is kept."""
        entry, kept = view.entry, ask.mint()
        change = TakeOutOfActivity(piece=piece, entry=entry.id, kept=kept, chat=ask.chat)
        where = LogState(
            studio=entry.studio, rubric=entry.rubric, month=entry.month, step="where", pieces=(kept,)
        )
        return Step((change,), go=Go(LOG_SCREEN, where))

    def _why(self, view: EntryPage, ask: Ask) -> str:
        if view.entry.deleted is not None:
            return ask.words("problem.log_gone")
        day = view.page.row.day if view.page.row else ""
        return ask.words("problem.month_closed", month=view.entry.month, on=day)

    def _edited(self, view: EntryPage) -> LogState:
        entry = view.entry
        return LogState(
            studio=entry.studio,
            rubric=entry.rubric,
            month=entry.month,
            step="check",
            entry=entry.id,
            revision=entry.revision,
            facts=draft_of(entry, view.page.rubric),
            checked=True,
        )

    def _delete(self, view: EntryPage, reason: str, ask: Ask) -> Step:
        """Take it out as it was seen; if a colleague has changed it since, show it first."""
        there = Go(self.name, LoggedState(entry=view.entry.id))
        if view.entry.revision != view.state.revision:
            said = Say(ask.words("log.not_deleted", reason=escape(reason)))
            return Step(go=there, say=(said,), toast=ask.words("problem.log_changed"), fresh=True)
        change = DeleteActivity(entry=view.entry.id, revision=view.entry.revision, reason=reason)
        return Step((change,), go=there, toast=ask.words("log.deleted_now"))

    def aim(self, tap: Tap, state: LoggedState | None) -> LoggedState:
        """Return the entry that the button names."""
        return LoggedState(entry=tap.arg(0))

    def meant(self, state: LoggedState) -> Go:
        """A reply to an older card is about its entry."""
        return Go(self.name, LoggedState(entry=state.entry))

    def title(self, view: EntryPage, ask: Ask) -> str:
        """Return the day, kind and topic."""
        return entry_title(view.page, view.entry, ask)

    def closing(self, view: EntryPage, ask: Ask) -> Face:
        """Return the entry as a line with the way back."""
        key = "log.closed_saved" if view.entry.deleted is None else "log.closed_gone"
        text = ask.words(key, title=entry_title(view.page, view.entry, ask))
        return Face(text, ((Button(ask.words("button.open"), pack(self.code, "o", view.entry.id)),),))


def undone_entry(desk: Desk, state: LoggedState) -> Step:
    """Ask why an entry is to be taken out that was logged just now; one that was put right since has more to lose."""
    entry = desk.logs.get(state.entry)
    if entry is None or entry.deleted is not None or entry.revision > 1:
        raise Refusal("log_no_undo")
    asked = LoggedState(entry=entry.id, step="delete", revision=entry.revision)
    return Step(go=Go(ENTRY_SCREEN, asked), fresh=True)
