"""综合意见: strengths, problems and advice, each typed or skipped, before the summary."""

from __future__ import annotations

from typing import ClassVar, Literal

from bot.changes import Comment
from bot.flows.html import bold, escape
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.incoming import take_message
from bot.flows.walk.own import marked
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, load_walk
from bot.ports import Desk
from bot.problems import Refusal
from rubrics import entry

Field = Literal["strengths", "problems", "advice"]
FIELDS: tuple[Field, ...] = ("strengths", "problems", "advice")
LIMIT = 800
"""Characters of one part: all three fit on one card."""


class CommentsState(WalkState):
    """Which part is being written."""

    field: Field = "strengths"


class CommentsScreen(Screen[CommentsState, Walk]):
    """Three short texts."""

    name: ClassVar[str] = "comments"
    code: ClassVar[str] = "m"
    state = CommentsState

    def load(self, desk: Desk, ask: Ask, state: CommentsState, given: AnyInput | Tap | None) -> Walk:
        """Read what was written so far."""
        return load_walk(desk, ask, state, given)

    def show(self, view: Walk, ask: Ask) -> Face:
        """Return the three parts, the open one marked."""
        words, now = ask.words, _field(view)
        lines = [marked(view.assessment, words("comments.head"), words)]
        for field in FIELDS:
            written = getattr(view.assessment.comments, field)
            sign = "✎" if field == now else "·"
            lines.append(
                f"{sign} {bold(words(f'comments.{field}'))} {escape(written) or words('comments.empty')}"
            )
        lines.append("\n" + words("comments.ask", field=words(f"comments.{now}")))
        return Face("\n".join(lines), tuple(_keys(view, ask)))

    def take(self, view: Walk, given: AnyInput | Tap, ask: Ask) -> Step:
        """Write the open part and go to the next, or choose a part, or go on to the summary.

        Lines of quick entry stay quick entry; a comment may well begin with the number of an item.
        """
        if isinstance(given, Said):
            if _entered(view, given.text):
                return take_message(view, given, ask)
            return self._write(view, given.text.strip())
        if isinstance(given, SentFile | SentPlace):
            raise Refusal("which_item")
        if not isinstance(given, Tap):
            return Step(quiet=True)
        if given.verb == "c" and given.arg(2) in FIELDS:
            return Step(go=Go(self.name, _state(view, given.arg(2))))
        if given.verb == "o":
            return Step(go=Go(self.name, _state(view, FIELDS[0])))
        if given.verb == "n":
            return self._onward(view)
        raise Stale

    def _write(self, view: Walk, text: str) -> Step:
        if len(text) > LIMIT:
            raise Refusal("comment_long", count=len(text), limit=LIMIT)
        change = Comment(assessment=view.assessment.id, field=_field(view), text=text)
        step = self._onward(view)
        return Step((change,), go=step.go, fresh=True)

    def _onward(self, view: Walk) -> Step:
        at = FIELDS.index(_field(view)) + 1
        if at < len(FIELDS):
            return Step(go=Go(self.name, _state(view, FIELDS[at])))
        return Step(go=Go("sign", WalkState(assessment=view.assessment.id, item=view.state.item)))

    def aim(self, tap: Tap, state: CommentsState | None) -> CommentsState:
        """Return the assessment that the button names; the part being written stays."""
        if state is not None and state.assessment == tap.arg(0):
            return state
        if not tap.arg(0):
            raise Stale
        return CommentsState(assessment=tap.arg(0), item=tap.arg(1))

    def title(self, view: Walk, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("comments.head")

    def closing(self, view: Walk, ask: Ask) -> Face:
        """Return one line with a way back in."""
        found, head = view.assessment, ask.words("comments.head")
        text = f"{head} · {escape(found.visit.period)} · {escape(found.studio_name)}"
        return Face(
            text, ((Button(ask.words("button.open"), pack(self.code, "o", found.id, view.state.item)),),)
        )


def _entered(view: Walk, text: str) -> bool:
    """Say whether every line is an entry that can be taken."""
    if not entry.is_entry(text, view.rubric):
        return False
    return not entry.parse(text, view.rubric, period=view.period, rulings=view.assessment.rulings).problems


def _field(view: Walk) -> Field:
    return view.state.field if isinstance(view.state, CommentsState) else FIELDS[0]


def _state(view: Walk, field: str) -> CommentsState:
    return CommentsState.model_validate(
        {"assessment": view.assessment.id, "item": view.state.item, "field": field}
    )


def _keys(view: Walk, ask: Ask) -> list[tuple[Button, ...]]:
    words, identity, item = ask.words, view.assessment.id, view.state.item
    parts = tuple(
        Button(words(f"comments.{field}"), pack("m", "c", identity, item, field)) for field in FIELDS
    )
    last = _field(view) == FIELDS[-1]
    onward = Button(words("button.to_sign" if last else "button.skip_part"), pack("m", "n", identity, item))
    straight = () if last else ((Button(words("button.to_sign"), pack("s", "o", identity, item)),),)
    return [parts, (onward,), *straight, (Button(words("button.back"), pack("f", "o", identity, item)),)]
