"""Where a chat stands with its exports."""

from __future__ import annotations

from typing import Final

from bot.entities.frozen import Frozen
from bot.flows.export.order import Order

CHOOSE: Final = "ex"
RUN: Final = "er"
FORM: Final = "ef"
"""Codes of the screens: the first part of their buttons' data."""
CHOOSE_SCREEN: Final = "export"
RUN_SCREEN: Final = "export_run"
FORM_SCREEN: Final = "own_form"
"""Names of the screens, stored in sessions and cards."""


class ExportState(Frozen):
    """What was chosen so far; the rest is asked."""

    kind: str = ""
    form: str = ""
    rubric: str = ""
    period: str = ""
    text: str = ""
    """What studios are searched for."""
    page: int = 0
    dropping: str = ""
    """The form that is to be taken off the list, once that is confirmed."""
    ordered: tuple[str, ...] = ()
    """Studios (empty: all of them) whose export was asked for on this card: a press that comes twice asks once."""

    @property
    def place(self) -> tuple[str, ...]:
        """What makes two states the same place."""
        return self.kind, self.form, self.rubric, self.period, self.dropping


class RunState(Frozen):
    """The message of one export on its way."""

    order: Order
    card: str = ""
    """The id of the message."""
    cancelled: bool = False
    title: str = ""
    """What is made, in words; read anew each time."""
