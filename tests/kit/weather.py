"""Bad weather between the program and Telegram: a share of all calls fails, each in another way, until it clears up.

It stands in the place of the stand-in's planned faults and keeps a record of what it did when.
"""

import time
from dataclasses import dataclass
from random import Random

from bot.sandbox import StandIn
from bot.sandbox.faults import Fault, Faults

KINDS = ("429", "500", "502html", "200html", "drop_before", "drop_after", "delay")
STRAY = ("401", "404", "409")
"""What getUpdates is told besides now and then, though nothing is wrong."""
DELAY_SECONDS = 0.4
FLOOD_SECONDS = 2


@dataclass(frozen=True)
class Call:
    """One call that came, and what was done to it ("" for nothing)."""

    at: float
    method: str
    kind: str


class Weather(Faults):
    """Faults by chance."""

    def __init__(self, share: float, dice: Random) -> None:
        super().__init__()
        self.share = share
        self.calls: list[Call] = []
        self._dice = dice
        self._decks: dict[bool, list[str]] = {}

    @classmethod
    def over(cls, standin: StandIn, share: float, dice: Random) -> "Weather":
        """Let this weather begin."""
        weather = standin.world.faults = cls(share, dice)
        return weather

    def clear_up(self) -> None:
        """Let every call pass from now on."""
        self.share = 0.0

    def strike(self, method: str) -> Fault | None:
        """Return the fault that hits this call, if any."""
        kind = ""
        if self._dice.random() < self.share:
            kind = self._deal(polling=method == "getUpdates")
        self.calls.append(Call(time.monotonic(), method, kind))
        return Fault(method, kind, seconds=DELAY_SECONDS, retry_after=FLOOD_SECONDS) if kind else None

    def _deal(self, *, polling: bool) -> str:
        """Each kind comes once before any comes again."""
        deck = self._decks.setdefault(polling, [])
        if not deck:
            deck += KINDS + STRAY if polling else KINDS
            self._dice.shuffle(deck)
        return deck.pop()

    def struck(self, *kinds: str) -> list[Call]:
        """The calls that were hit, by these kinds or by any."""
        return [call for call in self.calls if call.kind and (not kinds or call.kind in kinds)]

    def floods_ignored(self, methods: set[str]) -> list[Call]:
        """Calls to a single chat that came before the wait was over that an earlier one of them was told."""
        too_soon: list[Call] = []
        until = 0.0
        for call in self.calls:
            if call.method in methods:
                if call.at < until:
                    too_soon.append(call)
                if call.kind == "429":
                    until = max(until, call.at + FLOOD_SECONDS)
        return too_soon
