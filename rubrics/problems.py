"""Everything that can be wrong in a rubric file, a mark or a line of entry: codes and parameters, no prose.

The words for a code, in two languages, belong to whoever speaks to people. A code that is no longer used
stays listed, because stored rows may still name it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Param = str | int | tuple[str, ...]
Severity = Literal["error", "warning"]

_VALUES: Final = {
    "points_unreadable": ("value",),
    "period_unreadable": ("value",),
}

CODES: Final[dict[str, tuple[str, ...]]] = {**_VALUES}
"""Every code with the names of its parameters."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place: the path in the rubric's tree and, once a file is known, its name and line (from 1)."""

    path: tuple[str | int, ...] = ()
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; the parameters are exactly those that its code lists."""

    code: str
    params: Mapping[str, Param]
    severity: Severity = "error"
    where: Where | None = None

    def __post_init__(self) -> None:
        """A problem that nobody could put into words is a mistake of ours, found where it is made."""
        if set(self.params) != set(CODES[self.code]):
            raise KeyError(self.code, *self.params)


class Refused(Exception):
    """What was asked is not done, and the problem says why."""

    def __init__(self, problem: Problem) -> None:
        """Carry the one problem that stands in the way."""
        super().__init__(problem.code, dict(problem.params))
        self.problem = problem


def problem(code: str, **params: Param) -> Problem:
    """An error without a place."""
    return Problem(code, params)


def warning(code: str, **params: Param) -> Problem:
    """Something that a person should know and that stops nothing."""
    return Problem(code, params, "warning")
