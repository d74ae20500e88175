"""What is put right against what people send: each refusal says what is wrong and what to do, and changes nothing."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.bot.fix.scenes import fix, fixes, handed_in, signed
from tests.bot.walk.scenes import northwest
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def opened(who: Chat, one: str = "1 · 1.3a") -> None:
    """Open one from the list."""
    await who.say("/fix")
    await who.tap(one)


async def test_a_photo_without_one_of_them(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """On the list nobody knows where a photo belongs."""
    await signed(li)
    await wang.say("/fix")
    with unchanged():
        await wang.photo(caption="整改后")
    wang.sees("还不知道这个文件属于哪一项整改，未保存", "先用 /fix 点开那一项")


async def test_an_album_is_one_piece_wherever_the_chat_goes(program: Program, li: Chat, wang: Chat) -> None:
    """Its parts follow the first one; all of them are proof of the one that was open."""
    await signed(li)
    await opened(wang)
    await wang.album(3, caption="整改后")
    wang.sees("整改后 📷3")
    one = await fix(program)
    (piece,) = await program.read(lambda desk: desk.proofs.of(one.id))
    assert (len(piece.files), piece.caption) == (3, "整改后")


async def test_done_without_a_text(program: Program, li: Chat, wang: Chat) -> None:
    """A photo alone is kept and the question stays; a dot is no text; a caption answers it."""
    await signed(li)
    await opened(wang)
    await wang.tap("已整改…")
    await wang.photo()
    wang.sees("整改后 📷1", "✎ 做了什么？")
    await wang.say("。。")
    wang.sees("没有说明做了什么，未提交。请发一句话，如：已补建攻关台账。")
    assert (await fix(program)).state == "open"
    await wang.photo(caption="已补建攻关台账")
    wang.sees("● 已提交，等待复查", "整改后 📷2")
    assert (await fix(program)).state == "done"


async def test_sent_back_without_a_reason(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """Signs alone are no reason, nor is a photo; the question stays."""
    await signed(li)
    await handed_in(wang)
    await li.tap("打开")
    await li.tap("退回…")
    with unchanged():
        await li.say("！")
        li.sees("没有写原因，未作任何改动")
        await li.photo(caption="缺签到表")
        li.sees("整改照片由工作室提交，未保存")
    await li.say("缺签到表")
    assert (await fix(program)).state == "returned"


async def test_a_leader_cannot_accept(program: Program, li: Chat, wang: Chat, unchanged: Unchanged) -> None:
    """Neither by a forged button, nor by asking for the reason of a return, nor another day."""
    await signed(li)
    await handed_in(wang)
    one = await fix(program)
    with unchanged():
        for data in (f"fx:a:{one.id}:mine:{one.revision}", f"fx:b:{one.id}:mine", f"fx:t:{one.id}:mine"):
            await wang.forge(data)
            wang.hears("这是您自己工作室的整改，须由考核人员或考核管理员办理")


async def test_a_leader_who_coordinates_cannot_accept_either(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """Whoever answers for a studio decides nothing about it, whatever else they are."""
    await signed(li)
    await handed_in(wang)
    await wang.start(await program.invite("王海涛", "coordinator", person="王海涛"))
    one = await fix(program)
    with unchanged():
        await wang.forge(f"fx:a:{one.id}:others:{one.revision}")
    wang.hears("须由考核人员或考核管理员办理")


@pytest.mark.parametrize("verb", ["o", "d", "w", "b", "n", "t", "a", "i", "p", "f"])
async def test_another_studios_leader_gets_nothing(
    program: Program, li: Chat, wang: Chat, liu: Chat, unchanged: Unchanged, verb: str
) -> None:
    """A forged button shows and does nothing; it is refused like one that is not there."""
    await signed(li)
    await handed_in(wang)
    one = await fix(program)
    await liu.say("/fix")
    liu.sees("没有要整改的项目")
    with unchanged():
        await liu.forge(f"fx:{verb}:{one.id}:mine:{one.revision}")
    liu.hears("不在您的")
    liu.does_not_see("课题攻关")


async def test_another_studios_notice_is_not_handed_out(
    program: Program, li: Chat, liu: Chat, unchanged: Unchanged
) -> None:
    """The list knows which sheets a person sees."""
    await signed(li)
    one = await fix(program)
    await liu.say("/fix")
    with unchanged():
        await liu.forge(f"fl:w:{one.assessment}")
    liu.hears("该按钮已失效")


async def test_an_assessor_of_other_sheets_sees_nothing(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """Assessors re-check the sheets of which they are members."""
    await signed(li)
    await handed_in(wang)
    zhou = await program.person("周敏")
    await zhou.say("/fix")
    zhou.sees("没有未办结的项目")
    one = await fix(program)
    with unchanged():
        await zhou.forge(f"fx:a:{one.id}:others:{one.revision}")
    zhou.hears("不在您的")


async def test_two_decide_at_once(program: Program, li: Chat, wang: Chat, chen: Chat) -> None:
    """The second press finds it decided: refused, with the card as it is now."""
    await signed(li)
    await handed_in(wang)
    await li.tap("打开")
    await chen.say("/fix")
    await chen.tap("1 · 1.3a")
    await li.tap("通过")
    await chen.tap("通过")
    chen.hears("这项整改刚才已有改动，本次未记")
    chen.sees("✓ 复查通过", "李工 复查通过")
    assert [step.name for step in (await fix(program)).steps] == ["done", "accepted"]


async def test_two_leaders_hand_in_at_once(program: Program, li: Chat, wang: Chat, zhao: Chat) -> None:
    """The second's words are given back, nothing typed is lost."""
    await signed(li)
    for who in (wang, zhao):
        await opened(who)
        await who.tap("已整改…")
    await wang.say("已补建台账")
    await zhao.say("台账正在补")
    zhao.sees("这项整改刚才已有改动，本次未记", "台账正在补", "● 已提交，等待复查")
    assert (await fix(program)).steps[-1].text == "已补建台账"


