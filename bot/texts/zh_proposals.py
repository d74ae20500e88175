"""What the log proposes to an assessor, in Chinese."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "proposal.open": "📋 活动记录：{done} → {mark}",
    "proposal.entered": "📋 活动记录：{done} · 已记 {mark}",
    "proposal.rejected": "📋 活动记录：{done} · {mark} 未采纳",
    "proposal.met": "📋 活动记录：{done} ✓",
    "proposal.not_in": "▲ {months} 的活动记录尚未提交，可能不全",
    "proposal.done": "{title} {figures} {unit}",
    "proposal.mark": "{what}（{points}）",
    "proposal.entry": "　{on} {topic}",
    "proposal.entry.late": "　{on} 迟报 {topic}",
    "proposal.more": "　另有 {count} 条",
    "proposal.note": "活动记录：{done}",
    "proposal.note.entry": "{on} {topic}",
    "proposal.note.late": "{on}（迟报）{topic}",
    "proposal.note.entries": "{figures}（{entries}）",
    "button.accept": "采纳 {mark}",
    "button.reject": "不采纳 {letter}",
}
