"""Reminders in Chinese: the month, a visit, what is to be put right."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "remind.month_half": "<b>提醒 · {month} 已过半</b>",
    "remind.month_eve": "<b>提醒 · {month} 待提交</b>",
    "remind.month_overdue": "<b>提醒 · {month} 逾期未提交</b>",
    "remind.half_line": "到月底还有 {days} 天，请于 {due} 前提交。",
    "remind.eve_line": "▲ 还没有提交，请于 {due} 前提交（明天到期）。",
    "remind.last_line": "▲ 还没有提交，请于 {due} 前提交（今天到期）。",
    "remind.overdue_line": "▲ 应于 {due} 前提交，还没有提交；现在提交会标明迟报。",
    "remind.reopened_line": "▲ 该月重新开放后还没有再次提交。",
    "remind.nothing_yet": "还没有活动记录。确无活动也要提交：点“本月无活动”，写明原因。",
    "remind.nothing_half": "还没有活动记录。",
    "remind.more": "（另有 {count} 项）",
    "remind.once": "逾期只提醒这一次。",
    "remind.nobody": "<b>提醒 · {count} 个工作室无人接收提醒</b>\n还没有领衔人加入本机器人，{month} 的活动记录没有提交。请给领衔人发邀请链接。",
    "remind.nobody_line": "· {studio}（{unit}）{leader}",
    "remind.nobody_more": "（另有 {count} 个工作室）",
    "remind.visit_tomorrow": "<b>提醒 · 明天考核</b>",
    "remind.visit_today": "<b>提醒 · 今天考核</b>",
    "remind.visit_what": "{day}，{studio}\n{rubric} · {period}",
    "remind.visit_group": "考核组：{names}",
    "remind.visit_note": "请准备：{note}",
    "remind.visits_tomorrow": "<b>提醒 · 明天考核 {count} 家</b>　{day}",
    "remind.visits_today": "<b>提醒 · 今天考核 {count} 家</b>　{day}",
    "remind.visit_late": "<b>提醒 · 考核逾期 {count} 家</b>\n原定 {day}，还没有签字：",
    "remind.visit_late_names": "{line}（{names}）",
    "remind.visit_late_what": "请尽快完成；去不了请告诉考核管理员改期。逾期只提醒这一次。",
    "remind.visits_late": "<b>考核逾期 {count} 家</b>\n原定 {day}，还没有签字：",
    "remind.fix": "<b>提醒 · 整改逾期</b>",
    "remind.fix_due": "{studio}：应于 {due} 前完成的 {count} 项整改还没有完成。",
    "remind.fix_line": "▲ {item} {problem}",
}
