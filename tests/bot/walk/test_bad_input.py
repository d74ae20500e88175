"""What cannot be taken: answered in the person's language with where, what and what instead, and nothing changes.

Lines of quick entry have their own table in `test_quick_entry`; files are in `test_evidence`, people in `test_joining`.
"""

import random

from tests.bot.walk.scenes import RED, ZHANG, count, northwest, sign, tongliao
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program, studio


async def test_messages_that_are_no_evidence(program: Program, li: Chat, unchanged) -> None:
    """Stickers, contacts and polls are named and refused; what can be sent instead stands there."""
    await northwest(li)
    user, chat = li.phone.person.user(), li.phone.chat.api()
    with unchanged():
        await li.sticker()
        li.sees("贴纸不能作为证据，未保存。请发照片、文件、语音、视频、位置或文字。")
        for kind, name, content in (
            ("contact", "名片", {"phone_number": "1", "first_name": "张"}),
            ("poll", "投票", POLL),
            ("dice", "这类消息", {"emoji": "🎲", "value": 3}),
        ):
            await program.deliver(
                {"message": {"message_id": 7, "from": user, "chat": chat, "date": 1, kind: content}}
            )
            assert f"{name}不能作为证据，未保存。" in li.phone.messages[-1]["text"]
    li.at("1.1")


