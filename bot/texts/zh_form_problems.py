"""What can be wrong in an answer to a field of a form, in Chinese: what is wrong, and what to send instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "problem.form_empty": "没有内容，未保存。请发内容，或点“跳过”。",
    "problem.form_long": "{count} 字，超过 {most} 字，未保存。请缩短后再发。",
    "problem.form_lines": "这一项只写一行，未保存。请去掉换行后再发。",
    "problem.form_number_unread": "“{value}”不是数，未保存。请只发数字，如 12。",
    "problem.form_number_whole": "“{value}”不是整数，未保存。请发整数，如 12。",
    "problem.form_number_range": "“{value}”太大，未保存。最大 {most}，请核对后再发。",
    "problem.form_money_unread": "“{value}”不是金额，未保存。请发数字，如 3.5（{unit}）。",
    "problem.form_money_fine": "“{value}”小数位太多，未保存。以{unit}计最多四位小数。",
    "problem.form_unit": "“{value}”的单位不对，未保存。这一项以{unit}计，请换算后只发数字。",
    "problem.form_date_unread": "“{value}”不是日期，未保存。请写年月日，如 2012-05-05。",
    "problem.form_date_short": "“{value}”的年份不完整，未保存。是 {probable} 吗？请写全年份。",
    "problem.form_date_none": "没有“{value}”这一天，未保存。请核对后写如 2012-05-05。",
    "problem.form_month_unread": "“{value}”不是年月，未保存。请写如 1978-06。",
    "problem.form_year_unread": "“{value}”不是年份，未保存。请写四位数字，如 1978。",
    "problem.form_phone": "“{value}”不是电话号码，未保存。手机 11 位，座机写如 0411-82781234。",
    "problem.form_email": "“{value}”不是邮箱，未保存。请写如 name@example.cn。",
    "problem.form_choice": "没有“{value}”这个选项，未保存。可选：{known}。",
    "problem.form_choice_one": "“{value}”选了不止一个，未保存。只选一个：{known}。",
    "problem.form_link": "“{value}”不是网址，未保存。请发以 http 开头的网址，或发“线下报送”。",
    "problem.form_sum_differs": "{label}：写的是 {says}，各项相加是 {sum}。请核对。",
    "problem.form_wanted": "{label}：还没有填。",
}
