"""What somebody wants to have made: a kind of export and what it is about, as it is stored with its job."""

from __future__ import annotations

from bot.entities.frozen import Frozen


class Order(Frozen):
    """One export; what its kind does not ask for is empty."""

    kind: str
    rubric: str = ""
    period: str = ""
    studio: str = ""
    """Its id; empty for all studios that the person may see."""
    form: str = ""
    """Id of the own form to be filled."""
    application: str = ""
    """Id of the application that it is about."""
    track: str = ""
    """What is applied for, where a list is to hold no other."""
    language: str = "zh-CN"
    """Of whoever asks: names of files and what is not in the rubric's own language."""
