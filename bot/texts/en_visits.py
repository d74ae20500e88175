"""Visits to come and materials handed in before them, in English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.visit_past": "{on} is over (today is {today}); nothing was planned. Send today or a later day.",
    "problem.visit_day_none": "There is no day “{text}”; nothing was planned. Send a day that exists, such as 30 June.",
    "problem.visit_day_unread": "“{text}” is no day; nothing was planned. Send one such as 30 June, 6-30 or tomorrow.",
    "problem.visit_nobody": "No assessor is chosen yet. Tap at least one; the first is the head.",
    "problem.visit_assessor": (
        "{name} cannot assess {studio} (no right to, or one of its own people); nothing was planned. Choose somebody else."
    ),
    "problem.visit_press": "Please use the buttons here; nothing was changed.",
    "problem.material_no_item": (
        "“{item}” asks for no material; nothing was kept. Tap an item below or send its number, such as 2.2."
    ),
    "problem.material_where": (
        "It is not clear yet what this is for, so it was not kept. Tap the item and the material first, then send files."
    ),
    "problem.material_none": "Nothing was handed in for this item yet.",
    # the list
    "command.visits": "Planned visits",
    "visits.head": "<b>Planned visits</b>",
    "visits.none": "No visit is planned that is not finished.",
    "visits.line": "{number} {day} {studio} · {rubric} {period} ({names})",
    "visits.button.new": "Plan a visit…",
    "visits.button.move": "Move {name}",
    "visits.button.materials": "Materials {name}",
    # planning one
    "visit.head": "<b>Plan a visit</b>",
    "visit.head_move": "<b>Move a visit</b>",
    "visit.closed": "The plan for {studio} is not saved yet",
    "visit.group": "Assessors: {names}",
    "visit.day": "Day: <b>{day}</b>",
    "visit.day_now": "Planned for {day}",
    "visit.note": "Have ready: {note}",
    "visit.ask_who": "Tap the assessors; the first is the head.",
    "visit.ask_day": "Tap the day, or send one such as 30 June or tomorrow.",
    "visit.ask_note": "What else is to be ready besides the materials? Send a line, or skip.",
    "visit.check": "Please check. The studio and the assessors are told when you save.",
    "visit.planned": "Planned; everybody was told",
    "visit.moved": "Moved; everybody was told",
    "visit.button.done": "That is all",
    "visit.button.skip": "Skip",
    "visit.button.save": "Plan and tell",
    "visit.button.move": "Move and tell",
    "visit.button.edit_who": "Assessors",
    "visit.button.edit_day": "Day",
    "visit.button.edit_note": "Note",
    "visit.button.leave": "Leave it",
    "visit.button.list": "Planned visits",
    "visit.button.materials": "Hand in materials",
    "visit.button.begin": "Open the sheet",
    # who is told
    "visit.told": "<b>A visit is planned</b> · {day}",
    "visit.told_moved": "<b>A visit was moved</b> · {before} → {day}",
    "visit.have_ready": "Please have ready (you may hand it in before):",
    "visit.more_items": "(and {count} more items, see “Hand in materials”)",
    # materials
    "material.two": "{first}; {more}",
    "material.ready": "{name} ✓ ready",
    "material.head": "<b>Materials</b> {studio} {period}",
    "material.choose": "Tap an item to hand in, or send its number. Open until the signature.",
    "material.nothing": "No item of this visit asks for materials.",
    "material.which": "Tap which material it is first.",
    "material.send": "Send photos or files of “{name}”; or a line in words, such as: to be seen on site.",
    "material.said": "“{note}”",
    "material.taken_back": "Taken back",
    "material.button.back": "Take back {name}",
    "material.button.show": "Show files",
    "material.button.list": "All items",
    "material.button.ready": "What is ready ({count})",
}
