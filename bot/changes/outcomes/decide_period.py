"""A coordinator decided what the figures leave open: a period with parts missing, or which alternative applies."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from bot.changes.base import Change, Moment, Told
from bot.changes.outcomes.of import Result, cases
from bot.changes.outcomes.steps import found_result, managed, reopened, stream_of, undecided
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.outcomes import rules_of
from rubrics.points import show


class _Decision(Change):
    """Something decided about one studio in one period."""

    studio: str
    rubric: str
    period: str

    def _result(self, desk: Desk, moment: Moment) -> Result:
        managed(desk, self.studio, moment)
        return undecided(found_result(desk, self.rubric, self.period, self.studio))


class DecidePeriod(_Decision):
    """Say what a period with parts missing comes to, and why; an empty `how` takes that back."""

    name: ClassVar[str] = "decide_period"

    how: Literal["", "total", "mean", "none"]
    total: str = ""
    """A decimal, where `how` is total."""
    reason: str = ""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio, where something is missing; not without a reason."""
        found = self._result(desk, moment)
        if not self.how:
            return
        if not self.reason:
            raise Refusal("outcome_no_reason")
        scale = rules_of(found.rubric).scale(found.period.kind)
        if scale is None or scale.mean_of is None or (found.outcome and not found.outcome.missing):
            raise Refusal("outcome_complete", period=self.period)
        if self.how == "mean" and not found.sheets:
            raise Refusal("outcome_mean_none", period=self.period)
        if self.how == "total" and not 0 <= Decimal(self.total) <= found.rubric.most:
            raise Refusal("outcome_total", text=self.total, most=show(found.rubric.most))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the decision; what was proposed is proposed no longer."""
        found = self._result(desk, moment)
        before = found.judgement.how if found.judgement else ""
        total = show(Decimal(self.total)) if self.how == "total" else ""
        made = reopened(found, moment, how=self.how, total=total, reason=self.reason if self.how else "")
        words = desk.outcomes.put_judgement(made, moment.actor)
        told = {"judgement": made.id, "studio": self.studio, "before": before, "after": self.how}
        return Told(stream_of(self.rubric, self.period), {**told, "total": total, "words": words})


class ChooseAlternative(_Decision):
    """Take one of the alternatives that the source leaves to the unit."""

    name: ClassVar[str] = "choose_alternative"

    chosen: str
    """Its name: an id, or what follows; or a ruling with its answer for this one case."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio; one of the alternatives that may fall due."""
        self._among(self._result(desk, moment))

    def _among(self, found: Result) -> tuple[str, ...]:
        """Return the names of what it is chosen among."""
        by_case = tuple(chosen for chosen, _ in cases(found))
        if self.chosen in by_case:
            return by_case
        rules = rules_of(found.rubric)
        one = next((each for each in rules.alternatives if each.name == self.chosen), None)
        among = () if one is None else [each for each in rules.alternatives if each.choice == one.choice]
        due = {each.consequence.name for each in (found.outcome.consequences if found.outcome else ())}
        if one is None or not due & {each.name for each in among}:
            raise Refusal("outcome_changed")
        return tuple(each.name for each in among)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the choice in the place of any other of the same kind."""
        found = self._result(desk, moment)
        among = self._among(found)
        before = found.judgement.chosen if found.judgement else ()
        chosen = (*(each for each in before if each not in among), self.chosen)
        made = reopened(found, moment, chosen=chosen)
        desk.outcomes.put_judgement(made, moment.actor)
        told = {"judgement": made.id, "studio": self.studio, "before": list(before), "after": list(chosen)}
        return Told(stream_of(self.rubric, self.period), told)
