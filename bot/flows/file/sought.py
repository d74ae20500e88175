"""What the rubrics of a studio count in a register of its file, so that who keeps it knows what will be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from bot.changes.work_plan.asked import rubrics_of
from bot.entities import Studio
from bot.flows.html import escape
from bot.flows.rubric_names import rubric_name
from bot.ports import Desk
from bot.texts import Words
from bot.texts.registers import Register
from rubrics.holdings import Holding
from rubrics.model import Rubric
from rubrics.registers import file_kind


@dataclass(frozen=True, slots=True)
class Sought:
    """What one rubric counts in a register."""

    rubric: Rubric
    holdings: tuple[Holding, ...]


def sought_of(desk: Desk, studio: Studio, kind: Register) -> tuple[Sought, ...]:
    """Return what is counted in a register by the rubrics that a studio was visited by, logs or is typed in."""
    every = (Sought(rubric, _counted(rubric, kind.id)) for rubric in rubrics_of(desk, studio))
    return tuple(each for each in every if each.holdings)


def sought_lines(found: tuple[Sought, ...], words: Words) -> list[str]:
    """Return a line for each rubric: its name, and what it counts."""
    english = words("language.code") == "en"
    return [
        words(
            "filed.sought",
            rubric=escape(rubric_name(one.rubric, words)),
            what=tuple(
                dict.fromkeys(escape((english and each.title_en) or each.title) for each in one.holdings)
            ),
        )
        for one in found
    ]


def _counted(rubric: Rubric, kind: str) -> tuple[Holding, ...]:
    return tuple(
        each
        for each in rubric.holdings
        if any(file_kind(one) == kind for name in each.registers if (one := rubric.register(name)))
    )
