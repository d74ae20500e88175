"""The way of an application by a scheme: which steps follow each other, which must not be left out, whose they are.

Knows names of steps and the scheme's stages, not who took a step nor when.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, get_args

from rubrics.duties import Stage, WayName
from rubrics.model import Rubric

WAY: Final[tuple[WayName, ...]] = get_args(WayName)
ALWAYS: Final = frozenset({"submitted", "approved"})
"""Nobody is named or put forward without having applied and without a decision."""
ENDS: Final = ("named", "reported")
"""One of them ends the way: the name is given here, or the papers go on to a higher level."""
MATTER: Final = ("submitted", "examined", "approved", "published", "carried_out")
"""What is decided about a studio that is named already goes the same way, and is carried out at its end."""
MATTER_OPTIONAL: Final = frozenset({"published"})
RETURNED: Final = "returned"
NOT_SELECTED: Final = "not_selected"
LIFTED: Final = "line_lifted"


@dataclass(frozen=True, slots=True)
class WayStep:
    """One step of a way, in the words of the scheme where it has any for it."""

    name: str
    required: bool
    title: str = ""
    title_en: str | None = None
    who: str = ""
    who_en: str | None = None
    called: str = ""
    """The scheme's own word for it: 答辩、实地考察; empty where it has none."""
    called_en: str | None = None
    level: str = ""
    """What the studio is by its level once this step is taken; empty where the scheme does not say."""


def way_of(rubric: Rubric, track: str) -> tuple[WayStep, ...]:
    """Return the steps of an application; a scheme that names none leaves all but the necessary ones open."""
    return _way(rubric.stages, track)


@lru_cache(maxsize=64)
def _way(stages: tuple[Stage, ...], track: str) -> tuple[WayStep, ...]:
    """Build it once: a desk asks for it with every application on a list."""
    named: dict[str, list[Stage]] = {}
    for stage in stages:
        for step in stage.steps if track in (stage.tracks or (track,)) else ():
            named.setdefault(step, []).append(stage)
    ends = [name for name in ENDS if name in named] or list(ENDS)
    names = [name for name in WAY if name not in ENDS or name in ends]
    return tuple(_step(name, named.get(name, []), ends) for name in names)


def matter_way() -> tuple[WayStep, ...]:
    """Return the steps of what is decided about a studio that is named already."""
    return tuple(WayStep(name, name not in MATTER_OPTIONAL) for name in MATTER)


def next_of(way: Sequence[WayStep], state: str) -> tuple[str, ...]:
    """Return the steps that may come next: all up to the first that must not be left out; either of two ends."""
    names = [step.name for step in way]
    if state not in names or state == names[-1] or state in ENDS:
        return ()
    found: list[str] = []
    for step in way[names.index(state) + 1 :]:
        found.append(step.name)
        if step.required and step.name not in ENDS:
            break
    return tuple(found)


def next_steps(rubric: Rubric, track: str, state: str) -> tuple[str, ...]:
    """Return the steps that an application in a state may take next; none where its way has ended or not begun."""
    return next_of(way_of(rubric, track), state)


def standing(state: str, taken: Sequence[str]) -> str:
    """Return how far an application is, where it was sent back: what recommended it stands, all else is done again.

    `taken` are the names of its steps so far. A line that was drawn and that it lies outside of ends the way.
    """
    if outside(taken):
        return NOT_SELECTED
    if state == "submitted" and RETURNED in taken and "recommended" in taken:
        return "recommended"
    return state


def outside(taken: Sequence[str]) -> bool:
    """Say whether the line that was drawn last left it out, and still stands."""
    drawn = [name for name in taken if name in {NOT_SELECTED, LIFTED, "selected"}]
    return bool(drawn) and drawn[-1] == NOT_SELECTED


def _step(name: WayName, stages: Sequence[Stage], ends: Sequence[str]) -> WayStep:
    """Return a step; where several stages have it (答辩 and 实地考察), they are all named."""
    english = [stage.title_en or stage.title for stage in stages]
    who = [stage.who_en or stage.who for stage in stages]
    words = [one for stage in stages for one in stage.called if one.step == name]
    return WayStep(
        name,
        bool(stages) or name in ALWAYS or name in ends,
        _joined(stage.title for stage in stages),
        _joined(english) or None,
        _joined(stage.who for stage in stages),
        _joined(who) or None,
        _joined((one.title for one in words), "、"),
        _joined((one.title_en or one.title for one in words), ", ") or None,
        next((stage.level for stage in stages if stage.level and name == "named"), ""),
    )


def _joined(parts: Iterable[str], between: str = " · ") -> str:
    return between.join(dict.fromkeys(parts))
