"""The book of a fund on paper: every sum recomputed from its rows, from /export and from the command line."""

import re
from decimal import Decimal
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import CliRunner

from bot import samples
from bot.cli import app
from bot.entities import Grant, Person, Scope
from bot.flows.export.order import Order
from bot.flows.export.reading import may_have
from bot.problems import Refusal
from exports.fund import FundLine, FundRecord, render
from tests.bot.export.scenes import content, documents
from tests.bot.fund.test_changes import TODAY, book
from tests.bot.office import office
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

CENT = Decimal("0.01")


def exact(cell: object) -> Decimal:
    """A number of a cell to the fen."""
    return Decimal(str(cell or 0)).quantize(CENT)


def recomputed(data: bytes) -> tuple[int, Decimal]:
    """Recompute every formula of a book from the cells that it names; gives how many there were, and what is left."""
    live = load_workbook(BytesIO(data)).worksheets[0]
    kept = load_workbook(BytesIO(data), data_only=True).worksheets[0]
    count, left = 0, Decimal(0)
    for row in live.iter_rows():
        for cell in row:
            if cell.data_type != "f":
                continue
            count += 1
            formula = str(cell.value)[1:]
            if found := re.fullmatch(r"SUM\(([A-Z])(\d+):[A-Z](\d+)\)", formula):
                cells = range(int(found[2]), int(found[3]) + 1)
                value = sum((exact(kept[f"{found[1]}{at}"].value) for at in cells), Decimal(0))
            elif found := re.fullmatch(r"SUMIF\(D(\d+):D(\d+),A(\d+),H\1:H\2\)", formula):
                same = kept[f"A{found[3]}"].value
                cells = range(int(found[1]), int(found[2]) + 1)
                value = sum(
                    (exact(kept[f"H{at}"].value) for at in cells if kept[f"D{at}"].value == same), Decimal(0)
                )
            else:
                parts = re.findall(r"([+-]?)([A-Z]\d+)", formula)
                assert "".join(sign + name for sign, name in parts) == formula
                value = Decimal(0)
                for sign, name in parts:
                    value += exact(kept[name].value) * (-1 if sign == "-" else 1)
                left = value
            assert exact(kept[cell.coordinate].value) == value, cell.coordinate
    return count, left


async def test_the_book_of_a_year_in_the_chat(program: Program, wang: Chat, chen: Chat) -> None:
    """Nothing to export yet is said; then the workbook, in the language of whoever asks."""
    await wang.say("/export")
    await wang.tap("经费台账")
    wang.sees("选择年度")
    wang.does_not_see("考核")
    await wang.tap("2026")
    await wang.tap(ZHANG.name)
    wang.hears("2026 年没有经费记录")
    await program.make(
        book("m1", "budget", "30000"), book("m2", "cut", "6000"), book("m3", "instalment", "10000"),
        by="陈主任",
    )  # fmt: skip
    await program.make(book("m4", "spending", "1999.5"), book("m5", "spending", "0.01"), by="王海涛")
    await wang.tap(ZHANG.name)
    (name,) = documents(wang)
    assert name == "经费台账_张建国工作室_2026.xlsx"
    data = content(wang, name)
    assert recomputed(data) == (5 + 5 + 1 + 1, Decimal("22000.49"))
    cells = [cell.value for row in load_workbook(BytesIO(data)).worksheets[0].iter_rows() for cell in row]
    assert {"预算", "学习培训", "教材 m4", "▲ 0", "待审核", "按用途汇总"} <= set(cells)


async def test_the_unit_takes_the_book_of_its_own_studios_only(program: Program, chen: Chat) -> None:
    """By the button of the year and under /export; asked again on the server's side for every studio."""
    await program.make(book("m1", "budget", "30000"), by="陈主任")
    own = await program.person("孙主席", "unit", Scope(kind="unit", key=ZHANG.unit))
    await own.say("/fund")
    await own.tap("台账 Excel")
    (name,) = documents(own)
    assert name == "经费台账_张建国工作室_2026.xlsx"
    order = Order(kind="fund", period="2026", studio=ZHANG.id)
    for role, unit, takes in (
        ("unit", ZHANG.unit, True),
        ("unit", "别的单位", False),
        ("reader", ZHANG.unit, False),
    ):
        grant = Grant.model_validate({"id": "g", "role": role, "scope": {"kind": "unit", "key": unit}})
        person = Person(id="p", name="甲", grants=(grant,))
        if takes:
            await program.read(partial(may_have, person=person, order=order))
        else:
            with pytest.raises(Refusal, match="not_yours"):
                await program.read(partial(may_have, person=person, order=order))


def test_the_book_from_the_command_line(tmp_path: Path) -> None:
    here = office(tmp_path / "data")
    here.furnish()
    studio = samples.STUDIOS[0].name
    out = tmp_path / "fund.xlsx"
    words = ["export", "fund", "--studio", studio, "--year", "2026", "-o", str(out)]
    made = CliRunner().invoke(app, words, env=here.environment)
    assert made.exit_code == 0, made.output
    first = load_workbook(out).worksheets[0]
    assert first["A1"].value == f"{studio}: fund of 2026"
    assert any(cell.value == "Nothing was entered in this year." for cell in first["A"])
    words[3] = "nowhere"
    assert CliRunner().invoke(app, words, env=here.environment).exit_code != 0


LINES = st.lists(
    st.builds(
        FundLine,
        st.sampled_from(["budget", "instalment", "spending", "cut"]),
        st.just(TODAY),
        st.decimals(min_value=CENT, max_value=99999, places=2),
        st.just("类"),
        st.sampled_from(["设备器材", "学习培训"]),
        st.sampled_from(["=1+1", "扳手"]),
    ),
    max_size=7,
)


@settings(max_examples=15, deadline=None)
@given(LINES, st.none() | st.just(Decimal(30000)))
def test_what_is_left_is_the_same_on_paper(lines: list[FundLine], granted: Decimal | None) -> None:
    from datetime import UTC, date, datetime

    dated = datetime(2026, 1, 5, tzinfo=UTC)
    record = FundRecord("zh-CN", "甲", "乙", 2026, date(2026, 1, 5), dated, granted, tuple(lines))
    data = render(record)
    assert data == render(record)
    signs = {"budget": 1, "spending": -1, "cut": -1}
    whole = sum((each.amount * signs.get(each.kind, 0) for each in record.shown), Decimal(0))
    assert recomputed(data)[1] == whole
