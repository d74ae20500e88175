"""What there is to choose from on the way to an export: only what the person's own grants let them have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from bot import access
from bot.entities import OwnForm, Person, Scope, Studio
from bot.flows.export.kinds import BY_ID, KINDS, ExportKind
from bot.flows.export.order import Order
from bot.flows.export.rounds import readable
from bot.flows.export.sources import SOURCES, Wish, spans
from bot.flows.export.states import ExportState
from bot.flows.screen import Ask, Stale
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.numbering import canonical
from rubrics.periods import Period
from rubrics.problems import Refused

Question = Literal["kind", "form", "rubric", "period", "studio", "drop"]
PAGE: Final = 8
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, and what there is to choose from for the first question that is open."""

    state: ExportState
    question: Question
    kinds: tuple[ExportKind, ...]
    kind: ExportKind | None = None
    form: OwnForm | None = None
    rubric: Rubric | None = None
    forms: tuple[OwnForm, ...] = ()
    rubrics: tuple[Rubric, ...] = ()
    periods: tuple[Period, ...] = ()
    studios: tuple[Studio, ...] = ()
    """With something to be made, and found by the text that was sent."""
    count: int = 0
    """Of all such studios, whatever was searched for."""
    things: Mapping[str, str] = field(default_factory=dict)
    """What is exported of each studio, where that has an id of its own."""

    @property
    def of(self) -> int:
        """Return how many things the question has."""
        return len(self.periods if self.question == "period" else self.studios)

    @property
    def pages(self) -> int:
        """Return how many pages they fill, one at least."""
        return max(1, -(-self.of // PAGE))

    @property
    def page(self) -> int:
        """Return the page in view, from 0."""
        return max(0, min(self.state.page, self.pages - 1))

    def paged(self, things: Sequence[T]) -> Sequence[T]:
        """Return what stands on the page in view."""
        return things[self.page * PAGE : (self.page + 1) * PAGE]


def allowed(person: Person) -> tuple[ExportKind, ...]:
    """Return the kinds of export that somebody may have of any studio at all."""
    return tuple(kind for kind in KINDS if access.may(person, kind.act))


def may_have(desk: Desk, person: Person, order: Order) -> tuple[ExportKind, tuple[Scope, ...]]:
    """Return the kind of an order and where the studios lie that somebody may have in it, or refuse.

    Asked when the order is placed, and again when it is made.
    """
    kind = BY_ID.get(order.kind)
    if kind is None or not access.may(person, kind.act):
        raise Refusal("not_yours")
    if order.studio:
        access.require(person, kind.act, desk.studios.get(order.studio))
    elif kind.extent == "one":
        raise Refusal("not_yours")
    if order.application:
        readable(desk, person, order.application)
    scopes = access.scopes(person, kind.act)
    kind.ready(desk, order, scopes)
    return kind, scopes


def choice(desk: Desk, ask: Ask, state: ExportState) -> Choice:
    """Return the first question that is open, with its answers."""
    kinds = allowed(ask.who)
    kind = next((each for each in kinds if each.id == state.kind), None)
    if kind is None:
        if not kinds:
            raise Refusal("no_role")
        if state.kind:
            raise Stale
        return Choice(state, "kind", kinds)
    form = desk.own_forms.get(state.form) if state.form and kind.form else None
    if kind.form and (form is None or state.dropping):
        forms = desk.own_forms.all()
        dropping = next((each for each in forms if each.id == state.dropping), None)
        return Choice(state, "drop" if dropping else "form", kinds, kind, dropping, forms=forms)
    source = SOURCES[kind.source]
    rubrics = tuple(each for each in desk.library.current() if kind.fits(each) and source.offers(desk, each))
    wanted = form.rubric if form else state.rubric
    rubric = next((each for each in rubrics if each.id == wanted), None)
    if rubric is None and rubrics and not wanted and (len(rubrics) == 1 or not kind.by_rubric):
        rubric = rubrics[0]
    if rubric is None:
        return Choice(state, "rubric", kinds, kind, form, rubrics=rubrics)
    if not state.period:
        there = set(source.periods(Wish(desk, ask, kind, rubric)))
        periods = tuple(sorted(there, key=lambda each: (each.end, each.end - each.start), reverse=True))
        return Choice(state, "period", kinds, kind, form, rubric, periods=periods)
    wish = Wish(desk, ask, kind, rubric)
    everybody = tuple(source.studios(wish, state.period))
    found = tuple(each for each in everybody if holds(each, state.text))
    things = source.things(wish, state.period)
    return Choice(
        state, "studio", kinds, kind, form, rubric, studios=found, count=len(everybody), things=things
    )


def holds(studio: Studio, text: str) -> bool:
    """Say whether name, unit or leader of a studio hold every word of a text."""
    where = canonical(f"{studio.name} {studio.unit} {studio.leader}")
    return all(each in where for each in canonical(text).split())


def typed_period(text: str, kind: ExportKind, rubric: Rubric) -> Period | None:
    """Return the period that somebody wrote, if the export can be about it."""
    try:
        period = Period.parse(text)
    except Refused:
        return None
    return period if period.kind in spans(kind, rubric) else None
