"""What the item was given last time, and what earlier sheets found that is still to be put right: 待整改：保养记录."""

from __future__ import annotations

from bot.flows.html import escape, short
from bot.flows.walk.reading import Walk
from bot.ports.visits import Owed
from bot.texts import Words

NAMED = 2
"""So many are named on a card; the rest is counted."""
PROBLEM = 24


def on_card(walk: Walk, words: Words) -> tuple[str, ...]:
    """Return the line of the item in view; none where it was not assessed before and nothing is open."""
    facts = {"points": walk.previous, "period": str(walk.period.previous())}
    if not walk.owed:
        return (words("card.previous", **facts),) if walk.previous is not None else ()
    problems = [_named(walk, each, words) for each in walk.owed[:NAMED]]
    if len(walk.owed) > NAMED:
        problems.append(words("fix.more", count=len(walk.owed)))
    key = "fix.still" if walk.previous is None else "fix.previous"
    return (words(key, **facts, problems=tuple(problems)),)


def _named(walk: Walk, each: Owed, words: Words) -> str:
    rule = walk.item.rule(each.letter) if each.letter else None
    said = each.problem.split("\n")[0] or (rule.label if rule else words("fix.below"))
    problem = escape(short(said, PROBLEM))
    return words("fix.owed_done", problem=problem) if each.state == "done" else problem
