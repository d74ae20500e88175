"""Measure words: what faults are counted in, and the words of frequency that look like them and are none.

每月 and 每年 are how often something is required, never the unit of a deduction.
"""

import re
from typing import Final

_PAIRS: Final = (
    "人次 例次 户次 车次 台次 批次 场次 班次 项次 件次 家次 处次 台套 人天 人日 人月 课时 学时 小时 分钟 工日"
)
_NOUNS: Final = (
    "部门 单位 岗位 方面 行业 房间 区域 工作票 班组 车间 环节 工序 问题 隐患 缺陷 指标 任务 要素 内容 要点 事项 "
    "步骤 程序 学员 成员 职工 员工 党员 学生 教师 师傅 徒弟 课题 项目 档案 台账 制度 文件 记录 平方米"
)
_WORDS: Final = "处项次个例人起类户件样条份种座名家村张本篇间块辆台套只支根盏场组批宗桩幅幢栋层页字笔票把瓶箱桶袋盒位期门节课队科所点段道句单环面盘片头路班级册具床身副双架罐篮幢天日"
_COUNTED: Final = (
    "处项次个例人起类户件样条份种座名家村张本篇间块辆台套只支根盏场组批宗桩幅幢栋页笔期门节册具床副双架"
)
_DELAYS: Final = "天|日|小时"


def _either(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_ALL: Final = f"{_either(_PAIRS)}|{_either(_NOUNS)}|[{_WORDS}]"
_DOUBLE: Final = rf"(?:\s*[(/、或]\s*(?:{_ALL})\s*\)?)?"
UNIT: Final = rf"(?:(?:{_ALL}){_DOUBLE})"
"""What may stand behind 每: a measure word or a thing that is counted, perhaps with a second one: 项(次)."""
ONE_OF: Final = rf"(?:(?:{_either(_PAIRS)}|[{_COUNTED}]){_DOUBLE})"
"""What may stand behind a bare 1 or 一 and still mean each of them: 一处, 1项."""
DELAY: Final = rf"(?:{_DELAYS})"
"""Days and hours, which count only where something is late."""
MEASURE: Final = (
    r"(?:%|‰|个?百分点|成|万元|千元|百元|元|吨|公里|千米|平方米|米|度|公斤|克|毫米|厘米|升|分钟|秒|万|亿)"
)
"""What is measured, not counted: a deduction for so much of it is a step."""
OFTEN: Final = r"(?:一|1|个|两|二|三|[2-9]|半)*\s*(?:年度?|月度?|季度?|周|星期|学期|学年|旬|天|日)"
"""How often something is asked for."""

_DOUBLED: Final = re.compile(rf"每\s*(?:一|1)?\s*({UNIT})\s*[,、]?\s*$")


def before(text: str) -> str | None:
    """The unit of a 每 at the very end of the text, which makes a product with the next one: 每人每次."""
    match = _DOUBLED.search(text[-12:])
    return match[1] if match else None


def tidy(unit: str) -> str:
    """The unit as it is written on a button: 项(次) keeps its second word, blanks go."""
    return "".join(unit.split()).replace("(", "（").replace(")", "）")


def measure(text: str) -> str:
    """A measure as a figure is entered in it: a step of a percentage is written as 个百分点 too."""
    written = "".join(text.split()).removeprefix("个")
    return "%" if written in {"%", "百分点"} else written
