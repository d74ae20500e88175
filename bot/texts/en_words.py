"""English for the source's own words in rubric files that are published without it; the key is the word.

A rubric file says its English itself where it can (`who_en`, `what_en` …); a published version never changes.
"""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # who
    "word.创新工作室": "the studio",
    "word.职工创新工作室": "the studio",
    "word.创新工作室领衔人": "the leader of the studio",
    "word.创新工作室成员": "members of the studio",
    "word.工作室成员": "members of the studio",
    "word.所在单位党政负责人": "party and administrative heads of the unit",
    "word.分管专业副总工程师": "the deputy chief engineer in charge",
    "word.相关专业副总工程师": "the deputy chief engineer concerned",
    # what
    "word.绩效考核工资": "performance pay",
    "word.当月绩效考核工资": "performance pay of the month",
    "word.年薪": "yearly salary",
    "word.年度专项经费": "the year's fund",
    "word.摘牌": "withdrawal of the plaque",
    "word.更换创新工作室领衔人": "change of the leader",
    "word.约谈": "interview",
    "word.问责": "called to account",
    "word.由领衔人根据工作表现进行分配": "shared out by the leader according to performance",
    "word.元": "yuan",
    # questions
    "word.总得分恰为60分是否属于“60分以下”": "Is a total of exactly 60 “60 or below”",
    "word.2.6 工作台账分值10分，评分标准合计9分，余下1分怎样处理": "2.6 is worth 10 and its criteria give 9: what of the one point left",
}
