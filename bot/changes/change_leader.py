"""A studio has another leader (003 第十四条): from a day, by a paper, for a reason; who led before stays on record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import ClassVar, Final

from bot.changes.base import Change, Moment, Told, make
from bot.changes.edit_studio import my_studio
from bot.changes.giving import takes
from bot.changes.revoke_grant import RevokeGrant
from bot.changes.studio_fields import text_of
from bot.entities import Grant, Leading, Person, Scope, Studio
from bot.ports import Desk
from bot.problems import Refusal

PAPER: Final = 60
REASON: Final = 300
"""Characters of the paper's number and of the reason."""


class ChangeLeader(Change):
    """Put somebody else at the head of a studio."""

    name: ClassVar[str] = "change_leader"

    studio: str
    leader: str
    since: str
    """ISO date from which."""
    paper: str
    """文号."""
    reason: str
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio; another name, a day that is not before the last change nor to come."""
        studio = my_studio(desk, self.studio, moment)
        if self._name() == studio.leader:
            raise Refusal("studio_same_leader", name=studio.leader)
        now = next((each for each in desk.studios.leadings(self.studio) if not each.until), None)
        check_since(self.since, self.today, now.since if now else studio.named_on or "")
        check_words(self.paper, self.reason)

    def _name(self) -> str:
        return text_of("leader", self.leader)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close the old leader's time and begin the new one's."""
        studio = my_studio(desk, self.studio, moment)
        now = _now(desk, studio, moment)
        eve = (date.fromisoformat(self.since) - timedelta(days=1)).isoformat()
        before = desk.studios.put_leading(now.model_copy(update={"until": eve}))
        made = Leading(
            studio=studio.id,
            place=now.place + 1,
            name=self._name(),
            since=self.since,
            paper=self.paper.strip(),
            reason=self.reason.strip(),
            by=moment.actor or "",
            at=moment.now,
        )
        after = desk.studios.put_leading(made)
        desk.studios.update(studio.model_copy(update={"leader": made.name}))
        words = {"before": dict(before), "after": dict(after)}
        return Told(
            "studios", {"studio": studio.id, "since": self.since, "place": made.place, "words": words}
        )

    def follow(self, desk: Desk, moment: Moment) -> None:
        """End the role of whoever led it until now, with a row of its own; what they hold otherwise stays theirs."""
        before = sorted(desk.studios.leadings(self.studio), key=lambda each: each.place)[-2:-1]
        for person, grant in holders(desk, self.studio, [each.name for each in before], moment.now):
            if moment.person is not None and takes(desk, moment.person, grant.scope):
                make(desk, RevokeGrant(person=person.id, grant=grant.id), moment)


def leading(desk: Desk, studio: str, now: int) -> tuple[tuple[Person, Grant], ...]:
    """Return everybody with the grant by which each leads this studio and no other."""
    scope = Scope(kind="studio", key=studio)
    return tuple(
        (person, grant)
        for person in desk.people.with_role("leader", now)
        for grant in person.grants
        if grant.role == "leader" and grant.scope == scope
    )


def holders(desk: Desk, studio: str, names: Collection[str], now: int) -> tuple[tuple[Person, Grant], ...]:
    """Return those of some names among them."""
    return tuple(each for each in leading(desk, studio, now) if each[0].name in names)


def check_since(since: str, today: str, known: str) -> None:
    """Refuse a day to come, and one before the time that it would end."""
    if since > today:
        raise Refusal("studio_since_ahead", on=since, today=today)
    if known and since <= known:
        raise Refusal("studio_since_before", on=since, known=known)


def check_words(paper: str, reason: str) -> None:
    """Refuse a change without a paper or a reason, or with a whole letter in their place."""
    if not paper.strip():
        raise Refusal("studio_no_paper")
    if not reason.strip():
        raise Refusal("studio_no_reason")
    for text, limit in ((paper, PAPER), (reason, REASON)):
        if len(text.strip()) > limit:
            raise Refusal("studio_long", count=len(text.strip()), limit=limit)


def _now(desk: Desk, studio: Studio, moment: Moment) -> Leading:
    """Return the time of whoever leads it now; one that nobody wrote down began with the naming."""
    known = desk.studios.leadings(studio.id)
    found = next((each for each in known if not each.until), None)
    if found is not None:
        return found
    return Leading(
        studio=studio.id,
        place=max((each.place for each in known), default=0) + 1,
        name=studio.leader,
        since=studio.named_on or "",
        by=moment.actor or "",
        at=moment.now,
    )
