"""The rulings of a campaign, in English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "problem.campaign_open": (
        "{rubric} {year}: {count} rulings are wanted before anything can be assessed. A coordinator decides them from "
        "/rubrics, on the page of that year."
    ),
    "problem.campaign_scope": (
        "Rulings hold for every studio; only a coordinator of everything can decide them. Nothing was changed."
    ),
    "problem.campaign_press": "Please use the buttons; for a number, tap its question first and send it then.",
    "problem.campaign_number": "“{text}” is no answer here and was not kept. Send a number from {least} to {most}.",
    "problem.campaign_number_step": (
        "“{text}” is no answer here and was not kept. Send a number from {least} to {most} in steps of {step}."
    ),
    "campaign.title": "Rulings {year}, {rubric}",
    "campaign.head": (
        "<b>Rulings of {year}</b> · {rubric}\n"
        "What the source leaves open: decided by the unit once a year, printed on the sheets."
    ),
    "campaign.counts": "decided {decided} · assumed {assumed} · open {open}",
    "campaign.closed": "{title}: rulings of {year}",
    "campaign.holds": "{said}",
    "campaign.holds_by": "{said} · {name} {day}",
    "campaign.assumed": "assumed: {said}",
    "campaign.suggested": "suggested (the source does not say): {said}",
    "campaign.open": "not decided",
    "campaign.at": "Ruling {at}/{count} · {year}",
    "campaign.bounds": "{least} to {most} {unit}",
    "campaign.reason": "Why: {reason}",
    "campaign.first": "▲ Nothing can be assessed before this is decided.",
    "campaign.stands": "A sheet of this year is signed; its rulings stand.",
    "campaign.others": "A coordinator of everything decides it.",
    "campaign.ask_option": "Tap one.",
    "campaign.ask_number": "Tap to decide, or send another number.",
    "campaign.check_number": "Tap to decide, or send the number anew.",
    "campaign.sure": (
        "<b>Decide the other {count} as they stand now?</b>\n"
        "They can be changed until the first sheet of {year} is signed."
    ),
    "campaign.decided": "Decided",
    "campaign.decided_all": "{count} decided",
    "campaign.undecided": (
        "▲ {rubric} {year}: nobody has decided {count} rulings; what is assumed or suggested holds until a signature."
    ),
    "campaign.wanted": "▲ {rubric} {year}: {count} rulings are wanted before anything is planned or assessed.",
    "campaign.button.open": "Rulings of {year}",
    "campaign.button.rest": "Decide the other {count} as they stand…",
    "campaign.button.yes": "Decide {count}",
    "campaign.button.rubric": "The rubric",
    "campaign.button.decide": "Decide {said}",
    "campaign.button.list": "All rulings",
    "campaign.button.before": "‹",
    "campaign.button.after": "›",
}
