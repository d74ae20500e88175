"""Where the answer to a press appears: below a message that somebody was sent, in place on the card in view."""

from __future__ import annotations

from dataclasses import replace

from bot.flows.screen import Step
from bot.flows.taps import Tap


def below(step: Step, tap: Tap) -> Step:
    """Return the step with a new card where the button hangs on a message: the old card may be far above it."""
    return step if step.stay or tap.here else replace(step, fresh=True)
