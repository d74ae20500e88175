"""What a scheme can ask of the standing file: its words are those of the registers, and nobody's scheme is special."""

from pathlib import Path
from typing import get_args

import pytest

from bot.flows.apply.figures import CELL
from bot.flows.apply.taking import CHOICE
from bot.texts import TEXTS
from bot.texts.registers import BY_ID, CHOICES
from rubrics import files
from rubrics.application import offered
from rubrics.known import CELLS, DATED, SORTS, Figure
from tests.kit.chat import Chat
from tests.kit.program import Program

OWN = Path(__file__).parents[2] / "data" / "rubrics" / "known.v1.yaml"
KEPT_AS = {"others": "members", "awards": "results", "projects_of_year": "projects"}


@pytest.mark.parametrize("figure", sorted(SORTS))
def test_levels_and_kinds_are_those_of_the_registers(figure: str) -> None:
    listed = CHOICES[CHOICE.get(figure, "level")]
    assert SORTS[figure] == tuple(code for code, _, _ in listed)


@pytest.mark.parametrize("figure", sorted(CELLS))
def test_columns_are_fields_of_the_register(figure: str) -> None:
    fields = {f"{CELL}{each.id}" for each in BY_ID[KEPT_AS.get(figure, figure)].fields}
    assert set(CELLS[figure]) <= fields


def test_every_figure_says_where_it_comes_from() -> None:
    named = {f"apply.figure.{each}" for each in get_args(Figure) if not each.startswith(CELL)}
    for language in TEXTS.values():
        assert {key for key in language if key.startswith("apply.figure.")} == named
    assert set(CELLS) >= DATED


@pytest.mark.parametrize(
    ("scheme", "applies"),
    [
        ("dalian-2019", True),
        ("nuc-2024", True),
        ("tongliao-2020-creation", True),
        ("tongliao-2020", False),
        ("northwest-2025", False),
    ],
)
def test_conditions_of_founding_are_no_application(scheme: str, *, applies: bool) -> None:
    assert offered(files.latest(scheme)) is applies


async def test_a_scheme_of_ones_own_is_offered_the_same(program: Program, wang: Chat) -> None:
    """By what it says, not by its words: 成员总数 asks for nothing; the fund's yuan stay yuan; two rows are printed."""
    await program.publish(OWN)
    for line in (
        "成员 张建国 液压 高级技师 2020-05-01",
        "成员 王强 液压 高级工 2024-05-01",
        "成员 李四 电工 技师 2024-05-01",
        "设备 示波器 D-1 1台 2024-05-01",
        "成果 新型液压阀 市级 一等奖 2025-03-01 30万元",
        "成果 快换接头 国家级 一等奖 2025-04-01 30万元",
        "成果 阀座 市级 一等奖 2024-03-01 30万元",
    ):
        await wang.say(f"/file {line}")
    await wang.say("/apply")
    await wang.tap("新建申报…")
    await wang.tap("创新角申报")
    await wang.tap("2026")
    await wang.tap("张建国工作室")
    await wang.tap("申报条件")
    wang.sees("可带入：2（档案在册成员，领衔人除外）")
    await wang.tap("返回申报")
    await wang.tap("档案可带入")
    wang.sees("带头人等级：高级技师", "设备数：1", "上年成果（2025 年）：1（档案中的成果，市级）")
    wang.sees("成果一览：阀座 新型液压阀（")
    wang.does_not_see("成员总数", "快换接头")
    await wang.tap("都带入")
    await wang.tap("返回")
    await wang.tap("预览")
    wang.sees("1 阀座 · 市级 · 2024 · ", "2 新型液压阀 · 市级 · 2025 · ")
