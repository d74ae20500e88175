"""What a signed sheet came to, in one line: the total, whether a veto failed it, the conditions that are met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.texts import Words


def result_of(figures: Mapping[str, Any], words: Words) -> str:
    """Return the result from the figures that were kept at signing."""
    return " · ".join(_parts(figures, words))


def _parts(figures: Mapping[str, Any], words: Words) -> Iterator[str]:
    gates: Mapping[str, str] = figures.get("gates", {})
    if figures.get("items") or not gates:
        yield words("result.total", total=figures.get("total", ""))
    if figures.get("failed"):
        yield words("result.failed")
    if gates:
        states = list(gates.values())
        yield words("result.gates", met=states.count("met"), count=len(states) - states.count("na"))
    if figures.get("out"):
        yield words("result.out", items=tuple(figures["out"]))
