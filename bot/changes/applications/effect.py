"""What the end of a matter does: another leader, another name, no title any more; each by the change that does it."""

from __future__ import annotations

from typing import Protocol

from bot.changes.base import Change, Moment, make
from bot.changes.change_leader import ChangeLeader
from bot.changes.edit_studio import EditStudio
from bot.changes.retire_studio import RetireStudio
from bot.entities import Application
from bot.ports import Desk

MATTER = "matter."
"""What the keys of a matter's details begin with."""


class Decided(Protocol):
    """A decision by which something is carried out."""

    @property
    def on(self) -> str:
        """ISO date."""
        ...

    @property
    def paper(self) -> str:
        """文号."""
        ...

    @property
    def today(self) -> str:
        """ISO date."""
        ...


def details_of(desk: Desk, found: Application) -> dict[str, str]:
    """Return what was said of a matter, by field."""
    answers = desk.applications.answers(found.id)
    return {key.removeprefix(MATTER): said for key, said in answers.items() if key.startswith(MATTER)}


def carry_out(desk: Desk, found: Application, decided: Decided) -> Change:
    """Return the change that does what was decided."""
    said = details_of(desk, found)
    reason = said.get("reason", "")
    if found.matter == "leader":
        return ChangeLeader(
            studio=found.studio,
            leader=said.get("leader", ""),
            since=said.get("since", ""),
            paper=decided.paper,
            reason=reason,
            today=decided.today,
        )
    if found.matter == "rename":
        return EditStudio(studio=found.studio, field="name", text=said.get("called", ""))
    # The title is gone from the day of the decision.
    return RetireStudio(studio=found.studio, reason=reason, today=decided.on)


def effect(desk: Desk, found: Application, decided: Decided, moment: Moment) -> None:
    """Do it, with a row of its own in the history."""
    make(desk, carry_out(desk, found, decided), moment)
