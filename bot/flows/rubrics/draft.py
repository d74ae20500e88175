"""One draft: how much was read, what is left to settle, and the ways on from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes import DropDraft
from bot.changes.drafting import Ready, ready
from bot.entities import Draft
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face
from bot.flows.refusals import spoken
from bot.flows.rubrics.facts import enter, first_of
from bot.flows.rubrics.incoming import take_message
from bot.flows.rubrics.lines import LABEL, bounded, counts_of, file_of, name_of, title_of, why_failed, wrongs
from bot.flows.rubrics.states import DraftState, ListState, PublishState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.marks_text import bar
from bot.ports import Desk
from bot.texts import Words
from rubrics.checks.placeholders import DRAFT_ID

WRONG = 8
"""Reasons against publication that a page lists."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, and as it would be published now."""

    state: DraftState
    draft: Draft
    now: Ready | None


class DraftScreen(Screen[DraftState, Drafted]):
    """The page of a draft."""

    name: ClassVar[str] = "draft"
    code: ClassVar[str] = "d"
    state = DraftState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: DraftState, given: AnyInput | Tap | None) -> Drafted:
        """Read for coordinators only; drafts are theirs together."""
        enter(ask)
        found = desk.drafts.get(state.draft)
        if found is None:
            raise Stale
        return Drafted(state, found, ready(desk, found) if found.state == "open" else None)

    def show(self, view: Drafted, ask: Ask) -> Face:
        """Return the page as far as the draft has come."""
        words, draft = ask.words, view.draft
        head = words("draft.head", name=name_of(draft.name, words))
        if view.now is not None:
            return Face("\n".join([head, *_open(draft, view.now, view.state, ask)]), tuple(_keys(view, ask)))
        text, key = _standing(view, words)
        back = (Button(words("rubrics.button.list"), pack("r", "o")),)
        return Face(f"{head}\n{text}", ((key,), back) if key else (back,))

    def take(self, view: Drafted, given: AnyInput | Tap, ask: Ask) -> Step:
        """Open, give up, hand out the file, or go on to publication; a corrected file takes the draft's place."""
        draft = view.draft
        # What somebody else has closed meanwhile shows what became of it, whatever is pressed.
        plain = Go(self.name, DraftState(draft=draft.id))
        if not isinstance(given, Tap):
            replaces = draft.id if draft.state == "open" else None
            return take_message(given, ask, plain, rubric=draft.rubric, replaces=replaces)
        if given.verb == "X":
            toast = ask.words("draft.dropped")
            return Step((DropDraft(draft=draft.id),), go=Go("rubrics", ListState()), toast=toast)
        if given.verb == "x" and draft.active:
            return Step(go=Go(self.name, DraftState(draft=draft.id, sure=True)))
        if given.verb == "f" and draft.state == "open":
            return Step(job=("draft_file", draft.id), toast=ask.words("draft.file.coming"), stay=True)
        if given.verb == "p" and view.now is not None:
            return _publish(draft, view.now, ask)
        return Step(go=plain, fresh=given.verb == "O")

    def aim(self, tap: Tap, state: DraftState | None) -> DraftState:
        """Return the draft that the button names."""
        if not tap.arg(0):
            raise Stale
        return DraftState(draft=tap.arg(0))

    def title(self, view: Drafted, ask: Ask) -> str:
        """Return the draft's name."""
        return short(view.draft.name, LABEL) or ask.words("rubrics.pasted")

    def closing(self, view: Drafted, ask: Ask) -> Face:
        """Return one line with the way back."""
        head = ask.words("draft.head", name=name_of(view.draft.name, ask.words))
        return Face(head, ((Button(ask.words("button.open"), pack(self.code, "o", view.draft.id)),),))


