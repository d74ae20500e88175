"""The leader's side in English: the log of activities and the month that is handed in."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.month_closed": "{month} was handed in on {on} and is closed; nothing was logged. For a late entry ask the coordinator to reopen it.",
    "problem.month_ahead": "{month} has not begun; it was not handed in. Hand it in once it has begun.",
    "problem.month_empty": "{month} has no entries; it was not handed in. Log activities with /log first, or press “No activities” and give the reason.",
    "problem.month_filled": "{month} has {count} entries, so “No activities” is not possible. Press “Hand in”, or delete them first.",
    "problem.month_open": "{month} is open; there is nothing to reopen.",
    "problem.log_future": "{on} has not come yet (today is {today}); nothing was logged. Send today's date or an earlier one.",
    "problem.log_amount": "This kind is counted by {measure}; nothing was logged. Say how many, such as 2 people or 4 hours.",
    "problem.log_changed": "This entry was changed just now; your change was not made. See what it says now and change it again.",
    "problem.log_gone": "This entry was deleted; nothing was changed.",
    "problem.log_none": "No studio's log is yours to keep; nothing was changed. Ask the coordinator to set it up.",
    "problem.log_no_entry": "Files are not kept here. Open an entry with /log and send it there, or reply to the entry's card.",
    "problem.month_no_rubric": "No rubric here asks for activities, so there is no month to show. Please tell the coordinator.",
    "log.measure.persons": "people",
    "log.measure.hours": "hours",
    "log.kept_lost": "▲ File {number} that waits for its entry could not be had: {why}",
    "log.file_lost": "▲ File {number} of the activity of {on} could not be had: {why}",
    # the month
    "command.month": "The month: done, missing, hand in",
    "start.leader": (
        "/log logs an activity. /month shows what the month asks for and hands it in. "
        "/selfcheck scores your own studio.\n"
        "/file keeps the standing file, /fund the money, /plan the plans; /apply applies for a name."
    ),
    "help.leader": (
        "<b>The log</b> /log logs an activity: press a kind and answer, or send one line"
        " <code>lesson 5-12 hydraulic valves 18 people 2 h</code>; photos and files at any time, those sent first are"
        " kept and asked about. “Edit” and “Delete…” put an entry right.\n"
        "<b>The month</b> /month sets what was done against what is asked for in the month, quarter, half-year and year; "
        "at its end it is handed in.\n"
        "Then it is closed; for a late entry the coordinator opens it again, and the entry is marked late.\n"
        "A month without activities is handed in too: press “No activities” and give the reason.\n"
        "<b>The file</b> /file keeps members, equipment, rules, apprentices, projects, results, patents and honours:"
        " send <code>member Wang;hydraulics;senior;2024-05-01</code> or press and answer; Excel goes out and in.\n"
        "<b>The fund</b> /fund books what was spent, with photos of the vouchers; what is left is shown, the book is Excel.\n"
        "<b>Plans</b> /plan keeps the plans of the year and its quarters, a line a task, reviewed, closed with proof; and the yearly report.\n"
        "<b>Self-assessment</b> /selfcheck scores your own studio item by item, with photos and notes; once signed it is "
        "handed in and stands beside the official scores.\n"
        "<b>Visits</b> When a visit is planned you are told: hand in materials before it (also in /visits). The signed "
        "sheet comes to you; press “Seen” or “I object…”.\n"
        "<b>Apply</b> /apply applies for your studio's name: place by place, stopped and taken up any time, handed in when nothing is missing.\n"
        "<b>Export</b> /export: the signed sheets and the ledger of your studio.\n"
        "<b>Appeals</b> /appeal contests an item with reason and photos; somebody who did not score it decides.\n"
        "<b>Outcomes</b> /outcomes: what was approved for your studio; share lump sums out, name by name.\n"
        "<b>To be put right</b> /fix: say what was done, with photos; the assessors re-check it. What cannot be done needs a reason.\n"
        "/lang changes the language."
    ),
    "month.name": "{year}-{month:02}",
    "month.head": "<b>Activities · {month}</b>",
    "month.which_studio": "Please choose the studio.",
    "month.span.month": "Each month",
    "month.span.quarter": "Each quarter",
    "month.span.half": "Each half-year",
    "month.span.year": "Each year",
    "month.span.two_years": "In two years",
    "month.span.term": "In the term",
    "month.span": "<b>{span}</b> ({days} days left)",
    "month.span_over": "<b>{span}</b> (over)",
    "month.met": "✓ {title} <b>{done}/{wanted}</b> {unit}",
    "month.short": "▲ {title} <b>{done}/{wanted}</b> {unit}, {missing} missing",
    "month.soft": "– {title} <b>{done}/{wanted}</b> {unit} (advised)",
    "month.late_entries": "· {count} late",
    "month.no_entries": "Nothing was logged for this month yet.",
    "month.entries": "<b>{count} entries this month</b>",
    "month.more": "(and {count} earlier ones)",
    "month.more_asked": "(and {count} more that are asked for, see the rubric)",
    "month.people": "{count} people",
    "month.hours": "{count} h",
    "month.entry_late": "late (logged {day})",
    "month.due": "Not handed in · please do by {due} ({days} days left)",
    "month.overdue": "▲ Not handed in · {due} has passed, it will be marked late",
    "month.submitted": "✓ Handed in by {who} on {day}; the month is closed",
    "month.submitted_late": "✓ Handed in by {who} on {day} (late); the month is closed",
    "month.nothing_said": "No activities: {reason}",
    "month.reopened": "{day} reopened by {who}: {reason}",
    "month.submit_ask": "Hand in this month with {count} entries?",
    "month.missing": "▲ Asked for by the end of the month and not done ({count}):",
    "month.complete": "✓ All that is asked for by the end of the month is done",
    "month.no_proof": "▲ Entries without a photo or file: {count}",
    "month.not_over": "▲ The month has {days} days to go; nothing can be logged for it afterwards",
    "month.will_be_late": "▲ {due} has passed; it will be marked late",
    "month.submit_final": "It cannot be changed then; for a late entry the coordinator opens it again.",
    "month.nothing_ask": "No activities this month. Choose a reason, or send one in a few words.",
    "month.reason.shutdown": "Shutdown for maintenance",
    "month.reason.training": "Everybody was away",
    "month.reason.holiday": "Holidays",
    "month.reopen_why": "This month is handed in. Send in a few words why something must be added; the coordinator gets it.",
    "month.asked": "The coordinator was told. You will be told when the month is open.",
    "month.moved": "An entry was changed just now; the month was not handed in. Please check and press again.",
    "month.done": "Handed in",
    "month.hint": "This is the month. Use the buttons to hand it in; /help explains.",
    "month.button.submit": "Hand in",
    "month.button.submit_yes": "Yes, hand in",
    "month.button.nothing": "No activities…",
    "month.button.before": "‹ {month}",
    "month.button.after": "{month} ›",
    "month.button.studios": "Other studios",
    "month.button.ask": "Ask to reopen…",
    "month.button.reopen": "Reopen…",
    "month.told": "{studio} {month}: activities handed in, {count} entries ({name}; {rubric})",
    "month.told_nothing": "{studio} {month}: no activities this month ({name}; {rubric})",
    "month.told_late": "▲ Late: it was due by {due}",
    "month.told_wish": "{studio} {month}: wish to reopen ({name}; {rubric}): {reason}",
    "month.told_reopened": "{studio} {month} was reopened by {name}: {reason}\nEntries can be added now and are marked late; then hand it in again.",
    "reopen.ask": "<b>Reopen {month}</b>\n{studio}\nHanded in by {who} on {day}\n\nSend the reason in a few words.",
    "reopen.open": "{studio} {month} is open; there is nothing to reopen.",
    "reopen.done": "{studio} {month} is open again; the leader was told.",
}
