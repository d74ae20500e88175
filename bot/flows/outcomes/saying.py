"""Results in words: figures, verdicts, what follows for whom, what is open and what is uncertain.

All texts that come back are HTML; what people and sources wrote is escaped here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.changes.outcomes.of import Doubt, Result
from bot.changes.outcomes.shares import shared, sharing
from bot.entities import Split
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title
from bot.flows.outcomes.terms import replaced, terms
from bot.texts import Words
from rubrics.consequences import PERCENT, Due
from rubrics.model import Rubric
from rubrics.outcome_ahead import Ahead
from rubrics.outcome_rest import Rest
from rubrics.outcome_rules import Fact
from rubrics.outcomes import Outcome, rules_of
from rubrics.points import ZERO, show
from rubrics.problems import Param, Problem

_MINUS: Final = re.compile(r"-(?=\d)")
JOINED = "；"
REASON = 200
NAMED = 20
"""Names that a card shows of those who share a sum."""


class Saying:
    """A rubric's words and those of the reader."""

    def __init__(self, rubric: Rubric, words: Words) -> None:
        """Take the rubric under the rulings of its campaign."""
        self.rubric = rubric
        self.words = words
        self._english = words("language.code") == "en"
        self._terms = terms(rubric, "en" if self._english else "zh-CN")

    def word(self, text: str) -> str:
        """Return a word of the source as the reader has it."""
        return escape(self._terms.get(text, text))

    def plain(self, text: str) -> str:
        """Return words of the source for a button, where nothing is escaped."""
        return replaced(text, self._terms)

    def plain_fact(self, fact: str) -> str:
        """Return the title of a fact for a button."""
        found = rules_of(self.rubric).fact(fact)
        return self.plain(found.title) if found else fact

    def title(self) -> str:
        """Return what the rubric is called."""
        return rubric_title(self.rubric, self.words)

    def verdict(self, found: Result) -> str:
        """Return the verdicts; empty without one."""
        return ("; " if self._english else JOINED).join(self.word(one) for one in found.verdicts)

    def figure(self, outcome: Outcome | None) -> str:
        """Return the total or mean as it may be printed; empty without one."""
        if outcome is None or outcome.exact is None:
            return ""
        return str(outcome.exact) if outcome.average is None else show(outcome.average)

    def fact(self, fact: str) -> str:
        """Return the title of a fact."""
        found = rules_of(self.rubric).fact(fact)
        return self.word(found.title) if found else escape(fact)

    # -- one studio -------------------------------------------------------------------------------

    def figures(self, found: Result) -> Iterator[str]:
        """Say what each part came to, the mean or total exactly and as printed, and what was decided."""
        outcome, words = found.outcome, self.words
        if outcome is None:
            yield words("outcomes.no_total")
            return
        whole = [one for one in found.sheets if one.period == str(found.period)]
        parts = [self._part(found, one.period) for one in found.sheets if one not in whole]
        parts += [words("outcomes.part_missing", period=str(one)) for one in outcome.missing]
        if parts:
            yield words("outcomes.parts", parts=" · ".join(sorted(parts)))
        if figure := self.figure(outcome):
            exact = outcome.average is None or Decimal(figure) == outcome.exact
            own = not parts or (outcome.decided is not None and outcome.decided.how == "total")
            key = "outcomes.total" if own else "outcomes.mean" if exact else "outcomes.mean_exact"
            facts = {"exact": str(outcome.exact)} if key == "outcomes.mean_exact" else {}
            yield words(key, total=figure, **facts)
        if outcome.decided:
            reason = escape(short(outcome.decided.reason, REASON))
            yield words(f"outcomes.decided.{outcome.decided.how}", reason=reason)

    def _part(self, found: Result, period: str) -> str:
        sheet = next(one for one in found.sheets if one.period == period)
        facts = {"period": period, "total": show(sheet.total)}
        if sheet.appealed and sheet.total != sheet.signed_total:
            return self.words("outcomes.part_appealed", **facts, signed=show(sheet.signed_total))
        return self.words("outcomes.part", **facts)

    def dues(self, found: Result, *, shares: bool = True) -> Iterator[str]:
        """Say everything that follows, numbered, with the shares below."""
        outcome = found.outcome
        if outcome is None:
            return
        choices = Counter(one.consequence.choice for one in outcome.consequences)
        for number, one in enumerate(outcome.consequences, 1):
            yield self.words("outcomes.due", number=number, **self.who_and_what(one, choices))
            given = shared(found.splits, number - 1) if shares else ()
            if given:
                named = self.named(given)
                yield self.words("outcomes.shares", number=number, shares=named)

    def named(self, given: Sequence[Split]) -> tuple[str, ...]:
        """Return names and amounts; of very many the first."""
        said = [
            self.words("outcomes.share_each", name=escape(each.name), amount=signed(Decimal(each.amount)))
            for each in given[:NAMED]
        ]
        if len(given) > NAMED:
            said.append(self.words("outcomes.told_more", count=len(given)))
        return tuple(said)

    def due(self, one: Due) -> str:
        """Return one consequence on a line, without its number."""
        return self.words("outcomes.due_said", **self.who_and_what(one, Counter()))

    def who_and_what(self, due: Due, choices: Counter[str | None]) -> dict[str, str]:
        """Return for whom and what, with amount and how it is meant; `choices` counts alternatives."""
        one, words = due.consequence, self.words
        said = [self.word(one.what)]
        if due.amount is not None:
            said.append(f"<b>{signed(due.amount)}</b> {self.word(due.unit or '')}".rstrip())
        if one.per == "head":
            said.append(words("outcomes.head_each"))
        elif sharing(self.rubric, due) == "lump":
            said.append(words("outcomes.lump"))
        if one.of == "rest":
            said.append(words("outcomes.rest", share=show(abs(one.share or ZERO))))
        elif one.share is not None and due.unit != PERCENT:
            said.append(words("outcomes.share", share=show(abs(one.share))))
        if one.note:
            said.append(words("outcomes.note", note=self.word(one.note)))
        settled = choices[one.choice] <= 1
        if one.given:
            key = "outcomes.as" if settled else "outcomes.if"
            said.append(words(key, fact=self.fact(one.given)))
        elif one.choice and not settled:
            said.append(words("outcomes.choice"))
        return {"who": self.word(one.who), "what": " ".join(said)}

    def clauses(self, outcome: Outcome) -> Iterator[str]:
        """Quote the clauses behind the verdicts, verbatim."""
        for clause in outcome.clauses:
            quote = escape("".join(clause.quote.split("\n")))
            yield self.words("outcomes.clause", where=escape(clause.where or ""), quote=quote)

    def basis(self, outcome: Outcome) -> str:
        """Return where the clauses stand; empty where none has a place."""
        where = tuple(dict.fromkeys(escape(one.where) for one in outcome.clauses if one.where))
        return self.words("outcomes.basis", where=where) if where else ""

    # -- what may still change --------------------------------------------------------------------

    def opened(self, problem: Problem) -> str:
        """Say what people have to decide."""
        facts = {name: self._said(value) for name, value in problem.params.items()}
        if isinstance(among := facts.get("among"), tuple):
            facts["among"] = tuple(_MINUS.sub("−", one) for one in among)
        return self.words(f"outcomes.open.{problem.code}", **facts)

    def doubt(self, one: Doubt) -> str:
        """Say what may still change the outcome, or was left out of it."""
        if one.why is None:
            return self.words(f"outcomes.doubt.{one.code}", periods=one.periods)
        why = replace(one.why, params={name: self._said(each) for name, each in one.why.params.items()})
        said = self.words(f"problem.{why.code}", **why.params)
        return self.words("outcomes.doubt.left_out", periods=one.periods, why=said)

    def ahead(self, one: Ahead) -> str:
        """Say what one more period like this would bring."""
        cause = one.cause.title if isinstance(one.cause, Fact) else one.cause.verdict
        facts = {
            "period": str(one.period),
            "cause": self.word(cause),
            "verdict": self.word(one.occasion.verdict),
        }
        if not one.consequences:
            return self.words("outcomes.ahead", **facts)
        return self.words("outcomes.ahead_dues", **facts, dues=tuple(map(self.due, one.consequences)))

    def rest(self, one: Rest) -> str:
        """Say what the rest of a running period must come to for a line."""
        closed = one.band.at_least
        line = f"> {show(one.band.above or ZERO)}" if closed is None else f"≥ {show(closed)}"
        facts: dict[str, object] = {
            "sign": "▲ " if one.behind else "· ",
            "period": str(one.period),
            "left": tuple(map(str, one.left)),
            "line": escape(line),
            "verdict": self.word(one.band.verdict),
        }
        if one.least is None:
            return self.words("outcomes.rest_none", **facts)
        key = "outcomes.rest_one" if len(one.left) == 1 else "outcomes.rest_more"
        return self.words(key, **facts, least=show(one.least))

    def _said(self, value: Param) -> Param:
        if isinstance(value, tuple):
            return tuple(str(self._said(one)) for one in value)
        return escape(replaced(value, self._terms)) if isinstance(value, str) else value


def signed(amount: Decimal) -> str:
    """Return an amount with its sign: +1000, −500."""
    return f"{Decimal(show(amount)):+f}".replace("-", "−")
