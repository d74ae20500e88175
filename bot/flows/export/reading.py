"""What there is to choose from on the way to an export: only what the person's own grants let them have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeVar

from bot import access
from bot.clock import from_ms
from bot.entities import OwnForm, Person, Scope, Studio
from bot.flows.export.kinds import BY_ID, KINDS, ExportKind
from bot.flows.export.order import Order
from bot.flows.export.states import ExportState
from bot.flows.screen import Ask, Stale
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.numbering import canonical
from rubrics.periods import Kind, Period
from rubrics.problems import Refused

Question = Literal["kind", "form", "rubric", "period", "studio", "drop"]
PAGE: Final = 8
LOG_YEARS: Final = 2
"""How many years back a log is offered, this one among them."""
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
    rubrics = tuple(each for each in desk.library.current() if _offers(desk, kind, each))
    wanted = form.rubric if form else state.rubric
    rubric = next((each for each in rubrics if each.id == wanted), None)
    if rubric is None and len(rubrics) == 1 and not wanted:
        rubric = rubrics[0]
    if rubric is None:
        return Choice(state, "rubric", kinds, kind, form, rubrics=rubrics)
    if not state.period:
        periods = tuple(_periods(desk, ask, kind, rubric))
        return Choice(state, "period", kinds, kind, form, rubric, periods=periods)
    everybody = tuple(_studios(desk, ask, kind, rubric, state.period))
    found = tuple(each for each in everybody if holds(each, state.text))
    return Choice(state, "studio", kinds, kind, form, rubric, studios=found, count=len(everybody))


def _offers(desk: Desk, kind: ExportKind, rubric: Rubric) -> bool:
    """Say whether a kind fits a rubric by which anything was ever done."""
    return kind.fits(rubric) and (kind.source == "log" or bool(desk.visits.campaigns(rubric.id)))


def holds(studio: Studio, text: str) -> bool:
    """Say whether name, unit or leader of a studio hold every word of a text."""
    where = canonical(f"{studio.name} {studio.unit} {studio.leader}")
    return all(each in where for each in canonical(text).split())


# --- periods


def _periods(desk: Desk, ask: Ask, kind: ExportKind, rubric: Rubric) -> Iterator[Period]:
    """Return the periods that have begun since the first campaign, the newest first, longer ones before shorter."""
    today = from_ms(ask.now).astimezone(ask.zone).date()
    years = [today.year - LOG_YEARS + 1]
    if kind.source == "sheets":
        years = [each.year for each in desk.visits.campaigns(rubric.id)] or [today.year]
    found = {each for one in spans(kind, rubric) for each in _begun(one, min(years), today, rubric)}
    return iter(sorted(found, key=lambda each: (each.end, each.end - each.start), reverse=True))


def spans(kind: ExportKind, rubric: Rubric) -> Iterable[Kind]:
    """Return the kinds of period that an export is about."""
    if kind.spans is not None:
        return kind.spans(rubric)
    return ("month", "quarter", "year") if kind.source == "log" else rubric.periods


def _begun(kind: Kind, first: int, today: date, rubric: Rubric) -> Iterator[Period]:
    if kind == "cycle":
        length = rubric.cycle or 0
        for end in range(first, today.year + length):
            if length > 1:
                yield Period.parse(f"{end - length + 1}..{end}")
        return
    period = Period.holding(kind, today)
    while period.end.year >= first:
        yield period
        period = period.previous()


def typed_period(text: str, kind: ExportKind, rubric: Rubric) -> Period | None:
    """Return the period that somebody wrote, if the export can be about it."""
    try:
        period = Period.parse(text)
    except Refused:
        return None
    return period if period.kind in spans(kind, rubric) else None


# --- studios


def _studios(desk: Desk, ask: Ask, kind: ExportKind, rubric: Rubric, period: str) -> Iterator[Studio]:
    """Return the studios in the person's scope that have what the export is made of."""
    known = (
        studio
        for studio in desk.studios.covered(access.scopes(ask.who, kind.act))
        if access.may(ask.who, kind.act, studio)
    )
    if kind.source == "log" or kind.spans is not None:
        yield from known
        return
    signed = {each.studio for each in desk.visits.signed_in(rubric.id, (period,))}
    yield from (studio for studio in known if studio.id in signed)
