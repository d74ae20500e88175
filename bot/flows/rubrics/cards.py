"""The cards of a rubric exactly as an assessor will see them, drawn by the walk's own screens, with nothing to score.

It makes the walk of a studio that there is not, at a year's end, when every rule counts.
"""

from __future__ import annotations

from datetime import date

from bot.clock import from_ms
from bot.entities import Assessment, Visit
from bot.flows.lengths import MAX_TEXT, visible_length
from bot.flows.outputs import Button, Face, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack, unpack
from bot.flows.walk.card import CardScreen
from bot.flows.walk.contents import ContentsScreen
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk
from bot.ports import Marking
from rubrics.effective import effective
from rubrics.model import Rubric
from rubrics.periods import MONTHS, Period

NOBODY = "preview"
"""Id of the assessment that there is not."""
ROOM = 900
"""Characters that notes, occurrences and figures of a real walk may add to a card."""
_CARD, _CONTENTS = CardScreen(), ContentsScreen()


def walk_of(rubric: Rubric, item: str, variant: int, ask: Ask) -> Walk:
    """Return the walk of nobody at an item (or at none, for the contents)."""
    period = _period(rubric, ask)
    rulings = {ruling.id: ruling.shipped for ruling in rubric.rulings if ruling.shipped}
    visit = Visit(
        id=NOBODY,
        studio="",
        campaign="",
        rubric=rubric.id,
        version=rubric.version,
        period=str(period),
        kind=period.kind,
        opened=ask.now,
        opened_by="",
    )
    chosen = rubric.variants[variant % len(rubric.variants)].id if rubric.variants else None
    nobody = Assessment(
        id=NOBODY,
        visit=visit,
        studio="",
        studio_name="–",
        unit="",
        leader="",
        variant=chosen,
        rulings=rulings,
        assumed=tuple(each.id for each in rubric.rulings if each.shipped and each.assumed),
        members=(),
        state="open",
    )
    state = WalkState(assessment=NOBODY, item=item)
    return Walk(state, nobody, effective(rubric, rulings), period, Marking({}, {}))


def _period(rubric: Rubric, ask: Ask) -> Period:
    """Return the period of a kind that the rubric knows which ends with this year."""
    year = from_ms(ask.now).astimezone(ask.zone).year
    kind = next((kind for kind in rubric.periods if kind in MONTHS), None)
    if kind is None:
        return Period.parse(f"{year}..{year + 1}")
    return Period.holding(kind, date(year, 12, 31))


def drawn(rubric: Rubric, item: str, variant: int, ask: Ask) -> Face:
    """Return the card of an item, or the contents, with the walk's own buttons."""
    walk = walk_of(rubric, item, variant, ask)
    return _CARD.show(walk, ask) if item else _CONTENTS.show(walk, ask)


def rewired(rows: Rows, source: str, variant: int) -> Rows:
    """Return the walk's buttons with other wires: what leads to a card leads to its preview, the rest nowhere."""
    return tuple(tuple(_rewired(button, source, variant) for button in row) for row in rows)


def _rewired(button: Button, source: str, variant: int) -> Button:
    tap = unpack(button.data, "", here=True)
    if tap is not None and (tap.screen, tap.verb) == (_CARD.code, "g"):
        return Button(button.label, pack("v", "g", source, tap.arg(1), variant))
    if tap is not None and (tap.screen, tap.verb) == (_CONTENTS.code, "o"):
        return Button(button.label, pack("v", "g", source, "", variant))
    if tap is not None and (tap.screen, tap.verb) == (_CARD.code, "d"):
        return Button(button.label, pack("v", "d", source, tap.arg(1), variant))
    return Button(button.label, pack("v", "x", source))


def overlong(rubric: Rubric, ask: Ask) -> tuple[tuple[str, int], ...]:
    """Return the items whose cards would not fit into a message once something is entered, with their lengths."""
    found = []
    types = range(max(1, len(rubric.variants)))
    for item in rubric.all_items:
        mine = [each for each in types if not item.variants or rubric.variants[each].id in item.variants]
        length = max((visible_length(drawn(rubric, item.no, each, ask).text) for each in mine), default=0)
        if length > MAX_TEXT - ROOM:
            found.append((item.no, length))
    return tuple(found)
