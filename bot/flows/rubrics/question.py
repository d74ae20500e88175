"""One question of a draft: what the document says and where, how it was read and why, and a button for each answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes import AnswerDraft
from bot.changes.base import Moment
from bot.changes.drafting import draft_of, loaded, open_draft
from bot.entities import Draft, DraftQuestion
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face
from bot.flows.rubrics.facts import enter
from bot.flows.rubrics.incoming import take_message
from bot.flows.rubrics.states import DraftState, QuestionState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.marks_text import worth
from bot.flows.wording import periods, place, worded
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.draft.document import Spot
from rubrics.draft.doubts import DOUBTS
from rubrics.model import Rubric

QUOTE = 500
"""Characters of a quote; the draft file has it whole."""
TITLE = 30
HINTS = frozenset({"id", "leader", "issued"})
"""Fields that an example helps to type."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft with the question in view."""

    state: QuestionState
    draft: Draft
    question: DraftQuestion
    rubric: Rubric | None


class QuestionScreen(Screen[QuestionState, Asked]):
    """One question."""

    name: ClassVar[str] = "question"
    code: ClassVar[str] = "w"
    state = QuestionState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: QuestionState, given: AnyInput | Tap | None) -> Asked:
        """Read for coordinators only; of a draft that is closed it is said what became of it."""
        enter(ask)
        moment = Moment(ask.now, ask.who, ask.mint)
        # A document that is sent here is a new one; it does not matter to it what became of this draft.
        read = draft_of if isinstance(given, SentFile) else open_draft
        draft = read(desk, state.draft, moment)
        if isinstance(given, Tap) and given.verb == "n":
            state = QuestionState(draft=draft.id, at=following(draft, -1) or 0)
        if state.at >= len(draft.questions):
            raise Stale
        return Asked(state, draft, draft.questions[state.at], loaded(draft.text).rubric)

    def show(self, view: Asked, ask: Ask) -> Face:
        """Return the question and its answers."""
        draft, asked, words = view.draft, view.question, ask.words
        head = words(
            "question.head",
            at=view.state.at + 1,
            count=len(draft.questions),
            group=words(f"question.group.{asked.group}"),
            done=len(draft.questions) - len(draft.unanswered),
        )
        blocks = [head, *_about(view, words), *_asked(view, words)]
        given = draft.answers.get(asked.id)
        if given is not None:
            blocks += [
                "",
                words("question.answered", answer=escape(short(_label(asked, given, words), QUOTE))),
            ]
        return Face("\n".join(blocks), tuple(_keys(view, ask)))

    def take(self, view: Asked, given: AnyInput | Tap, ask: Ask) -> Step:
        """Take an answer and go on to the next question that is open."""
        if isinstance(given, Said):
            if view.question.typed is None:
                raise Refusal("draft_typed")
            return self._answered(view, given.text.strip(), fresh=True)
        if not isinstance(given, Tap):
            replaces = view.draft.id if view.draft.state == "open" else None
            return take_message(given, ask, Go(self.name, view.state), replaces=replaces)
        if given.verb in {"g", "n"}:
            return Step(go=Go(self.name, view.state))
        if given.verb == "o" and given.arg(2) in view.question.options:
            return self._answered(view, given.arg(2), fresh=False)
        raise Stale

    def _answered(self, view: Asked, choice: str, *, fresh: bool) -> Step:
        change = AnswerDraft(draft=view.draft.id, question=view.question.id, choice=choice)
        answers = {**view.draft.answers, view.question.id: choice}
        after = view.draft.model_copy(update={"answers": answers})
        changes = () if view.draft.answers.get(view.question.id) == choice else (change,)
        onward = following(after, view.state.at)
        go = Go("draft", DraftState(draft=view.draft.id))
        if onward is not None:
            go = Go(self.name, QuestionState(draft=view.draft.id, at=onward))
        return Step(changes, go=go, fresh=fresh)

    def aim(self, tap: Tap, state: QuestionState | None) -> QuestionState:
        """Return the question that the button names."""
        at = tap.arg(1)
        if not tap.arg(0) or (at and not (at.isdecimal() and len(at) < 5)):  # noqa: PLR2004 - thousands
            raise Stale
        return QuestionState(draft=tap.arg(0), at=int(at or 0))

    def title(self, view: Asked, ask: Ask) -> str:
        """Return where in the list this is."""
        return f"{view.state.at + 1}/{len(view.draft.questions)}"

    def closing(self, view: Asked, ask: Ask) -> Face:
        """Return one line with the way back."""
        given = view.draft.answers.get(view.question.id)
        said = (
            f" · {escape(short(_label(view.question, given, ask.words), TITLE))}" if given is not None else ""
        )
        data = pack(self.code, "g", view.draft.id, view.state.at)
        return Face(f"{self.title(view, ask)}{said}", ((Button(ask.words("button.open"), data),),))


