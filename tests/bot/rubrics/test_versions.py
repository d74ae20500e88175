"""A new version of a rubric: what it changes, what it would make of open assessments, and what it never touches."""

import json

from tests.bot.rubrics.scenes import begin, offer, publish, scheme, versions
from tests.bot.walk.scenes import RED, ZHANG, sign
from tests.kit.chat import Chat
from tests.kit.program import Program

DEARER = scheme(patrol="少一次扣4分")
"""1.2 a takes 4 instead of 2."""
SHORTER = scheme(patrol="缺巡检记录每次扣2分")
"""1.2 a is another rule now."""
ROW = "5|设备管理（10分）|设备点检|10|漏检每次扣1分|"


async def moved(program: Program) -> list[tuple[str, int, int | None]]:
    """Studio, version now and version before of every visit."""
    rows = program.rows(
        "select s.name, v.version, v.before from visits v join studios s on s.id = v.studio order by v.opened, v.id"
    )
    return [(name, version, before) for name, version, before in rows]


async def test_what_changed_and_what_would_move(program: Program, chen: Chat, li: Chat) -> None:
    """Before it is published: each change, and for each open assessment the old and the new total."""
    await publish(chen)
    await begin(li)
    await li.say("1.2 a1b1\n1.1 b1\n2.1 满\n2.2 满")
    li.sees("总分 52")
    await offer(chen, DEARER)
    chen.sees(
        "编号 banzu-2024 第 2 版",
        "与第 1 版相比",
        "1.2 a 少一次：−2/次",
        "→ −4/次",
        "还没有签字的考核 1 份",
        "· 张建国工作室 2025：52 → 50 分",
        "[发布，只用于新开的考核]",
        "[发布，未签字的也改用新版（1 份）]",
    )
    assert versions(program, "banzu-2024") == [1]


async def test_open_assessments_keep_their_version(program: Program, chen: Chat, li: Chat) -> None:
    """The usual choice: who has begun goes on as they began; new visits use the new version."""
    await publish(chen)
    await begin(li)
    await li.say("1.2 a1")
    await offer(chen, DEARER)
    await chen.tap("只用于新开的考核")
    assert versions(program, "banzu-2024") == [1, 2]
    assert await moved(program) == [(ZHANG.name, 1, None)]
    await li.say("1.2 a2")
    li.sees("1.2", "16/20")
    li.does_not_see("已改用第 2 版")
    await begin(li, RED.name)
    await li.say("1.2 a1")
    li.sees("16/20")


async def test_open_assessments_take_it_over(program: Program, chen: Chat, li: Chat) -> None:
    """Marks are counted anew, the card in view says so, the assessor is told, and the history has a row."""
    await publish(chen)
    await begin(li)
    await li.say("1.2 a1b1\n1.1 b1\n2.1 满\n2.2 满")
    await li.tap("1.2 ›")
    li.sees("本项 13/20")
    await offer(chen, DEARER)
    await chen.tap("未签字的也改用新版")
    chen.sees("改用新版 1 份：", "· 张建国工作室 2025：52 → 50 分")
    assert await moved(program) == [(ZHANG.name, 2, 1)]
    await li.settle()
    li.sees("张建国工作室 2025：考核标准已改为第 2 版（陈主任），已记内容照原意保留，总分 52 → 50。")
    card = next(
        message["text"] for message in reversed(li.phone.messages) if "› 1.2" in message.get("text", "")
    )
    assert "※ 已改用第 2 版考核标准（原第 1 版）" in card
    assert "a 少一次 −4/次  ×1" in card
    assert "本项 11/20" in card
    ((payload, who),) = program.rows(
        "select h.payload, p.name from history h join persons p on p.id = h.person where h.name = 'move_version'"
    )
    told = json.loads(payload)
    assert (who, told["before"], told["after"], told["totals"]) == ("陈主任", 1, 2, ["52", "50"])
    await li.say("/resume")
    await li.tap("目录")
    await li.tap("核对并签字")
    await sign(li)
    li.sees("总分 50")


