"""One mistake in a list of studios, and what is said of it: the exact place, what is wrong, what to write."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

import pytest

from bot.changes.studio_rows import Planned, planned
from bot.changes.upload_table import Table
from bot.entities import Studio
from bot.flows.uploads.wrong import wrong_line
from bot.reports.uploads import READERS
from bot.store import StoreDesk, open_alone
from bot.texts import words
from rubrics.problems import Refused
from tests.bot.office import office
from tests.bot.studios.books import GOOD, HEAD, book
from tests.bot.walk.scenes import RED, ZHANG

SPRING = ("春雷工作室", "三矿", "雷春")
SUMMER = ("夏雨工作室", "三矿", "夏雨")
SHORT = HEAD[:3]


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Callable[[StoreDesk], Any]], Any]]:
    """An installation with two studios, which trials never change; a function over its desk."""
    here = office(tmp_path_factory.mktemp("office") / "data")
    with open_alone(here.folder / "scorewalk.db", clock=here.clock) as alone:
        for studio in (ZHANG, RED):
            alone.write(partial(_add, studio))
        yield alone.write


def _add(studio: Studio, desk: StoreDesk) -> None:
    desk.studios.add(studio)


def tried(write, data: bytes) -> Planned:
    table = Table.model_validate(READERS["studios"](data))
    return write(lambda desk: planned(desk, None, table))


def said(plan: Planned, language: str = "zh-CN") -> list[str]:
    return [wrong_line(each, words(language), html=False) for each in plan.problems]


def cell(where: str, value: Any) -> Callable[[Any], None]:
    def put(sheet: Any) -> None:
        sheet[where] = value

    return put


def merged(area: str) -> Callable[[Any], None]:
    return lambda sheet: sheet.merge_cells(area)


MISTAKES = {
    "a day that does not exist": (cell("E2", "2026-02-31"), ["第 2 行 · 命名日期 · “2026-02-31”不是日期，请写成 2026-02-28。"]),
    "a day without a year": (cell("E2", "3月5日"), ["第 2 行 · 命名日期 · “3月5日”不是日期，请写成 2024-05-01。"]),
    "no day at all": (cell("E2", "去年"), ["第 2 行 · 命名日期 · “去年”不是日期，请写成 2024-05-01。"]),
    "no name": (cell("A2", None), ["第 2 行 · 工作室名称 · 这一项不能为空，请写上。"]),
    "no unit": (cell("B2", "  "), ["第 2 行 · 所在单位 · 这一项不能为空，请写上。"]),
    "no leader": (cell("C2", None), ["第 2 行 · 领衔人 · 这一项不能为空，请写上。"]),
    "a name too long": (cell("A2", "室" * 61), ["第 2 行 · 工作室名称 · 太长（61 字），最多 60 字，请写短些。"]),
    "a level too long": (cell("D2", "级" * 21), ["第 2 行 · 级别 · 太长（21 字），最多 20 字，请写短些。"]),
    "a type that there is not": (cell("G2", "管理型"), ["第 2 行 · 类型 tongliao-2020 · 没有“管理型”这一类型，请写：技术攻关型、技能传授型、窗口服务型。"]),
    "a type that could be two": (cell("G2", "技"), ["第 2 行 · 类型 tongliao-2020 · 没有“技”这一类型，请写：技术攻关型、技能传授型、窗口服务型。"]),
    "no amount": (cell("H2", "三万"), ["第 2 行 · 年度经费 2026（元） · “三万”不是金额，请写成 30000 或 3万。"]),
    "a negative amount": (cell("H2", -5), ["第 2 行 · 年度经费 2026（元） · “-5”不是金额，请写成 30000 或 3万。"]),
    "a fraction of a fen": (cell("H2", "0.001"), ["第 2 行 · 年度经费 2026（元） · “0.001”不是金额，请写成 30000 或 3万。"]),
    "a bracket left open": (cell("I2", "雷春（市劳模；李四"), ["第 2 行 · 团队成员 · “雷春（市劳模；李四”看不懂，请写成：王海涛（市劳动模范）；刘志强。"]),
    "a formula that failed": (cell("D2", "#REF!"), ["第 2 行 · 级别 · 公式出错（#REF!），请改成内容本身。"]),
    "a name twice": (cell("A3", "春雷工作室"), ["第 2 行 · 工作室名称 · 与第 3 行同名“春雷工作室”，请改一个名称或删去一行。", "第 3 行 · 工作室名称 · 与第 2 行同名“春雷工作室”，请改一个名称或删去一行。"]),
    "a name twice but for a blank": (
        cell("A3", "春雷　工作室"),
        [
            "第 2 行 · 工作室名称 · 与第 3 行同名“春雷工作室”，请改一个名称或删去一行。",
            "第 3 行 · 工作室名称 · 与第 2 行同名“春雷 工作室”，请改一个名称或删去一行。",
        ],
    ),
    "a name like that of another": (
        cell("A3", "红旗 工作室"),
        ["第 3 行 · 工作室名称 · 已有名为“红旗工作室”的工作室，请换一个名称。"],
    ),
    "merged units": (merged("B2:B3"), ["第 2 行 · 所在单位 · B2:B3 是合并单元格，请取消合并，每格都写上。"]),
    "merged names": (merged("A2:A3"), ["第 2 行 · 工作室名称 · A2:A3 是合并单元格，请取消合并，每格都写上。"]),
    "a merged header": (merged("A1:B1"), ["第 1 行 · 工作室名称 · A1:B1 是合并单元格，请取消合并，每格都写上。", "第 1 行 · 所在单位 · 缺少这一列，请补上。"]),
    "a column gone": (lambda sheet: sheet.delete_cols(2), ["第 1 行 · 所在单位 · 缺少这一列，请补上。"]),
    "a column twice": (cell("D1", "领衔人"), ["第 1 行 · 领衔人 · 有两列同名（C 列和 D 列），请删去一列。"]),
    "a fund of no year": (cell("H1", "年度经费（元）"), ["第 1 行 · 年度经费（元） · 看不出是哪一年，请写成“年度经费 2026（元）”。"]),
    "types of no rubric": (cell("G1", "类型 某考核"), ["第 1 行 · 类型 某考核 · 看不出是哪个考核标准的类型，请写成“类型 名称（编号）”："]),
    "another leader": (cell("A2", "张建国工作室"), ["第 2 行 · 领衔人 · 现任是 张建国；更换领衔人请在 /studios 里打开工作室办理（日期、文号、原因），这里写 张建国。"]),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_told_with_its_place(write, name: str) -> None:
    spoil, expected = MISTAKES[name]
    plan = tried(write, book(GOOD, SUMMER, change=spoil))
    found = said(plan)
    assert [line[: len(wanted)] for line, wanted in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found


def test_the_same_without_a_mistake_is_read(write) -> None:
    """So that the table above shows what it says."""
    plan = tried(write, book(GOOD, SUMMER))
    assert not plan.problems
    assert [each.after.name for each in plan.new] == ["春雷工作室", "夏雨工作室"]
    assert plan.new[0].team == (("雷春", "市劳模"), ("李四", ""))
    assert plan.new[0].funds == {2026: "30000"}


def test_real_dates_and_numbers_are_read_as_they_look(write) -> None:
    """What Excel keeps as a day or a number; a name that is a number stays one."""

    def typed(sheet: Any) -> None:
        sheet["E2"], sheet["H2"], sheet["A2"] = datetime(2024, 5, 1), 30000.50, 301  # noqa: DTZ001 - Excel has no zones

    (spring, _) = tried(write, book(GOOD, SUMMER, change=typed)).new
    assert (spring.after.named_on, spring.funds, spring.after.name) == (
        "2024-05-01",
        {2026: "30000.5"},
        "301",
    )


def test_every_mistake_has_its_english_words(write) -> None:
    for name, (spoil, expected) in MISTAKES.items():
        plan = tried(write, book(GOOD, SUMMER, change=spoil))
        assert len(said(plan, "en")) == len(expected), name


def test_all_mistakes_of_all_rows_come_at_once(write) -> None:
    rows = [(f"工作室{number}", "", "某", "", "2026-02-30", "", "没有", "x", "（") for number in range(120)]
    plan = tried(write, book(*rows))
    assert len(plan.problems) == 120 * 5
    assert [each.row for each in plan.problems] == sorted(each.row for each in plan.problems)
    assert not plan.entries


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4 x", "document_kind"),
        (b"name;unit", "upload_not_excel"),
        (b"PK\x03\x04 broken", "document_damaged"),
        (book(("a", "b"), head=("x", "y")), "upload_no_table"),
        (book(head=()), "upload_no_table"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        READERS["studios"](data)
    assert refused.value.problem.code == code


def test_a_header_alone_is_no_list(write) -> None:
    assert said(tried(write, book(head=SHORT))) == ["第 1 行 · 表头下面没有内容，请填写后重发。"]


def test_headers_are_found_below_a_title_and_in_either_language(write) -> None:
    """A title above, widths and blanks in the header, another order, English words."""

    def titled(sheet: Any) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"] = "二矿创新工作室名单"

    plan = tried(write, book(SPRING, head=("工作室 名称＊", "所在单位", "带头人"), change=titled))
    assert [(each.row, each.after.leader) for each in plan.new] == [(4, "雷春")]
    plan = tried(write, book(("三矿", "雷春", "春雷工作室"), head=("Unit", "LEADER", "Studio")))
    assert [each.after.name for each in plan.new] == ["春雷工作室"]
