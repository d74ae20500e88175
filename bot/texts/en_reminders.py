"""Reminders in English: the month, a visit, what is to be put right."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "remind.month_half": "<b>Reminder · half of {month} is over</b>",
    "remind.month_eve": "<b>Reminder · {month} is to be handed in</b>",
    "remind.month_overdue": "<b>Reminder · {month} is overdue</b>",
    "remind.half_line": "{days} days are left in the month; please hand it in by {due}.",
    "remind.eve_line": "▲ It is not handed in yet; please do so by {due}, which is tomorrow.",
    "remind.last_line": "▲ It is not handed in yet; please do so by {due}, which is today.",
    "remind.overdue_line": "▲ It was due by {due} and is not handed in; now it will be marked late.",
    "remind.reopened_line": "▲ It was opened again and is not handed in since.",
    "remind.nothing_yet": "Nothing is logged yet. A month without activities is handed in too: press “No activities” and give the reason.",
    "remind.nothing_half": "Nothing is logged yet.",
    "remind.more": "({count} more)",
    "remind.once": "This is the only reminder of it.",
    "remind.nobody": "<b>Reminder · nobody receives the reminders of {count} studios</b>\nNo leader of theirs has joined the bot, and {month} is not handed in. Please send the leaders an invitation link.",
    "remind.nobody_line": "· {studio} ({unit}) {leader}",
    "remind.nobody_more": "({count} more studios)",
    "remind.visit_tomorrow": "<b>Reminder · visit tomorrow</b>",
    "remind.visit_today": "<b>Reminder · visit today</b>",
    "remind.visit_what": "{day}, {studio}\n{rubric} · {period}",
    "remind.visit_group": "Assessors: {names}",
    "remind.visit_note": "Please have ready: {note}",
    "remind.visits_tomorrow": "<b>Reminder · {count} visits tomorrow</b> · {day}",
    "remind.visits_today": "<b>Reminder · {count} visits today</b> · {day}",
    "remind.visit_late": "<b>Reminder · late visits: {count}</b>\nPlanned for {day} and not signed yet:",
    "remind.visit_late_names": "{line} ({names})",
    "remind.visit_late_what": (
        "Please finish soon, or tell the coordinator to move it. You are reminded of this only once."
    ),
    "remind.visits_late": "<b>Late visits: {count}</b>\nPlanned for {day} and not signed yet:",
    "remind.plan_task_soon": "<b>Reminder · tasks due soon</b>",
    "remind.plan_task_soon_due": "{studio}: due on {due} and not said to be done: {count}",
    "remind.plan_task_late": "<b>Reminder · overdue tasks</b>",
    "remind.plan_task_late_due": "{studio}: were due by {due} and are not said to be done: {count}",
    "remind.plan_task": "▲ {task}",
    "remind.plan_late_year": "<b>Reminder · plan or report not handed in, {year}</b>",
    "remind.plan_late_quarter": "<b>Reminder · plan of {year}, quarter {number}, not handed in</b>",
    "remind.plan_owed": "▲ {name}: was to be handed in by {due}",
    "remind.report_owed": "▲ {name}: was to be filed by {due}",
    "remind.plan_suggested": "The days are suggested; no source says them.",
    "remind.fix": "<b>Reminder · overdue to be put right</b>",
    "remind.fix_due": "{studio}: {count} due by {due}, not done yet.",
    "remind.fix_line": "▲ {item} {problem}",
}
