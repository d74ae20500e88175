"""Chinese texts of exports: what there is to take away, own forms, and how far a long one is."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "command.export": "导出",
    "export.all": "全部工作室",
    "export.kind.sheet": "评分表",
    "export.kind.rectification": "整改通知书",
    "export.kind.ledger": "活动台账",
    "export.kind.evidence": "证据包",
    "export.kind.own-form": "自备表格",
    "export.file.sheet": "评分表_{studio}_{period}",
    "export.file.rectification": "整改通知书_{studio}_{period}",
    "export.file.ledger": "活动台账_{studio}_{period}",
    "export.file.evidence": "证据_{studio}_{period}",
    "export.file.own-form": "{form}_{studio}_{period}",
    "export.file_part": "（{no}／{of}）",
    "export.part": "第 {no} 包，共 {of} 包：{first} 至 {last}，可单独使用",
    "export.files_missing": "有 {count} 个文件没能收入，原因见包内目录",
    "problem.export_no_log": "{studio} 在这个细则下还没有活动记录，没有台账可导出。",
    "problem.export_press": "请用按钮选择；也可以发考核期（如 2025-12、2025-Q4）或工作室名称。",
    "problem.export_no_place": "没有找到“{text}”。请发考核期（如 2025-12）或工作室名称的一部分。",
    "problem.form_gone": "这份自备表格已不在，或不适用于这个细则。请重新选择。",
    "problem.export_unsigned": "{studio} {period} 没有已签字的评分表。签字后再导出。",
    "problem.export_no_evidence": "{studio} {period} 的评分表没有证据文件，没有可打包的内容。",
    "problem.export_nothing": "还没有可导出的内容：{period} 没有已签字的评分表。签字后再导出。",
    "problem.export_no_form": "还没有自备表格。请发来一个 .xlsx，格内写 {{2.4 得分}} 这样的标记。",
    "problem.form_word": "{place} · “{mark}”不认识 · 可写 {probable}",
    "problem.form_item": "{place} · “{mark}”：细则没有这一项 · 可写 {known}",
    "problem.form_section": "{place} · “{mark}”：细则没有这一部分 · 可写 {known}",
    "problem.form_open": "{place} · 标记没有写完整 · 应写成 {{{{2.4 得分}}}}，前后各两个括号",
    "problem.form_formula": "{place} · 标记写在公式里 · 请单独占一格，公式引用该格",
    "problem.form_elsewhere": "{place} · 这里的标记不会被填写 · 请写在单元格里",
    "problem.form_no_marks": "表里没有标记 · 请在要填的格里写 {{2.4 得分}}、{{总分}}、{{工作室}} 等",
    "problem.form_macros": "文件带宏 · 请另存为 .xlsx 后重发",
}
