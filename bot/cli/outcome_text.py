"""Outcomes as lines of text for the shell, in the language of the reader as far as the rubric has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bot.cli.base import described
from bot.flows.outcomes.terms import replaced, terms
from bot.texts import Words, words
from rubrics.consequences import Due
from rubrics.model import Rubric
from rubrics.outcomes import Outcome, rules_of
from rubrics.points import ZERO, show
from rubrics.problems import Param, Problem


def outcome_text(rubric: Rubric, outcomes: tuple[Outcome, ...], language: str) -> str:
    """Return all outcomes, each with its verdict, what follows, its clauses and what is left to people."""
    page = _Page(rubric, language)
    return "\n\n".join("\n".join(page.lines(one)) for one in outcomes)


def refusal_text(rubric: Rubric, found: Problem, language: str) -> str:
    """Return what is wrong with a line, with the rubric's words as the reader has them."""
    return _Page(rubric, language).described(found)


class _Page:
    """What all outcomes of a rubric share: its words and those of the reader."""

    def __init__(self, rubric: Rubric, language: str) -> None:
        self._speak: Words = words(language)
        self._facts = {fact.id: fact.title for fact in rules_of(rubric).facts}
        self._terms = terms(rubric, language)

    def lines(self, outcome: Outcome) -> Iterator[str]:
        """The lines of one outcome."""
        verdicts = dict.fromkeys(self._word(one.verdict) for one in outcome.verdicts)
        facts = tuple(self._word(fact.title) for fact in outcome.facts)
        noted = (self._speak("cli.outcomes.facts", facts=facts),) if facts else ()
        yield "  ".join((str(outcome.period), *self._figure(outcome), *verdicts, *noted))
        if decided := outcome.decided:
            yield f"  {self._speak(f'cli.outcomes.decided.{decided.how}', reason=decided.reason)}"
        open_ = Counter(due.consequence.choice for due in outcome.consequences)
        for due in outcome.consequences:
            yield f"  {self._due(due, settled=open_[due.consequence.choice] == 1)}"
        for clause in outcome.clauses:
            quote = "".join(clause.quote.split("\n"))
            yield f"  {self._speak('cli.outcomes.clause', where=clause.where or '', quote=quote)}"
        for why in outcome.open:
            yield f"  ▲ {self.described(why)}"

    def described(self, one: Problem) -> str:
        """A problem in words."""
        return described(self._speak, self._problem(one))

    def _figure(self, outcome: Outcome) -> Iterator[str]:
        if outcome.exact is None:
            return
        if outcome.average is None:
            yield self._speak("cli.outcomes.total", total=str(outcome.exact))
            return
        exact = "" if outcome.average == outcome.exact else f" ({outcome.exact})"
        yield self._speak("cli.outcomes.total", total=f"{show(outcome.average)}{exact}")

    def _due(self, due: Due, *, settled: bool) -> str:
        one, speak = due.consequence, self._speak
        said = [speak("cli.outcomes.due", who=self._word(one.who), what=self._word(one.what))]
        if due.amount is not None:
            amount = f"{due.amount:+f}".replace("-", "−")
            said.append(f"{amount} {self._word(due.unit or '')}".rstrip())
            if one.per == "head":
                said.append(speak("cli.outcomes.head"))
        if one.of == "rest":
            said.append(speak("cli.outcomes.rest", share=show(abs(one.share or ZERO))))
        elif one.share is not None and one.share != due.amount:
            said.append(speak("cli.outcomes.share", share=show(abs(one.share))))
        if one.note:
            said.append(speak("cli.outcomes.note", note=self._word(one.note)))
        if one.given:
            key = "cli.outcomes.as" if settled else "cli.outcomes.if"
            said.append(speak(key, fact=self._word(self._facts[one.given])))
        elif one.choice and not settled:
            said.append(speak("cli.outcomes.choice"))
        return " ".join(said)

    def _word(self, text: str) -> str:
        return self._terms.get(text, text)

    def _problem(self, one: Problem) -> Problem:
        """The problem with the rubric's words among its parameters as the reader has them."""
        return replace(one, params={name: self._said(value) for name, value in one.params.items()})

    def _said(self, value: Param) -> Param:
        if isinstance(value, tuple):
            return tuple(str(self._said(one)) for one in value)
        return replaced(value, self._terms) if isinstance(value, str) else value