def following(draft: Draft, at: int) -> int | None:
    """Return the next question after a place that nobody has answered, from the beginning again after the last."""
    places = [*range(at + 1, len(draft.questions)), *range(at + 1)]
    return next((each for each in places if draft.questions[each].id not in draft.answers), None)


def _about(view: Asked, words: Words) -> list[str]:
    """Return the item, the quote and the place that a question is about."""
    asked, lines = view.question, []
    item = view.rubric.item(asked.item) if view.rubric and asked.item else None
    if item is not None:
        title = escape(short((words("language.code") == "en" and item.title_en) or item.title, TITLE))
        lines.append(words("question.item", item=item.no, title=title))
    rule = item.rule(asked.letter) if item is not None and asked.letter else None
    if rule is not None:
        lines.append(words("question.letter", letter=rule.letter, worth=worth(rule)))
    quote = asked.finding.params.get("quote")
    if quote:
        lines.append(words("question.quote", quote=escape(short(str(quote), QUOTE))))
    if asked.finding.spot is not None:
        lines.append(words("question.place", place=escape(place(Spot(**asked.finding.spot), words))))
    return [*lines, ""]


def _asked(view: Asked, words: Words) -> list[str]:
    """Return how it was read and why, or what is missing."""
    asked = view.question
    code, params = asked.finding.code, asked.finding.params
    if code == "draft_read_as":
        how = str(params["how"])
        lines = [words("question.reading", reading=words(f"cli.draft.how.{how}"))]
        doubt = DOUBTS.get(how)
        return [*lines, words("question.reason", reason=escape(doubt.reason))] if doubt else lines
    if code == "draft_unread":
        return [words("question.unread", why=words(f"cli.draft.why.{params['why']}"))]
    if code == "draft_points_missing":
        return [words("question.type.points", item=asked.item)]
    if asked.group == "field":
        return _field(asked, words)
    shown = {name: short(value, QUOTE) if isinstance(value, str) else value for name, value in params.items()}
    return [escape(worded(words, code, shown))]


def _field(asked: DraftQuestion, words: Words) -> list[str]:
    name = str(asked.finding.params["field"])
    field = words(f"cli.draft.field.{name}")
    value = asked.finding.params.get("value")
    if value is not None:
        shown = periods(words, str(value)) if name == "periods" else str(value)
        lines = [words("question.found", field=field, value=escape(short(shown, QUOTE)))]
    else:
        lines = [words("question.missing", field=field)]
    if asked.typed is not None:
        lines.append(words("question.retype" if asked.options else "question.type", field=field))
    if name in HINTS:
        lines.append(words(f"question.hint.{name}"))
    return lines


def _label(asked: DraftQuestion, choice: str, words: Words) -> str:
    """Return an answer in words."""
    return words(f"draft.option.{choice}") if choice in asked.options else choice


def _keys(view: Asked, ask: Ask) -> list[tuple[Button, ...]]:
    draft, at, words = view.draft, view.state.at, ask.words
    given = draft.answers.get(view.question.id)
    keys: list[tuple[Button, ...]] = []
    for option in view.question.options:
        mark = "● " if option == given else ""
        label = f"{mark}{_label(view.question, option, words)}"
        keys.append((Button(label, pack("w", "o", draft.id, at, option)),))
    moves = []
    if at:
        moves.append(Button(words("question.button.back"), pack("w", "g", draft.id, at - 1)))
    if at + 1 < len(draft.questions):
        label = words("question.button.skip" if given is None else "question.button.next")
        moves.append(Button(label, pack("w", "g", draft.id, at + 1)))
    back = (Button(words("question.button.draft"), pack("d", "o", draft.id)),)
    return [*keys, *([tuple(moves)] if moves else []), back]
