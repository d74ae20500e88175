"""Appeals and answers to signed sheets in English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.appeal_late": (
        "The time for appeals ended on {on} ({days} days after the signature); nothing was filed. "
        "In a special case, ask the coordinator."
    ),
    "problem.appeal_no_item": (
        "This sheet has no item “{item}”; nothing was filed. Tap an item below or send its number, such as 2.2."
    ),
    "problem.appeal_uncounted": "{item} has no score in this period, so there is nothing to contest. Choose another item.",
    "problem.appeal_full": "{item} has full points; there is nothing to contest. Choose an item that lost points.",
    "problem.appeal_open": (
        "An appeal on {item} waits for a decision; it was not filed twice. Open it in /appeal to add files, or withdraw it."
    ),
    "problem.appeal_settled": "The appeal on {item} was decided and cannot be filed again. See /appeal for the decision.",
    "problem.appeal_decided": "The appeal on {item} was decided already; nothing was changed.",
    "problem.appeal_withdrawn": "The appeal on {item} was withdrawn; nothing was changed.",
    "problem.appeal_same": (
        "{item} has {points} already; nothing was changed. Tap “Keep…” to keep it, or send another score."
    ),
    "problem.appeal_where": (
        "No item is chosen yet, so this was not kept. Choose sheet and item in /appeal first, then send reason and photos."
    ),
    "problem.appeal_press": (
        "Please use the buttons here; nothing was changed. Photos and files can be sent until the appeal is decided."
    ),
    "problem.appeal_reason": "There is no reason yet, so nothing was filed. Send a text that says why.",
    # the list and writing one
    "command.appeal": "Appeals",
    "appeal.head": "<b>Appeals</b>",
    "appeal.title": "appeal {item}",
    "appeal.closed": "The appeal on {item} is not filed yet",
    "appeal.to_decide": "<b>{count} for you to decide</b>",
    "appeal.past": "<b>Appeals of your studio</b>",
    "appeal.which_sheet": "<b>Which sheet do you contest?</b>",
    "appeal.no_sheets": "No sheet is signed yet. You get it when it is.",
    "appeal.nothing": "There is no appeal for you to decide.",
    "appeal.until": "open until {day} ({days} days after the signature)",
    "appeal.late": "▲ closed since {day} ({days} days after the signature)",
    "appeal.suggested": "{text} (suggested value)",
    "appeal.total": "Total {total}",
    "appeal.which_item": "Which item? Tap its number, or send it:",
    "appeal.no_items": "No item lost points that could be contested.",
    "appeal.standing.open": "· {item} contested, not decided yet",
    "appeal.standing.changed": "· {item} decided: score changed",
    "appeal.standing.kept": "· {item} decided: kept",
    "appeal.reason": "Reason: {reason}",
    "appeal.files": "Files {files}",
    "appeal.ask_reason": "Send a text that says why. Photos and files can be sent at any time.",
    "appeal.check": (
        "Please check. More text is added to the reason, photos and files can be sent at any time; "
        "somebody who did not score decides."
    ),
    "appeal.filed": "Appeal filed",
    "appeal.withdrawn": "Withdrawn",
    "appeal.decided": "Decided",
    "appeal.button.send": "File the appeal",
    "appeal.button.reason": "Write the reason anew",
    "appeal.button.decide": "Decide",
    "appeal.button.files": "Show files",
    "appeal.button.change": "Change…",
    "appeal.button.keep": "Keep…",
    "appeal.button.withdraw": "Withdraw…",
    "appeal.button.withdraw_yes": "Yes, withdraw",
    "appeal.button.decide_yes": "Confirm the decision",
    "appeal.button.list": "All appeals",
    # one appeal
    "appeal.case": "<b>Appeal · {studio} {period}</b>",
    "appeal.state.open": "waiting for a decision (score {old})",
    "appeal.state.changed": "changed: {old} → {new}",
    "appeal.state.kept": "kept at {old}",
    "appeal.state.withdrawn": "withdrawn",
    "appeal.by": "Filed by {name} · {day}",
    "appeal.decided_by": "Decided by {name} · {day}",
    "appeal.totals": "Total {before} → {after}",
    "appeal.why": "Why: {why}",
    "appeal.your_turn": (
        "Please decide: change or keep, either with a reason. The signed sheet and its code stay; "
        "both scores are kept and printed."
    ),
    "appeal.ask_withdraw": "Withdraw this appeal? It can be filed again while there is time.",
    "appeal.ask_score": "Tap the new score, or send one from 0 to {points} (now {old}).",
    "appeal.to_be": "Change: <b>{old} → {new}</b>",
    "appeal.to_keep": "<b>Keep the score</b>",
    "appeal.ask_ruling": "Send a text that says why.",
    "appeal.final": "A decision is final; the studio and the assessors are told.",
    # who is told
    "appeal.told_filed": "{studio} {period} contests {item} ({name}): {reason}\nPlease decide.",
    "appeal.told_members": (
        "{studio} {period} contests {item} ({name}): {reason}\nSomebody who did not score decides; you will be told."
    ),
    "appeal.told_withdrawn": "{studio} {period}: the appeal on {item} was withdrawn ({name}).",
    "appeal.told_changed": (
        "<b>Appeal decided: score changed</b>\n{studio} {period} · {item}\nScore {old} → <b>{new}</b>\n"
        "Total {before} → <b>{after}</b>\nBy {name}: {why}"
    ),
    "appeal.told_kept": (
        "<b>Appeal decided: kept</b>\n{studio} {period} · {item}\nScore {old}, kept at <b>{new}</b>\n"
        "Total {before} → {after}\nBy {name}: {why}"
    ),
    # on the sheet
    "appeal.on_sheet": "<b>Appeals</b>",
    "appeal.line.changed": "· {item} {old} → <b>{new}</b> (total {before} → {after}) {name} {day}: {why}",
    "appeal.line.kept": "· {item} kept at {old} (total {before} → {after}, score {new}) {name} {day}: {why}",
    "appeal.line.open": "· {item} waits for a decision (score {old})",
    "appeal.after": "Total after appeals {total} (as signed {signed})",
    "appeal.caption": "With {count} decided appeals; total after them {total}",
    # answers to the sheet
    "reply.asked": "Please confirm:",
    "reply.button.seen": "Seen",
    "reply.button.objects": "I object…",
    "reply.seen": "Noted: seen",
    "reply.already": "You have confirmed it already.",
    "reply.told_seen": "Sheet of {studio} {period}: {name} has seen it.",
    "reply.told_objects": "Sheet of {studio} {period}: {name} objects and may file an appeal.",
    "reply.line.seen": "✓ {name} {day} has seen it",
    "reply.line.objects": "▲ {name} {day} objects",
    # files
    "files.waiting": "{count} more files are being fetched; look again later.",
    "files.lost": "▲ A file could not be had: {why}",
    "files.more": "(and {count} more files)",
    "files.lost_one": "▲ File {number} could not be had: {why}",
}
