"""What the log proposes to an assessor, in English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "proposal.open": "📋 Log: {done} → {mark}",
    "proposal.entered": "📋 Log: {done} · entered as {mark}",
    "proposal.rejected": "📋 Log: {done} · {mark} not accepted",
    "proposal.met": "📋 Log: {done} ✓",
    "proposal.not_in": "▲ The log of {months} is not handed in yet and may be incomplete",
    "proposal.done": "{title} {figures} {unit}",
    "proposal.mark": "{what} ({points})",
    "proposal.entry": "　{on} {topic}",
    "proposal.entry.late": "　{on} late {topic}",
    "proposal.more": "　and {count} more",
    "proposal.note": "Log: {done}",
    "proposal.note.entry": "{on} {topic}",
    "proposal.note.late": "{on} (late) {topic}",
    "proposal.note.entries": "{figures} ({entries})",
    "button.accept": "Accept {mark}",
    "button.reject": "Not {letter}",
}
