"""The fund of a studio, in Chinese."""

from __future__ import annotations

from typing import Final

from bot.texts.fund import ZH

TEXTS: Final[dict[str, str]] = {
    **ZH,
    # refusals
    "problem.fund_gone": "这一笔已经取出，未作改动。请在 /fund 里重新打开。",
    "problem.fund_press": "这里请点按钮，未作改动。要记支出请打开 /fund 发一行，如：工具 1999.5 扭力扳手 4月2日",
    "problem.fund_keeper": "预算、拨付、扣减和审核由考核管理员或单位工会办理，未作改动。",
    "problem.fund_amount": "金额：“{value}”不是金额，请写成 1999.5 或 3万。",
    "problem.fund_day": "日期：“{value}”不是日期，请写成 {probable}。",
    "problem.fund_day_ahead": "日期：{on} 还没有到（今天 {today}），请写今天或以前的日期。",
    "problem.fund_other_year": "日期：{on} 与 {year} 年度不符，请核对日期。",
    "problem.fund_purpose": "用途：没有“{value}”，请写 {purposes}。",
    "problem.fund_words": "{field}：“{value}”看不出内容，请写文字，如：扭力扳手。",
    "problem.fund_lacks": "{field}：没有写，请写全一行，如：工具 1999.5 扭力扳手 4月2日",
    "problem.fund_one_voucher": "说明里写了 {count} 笔，看不出凭证属于哪一笔，未登记。请一笔发一张照片。",
    "problem.fund_no_budget": "{year} 年还没有预算。请所在单位或考核管理员先登记。",
    "problem.fund_over": (
        "金额：{year} 年余额不够，未登记 {amount} 元。\n"
        "预算 {budget} · 扣减 {cut} · 已用 {spent} · 余额 {left} 元。\n请核对金额，或先调整预算。"
    ),
    "problem.fund_paid_over": (
        "金额：拨付超出 {year} 年预算，未登记 {amount} 元。\n"
        "预算 {budget} · 已拨付 {paid} 元。请核对金额，或先调整预算。"
    ),
    "problem.fund_instalments": (
        "拨付：{since} 至 {until} 这一周期已登记 {count} 次，办法只分这几次：{after}，未登记。\n登错了请先取出那一次。"
    ),
    "problem.fund_twice": "{on} 的 {amount} 元已经登记，没有重复登记。确有两笔请写明区别。",
    "problem.fund_checked": "这一笔已经审核，不能再改。有错请考核管理员取出。",
    "problem.fund_own_check": "这一笔是您登记的，请由另一位审核。",
    "problem.fund_used": (
        "{year} 年这笔预算已经用到，未取出。\n预算 {budget} · 扣减 {cut} · 已用 {spent} · 余额 {left} 元。"
        "\n请先取出支出，或先登记新的预算。"
    ),
    "problem.export_no_fund": "{studio} {period} 年没有经费记录。请在 /fund 里登记。",
    # exports
    "export.kind.fund": "经费台账",
    "export.ask.own_year": "选择年度，也可以直接发，如 2026：",
    "export.file.fund": "经费台账_{studio}_{period}",
    "cli.help.export_fund": "导出工作室一年的经费台账（Excel）。",
    "cli.help.fund_year": "年份。",
    # the year
    "command.fund": "专项经费",
    "fund.which": "<b>专项经费</b>　请选工作室。发文字可查找。",
    "fund.head": "<b>专项经费 {year} 年</b>　{studio}",
    "fund.budget": "预算 <b>{budget}</b> 元 · 余额 <b>{left}</b> 元",
    "fund.granted": "（预算按管理员设定的年度经费）",
    "fund.none_granted": "还没有预算，请所在单位或考核管理员登记。",
    "fund.none_granted_keeper": "还没有预算，点“预算…”登记。",
    "fund.figures": "已拨付 {paid} · 已用 {spent} · 扣减 {cut}",
    "fund.below": "▲ 余额低于零",
    "fund.of_purpose": "{purpose} {amount}",
    "fund.cuts_due": "▲ 考核结果尚未扣减：{cuts}",
    "fund.cut_due": "{what} {amount} 元",
    "fund.instalments": "拨付 {count}/{limit} 次（{after}）",
    "fund.vouchers": "▲ 缺凭证 {count} 笔",
    "fund.unchecked": "待审核 {count} 笔",
    "fund.empty": "还没有登记。",
    "fund.retired": "工作室已于 {day} 停用，只能查看。",
    "fund.hint": "发一行就登记支出，如：\n<code>工具 1999.5 扭力扳手 4月2日</code>\n可一次发几行；属固定资产的在行尾写“固定资产”。",
    "fund.line": "{number} {on} {kind} {amount} {what}{marks}",
    # one
    "fund.kind.spending": "支出",
    "fund.kind.budget": "预算",
    "fund.kind.instalment": "拨付",
    "fund.kind.cut": "扣减",
    "fund.field.purpose": "用途",
    "fund.field.amount": "金额",
    "fund.field.what": "内容",
    "fund.field.on": "日期",
    "fund.field.approved": "审批人和文号",
    "fund.field.paper": "批次和依据",
    "fund.field.clause": "依据条款",
    "fund.field.asset": "固定资产",
    "fund.ask.purpose": "请选用途。",
    "fund.ask.amount": "请发金额（元），如 1999.5 或 3万。",
    "fund.ask.what": "请发内容，如：扭力扳手。",
    "fund.ask.on": "请发日期，如 {today}。",
    "fund.ask.approved": "请发由谁审批、文号，如：领导小组 〔2026〕3号。",
    "fund.ask.paper": "请发第几次和依据，如：第一次（命名挂牌后）。",
    "fund.ask.clause": "请发依据的条款，如：六、2025年第4季度低于85分，扣20%。",
    "fund.field_line": "{name}：{value}",
    "fund.title": "<b>{kind} {amount} 元</b>　{studio} · {year} 年",
    "fund.yes": "是",
    "fund.no": "否",
    "fund.checked": "✓ {name} 于 {on} 审核",
    "fund.not_checked": "待审核（不能由登记人审核）",
    "fund.entered": "{name} 于 {on} 登记",
    "fund.attached": "凭证 {files}",
    "fund.no_voucher": "▲ 缺凭证，请在这里发照片。",
    "fund.ask.out": "请发取出的原因，会留在记录里。",
    "fund.new": "<b>登记{kind}</b>　{year} 年",
    "fund.new_closed": "登记{kind}（未完）",
    "fund.check": "请核对，点“保存”。",
    "fund.saved": "已保存",
    "fund.album": "照片归入了相册原来的那一笔。",
    # buttons
    "fund.button.spending": "支出…",
    "fund.button.budget": "预算…",
    "fund.button.instalment": "拨付…",
    "fund.button.cut": "扣减…",
    "fund.button.save": "保存",
    "fund.button.leave": "放弃",
    "fund.button.year": "{year} 年",
    "fund.button.studios": "其他工作室",
    "fund.button.book": "台账 Excel",
    "fund.button.check": "审核通过",
    "fund.button.asset": "记为固定资产",
    "fund.button.no_asset": "不是固定资产",
    "fund.button.out": "登记错了…",
    "fund.button.files": "凭证 {files}",
    "fund.button.today": "今天",
}
