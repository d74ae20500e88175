"""What a person should know of a draft: sums that differ, phrases unread, readings to confirm, fields to fill in.

A finding is a problem with its place in the document; the words for it belong to whoever speaks to people.
"""

from dataclasses import dataclass
from typing import Literal

from rubrics.draft.document import Spot
from rubrics.problems import Param, Problem

Group = Literal["unread", "sum", "confirm", "field", "note"]
_GROUPS: dict[str, Group] = {
    "draft_unread": "unread",
    "draft_read_as": "confirm",
    "draft_field_missing": "field",
    "draft_field_found": "field",
    "draft_points_missing": "field",
    "draft_sum_below": "confirm",
    "draft_note": "note",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, with its place in the document if it has one."""

    problem: Problem
    spot: Spot | None = None

    @property
    def group(self) -> Group:
        """What it asks of a person; all codes of sums are one group."""
        return _GROUPS.get(self.problem.code, "sum")


def finding(code: str, spot: Spot | None = None, /, **params: Param) -> Finding:
    """A finding is a warning: the draft stands, and a person decides."""
    return Finding(Problem(code, params, "warning"), spot)
