"""What the end of a matter does: another leader, another name, no title any more; each by the change that does it."""

from __future__ import annotations

from typing import Protocol

from bot.changes.applications.of import made_step
from bot.changes.base import Change, Moment, make
from bot.changes.change_leader import ChangeLeader, holders
from bot.changes.edit_studio import EditStudio
from bot.changes.retire_studio import RetireStudio
from bot.entities import Application
from bot.ports import Desk
from bot.problems import Refusal

MATTER = "matter."
"""What the keys of a matter's details begin with."""
ROLE_ENDED = "role_ended"
"""A step that nobody takes: somebody's role ended with what was carried out; its value is the person's id."""


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
    """Return the change that does what was decided; another leader is put in when the day has come, not before."""
    said = details_of(desk, found)
    reason = said.get("reason", "")
    if found.matter == "leader":
        if said.get("since", "") > decided.today:
            raise Refusal("way_leader_ahead", name=found.name, since=said["since"])
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
    change, studio = carry_out(desk, found, decided), desk.studios.get(found.studio)
    old = holders(desk, found.studio, [studio.leader], moment.now) if studio is not None else ()
    make(desk, change, moment)
    for person, grant in old if found.matter == "leader" else ():
        # The way says whose role ended with the decision: the people are told, and it can be given back.
        if desk.people.grant_of(grant.id, moment.now) is None:
            desk.applications.step(made_step(found, ROLE_ENDED, decided.on, moment, value=person.id))
