"""Photos, albums, files, voices, videos and places: whose they are, and what becomes of those that cannot be had."""

import hashlib

import pytest

from bot.sandbox import Parcel, Upload
from tests.bot.walk.scenes import count, northwest, sign, tongliao
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program

OWNERS = "select number, item, kind from evidence where dropped = 0 order by number"


async def test_every_kind_goes_to_the_item_in_view(program: Program, li: Chat) -> None:
    """Six messages, six pieces, counted on the card."""
    await tongliao(li)
    picture = li.picture()
    await li.photo(picture)
    await li.album(3)
    await li.document()
    await li.voice()
    await li.video()
    await li.place()
    li.sees("证据 📷2 📄1 🎤1 🎬1 📍1")
    kinds = ["photo", "photo", "document", "voice", "video", "location"]
    assert program.rows(OWNERS) == [(number, "1.1", kind) for number, kind in enumerate(kinds, 1)]
    stored = program.rows("select sha256 from files where state = 'stored'")
    assert len(stored) == 7
    assert (hashlib.sha256(picture).hexdigest(),) in stored
    ((latitude, longitude),) = program.rows(
        "select latitude, longitude from evidence where kind = 'location'"
    )
    assert (latitude, longitude) == ("43.6174", "122.265")


async def test_an_album_is_one_edit_of_the_card(li: Chat) -> None:
    """Ten pictures are confirmed by the card's count, and nothing is said."""
    await tongliao(li)
    await li.album(10, caption="现场")
    assert li.new_messages() == []
    li.sees("证据 📷1")


async def test_an_album_in_pieces_is_one_piece_of_evidence(program: Program, li: Chat) -> None:
    """The parts come minutes apart, the caption with the last, other things in between: still one piece."""
    await northwest(li)
    await li.album(3, caption="1.3 +b 缺三月记录", caption_on=2, spread=120)
    assert program.rows("select item, occurrence from evidence") == [("1.1", None)]
    await li.tap("无扣分，下一项")
    program.pass_time(seconds=120)
    await li.settle()
    await li.say("1.5 b 没有考核记录")
    program.pass_time(seconds=120)
    await li.settle()
    li.sees("✓ 1.3 台账 3/4 · 备注“缺三月记录”")
    ((item, occurrence),) = program.rows("select item, occurrence from evidence")
    assert item == "1.3"
    assert program.rows("select occurrence from notes where item = '1.3'") == [(occurrence,)]
    assert program.rows("select count(*) from files where state = 'stored'") == [(3,)]
    li.at("1.2")


async def test_parts_of_an_album_never_stray_to_the_next_item(program: Program, li: Chat) -> None:
    """A part that comes after the assessor has gone on joins its album, not the item in view."""
    await tongliao(li)
    await li.album(2, spread=60)
    await li.tap("全部达标，下一项")
    program.pass_time(seconds=60)
    await li.settle()
    await li.photo()
    assert program.rows(OWNERS) == [(1, "1.1", "photo"), (2, "1.2", "photo")]
    assert program.rows("select evidence, count(*) from files group by evidence order by 2")[1][1] == 2


async def test_a_reply_to_an_older_card_goes_to_its_item(program: Program, li: Chat) -> None:
    """Notes, photos and albums sent as replies; the card in view stays where it is."""
    await tongliao(li)
    await li.photo()
    await li.tap("全部达标，下一项")
    await li.say("名册没有签字")
    await li.tap("2.1 ›")
    li.at("2.1")
    await li.say("带头人有证书", to="1.1")
    li.sees("已记入 1.1 带头人")
    await li.photo(to="1.1")
    await li.album(2, to="1.2")
    await li.say("1.2 a", to="1.1")
    li.at("2.1")
    li.sees("✓ 1.2 团队 2/5")
    notes = program.rows("select item from notes order by at, id")
    assert notes == [("1.2",), ("1.1",)]
    assert program.rows(OWNERS) == [(1, "1.1", "photo"), (2, "1.1", "photo"), (3, "1.2", "photo")]


