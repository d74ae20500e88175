"""A coordinator entered a fact that no sheet shows (上级表彰 …), with proof, or took one out with a reason."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.outcomes.known import campaign_of, rubric_in
from bot.changes.outcomes.steps import managed, stream_of
from bot.entities import FactEntry
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.outcome_rules import Fact
from rubrics.periods import Period


class EnterFact(Change):
    """Enter a fact of the rubric for a studio and a period; a file or words must stand behind it."""

    name: ClassVar[str] = "enter_fact"

    entry: str
    """A new id, minted when the fact was chosen: files are sent for it before."""
    studio: str
    rubric: str
    period: str
    fact: str
    note: str = ""

    def _fact(self, desk: Desk) -> Fact:
        when = Period.parse(self.period)
        rubric = rubric_in(desk, self.rubric, campaign_of(desk, self.rubric, when.end.year))
        found = rubric.outcomes.fact(self.fact) if rubric and rubric.outcomes else None
        if found is None or found.period != when.kind:
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio, who do not lead it; once a period; not without any proof."""
        managed(desk, self.studio, moment)
        fact = self._fact(desk)
        standing = desk.outcomes.fact(self.entry)
        if standing is not None:
            if (standing.studio, standing.fact, standing.period) != (self.studio, self.fact, self.period):
                raise Refusal("not_yours")
            return
        entered = desk.outcomes.facts(self.rubric, self.studio)
        if any((one.fact, one.period) == (self.fact, self.period) for one in entered):
            raise Refusal("fact_twice", title=fact.title, period=self.period)
        if not self.note and not desk.proofs.of(self.entry):
            raise Refusal("fact_no_proof", title=fact.title)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; once stored it is not stored again."""
        told = {"entry": self.entry, "studio": self.studio, "fact": self.fact}
        stream = stream_of(self.rubric, self.period)
        if desk.outcomes.fact(self.entry) is not None:
            return Told(stream, {**told, "again": True})
        made = FactEntry(
            id=self.entry,
            studio=self.studio,
            rubric=self.rubric,
            period=self.period,
            fact=self.fact,
            note=self.note,
            by=moment.actor or "",
            at=moment.now,
        )
        files = [piece.id for piece in desk.proofs.of(self.entry)]
        return Told(stream, {**told, "files": files, "words": desk.outcomes.put_fact(made)})


class DropFact(Change):
    """Take a fact out; the reason is needed and kept."""

    name: ClassVar[str] = "drop_fact"

    entry: str
    reason: str = Field(min_length=1)

    def _entry(self, desk: Desk, moment: Moment) -> FactEntry:
        found = desk.outcomes.fact(self.entry)
        if found is None:
            raise Refusal("fact_gone")
        managed(desk, found.studio, moment)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio, who do not lead it."""
        self._entry(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Take it out; what was proposed with it is outdated by that."""
        found = self._entry(desk, moment)
        desk.outcomes.drop_fact(found.id)
        told = {"entry": found.id, "studio": found.studio, "fact": found.fact}
        words = list(desk.words.keep(self.reason, moment.actor))
        return Told(stream_of(found.rubric, found.period), {**told, "words": words})
