"""Verdicts and what follows from them: suggested, never carried out, each with its figures and clauses.

Pure: totals and facts in, outcomes out. Whatever the source, the rulings or the figures leave open makes an
outcome that needs a decision and says why; nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rubrics.bands import Band, printed
from rubrics.consequences import Due, due
from rubrics.model import Rubric
from rubrics.notes import Clause
from rubrics.outcome_book import Book
from rubrics.outcome_rules import Occasion, OutcomeRules
from rubrics.periods import Period
from rubrics.problems import Problem, Refused, problem, warning
from rubrics.totals import Given, refused

Source = Band | Occasion


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be said of one period.

    `exact` is the total or the exact mean, `average` the same cut so that it crosses no line. `sources` are the
    band and the occasions that apply, `verdicts` those of them that are said. `missing` are the parts of the
    period without a total: then no total is judged. `open` says what people have to decide.
    """

    period: Period
    exact: Fraction | None
    average: Decimal | None
    sources: tuple[Source, ...]
    verdicts: tuple[Source, ...]
    consequences: tuple[Due, ...]
    clauses: tuple[Clause, ...]
    missing: tuple[Period, ...]
    open: tuple[Problem, ...]

    @property
    def incomplete(self) -> bool:
        """Whether parts of the period have no total."""
        return bool(self.missing)

    @property
    def needs_decision(self) -> bool:
        """Whether something is left that the program must not decide."""
        return bool(self.open)


def outcomes(
    rubric: Rubric,
    totals: Iterable[Given],
    *,
    fund: Decimal | None = None,
    rulings: Mapping[str, str] | None = None,
) -> tuple[Outcome, ...]:
    """What follows from these totals and facts of one studio, period by period in the order of time.

    `fund` is the year's fund, of which shares are taken. Rulings that are not named are as shipped. Refused is
    a total without bands, one out of range or given twice, and a fact that the scheme does not know.
    """
    rules = rules_of(rubric)
    given = tuple(totals)
    for _, why in refused(rubric, rules, given):
        raise Refused(why)
    options = {ruling.id: ruling.shipped for ruling in rubric.rulings} | dict(rulings or {})
    book = Book(rules, given, options)
    return tuple(_outcome(rubric, rules, book, period, fund) for period in book.periods())


def rules_of(rubric: Rubric) -> OutcomeRules:
    """What the scheme says about outcomes; refused if it says nothing."""
    if rubric.outcomes is None:
        raise Refused(problem("outcomes_none", rubric=rubric.id))
    return rubric.outcomes


def _outcome(
    rubric: Rubric, rules: OutcomeRules, book: Book, period: Period, fund: Decimal | None
) -> Outcome:
    found, exact = book.band(period), book.exact(period)
    band = found and (book.ruled(found) or found)
    rows = {occasion.id: book.in_a_row(occasion, period) for occasion in rules.occasions}
    occasions = tuple(occasion for occasion in rules.occasions if rows[occasion.id])
    sources: tuple[Source, ...] = ((band,) if band else ()) + occasions
    superseded = {one for occasion in occasions for one in occasion.supersedes}
    verdicts = tuple(one for one in sources if one.id not in superseded)
    owed = _owed(sources, book.facts(period), fund)
    clauses = [rubric.clause(one.clause) for one in sources]
    return Outcome(
        period,
        exact,
        None if found is None or exact is None else printed(exact, found),
        sources,
        verdicts,
        owed,
        tuple(dict.fromkeys(clause for clause in clauses if clause)),
        book.missing(period),
        (
            *_incomplete(book, period),
            *_undecided(rubric, book, verdicts, period),
            *_unknown(rules, rows, period),
            *_choices(owed, period),
        ),
    )


def _owed(sources: tuple[Source, ...], facts: frozenset[str], fund: Decimal | None) -> tuple[Due, ...]:
    """What falls due by all sources, without what is replaced and what needs a fact that is not there."""
    every = [(one, source.clause) for source in sources for one in source.consequences]
    replaced = {one.replaces for one, _ in every if one.replaces}
    settled = {one.choice for one, _ in every if one.choice and one.given in facts}
    found: list[Due] = []
    for one, clause in every:
        if one.id and one.id in replaced:
            continue
        if one.given not in facts and (one.choice in settled or (one.given and not one.choice)):
            continue
        if one.is_money or one not in [due_.consequence for due_ in found]:
            found.append(due(one, clause, fund))
    return tuple(found)


def _incomplete(book: Book, period: Period) -> Iterator[Problem]:
    if missing := book.missing(period):
        yield warning("outcome_incomplete", period=str(period), missing=tuple(map(str, missing)))


def _undecided(rubric: Rubric, book: Book, verdicts: tuple[Source, ...], period: Period) -> Iterator[Problem]:
    for one in verdicts:
        if isinstance(one, Band) and one.ruled_by and book.ruled(one) is None:
            ruling = rubric.ruling(one.ruled_by)
            question = ruling.question if ruling else one.ruled_by
            yield warning("outcome_undecided", period=str(period), question=question)


def _unknown(rules: OutcomeRules, rows: Mapping[str, bool | None], period: Period) -> Iterator[Problem]:
    """Say which rows depend on an earlier period that nobody knows."""
    for occasion in rules.occasions:
        if rows[occasion.id] is None:
            yield warning("outcome_row_unknown", period=str(period), verdict=occasion.verdict)


def _choices(owed: tuple[Due, ...], period: Period) -> Iterator[Problem]:
    for choice in dict.fromkeys(one.consequence.choice for one in owed if one.consequence.choice):
        among = tuple(one.label for one in owed if one.consequence.choice == choice)
        if len(among) > 1:
            yield warning("outcome_choice", period=str(period), among=among)
