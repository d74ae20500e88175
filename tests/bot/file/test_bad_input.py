"""What cannot be: a clear answer, nothing changed, and nothing that was typed must be typed again."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.changes import RetireStudio
from bot.entities import Scope
from tests.bot.walk.scenes import RED, ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]

KNOWN = (
    "成员 王强 液压 高级工 2024-05-01",
    "师徒 李强 王海涛 液压 2025-01-01 2026-12-31 技师 有",
    "专利 一种液压阀 ZL1 实用新型 2025-03-01",
    "设备 台钻 Z4116 A-001 3台 机房 2024-05-01",
)

LINES = [
    ("成员 赵六 液压 高级工 2025-06-31", "加入日期：“2025-06-31”不是日期，请写成 2025-06-30。"),
    ("成员 赵六 液压 高级工 12.5.5", "加入日期：“12.5.5”不是日期"),
    ("成员 赵六 液压 高级工 2027-05-01", "加入日期：2027-05-01 还没有到（今天 2026-01-05）"),
    ("成员 王强 电工 技师 2025-01-01", "“王强”（2024-05-01）已经登记"),
    ("成员 12345 电工 技师 2025-01-01", "姓名：“12345”只有数字，请写文字"),
    (
        "师徒 李强 赵六 液压 2026-01-01 2026-06-30",
        "李强 在 2025-01-01 至 2026-12-31 已是 王海涛 的徒弟，一个期间只能有一位师傅",
    ),
    ("师徒 赵六 赵六 液压 2026-01-01 2026-06-30", "师傅和徒弟都是 赵六"),
    ("师徒 赵六 王海涛 液压 2026-01-01 2025-06-30", "结束日期：2025-06-30 早于开始日期 2026-01-01"),
    ("专利 另一种阀 ZL1 发明 2025-04-01", "专利号：“zl1”已登记在“一种液压阀”"),
    ("设备 砂轮机 M1 a-001 2台 2025-01-01", "资产编号：“a-001”已登记在“台钻”"),
    (
        "人员 赵六 液压",
        "看不懂“人员 赵六 液压”。请以 成员、设备、制度、师徒、项目、成果、案例、专利、荣誉 开头",
    ),
    ("成员 赵六 电工 技师 2025-01-01 组长 勤快 多余", "“多余”看不出是哪一项。姓名、工种、技能等级"),
]


@pytest.fixture
async def at_file(wang: Chat) -> Chat:
    """王海涛 at the file, in which something is entered."""
    for line in KNOWN:
        await wang.say(f"/file {line}")
    await wang.say("/file")
    return wang


@pytest.mark.parametrize(("line", "answer"), LINES)
async def test_a_line_that_cannot_be(at_file: Chat, unchanged: Unchanged, line: str, answer: str) -> None:
    with unchanged():
        await at_file.say(line)
    at_file.sees(answer)


async def test_a_patent_without_a_number_is_asked_for_it(program: Program, at_file: Chat) -> None:
    """What was right of the line is kept, and what is missing or wrong is asked."""
    await at_file.say("专利 新阀 2025-03-01")
    at_file.sees("登记专利", "名称：新阀", "授权日期：2025-03-01", "请发专利号")
    assert not at_file.has("保存")
    await at_file.say("成员")
    at_file.sees("请核对", "专利号：成员")
    await at_file.tap("专利号")
    await at_file.say("ZL2")
    await at_file.tap("保存")
    at_file.sees("专利号：ZL2")


async def test_of_a_wrong_line_only_what_is_wrong_is_asked_again(at_file: Chat) -> None:
    await at_file.say("成员 赵六 液压 高级工 2025-06-31")
    at_file.sees("姓名：赵六", "工种：液压", "技能等级：高级工", "请发加入日期")
    await at_file.say("昨天")
    at_file.sees("加入日期：2026-01-04")
    await at_file.tap("保存")
    at_file.sees("赵六", "加入日期：2026-01-04")


async def test_what_was_said_survives_a_restart_and_another_card(program: Program, at_file: Chat) -> None:
    """A draft that is left stays on its card."""
    await at_file.say("成员 赵六")
    at_file.sees("请发加入日期")
    await at_file.say("/log")
    at_file.sees("登记成员，还没有保存")
    await program.restart()
    await at_file.tap(at_file.button("打开"))
    at_file.sees("姓名：赵六", "请发加入日期")


FIELDS = [
    ("设备 0", "台钻", "数量", "三台", "数量：“三台”不是数目，请写成 3 或 3台"),
    ("设备 0", "台钻", "名称", "12", "名称：“12”只有数字"),
    ("设备 0", "台钻", "购置日期", "2027-01-01", "购置日期：2027-01-01 还没有到"),
    ("设备 0", "台钻", "保管人", "名" * 61, "保管人：太长（61 字），最多 60 字"),
    ("师徒 0", "李强", "结束日期", "2024-01-01", "结束日期：2024-01-01 早于开始日期 2025-01-01"),
    ("师徒 0", "李强", "师徒协议", "也许", "师徒协议：没有“也许”，请写 有、无"),
]


@pytest.mark.parametrize(("register", "entry", "field", "text", "answer"), FIELDS)
async def test_a_field_that_cannot_be(
    at_file: Chat, unchanged: Unchanged, register: str, entry: str, field: str, text: str, answer: str
) -> None:
    await at_file.tap(register.replace("0", "1"))
    await at_file.tap(f"1 {entry}")
    await at_file.tap("修改…")
    await at_file.tap(field)
    with unchanged():
        await at_file.say(text)
    at_file.sees(answer)


STEPS = [
    ("维护", "2025-02-30 换油", "维护：开头的“2025-02-30”不是日期，请写成 2025-02-28 加内容"),
    ("维护", "2027-01-01 换油", "维护：2027-01-01 还没有到"),
    ("维护", "2023-01-01 换油", "维护：2023-01-01 早于 2024-05-01"),
    ("维护", "2025-01-01", "维护：没有写内容"),
    ("报废", "2025-01-01", "没有写原因"),
    ("移动", "2025-01-01 " + "远" * 61, "存放地点：太长（61 字）"),
]


@pytest.mark.parametrize(("step", "text", "answer"), STEPS)
async def test_a_step_that_cannot_be(
    at_file: Chat, unchanged: Unchanged, step: str, text: str, answer: str
) -> None:
    await at_file.tap("设备 1")
    await at_file.tap("1 台钻")
    await at_file.tap(f"{step}…")
    with unchanged():
        await at_file.say(text)
    at_file.sees(answer)


MONTHS = [
    ("2025-13 合格", "“2025-13”不是月份"),
    ("2024-12 合格", "2024-12 不在期间（2025-01-01 至 2026-12-31）内"),
    ("2026-02 合格", "2026-02 还没有到"),
    ("2025-12 还行", "“2025-12 还行”看不懂"),
    ("2025-11 不合格", "2025-11 的这个结果已经登记"),
]


@pytest.mark.parametrize(("text", "answer"), MONTHS)
async def test_a_result_that_cannot_be(at_file: Chat, unchanged: Unchanged, text: str, answer: str) -> None:
    await at_file.tap("师徒 1")
    await at_file.tap("1 李强")
    await at_file.tap("月度结果…")
    await at_file.say("2025-11 不合格")
    await at_file.tap("月度结果…")
    with unchanged():
        await at_file.say(text)
    at_file.sees(answer)


async def test_days_stay_in_order_when_a_field_is_changed(at_file: Chat, unchanged: Unchanged) -> None:
    """An entry cannot begin after something happened to it."""
    await at_file.tap("设备 1")
    await at_file.tap("1 台钻")
    await at_file.tap("维护…")
    await at_file.say("2025-01-01 换油")
    await at_file.tap("修改…")
    await at_file.tap("购置日期")
    with unchanged():
        await at_file.say("2025-02-01")
    at_file.sees("购置日期：2025-02-01 晚于已登记的“维护” 2025-01-01")


async def test_a_retired_studio_is_only_looked_at(
    program: Program, at_file: Chat, chen: Chat, unchanged: Unchanged
) -> None:
    await at_file.tap("设备 1")
    await at_file.tap("1 台钻")
    change, service = at_file.button("修改…"), at_file.button("维护…")
    await program.make(RetireStudio(studio=ZHANG.id, reason="合并", today="2026-01-05"), by="陈主任")
    with unchanged():
        await at_file.tap(change)
        at_file.hears("已于 2026-01-05 停用")
        await at_file.tap(service)
        at_file.hears("已于 2026-01-05 停用")
        await at_file.photo()
        at_file.sees("已于 2026-01-05 停用")
        await at_file.say("/file")
        at_file.sees("工作室已于 2026-01-05 停用，档案只能查看", "设备 1")
        await at_file.say("成员 赵六 2025-01-01")
        at_file.sees("已于 2026-01-05 停用")


async def test_somebody_was_faster(at_file: Chat, zhao: Chat) -> None:
    """What was asked about has changed since: nothing is written, and it is shown as it is now."""
    await at_file.tap("设备 1")
    await at_file.tap("1 台钻")
    await at_file.tap("修改…")
    await at_file.tap("保管人")
    await zhao.say("/file")
    await zhao.tap("设备 1")
    await zhao.tap("1 台钻")
    await zhao.tap("修改…")
    await zhao.tap("保管人")
    await zhao.say("赵敏")
    zhao.sees("保管人：赵敏")
    await at_file.say("王强")
    at_file.sees("这一条刚被改过，未作改动")


async def test_who_may_look(
    program: Program, at_file: Chat, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Coordinators look; an assessor only where a visit is open; leaders of other studios see nothing."""
    sun = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    unit = await program.person("赵科", "unit", Scope(kind="unit", key=ZHANG.unit))
    card = at_file.button("设备 1")
    with unchanged():
        await chen.say("/file")
        chen.sees("请选工作室")
        await chen.tap("张建国工作室")
        chen.sees("设备 1")
        chen.does_not_see("发一行就登记")
        await chen.tap("设备 1")
        assert not chen.has("添加")
        await chen.tap("1 台钻")
        assert not chen.has("修改")
        await chen.say("改一改")
        chen.sees("您只能查看，未作改动")
        await chen.photo()
        chen.sees("您只能查看，未作改动")
        await unit.say("/file")
        unit.sees("工作室档案", "设备 1")
        await li.say("/file")
        li.sees("没有您能看的工作室档案")
        await sun.say("/file")
        sun.sees("红旗工作室", "设备 0")
        await sun.forge(card.data)
        assert "设备　1" not in sun.card()


