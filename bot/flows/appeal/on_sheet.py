"""What the whole sheet says below its figures once it is signed: the studio's answers, and appeals with both scores."""

from __future__ import annotations

from collections.abc import Iterator

from bot.changes.contested import decided, receipts_of
from bot.entities import Assessment
from bot.flows.html import bold, escape, short
from bot.flows.month.mine import day_of
from bot.flows.screen import Ask
from bot.ports import Desk
from rubrics.points import show

TEXT = 200


def lines(desk: Desk, ask: Ask, found: Assessment) -> Iterator[str]:
    """Yield the lines of a signed official sheet; nothing for any other."""
    if found.state != "signed" or found.visit.own:
        return
    words = ask.words
    outcomes = decided(desk, found)
    open_ = [each for each in desk.appeals.of_assessment(found.id) if each.state == "open"]
    if outcomes or open_:
        yield words("appeal.on_sheet")
    for each in outcomes:
        appeal = each.appeal
        decider = desk.people.get(appeal.decided_by or "", ask.now)
        yield words(
            f"appeal.line.{appeal.state}",
            item=appeal.item,
            old=appeal.old,
            new=appeal.new or appeal.old,
            before=show(each.before),
            after=show(each.after),
            name=escape(decider.name if decider else "?"),
            day=day_of(appeal.decided or 0, ask).isoformat(),
            why=escape(short(appeal.ruling, TEXT)),
        )
    if outcomes and outcomes[-1].after != outcomes[0].before:
        yield words("appeal.after", total=bold(show(outcomes[-1].after)), signed=show(outcomes[0].before))
    for appeal in open_:
        yield words("appeal.line.open", item=appeal.item, old=appeal.old)
    for receipt in receipts_of(desk, found):
        person = desk.people.get(receipt.person, ask.now)
        day = day_of(receipt.at, ask).isoformat()
        yield words(f"reply.line.{receipt.state}", name=escape(person.name if person else "?"), day=day)
