"""Settling a draft point by point: what is shown, answered, changed and refused."""

from bot.entities import Scope
from tests.bot.rubrics.scenes import first_option, publish, scheme, settle, upload, versions
from tests.kit.chat import Chat
from tests.kit.program import Program


async def to(who: Chat, words: str) -> None:
    """Leaf on to the question that says something."""
    await who.tap("逐条确认")
    while words not in who.card():
        await who.tap("跳过 ›")


async def test_a_reading_with_its_quote_place_and_reason(program: Program, chen: Chat) -> None:
    """What the document says and where, how it was read and why, and a button for each other reading."""
    await upload(chen)
    await to(chen, "少一次扣2分")
    chen.sees(
        "请确认读法",
        "1.2 每月巡检不少于2次",
        "原文：“少一次扣2分”",
        "位置：表 1 第 3 行第 5 列",
        "读作：",
        "依据：",
    )
    label = [key["text"] for row in chen.card_message()["inline"] for key in row]
    assert label[:3] == ["就这样", "只计一次", "不计分，只留原文"]
    await chen.tap("只计一次")
    await chen.tap("返回草稿")
    await chen.tap("看评分卡")
    await chen.tap("1.2 ›")
    chen.sees("☐ a 少一次 −2")
    (answers,) = [row[0] for row in program.rows("select answers from drafts")]
    assert '"once"' in answers


async def test_an_answer_can_be_changed_until_publication(program: Program, chen: Chat) -> None:
    """Back to an answered question: the chosen answer is marked, another one takes its place, also in the cards."""
    await upload(chen)
    await to(chen, "少一次扣2分")
    await chen.tap("不计分，只留原文")
    await chen.tap("‹ 上一条")
    chen.sees("✓ 已确认：不计分，只留原文", "[● 不计分，只留原文]", "[下一条 ›]")
    await chen.tap("只计一次")
    await settle_from_here(chen)
    chen.sees("2 节 4 项 6 条 · 60 分")
    await chen.tap("查看确认过的")
    chen.sees("1/11", "✓ 已确认")
    events = program.rows(
        "select payload from history where name = 'answer_draft' and payload like '%short%1.2a%'"
    )
    assert [
        (
            next(part for part in ('"before":null', '"before":"clause"') if part in payload),
            payload.rsplit('"', 2)[1],
        )
        for (payload,) in events
    ] == [('"before":null', "clause"), ('"before":"clause"', "once")]


async def settle_from_here(who: Chat) -> None:
    """Back to the draft, and everything that is left as it was read."""
    await who.tap("返回草稿")
    await settle(who, 编号="banzu-2024")


async def test_fields_are_typed_and_checked(chen: Chat, unchanged) -> None:
    """Number, date, word and id: what does not fit is answered with what to send, and the question stays."""
    await upload(chen)
    await chen.tap("逐条确认")
    chen.sees("1/11 基本信息", "没有找到编号", "写已有的编号就是它的新一版")
    with unchanged():
        await chen.say("班组 2024")
        chen.sees("“班组 2024”不能作编号", "请用小写英文字母")
    await chen.say("Banzu-2024")
    chen.sees("2/11")
    await chen.tap("‹ 上一条")
    chen.sees("✓ 已确认：Banzu-2024")
    await to_field(chen, "发文日期")
    with unchanged():
        await chen.say("去年五月")
        chen.sees("“去年五月”不是日期")
    await chen.say("2024年6月1日")
    await chen.tap("返回草稿")
    chen.sees("发布后是 banzu-2024 第 1 版", "已确认 2/11")


async def to_field(who: Chat, field: str) -> None:
    """Leaf on to the question about a field."""
    while f"{field}：" not in who.card():
        await who.tap("›")


async def test_text_where_only_buttons_answer(chen: Chat, unchanged) -> None:
    """A reading is chosen, not typed."""
    await upload(chen)
    await to(chen, "少一次扣2分")
    with unchanged():
        await chen.say("每次两分")
        chen.sees("这一条请点按钮选择，发来的文字没有记。")
    chen.sees("[就这样]")


async def test_a_sum_that_differs_is_settled(chen: Chat) -> None:
    """The document's own figure or the one that its parts add up to."""
    text = (
        "考核项目\t考核内容\t分值\t评分标准\n安全管理（30分）\t班前会\t10\t缺一次扣2分\n"
        "安全管理（30分）\t隐患排查\t15\t未整改每项扣5分\n"
    )
    await upload(chen, text.encode(), "合计.txt")
    chen.sees("▲ 合计不符 1 处")
    await to(chen, "合计不符")
    chen.sees("标题写 30 分，各项相加 25 分", "[按印出的数]", "[按相加的数]")
    await chen.tap("按相加的数")
    await chen.tap("返回草稿")
    chen.sees("· 25 分")


async def test_two_coordinators_settle_one_draft(program: Program, chen: Chat, unchanged) -> None:
    """A draft is theirs together; whoever is late learns that it is published, by whom, and changes nothing."""
    other = await program.person("周主任", "coordinator")
    await upload(chen)
    await other.say("/rubrics")
    other.sees("· 班组考核办法.docx · 陈主任 · 待确认")
    await other.tap("草稿 · 班组考核办法.docx")
    await other.tap("逐条确认")
    await other.say("banzu-2024")
    stale, page = other.button("就这样"), other.card_message()["message_id"]
    await settle(chen)
    await chen.tap("发布")
    await chen.tap("确认发布")
    with unchanged():
        await other.tap(stale)
        other.hears("这份草稿已由陈主任发布为 banzu-2024 第 1 版，不能再改。")
        await other.forge(stale.data.replace("keep", "clause"), on=page)
        other.hears("已由陈主任发布")
        await other.say("另一个标题")
        other.sees("这份草稿已由陈主任发布为 banzu-2024 第 1 版，不能再改。要改请上传新版。")
    await other.tap("返回草稿")
    other.sees("已发布为 banzu-2024 第 1 版。", "[打开]")


