"""The rulings 口径 of a campaign, in Chinese."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "problem.campaign_open": "{rubric} {year} 年还有 {count} 条口径须先确定，才能开始考核。请考核管理员到 /rubrics 打开该年口径。",
    "problem.campaign_scope": "口径对所有工作室有效，只有范围为“全部”的考核管理员能确定，未作改动。",
    "problem.campaign_press": "这里请点按钮；要填数的一条，请先点它的编号，再发数字。",
    "problem.campaign_number": "“{text}”不能作为答案，未记。请发 {least} 至 {most} 之间的数。",
    "problem.campaign_number_step": "“{text}”不能作为答案，未记。请发 {least} 至 {most} 之间的数，每档 {step}。",
    "campaign.title": "{rubric} {year} 年口径",
    "campaign.head": "<b>{year} 年考核口径</b>　{rubric}\n原文未规定，由本单位一年确定一次，印在评分表上。",
    "campaign.counts": "已定 {decided} · 暂定 {assumed} · 未定 {open}",
    "campaign.closed": "{title} {year} 年口径",
    "campaign.holds": "{said}",
    "campaign.holds_by": "{said}　{name} {day}",
    "campaign.assumed": "暂定：{said}",
    "campaign.suggested": "建议值（原文未规定）：{said}",
    "campaign.open": "尚未确定",
    "campaign.at": "口径 {at}/{count} · {year} 年",
    "campaign.bounds": "{least} 至 {most} {unit}",
    "campaign.reason": "依据：{reason}",
    "campaign.first": "▲ 不定这一条，不能开始考核。",
    "campaign.stands": "这一年已有签字的评分表，口径不能再改。",
    "campaign.others": "由范围为“全部”的考核管理员确定。",
    "campaign.ask_option": "请点一项。",
    "campaign.ask_number": "请点确定，或发别的数。",
    "campaign.check_number": "请点确定，或重发一个数。",
    "campaign.sure": "<b>其余 {count} 条都按现在的暂定值、建议值确定？</b>\n确定后在 {year} 年第一张评分表签字前还可以改。",
    "campaign.decided": "已确定",
    "campaign.decided_all": "已确定 {count} 条",
    "campaign.undecided": "▲ {rubric} {year} 年口径有 {count} 条还没有人确定，先按暂定值、建议值；签字前请确定。",
    "campaign.wanted": "▲ {rubric} {year} 年有 {count} 条口径须先确定，才能安排和开始考核。",
    "campaign.button.open": "口径：{year} 年",
    "campaign.button.rest": "其余 {count} 条按现值确定…",
    "campaign.button.yes": "确定 {count} 条",
    "campaign.button.rubric": "评分标准",
    "campaign.button.decide": "确定 {said}",
    "campaign.button.list": "全部口径",
    "campaign.button.before": "‹",
    "campaign.button.after": "›",
}
