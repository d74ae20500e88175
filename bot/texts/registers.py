"""The registers of a studio's standing file: what each is called, which fields an entry has, what can happen to one.

One row a kind, one row a field, one row a choice, in both languages. `name`, `on` and `until` are the entry's own; all
other fields lie in its `details` by their ids. It knows no person and no screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from bot.entities.standing import EntryKind

FieldType = Literal["words", "code", "day", "ahead", "figure", "money", "choice"]
"""Words must have a letter, a code may be a number; a day has come, one ahead may still come; money is in yuan."""
StepType = Literal["words", "day", "month"]
"""What is said of it besides its day: words, nothing, or a month and a choice."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is said of an entry."""

    id: str
    zh: str
    en: str
    type: FieldType = "words"
    must: bool = False
    """An entry cannot be without it."""
    wanted: bool = False
    """Where it is empty, the register says that it is missing."""
    choices: str = ""
    """The list in `CHOICES`."""


@dataclass(frozen=True, slots=True)
class StepKind:
    """One thing that can happen to an entry."""

    id: str
    zh: str
    en: str
    type: StepType = "words"
    sets: str = ""
    """The field that its words replace."""
    after: str = ""
    """The stage that must come before it; `started` is the day of the entry itself."""
    ends: bool = False
    """The entry stands no longer; the words are the reason."""


@dataclass(frozen=True, slots=True)
class Register:
    """One register."""

    id: EntryKind
    zh: str
    en: str
    said: tuple[str, ...]
    """Words with which a line about an entry begins."""
    fields: tuple[Field, ...]
    steps: tuple[StepKind, ...] = ()
    proof: bool = False
    """An entry without a photo or file says that it is missing."""

    def field(self, field: str) -> Field | None:
        """Return a field by its id."""
        return next((each for each in self.fields if each.id == field), None)

    def step(self, step: str) -> StepKind | None:
        """Return what can happen by its id."""
        return next((each for each in self.steps if each.id == step), None)


BETWEEN_DAYS: Final = r"(?<=[0-9日])\s*(?:至|到|~|～|—+|–|\bto\b|\buntil\b)\s*(?=[0-9]{4}\s*[-./年])"
"""What stands between the first and the last day of a term; it says nothing itself."""
CHOICES: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "yes_no": (("yes", "有", "yes"), ("no", "无", "no")),
    "is_asset": (("yes", "是", "yes"), ("no", "否", "no")),
    "rule": (
        ("running", "运行办法", "operation"),
        ("learning", "学习培训", "learning and training"),
        ("managing", "工作室管理", "management"),
        ("members", "成员考核", "assessment of members"),
        ("meetings", "例会研讨", "meetings"),
        ("transfer", "成果转化", "use of results"),
        ("other", "其他", "other"),
    ),
    "project": (("own", "自主", "own"), ("integrated", "技术经济一体化", "technical and economic")),
    "level": (
        ("national", "国家级", "national"),
        ("province", "省级", "provincial"),
        ("city", "市级", "municipal"),
        ("group", "集团公司级", "of the group"),
        ("company", "公司级", "company"),
        ("unit", "单位级", "unit"),
    ),
    "patent": (
        ("invention", "发明", "invention"),
        ("utility", "实用新型", "utility model"),
        ("design", "外观设计", "design"),
        ("software", "软件著作权", "software copyright"),
    ),
    "result": (("qualified", "合格", "qualified"), ("unqualified", "不合格", "unqualified")),
    "stage": (
        ("started", "立项", "approved"),
        ("running", "实施", "running"),
        ("accepted", "验收", "accepted"),
    ),
}
"""List -> id, Chinese, English."""

_NOTE: Final = Field("note", "备注", "Note", "code")
_LEVEL: Final = Field("level", "级别", "Level", "choice", wanted=True, choices="level")
_WON: Final = (
    Field("name", "名称", "Title", must=True),
    _LEVEL,
    Field("prize", "奖项", "Prize", "code"),
    Field("on", "日期", "Day", "day", must=True),
    Field("benefit", "年效益（元）", "Benefit (yuan a year)", "money"),
    _NOTE,
)

