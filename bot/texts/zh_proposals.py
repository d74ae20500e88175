"""What the log proposes to an assessor, in Chinese."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "proposal.open": "活动记录：{done} → {mark}",
    "proposal.entered": "活动记录：{done} · 已记 {mark}",
    "proposal.rejected": "活动记录：{done} · {mark} 未采纳",
    "proposal.met": "活动记录：{done} ✓",
    "proposal.unmet": "活动记录：{done}（由考核人员判断）",
    "proposal.late": "迟报 {count} 条",
    "proposal.not_in": "▲ 活动记录未提交：{months}，可能不全",
    "proposal.span": "{first} 至 {last}",
    "proposal.done": "{title} {figures} {unit}",
    "proposal.mark": "{what}（{points}）",
    "proposal.entry": "{on} {topic}",
    "proposal.entry.late": "{on} 迟报 {topic}",
    "proposal.more": "另有更早的 {count} 条",
    "proposal.note": "活动记录：{done}",
    "proposal.note.entry": "{on} {topic}",
    "proposal.note.entry.late": "{on}（迟报）{topic}",
    "proposal.note.entries": "{figures}（{entries}）",
    "contents.proposed": "▲活动记录",
    "gaps.undecided": "▲ 活动记录的建议未处理 {count} 处：{items}",
    "button.accept": "采纳 {mark}",
    "button.reject": "不采纳 {letter}",
    "button.reconsider": "重新考虑 {letter}",
    "button.log.show": "记录 {count} 条",
    "button.log.hide": "收起记录",
}
