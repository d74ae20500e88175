"""What the log proposes to an assessor, in English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "proposal.open": "Log: {done} → {mark}",
    "proposal.entered": "Log: {done} · entered as {mark}",
    "proposal.rejected": "Log: {done} · {mark} not accepted",
    "proposal.met": "Log: {done} ✓",
    "proposal.unmet": "Log: {done} (for you to judge)",
    "proposal.late": "{count} late",
    "proposal.not_in": "▲ Log not handed in: {months}; it may be incomplete",
    "proposal.span": "{first} to {last}",
    "proposal.done": "{title} {figures} {unit}",
    "proposal.mark": "{what} ({points})",
    "proposal.entry": "{on} {topic}",
    "proposal.entry.late": "{on} late {topic}",
    "proposal.more": "and {count} earlier",
    "proposal.note": "Log: {done}",
    "proposal.note.entry": "{on} {topic}",
    "proposal.note.entry.late": "{on} (late) {topic}",
    "proposal.note.entries": "{figures} ({entries})",
    "contents.proposed": "▲log",
    "gaps.undecided": "▲ Proposals of the log not decided, {count}: {items}",
    "button.accept": "Accept {mark}",
    "button.reject": "Not {letter}",
    "button.reconsider": "Reconsider {letter}",
    "button.log.show": "Entries: {count}",
    "button.log.hide": "Hide entries",
}
