"""Groups that assess together: blind ballots and decisions about them, who does what, who has signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.entities import (
    Ballot,
    Countersign,
    Panel,
    Portion,
    Settled,
)


class Panels(Protocol):
    """Blind panels and joint sheets."""

    def get(self, visit: str) -> Panel | None:
        """Return the blind panel of an official visit; None where the sheet is a joint one."""

    def put(self, panel: Panel) -> None:
        """Store a panel as it is now."""

    def ballots(self, visit: str) -> tuple[Ballot, ...]:
        """Return the ballots of an official visit."""

    def put_ballot(self, ballot: Ballot) -> None:
        """Store which assessment is a member's ballot."""

    def of_ballot(self, assessment: str) -> Ballot | None:
        """Return what an assessment is the ballot of."""

    def settled(self, visit: str) -> tuple[Settled, ...]:
        """Return what the head decided, by item."""

    def settle(self, settled: Settled) -> Mapping[str, str]:
        """Keep a decision; a later one about the item replaces it. Returns the salted hashes of the words, by field."""

    def portions(self, assessment: str) -> tuple[Portion, ...]:
        """Return who looks after which item of a joint sheet."""

    def put_portions(self, assessment: str, given: Sequence[Portion]) -> None:
        """Replace who looks after what."""

    def countersigns(self, assessment: str) -> tuple[Countersign, ...]:
        """Return the signatures under a sheet that not everybody has signed, in the order of time."""

    def countersign(self, countersign: Countersign) -> None:
        """Keep a signature; a later one of the same person replaces it."""

    def clear_countersigns(self, assessment: str) -> None:
        """Forget the signatures under a sheet: it was changed, or everybody has signed."""
