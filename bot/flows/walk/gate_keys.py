"""The buttons of a condition: met and on to the next, unmet, not applicable; a measured figure is simply sent."""

from __future__ import annotations

from bot.flows.outputs import Button
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_keys import Line, data


def gate_rows(walk: Walk, ask: Ask) -> list[Line]:
    """Return the verdicts on the condition in view."""
    words, revision, state = ask.words, walk.revision(walk.item.no), walk.gate.state
    onward = "next" if walk.following(walk.item.no) else "check"
    met = Button(words(f"button.met.{onward}"), data(walk, "G", "met", revision))
    unmet = Button(
        words("button.unmet.on" if state == "unmet" else "button.unmet"), data(walk, "G", "unmet", revision)
    )
    second = [unmet]
    if walk.item.not_applicable is not None:
        second.append(not_applicable(walk, ask))
    return [[met], [*second, Button(words("button.note"), data(walk, "n"))]]


def not_applicable(walk: Walk, ask: Ask) -> Button:
    """Return the button that says that an item does not apply here."""
    on = walk.marks(walk.item.no).na
    return Button(
        ask.words("button.na.on" if on else "button.na"), data(walk, "N", walk.revision(walk.item.no))
    )
