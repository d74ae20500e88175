"""Chinese texts of papers about all studios: why a sheet is missing, and what cannot be made."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "paper.why.none": "未安排考核",
    "paper.why.prepared": "已安排，尚未开始",
    "paper.why.planned": "已安排 {day}，尚未开始",
    "paper.why.begun": "考核中，尚未签字",
    "paper.why.running": "考核期未结束，尚未安排",
    "paper.why.retired": "{day} 起不再考核",
    "paper.why.unsigned": "{periods} 的评分表尚未签字",
    "paper.why.nothing": "没有评分表，也没有登记事实",
    "paper.why.lacking": "缺 {periods} 的评分表，尚未决定如何处理",
    "paper.fact": "{fact}（{note}）",
    "paper.clause": "{where}：{quote}",
    "problem.paper_no_rubric": "没有“{rubric}”这个考核标准。可用：{known}。",
    "problem.paper_no_unit": "没有“{unit}”这个单位的工作室。单位有：{known}。",
    "problem.paper_period": "考核期“{period}”：这个考核标准不按这种考核期出这份材料。请写成：{known}。",
    "problem.paper_no_money": "{rubric} 没有涉及金额的奖惩，没有兑现表。请导出年度总评（annual）。",
    "problem.paper_open": (
        "{period} 还没有能列入的结果：{count} 个工作室缺评分表或待决定，如 {studio}。"
        "请先补齐评分表，或在 /outcomes 里作出决定。"
    ),
    "problem.paper_no_points": "{rubric} 只有条件、没有分值：不排名次，也没有扣分可通报。请导出评分表。",
    "problem.paper_ending": "{path}：兑现表只有 Word 和 Excel 两种。文件名请以 .docx 或 .xlsx 结尾。",
    "cli.help.export_summary": "导出汇总表：全部工作室的得分、名次、结论、图表和趋势（Excel）。",
    "cli.help.export_bulletin": "导出检查通报：全部工作室的成绩和问题（Word）。",
    "cli.help.export_payout": "导出考核兑现表（.docx 为 Word，.xlsx 为 Excel）。",
    "cli.help.export_annual": "导出年度（周期）考核总评（Word）。",
    "cli.help.of_unit": "只含这个单位的工作室。",
}
