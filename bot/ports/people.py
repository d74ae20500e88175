"""Who there is: persons with accounts, grants and invitations, and the studios."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.entities import (
    Grant,
    Invitation,
    Person,
    Scope,
    Studio,
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
