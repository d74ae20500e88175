"""Who is told of what happens on the way of an application."""

from __future__ import annotations


from bot.flows.outputs import Output
from bot.flows.screen import Ask
from bot.ports import Desk


def stepped(desk: Desk, ask: Ask, applications: tuple[str, ...], what: str) -> tuple[Output, ...]:
    """Return who is told."""
    return ()


def drawn(desk: Desk, ask: Ask, rubric: str, year: int, track: str) -> tuple[Output, ...]:
    """Return who is told."""
    return ()


def responded(desk: Desk, ask: Ask, application: str) -> tuple[Output, ...]:
    """Return who is told."""
    return ()


def begun(desk: Desk, ask: Ask, application: str) -> tuple[Output, ...]:
    """Return who is told."""
    return ()


def objection(desk: Desk, ask: Ask, application: str, objection: str) -> tuple[Output, ...]:
    """Return who is told."""
    return ()
