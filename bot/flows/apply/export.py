"""Taking an application away, also a draft: its forms as files, or all of it as a package."""

from __future__ import annotations

from typing import Final

from bot.flows.apply.reading import Paper
from bot.flows.apply.states import FORM, FORM_SCREEN, FormState
from bot.flows.export import face
from bot.flows.export.choose import placed
from bot.flows.export.order import Order
from bot.flows.outputs import Button
from bot.flows.screen import Ask, Go, Step
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.application import forms_of

KINDS: Final = {"f": "forms", "w": "application"}
"""What a button's letter asks for -> kind of export."""


def lines(one: Paper, words: Words) -> list[str]:
    """Return what can be taken away."""
    return ["", words("apply.export_ask"), *([words("apply.export_draft")] if one.writable else [])]


def keys(one: Paper, words: Words) -> list[tuple[Button, ...]]:
    """Return a button for each; a scheme without forms has the package only."""
    application = one.application.id
    found = [Button(words("apply.button.export_whole"), pack(FORM, "e", application, "w"))]
    if forms_of(one.rubric, one.application.track):
        found.insert(0, Button(words("apply.button.export_forms"), pack(FORM, "e", application, "f")))
    return [tuple(found)]


def ordered(one: Paper, letter: str, ask: Ask) -> Step:
    """Ask for it; a message of its own says how far it is."""
    found, kind = one.application, KINDS[letter]
    order = Order(
        kind=kind,
        rubric=found.rubric,
        period=str(found.year),
        studio=found.studio,
        application=found.id,
        language=ask.who.language,
    )
    title = face.headed(ask.words(f"export.kind.{kind}"), found.name, order.period)
    change, said = placed(order, title, ask)
    return Step((change,), go=Go(FORM_SCREEN, FormState(application=found.id)), say=(said,))
