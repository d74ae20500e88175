"""How far a coordinator's own grants reach: whom they see, and what they may give and take."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot import access
from bot.clock import from_ms, to_ms
from bot.entities import Grant, Person, Scope, Studio
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

EVERYWHERE = Scope(kind="all")
UNIT_CODE = 10


@dataclass(frozen=True, slots=True)
class Reach:
    """A coordinator and everything that there is to name."""

    who: Person
    studios: Mapping[str, Studio]
    """All studios by id."""

    def unit(self, scope: Scope) -> str:
        """Return the unit of the studio that a scope is; empty for any other scope."""
        studio = self.studios.get(scope.key) if scope.kind == "studio" else None
        return studio.unit if studio else ""

    def takes(self, scope: Scope) -> bool:
        """Say whether the coordinator's grants contain a scope."""
        return access.gives(self.who, scope, self.unit(scope))

    def limit(self, scope: Scope) -> int | None:
        """Return until when (ms) the coordinator may give what is in a scope; None for no end."""
        return access.longest(self.who, scope, self.unit(scope))

    @property
    def everywhere(self) -> bool:
        """Whether there is nothing that the coordinator does not reach."""
        return self.takes(EVERYWHERE)

    @property
    def own_studios(self) -> tuple[Studio, ...]:
        """The studios for which a role may be given, those that are still assessed."""
        return tuple(
            each
            for each in self.studios.values()
            if each.retired is None and self.takes(Scope(kind="studio", key=each.id))
        )

    @property
    def own_units(self) -> tuple[str, ...]:
        """The units for which a role may be given: those that have studios, and those that the coordinator runs."""
        known = {each.unit for each in self.studios.values()}
        known |= {grant.scope.key for grant in self.who.grants if grant.scope.kind == "unit"}
        return tuple(sorted(each for each in known if self.takes(Scope(kind="unit", key=each))))

    def seen(self, person: Person) -> tuple[Grant, ...]:
        """Return what of a person's grants is this coordinator's business."""
        return tuple(each for each in person.grants if self.takes(each.scope))

    def place(self, scope: Scope, words: Words) -> str:
        """Return a scope in words."""
        if scope.kind == "all":
            return words("people.everywhere")
        studio = self.studios.get(scope.key) if scope.kind == "studio" else None
        return studio.name if studio else scope.key

    def role(self, grant: Grant, words: Words) -> str:
        """Return a grant in words: the role and where it holds."""
        return words("people.role", role=words(f"role.{grant.role}"), place=self.place(grant.scope, words))


def reach(desk: Desk, ask: Ask) -> Reach:
    """Return how far the person who asks reaches; who is no coordinator is refused."""
    if not access.may(ask.who, "invite"):
        raise Refusal("no_role")
    return reach_of(desk, ask.who)


def reach_of(desk: Desk, who: Person) -> Reach:
    """Return how far anybody reaches."""
    return Reach(who, {each.id: each for each in desk.studios.covered([EVERYWHERE])})


def unit_code(unit: str) -> str:
    """Return what stands for a unit in a button's data."""
    return hashlib.sha256(unit.encode()).hexdigest()[:UNIT_CODE]


def folded(text: str) -> str:
    """Return a text as it is compared: width, case and blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def last_day(until: int, ask: Ask) -> str:
    """Return the last day on which a grant holds that ends at a stored time."""
    return (from_ms(until).astimezone(ask.zone) - timedelta(milliseconds=1)).date().isoformat()


def end_of(day: str, ask: Ask) -> int | None:
    """Return the stored time at which a day is over; no day is no end."""
    if not day:
        return None
    after = date.fromisoformat(day) + timedelta(days=1)
    return to_ms(datetime(after.year, after.month, after.day, tzinfo=ask.zone))


def minute(at: int, ask: Ask) -> str:
    """Return a stored time to the minute, as people read it where the program runs."""
    return f"{from_ms(at).astimezone(ask.zone):%Y-%m-%d %H:%M}"