async def test_an_assessor_looks_while_a_visit_is_open(at_file: Chat, li: Chat) -> None:
    await northwest(li)
    await li.say("/file")
    li.sees("工作室档案", "张建国工作室", "设备 1")
    await li.say("成员 赵六 2025-01-01")
    li.sees("您只能查看，未作改动")


FORGED = [
    "fe:q:{entry}:f.owner",
    "fe:q:{entry}:s.nothing",
    "fe:q:{entry}",
    "fe:c:{entry}:name::1",
    "fe:c:{entry}:on::1",
    "fe:c:{entry}:amount:viele:1",
    "fe:c:{entry}:amount:7:99",
    "fe:c:{entry}:amount:7:x",
    "fe:t:{entry}:serviced::1",
    "fe:t:{entry}:accepted::1",
    "fe:m:{entry}:result:2025-12=qualified:1",
    "fe:m:{entry}:result::1",
    "fe:z:{entry}",
    "fe:o:entry9999999",
    "fe:o",
    "ff:k:{studio}:nothing",
    "ff:k:studio9999999:members",
    "ff:g:{studio}:members:-1",
    "ff:g:{studio}:members:99999",
    "ff:a:{studio}",
    "ff:zz:{studio}",
    "fa:y:entry9999999",
    "fa:c:{entry}:name:x",
    "fi:y:upload999999:00000000",
    "fi:o:upload999999",
]


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_press_changes_nothing(
    program: Program, at_file: Chat, unchanged: Unchanged, data: str
) -> None:
    ((entry,),) = program.rows("select id from file_entries where kind = 'equipment'")
    await at_file.tap("设备 1")
    with unchanged():
        await at_file.forge(data.format(entry=entry, studio=ZHANG.id))
    assert at_file.answered()
    await at_file.say("/file")
    at_file.sees("设备 1")


async def test_a_save_that_is_pressed_twice_adds_once(program: Program, at_file: Chat) -> None:
    await at_file.say("成员 赵六")
    await at_file.say("2025-01-01")
    save = at_file.button("保存")
    await at_file.tap(save)
    await at_file.tap(save)
    assert program.rows("select count(*) from file_entries where kind = 'members'") == [(2,)]
