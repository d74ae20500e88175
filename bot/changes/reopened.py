"""Items that were sent back: only they may be changed until the sheet is signed anew.

It must not know who sends back; whoever changes an item asks here first.
"""

from __future__ import annotations

from bot.entities import Assessment
from bot.ports import Desk
from bot.problems import Refusal


def changeable(found: Assessment, item: str) -> bool:
    """Say whether an item of an open sheet may be changed: any of the first signature, later those sent back."""
    return found.round == 1 or item in found.reopened


def only_reopened(found: Assessment, *items: str) -> Assessment:
    """Return the assessment, or refuse and name what is open."""
    for item in items:
        if not changeable(found, item):
            raise Refusal("item_closed", item=item, items=found.reopened)
    return found


def never_signed(found: Assessment) -> Assessment:
    """Return the assessment, or refuse what would change all of a sheet that was signed before."""
    if found.round > 1:
        raise Refusal("sheet_reopened", studio=found.studio_name, items=found.reopened)
    return found


def signed_before(desk: Desk, campaign: str) -> bool:
    """Say whether anything of a campaign is signed, or was and waits to be signed anew: then its rulings stand."""
    if desk.visits.any_signed(campaign):
        return True
    waiting = (desk.visits.assessment(review.assessment) for review in desk.reviews.reopened())
    return any(found is not None and found.visit.campaign == campaign for found in waiting)
