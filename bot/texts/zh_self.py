"""The self-assessment of a studio in Chinese: 自查."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "command.selfcheck": "自查本工作室",
    "self.head": "<b>自查</b> · 按考核标准逐项评本工作室，签字后提交",
    "self.mark": "自查 · {text}",
    "self.line": "自查 {figure}",
    "self.result": "自查 {result}",
    "self.told": "{name} 已提交自查：{studio} · {rubric} · {period}\n{result}",
    "choose.open.self": "您有未完成的自查：",
    "button.new_self": "开始新的自查",
    "button.self_sheet": "查看自查评分表",
    "self.button.sign": "签字并提交",
    "self.sign.head": "自查人签字 · {name} · {time}",
    "self.sign.done": "✓ 自查已提交 · 自查人 {name} · {time}\n自查评分表生成后发到这里。",
    "self.sign.again": "✓ 自查已提交 · 校验码 {code}",
    "self.sign.warning": "提交后不能改动。考核人员评分时会看到各项自查得分；自查不计入考核结果。",
    "self.sheet.signed": "自查已提交，不能改动",
    "self.sheet.caption": "自查评分表 · {studio} · {period}\n{result} · 校验码 {code}",
    "self.sheet.file": "自查评分表_{studio}_{period}.xlsx",
    "problem.self_open": "{studio} {period} 的自查已经打开，没有另开一份。请用 /resume 继续。",
    "problem.self_closed": "{studio} {period} 的自查已签字提交，不能改动，也不能再开。请选择其他考核期。",
    "problem.self_none": "您没有打开的自查。/selfcheck 开始自查。",
}
