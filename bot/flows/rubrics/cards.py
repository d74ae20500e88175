"""The cards of a rubric exactly as an assessor will see them, drawn by the walk's own screens, with nothing to score.

It makes the walk of a studio that there is not, at a year's end, when every rule counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.changes.visit_forms import kinds_of
from bot.clock import from_ms
from bot.entities import Assessment, Visit
from bot.flows.lengths import MAX_TEXT, visible_length
from bot.flows.outputs import Button, Face, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack, unpack
from bot.flows.walk.card import CardScreen
from bot.flows.walk.contents import ContentsScreen
from bot.flows.walk.places import WalkState, walked
from bot.flows.walk.reading import Walk
from bot.ports import Marking
from rubrics.effective import effective
from rubrics.model import Rubric
from rubrics.periods import MONTHS, Kind, Period

NOBODY = "preview"
"""Id of the assessment that there is not."""
ROOM = 900
"""Characters that notes, occurrences and figures of a real walk may add to a card."""
_CARD, _CONTENTS = CardScreen(), ContentsScreen()


@dataclass(frozen=True, slots=True)
class Shape:
    """Which sheet of a rubric is looked at: type of studio and form, each by its place in the rubric's list."""

    variant: int = 0
    form: int = 0


def shapes(rubric: Rubric) -> tuple[Shape, ...]:
    """Return every sheet that a rubric can have."""
    return tuple(
        Shape(variant, form)
        for form in range(max(1, len(rubric.sheets)))
        for variant in range(max(1, len(rubric.variants)))
    )


def shaped(rubric: Rubric, item: str, wanted: Shape) -> Shape | None:
    """Return the sheet nearest to the wanted one that has an item; None where no sheet has it."""
    near = sorted(shapes(rubric), key=lambda one: (one.form != wanted.form, one.variant != wanted.variant))
    return next((one for one in near if not item or item in _numbers(rubric, one)), None)


def _numbers(rubric: Rubric, shape: Shape) -> set[str]:
    sections = walked(rubric, _form(rubric, shape), _variant(rubric, shape))
    return {item.no for section in sections for item in section.items}


def _variant(rubric: Rubric, shape: Shape) -> str | None:
    return rubric.variants[shape.variant % len(rubric.variants)].id if rubric.variants else None


def _form(rubric: Rubric, shape: Shape) -> str | None:
    return rubric.sheets[shape.form % len(rubric.sheets)].id if rubric.sheets else None


def walk_of(rubric: Rubric, item: str, shape: Shape, ask: Ask) -> Walk:
    """Return the walk of nobody at an item (or at none, for the contents)."""
    form = _form(rubric, shape)
    period = _period(rubric, kinds_of(rubric, rubric.sheet(form) if form else None), ask)
    rulings = {ruling.id: ruling.shipped for ruling in rubric.rulings if ruling.shipped}
    visit = Visit(
        id=NOBODY,
        studio="",
        campaign="",
        rubric=rubric.id,
        version=rubric.version,
        period=str(period),
        kind=form or period.kind,
        opened=ask.now,
        opened_by="",
    )
    nobody = Assessment(
        id=NOBODY,
        visit=visit,
        studio="",
        studio_name="–",
        unit="",
        leader="",
        variant=_variant(rubric, shape),
        rulings=rulings,
        assumed=tuple(each.id for each in rubric.rulings if each.shipped and each.assumed),
        members=(),
        state="open",
    )
    state = WalkState(assessment=NOBODY, item=item)
    return Walk(state, nobody, effective(rubric, rulings), period, Marking({}, {}))


def _period(rubric: Rubric, kinds: Sequence[Kind], ask: Ask) -> Period:
    """Return the period of a kind that the sheet is for which ends with this year."""
    year = from_ms(ask.now).astimezone(ask.zone).year
    kind = next((kind for kind in kinds or rubric.periods if kind in MONTHS), None)
    if kind is None:
        return Period.parse(f"{year}..{year + 1}")
    return Period.holding(kind, date(year, 12, 31))


def drawn(rubric: Rubric, item: str, shape: Shape, ask: Ask) -> Face:
    """Return the card of an item, or the contents, with the walk's own buttons."""
    walk = walk_of(rubric, item, shape, ask)
    return _CARD.show(walk, ask) if item else _CONTENTS.show(walk, ask)


def rewired(rows: Rows, source: str, shape: Shape) -> Rows:
    """Return the walk's buttons with other wires: what leads to a card leads to its preview, the rest nowhere."""
    return tuple(tuple(_rewired(button, source, shape) for button in row) for row in rows)


def _rewired(button: Button, source: str, shape: Shape) -> Button:
    tap = unpack(button.data, "", here=True)
    if tap is not None and (tap.screen, tap.verb) == (_CARD.code, "g"):
        return Button(button.label, leading("g", source, tap.arg(1), shape))
    if tap is not None and (tap.screen, tap.verb) == (_CONTENTS.code, "o"):
        return Button(button.label, leading("g", source, "", shape))
    if tap is not None and (tap.screen, tap.verb) == (_CARD.code, "d"):
        return Button(button.label, leading("d", source, tap.arg(1), shape))
    return Button(button.label, pack("v", "x", source))


def leading(verb: str, source: str, item: str, shape: Shape) -> str:
    """Return the data of a button of the preview."""
    return pack("v", verb, source, item, shape.variant, shape.form)


def overlong(rubric: Rubric, ask: Ask) -> tuple[tuple[str, int], ...]:
    """Return the items whose cards would not fit into a message once something is entered, with their lengths."""
    longest: dict[str, int] = {}
    for shape in shapes(rubric):
        for item in _numbers(rubric, shape):
            length = visible_length(drawn(rubric, item, shape, ask).text)
            longest[item] = max(length, longest.get(item, 0))
    return tuple((item, length) for item, length in sorted(longest.items()) if length > MAX_TEXT - ROOM)