REGISTERS: Final[tuple[Register, ...]] = (
    Register(
        "members",
        "成员",
        "Members",
        ("成员", "队员", "member", "members"),
        (
            Field("name", "姓名", "Name", must=True),
            Field("trade", "工种", "Trade", wanted=True),
            Field("grade", "技能等级", "Grade", wanted=True),
            Field("on", "加入日期", "Joined", "day", must=True),
            Field("duty", "职责", "Duty"),
            _NOTE,
        ),
        (
            StepKind("duty", "职责变动", "Duty changed", sets="duty"),
            StepKind("left", "离开", "Left", ends=True),
        ),
    ),
    Register(
        "equipment",
        "设备",
        "Equipment",
        ("设备", "器材", "equipment", "device"),
        (
            Field("name", "名称", "Name", must=True),
            Field("model", "型号", "Model", "code"),
            Field("number", "资产编号", "Asset number", "code"),
            Field("amount", "数量", "Amount", "figure"),
            Field("place", "存放地点", "Place", "code"),
            Field("keeper", "保管人", "Keeper", wanted=True),
            Field("on", "购置日期", "Bought", "day", must=True),
            Field("asset", "固定资产", "Fixed asset", "choice", choices="is_asset"),
            _NOTE,
        ),
        (
            StepKind("serviced", "维护", "Serviced"),
            StepKind("moved", "移动", "Moved", sets="place"),
            StepKind("scrapped", "报废", "Scrapped", ends=True),
        ),
    ),
    Register(
        "rules",
        "制度",
        "Rules",
        ("制度", "办法", "rule", "rules"),
        (
            Field("name", "名称", "Title", must=True),
            Field("sort", "类别", "Kind", "choice", wanted=True, choices="rule"),
            Field("on", "发布日期", "Issued", "day", must=True),
            Field("paper", "文号", "Document number", "code"),
            _NOTE,
        ),
        (
            StepKind("revised", "修订", "Revised"),
            StepKind("repealed", "废止", "Repealed", ends=True),
        ),
        proof=True,
    ),
    Register(
        "pairs",
        "师徒",
        "Apprentices",
        ("师徒", "徒弟", "pair", "apprentice"),
        (
            Field("name", "徒弟", "Apprentice", must=True),
            Field("master", "师傅", "Master", must=True),
            Field("trade", "工种", "Trade", wanted=True),
            Field("on", "开始日期", "From", "day", must=True),
            Field("until", "结束日期", "Until", "ahead", must=True),
            Field("grade", "目标等级", "Target grade", wanted=True),
            Field("agreement", "师徒协议", "Agreement", "choice", wanted=True, choices="yes_no"),
            _NOTE,
        ),
        (
            StepKind("result", "月度结果", "Month's result", "month"),
            StepKind("ended", "提前结束", "Ended early", ends=True),
        ),
        proof=True,
    ),
    Register(
        "projects",
        "项目",
        "Projects",
        ("项目", "课题", "project", "projects"),
        (
            Field("name", "名称", "Title", must=True),
            Field("sort", "类别", "Kind", "choice", wanted=True, choices="project"),
            _LEVEL,
            Field("leader", "负责人", "Leader", wanted=True),
            Field("on", "立项日期", "Approved", "day", must=True),
            _NOTE,
        ),
        (
            StepKind("running", "实施", "Running", "day", after="started"),
            StepKind("accepted", "验收", "Accepted", "day", after="running"),
            StepKind("stopped", "终止", "Stopped", ends=True),
        ),
    ),
    Register("results", "成果", "Results", ("成果", "result", "results"), _WON, proof=True),
    Register("cases", "案例", "Cases", ("案例", "case", "cases"), _WON, proof=True),
    Register(
        "patents",
        "专利",
        "Patents",
        ("专利", "patent", "patents"),
        (
            Field("name", "名称", "Title", must=True),
            Field("number", "专利号", "Number", "code", must=True),
            Field("sort", "类别", "Kind", "choice", wanted=True, choices="patent"),
            Field("on", "授权日期", "Granted", "day", must=True),
            _NOTE,
        ),
        proof=True,
    ),
    Register(
        "honours",
        "荣誉",
        "Honours",
        ("荣誉", "获奖", "honour", "honours"),
        (
            Field("name", "名称", "Title", must=True),
            Field("whom", "获得者", "Given to", wanted=True),
            _LEVEL,
            Field("giver", "授予单位", "Given by"),
            Field("on", "日期", "Day", "day", must=True),
            _NOTE,
        ),
        proof=True,
    ),
)

BOOK: Final[Mapping[str, tuple[str, str]]] = {
    "id": ("编号", "No."),
    "ended": ("结束", "Ended"),
    "tab_steps": ("经过", "History"),
    "place": ("序号", "Line"),
    "register": ("登记簿", "Register"),
    "name": ("名称", "Name"),
    "on": ("日期", "Day"),
    "what": ("事项", "What happened"),
    "month": ("月份", "Month"),
    "result": ("结果", "Result"),
    "text": ("内容", "Words"),
    "why": ("改正原因", "Why it is put right"),
}
"""Columns that are no field, the sheet of steps and its columns: Chinese, English."""

STEP_COLUMNS: Final = ("id", "place", "register", "name", "on", "what", "month", "result", "text", "why")

BY_ID: Final[Mapping[str, Register]] = {each.id: each for each in REGISTERS}


def _labels(english: int) -> dict[str, str]:
    """Return the labels as texts: `file.kind.…`, `file.field.KIND.…`, `file.step.KIND.…`, `file.choice.LIST.…`."""
    made = {
        f"file.choice.{name}.{code}": (zh, en)[english]
        for name, listed in CHOICES.items()
        for code, zh, en in listed
    }
    made |= {f"file.book.{key}": both[english] for key, both in BOOK.items()}
    for kind in REGISTERS:
        made[f"file.kind.{kind.id}"] = (kind.zh, kind.en)[english]
        made |= {f"file.field.{kind.id}.{each.id}": (each.zh, each.en)[english] for each in kind.fields}
        made |= {f"file.step.{kind.id}.{each.id}": (each.zh, each.en)[english] for each in kind.steps}
    return made


ZH: Final = _labels(0)
EN: Final = _labels(1)
