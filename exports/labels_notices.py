"""Labels of notices in Word, in both languages."""

from collections.abc import Mapping
from typing import Final

ZH: Final[Mapping[str, str]] = {
    "notice_title": "创新工作室考核整改通知书",
    "notice_number": "＿＿＿＿＿〔＿＿＿＿〕＿＿号",
    "notice_to": "{unit}工会：",
    "notice_to_union": "{unit}：",
    "notice_union": "工会",
    "notice_day": "{year}年{month}月{day}日",
    "notice_full": "满分 {points} 分，",
    "notice_assessed": (
        "根据《{title}》（{document}），考核组对你单位{studio}（{leader}）{period}的工作进行了考核，"
        "于 {signed} 签字确认，得分 {total} 分（{full}扣 {deducted} 分）。"
    ),
    "notice_clause": "按照该文件“{quote}”的要求，",
    "notice_found": "现将考核中发现的 {count} 项问题及整改要求通知如下：",
    "notice_leader": "{word}：{name}",
    "notice_no": "序号",
    "notice_item": "考核要点",
    "notice_problem": "存在问题",
    "notice_points": "扣分",
    "notice_clause_head": "依据条款",
    "notice_demand": "整改要求",
    "notice_owner": "责任人",
    "notice_due": "完成期限",
    "notice_total": "合计",
    "notice_unmet": "未达到：{rule}",
    "notice_times": "{rule}（{count}{unit}）",
    "notice_times_unit": "处",
    "notice_below": "未得满分",
    "notice_materials": "备查：{materials}",
    "notice_accepted": "已复查通过",
    "notice_waived": "已同意不整改",
    "notice_differ": "各项扣分合计 {sum} 分，与评分表扣分不一致的部分见评分表说明。",
    "notice_suggested": "注：原文未规定整改期限，所列期限为建议值（自签字之日起 {days} 日），可由考核管理员另行确定。",
    "notice_demands": (
        "请督促工作室明确责任人，于完成期限前逐项整改，并将整改情况连同照片、文件等佐证材料提交考核组复查。"
        "确不能整改的，应在期限前书面说明原因，经考核组或考核管理员同意后不再整改。"
        "复查未通过的退回重新整改；尚未办结的事项，下次考核时一并核查。"
    ),
    "notice_panel": "考核组：{names}",
    "notice_panel_comma": "、",
    "notice_seal": "{issuer}（盖章）",
    "notice_date": "年　　月　　日",
    "notice_received": "被考核单位签收：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日",
    "notice_copy": "抄送：{studio}{word}　{name}",
    "notice_copy_studio": "抄送：{studio}",
    "notice_check": "评分表校验码 {code}",
    "notice_page": "第 {page} 页　共 {pages} 页",
}

EN: Final[Mapping[str, str]] = {
    "notice_title": "Rectification Notice",
    "notice_number": "No. ____________",
    "notice_to": "To the trade union of {unit}:",
    "notice_to_union": "To {unit}:",
    "notice_union": "union,Union",
    "notice_day": "{year}-{month:02}-{day:02}",
    "notice_full": "out of {points}, ",
    "notice_assessed": (
        "Under “{title}” ({document}) the panel assessed your {studio} ({leader}) for {period}; "
        "the sheet was signed on {signed}: {total} points ({full}{deducted} lost). "
    ),
    "notice_clause": "The document says: “{quote}”. ",
    "notice_found": "{count} findings are to be put right as follows:",
    "notice_leader": "{word}: {name}",
    "notice_no": "No.",
    "notice_item": "Item",
    "notice_problem": "Problem",
    "notice_points": "Lost",
    "notice_clause_head": "Clause",
    "notice_demand": "Demand",
    "notice_owner": "Owner",
    "notice_due": "Due",
    "notice_total": "Total",
    "notice_unmet": "Not met: {rule}",
    "notice_times": "{rule} ({count} {unit})",
    "notice_times_unit": "times",
    "notice_below": "Below full points",
    "notice_materials": "Evidence: {materials}",
    "notice_accepted": "accepted",
    "notice_waived": "waived",
    "notice_differ": "The findings add up to {sum}; the sheet explains the difference.",
    "notice_suggested": (
        "Note: the document gives no term; the days are suggested ({days} days after the signature), "
        "a coordinator may set others."
    ),
    "notice_demands": (
        "Please see to it that the studio names an owner for each finding, puts it right by its day and hands in "
        "words, photos and files for the re-check. What cannot be put right is to be explained in writing before its "
        "day; it is waived once the panel or a coordinator agrees. What does not pass the re-check goes back; what is "
        "not settled is looked at again in the next assessment."
    ),
    "notice_panel": "Panel: {names}",
    "notice_panel_comma": ", ",
    "notice_seal": "{issuer} (seal)",
    "notice_date": "Date: ____________",
    "notice_received": "Received for the unit: ____________________    Date: ____________",
    "notice_copy": "Copy: {studio}, {word} {name}",
    "notice_copy_studio": "Copy: {studio}",
    "notice_check": "Check code of the sheet {code}",
    "notice_page": "Page {page} of {pages}",
}
