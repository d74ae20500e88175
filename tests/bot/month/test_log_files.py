"""Files and the log: before there is an entry, with one, as albums, by a caption; nothing that came is lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.entities import Scope
from bot.flows.walk.evidence import LIMIT
from tests.bot.month.scenes import entries, entry_of, log, waiting
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
LINE = "授课 1月4日 液压阀检修 18人 2小时"


async def test_a_photo_without_an_entry_is_kept_and_asked_about(program: Program, wang: Chat) -> None:
    """The open entries to choose from, the newest first; the photo is on disk before anything is answered."""
    first = await log(program, on="2026-01-03", topic="安全规程")
    program.pass_time(minutes=1)
    await log(program, on="2026-01-04")
    await wang.photo(caption="阀体拆开")
    wang.sees(
        "附件归到哪条记录？", "已收下 📷1，还没有归入记录", "“阀体拆开”", "[1-4 液压阀检修]", "[1-3 安全规程]"
    )
    (kept,) = await waiting(program)
    assert (kept.caption, kept.files[0].state) == ("阀体拆开", "stored")
    await wang.tap("1-3 安全规程")
    wang.hears("已归入")
    wang.sees("✓ 已记录", "主题 安全规程", "附件 📷1")
    (piece,) = (await entry_of(program, first)).pieces
    assert (piece.caption, piece.files[0].sha256) == ("阀体拆开", kept.files[0].sha256)
    assert await waiting(program) == ()


async def test_a_photo_becomes_a_new_entry(program: Program, wang: Chat) -> None:
    """Step by step from the question, or by the line that is sent next."""
    await wang.photo()
    wang.sees("请点“新记一条”，或直接发一行")
    await wang.tap("新记一条…")
    await wang.tap("专业理论授课")
    wang.sees("附件 📷1")
    await wang.tap("今天")
    await wang.say("安全规程")
    await wang.tap("保存")
    wang.sees("已记录", "附件 📷1")
    await wang.say("/log")
    await wang.document()
    wang.sees("已收下 📄1")
    await wang.say(LINE)
    wang.sees("主题 液压阀检修", "附件 📄1")
    assert [len(each.pieces) for each in await entries(program)] == [1, 1]


async def test_what_waits_is_on_the_list_until_it_has_its_place(
    program: Program, wang: Chat, zhao: Chat
) -> None:
    """Later is an answer too: the list says what waits, to every leader of the studio, also after a restart."""
    await wang.photo()
    await wang.photo()
    wang.sees("已收下 📷2")
    await wang.tap("以后再归")
    wang.sees("▲ 还没有归入记录的附件 📷2", "[归入附件…]")
    await program.restart()
    await zhao.say(LINE)
    await zhao.say("/log")
    zhao.sees("▲ 还没有归入记录的附件 📷2")
    await zhao.tap("归入附件…")
    await zhao.tap("1-4 液压阀检修")
    zhao.sees("附件 📷2")
    await wang.say("/log")
    wang.does_not_see("还没有归入记录的附件")
    assert await waiting(program) == ()


async def test_leaving_the_question_loses_nothing(program: Program, wang: Chat) -> None:
    """Another command instead of an answer: the old card leads back to the question."""
    entry = await log(program, on="2026-01-04")
    await wang.photo()
    await wang.say("/month")
    await wang.tap("归入附件…")
    wang.sees("附件归到哪条记录？", "已收下 📷1")
    await wang.tap("1-4 液压阀检修")
    assert len((await entry_of(program, entry)).pieces) == 1


async def test_files_are_removed_only_after_a_second_press(program: Program, wang: Chat) -> None:
    """A wrong photo is taken away; the first press asks."""
    await wang.photo()
    await wang.tap("删除附件…")
    wang.sees("删除这些附件？")
    await wang.tap("返回")
    assert len(await waiting(program)) == 1
    await wang.tap("删除附件…")
    await wang.tap("确认删除")
    wang.hears("已删除附件")
    assert await waiting(program) == ()


async def test_files_for_the_entry_in_view(program: Program, wang: Chat) -> None:
    """Photos, documents and an album go to the entry on the card; an album is one piece."""
    await wang.say(LINE)
    wang.sees("照片和文件直接发到这里")
    await wang.photo(caption="现场")
    await wang.document()
    await wang.album(3, caption="练习")
    wang.sees("附件 📷4 📄1")
    (entry,) = await entries(program)
    assert [(piece.number, len(piece.files), piece.caption) for piece in entry.pieces] == [
        (1, 1, "现场"),
        (2, 1, ""),
        (3, 3, "练习"),
    ]


async def test_an_album_without_an_entry_is_one_piece(program: Program, wang: Chat) -> None:
    """All parts wait together and go together, whichever of them has the caption."""
    entry = await log(program, on="2026-01-04")
    await wang.album(4)
    wang.sees("已收下 📷4")
    assert len(await waiting(program)) == 1
    await wang.tap("1-4 液压阀检修")
    (piece,) = (await entry_of(program, entry)).pieces
    assert len(piece.files) == 4


async def test_a_line_as_caption_is_an_entry_with_its_photo(program: Program, wang: Chat) -> None:
    """Of a photo or of an album, wherever in the album the caption stands; a next one is a next entry."""
    await wang.photo(caption=LINE)
    wang.sees("✓ 已记录", "主题 液压阀检修", "附件 📷1")
    await wang.album(3, caption="实操 1月5日 泵站检修 6人", caption_on=0)
    wang.sees("种类 技能实操培训", "附件 📷3")
    await wang.say("/log")
    await wang.album(3, caption="授课 1月3日 安全规程", caption_on=2)
    wang.sees("主题 安全规程", "附件 📷3")
    kept = {each.topic: [len(piece.files) for piece in each.pieces] for each in await entries(program)}
    assert kept == {"液压阀检修": [1], "泵站检修": [3], "安全规程": [3]}
    assert await waiting(program) == ()


async def test_a_caption_that_is_wrong_keeps_the_photo(program: Program, wang: Chat) -> None:
    """What is wrong is said, the photo waits, the line can be sent again as a text."""
    await wang.photo(caption="授课 6月31日 液压阀检修")
    wang.sees("没有“6月31日”这一天，未记", "已收下 📷1", "“授课 6月31日 液压阀检修”")
    assert await entries(program) == ()
    await wang.say(LINE)
    wang.sees("✓ 已记录", "附件 📷1")
    await wang.say("/month")
    await wang.photo(caption="授课 2月5日 液压阀检修")
    wang.sees("2026-02-05 还没有到（今天 2026-01-05）", "已收下 📷1")


async def test_a_reply_to_an_older_card_is_about_its_entry(program: Program, wang: Chat) -> None:
    """A photo as a reply goes to the entry of that card, wherever the chat stands now."""
    await wang.say(LINE)
    card = wang.card_message()["message_id"]
    await wang.say("/month")
    await wang.photo(to=card)
    wang.sees("已记入 1-4 专业理论授课 液压阀检修")
    (entry,) = await entries(program)
    assert len(entry.pieces) == 1


async def test_what_cannot_be_kept_is_said(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Too large, empty, a place, a sticker: each with what to do, nothing changed."""
    await wang.say("/log")
    with unchanged():
        await wang.video(b"0" * (LIMIT + 1))
        wang.sees("超过 20 MB 上限，未保存")
        await wang.place()
        wang.sees("活动记录不收位置，未保存")
        await wang.sticker()
        wang.sees("未保存")
    await wang.say(LINE)
    with unchanged():
        await wang.place()
        wang.sees("活动记录不收位置，未保存")


