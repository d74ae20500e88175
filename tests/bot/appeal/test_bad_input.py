"""What cannot be contested or decided: a clear answer, nothing changed, nothing typed lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bot.changes import DecideAppeal, FileAppeal, Rule
from bot.entities import Scope
from bot.problems import Refusal
from tests.bot.appeal.scenes import appeals_of, contest, decide, sheet_of, signed_44
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def test_after_the_deadline(program: Program, li: Chat, wang: Chat, unchanged: Unchanged) -> None:
    await signed_44(li)
    await wang.say("/appeal")
    await wang.tap("西北能化考核 2025-12")
    late = wang.button("2.2")
    await wang.tap("2.2")
    await wang.say("写好的理由")
    program.pass_time(days=7)
    send = wang.button("提交申诉")
    program.pass_time(days=1)
    with unchanged():
        await wang.tap(send)
        wang.hears("申诉期已于 2026-01-12 截止（签字后 7 天）")
        wang.sees("写好的理由")
        await wang.tap(late)
        wang.hears("2026-01-12")
        await wang.say("/appeal")
        wang.sees("▲ 申诉期已于 2026-01-12 截止")
        await wang.tap("西北能化考核 2025-12")
        wang.hears("申诉期已于 2026-01-12 截止")
        await wang.tap("有异议…")
        wang.hears("申诉期已于 2026-01-12 截止")


async def test_on_the_last_day_it_is_taken(program: Program, li: Chat, wang: Chat) -> None:
    await signed_44(li)
    program.pass_time(days=7)
    await contest(wang)
    assert len(await appeals_of(program)) == 1


async def test_items_that_cannot_be_contested(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    await signed_44(li)
    await wang.say("/appeal")
    with unchanged():
        await wang.photo()
        wang.sees("还没有选好要申诉的项目")
        await wang.say("我要申诉")
        wang.sees("还没有选好要申诉的项目")
        await wang.tap("西北能化考核 2025-12")
        await wang.photo()
        wang.sees("还没有选好要申诉的项目")
        for said, why in (("2.9", "没有“2.9”这一项"), ("二", "没有“二”这一项"), ("2.3", "2.3 已是满分")):
            await wang.say(said)
            wang.sees(why)
        found = await sheet_of(program)
        for item, why in (("9.9", "没有“9.9”这一项"), ("2.3", "已是满分"), ("5.1", "没有“5.1”这一项")):
            await wang.forge(f"ap:i:{found.id}:{item}")
            wang.hears(why)
        await wang.say("2.2")
        wang.sees("请发一段话写明申诉理由")
        await wang.forge("ap:s")
        wang.hears("还没有写申诉理由")
        await wang.say("长" * 1001)
        wang.sees("1001")
    await wang.voice()
    wang.sees("附件 🎤1")
    await wang.say("理由")
    await wang.say("补充")
    wang.sees("理由：理由 补充")


async def test_one_appeal_an_item(
    program: Program, li: Chat, wang: Chat, zhao: Chat, chen: Chat, unchanged: Unchanged
) -> None:
    await signed_44(li)
    await zhao.say("/appeal")
    await zhao.tap("西北能化考核 2025-12")
    other = zhao.button("2.2")
    await zhao.tap(other)
    await zhao.say("赵敏的理由")
    send = zhao.button("提交申诉")
    await wang.say("/appeal")
    await wang.tap("西北能化考核 2025-12")
    await wang.tap("2.2")
    await wang.say("王海涛的理由")
    mine = wang.button("提交申诉")
    await wang.tap(mine)
    with unchanged():
        await zhao.tap(send)
        zhao.hears("2.2 已有一件申诉待裁定")
        zhao.sees("赵敏的理由")
        await wang.tap(mine)
        wang.sees("待裁定（原得分 3）")
        await zhao.tap(other)
        zhao.hears("2.2 已有一件申诉待裁定")
    await decide(chen, "2.2", "8", "属实")
    with unchanged():
        await zhao.tap(send)
        zhao.hears("已经裁定，不能再次申诉")
        await wang.say("补充")
        wang.sees("这里请点按钮操作")
        await wang.photo()
        wang.sees("这里请点按钮操作")


async def test_who_may_not_decide(
    program: Program, li: Chat, wang: Chat, sun: Chat, chen: Chat, unchanged: Unchanged
) -> None:
    await signed_44(li)
    await contest(wang)
    (appeal,) = await appeals_of(program)
    unit = await program.person("二矿组长", "head", Scope(kind="unit", key=RED.unit))
    await program.invite("王海涛", "coordinator", person="王海涛")
    with unchanged():
        await li.say("/appeal")
        li.sees("没有待您裁定的申诉")
        for who in (li, wang):
            await who.forge(f"ac:o:{appeal.id}")
            who.sees("待裁定（原得分 3）")
            assert not who.has("改分…")
            for verb in ("c", "k", "v:8", "y"):
                name, _, value = verb.partition(":")
                await who.forge(f"ac:{name}:{appeal.id}" + (f":{value}" if value else ""))
                assert who.answer()
        for who in (sun, unit):
            await who.say("/appeal")
            for verb in ("o", "c", "f", "w", "y"):
                await who.forge(f"ac:{verb}:{appeal.id}")
                who.hears("没有")
        await chen.forge(f"ac:w:{appeal.id}:1")
        chen.hears("没有")
    for name in ("李工", "王海涛", "孙丽", "二矿组长"):
        with pytest.raises(Refusal, match="not_yours"):
            await program.make(DecideAppeal(appeal=appeal.id, new="8", ruling="x"), by=name)


async def test_scores_that_cannot_be(
    program: Program, li: Chat, wang: Chat, chen: Chat, unchanged: Unchanged
) -> None:
    await signed_44(li)
    await contest(wang)
    await chen.tap("打开")
    await chen.tap("改分…")
    (appeal,) = await appeals_of(program)
    with unchanged():
        for said, why in (
            ("11", "2.2 不能是 11 分；请发 0 到 10 的分数"),
            ("-1", "10"),
            ("很高", "很高"),
            ("3.3", "2.2 不能是 3.3 分；请按 0.5 分一档发"),
            ("3", "2.2 原来就是 3 分"),
        ):
            await chen.say(said)
            chen.sees(why)
        await chen.forge(f"ac:v:{appeal.id}:11")
        chen.hears("请发 0 到 10 的分数")
        await chen.forge(f"ac:y:{appeal.id}")
        chen.hears("已失效")
    await chen.say("8.5分")
    chen.sees("3 → 8.5", "44 → 49.5")
    await chen.tap("返回")
    with pytest.raises(Refusal, match="appeal_same"):
        await program.make(DecideAppeal(appeal=appeal.id, new="3", ruling="x"), by="陈主任")


async def test_two_deciders(
    program: Program, li: Chat, wang: Chat, chen: Chat, zhou: Chat, unchanged: Unchanged
) -> None:
    await signed_44(li)
    await contest(wang)
    for who, verdict in ((chen, "改分…"), (zhou, "维持…")):
        await who.tap("打开")
        await who.tap(verdict)
    await chen.tap("8")
    await zhou.say("维持的理由")
    await chen.say("改分的理由")
    second = zhou.button("确认裁定")
    await chen.tap("确认裁定")
    with unchanged():
        await zhou.tap(second)
        zhou.hears("已经裁定")
        await chen.forge(f"ac:c:{(await appeals_of(program))[0].id}")
        chen.hears("已经裁定")


async def test_forged_by_the_leader_of_another_studio(
    program: Program, li: Chat, wang: Chat, sun: Chat, unchanged: Unchanged
) -> None:
    await signed_44(li)
    found = await sheet_of(program)
    await sun.say("/appeal")
    sun.sees("还没有签字的评分表")
    with unchanged():
        for data in (f"ap:o:{found.id}", f"ap:i:{found.id}:2.2", f"an:y:{found.id}", f"an:o:{found.id}"):
            await sun.forge(data)
            sun.hears("没有")
        for data in ("ap:o:nothing", "an:y:", "ac:o:nothing", "ap:q"):
            await sun.forge(data)
            assert sun.answer()
    change = FileAppeal(
        appeal="a", assessment=found.id, item="2.2", reason="x", signed="2026-01-05", today="2026-01-05"
    )
    with pytest.raises(Refusal, match="not_yours"):
        await program.make(change, by="孙丽")


async def test_a_self_assessment_is_not_contested(program: Program, li: Chat, wang: Chat) -> None:
    await wang.say("/selfcheck")
    await wang.tap("通辽市考核")
    await wang.tap("2025 年")
    await wang.say("/appeal")
    wang.sees("还没有签字的评分表")


async def test_a_leader_who_lost_the_grant(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    await signed_44(li)
    await wang.say("/appeal")
    await wang.tap("西北能化考核 2025-12")
    await wang.tap("2.2")
    await wang.say("理由")
    await program.revoke("王海涛")
    with unchanged():
        await wang.tap("提交申诉")
        assert wang.answer()
        await wang.tap("已知悉")
        assert wang.answer()


async def test_a_ruled_term(program: Program, li: Chat, wang: Chat, chen: Chat, unchanged: Unchanged) -> None:
    await program.publish(TERM)
    await li.say("/assess")
    await li.tap(ZHANG.name)
    await li.tap("申诉期样表")
    await li.tap("2025-12")
    await li.say("1.1 a")
    ((found,),) = program.rows("select id from assessments")
    await program.make(Rule(assessment=found, ruling="appeal-days", option="5"), by="陈主任")
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    await wang.say("/appeal")
    wang.sees("2026-01-10 前可申诉（签字后 5 天）")
    wang.does_not_see("建议值")
    program.pass_time(days=6)
    with unchanged():
        await wang.tap("申诉期样表 2025-12")
        wang.hears("申诉期已于 2026-01-10 截止（签字后 5 天）")


TERM = Path(__file__).parents[2] / "data" / "rubrics" / "term.v1.yaml"
"""A scheme that brings the term of appeals along as a ruling."""
