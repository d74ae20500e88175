"""What can be wrong in an answer to a field of a form, in English: what is wrong, and what to send instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "problem.form_empty": "Nothing was sent, so nothing was kept. Please send the answer, or press “skip”.",
    "problem.form_long": "{count} characters are more than {most}; not kept. Please send a shorter text.",
    "problem.form_lines": "This field has one line; not kept. Please send it without line breaks.",
    "problem.form_number_unread": "“{value}” is no number; not kept. Please send digits only, such as 12.",
    "problem.form_number_whole": "“{value}” is no whole number; not kept. Please send one, such as 12.",
    "problem.form_number_range": "“{value}” is too large; not kept. The most is {most}; please check it.",
    "problem.form_money_unread": "“{value}” is no amount; not kept. Please send a number, such as 3.5 ({unit}).",
    "problem.form_money_fine": "“{value}” has too many decimals; not kept. At most four, counted in {unit}.",
    "problem.form_unit": "“{value}” has another unit; not kept. This field counts in {unit}; please convert it.",
    "problem.form_date_unread": "“{value}” is no date; not kept. Please write year, month, day: 2012-05-05.",
    "problem.form_date_short": "“{value}” lacks a full year; not kept. Is it {probable}? Please write the year in full.",
    "problem.form_date_none": "There is no day “{value}”; not kept. Please check it and write it as 2012-05-05.",
    "problem.form_month_unread": "“{value}” is no month of a year; not kept. Please write it as 1978-06.",
    "problem.form_year_unread": "“{value}” is no year; not kept. Please write four digits, such as 1978.",
    "problem.form_phone": "“{value}” is no telephone number; not kept. Mobiles have 11 digits, landlines look like 0411-82781234.",
    "problem.form_email": "“{value}” is no e-mail address; not kept. Please write it as name@example.cn.",
    "problem.form_choice": "“{value}” is none of the options; not kept. They are: {known}.",
    "problem.form_choice_one": "“{value}” names more than one; not kept. Please choose one of: {known}.",
    "problem.form_link": "“{value}” is no link; not kept. Please send one that begins with http, or the word “offline”.",
    "problem.form_sum_differs": "{label}: {says} was written, the parts come to {sum}. Please check.",
    "problem.form_wanted": "{label}: not filled in yet.",
}
