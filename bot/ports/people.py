"""Who there is: persons with accounts, grants and invitations, and the studios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.entities import (
    Grant,
    Invitation,
    Leading,
    Person,
    Retirement,
    Scope,
    Studio,
    TeamMember,
    YearFund,
)


class People(Protocol):
    """Persons, their Telegram accounts, grants and invitation links."""

    def by_account(self, account: int, now: int) -> Person | None:
        """Return the person behind a Telegram id, with the grants that hold at `now` (ms)."""

    def get(self, person: str, now: int) -> Person | None:
        """Return a person by id."""

    def accounts(self, person: str) -> tuple[int, ...]:
        """Return the Telegram ids of a person (also the ids of their private chats)."""

    def with_role(self, role: str, now: int) -> tuple[Person, ...]:
        """Return everybody who holds a role now."""

    def add(self, person: Person, now: int) -> None:
        """Store a new person (grants are stored by `grant`)."""

    def attach(self, account: int, person: str, now: int) -> None:
        """Make a Telegram id the account of a person; the person's earlier accounts end."""

    def grant(self, person: str, grant: Grant, now: int) -> None:
        """Store a grant."""

    def revoke(self, grant: str, now: int) -> None:
        """End a grant."""

    def speak(self, person: str, language: str) -> None:
        """Set the language of a person."""

    def invite(self, invitation: Invitation, now: int) -> None:
        """Store an invitation."""

    def invitation(self, digest: str) -> Invitation | None:
        """Return the invitation of a secret's SHA-256."""

    def invitations(self) -> tuple[Invitation, ...]:
        """Return all invitations, newest first."""

    def revoke_invitation(self, digest: str) -> bool:
        """Close an invitation that nobody has used; False where somebody was faster."""
        ...

    def everybody(self, now: int) -> tuple[Person, ...]:
        """Return all persons with the grants that hold now, also those who hold none."""

    def grant_of(self, grant: str, now: int) -> tuple[str, Grant] | None:
        """Return a grant that holds now and the id of whose it is."""

    def past_grants(self, person: str, now: int) -> tuple[Grant, ...]:
        """Return the grants of a person that hold no longer, newest first; `until` is when they ended."""

    def spend(self, digest: str, account: int, now: int) -> bool:
        """Use an invitation up; False when somebody was faster, or it is expired or revoked."""


class Studios(Protocol):
    """The studios."""

    def add(self, studio: Studio) -> None:
        """Store a new studio."""

    def get(self, studio: str) -> Studio | None:
        """Return a studio by id."""

    def named(self, name: str) -> Studio | None:
        """Return a studio by its exact name."""

    def covered(self, scopes: Sequence[Scope]) -> tuple[Studio, ...]:
        """Return the studios in any of the scopes, by unit and name."""

    def update(self, studio: Studio) -> None:
        """Store a studio as it is now."""

    def retire(self, retirement: Retirement) -> Mapping[str, str]:
        """Take a studio out of what is assessed; returns the salted hashes of the words, by field."""

    def unretire(self, studio: str) -> None:
        """Let it be assessed again."""

    def retirement(self, studio: str) -> Retirement | None:
        """Return since when and why it is no longer assessed."""

    def leadings(self, studio: str) -> tuple[Leading, ...]:
        """Return who led it, the first one first."""

    def put_leading(self, leading: Leading) -> Mapping[str, str]:
        """Store who leads it; returns the salted hashes of the words, by field."""

    def team(self, studio: str) -> tuple[TeamMember, ...]:
        """Return its team in the order in which it was entered."""

    def put_team(self, studio: str, team: Sequence[TeamMember]) -> None:
        """Replace the team."""

    def funds(self, studio: str) -> tuple[YearFund, ...]:
        """Return its funds, by year."""

    def funds_of(self, year: int) -> tuple[YearFund, ...]:
        """Return the funds of all studios in a year."""

    def put_fund(self, fund: YearFund) -> None:
        """Store the fund of a year."""
