"""The signed sheets that nobody has confirmed, and those that were sent back: within the scope of a coordinator."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import day_of
from bot.flows.outputs import Button, Face
from bot.flows.review.reading import LEAF, Reviews, read_reviews
from bot.flows.review.states import LIST, LIST_SCREEN, SHEET, ReviewsState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits.states import VISITS
from bot.ports import Desk
from bot.problems import Refusal

LABEL: Final = 30
BACK: Final = 10
"""Sheets that were sent back and are named; more are counted."""


class ReviewsScreen(Screen[ReviewsState, Reviews]):
    """The list."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = ReviewsState

    def load(self, desk: Desk, ask: Ask, state: ReviewsState, given: AnyInput | Tap | None) -> Reviews:
        """Read for coordinators, each within their scope."""
        return read_reviews(desk, ask, state)

    def show(self, view: Reviews, ask: Ask) -> Face:
        """Return what waits, then what is open again."""
        words = ask.words
        lines = [words("reviews.head", count=len(view.waiting))]
        keys: list[tuple[Button, ...]] = []
        first = min(view.state.leaf, view.leaves - 1) * LEAF
        for number, each in enumerate(view.leaf, first + 1):
            lines.append(
                words(
                    "reviews.line_again" if each.again else "reviews.line",
                    number=number,
                    studio=escape(each.studio.name),
                    rubric=each.rubric,
                    period=each.sheet.period,
                    total=each.sheet.figures["total"],
                    day=day_of(each.sheet.at, ask).isoformat(),
                )
            )
            label = short(f"{number} {each.studio.name} {each.sheet.period}", LABEL)
            keys.append((Button(label, pack(SHEET, "o", each.sheet.assessment)),))
        if not view.waiting:
            lines.append(words("reviews.none"))
        lines += self._back(view, ask)
        if moves := self._moves(view):
            keys.append(moves)
        keys.append((Button(words("visit.button.list"), pack(VISITS, "l")),))
        return Face("\n".join(lines), tuple(keys))

    def _back(self, view: Reviews, ask: Ask) -> list[str]:
        words = ask.words
        if not view.back:
            return []
        late = sum(each.late for each in view.back)
        lines = ["", words("reviews.back", count=len(view.back), late=late)]
        lines += [
            words(
                "reviews.back_late" if each.late else "reviews.back_line",
                studio=escape(each.found.studio_name),
                rubric=each.rubric,
                period=each.found.visit.period,
                items=each.found.reopened,
                due=each.due,
            )
            for each in view.back[:BACK]
        ]
        if len(view.back) > BACK:
            lines.append(words("reviews.more", count=len(view.back) - BACK))
        return lines

    def _moves(self, view: Reviews) -> tuple[Button, ...]:
        at = min(view.state.leaf, view.leaves - 1)
        made = []
        if at:
            made.append(Button(f"‹ {at}/{view.leaves}", pack(self.code, "v", at - 1)))
        if at + 1 < view.leaves:
            made.append(Button(f"{at + 2}/{view.leaves} ›", pack(self.code, "v", at + 1)))
        return tuple(made)

    def take(self, view: Reviews, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf."""
        if not isinstance(given, Tap):
            raise Refusal("review_press")
        if given.verb != "v":
            raise Stale
        return Step(go=Go(self.name, view.state))

    def aim(self, tap: Tap, state: ReviewsState | None) -> ReviewsState:
        """Return the leaf that the button names."""
        leaf = tap.arg(0)
        return ReviewsState(leaf=int(leaf) if leaf.isascii() and leaf.isdecimal() and len(leaf) < LEAF else 0)

    def title(self, view: Reviews, ask: Ask) -> str:
        """Return what is listed."""
        return ask.words("reviews.title")

    def closing(self, view: Reviews, ask: Ask) -> Face:
        """Return one line with the way back."""
        return Face(
            ask.words("reviews.title"), ((Button(ask.words("button.open"), pack(self.code, "v", 0)),),)
        )
