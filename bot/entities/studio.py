"""The studio that is assessed."""

from __future__ import annotations

from pydantic import Field

from bot.entities.frozen import Frozen


class Studio(Frozen):
    """A studio (创新工作室), its unit and its leader."""

    id: str
    name: str
    unit: str
    leader: str = ""
    types: dict[str, str] = Field(default_factory=dict)
    """Rubric id -> the variant that this studio is in that rubric."""
    level: str = ""
    named_on: str | None = None
    """ISO date of naming."""
    named_by: str = ""
    retired: str | None = None
    """ISO date from which it is no longer assessed."""
