"""A step that was entered by mistake is taken out again, with a reason, and every reader leaves it out."""

from datetime import date

import pytest

from bot.changes.registers.step_checks import may_happen
from bot.changes.registers.voided import VOIDED, standing_steps, voided_steps
from bot.entities import FileStep
from bot.problems import Refusal
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


def step(place: int, name: str, entry: str = "entry00000001", **more: str) -> FileStep:
    """A step of an entry."""
    return FileStep(entry=entry, place=place, name=name, on="2025-01-01", by="p", at=1, **more)


def test_steps_that_were_taken_out_do_not_stand() -> None:
    """By entry and place; another entry's step of the same place stands."""
    kept, wrong = step(1, "serviced"), step(2, "serviced")
    other = step(2, "serviced", "entry00000002")
    out = step(3, VOIDED, value="2")
    assert standing_steps([kept, wrong, out, other]) == (kept, other)
    assert voided_steps([kept, wrong, out, other]) == {("entry00000001", 2): out}


async def _equipment(wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("设备 台钻 Z4116 3台 2024-05-01 备注")
    await wang.tap("维护…")
    await wang.say("2025-12-01 更换密封圈 <新>")


async def test_a_wrong_service_is_taken_back(program: Program, wang: Chat) -> None:
    """With a reason; it stays in the history struck out, and what is right is entered anew."""
    await _equipment(wang)
    await wang.tap("经过登错了…")
    wang.sees("点登错的一条", "[2025-12-01 维护 更换密封圈 <新>]")
    await wang.tap("2025-12-01 维护")
    wang.sees("取消“2025-12-01 维护 更换密封圈 <新>”：请发原因")
    await wang.say("12")
    wang.sees("没有写原因")
    await wang.say("登到别的设备了")
    wang.sees("2025-12-01 维护 更换密封圈 <新>（已取消：登到别的设备了）")
    assert not wang.has("经过登错了")
    assert program.rows("select name, value from file_steps order by place") == [
        ("serviced", ""),
        ("voided", "1"),
    ]
    await wang.tap("维护…")
    await wang.say("2025-12-02 更换皮带")
    wang.sees("2025-12-02 维护 更换皮带", "[经过登错了…]")


async def test_a_months_result_taken_back_is_open_again(wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("师徒 李强 王强 液压 2025-12-01 2026-12-31 技师 有")
    await wang.tap("月度结果…")
    await wang.say("2025-12 合格")
    wang.does_not_see("个月没有结果：2025 年 12 月")
    await wang.tap("经过登错了…")
    await wang.tap("月度结果 2025 年 12 月")
    await wang.say("还没有考")
    wang.sees("个月没有结果：2025 年 12 月")
    await wang.say("/file")
    await wang.tap("师徒 1")
    await wang.tap("1 李强")
    await wang.tap("月度结果…")
    await wang.say("2025-12 合格")
    wang.sees("月度结果 2025 年 12 月 合格")


async def test_duty_and_end_go_back_to_what_was_before(program: Program, wang: Chat) -> None:
    """The duty before it stands again, and somebody who never left is a member."""
    await wang.say("/file")
    await wang.say("成员 王强 液压 高级工 2024-05-01")
    for said in ("2025-03-01 组长", "2025-09-01 副组长"):
        await wang.tap("职责变动…")
        await wang.say(said)
    await wang.tap("职责变动…")
    await wang.say("2025-06-01 安全员")
    wang.sees("职责：副组长")
    await wang.tap("经过登错了…")
    await wang.tap("2025-09-01 职责变动")
    await wang.say("没有变")
    wang.sees("职责：安全员")
    await wang.tap("离开…")
    await wang.say("2025-12-31 调往二矿")
    wang.sees("▲ 2025-12-31 离开")
    await wang.tap("经过登错了…")
    await wang.tap("2025-12-31 离开")
    await wang.say("没有调走")
    wang.does_not_see("▲ 2025-12-31 离开")
    assert program.rows("select until, state from file_entries") == [("", "")]


async def test_the_only_duty_goes_back_to_the_one_that_was_entered(program: Program, wang: Chat) -> None:
    """Also where a later one was entered first; what is kept for that is shown nowhere and lost in no workbook."""
    await wang.say("/file")
    await wang.say("成员 王强;液压;高级工;2024-05-01;组员")
    for said in ("2025-09-01 副组长", "2025-03-01 组长"):
        await wang.tap("职责变动…")
        await wang.say(said)
    wang.sees("职责：副组长")
    for day, left in (("2025-09-01", "组长"), ("2025-03-01", "组员")):
        await wang.tap("经过登错了…")
        await wang.tap(f"{day} 职责变动")
        await wang.say("登错了")
        wang.sees(f"职责：{left}")
    assert "entered" not in str(await program.read(lambda desk: desk.registers.of_studio(ZHANG.id)))


async def test_a_duty_of_somebody_who_had_none_is_said_to_be_empty(wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("成员 王强 液压 高级工 2024-05-01")
    await wang.tap("职责变动…")
    await wang.say("2025-03-01 组长")
    await wang.tap("修改…")
    await wang.tap("备注")
    await wang.say("骨干")
    wang.sees("职责：组长")
    await wang.tap("经过登错了…")
    await wang.tap("2025-03-01 职责变动")
    await wang.say("登错了")
    wang.sees("以前没有写过“职责”，现在空着")
    wang.does_not_see("职责：组长")


async def test_a_term_that_was_ended_by_mistake_is_as_it_was_agreed(program: Program, wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("师徒 李强 王强 液压 2025-12-01 2026-12-31 技师 有")
    await wang.tap("提前结束…")
    await wang.say("2026-01-02 调走")
    wang.sees("▲ 2026-01-02 提前结束")
    await wang.tap("经过登错了…")
    await wang.tap("2026-01-02 提前结束")
    await wang.say("登错人了")
    wang.sees("结束日期：2026-12-31")
    assert program.rows("select until, state from file_entries") == [("2026-12-31", "")]


async def test_stages_are_taken_back_from_the_last(program: Program, wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("项目 液压阀改造 自主 公司级 王海涛 2025-03-01")
    for button, day in (("实施…", "2025-04-01"), ("验收…", "2025-12-01")):
        await wang.tap(button)
        await wang.say(day)
    await wang.tap("经过登错了…")
    await wang.tap("2025-04-01 实施")
    await wang.say("日期不对")
    wang.sees("实施：后面已有“验收”，请先取消“验收”。")
    await wang.say("/file")
    await wang.tap("项目 1")
    await wang.tap("1 液压阀改造")
    await wang.tap("经过登错了…")
    await wang.tap("2025-12-01 验收")
    await wang.say("还没有验收")
    wang.sees("阶段：实施")
    assert program.rows("select state from file_entries") == [("running",)]


async def test_only_leaders_and_only_what_was_seen(
    program: Program, wang: Chat, zhao: Chat, chen: Chat
) -> None:
    """What another leader took back meanwhile is not taken back twice; others have no button."""
    await _equipment(wang)
    await wang.tap("经过登错了…")
    await wang.tap("2025-12-01 维护")
    await zhao.say("/file")
    await zhao.tap("设备 1")
    await zhao.tap("1 台钻")
    await zhao.tap("经过登错了…")
    await zhao.tap("2025-12-01 维护")
    await zhao.say("登错了")
    await wang.say("登错了")
    wang.sees("这一条刚被改过，未作改动")
    assert program.rows("select count(*) from file_steps") == [(2,)]
    await chen.say("/file")
    await chen.tap("张建国工作室")
    await chen.tap("设备 1")
    await chen.tap("1 台钻")
    chen.sees("已取消：登错了")
    assert not chen.has("经过登错了")


async def test_what_was_accepted_is_not_broken_off(wang: Chat, program: Program) -> None:
    """It would count no more; whoever was wrong takes the acceptance back first."""
    await wang.say("/file")
    await wang.say("项目 液压阀改造 自主 公司级 王海涛 2025-03-01")
    wang.sees("[终止…]")
    for button, day in (("实施…", "2025-04-01"), ("验收…", "2025-12-01")):
        await wang.tap(button)
        await wang.say(day)
    assert not wang.has("终止…")
    entry = (await program.read(lambda desk: desk.registers.of_studio(ZHANG.id)))[0]
    stop = FileStep(entry=entry.id, place=0, name="stopped", on="2025-12-31", text="停", by="p", at=1)
    with pytest.raises(Refusal, match="register_complete"):
        may_happen(entry, stop, (), date(2026, 1, 5))


async def test_results_of_many_months_in_one_message(program: Program, wang: Chat) -> None:
    """A line each; one that is wrong is named, and none is entered."""
    await wang.say("/file")
    await wang.say("师徒 李强 王强 液压 2025-06-01 2026-12-31 技师 有")
    count = "select count(*) from file_steps"
    for said, why in (
        ("2025-08 合格\n2025-13 合格", "“2025-13”不是月份"),
        ("2025-08 合格\n2025-09 好", "“2025-09 好”看不懂"),
        ("2025-08 合格\n2025-05 合格", "2025-05 不在期间"),
        ("2025-08 合格\n2025-08 合格", "2025-08 的这个结果已经登记"),
    ):
        await wang.say(said)
        wang.sees(why)
        assert program.rows(count) == [(0,)]
    await wang.say("2025-08 合格\n2025-09 不合格；2025-10 合格")
    wang.sees("2025 年 9 月 不合格", "2025 年 10 月 合格")
    assert program.rows(count) == [(3,)]
    await wang.tap("月度结果…")
    await wang.say("2025-11 合格\n2025-12 合格")
    assert program.rows(count) == [(5,)]