async def test_evidence_and_words_belong_to_the_newest_occurrence(program: Program, li: Chat) -> None:
    """After ＋ the photo and the text are the occurrence's, and the card says so; 备注 is the item's again."""
    await northwest(li)
    await li.tap("＋ b")
    li.sees("现在发的照片、文字记入 b 第 1 处")
    await li.photo()
    await li.say("锉刀未入账")
    await li.tap("＋ b")
    await li.photo(caption="台钻未入账")
    li.sees("   1 📷1 锉刀未入账", "   2 📷1 台钻未入账")
    await li.tap("备注")
    await li.say("其余相符")
    li.sees("📝 其余相符")
    taken = [one for (one,) in program.rows("select occurrence from evidence order by number")]
    assert len(set(taken)) == 2
    assert None not in taken
    assert program.rows("select occurrence is null from notes order by at, id") == [(0,), (1,)]


async def test_the_reasons_used_most_are_buttons(program: Program, li: Chat) -> None:
    """What was said of a rule before is offered for the next occurrence, the most used first."""
    await northwest(li, "2025-11")
    for reason in ("缺三月记录", "缺签字", "缺三月记录", "缺五月记录", "缺签字", "缺三月记录"):
        await li.say(f"1.3 +b {reason}")
    await northwest(li)
    await li.tap("目录")
    await li.tap("1.3 ○")
    await li.tap("＋ b")
    labels = [key["text"] for row in li.card_message()["inline"] for key in row]
    assert labels[:5] == ["缺三月记录", "缺签字", "缺五月记录", "写说明", "跳过"]
    await li.tap("缺签字")
    li.sees("   1 缺签字")
    assert "▲" not in li.card()


async def test_what_telegram_cannot_give_is_told(program: Program, li: Chat) -> None:
    """A file that is gone is tried again and then reported with number, item and a way out; the rest goes on."""
    await tongliao(li)
    await li.photo(gone=True)
    li.sees("证据 📷1")
    for _ in range(4):
        program.pass_time(minutes=1)
        assert program.running
        program.running.fetcher.wake()
        await li.settle()
    li.sees("证1（1.1）没有存下：服务器上已没有这个文件。请重新发送。")
    assert program.rows("select state, failure from files") == [("failed", "file_gone")]


async def test_an_empty_file_is_refused(li: Chat, unchanged) -> None:
    """0 bytes: named, not stored, what to do."""
    await tongliao(li)
    with unchanged():
        await li.document(b"", "台账.pdf")
    li.sees("台账.pdf 是空文件（0 字节），未保存。请重新选择后再发。")


@pytest.mark.parametrize("kind", ["document", "video"])
async def test_a_file_over_20_mb_gets_a_way_out(kind: str, li: Chat, unchanged) -> None:
    """Telegram lets a bot fetch 20 MB; what is larger is refused at once and says what else can be done."""
    await tongliao(li)
    content = bytes(20 * 1024 * 1024 + 1)
    with unchanged():
        await (li.video(content) if kind == "video" else li.document(content, "监控.mp4"))
    li.sees("21 MB，超过 20 MB 上限，未保存。请压缩后重发，或填写链接／注明线下报送。")
    await li.say("视频线下报送")
    li.sees("📝 视频线下报送")


async def test_a_signature_does_not_wait_for_a_photo(program: Program, li: Chat) -> None:
    """Signed at once while a photo is on its way; the seal with its hash follows when it is in."""
    await tongliao(li)
    for _ in range(15):
        await li.tap("✓")
    await li.tap("‹ 5.3")
    program.standin.plan_faults({"method": "file", "kind": "delay", "seconds": 1.5})
    with program.impatient():
        await li.photo()
        await li.tap("核对")
        await sign(li)
        li.sees("✓ 已签字")
        assert program.rows("select state from files") == [("waiting",)]
        assert program.rows("select name from history where name = 'seal'") == []
    await li.settle()
    assert program.rows("select state from files") == [("stored",)]
    assert program.rows("select count(*) from history where name = 'seal'") == [(1,)]
    ((sealed,),) = program.rows("select sealed is not null from assessments")
    assert sealed
    assert Paper(li.sheet_file()).line("合计") == 100


async def test_several_phones_send_at_once(program: Program, li: Chat) -> None:
    """Forty photos in one burst: forty pieces, numbered without holes, each file stored once."""
    await tongliao(li)
    for number in range(40):
        parcel = Parcel([Upload("", "image/jpeg", li.picture())], "photo", f"1.2 第{number}张")
        li.phone.upload(parcel)
    await li.settle()
    assert program.rows("select number from evidence order by number") == [(each,) for each in range(1, 41)]
    assert program.rows("select count(distinct sha256) from files where state = 'stored'") == [(40,)]
    li.at("1.1")


