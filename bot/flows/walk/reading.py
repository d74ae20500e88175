"""What every screen of the walk reads: the assessment, its rubric, the marks and the sheet that follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bot import access
from bot.changes import MarkItem
from bot.entities import Assessment, Evidence, Note
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.screen import Ask, Stale
from bot.flows.taps import Tap
from bot.flows.walk.places import WalkState
from bot.ports import Desk, Marking
from bot.problems import Refusal
from rubrics.effective import effective
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item, Rubric
from rubrics.ops import Op, apply
from rubrics.periods import Period
from rubrics.scoring import Sheet, score
from rubrics.sheet import ItemResult

_period = lru_cache(maxsize=256)(Period.parse)


@dataclass(frozen=True)
class Walk:
    """An assessment as one moment shows it; what follows from its marks is worked out when it is asked for."""

    state: WalkState
    assessment: Assessment
    rubric: Rubric
    period: Period
    marking: Marking
    pieces: tuple[Evidence, ...] = ()
    """Evidence of the item in view, or of the whole assessment where a screen needs it."""
    notes: tuple[Note, ...] = ()
    album: Evidence | None = None
    """The piece that the album of the file just sent became."""
    previous: str | None = None
    """Points of the item in the sheet of the period before."""
    reasons: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)

    def marks(self, item: str) -> ItemMarks:
        """Return what was entered for an item."""
        return self.marking.marks.get(item, EMPTY)

    def revision(self, item: str) -> int:
        """Return how often an item was changed."""
        return self.marking.revisions.get(item, 0)

    @cached_property
    def sheet(self) -> Sheet:
        """Return the sheet that follows from the marks."""
        of = self.assessment
        return score(
            self.rubric, self.marking.marks, period=self.period, rulings=of.rulings, variant=of.variant
        )

    @cached_property
    def item(self) -> Item:
        """Return the item in view; an item that the rubric does not have is a dead button."""
        found = self.rubric.item(self.state.item)
        if found is None:
            raise Stale
        return found

    @cached_property
    def row(self) -> ItemResult:
        """Return the sheet's row of the item in view."""
        found = self.sheet.item(self.state.item)
        if found is None:
            raise Stale
        return found

    def after(self, item: Item, before: ItemMarks, op: Op, ask: Ask) -> ItemMarks:
        """Return the marks after an operation; refuses what the rubric refuses."""
        return apply(
            item,
            before,
            op,
            mint=ask.mint,
            period=self.period,
            rulings=self.assessment.rulings,
            step=self.rubric.step,
        )

    def marked(self, item: Item, op: Op, ask: Ask) -> tuple[MarkItem, ...]:
        """Return the change that an operation is, or none where it changes nothing."""
        before = self.marks(item.no)
        after = self.after(item, before, op, ask)
        if after == before:
            return ()
        return (MarkItem(assessment=self.assessment.id, item=item.no, before=before, after=after),)


def load_walk(desk: Desk, ask: Ask, state: WalkState, given: AnyInput | Tap | None) -> Walk:
    """Read an assessment that the person may look at; an input to a signed one is refused."""
    found = desk.visits.assessment(state.assessment)
    access.require(ask.who, "look", found)
    if found is None:
        raise Stale
    if given is not None and found.state == "signed":
        raise Refusal("signed", studio=found.studio_name, period=found.visit.period)
    if given is not None:
        access.require(ask.who, "mark", found)
    rubric = effective(desk.library.get(found.visit.rubric, found.visit.version), found.rulings)
    period = _period(found.visit.period)
    album = None
    if isinstance(given, SentFile) and given.album:
        album = desk.files.piece_of_album(given.chat, given.album)
    marking = desk.marks.of(found.id)
    return Walk(_meant(state, marking), found, rubric, period, marking, album=album)


def _meant(state: WalkState, marking: Marking) -> WalkState:
    """Forget an occurrence that quick entry, /undo or a colleague took away: what is sent now is the item's."""
    if not state.focus or marking.marks.get(state.item, EMPTY).holds(state.focus):
        return state
    return state.model_copy(update={"focus": "", "letter": ""})


def aim(tap: Tap, own: WalkState | None) -> WalkState:
    """Return the state that a button of the walk names by its first two arguments; an open question stays open."""
    assessment, item = tap.arg(0), tap.arg(1)
    if not assessment:
        raise Stale
    if own is not None and own.place == (assessment, item):
        return own
    return WalkState(assessment=assessment, item=item)
