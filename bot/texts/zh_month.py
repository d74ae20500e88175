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
    "problem.log_no_entry": "这里不收附件，未保存。请用 /log 打开一条活动记录再发，或回复那条记录的卡片。",
    "problem.month_no_rubric": "没有规定活动要求的考核标准，无法显示本月情况。请联系考核管理员。",
    "log.measure.persons": "人数",
    "log.measure.hours": "学时",
    "log.kept_lost": "▲ 还没有归入记录的附件 {number} 没有取到：{why}",
    "log.file_lost": "▲ {on} 活动的附件 {number} 没有取到：{why}",
    # the month
    "command.month": "本月活动与提交",
    "start.leader": (
        "/log 记录活动。/month 看本月活动完成情况、提交本月。/selfcheck 自查本工作室。\n"
        "/file 登记档案，/fund 记经费，/plan 写计划，/apply 申报命名。"
    ),
    "help.leader": (
        "<b>记录</b> /log 记一条活动：点种类一步步填，或直接发一行 <code>授课 5月12日 液压阀检修 18人 2小时</code>；"
        "照片、文件随时可发，先发的会先收下再问归到哪条。记错了点“改”或“删…”。\n"
        "<b>本月</b> /month 对照考核要求看本月、本季、半年、全年各做了多少、还缺什么，月底提交。\n"
        "提交后该月关闭；确需补记，请考核管理员重新开放，补记的会标明迟报。\n"
        "确无活动的月份也要提交：点“本月无活动”，写明原因。\n"
        "<b>档案</b> /file 登记成员、设备、制度、师徒、项目、成果、专利、荣誉：发一行 <code>成员 王强 液压 高级工 2024-05-01</code>，"
        "或点一步步填；也可用 Excel 导出、导入。\n"
        "<b>经费</b> /fund 记专项经费的支出：发一行 <code>工具 1999.5 扭力扳手 4月2日</code>，凭证照片随时可发；看余额和台账。\n"
        "<b>计划</b> /plan 写年度、季度计划：一行一项 <code>液压阀改造 6月30日 王海涛</code>，提交审核，完成后带佐证核销；年底报自评总结。\n"
        "<b>自查</b> /selfcheck 按考核标准把本工作室逐项评一遍，照片、备注随时可发；签字后提交，考核时显示在各项旁边。\n"
        "<b>考核</b> 考核通知来了，先点“交备查材料”（/visits 里也有）；评分表签字后会发给您，点“已知悉”或“有异议…”。\n"
        "<b>考核结果</b> /outcomes 看审定的结果，逐人分配奖惩金额。\n"
        "<b>申报</b> /apply 为工作室申报命名：逐项填，随时停、随时接着填，检查无缺后提交。\n"
        "<b>导出</b> /export 本工作室已签字的评分表和活动台账。\n"
        "<b>申诉</b> /appeal 选评分表和项目，写明理由、附照片，由未参加评分的人裁定。\n"
        "<b>整改</b> /fix 逐项写明做了什么、发照片，提交后由考核人员复查；不能整改的写明原因。\n"
        "/lang English"
    ),
    "month.name": "{year} 年 {month} 月",
    "month.head": "<b>活动记录 · {month}</b>",
    "month.which_studio": "请选择工作室。",
    "month.span.month": "每月",
    "month.span.quarter": "每季度",
    "month.span.half": "每半年",
    "month.span.year": "每年",
    "month.span.two_years": "两年内",
    "month.span.term": "命名期内",
    "month.span": "<b>{span}</b>（还剩 {days} 天）",
    "month.span_over": "<b>{span}</b>（已结束）",
    "month.met": "✓ {title} <b>{done}/{wanted}</b> {unit}",
    "month.short": "▲ {title} <b>{done}/{wanted}</b> {unit}，缺 {missing}",
    "month.soft": "– {title} <b>{done}/{wanted}</b> {unit}（建议）",
    "month.late_entries": "· 迟报 {count}",
    "month.no_entries": "本月还没有活动记录。",
    "month.entries": "<b>本月记录 {count} 条</b>",
    "month.more": "（另有较早的 {count} 条）",
    "month.more_asked": "（还有 {count} 项要求，见考核标准）",
    "month.people": "{count}人",
    "month.hours": "{count}学时",
    "month.entry_late": "迟报（{day} 登记）",
    "month.due": "未提交 · 请于 {due} 前提交（还有 {days} 天）",
    "month.overdue": "▲ 未提交 · 已过 {due}，提交后会标明迟报",
    "month.submitted": "✓ {who} 已于 {day} 提交，该月已关闭",
    "month.submitted_late": "✓ {who} 已于 {day} 提交（迟报），该月已关闭",
    "month.nothing_said": "本月无活动：{reason}",
    "month.reopened": "{day} {who}重新开放：{reason}",
    "month.submit_ask": "提交本月 {count} 条活动记录？",
    "month.missing": "▲ 到月底应完成而未完成的 {count} 项：",
    "month.complete": "✓ 到月底应完成的都已完成",
    "month.no_proof": "▲ 没有照片或文件的记录 {count} 条",
    "month.not_over": "▲ 本月还有 {days} 天，提交后不能再记",
    "month.will_be_late": "▲ 已过 {due}，会标明迟报",
    "month.submit_final": "提交后不能改动；确需补记，由考核管理员重新开放。",
    "month.nothing_ask": "报“本月无活动”。请选一个原因，或直接发一句话说明。",
    "month.reason.shutdown": "停产检修",
    "month.reason.training": "人员集中外出",
    "month.reason.holiday": "放假",
    "month.reopen_why": "该月已提交。请发一句话，说明为什么要补记；考核管理员会收到。",
    "month.asked": "已转告考核管理员。开放后会通知您。",
    "month.moved": "记录刚才有改动，没有提交。已更新，请核对后再提交。",
    "month.done": "已提交",
    "month.hint": "这里显示本月情况。提交请点按钮，/help 说明。",
    "month.button.submit": "提交本月",
    "month.button.submit_yes": "确认提交",
    "month.button.nothing": "本月无活动…",
    "month.button.before": "‹ {month}",
    "month.button.after": "{month} ›",
    "month.button.studios": "其他工作室",
    "month.button.ask": "申请重新开放…",
    "month.button.reopen": "重新开放…",
    "month.told": "{studio} {month} 的活动记录已提交：{count} 条（{name}；{rubric}）",
    "month.told_nothing": "{studio} {month} 报本月无活动（{name}；{rubric}）",
    "month.told_late": "▲ 迟报：应于 {due} 前提交",
    "month.told_wish": "{studio} {month} 申请重新开放（{name}；{rubric}）：{reason}",
    "month.told_reopened": "{studio} {month} 已由{name}重新开放：{reason}\n现在可以补记，补记的会标明迟报；记完请再次提交。",
    "reopen.ask": "<b>重新开放 {month}</b>\n{studio}\n{who}于 {day} 提交\n\n请发一句话，说明重新开放的原因。",
    "reopen.open": "{studio} {month} 现在是开放的，不需要重新开放。",
    "reopen.done": "{studio} {month} 已重新开放，已通知领衔人。",
}
