"""The self-assessment of a studio in English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "command.selfcheck": "Self-assessment of my studio",
    "self.head": "<b>Self-assessment</b> · score your own studio item by item, sign, and it is handed in",
    "self.mark": "Self-assessment · {text}",
    "self.line": "Self-assessment {figure}",
    "self.result": "Self-assessment {result}",
    "self.told": "{name} handed in a self-assessment: {studio} · {rubric} · {period}\n{result}",
    "choose.open.self": "You have unfinished self-assessments:",
    "button.new_self": "Start a new self-assessment",
    "button.self_sheet": "See the self-assessment",
    "self.button.sign": "Sign and hand in",
    "self.sign.head": "Sign as self-assessor · {name} · {time}",
    "self.sign.done": "✓ Handed in · self-assessor {name} · {time}\nThe sheet follows here once it is made.",
    "self.sign.again": "✓ Handed in · check code {code}",
    "self.sign.warning": (
        "Once handed in it cannot be changed. Assessors see your score beside each item; it counts in no result."
    ),
    "self.sheet.signed": "Self-assessment handed in, it cannot be changed",
    "self.sheet.caption": "Self-assessment · {studio} · {period}\n{result} · check code {code}",
    "self.sheet.file": "self-assessment_{studio}_{period}.xlsx",
    "problem.self_open": (
        "The self-assessment of {studio} for {period} is already open; no second one was opened. "
        "Go on with /resume."
    ),
    "problem.self_closed": (
        "The self-assessment of {studio} for {period} is handed in; it cannot be changed or opened again. "
        "Choose another period."
    ),
    "problem.self_none": "You have no open self-assessment. /selfcheck starts one.",
}
