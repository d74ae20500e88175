"""What the columns of a score table are: by their names, in any order, and by what stands in them.

A name can be wrong (a column 评分标准 that holds the points), so the cells have the last word.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from rubrics.draft import grades, levels
from rubrics.draft.document import Cell, Row
from rubrics.draft.numerals import NUMBER, RANGE, native, number, plain
from rubrics.draft.roles import Role
from rubrics.draft.units import UNIT
from rubrics.points import ZERO

_NAMES: Final[tuple[tuple[Role, str], ...]] = (
    ("number", r"序号|编号|条款号?|指标编号|项次|题号|序|号|no\.?|№"),
    ("result", r"是否.*|.*缺项|不?适用"),
    ("points", r"(?!.*[扣减加]).*分值.*|标准(?:得)?分数?|基[准本础]分数?|应得分数?|应扣分[数值]?|应得|满分值?|.*配分|权重.*|分数|总分|标准分值|最高分|额定分|单项分"),
    ("standard", r".*(?:评分|计分|打分|赋分|记分|评定|加分|扣分|减分|得分|奖扣|奖罚|奖惩)(?:及.*)?(?:值|标准|细则|办法|规则|方法|方式|尺度|依据|要点|说明|原则|条件|事项|规定|要求|项)(?:及.*)?|扣分点|.*(?:考核|检查|考评|评价|评审|评估|验收|评比)(?:标准|细则|办法|尺度)(?:及.*)?|评判标准|标准|.*(?:及|和|与)(?:评分|扣分|考核)(?:标准|办法|细则)"),
    ("result", r"(?:实际|考核|考评|检查|自查|自评|评估|评审|单项|最终|最后|本项|核定|验收|上级|初|复|终|专家|评委|部门|督导)?(?:得|实得|扣|实扣|扣减|减|加|自评|评|打|初评|复评|核)分数?|.*(?:得分|打分|评分|实得|扣减分)(?:栏|情况|值)?|.*得分.*|分|成绩|.*自评.*|.*复核.*"),
    ("result", r"扣分(?:原因|理由|情况|记录)|.*(?:存在|主要)(?:的)?问题|(?:检查|考核|考评|评估|整改)(?:结果|记录|情况)|完成情况|.*(?:检查|考核|责任|评分|受检|确认)人.*|.*(?:签字|签名|确认).*|.*(?:责任|牵头|考核|实施|责任|检查|评价)(?:部门|单位|科室|主体)|(?:检查|考核|完成)(?:时间|日期)|时限|周期|频次|频率"),
    ("remark", r"备注|说明|备\s*注|备考"),
    ("evidence", r".*(?:材料|资料|佐证|凭证|台账|痕迹).*|(?:数据|资料|信息)来源|(?:考核|评价|检查|评分|考评)依据"),
    ("method", r".*(?:考核|检查|评价|评审|评估|查验|验证|考评|核查|现场)(?:评估|考核)?(?:方法|方式|手段|途径|形式)"),
    ("item", r".*要点|三级指标|四级指标|子项目?|小项|细项|.*要素|分项.*"),
    ("content", r".*(?:行为|情形|事由|表现)|.*(?:内容|要求|目标|任务|条款内容|标准要求|指标(?:解释|说明|内容|内涵)).*|.*标准"),
    ("group", r"(?:考核|评分|检查|考评|评价|评估|评审|考查|验收|评比|主要)?(?:项目|类目|大项|模块|版块|板块|维度|方面|部分|分类|类型|类|科目|单元|领域|内容分类)|一级指标|项\s*目|.{0,6}类别|.*类目|.{0,4}(?:大类|板块|模块|版块|维度|领域)"),
    ("item", r"二级指标|.*(?:指标|项目|名称|事项|项)"),
)  # fmt: skip
_PATTERNS: Final = tuple((role, re.compile(pattern)) for role, pattern in _NAMES)
_LONGEST_NAME: Final = 14
_SHORT: Final = 12
_MOSTLY: Final = Decimal("0.7")
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_PROOF: Final = re.compile(r"依据|材料|资料|来源")
_LOSS: Final = re.compile(r"[扣减加]分")
_SCORING: Final = re.compile(
    rf"(?:[扣减罚]|得|加|奖励?)\s*分?\s*{NUMBER}\s*(?:分?{RANGE}{NUMBER}\s*)?分(?!钟)|[\u4e00-\u9fff):]-\s*{NUMBER}\s*分|不得分|得满分|酌情|{NUMBER}\s*分\s*/"
)
_AMOUNT: Final = re.compile(rf"{NUMBER}\s*分(?!钟)")
_TAKEN: Final = re.compile(rf"-?\s*{NUMBER}\s*分?\s*(?:(?:/|每)\s*(?:一|1)?{UNIT})?")
_POINTS: Final = re.compile(rf"\(?\s*\+?\s*({NUMBER})\s*(?:分|%)?\s*\)?")


def named(text: str) -> Role:
    """The role that a column's name says, or "" if it is the name of none."""
    if len(text) <= _LONGEST_NAME and grades.named(text):
        return "level"
    name = re.sub(r"[\s:_/&]", "", _BRACKETED.sub("", native(plain(text))).lower())
    if not name or len(name) > _LONGEST_NAME:
        return ""
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(name)), "")


def points_in(text: str) -> Decimal | None:
    """The points that a cell consists of: 5, 5分, （5分）, 20%."""
    match = _POINTS.fullmatch(plain(text).strip())
    return number(match[1]) if match else None


