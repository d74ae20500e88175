"""The template for a list of visits: every studio of the coordinator's scope, and what may be written beside it."""

from __future__ import annotations

from bot import access
from bot.changes.visit_forms import chosen_forms
from bot.clock import from_ms
from bot.flows.screen import Ask
from bot.flows.visits.people import assessors
from bot.ports import Desk
from bot.texts.names import named
from exports import visits
from exports.visits import VisitsRecord


def render(record: VisitsRecord) -> bytes:
    """Return the workbook of a template."""
    return visits.render(record)


def record(desk: Desk, ask: Ask) -> VisitsRecord:
    """Return the template for whoever asks; retired studios are not on it."""
    english = not ask.who.language.startswith("zh")
    rubrics = desk.library.current()
    studios = desk.studios.covered(access.scopes(ask.who, "plan"))
    forms = (
        ((english and form.title_en) or form.title) for rubric in rubrics for form in chosen_forms(rubric)
    )
    return VisitsRecord(
        language=ask.who.language,
        studios=tuple((each.name, each.unit) for each in studios if each.retired is None),
        rubrics=tuple(named(each).said(english=english) for each in rubrics),
        forms=tuple(dict.fromkeys(forms)),
        assessors=tuple(dict.fromkeys(each.name for each in assessors(desk, ask.now))),
        dated=from_ms(ask.now),
    )
