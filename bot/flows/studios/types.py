"""The question of which type a studio is: first in which rubric, then the types of that one alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bot.flows.html import escape, short
from bot.flows.outputs import Button, Rows
from bot.flows.rubric_names import rubric_name
from bot.texts import Words
from bot.texts.names import titled
from rubrics.model import Rubric

NONE: Final = "-"
"""Of a button that says that a studio takes no part in a rubric."""
LABEL: Final = 30

Data = Callable[..., str]
"""The data of a button: `r` with a rubric opens its types, `t` with a rubric and a type chooses one."""


def rubric_of(rubrics: Sequence[Rubric], of: str) -> Rubric | None:
    """Return the rubric whose types are asked for: the one that was pressed, or the only one."""
    return rubrics[0] if len(rubrics) == 1 else next((each for each in rubrics if each.id == of), None)


def type_of(rubric: Rubric, types: Mapping[str, str], words: Words) -> str:
    """Return the type that is chosen in a rubric in words, as plain text."""
    found = next((each for each in rubric.variants if each.id == types.get(rubric.id)), None)
    if found is None:
        return types.get(rubric.id) or words("studio.button.no_type")
    return titled(found).said(english=words("language.code") == "en")


def question(rubrics: Sequence[Rubric], of: str, words: Words) -> str:
    """Return what is asked."""
    rubric = rubric_of(rubrics, of)
    if rubric is None:
        return words("studio.ask.types")
    return words("studio.ask.type", rubric=escape(rubric_name(rubric, words)))


def keys(rubrics: Sequence[Rubric], of: str, types: Mapping[str, str], words: Words, data: Data) -> Rows:
    """Return a row for each rubric with what is chosen in it, or for each type of the one that is asked about."""
    rubric = rubric_of(rubrics, of)
    if rubric is None:
        said = ((each, f"{rubric_name(each, words)} · {type_of(each, types, words)}") for each in rubrics)
        return tuple((Button(short(label, LABEL), data("r", each.id)),) for each, label in said)
    chosen = types.get(rubric.id)
    english = words("language.code") == "en"
    listed = [(each.id, titled(each).said(english=english), each.id == chosen) for each in rubric.variants]
    listed.append((NONE, words("studio.button.no_type"), chosen is None))
    return tuple(
        (Button(short(f"{'☑' if ticked else '☐'} {label}", LABEL), data("t", rubric.id, variant)),)
        for variant, label, ticked in listed
    )