def taken(text: str) -> bool:
    """Whether a cell under 扣分 is an amount: 0.5, -1, 2/处."""
    return _TAKEN.fullmatch(plain(text).strip()) is not None


def loses(name: str) -> bool:
    """Whether a column's name says that its amounts are taken or added."""
    return _LOSS.search(plain(name)) is not None


def scores(text: str) -> bool:
    """Whether a text has a scoring phrase with its verb."""
    return _SCORING.search(plain(text)) is not None


def settle(roles: Sequence[Role], names: Sequence[str], rows: Sequence[Row]) -> tuple[Role, ...]:
    """The roles as the cells bear them out; `roles` are those that the names say."""
    settled = list(roles)
    columns = [_cells(rows, column) for column in range(len(roles))]
    for at, cells in enumerate(columns):
        numeric = _share(cells)
        if (
            settled[at] in {"standard", "content", ""}
            and numeric >= _MOSTLY
            and not _LOSS.search(plain(names[at]))
        ):
            settled[at] = "number" if _counts(cells) else "points"
        elif settled[at] == "points" and numeric < 1 - _MOSTLY and any(map(_scores, cells)):
            settled[at] = "standard"
    _read_where_it_scores(settled, columns, names)
    _name_the_rest(settled, columns)
    _one_with_points(settled, columns)
    _levels(settled, columns, names)
    levels.settle(settled, rows)
    return tuple(settled)


def _cells(rows: Sequence[Row], column: int) -> list[Cell]:
    """The cells of a column that hold something, merged ones once."""
    found: dict[int, Cell] = {}
    for row in rows:
        if not row[column].blank:
            found.setdefault(id(row[column]), row[column])
    return list(found.values())


def _scores(cell: Cell) -> bool:
    return scores(cell.text)


def _share(cells: Sequence[Cell]) -> Decimal:
    if not cells:
        return ZERO
    return Decimal(sum(points_in(cell.text) is not None for cell in cells)) / len(cells)


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether the numbers only count the rows: 1, 2, 3 and so on."""
    values = [points_in(cell.text) for cell in cells]
    return len(values) > 1 and values == [Decimal(at) for at in range(1, len(values) + 1)]


def _read_where_it_scores(roles: list[Role], columns: Sequence[Sequence[Cell]], names: Sequence[str]) -> None:
    """Columns that score are standards, whatever they are called; one that scores most is, in any case."""
    marks = [sum(map(_scores, cells)) for cells in columns]
    if not any(role == "standard" and marks[at] for at, role in enumerate(roles)):
        for at in _choices(roles, columns):
            roles[at], marks[at] = "standard", len(columns[at])
    for at, role in enumerate(roles):
        if role in {"evidence", "method", "remark", "other", ""} and marks[at]:
            roles[at] = "standard"
    if any(role == "standard" and marks[at] for at, role in enumerate(roles)):
        for at, role in enumerate(roles):
            if role == "standard" and not marks[at] and not _LOSS.search(plain(names[at])):
                roles[at] = "evidence" if _PROOF.search(plain(names[at])) else "content"
        return
    best = max(range(len(roles)), key=lambda at: marks[at], default=None)
    if best is not None and marks[best] and roles[best] in {"result", "content", "item"}:
        others = [at for at, role in enumerate(roles) if role == "content" and at != best]
        roles[best] = "standard" if others or roles[best] == "result" else "content"


def _choices(roles: Sequence[Role], columns: Sequence[Sequence[Cell]]) -> list[int]:
    """Columns to fill in where most cells print what can be chosen: □优（10分） □良（8分）."""
    return [
        at
        for at, role in enumerate(roles)
        if role in {"result", "remark", "other", ""}
        and sum(len(_AMOUNT.findall(plain(cell.text))) > 1 for cell in columns[at]) * 2 > len(columns[at])
    ]


def _name_the_rest(roles: list[Role], columns: Sequence[Sequence[Cell]]) -> None:
    """Columns without a known name: short words on the left group, longer ones say what is asked for."""
    for at, role in enumerate(roles):
        if role:
            continue
        cells = columns[at]
        if not cells:
            roles[at] = "result"
        elif "content" not in roles and "standard" in roles[at:]:
            roles[at] = "content"
        elif {"content", "standard"} & set(roles[at:]) and sum(len(cell.text) for cell in cells) <= len(
            cells
        ) * _SHORT:
            roles[at] = "item"
        else:
            roles[at] = "other"


def _levels(roles: list[Role], columns: Sequence[Sequence[Cell]], names: Sequence[str]) -> None:
    """Columns of levels are at least two, and something says what they are worth; others are boxes to tick."""
    found = [at for at, role in enumerate(roles) if role == "level"]
    worth = [at for at in found if (head := grades.named(names[at])) and head[1]]
    written = [at for at in found if any(re.search(r"[0-9]", plain(cell.text)) for cell in columns[at])]
    if len(found) < 2 or not (worth or len(written) * 2 > len(found)):  # noqa: PLR2004 - one of several
        for at in found:
            roles[at] = "result"


def _one_with_points(roles: list[Role], columns: Sequence[Sequence[Cell]]) -> None:
    """Of several columns with points the one with most cells is the items'."""
    same = [at for at, one in enumerate(roles) if one == "points"]
    filled = max(same, key=lambda at: (len(columns[at]), at), default=-1)
    for at in same:
        if at != filled:
            roles[at] = "result" if not columns[at] or at > filled else "other"
