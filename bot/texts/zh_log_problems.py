"""What can be wrong in a line of a studio's log, in Chinese: what is wrong, and what to send instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "problem.log_kind_missing": "没有写活动种类，未记。请把种类写在最前面，可写：{known}。",
    "problem.log_kind_unknown": "没有“{value}”这类活动，未记。可写：{known}。",
    "problem.log_kind_many": "“{value}”可能是几类活动，未记。请写明是哪一类：{known}。",
    "problem.log_day_missing": "没有写日期，未记。请写如 今天、昨天、5月12日 或 2026-05-12。",
    "problem.log_day_unread": "“{value}”不是日期，未记。请写如 今天、昨天、5月12日 或 2026-05-12。",
    "problem.log_day_none": "没有“{value}”这一天，未记。请核对月份和日期后再发。",
    "problem.log_day_ahead": "{on} 还没有到（今天 {today}），未记。请写今天或以前的日期；往年的请写明年份。",
    "problem.log_day_twice": "写了两个日期（{first}、{second}），未记。一条记录只写一天，请分开发。",
    "problem.log_people_whole": "“{value}”不是整数，未记。请写如 18人。",
    "problem.log_results_whole": "“{value}”不是整数，未记。请写如 2项。",
    "problem.log_hours_fine": "“{value}”换算成小时除不尽，未记。请写如 1.5小时。",
    "problem.log_number_unread": "“{value}”不是数，未记。请只写数和单位，如 18人、2小时、3项。",
    "problem.log_number_range": "“{value}”应大于 0，不超过 {most}，未记。请核对后再发。",
    "problem.log_number_twice": "写了两个数（{first}、{second}），未记。请只留一个，其余写进说明里。",
    "problem.log_number_bare": "最后的“{value}”没有单位，未记。请写如 {value}人 或 {value}小时。",
}