async def test_one_line_with_its_photo_is_one_entry_to_take_back(program: Program, li: Chat) -> None:
    """`1.3 +b 缺三月记录` under a photo: one 撤销 takes back the deduction, its words and the photo."""
    await northwest(li)
    await li.say("1.3 b 缺二月记录")
    program.pass_time(seconds=5)
    await li.photo(caption="1.3 +b 缺三月记录")
    await li.say("撤销")
    li.sees("已撤销 1.3 的上一次评分。", "已撤销 1.3 的上一条备注。", "已撤销 1.3 的上一件证据。", "本项 3/4")
    await li.say("撤销")
    li.sees("本项 未评（4 分）")
    await li.say("撤销")
    li.sees("没有可以撤销的录入。")


async def test_undo_takes_back_photos_notes_and_marks_one_by_one(program: Program, li: Chat) -> None:
    """撤销 again and again, newest first, until nothing is left; the history keeps both rows of each."""
    await northwest(li)
    await li.tap("＋ b")
    program.pass_time(seconds=5)
    await li.photo()
    await li.say("台钻未入账")
    await count(li, "＋ b")
    for said in (
        "已撤销 1.1 的上一次评分。",
        "已撤销 1.1 的上一条备注。",
        "已撤销 1.1 的上一件证据。",
        "已撤销 1.1 的上一次评分。",
    ):
        await li.say("撤销")
        li.sees(said)
    li.sees("本项 未评（2 分）", "累计 扣 0 · 已评 0 项")
    await li.say("/undo")
    li.sees("没有可以撤销的录入。")
    assert program.rows("select count(*) from history where name = 'undo'") == [(4,)]
    assert program.rows(
        "select count(*) from history where name in ('mark_item', 'write_note', 'attach_evidence')"
    ) == [(4,)]
    assert program.rows("select dropped from evidence") == [(1,)]
    await li.photo()
    assert program.rows("select number from evidence where dropped = 0") == [(2,)]


async def test_what_no_card_shows_is_confirmed_in_words(program: Program, li: Chat) -> None:
    """A photo for another item, or sent while the contents are open: it says where it went, an album once."""
    await northwest(li)
    await li.photo(caption="2.2 教室")
    li.sees("已记入 2.2 理论授课")
    await li.photo(caption="1.3 a7 缺七种")
    li.sees("✗ 第 1 行", "已记入 1.3 台账")
    await li.photo()
    assert li.new_messages() == []
    await li.tap("目录")
    await li.photo()
    li.sees("已记入 1.1 设施与档案")
    await li.album(5)
    assert len(li.new_messages()) == 1
    await li.place()
    li.sees("已记入 1.1 设施与档案")
    await li.say("1.1 满\n1.2 满")
    li.sees("✓1.1 2  ✓1.2 4  ○1.3")


async def test_a_photo_can_be_meant_for_an_earlier_occurrence(program: Program, li: Chat) -> None:
    """A press on the counter goes round the occurrences; what is sent then belongs to the one that is named."""
    await northwest(li)
    await count(li, "＋ b", "＋ b", "＋ b")
    await li.tap("b ×3")
    li.sees("现在发的照片、文字记入 b 第 1 处")
    await li.photo()
    await li.tap("b ×3")
    li.sees("现在发的照片、文字记入 b 第 2 处")
    await li.say("第二处缺签字")
    li.sees("   1 📷1", "   2 第二处缺签字", "   3 ▲ 缺说明")


async def test_what_the_source_leaves_open_is_a_tap_away(li: Chat, unchanged) -> None:
    """※ shows the contradiction, how it is read and why, and what is only assumed; the card stays."""
    await tongliao(li)
    assert not li.has("※")
    await li.tap("目录")
    await li.tap("2.6 ○")
    with unchanged():
        await li.tap("※ 原文疑义与口径")
    li.sees(
        "2.6 原文疑义与处理口径",
        "原文：分值10分，评分标准各条合计 6+2+1=9 分",
        "暂按（原文未规定，待考核管理员确定）：给予",
    )
    li.at("2.6")