async def test_publication_of_what_was_shown_and_nothing_else(program: Program, chen: Chat) -> None:
    """If an answer changes after the last page was drawn, the button publishes nothing and the page is drawn anew."""
    other = await program.person("周主任", "coordinator")
    await upload(chen)
    await settle(chen, 编号="banzu-2024")
    await chen.tap("发布")
    stale = chen.button("确认发布")
    await other.say("/rubrics")
    await other.tap("草稿 · 班组考核办法.docx")
    await other.tap("查看确认过的")
    await to_field(other, "标题")
    await other.say("班组考核评分表（试行）")
    before = program.dump()
    await chen.tap(stale)
    chen.hears("这页显示后草稿又有改动，没有发布")
    assert program.dump() == before
    chen.sees("发布 班组考核评分表（试行）")
    await chen.tap("确认发布")
    assert versions(program, "banzu-2024") == [1]


async def test_a_unit_coordinator_prepares_and_somebody_else_publishes(
    program: Program, chen: Chat, unchanged
) -> None:
    """A version holds for every studio: it takes a coordinator of everything to publish it."""
    unit = await program.person("孙主席", "coordinator", Scope(kind="unit", key="一矿"))
    await upload(unit)
    await settle(unit, 编号="banzu-2024")
    await unit.tap("发布")
    unit.sees("需由全域的考核管理员发布")
    assert not unit.has("确认发布")
    await chen.say("/rubrics")
    await chen.tap("草稿 · 班组考核办法.docx")
    await chen.tap("发布")
    with unchanged():
        await unit.forge(chen.button("确认发布").data)
        unit.hears("需由全域的考核管理员发布", "没有发布")
    await chen.tap("确认发布")
    assert versions(program, "banzu-2024") == [1]


async def test_old_and_forged_buttons_do_nothing(program: Program, chen: Chat, li: Chat, unchanged) -> None:
    """Options that a question does not have, questions and drafts that there are not, and people with other roles."""
    await upload(chen)
    await chen.tap("逐条确认")
    await chen.tap("跳过 ›")
    shown = chen.button("就这样").data
    draft = shown.split(":")[2]
    with unchanged():
        for data in (
            shown.replace("keep", "each"),
            f"w:o:{draft}:99:keep",
            f"w:g:{draft}:-1",
            f"w:o:{draft}",
            "w:o:aaaaaaaaaaaaz:1:keep",
            "d:X:aaaaaaaaaaaaz",
            f"d:zz:{draft}:1:2:3",
            "v:g:nothing@7:1.1",
            f"v:g:{draft}:9.9",
            "p:o:tongliao-2020:99",
            "p:o:tongliao-2020:x",
            f"b:y:{draft}:00000000:1",
            "u:r:aaaaaaaaaaaaz",
            "r:zz",
        ):
            await chen.forge(data)
            assert chen.answered(), data
        for data in (
            shown,
            f"d:o:{draft}",
            f"d:f:{draft}",
            f"v:g:{draft}:1.1",
            "r:o",
            "u:o",
            f"b:y:{draft}:0:1",
            f"d:X:{draft}",
        ):
            await li.forge(data)
            li.hears("不在您的权限内")
        await li.say("/rubrics")
        li.sees("您的身份不能使用这个命令")


async def test_nothing_of_a_question_is_forgotten_by_a_restart(program: Program, chen: Chat) -> None:
    """Answers lie in the database; the buttons of before go on working."""
    await upload(chen)
    await chen.tap("逐条确认")
    await chen.say("banzu-2024")
    await chen.tap(first_option(chen))
    await program.restart()
    chen.sees("已确认 2 条")
    await chen.tap(first_option(chen))
    chen.sees("已确认 3 条")


async def test_a_grant_that_ended_ends_the_desk(program: Program, chen: Chat, unchanged) -> None:
    """Rights are looked at with every press."""
    await publish(chen)
    await upload(chen, scheme(number="6"))
    await program.revoke("陈主任")
    with unchanged():
        await chen.tap("逐条确认")
        chen.hears("不在您的权限内")
        await chen.say("/rubrics")
        chen.sees("您的身份不能使用这个命令")


async def test_a_new_document_where_a_question_of_a_published_draft_stands(
    program: Program, chen: Chat
) -> None:
    """Whoever was overtaken can go on with the next document from where they are."""
    other = await program.person("周主任", "coordinator")
    await upload(chen)
    await other.say("/rubrics")
    await other.tap("草稿 · 班组考核办法.docx")
    await other.tap("逐条确认")
    await settle(chen, 编号="banzu-2024")
    await chen.tap("发布")
    await chen.tap("确认发布")
    await upload(other, scheme(number="6"), "新的.docx")
    other.sees("草稿 · 新的.docx", "[逐条确认 0/")


async def test_a_reply_to_an_old_card_of_the_desk_is_a_message_like_any_other(chen: Chat, unchanged) -> None:
    """Only items of a walk are meant by replies; nothing is claimed to be kept."""
    await chen.say("/rubrics")
    old = chen.card_message()["message_id"]
    await upload(chen)
    await chen.tap("逐条确认")
    await chen.say("banzu-2024", to=old)
    chen.sees("2/11")
    chen.does_not_see("已记入")
