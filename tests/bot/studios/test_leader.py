"""Change of leader (003 第十四条): who, when, by which paper, why; the old one stays on record, rights are named."""

import pytest

from bot.entities import Scope
from tests.bot.studios.test_card import opened
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program


@pytest.fixture
async def sun(program: Program) -> Chat:
    """孙丽, who may act as leader of 红旗工作室."""
    return await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))


async def changed(who: Chat, name: str = "周明", since: str = "2026-01-01") -> None:
    await opened(who)
    await who.tap("更换领衔人…")
    await who.say(name)
    await who.say(since)
    await who.say("工组字〔2026〕3号")
    await who.say("原领衔人退休")


async def test_a_change_is_dated_papered_and_reasoned(program: Program, chen: Chat) -> None:
    """Each answer is checked as it comes; nothing is stored before the press; both leaders stay on record."""
    await opened(chen)
    await chen.tap("更换领衔人…")
    chen.sees("原任：红旗工", "请发新领衔人姓名")
    await chen.say("红旗工")
    chen.sees("现在就由 红旗工 领衔")
    await chen.say("周明")
    await chen.say("2026-02-01")
    chen.sees("2026-02-01 还没有到（今天 2026-01-05）")
    await chen.say("上个月")
    chen.sees("“上个月”不是日期")
    await chen.say("2026-01-01")
    chen.sees("请发批准的文号")
    await chen.say("工组字〔2026〕3号")
    await chen.say("原领衔人退休")
    chen.sees("新任：周明", "从 2026-01-01 起", "文号：工组字〔2026〕3号", "原因：原领衔人退休", "请核对")
    assert program.rows("select count(*) from leadings") == [(0,)]
    await chen.tap("更换")
    chen.sees("✓ 红旗工作室 领衔人已由 红旗工 换为 周明（2026-01-01 起，工组字〔2026〕3号）。")
    assert program.rows("select name, since, until, paper from leadings order by place") == [
        ("红旗工", "", "2025-12-31", ""),
        ("周明", "2026-01-01", "", "工组字〔2026〕3号"),
    ]
    await chen.tap("返回")
    chen.sees(
        "带头人：周明",
        "历任：",
        "红旗工 ～2025-12-31",
        "周明 2026-01-01～今（工组字〔2026〕3号，原领衔人退休）",
    )


async def test_the_old_leaders_rights_are_ended_and_the_new_one_is_invited(
    program: Program, chen: Chat, sun: Chat
) -> None:
    """Both are one press away; the coordinator is told that they are left to do."""
    await changed(chen)
    await chen.tap("更换")
    chen.sees("▲ 孙丽 仍有本工作室领衔人的权限", "▲ 还没有邀请 周明 加入")
    await chen.tap("停止 孙丽 的权限")
    chen.sees("孙丽", "立即生效")
    await chen.tap("确认撤销")
    ended = "select count(*) from grants g join persons p on p.id = g.person where p.name = '孙丽' and g.ended is not null"
    assert program.rows(ended) == [(1,)]
    await chen.tap(
        "打开",
        on=next(m["message_id"] for m in reversed(chen.phone.messages) if "领衔人已由" in m.get("text", "")),
    )
    chen.sees("▲ 还没有邀请 周明 加入")
    chen.does_not_see("停止 孙丽")
    await chen.tap("邀请新领衔人")
    chen.sees("姓名：周明", "请核对")


async def test_a_second_change_begins_after_the_first(program: Program, chen: Chat) -> None:
    await changed(chen)
    await chen.tap("更换")
    await opened(chen)
    await chen.tap("更换领衔人…")
    await chen.say("吴刚")
    await chen.say("2026-01-01")
    chen.sees("2026-01-01 不晚于现任开始的 2026-01-01")
    await chen.say("2026-01-03")
    await chen.say("工组字〔2026〕4号")
    await chen.say("调离")
    await chen.tap("更换")
    assert program.rows("select name, since, until from leadings order by place") == [
        ("红旗工", "", "2025-12-31"),
        ("周明", "2026-01-01", "2026-01-02"),
        ("吴刚", "2026-01-03", ""),
    ]


async def test_the_same_press_twice_changes_once(program: Program, chen: Chat) -> None:
    await changed(chen)
    press = chen.button("更换")
    await chen.tap(press)
    await chen.tap(press)
    assert program.rows("select count(*) from leadings") == [(2,)]
    assert program.rows("select count(*) from history where name = 'change_leader'") == [(1,)]


async def test_a_change_that_is_left_changes_nothing(program: Program, chen: Chat, unchanged) -> None:
    with unchanged():
        await changed(chen)
        await chen.tap("不更换，返回")
    chen.sees("带头人：红旗工")
