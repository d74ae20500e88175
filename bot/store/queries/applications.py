"""Applications with their answers, the steps of their way, objections, and the rules of each year's round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import bindparam, delete, func, select

from bot.entities import Application, ApplicationStep, Objection, Round
from bot.store.compiled import Rows, Statement, upserting
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import answers, application_steps, applications, objections, rounds, words
from bot.store.tables_base import fixed

_APPLICATION: Final = Spoken(Application, applications)
_GET = Statement(_APPLICATION.whole.where(applications.c.id == bindparam("application")))
_OF_PERSON = Statement(
    _APPLICATION.whole.where(applications.c.by == bindparam("person")).order_by(
        applications.c.changed.desc(), applications.c.id
    )
)
_OF_STUDIO = Statement(
    _APPLICATION.whole.where(applications.c.studio == bindparam("studio")).order_by(
        applications.c.changed.desc(), applications.c.id
    )
)
_NAMING = applications.c.matter == fixed("name")
_MATTERS = Statement(
    _APPLICATION.whole.where(~_NAMING).order_by(applications.c.changed.desc(), applications.c.id)
)
_YEARS = Statement(
    select(applications.c.rubric, applications.c.year)
    .where(_NAMING)
    .distinct()
    .order_by(applications.c.year.desc(), applications.c.rubric)
)
_OF_ROUND = Statement(
    _APPLICATION.whole.where(
        applications.c.rubric == bindparam("rubric"), applications.c.year == bindparam("year"), _NAMING
    ).order_by(applications.c.unit, applications.c.name, applications.c.id)
)
_ANSWERS = Statement(
    select(answers.c.key, words.c.text)
    .select_from(answers.outerjoin(words, words.c.id == answers.c.value))
    .where(answers.c.application == bindparam("application"))
    .order_by(answers.c.key)
)
_ANSWER = upserting(answers, "application", "key")
_FORGET = Statement(
    delete(answers).where(
        answers.c.application == bindparam("application"), answers.c.key == bindparam("which")
    )
)
_STEP: Final = Spoken(ApplicationStep, application_steps, "text")
_STEPS = Statement(
    _STEP.whole.where(application_steps.c.application == bindparam("application")).order_by(
        application_steps.c.place
    )
)
_WALKED = _STEP.whole.join(applications, applications.c.id == application_steps.c.application).order_by(
    application_steps.c.application, application_steps.c.place
)
_OF_ROUND_STEPS = Statement(
    _WALKED.where(
        applications.c.rubric == bindparam("rubric"), applications.c.year == bindparam("year"), _NAMING
    )
)
_UNDECIDED_STEPS = Statement(_WALKED.where(applications.c.state.in_([fixed("submitted"), fixed("visited")])))
"""Sent back and handed in again, or outside of the line: their state does not tell."""
_NEXT_STEP = Statement(
    select(func.coalesce(func.max(application_steps.c.place), fixed(0)) + fixed(1)).where(
        application_steps.c.application == bindparam("application")
    )
)
_OBJECTION: Final = Spoken(Objection, objections, "name", "text", "decision")
_OBJECTION_OF = Statement(_OBJECTION.whole.where(objections.c.id == bindparam("objection")))
_OBJECTIONS = Statement(
    _OBJECTION.whole.where(objections.c.application == bindparam("application")).order_by(
        objections.c.at, objections.c.id
    )
)
_ROUND: Final = Spoken(Round, rounds, listed=("quotas",))
_ROUNDS = Statement(_ROUND.whole.order_by(rounds.c.year.desc(), rounds.c.rubric))
_ROUND_OF = Statement(
    _ROUND.whole.where(rounds.c.rubric == bindparam("rubric"), rounds.c.year == bindparam("year"))
)


class Applications:
    """Applications for a studio's name."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, application: str) -> Application | None:
        """Return one."""
        return next(iter(_APPLICATION.read(self._rows.all(_GET, application=application))), None)

    def of_person(self, person: str) -> tuple[Application, ...]:
        """Return those that a person began, the one changed last first."""
        return _APPLICATION.read(self._rows.all(_OF_PERSON, person=person))

    def of_studio(self, studio: str) -> tuple[Application, ...]:
        """Return those of a studio, whatever they are about, the one changed last first."""
        return _APPLICATION.read(self._rows.all(_OF_STUDIO, studio=studio))

    def years(self) -> tuple[tuple[str, int], ...]:
        """Return the schemes and years in which a name was applied for, newest year first."""
        return tuple((rubric, year) for rubric, year in self._rows.all(_YEARS))

    def matters(self) -> tuple[Application, ...]:
        """Return those about studios that are named already, the one changed last first."""
        return _APPLICATION.read(self._rows.all(_MATTERS))

    def of_round(self, rubric: str, year: int) -> tuple[Application, ...]:
        """Return those for a name by a scheme in a year, by unit and name."""
        return _APPLICATION.read(self._rows.all(_OF_ROUND, rubric=rubric, year=year))

    def put(self, application: Application) -> None:
        """Store one as it is now."""
        _APPLICATION.put(self._rows, self._words, application, None, None)

    def answers(self, application: str) -> Mapping[str, str]:
        """Return what was filled in, by key; an erased answer is an empty one."""
        return {key: text or "" for key, text in self._rows.all(_ANSWERS, application=application)}

    def answer(self, application: str, key: str, value: str, author: str, now: int) -> str:
        """Keep an answer; returns the salted hash of its words."""
        word, digest = self._words.keep(value, author)
        self._rows.run(_ANSWER, application=application, key=key, value=word, at=now)
        return digest

    def unanswer(self, application: str, key: str) -> None:
        """Take an answer out."""
        self._rows.run(_FORGET, application=application, which=key)

    def steps(self, application: str) -> tuple[ApplicationStep, ...]:
        """Return its way so far."""
        return _STEP.read(self._rows.all(_STEPS, application=application))

    def steps_of_round(self, rubric: str, year: int) -> Mapping[str, tuple[ApplicationStep, ...]]:
        """Return the ways so far of all for a name by a scheme in a year, by application."""
        return self._walked(_OF_ROUND_STEPS, rubric=rubric, year=year)

    def steps_undecided(self) -> Mapping[str, tuple[ApplicationStep, ...]]:
        """Return the ways so far of all whose state alone does not say how far they are, by application."""
        return self._walked(_UNDECIDED_STEPS)

    def _walked(self, statement: Statement, **given: object) -> Mapping[str, tuple[ApplicationStep, ...]]:
        found: dict[str, list[ApplicationStep]] = {}
        for step in _STEP.read(self._rows.all(statement, **given)):
            found.setdefault(step.application, []).append(step)
        return {application: tuple(steps) for application, steps in found.items()}

    def step(self, step: ApplicationStep) -> Mapping[str, str]:
        """Add the next step, whatever its place; returns the salted hashes of its words, by field."""
        place = self._rows.value(_NEXT_STEP, application=step.application)
        placed = step.model_copy(update={"place": place})
        return _STEP.put(self._rows, self._words, placed, None, step.by)

    def objection(self, objection: str) -> Objection | None:
        """Return one objection."""
        return next(iter(_OBJECTION.read(self._rows.all(_OBJECTION_OF, objection=objection))), None)

    def objections(self, application: str) -> tuple[Objection, ...]:
        """Return the objections to one, in the order in which they came."""
        return _OBJECTION.read(self._rows.all(_OBJECTIONS, application=application))

    def put_objection(self, objection: Objection, author: str | None) -> Mapping[str, str]:
        """Store an objection as it is now; returns the salted hashes of its words, by field."""
        before = self.objection(objection.id)
        return _OBJECTION.put(self._rows, self._words, objection, before, author)

    def round(self, rubric: str, year: int) -> Round | None:
        """Return what holds for a scheme in a year; None where nobody has said anything."""
        return next(iter(_ROUND.read(self._rows.all(_ROUND_OF, rubric=rubric, year=year))), None)

    def rounds(self) -> tuple[Round, ...]:
        """Return what was said about all schemes and years, newest year first."""
        return _ROUND.read(self._rows.all(_ROUNDS))

    def put_round(self, given: Round) -> None:
        """Store what holds for a scheme in a year."""
        _ROUND.put(self._rows, self._words, given, None, None)
