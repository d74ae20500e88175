"""Labels of the history of a sheet, in both languages."""

from collections.abc import Mapping
from typing import Final

ZH: Final[Mapping[str, str]] = {
    "history_title": "评分表修改记录",
    "history_tab": "修改记录",
    "history_time": "时间",
    "history_who": "谁",
    "history_what": "做了什么",
    "history_item": "项目",
    "history_before": "从",
    "history_after": "到",
    "history_why": "为什么",
    "history_check": "校验",
    "history_undone": "{what}（已撤销）",
    "history_whole": "记录链完整，共 {count} 条；末条校验 {check}",
    "history_broken": "▲ 记录链从第 {at} 条起不符，共 {count} 条",
    "history_none": "没有记录",
}

EN: Final[Mapping[str, str]] = {
    "history_title": "History of a score sheet",
    "history_tab": "History",
    "history_time": "Time",
    "history_who": "Who",
    "history_what": "Did what",
    "history_item": "Item",
    "history_before": "From",
    "history_after": "To",
    "history_why": "Why",
    "history_check": "Check",
    "history_undone": "{what} (undone)",
    "history_whole": "The chain is whole, {count} rows; check of the last {check}",
    "history_broken": "▲ The chain does not fit from row {at} on, {count} rows",
    "history_none": "No rows",
}
