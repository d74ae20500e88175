"""Verdicts and what follows from them: suggested, never carried out, each with its figures and clauses.

Pure: totals and facts in, outcomes out. Whatever the source, the rulings or the figures leave open makes an
outcome that needs a decision and says why; nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rubrics.bands import Band, plain, printed
from rubrics.consequences import Due
from rubrics.effective import effective, open_at
from rubrics.force import complete
from rubrics.model import Rubric
from rubrics.notes import Clause
from rubrics.outcome_book import Book
from rubrics.outcome_dues import Ledger
from rubrics.outcome_rules import Fact, Occasion, OutcomeRules
from rubrics.periods import Period
from rubrics.points import show
from rubrics.problems import Problem, Refused, problem, warning
from rubrics.totals import Decided, Given, refused

Source = Band | Occasion


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be said of one period, with the `facts` that were entered for it.

    `exact` is the total or the exact mean, `average` the same cut so that it crosses no line. `sources` are the
    band and the occasions that apply, `verdicts` those of them that are said. `missing` are the parts of the
    period without a total: then no total is judged, unless the coordinator `decided`. `open` says what people
    have to decide.
    """

    period: Period
    facts: tuple[Fact, ...]
    exact: Fraction | None
    average: Decimal | None
    sources: tuple[Source, ...]
    verdicts: tuple[Source, ...]
    consequences: tuple[Due, ...]
    clauses: tuple[Clause, ...]
    missing: tuple[Period, ...]
    decided: Decided | None
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
    named: Period | None = None,
) -> tuple[Outcome, ...]:
    """What follows from these totals and facts of one studio, period by period in the order of time.

    `fund` is the year's fund, of which shares are taken; `named` is when the studio was named. Rulings that are
    not answered are as shipped. Refused is a total without bands, one out of range or given twice, a decision
    where nothing is missing, and a fact that the scheme does not know.
    """
    answers = complete(rubric, rulings or {}) or {}
    rubric = effective(rubric, answers)
    rules = rules_of(rubric)
    given = tuple(totals)
    for _, why in refused(rubric, rules, given):
        raise Refused(why)
    book = Book(rules, given, answers, undecided=open_at(rubric, answers, "band"), named=named)
    ledger = Ledger(book, fund)
    return tuple(_outcome(rubric, rules, book, period, ledger) for period in book.periods())


def rules_of(rubric: Rubric) -> OutcomeRules:
    """What the scheme says about outcomes; refused if it says nothing."""
    if rubric.outcomes is None:
        raise Refused(problem("outcomes_none", rubric=rubric.id))
    return rubric.outcomes


def _outcome(rubric: Rubric, rules: OutcomeRules, book: Book, period: Period, ledger: Ledger) -> Outcome:
    found, exact = book.band(period), book.exact(period)
    band = found and (book.ruled(found) or found)
    rows = {occasion.id: book.in_a_row(occasion, period) for occasion in rules.occasions}
    occasions = tuple(occasion for occasion in rules.occasions if rows[occasion.id])
    sources: tuple[Source, ...] = ((band,) if band else ()) + occasions
    superseded = {one for occasion in occasions for one in occasion.supersedes}
    verdicts = tuple(one for one in sources if one.id not in superseded)
    owed = ledger.enter(period, sources)
    clauses = [rubric.clause(one.clause) for one in sources]
    return Outcome(
        period,
        tuple(fact for fact in rules.facts if fact.id in book.facts(period)),
        exact,
        _shown(found, exact),
        sources,
        verdicts,
        owed,
        tuple(dict.fromkeys(clause for clause in clauses if clause)),
        book.missing(period),
        book.decided(period),
        (
            *_incomplete(book, period),
            *_lines(book, period),
            *_undecided(rubric, book, verdicts, period),
            *_unknown(rules, book, rows, period),
            *_choices(owed, period),
            *(
                warning("outcome_chosen_idle", period=str(period), what=name)
                for name in sorted(book.chosen(period) - {one.consequence.name for one in owed})
            ),
            *(
                warning("outcome_earlier_unknown", period=str(period), what=one.label)
                for one in owed
                if one.consequence.looks_back and ledger.unsure(period, one.consequence)
            ),
        ),
    )


def _shown(found: Band | None, exact: Fraction | None) -> Decimal | None:
    """The figure as it may be printed; without a band only one that needs no cutting."""
    if exact is None:
        return None
    return plain(exact) if found is None else printed(exact, found)


def _incomplete(book: Book, period: Period) -> Iterator[Problem]:
    missing = book.missing(period)
    if missing and not book.decided(period):
        yield warning("outcome_incomplete", period=str(period), missing=tuple(map(str, missing)))


def _lines(book: Book, period: Period) -> Iterator[Problem]:
    """Say which ends of bands nobody has decided, and what is suggested for them."""
    for ruling in book.open_lines(period):
        answers = [answer for answer, _ in ruling.answers()]
        common = {"period": str(period), "question": ruling.asks(), "ruling": ruling.id}
        if ruling.value:
            suggested = f"{show(ruling.value.suggested)} {ruling.value.unit}"
            yield warning("outcome_line_wanted", suggested=suggested, **common)
        else:
            yield warning("outcome_ruling_wanted", options=tuple(answers), **common)


def _undecided(rubric: Rubric, book: Book, verdicts: tuple[Source, ...], period: Period) -> Iterator[Problem]:
    for one in verdicts:
        if isinstance(one, Band) and one.ruled_by and book.ruled(one) is None:
            ruling = rubric.ruling(one.ruled_by)
            question = ruling.asks() if ruling else one.ruled_by
            yield warning("outcome_undecided", period=str(period), question=question)


def _unknown(
    rules: OutcomeRules, book: Book, rows: Mapping[str, bool | None], period: Period
) -> Iterator[Problem]:
    """Say which rows depend on an earlier period, or on a naming, that nobody knows."""
    for occasion in rules.occasions:
        if rows[occasion.id] is not None:
            continue
        code = "outcome_naming_wanted" if occasion.counted_from and not book.named else "outcome_row_unknown"
        yield warning(code, period=str(period), verdict=occasion.verdict)


def _choices(owed: tuple[Due, ...], period: Period) -> Iterator[Problem]:
    for choice in dict.fromkeys(one.consequence.choice for one in owed if one.consequence.choice):
        among = tuple(one.label for one in owed if one.consequence.choice == choice)
        if len(among) > 1:
            yield warning("outcome_choice", period=str(period), among=among)
