"""Where a chat stands with people and invitations."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities import Role
from bot.entities.frozen import Frozen

PEOPLE: Final = "pl"
PERSON: Final = "pp"
INVITE: Final = "pi"
MANY: Final = "pm"
LINKS: Final = "pk"
"""Codes of the screens: the first part of their buttons' data."""
PEOPLE_SCREEN: Final = "people"
PERSON_SCREEN: Final = "person"
INVITE_SCREEN: Final = "invite"
MANY_SCREEN: Final = "invite_many"
LINKS_SCREEN: Final = "invitations"
"""Names of the screens, stored in sessions."""

DAYS: Final = (1, 7, 30)
"""Days for which a link may open."""
USUAL: Final = 7


class PeopleState(Frozen):
    """The list, what is searched for in it, and its page."""

    find: str = ""
    page: int = 0


class PersonState(Frozen):
    """One person; `ending` is the grant that is about to be taken, `link` that a new link is asked for."""

    person: str
    page: int = 0
    ending: str = ""
    link: bool = False

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.person


Step = Literal["name", "role", "scope", "unit", "studio", "days", "until", "check"]


class InviteState(Frozen):
    """What was said so far of an invitation, or of one more role for a person who is known."""

    id: str
    """New for each; the grant's id where one is given at once."""
    person: str = ""
    """Who gets one more role; empty for an invitation."""
    name: str = ""
    role: Role | None = None
    kind: Literal["all", "unit", "studio", ""] = ""
    key: str = ""
    find: str = ""
    page: int = 0
    days: int = USUAL
    until: str = ""
    """ISO date of the last day; empty for no end."""
    step: Step = "name"
    checked: bool = False
    """Everything was said once: what is changed now leads back to the summary."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.id


class ManyState(Frozen):
    """Lines that were sent and are in order, to be confirmed."""

    id: str = ""
    lines: tuple[str, ...] = ()
    days: int = USUAL

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return "many"


class LinksState(Frozen):
    """The list of invitations; `ending` begins the digest of the one that is about to be withdrawn."""

    page: int = 0
    ending: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return "links"
