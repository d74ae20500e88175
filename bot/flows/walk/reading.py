"""What every screen of the walk reads: the assessment, its rubric, the marks and the sheet that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from bot import access
from bot.changes import MarkItem
from bot.changes.ballots import ballot_of, panel_of, sheet_of
from bot.changes.base import closed
from bot.changes.group import several
from bot.changes.reopened import changeable
from bot.changes.sign import asked_gates
from bot.changes.visit_forms import form_of
from bot.entities import Assessment, Evidence, Note, Returned
from bot.entities.visit import SignedSheet
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.screen import Ask, Stale
from bot.flows.taps import Tap
from bot.flows.walk.places import WalkState, walked
from bot.flows.walk.proposed import NOTHING, Proposed, Sight, look
from bot.ports import Desk, Marking
from bot.ports.visits import Owed, Ready
from rubrics.beside import GateResult
from rubrics.effective import effective
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item, Rubric, Section
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
    own_sheet: SignedSheet | None = None
    """What the studio handed in as its self-assessment, beside an official one."""
    reasons: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = ()
    """What earlier sheets say of the item that is still to be put right."""
    ready: tuple[Ready, ...] = ()
    """Materials that the studio handed in before: for the item in view, or for all where a screen needs it."""
    ready_items: frozenset[str] = frozenset()
    """Items for which something was handed in."""
    returned: tuple[Returned, ...] = ()
    """Why items were sent back after the sheet was signed."""
    names: dict[str, str] = field(default_factory=dict)
    together: bool = False
    """Several assess together; only read where it is drawn."""
    shares: Mapping[str, str] = field(default_factory=dict)
    """Who looks after the item in view."""
    mine: frozenset[str] = frozenset()
    """The items that the reader looks after."""
    settled: Sheet | None = None
    """Where each scored alone: what all ballots came to."""
    log: Mapping[str, Proposed] = field(default_factory=lambda: NOTHING)
    """What the studio's log says, by item: of the one in view, or of all where a screen needs it."""

    @property
    def proposed(self) -> Proposed | None:
        """What the studio's log says about the item in view."""
        return self.log.get(self.state.item)

    def marks(self, item: str) -> ItemMarks:
        """Return what was entered for an item."""
        return self.marking.marks.get(item, EMPTY)

    def revision(self, item: str) -> int:
        """Return how often an item was changed."""
        return self.marking.revisions.get(item, 0)

    @cached_property
    def form(self) -> str | None:
        """The form of the sheet that this kind of visit has, where the rubric tells several apart."""
        return form_of(self.rubric, self.assessment)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of this visit with the items of this type of studio."""
        return walked(self.rubric, self.form, self.assessment.variant)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The numbers of all items as they are walked."""
        return tuple(item.no for section in self.sections for item in section.items)

    @cached_property
    def sheet(self) -> Sheet:
        """Return the sheet that follows from the marks."""
        if self.settled is not None:
            return self.settled
        of = self.assessment
        return score(
            self.rubric,
            self.marking.marks,
            period=self.period,
            rulings=of.rulings,
            variant=of.variant,
            form=self.form,
        )

    @cached_property
    def item(self) -> Item:
        """Return the item in view; an item that the rubric does not have is a dead button."""
        found = self.rubric.item(self.state.item)
        if found is None or found.no not in self.order:
            raise Stale
        return found

    @cached_property
    def gate(self) -> GateResult:
        """Return what became of the condition in view."""
        return self.gates[self.item.no]

    @cached_property
    def gates(self) -> Mapping[str, GateResult]:
        """The conditions of this visit by number."""
        return {each.no: each for each in asked_gates(self.sheet)}

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The numbers of rows and conditions: what stands beside the total is leafed through by itself."""
        return tuple(each for each in self.order if self._main(each))

    def state_of(self, item: str) -> str:
        """Return how an item stands: one of the states that have a sign."""
        row = self.sheet.item(item)
        return row.state if row is not None else self.gates[item].state

    def following(self, item: str) -> str | None:
        """Return the item to show after one is in order: the next that counts in this period, None after the last.

        What stands beside the total is leafed through by itself.
        """
        role = self._main(item)
        later = self.order[self.order.index(item) + 1 :] if item in self.order else ()
        return next((each for each in later if self._main(each) == role and self._counts(each)), None)

    def _main(self, item: str) -> bool:
        found = self.rubric.item(item)
        return found is not None and found.role in {"row", "gate"}

    def _counts(self, item: str) -> bool:
        row = self.sheet.item(item)
        return (row is None or row.counted) and changeable(self.assessment, item)

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
    if several(found) and (mine := ballot_of(desk, found, ask.who.id)) is not None:
        # Whatever leads to the sheet of a group leads to one's own ballot where each scores alone.
        found, state = mine, state.model_copy(update={"assessment": mine.id})
    if given is not None and found.state != "open":
        raise closed(found)
    if given is not None:
        access.require(ask.who, "mark", found)
    album = None
    if isinstance(given, SentFile) and given.album:
        album = desk.files.piece_of_album(given.chat, given.album)
    return read_walk(desk, state, found, album)


def read_walk(desk: Desk, state: WalkState, found: Assessment, album: Evidence | None = None) -> Walk:
    """Read an assessment for somebody who was found to be allowed to see it."""
    rubric = effective(desk.library.get(found.visit.rubric, found.visit.version), found.rulings)
    period = _period(found.visit.period)
    marking = desk.marks.of(found.id)
    walk = Walk(_meant(state, marking), found, rubric, period, marking, album=album)
    if several(found) and found.state == "signed" and panel_of(desk, found) is not None:
        return replace(walk, settled=sheet_of(desk, found))
    return walk


def with_log(desk: Desk, ask: Ask, walk: Walk, *, whole: bool = False) -> Walk:
    """Read what the studio's log says about the item in view, or about all items."""
    if walk.assessment.state == "signed":
        return walk
    items = [item for section in walk.sections for item in section.items] if whole else [walk.item]
    sight = Sight(walk.assessment, walk.rubric, walk.period, items, walk.marking.marks)
    return replace(walk, log=look(desk, ask, sight))


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
