"""What naming does to a studio: since when and by whom it is named, its name and level."""

from __future__ import annotations

from bot.changes.applications.of import way
from bot.changes.studio_fields import text_of
from bot.entities import Application, Studio
from bot.ports import Desk
from bot.problems import Refusal


def nameable(desk: Desk, found: Application, studio: Studio, decider: str) -> None:
    """Refuse a name that another studio has, and a namer whose name is too long."""
    other = desk.studios.named(found.name)
    if other is not None and other.id != studio.id:
        raise Refusal("studio_name_taken", name=found.name)
    text_of("named_by", decider)


def named(desk: Desk, found: Application, studio: Studio, on: str, decider: str) -> dict[str, object]:
    """Write it into the list of studios; returns what the history says of it."""
    level = next((step.level for step in way(desk, found) if step.name == "named"), "")
    after = studio.model_copy(
        update={
            "name": found.name,
            "named_on": on,
            "named_by": text_of("named_by", decider),
            "level": level or studio.level,
        }
    )
    desk.studios.update(after)
    told: dict[str, object] = {"named_on": [studio.named_on or "", on]}
    if level and level != studio.level:
        told["level"] = [studio.level, level]
    return told
