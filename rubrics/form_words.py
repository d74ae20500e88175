"""The words of the marks in a coordinator's own form, in both languages: any of them may be written."""

from collections.abc import Mapping
from typing import Final

WHOLE: Final[Mapping[str, tuple[str, ...]]] = {
    "total": ("total", "总分", "总得分", "合计"),
    "deducted": ("deducted", "扣分", "总扣分", "扣分合计"),
    "bonus": ("bonus", "加分", "加分合计"),
    "full": ("full", "满分"),
    "studio": ("studio", "工作室", "工作室名称"),
    "unit": ("unit", "单位", "所在单位", "被考核单位"),
    "leader": ("leader", "领衔人", "带头人", "负责人"),
    "type": ("type", "类型", "工作室类型"),
    "period": ("period", "考核期", "周期"),
    "kind": ("kind", "考核类别"),
    "rubric": ("rubric", "细则", "考核细则"),
    "document": ("document", "文号"),
    "code": ("code", "校验码"),
    "signed by": ("signed by", "签字人", "考核人员", "签字"),
    "head": ("head", "组长", "考核组组长"),
    "members": ("members", "成员", "考核组成员"),
    "date": ("date", "日期", "考核日期", "签字日期"),
    "strengths": ("strengths", "主要成绩"),
    "problems": ("problems", "存在问题"),
    "advice": ("advice", "整改建议"),
}
"""Marks about the sheet as a whole; the first word is the one that is proposed in English, the second in Chinese."""

ITEM: Final[Mapping[str, tuple[str, ...]]] = {
    "score": ("score", "得分", "分数", "评分"),
    "deducted": ("deducted", "扣分"),
    "deductions": ("deductions", "扣分情况", "得分说明", "扣分说明", "扣分原因"),
    "notes": ("notes", "备注", "说明"),
    "points": ("points", "分值", "满分"),
    "title": ("title", "名称", "要点", "考核要点"),
    "content": ("content", "内容", "考核内容"),
    "standard": ("standard", "标准", "评分标准", "考核标准"),
    "evidence": ("evidence", "证据", "证据号"),
    "asked": ("asked", "备查材料", "备查"),
    "result": ("result", "结果"),
}
"""Marks about one item, behind its number."""

SECTION: Final[Mapping[str, tuple[str, ...]]] = {
    "score": ("score", "得分", "小计"),
    "deducted": ("deducted", "扣分"),
    "points": ("points", "分值", "满分"),
    "title": ("title", "名称", "标题"),
}
"""Marks about one section: `section 2 score`, `第2部分 得分`."""

SECTION_FORMS: Final = (
    r"section (?P<en>[0-9]{1,2})",
    r"第? ?(?P<zh>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?(?:部分|章|节|大项)",
)
SECTION_SAID: Final = ("section {no} {word}", "第{no}部分 {word}")
NUMERALS: Final = "一二三四五六七八九十"