async def test_what_is_settled_takes_nothing_more(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """Neither files nor words; an old card says how it stands."""
    await signed(li)
    await handed_in(wang)
    await li.tap("打开")
    await li.tap("通过")
    one = await fix(program)
    await wang.tap("打开")
    with unchanged():
        await wang.photo()
        wang.sees("第 1 项已办结，不再收照片和文件，未保存")
        await wang.forge(f"fx:d:{one.id}:mine")
        wang.hears("第 1 项已办结")
        await wang.say("又补了一张表")
        wang.sees("现在没有要回答的问题，未作任何改动")
    assert not wang.has("已整改…")


async def test_what_waits_is_not_handed_in_again(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """Photos may still come."""
    await signed(li)
    await handed_in(wang)
    one = await fix(program)
    with unchanged():
        await wang.forge(f"fx:d:{one.id}:mine")
    wang.hears("第 1 项已提交，正等待复查", "补充照片可以直接发")
    await wang.photo()
    wang.sees("整改后 📷1")


async def test_what_is_not_handed_in_is_not_decided(
    program: Program, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """A forged button accepts nothing that nobody put right."""
    await signed(li)
    one = await fix(program)
    with unchanged():
        for data in (f"fx:a:{one.id}:others:1", f"fx:b:{one.id}:others"):
            await li.forge(data)
            li.hears("第 1 项还没有提交整改，不能复查")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("等设备到货", "里没有读到日期，期限未改"),
        ("2月31日 等设备到货", "里没有这一天，期限未改"),
        ("2026-01-01 等设备到货", "2026-01-01 已经过去（今天 2026-01-05）"),
        ("3月10日", "2026-03-10 后面没有写原因"),
        ("3月10日 。", "2026-03-10 后面没有写原因"),
    ],
)
async def test_a_day_that_cannot_be_taken(
    program: Program, li: Chat, chen: Chat, unchanged: Unchanged, text: str, why: str
) -> None:
    """Each says what is wrong and how to send it; the question stays."""
    await signed(li)
    await chen.say("/fix")
    await chen.tap("1 · 1.3a")
    await chen.tap("改期限…")
    with unchanged():
        await chen.say(text)
    chen.sees(why)
    await chen.say("3月10日 等设备到货")
    assert (await fix(program)).due == "2026-03-10"


async def test_what_is_too_long(program: Program, li: Chat, wang: Chat, unchanged: Unchanged) -> None:
    """Texts have a limit, names a shorter one."""
    await signed(li)
    await opened(wang)
    with unchanged():
        await wang.tap("已整改…")
        await wang.say("补" * 1001)
        wang.sees("1001", "1000")
        await wang.tap("返回")
        await wang.tap("责任人…")
        await wang.say("刘" * 31)
        wang.sees("31", "30")


async def test_a_place_is_no_proof(program: Program, li: Chat, wang: Chat, unchanged: Unchanged) -> None:
    """A video is, and a file."""
    await signed(li)
    await opened(wang)
    with unchanged():
        await wang.place()
        wang.sees("整改不收位置，未保存")
    await wang.video()
    await wang.document()
    wang.sees("整改后 📄2")
    await wang.tap("看整改材料")
    wang.sees("(现场.mp4)", "(台账.pdf)")


async def test_a_grant_that_ended(program: Program, li: Chat, wang: Chat, unchanged: Unchanged) -> None:
    """A card that is still on the phone of somebody who is leader no more does nothing."""
    await signed(li)
    await opened(wang)
    await program.revoke("王海涛")
    with unchanged():
        await wang.tap("已整改…")
        wang.hears("不在您的")
        await wang.say("/fix")
    wang.sees("未作任何改动")


async def test_a_restart_loses_nothing(program: Program, li: Chat, wang: Chat) -> None:
    """The open question, the card and its buttons are there as before."""
    await signed(li)
    await opened(wang)
    await wang.tap("已整改…")
    await program.restart()
    await wang.photo()
    wang.sees("整改后 📷1", "✎ 做了什么？")
    await program.restart()
    await wang.say("已补建台账")
    wang.sees("● 已提交，等待复查")
    await program.restart()
    await li.tap("打开")
    await program.restart()
    await li.tap("通过")
    assert (await fix(program)).state == "accepted"
    assert await program.read(lambda desk: desk.history.verify("log:studio0000001")) is None


async def test_signed_elsewhere_nothing_doubles(program: Program, li: Chat, wang: Chat) -> None:
    """Another month opens its own, with its own numbers; the first month's stay."""
    await signed(li, period="2025-11")
    await signed(li)
    found = await fixes(program)
    assert [(each.period, each.number) for each in found] == [
        ("2025-11", 1),
        ("2025-12", 1),
        ("2025-11", 2),
        ("2025-12", 2),
    ]
    await wang.say("/fix")
    wang.sees("待整改 4", "2025-11 · 2026-02-04 前", "[整改通知书（Word）]")
    await wang.tap("整改通知书（Word）")
    wang.sees("要哪一次考核的整改通知书？")
    await wang.tap("张建国工作室 2025-11")
    wang.sees("(整改通知书 张建国工作室 2025-11.docx)")
    await northwest(li, "2026-01")
