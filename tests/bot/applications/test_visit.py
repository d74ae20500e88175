"""The visit on which an application is examined: planned from its page by any scheme, its unmet conditions asked about."""

import pytest

from tests.bot.applications.scenes import NUC, got, handed_in, steps, to_round
from tests.bot.walk.scenes import sign
from tests.kit.chat import Chat
from tests.kit.program import Program

CREATION = "tongliao-2020-creation"


@pytest.mark.parametrize(
    ("rubric", "name", "track"), [(NUC, "中北大学实施细则", "staff"), (CREATION, "通辽市创建", "county")]
)
async def test_it_is_planned_with_the_form_of_the_sheet(
    program: Program, chen: Chat, li: Chat, wang: Chat, rubric: str, name: str, track: str
) -> None:
    """The kind of the visit is that of applications, so that nothing else of the year is in its way."""
    one = await handed_in(program, "王海涛", rubric=rubric, track=track)
    await steps(program, one, *(() if rubric == CREATION else ("examined",)))
    await to_round(chen, name)
    await chen.tap("1", on=chen.card_message()["message_id"])
    await chen.tap("安排实地考核…")
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.tap("1-6")
    await chen.tap("跳过")
    await chen.tap("安排并通知")
    chen.hears("已安排")
    ((found,),) = program.rows("select kind from visits")
    assert found == ("application" if rubric == NUC else track)
    await to_round(chen, name)
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("实地考核已安排")


async def test_an_unmet_condition_asks_for_a_reason(
    program: Program, chen: Chat, li: Chat, wang: Chat
) -> None:
    """The signed sheet says what does not hold; going on needs words, which are kept."""
    one = await handed_in(program, "王海涛")
    await steps(program, one, "recommended", "examined")
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    await chen.tap("安排实地考核…")
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.tap("1-5")
    await chen.tap("跳过")
    await chen.tap("安排并通知")
    await li.say("/resume")
    met = [f"{no} 是" for no in ("1.1", "1.2", "2.1", *(f"2.{n}" for n in range(4, 11)))]
    await li.say("\n".join([*met, "1.3 否 没有成果", "2.3 5", "2.11 n/a"]))
    await li.tap("目录")
    await li.tap("核对并签字")
    await sign(li)
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("考核表条件：满足 11/12", "▲ 考核表不满足：1.3")
    await chen.tap("实地考核…")
    chen.sees("▲ 考核表不满足：1.3")
    await chen.tap("按考核表")
    await chen.say("考核组")
    chen.sees("考核表条件：满足 11/12", "▲ 考核表不满足：1.3", "决定：考核组")
    await chen.tap("确认实地考核")
    chen.hears("考核表第 1.3 项不满足")
    await chen.tap("写说明…")
    await chen.say("成果正在鉴定，三月补交")
    await chen.tap("确认实地考核")
    chen.sees("现在：已考核", "实地考核 满足 11/12 项条件 考核组", "“成果正在鉴定，三月补交”")
    assert (await got(program, one)).state == "visited"
