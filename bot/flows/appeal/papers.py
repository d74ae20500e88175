"""What stands beside a signed sheet that is sent as a document: the leaders' answers as buttons, decided appeals."""

from __future__ import annotations

from bot.changes.contested import decided
from bot.changes.sign import shown
from bot.entities import Assessment
from bot.flows.appeal.states import REPLY
from bot.flows.outcomes.rest import rest_lines
from bot.flows.outputs import Button, Rows
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from rubrics.points import show


def beside_sheet(desk: Desk, found: Assessment, why: str, words: Words) -> tuple[list[str], Rows]:
    """Return lines for the caption and the buttons; `why` is what the job was asked for."""
    lines = []
    outcomes = decided(desk, found)
    if outcomes:
        lines.append(words("appeal.caption", count=len(outcomes), total=show(outcomes[-1].after)))
    if why == "resigned" and (earlier := desk.reviews.signings(found.id)):
        items = tuple(dict.fromkeys(each.item for each in desk.reviews.returned(found.id)))
        lines.append(words("review.caption", code=shown(earlier[-1].digest), items=items))
    if why not in {"signed", "resigned"}:
        return lines, ()
    keys = (
        (
            Button(words("reply.button.seen"), pack(REPLY, "y", found.id)),
            Button(words("reply.button.objects"), pack(REPLY, "o", found.id)),
        ),
    )
    return [*lines, *rest_lines(desk, found, words), words("reply.asked")], keys
