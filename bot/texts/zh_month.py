"""The leader's side in Chinese: the log of activities and the month that is handed in."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.month_closed": "{month} 已于 {on} 提交，不能再改动，未记。确需补记，请考核管理员重新开放该月。",
    "problem.month_ahead": "{month} 还没有到，不能提交。请等该月开始后再提交。",
    "problem.month_empty": "{month} 还没有活动记录，没有提交。请先用 /log 记录活动；确无活动，请点“本月无活动”并写明原因。",
    "problem.month_filled": "{month} 已有 {count} 条活动记录，不能报“无活动”。请点“提交本月”，或先删除这些记录。",
    "problem.month_open": "{month} 现在是开放的，不需要重新开放。",
    "problem.log_future": "{on} 还没有到（今天 {today}），未记。请发今天或以前的日期。",
    "problem.log_amount": "这类活动按{measure}计，未记。请写明数量，如：2人、4小时。",
    "problem.log_changed": "这条记录刚才已被改动，本次未改。请看最新内容后再改。",
    "problem.log_gone": "这条记录已经删除，未作任何改动。",
    "problem.log_none": "没有由您负责记录的工作室，未作任何改动。请考核管理员为您开通。",
    "log.measure.persons": "人数",
    "log.measure.hours": "学时",
    "log.file_lost": "▲ {on} 活动的附件 {number} 没有取到：{why}",
}
