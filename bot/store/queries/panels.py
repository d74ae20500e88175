"""Groups that assess together: blind ballots and decisions about them, who does what, who has signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import bindparam, delete

from bot.entities import Ballot, Countersign, Panel, Portion, Settled
from bot.store.compiled import Rows, Statement
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import ballots, countersigns, members, panels, portions, settlements

_PANEL: Final = Spoken(Panel, panels)
_GET = Statement(_PANEL.whole.where(panels.c.visit == bindparam("visit")))
_BALLOT: Final = Spoken(Ballot, ballots)
_BALLOTS = Statement(
    _BALLOT.whole.outerjoin(
        members, (members.c.assessment == ballots.c.assessment) & (members.c.person == ballots.c.person)
    )
    .where(ballots.c.visit == bindparam("visit"))
    .order_by(members.c.joined, ballots.c.person)
)
_OF_BALLOT = Statement(_BALLOT.whole.where(ballots.c.assessment == bindparam("assessment")))
_SETTLED: Final = Spoken(Settled, settlements, "reason")
_SETTLEMENTS = Statement(
    _SETTLED.whole.where(settlements.c.visit == bindparam("visit")).order_by(settlements.c.item)
)
_PORTION: Final = Spoken(Portion, portions)
_PORTIONS = Statement(
    _PORTION.whole.where(portions.c.assessment == bindparam("assessment")).order_by(portions.c.item)
)
_FORGET_PORTIONS = Statement(delete(portions).where(portions.c.assessment == bindparam("assessment")))
_COUNTERSIGN: Final = Spoken(Countersign, countersigns)
_COUNTERSIGNS = Statement(
    _COUNTERSIGN.whole.where(countersigns.c.assessment == bindparam("assessment")).order_by(
        countersigns.c.at, countersigns.c.person
    )
)
_FORGET_COUNTERSIGNS = Statement(
    delete(countersigns).where(countersigns.c.assessment == bindparam("assessment"))
)


class Panels:
    """Blind panels and joint sheets."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, visit: str) -> Panel | None:
        """Return the blind panel of an official visit; None where the sheet is a joint one."""
        return next(iter(_PANEL.read(self._rows.all(_GET, visit=visit))), None)

    def put(self, panel: Panel) -> None:
        """Store a panel as it is now."""
        _PANEL.put(self._rows, self._words, panel, None, None)

    def ballots(self, visit: str) -> tuple[Ballot, ...]:
        """Return the ballots of an official visit."""
        return _BALLOT.read(self._rows.all(_BALLOTS, visit=visit))

    def put_ballot(self, ballot: Ballot) -> None:
        """Store which assessment is a member's ballot."""
        _BALLOT.put(self._rows, self._words, ballot, None, None)

    def of_ballot(self, assessment: str) -> Ballot | None:
        """Return what an assessment is the ballot of."""
        return next(iter(_BALLOT.read(self._rows.all(_OF_BALLOT, assessment=assessment))), None)

    def settled(self, visit: str) -> tuple[Settled, ...]:
        """Return what the head decided, by item."""
        return _SETTLED.read(self._rows.all(_SETTLEMENTS, visit=visit))

    def settle(self, settled: Settled) -> Mapping[str, str]:
        """Keep a decision; a later one about the item replaces it. Returns the salted hashes of the words, by field."""
        before = next((each for each in self.settled(settled.visit) if each.item == settled.item), None)
        return _SETTLED.put(self._rows, self._words, settled, before, settled.by)

    def portions(self, assessment: str) -> tuple[Portion, ...]:
        """Return who looks after which item of a joint sheet."""
        return _PORTION.read(self._rows.all(_PORTIONS, assessment=assessment))

    def put_portions(self, assessment: str, given: Sequence[Portion]) -> None:
        """Replace who looks after what."""
        self._rows.run(_FORGET_PORTIONS, assessment=assessment)
        for each in given:
            _PORTION.put(self._rows, self._words, each, None, None)

    def countersigns(self, assessment: str) -> tuple[Countersign, ...]:
        """Return the signatures under a sheet that not everybody has signed, in the order of time."""
        return _COUNTERSIGN.read(self._rows.all(_COUNTERSIGNS, assessment=assessment))

    def countersign(self, countersign: Countersign) -> None:
        """Keep a signature; a later one of the same person replaces it."""
        _COUNTERSIGN.put(self._rows, self._words, countersign, None, None)

    def clear_countersigns(self, assessment: str) -> None:
        """Forget the signatures under a sheet: it was changed, or everybody has signed."""
        self._rows.run(_FORGET_COUNTERSIGNS, assessment=assessment)