async def test_what_was_entered_before_the_move_cannot_be_undone_after_it(
    program: Program, chen: Chat, li: Chat
) -> None:
    """/undo would bring back marks of the older version; what is entered since can be taken back."""
    await publish(chen)
    await begin(li)
    await li.say("1.2 a1")
    await offer(chen, DEARER)
    await chen.tap("未签字的也改用新版")
    before = program.dump()
    await li.say("/undo")
    li.sees("没有可以撤销的录入。")
    assert program.dump() == before
    await li.say("1.2 a2")
    await li.say("/undo")
    li.sees("已撤销 1.2 的上一次评分。")


async def test_what_does_not_fit_is_named_and_stays(program: Program, chen: Chat, li: Chat) -> None:
    """A mark on a rule that is gone, a full item that asks more: these assessments stay with their version."""
    wang = await program.person("王工")
    await publish(chen)
    await begin(li)
    await li.say("1.2 a2")
    await begin(wang, RED.name)
    await wang.say("1.1 b2")
    await offer(chen, SHORTER)
    chen.sees(
        "1.2 a “少一次”改为“缺巡检记录”",
        "还没有签字的考核 2 份",
        "· 张建国工作室 2025：不能改用（1.2 a “少一次”已没有）",
        "· 红旗工作室 2025：8 → 8 分",
        "（1 份）",
    )
    await chen.tap("未签字的也改用新版")
    assert await moved(program) == [(ZHANG.name, 1, None), (RED.name, 2, 1)]
    await li.say("1.2 a3")
    li.sees("14/20")


async def test_a_full_item_with_a_new_rule_is_looked_at_again(program: Program, chen: Chat, li: Chat) -> None:
    """Nobody has confirmed what was not asked."""
    await publish(chen)
    await begin(li)
    await li.say("1.2 满")
    await offer(chen, scheme(patrol="少一次扣2分；无巡检路线扣3分"))
    chen.sees("不能改用（1.2 新增 b，原评满分或 0 分要重看）")
    assert not chen.has("未签字的也改用新版")


async def test_letters_that_moved_keep_their_meaning(program: Program, chen: Chat, li: Chat) -> None:
    """A rule before it makes b of a: the mark goes with the words, photos and notes stay on it."""
    await publish(chen)
    await begin(li)
    await li.tap("1.2 ›")
    await li.tap("＋ a")
    await li.say("三月少一次")
    await offer(chen, scheme(patrol="无巡检计划扣3分；少一次扣2分"))
    chen.sees("1.2 少一次：a 改为 b", "1.2 ＋ a 无巡检计划")
    await chen.tap("未签字的也改用新版")
    ((marks,),) = program.rows("select marks from marks where item = '1.2'")
    assert list(json.loads(marks)["taken"]) == ["b"]
    await li.say("/resume")
    li.sees("☐ a 无巡检计划 −3", "b 少一次 −2/次  ×1", "三月少一次", "本项 18/20")


async def test_a_new_row_leaves_everything_else_as_it_was(program: Program, chen: Chat, li: Chat) -> None:
    """Items added and the new total are named."""
    await publish(chen)
    await begin(li)
    await li.say("1.2 a1")
    await offer(chen, scheme(extra=ROW))
    chen.sees("总分 60 → 70", "＋ 3.1 设备点检 10 分", "· 张建国工作室 2025：18 → 18 分")
    await chen.tap("未签字的也改用新版")
    await li.say("/resume")
    li.sees("最高可得 68")


async def test_signed_ones_never_move(program: Program, chen: Chat, li: Chat) -> None:
    """A signed sheet keeps version, figures and 校验码, whatever is published."""
    await publish(chen)
    await begin(li)
    await li.say("1.1 满\n1.2 a1 少一次\n2.1 满\n2.2 满")
    await li.tap("目录")
    await li.tap("核对并签字")
    await sign(li)
    before = program.rows("select * from visits"), program.rows("select * from assessments")
    await offer(chen, DEARER)
    chen.sees("没有未签字的考核按旧版进行。", "已签字的一律不动。")
    await chen.tap("确认发布")
    assert versions(program, "banzu-2024") == [1, 2]
    assert (program.rows("select * from visits"), program.rows("select * from assessments")) == before


