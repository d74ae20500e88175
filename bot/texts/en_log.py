"""The log in English: writing an activity down, its card, files that wait for theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # refusals
    "problem.kept_gone": "These files belong to an entry already, or were removed; nothing was changed. See /log.",
    "problem.log_press": (
        "Nothing was changed, and all you filled in is there. Press what you want to put right, then send it; press"
        " “Save” at the end."
    ),
    "problem.log_entry_text": (
        "Nothing was changed. Press “Edit” to put this entry right, or send a line for another one: lesson 5-12"
        " hydraulic valves 18 people 2 h."
    ),
    "problem.log_place": "The log takes no locations; nothing was kept. Put the place into the summary, or send a photo.",
    "problem.log_no_undo": (
        "This entry was edited or deleted, so it cannot be undone; nothing was changed. Press “Edit” to put it back, or"
        " “Delete…”."
    ),
    # the list
    "command.log": "Log an activity",
    "home.leader": "To log an activity send it in a line, or use /log. /month shows the month, /help explains.",
    "log.title": "activity log",
    "log.entries": "<b>{count} entries this month</b> (page {leaf}/{leaves})",
    "log.closed": "Handed in on {day} and closed; for a late entry ask in /month to reopen it.",
    "log.loose": "▲ Files without an entry {files}",
    "log.how": "To log: press a kind, or send a line such as\n<code>{example}</code>",
    "log.example": "{kind} {month}-{day} hydraulic valves 18 people 2 h",
    "log.studio_first": "Not logged. Choose the studio first, then send it again.",
    # an activity that is being written
    "log.head_new": "<b>New activity</b>",
    "log.head_edit": "<b>Edit the entry</b>",
    "log.untold": "no kind yet",
    "log.fact.kind": "Kind <b>{value}</b>",
    "log.fact.on": "Date <b>{value}</b>",
    "log.fact.topic": "Topic {value}",
    "log.fact.people": "People {value}",
    "log.fact.hours": "Hours {value}",
    "log.fact.amount": "Number {value}",
    "log.fact.led": "Led by {value}",
    "log.fact.summary": "Summary {value}",
    "log.files": "Files {files}",
    "log.files_lost": "▲ {count} could not be had, please send again",
    "log.ask.kind": "Which kind of activity?",
    "log.ask.date": "On which day? Press a button, or send a date such as May 12.",
    "log.ask.day": "Send the date, such as May 12, yesterday or 2026-05-12.",
    "log.ask.topic": "What was it about? Send a few words.",
    "log.ask.figures": "How many people, how long? Send e.g. 18 people 2 h.",
    "log.ask.figures_needed": "This kind is counted by {measure}; say how many, e.g. 2 people or 4 hours.",
    "log.ask.led": "Who led it? Send the name.",
    "log.ask.summary": "A short summary? Photos and files can be sent at any time.",
    "log.ask.check": "Please check. Photos and files can be sent at any time.",
    "log.needed": "This is still needed before it can be saved",
    "log.saved": "Saved",
    "log.left": "Cancelled, not saved",
    "log.closed_saved": "✓ {title}",
    "log.closed_gone": "– Deleted {title}",
    "log.closed_draft": "○ Not saved: {title}",
    "log.conflict": (
        "This entry was changed just now; your change was not saved. You had filled in:\n{typed}\nThe entry as it is now"
        " is below; press “Edit” if it still has to be changed."
    ),
    # one that was logged
    "log.head_entry": "<b>✓ Logged</b>",
    "log.head_gone": "<b>– Deleted entry</b>",
    "log.came": "Logged {day} ({name})",
    "log.came_late": "Logged {day} ({name}) ▲ late",
    "log.deleted": "Deleted because: {reason}",
    "log.send_files": "Send photos and files right here.",
    "log.ask.move": "Which file is to be moved?",
    "log.ask.delete": "Why delete it? Choose a reason, or send one in a few words.",
    "log.deleted_now": "Deleted",
    "log.not_deleted": "This entry was changed just now; it was not deleted (reason: {reason}). See what it says now.",
    "log.album": "Kept with the other files of this album.",
    # files without an activity
    "log.head_where": "<b>Which entry do the files belong to?</b>",
    "log.where_kept": "{files} kept, without an entry yet.",
    "log.where_ask": "Press an entry or “New entry”, or send a line such as\n<code>{example}</code>",
    "log.where_new": "Press “New entry”, or send a line such as\n<code>{example}</code>",
    "log.where_none": "No files are waiting for an entry.",
    "log.caption": "“{text}”",
    "log.ask.drop": "Remove these files? They can go with no entry then.",
    "log.filed": "Put with the entry",
    "log.dropped": "Files removed",
    # buttons
    "log.button.move": "Move a file elsewhere…",
    "log.button.where": "Place the files…",
    "log.button.kinds": "All kinds…",
    "log.button.copy_last": "Copy the last",
    "log.button.older": "‹ Older",
    "log.button.newer": "Newer ›",
    "log.button.today": "Today",
    "log.button.yesterday": "Yesterday",
    "log.button.other_day": "Another day…",
    "log.button.skip": "Skip",
    "log.button.myself": "I did",
    "log.button.save": "Save",
    "log.button.cancel": "Cancel",
    "log.button.kind": "Kind",
    "log.button.date": "Date",
    "log.button.topic": "Topic",
    "log.button.figures": "People, hours",
    "log.button.led": "Led by",
    "log.button.summary": "Summary",
    "log.button.edit": "Edit",
    "log.button.delete": "Delete…",
    "log.button.again": "Log another",
    "log.button.copy": "Copy this one",
    "log.button.list": "The month",
    "log.button.go_on": "Go on",
    "log.button.new": "New entry…",
    "log.button.later": "Later",
    "log.button.drop": "Remove files…",
    "log.button.drop_yes": "Yes, remove",
    "log.button.reason.mistake": "Logged by mistake",
    "log.button.reason.twice": "Logged twice",
    "log.button.reason.cancelled": "It did not take place",
}
