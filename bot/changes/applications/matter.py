"""Something about a studio that is named already goes the same way: another leader, another name, its title withdrawn.

What it does is done by its last step.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar, Final

from pydantic import Field

from bot import access
from bot.changes.applications.effect import MATTER
from bot.changes.applications.of import day_of, made_step, reason_of, short, stepped, unchanged
from bot.changes.applying.checks import OVER
from bot.changes.base import Change, Moment, Told
from bot.changes.change_leader import REASON
from bot.changes.retire_studio import active
from bot.changes.studio_fields import text_of
from bot.changes.studio_log import stream_of
from bot.entities import Application, ApplicationStep, Studio
from bot.entities.application import Matter
from bot.ports import Desk
from bot.problems import Refusal

FIELDS: Final[Mapping[Matter, tuple[str, ...]]] = {
    "leader": ("leader", "since", "reason"),
    "rename": ("called", "reason"),
    "title": ("basis", "word", "reason"),
}
"""What has to be said of each."""
MORE: Final[Mapping[Matter, tuple[str, ...]]] = {"title": ("outcome",)}
"""What may be said besides: the outcome that it follows from."""
NAMED: Final = frozenset({"named", "reported"})
BASIS: Final = 120
WORD: Final = 20
AHEAD: Final = timedelta(days=366)
SETTLED: Final = OVER | {"approved", "published"}
"""States in which nothing more is said against it, and from which it is not taken back."""


class BeginMatter(Change):
    """Hand it in: from here it is examined, approved and carried out."""

    name: ClassVar[str] = "begin_matter"

    application: str
    """Its id; the second press of the same button begins nothing."""
    studio: str
    matter: Matter
    details: Mapping[str, str] = Field(default_factory=dict)
    """By field: `leader`, `since` (ISO date) and `reason`; `called` and `reason`; `basis`, `word` and `reason`."""
    today: str

    def _studio(self, desk: Desk, moment: Moment) -> Studio:
        found = desk.studios.get(self.studio)
        act: access.Act = "examine" if self.matter == "title" else "begin_matter"
        if moment.person is None or found is None:
            raise Refusal("not_yours")
        own = access.leads(moment.person, found.id, found.unit)
        if act == "examine" and own and access.may(moment.person, act):
            raise Refusal("way_own", studio=found.name)
        if not access.may(moment.person, act, found):
            raise Refusal("not_yours")
        active(found)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Its people, its unit and the coordinators; coordinators alone where the title is withdrawn. One at a time."""
        studio = self._studio(desk, moment)
        known = desk.applications.get(self.application)
        if known is not None:
            if known.studio != studio.id or known.matter != self.matter:
                raise Refusal("not_yours")
            return
        fields = FIELDS.get(self.matter, ())
        if not fields or not set(self.details) <= {*fields, *MORE.get(self.matter, ())}:
            raise Refusal("not_yours")
        said_of(desk, studio, self.matter, self.details, self.today)
        if any(
            one.matter == self.matter and one.state not in OVER
            for one in desk.applications.of_studio(studio.id)
        ):
            raise Refusal("way_matter_open", studio=studio.name)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it as handed in, with what was said."""
        studio, stream = self._studio(desk, moment), stream_of(self.studio)
        told = {"application": self.application, "studio": studio.id, "matter": self.matter}
        if desk.applications.get(self.application) is not None:
            return Told(stream, {**told, "again": True})
        named = next((one for one in desk.applications.of_studio(studio.id) if one.state in NAMED), None)
        made = Application(
            id=self.application,
            matter=self.matter,
            rubric=named.rubric if named else "",
            version=named.version if named else 0,
            year=date.fromisoformat(self.today).year,
            name=studio.name,
            unit=studio.unit,
            leader=studio.leader,
            studio=studio.id,
            by=moment.actor or "",
            at=moment.now,
            submitted=moment.now,
            changed=moment.now,
            revision=0,
        )
        desk.applications.put(made)
        said = said_of(desk, studio, self.matter, self.details, self.today)
        words = {
            key: desk.applications.answer(made.id, MATTER + key, value, moment.actor or "", moment.now)
            for key, value in said.items()
        }
        step = made_step(made, "submitted", self.today, moment)
        more = stepped(desk, made, step, moment, "submitted")
        return Told(stream, {**told, "on": self.today, "to": more["to"], "details": words})


def said_of(
    desk: Desk, studio: Studio, matter: Matter, details: Mapping[str, str], today: str
) -> dict[str, str]:
    """Return what was said of a matter as it is kept, or refuse what is missing or wrong, field by field."""
    return {
        field: detail_of(desk, studio, field, details.get(field, ""), today)
        for field in (*FIELDS[matter], *MORE.get(matter, ()))
        if field in FIELDS[matter] or details.get(field)
    }


def detail_of(desk: Desk, studio: Studio, field: str, text: str, today: str) -> str:
    """Return one thing said of a matter as it is kept, or refuse it."""
    said = " ".join(text.split())
    if not said:
        raise Refusal("way_matter_field", detail=field)
    match field:
        case "leader":
            return _leader(studio, said)
        case "since":
            return _since(desk, studio, said, today)
        case "called":
            return _called(desk, studio, said)
        case "basis" | "word":
            return short(said, BASIS if field == "basis" else WORD)
        case "outcome":
            found = desk.outcomes.judgement(said)
            if found is None or found.studio != studio.id:
                raise Refusal("not_yours")
            return said
    return short(reason_of(said), REASON)


def _leader(studio: Studio, said: str) -> str:
    if text_of("leader", said) == studio.leader:
        raise Refusal("studio_same_leader", name=studio.leader)
    return said


def _since(desk: Desk, studio: Studio, said: str, today: str) -> str:
    """A change may be reported ahead (退休); it is carried out when its day has come."""
    found = date.fromisoformat(day_of(said))
    if found > date.fromisoformat(today) + AHEAD:
        raise Refusal("studio_since_ahead", on=said, today=today)
    now = next((each for each in desk.studios.leadings(studio.id) if not each.until), None)
    known = now.since if now else studio.named_on or ""
    if known and said <= known:
        raise Refusal("studio_since_before", on=said, known=known)
    return said


def _called(desk: Desk, studio: Studio, said: str) -> str:
    if text_of("name", said) == studio.name:
        raise Refusal("way_matter_same", name=studio.name)
    other = desk.studios.named(said)
    if other is not None and other.id != studio.id:
        raise Refusal("studio_name_taken", name=said)
    return said


class Respond(Change):
    """The studio says something to it in its own words (申辩), before it is approved."""

    name: ClassVar[str] = "respond_to_matter"

    application: str
    text: str
    today: str

    def _found(self, desk: Desk, moment: Moment) -> Application:
        found = desk.applications.get(self.application)
        studio = desk.studios.get(found.studio) if found else None
        if moment.person is None or found is None or studio is None or found.matter == "name":
            raise Refusal("not_yours")
        if not access.may(moment.person, "answer", studio):
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until it is approved."""
        if self._found(desk, moment).state in SETTLED:
            raise Refusal("way_respond_late")
        reason_of(self.text)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep the words with its way; whoever decides reads them."""
        found = self._found(desk, moment)
        step = made_step(found, "responded", self.today, moment, text=self.text)
        return Told(stream_of(found.studio), stepped(desk, found, step, moment))


class WithdrawMatter(Change):
    """Take it back; what was said stays readable."""

    name: ClassVar[str] = "withdraw_matter"

    application: str
    today: str
    revision: int

    def _found(self, desk: Desk, moment: Moment) -> Application:
        found = desk.applications.get(self.application)
        if found is None or found.matter == "name" or moment.person is None or found.by != moment.actor:
            raise Refusal("not_yours")
        studio = desk.studios.get(found.studio)
        if studio is None or not access.may(moment.person, "begin_matter", studio):
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever began it, until it is approved."""
        found = self._found(desk, moment)
        unchanged(found, self.revision)
        if found.state in SETTLED:
            raise Refusal("way_over", name=found.name)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Its way ends here."""
        found = self._found(desk, moment)
        step: ApplicationStep = made_step(found, "withdrawn", self.today, moment)
        return Told(stream_of(found.studio), stepped(desk, found, step, moment, "withdrawn"))