POLL = {
    "id": "5",
    "question": "?",
    "options": [{"persistent_id": "1", "text": "a", "voter_count": 0}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}


async def test_an_edited_message_changes_nothing(program: Program, li: Chat) -> None:
    """What was sent stands; a correction is a new line."""
    await northwest(li)
    await li.say("1.1 b2")
    before = program.dump()
    await li.edit("1.1 b", li.last_own())
    li.sees("修改已发的消息不改变记录。请重新发送一条；要撤销用 /undo。")
    assert program.dump() == before


async def test_a_typed_score_out_of_range_or_off_the_step(li: Chat, unchanged) -> None:
    """The question stays open until an answer fits."""
    await northwest(li)
    await li.tap("1.2 ›")
    await li.tap("其他分数")
    with unchanged():
        for said, answer in (
            ("5", "1.2 不能是 5 分；请发 0 到 4 的分数。"),
            ("3.2", "1.2 不能是 3.2 分；请按 0.5 分一档发。"),
            ("三分半吧", "“三分半吧”不是分数，未记。请发 0 到 4 的数，如 3 或 3.5。"),
        ):
            await li.say(said)
            li.sees(answer)
    await li.say("３．５分")
    li.sees("本项 3.5/4（手工评分）")


async def test_a_fourth_occurrence_where_three_is_the_maximum(li: Chat, unchanged) -> None:
    """The button goes away at the maximum, and a forged one is refused."""
    await northwest(li)
    await li.tap("目录")
    await li.tap("3.3 ○")
    first = li.button("＋ a")
    await count(li, "＋ a", "＋ a", "＋ a")
    li.sees("×3")
    assert not li.has("＋ a")
    with unchanged():
        await li.forge(first.data[:-2] + "zz")
        li.hears("3.3 a 最多 3 次，不能记 4 次；请发不超过 3 次的。")
        await li.say("3.3 +a 又少一项")
        li.sees("3.3 a 最多 3 次，不能记 4 次")


async def test_forged_buttons(program: Program, li: Chat, unchanged) -> None:
    """Other people's sheets, other verbs, numbers out of range, other studios: nothing moves, each press is answered."""
    wang = await program.person("王工")
    await wang.say("/assess")
    await wang.tap(RED.name)
    await wang.tap("通辽市考核")
    await wang.tap("2025 年")
    hers = wang.button("a ☐").data
    await tongliao(li)
    mine = li.button("a ☐").data
    assessment = mine.split(":")[2]
    with unchanged():
        await li.forge(hers)
        li.hears("没有这项内容，或不在您的权限内，未作任何改动。请从 /resume 进入您的考核。")
        for data in (
            "k:q:" + assessment + ":1.1",
            "k:t",
            "k:t:",
            "k:t::::",
            f"k:t:{assessment}:1.1:z:1:0",
            f"k:t:{assessment}:9.9:a:1:0",
            f"k:v:{assessment}:1.1:NaN:0",
            f"k:v:{assessment}:1.1:-1:0",
            f"k:v:{assessment}:1.1:99:0",
            f"k:v:{assessment}:1.1:0.3:0",
            f"k:v:{assessment}:1.1:1e1:0",
            f"k:p:{assessment}:1.1:a:",
            f"k:p:{assessment}:2.6:d:{assessment}",
            f"k:t:{assessment}:2.6:d:1:0",
            f"k:m:{assessment}:1.1:a:nobody",
            f"k:r:{assessment}:1.1:nobody:0000",
            f"k:w:{assessment}:1.1:nobody",
            f"k:i:{assessment}:1.1:z",
            f"l:s:{assessment}:1.1:99",
            f"l:S:{assessment}:1.1:x",
            f"f:x:{assessment}:1.1",
            f"m:c:{assessment}:1.1:salary",
            f"s:y:{assessment}:1.1:0000",
            f"s:o:{assessment}:1.1",
            f"f:p:{assessment}:1.1",
            "q:b:0",
            "q:b:-1",
            "c:s:nobody",
            f"c:r:{ZHANG.id}:nothing",
            f"c:p:{ZHANG.id}:tongliao-2020:2025-13",
            f"c:p:{ZHANG.id}:tongliao-2020:2025-Q1",
            f"c:p:{ZHANG.id}:tongliao-2020:9999999999",
            f"c:p:{ZHANG.id}:nothing:2025",
            "c:g:99999999999999999999",
            "h:x",
            "z:z:z",
            ":",
            "::",
            "x",
            "k",
            "🔥" * 16,
            "'; drop table marks; --",
        ):
            await li.forge(data)
            assert li.answered(), data
            li.does_not_see("没能处理")
    assert program.rows("select count(*) from inbox where state = 'parked'") == [(0,)]


async def test_noise_in_64_bytes(program: Program, li: Chat, unchanged) -> None:
    """Random presses, half of them nearly right: none changes anything, none breaks the chat."""
    await northwest(li)
    chance = random.Random(7)
    assessment = li.button("a ☐").data.split(":")[2]
    parts = [assessment, "1.1", "a", "b", "0", "1", "2", "-1", "", "x", "2025-12", ZHANG.id, "9" * 20, "☐"]
    with unchanged():
        for _ in range(150):
            screen, verb = chance.choice("kclfmsqhz"), chance.choice("abcdeghijlqswxyo")
            data = ":".join([screen, verb, *chance.choices(parts, k=chance.randrange(5))])
            await li.forge(data.encode()[:64].decode("utf-8", "ignore") or "?")
    assert program.rows("select count(*) from inbox where state = 'parked'") == [(0,)]
    await li.say("继续")
    li.does_not_see("没能处理")


async def test_an_unreadable_update_is_parked_and_blocks_nobody(
    program: Program, li: Chat, unchanged
) -> None:
    """Three tries, then it is put aside with its raw text; the person is told, the next message is served at once."""
    wang = await program.person("王工")
    await northwest(li)
    broken = {
        "message": {
            "message_id": 9,
            "chat": li.phone.chat.api(),
            "from": li.phone.person.user(),
            "text": "1.1 a",
        }
    }
    with unchanged():
        await program.deliver(broken, poison=True)
        assert "刚才那条消息没能处理，未作任何改动，已记录待查。请换一种方式再试。" in li.screen()
        await program.deliver({"message": "nonsense"}, poison=True)
        await program.deliver({"callback_query": {"id": 5}}, poison=True)
        await program.deliver({"no_such_thing": {}}, poison=True)
    states = program.rows("select state, attempts from inbox where state <> 'done'")
    assert states == [("parked", 3)] * 2
    ((raw,),) = program.rows("select raw from inbox where state = 'parked' order by id limit 1")
    assert '"text": "1.1 a"' in raw
    await li.say("1.1 满")
    li.sees("✓ 1.1 设施与档案 2/2")
    await wang.say("/help")
    wang.sees("快速录入")


async def test_a_text_over_the_limit(li: Chat, unchanged) -> None:
    """A note has a limit, so that the sheet prints it whole; nothing is cut silently."""
    await northwest(li)
    with unchanged():
        await li.say("长" * 4001)
        li.sees("文字 4001 字，超过 4000 字，未保存。请分几条发送。")
    await li.say("长" * 4000)
    li.sees("📝 长长长")


async def test_names_and_notes_are_never_markup(program: Program, li: Chat) -> None:
    """HTML in names, notes, captions and 综合意见 is text, in the chat and in the sheet; `=1+1` stays text too."""
    evil = "<b>&amp;</b>"
    await program.add(studio(f"{evil}工作室", number=9))
    bad = await program.person(f"{evil}工")
    bad.sees(f"{evil}工，您好。")
    await bad.say("/assess")
    await bad.tap(f"{evil}工作室")
    await bad.tap("通辽市考核")
    await bad.tap("2025 年")
    await bad.say("<script>alert(1)</script> & more")
    bad.sees("📝 <script>alert(1)</script> & more")
    await bad.say("=1+1")
    await bad.say('=HYPERLINK("http://x")')
    await bad.photo(caption="<i>&lt;")
    await bad.say("2.2 4 <u>缺</u>")
    bad.sees("备注“<u>缺</u>”")
    await bad.say("2.2 <u>")
    bad.sees("✗ 第 1 行 “2.2 <u>”")
    await bad.tap("全部达标，下一项")
    await bad.say(
        "1.2 满\n2.1 满\n2.3 满\n2.4 满\n2.5 满\n2.6 满\n3.1 满\n3.2 满\n4.1 满\n4.2 满\n5.1 满\n5.2 满\n5.3 满"
    )
    await bad.tap("目录")
    await bad.tap("核对并签字")
    await sign(bad)
    bad.sees(f"✓ 已签字 · {evil}工")
    paper = Paper(bad.sheet_file())
    assert "<script>alert(1)</script> & more" in paper.words("1.1")
    for cell in [*paper.cells_with("=1+1"), *paper.cells_with("=HYPERLINK")]:
        assert cell.data_type in {"s", "inlineStr"}
    assert paper.cells_with("=1+1")


async def test_a_command_that_there_is_not(li: Chat, unchanged) -> None:
    """It is named, and where to look."""
    await northwest(li)
    with unchanged():
        await li.say("/nothing")
    li.sees("没有 /nothing 这个命令。可用命令见 /help。")


async def test_evidence_without_an_open_item(li: Chat, unchanged) -> None:
    """Before anything is open, and between choices: not swallowed, refused with the way in."""
    with unchanged():
        await li.photo()
        li.sees("当前没有打开的考核项，未保存。请先 /resume 打开一项再发，或回复那一项的卡片。")
        await li.say("缺三月记录")
        li.sees("当前没有打开的考核。/assess 开始，/resume 继续，/help 说明。")
        await li.say("/resume")
        li.sees("您没有打开的考核。/assess 开始新的考核。")
        await li.say("/sheet")
        li.sees("您没有打开的考核。/assess 开始新的考核。")
        await li.say("/undo")
        await li.say("/assess")
        await li.photo()
        li.does_not_see("📷")
