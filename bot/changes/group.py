"""A 考核组 with a joint sheet: who signs it, whose signature stands, and where the history keeps that.

What concerns the group and not the sheet has a stream of its own: the 校验码 covers the history of the visit, and must
not move because somebody signed.
"""

from __future__ import annotations

from bot.entities import Assessment, Countersign
from bot.ports import Desk


def group_stream(visit: str) -> str:
    """Return the stream of what concerns the group of a visit: who does what, who signed, who was taken out."""
    return f"{visit}/sign"


def several(found: Assessment) -> bool:
    """Say whether several people assess together."""
    return len(found.members) > 1 and not found.visit.own and not found.visit.blind


def standing(desk: Desk, found: Assessment, code: str) -> tuple[Countersign, ...]:
    """Return the signatures of members under the sheet as it is now, in the order of time."""
    if not several(found):
        return ()
    given = desk.panels.countersigns(found.id)
    return tuple(each for each in given if each.digest == code and each.person in found.members)


def lapsed(desk: Desk, found: Assessment, code: str) -> tuple[Countersign, ...]:
    """Return the signatures under the sheet as it was before it was changed."""
    return tuple(each for each in desk.panels.countersigns(found.id) if each.digest != code)