async def test_a_version_that_changes_nothing_says_so(chen: Chat) -> None:
    """The same document again."""
    await publish(chen)
    await offer(chen, scheme())
    chen.sees("与第 1 版相比，项目、分值和条款都没有变化。")


async def test_the_new_version_is_sent_from_the_rubrics_own_page(program: Program, chen: Chat) -> None:
    """[上传新版办法文件]: its id is known, and only its own words are asked for."""
    await publish(chen)
    await chen.tap("上传新版办法文件")
    chen.sees("新版：班组考核评分表")
    await chen.document(DEARER, "2025年办法.docx")
    chen.sees("发布后是 banzu-2024 第 2 版")


async def test_both_versions_have_their_page(chen: Chat) -> None:
    """The older one says that it is the older one; its cards can still be seen."""
    await publish(chen)
    await offer(chen, DEARER)
    await chen.tap("确认发布")
    chen.sees("版本：第 1 版（2026-01-05）、第 2 版（2026-01-05）")
    await chen.tap("第 1 版")
    chen.sees("编号 banzu-2024 · 第 1 版", "这是旧版，新开的考核用第 2 版。")
    await chen.tap("看评分卡")
    await chen.tap("1.2 ›")
    chen.sees("a 少一次 −2/次")


async def test_a_shipped_file_of_the_same_number_does_not_stop_the_program(
    program: Program, chen: Chat
) -> None:
    """A release that brings a version which people here published before passes it over, and starts."""
    await publish(chen)
    program.rows("select 1")
    await program.stop()
    program.change("update drafts set rubric = 'tongliao-2020', version = 1 where state = 'published'")
    program.change(
        "update rubric_versions set sha256 = 'ours' where rubric = 'tongliao-2020' and version = 1"
    )
    await program.start()
    await chen.say("/rubrics")
    chen.sees("通辽市职工创新工作室考核标准及评分表")


async def test_the_item_in_view_is_gone(program: Program, chen: Chat, li: Chat) -> None:
    """Nothing was entered for it: the assessment moves, and its card becomes that of the first open item."""
    await publish(chen)
    await begin(li)
    await li.say("1.1 满")
    await li.tap("目录")
    await li.tap("2.2 ○")
    card = li.card_message()["message_id"]
    await offer(chen, scheme(quality=""))
    chen.sees("－ 2.2 工序质量（原 20 分）")
    await chen.tap("未签字的也改用新版")
    await li.settle()
    shown = next(message["text"] for message in li.phone.messages if message["message_id"] == card)
    assert "› 1.2 " in shown.split("\n")[0]


async def test_every_member_sees_the_new_version_in_their_own_language(
    program: Program, chen: Chat, li: Chat
) -> None:
    """Also who has gone elsewhere is told; whoever decided it is not told twice."""
    anna = await program.person("Anna", language="en")
    await publish(chen)
    await begin(li)
    ((assessment,),) = program.rows("select id from assessments")
    await program.join(assessment, "Anna")
    await anna.say("/resume")
    await li.say("/cancel")
    await offer(chen, DEARER)
    await chen.tap("未签字的也改用新版")
    await anna.settle()
    assert any(
        "now by version 2 of the rubric (陈主任)" in message.get("text", "")
        for message in anna.phone.messages
    )
    assert any(
        "※ Now by version 2 of the rubric (was 1)" in message.get("text", "")
        for message in anna.phone.messages
    )
    assert any("考核标准已改为第 2 版" in message.get("text", "") for message in li.phone.messages)
    assert not any("已记内容照原意保留" in message.get("text", "") for message in chen.phone.messages)
