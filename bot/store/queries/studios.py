"""The studios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import bindparam, delete, select, update

from bot.entities import Leading, Retirement, Scope, Studio, TeamMember, YearFund
from bot.store.compiled import Row, Rows, Statement, from_json, inserting, to_json, upserting
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import leadings, retirements, studios, teams, year_funds

_ADD = inserting(studios)
_UPDATE = upserting(studios, "id")
_RETIRED = Statement(
    update(studios).where(studios.c.id == bindparam("which")).values(retired=bindparam("day"))
)
_UNRETIRE = Statement(delete(retirements).where(retirements.c.studio == bindparam("which")))
_FORGET_TEAM = Statement(delete(teams).where(teams.c.studio == bindparam("which")))

_RETIREMENT: Final = Spoken(Retirement, retirements, "reason")
_RETIREMENT_OF = Statement(_RETIREMENT.whole.where(retirements.c.studio == bindparam("studio")))
_LEADING: Final = Spoken(Leading, leadings, "reason")
_LEADINGS = Statement(
    _LEADING.whole.where(leadings.c.studio == bindparam("studio")).order_by(leadings.c.place)
)
_MEMBER: Final = Spoken(TeamMember, teams)
_TEAM = Statement(_MEMBER.whole.where(teams.c.studio == bindparam("studio")).order_by(teams.c.place))
_FUND: Final = Spoken(YearFund, year_funds)
_FUNDS = Statement(_FUND.whole.where(year_funds.c.studio == bindparam("studio")).order_by(year_funds.c.year))
_FUNDS_OF_YEAR = Statement(
    _FUND.whole.where(year_funds.c.year == bindparam("year")).order_by(year_funds.c.studio)
)
_GET = Statement(select(studios).where(studios.c.id == bindparam("studio")))
_NAMED = Statement(select(studios).where(studios.c.name == bindparam("name")))
_OF_UNIT = Statement(select(studios).where(studios.c.unit == bindparam("unit")))
_ALL = Statement(select(studios))


class Studios:
    """The studios of the installation."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def add(self, studio: Studio) -> None:
        """Store a new studio."""
        self._rows.run(_ADD, **studio.model_dump(exclude={"types"}), types=to_json(studio.types))

    def update(self, studio: Studio) -> None:
        """Store a studio as it is now."""
        self._rows.run(_UPDATE, **studio.model_dump(exclude={"types"}), types=to_json(studio.types))

    def get(self, studio: str) -> Studio | None:
        """Return a studio by id."""
        row = self._rows.one(_GET, studio=studio)
        return _studio(row) if row else None

    def named(self, name: str) -> Studio | None:
        """Return a studio by its exact name."""
        row = self._rows.one(_NAMED, name=name)
        return _studio(row) if row else None

    def covered(self, scopes: Sequence[Scope]) -> tuple[Studio, ...]:
        """Return the studios in any of the scopes, by unit and name."""
        found = {row[0]: row for scope in set(scopes) for row in self._within(scope)}
        return tuple(
            sorted((_studio(row) for row in found.values()), key=lambda each: (each.unit, each.name))
        )

    # -- what is kept about it ---------------------------------------------------------------------

    def retire(self, retirement: Retirement) -> Mapping[str, str]:
        """Take a studio out of what is assessed; returns the salted hashes of the words, by field."""
        self._rows.run(_RETIRED, which=retirement.studio, day=retirement.day)
        before = self.retirement(retirement.studio)
        return _RETIREMENT.put(self._rows, self._words, retirement, before, retirement.by)

    def unretire(self, studio: str) -> None:
        """Let it be assessed again."""
        self._rows.run(_RETIRED, which=studio, day=None)
        self._rows.run(_UNRETIRE, which=studio)

    def retirement(self, studio: str) -> Retirement | None:
        """Return since when and why it is no longer assessed."""
        return next(iter(_RETIREMENT.read(self._rows.all(_RETIREMENT_OF, studio=studio))), None)

    def leadings(self, studio: str) -> tuple[Leading, ...]:
        """Return who led it, the first one first."""
        return _LEADING.read(self._rows.all(_LEADINGS, studio=studio))

    def put_leading(self, leading: Leading) -> Mapping[str, str]:
        """Store who leads it; returns the salted hashes of the words, by field."""
        before = next((each for each in self.leadings(leading.studio) if each.place == leading.place), None)
        return _LEADING.put(self._rows, self._words, leading, before, leading.by)

    def team(self, studio: str) -> tuple[TeamMember, ...]:
        """Return its team in the order in which it was entered."""
        return _MEMBER.read(self._rows.all(_TEAM, studio=studio))

    def put_team(self, studio: str, team: Sequence[TeamMember]) -> None:
        """Replace the team."""
        self._rows.run(_FORGET_TEAM, which=studio)
        for each in team:
            _MEMBER.put(self._rows, self._words, each, None, None)

    def funds(self, studio: str) -> tuple[YearFund, ...]:
        """Return its funds, by year."""
        return _FUND.read(self._rows.all(_FUNDS, studio=studio))

    def funds_of(self, year: int) -> tuple[YearFund, ...]:
        """Return the funds of all studios in a year."""
        return _FUND.read(self._rows.all(_FUNDS_OF_YEAR, year=year))

    def put_fund(self, fund: YearFund) -> None:
        """Store the fund of a year."""
        _FUND.put(self._rows, self._words, fund, None, None)

    def _within(self, scope: Scope) -> list[Row]:
        if scope.kind == "all":
            return self._rows.all(_ALL)
        if scope.kind == "unit":
            return self._rows.all(_OF_UNIT, unit=scope.key)
        return self._rows.all(_GET, studio=scope.key)


def _studio(row: Row) -> Studio:
    studio, name, unit, leader, types, level, named_on, named_by, retired = row
    return Studio(
        id=studio,
        name=name,
        unit=unit,
        leader=leader,
        types=from_json(types),
        level=level,
        named_on=named_on,
        named_by=named_by,
        retired=retired,
    )