def _standing(view: Drafted, words: Words) -> tuple[str, Button | None]:
    """Return what a draft that is not open says of itself, and the one way on."""
    draft = view.draft
    if draft.active and view.state.sure:
        return words("draft.sure"), Button(words("draft.button.dropped"), pack("d", "X", draft.id))
    if draft.active:
        return words("draft.waiting"), Button(words("draft.button.drop"), pack("d", "x", draft.id))
    if draft.state == "failed":
        again = Button(words("draft.button.again"), pack("u", "o", draft.rubric))
        return words("draft.failed", why=why_failed(draft, words)), again
    if draft.state == "published":
        page = Button(words("button.open"), pack("p", "o", draft.rubric, draft.version))
        return words("draft.published", rubric=draft.rubric, version=draft.version), page
    return words("draft.gone"), None


def _publish(draft: Draft, now: Ready, ask: Ask) -> Step:
    """Go on to the last question, or say what is missing."""
    if draft.unanswered:
        text = spoken(ask.words, "draft_unanswered", {"count": len(draft.unanswered)})
        return Step(toast=text, box=True, stay=True, redraw=True)
    if missing := wrongs(now, file_of(draft), ask):
        text = spoken(ask.words, "draft_wrong", {"count": len(missing)})
        return Step(toast=text, box=True, go=Go("draft", DraftState(draft=draft.id)))
    return Step(go=Go("publish", PublishState(draft=draft.id)))


def _open(draft: Draft, now: Ready, state: DraftState, ask: Ask) -> list[str]:
    words, rubric = ask.words, now.loaded.rubric
    lines = []
    if rubric is not None:
        lines += [title_of(rubric, words), escape(short(rubric.document, LABEL)), *counts_of(rubric, words)]
    for group in ("sum", "unread"):
        count = sum(each.group == group for each in draft.questions)
        if count:
            lines.append(words("draft.sums" if group == "sum" else "draft.unread", count=count))
    lines += ["", _progress(draft, ask)]
    missing = [] if draft.unanswered else wrongs(now, file_of(draft), ask)
    if missing:
        lines.append(words("draft.wrong", count=len(missing)))
        lines += bounded(missing, WRONG, "draft.more", words)
    elif rubric is not None and not rubric.id.startswith(DRAFT_ID):
        lines.append(words("draft.next", id=escape(rubric.id), version=now.version))
    if state.sure:
        lines += ["", words("draft.sure")]
    return lines


def _progress(draft: Draft, ask: Ask) -> str:
    """Return how many questions are settled."""
    count, left = len(draft.questions), len(draft.unanswered)
    if not count:
        return ask.words("draft.corrected")
    if not left:
        return ask.words("draft.settled", count=count)
    return ask.words("draft.progress", done=count - left, count=count, bar=bar(count - left, count))


def _keys(view: Drafted, ask: Ask) -> list[tuple[Button, ...]]:
    draft, words = view.draft, ask.words
    if view.state.sure:
        sure = Button(words("draft.button.dropped"), pack("d", "X", draft.id))
        return [(sure,), (Button(words("button.back"), pack("d", "o", draft.id)),)]
    keys: list[tuple[Button, ...]] = []
    count, left = len(draft.questions), len(draft.unanswered)
    if left:
        label = words("draft.button.answer", done=count - left, count=count)
        keys.append((Button(label, pack("w", "n", draft.id)),))
    elif count:
        keys.append((Button(words("draft.button.review", count=count), pack("w", "g", draft.id, 0)),))
    read = view.now.loaded.rubric if view.now else None
    first = first_of(read) if read else ""
    cards = Button(words("rubrics.button.cards"), pack("v", "g", draft.id, first))
    publish = Button(words("draft.button.publish"), pack("d", "p", draft.id))
    file = Button(words("draft.button.file"), pack("d", "f", draft.id))
    drop = Button(words("draft.button.drop"), pack("d", "x", draft.id))
    return [*keys, (cards, publish), (file, drop), (Button(words("rubrics.button.list"), pack("r", "o")),)]