async def test_a_file_that_cannot_be_fetched_is_told(program: Program, wang: Chat) -> None:
    """Nobody believes that a photo is there which is not; the card says so too."""
    await wang.photo(gone=True)
    await wang.say(LINE)
    await wang.photo(gone=True)
    await wang.say("/month")
    await wang.photo(gone=True)
    for _ in range(4):
        program.pass_time(minutes=1)
        assert program.running
        program.running.fetcher.wake()
        await wang.settle()
    wang.sees("▲ 2026-01-04 活动的附件 1 没有取到", "▲ 2026-01-04 活动的附件 2 没有取到")
    wang.sees("▲ 还没有归入记录的附件 2 没有取到：服务器上已没有这个文件。请重新发送。")
    await wang.tap("1-4 液压阀检修")
    wang.sees("附件 📷3 ▲ 3 个没有取到，请重发")


async def test_with_two_studios_a_photo_is_kept_before_one_is_chosen(program: Program) -> None:
    """It waits with the studio logged last; the entries of both are offered with their studios."""
    both = await program.person("孙丽", "leader", Scope(kind="unit", key="一矿"))
    secret = await program.invite("孙丽", "leader", Scope(kind="studio", key=RED.id), person="孙丽")
    await both.start(secret)
    await both.say("/log")
    await both.tap("红旗工作室")
    await both.say(LINE)
    await both.say("/month")
    await both.photo()
    both.sees("红旗工作室", "已收下 📷1", "[1-4 红旗工作室 液压阀检修]")
    assert len(await waiting(program, RED.id)) == 1
    await both.tap("1-4 红旗工作室 液压阀检修")
    both.sees("附件 📷1")


async def test_a_line_with_two_studios_asks_which(program: Program) -> None:
    """It is never guessed for which studio an activity counts; the line is sent again once that is said."""
    both = await program.person("孙丽", "leader")
    await both.say("/log " + LINE)
    both.sees("请先选择工作室，再发一次", "[张建国工作室]", "[红旗工作室]")
    await both.tap("张建国工作室")
    await both.say(LINE)
    both.sees("✓ 已记录", "张建国工作室")
    assert len(await entries(program)) == 1


async def test_a_file_moves_to_another_entry(program: Program, wang: Chat) -> None:
    """One of several is picked; it is asked at once where it belongs, and until then it is kept."""
    await wang.say("研讨 1月3日 托辊改造 8人")
    await wang.say(LINE)
    await wang.photo(caption="现场")
    await wang.document(caption="签到表")
    await wang.tap("附件移到别的记录…")
    wang.sees("要移走哪个附件？", "[1 📷1 现场]", "[2 📄1 签到表]")
    await wang.tap("签到表")
    wang.sees("附件归到哪条记录", "已收下 📄1")
    await wang.tap("托辊改造")
    wang.sees("主题 托辊改造", "附件 📄1")
    filed = {each.topic: [piece.caption for piece in each.pieces] for each in await entries(program)}
    assert filed == {"托辊改造": ["签到表"], "液压阀检修": ["现场"]}
    files = program.rows("select state, count(distinct sha256) from proof_files where state = 'stored'")
    assert files == [("stored", 2)]


async def test_the_only_file_of_an_entry_is_taken_at_once_and_may_wait(program: Program, wang: Chat) -> None:
    await wang.say(LINE)
    await wang.photo(caption="现场")
    moved = wang.button("附件移到别的记录…")
    await wang.tap(moved)
    wang.sees("附件归到哪条记录")
    await wang.tap(moved)
    assert len(await waiting(program)) == 1
    await wang.say("/log")
    await wang.tap("归入附件…")
    await wang.tap("液压阀检修")
    wang.sees("主题 液压阀检修", "附件 📷1")
    assert await waiting(program) == ()
