"""Line after line: several entries in one message, one more from the card of the last, a photo with its line."""

from tests.bot.file.test_file import entries
from tests.kit.chat import Chat
from tests.kit.program import Program

TEN = "\n".join(
    f"成员 第{name}人 液压 高级工 2024-05-0{number}" for number, name in enumerate("甲乙丙丁戊己庚辛壬", 1)
)


async def test_ten_members_in_one_message(program: Program, wang: Chat) -> None:
    """The register's word may stand once, above the lines or in the first."""
    await wang.say("/file")
    await wang.say(TEN)
    wang.sees("9 行中已记 9 条", "成员　9 条")
    await wang.say("/file")
    await wang.say("设备：\n台钻 Z4116 3台 2024-05-01\n\n铣床 X62 1台 2024-06-01")
    wang.sees("2 行中已记 2 条", "设备　2 条")
    assert len(await entries(program)) == 9
    assert [each["name"] for each in await entries(program, "equipment")] == ["台钻", "铣床"]


async def test_wrong_lines_are_told_and_the_others_entered(program: Program, wang: Chat) -> None:
    """With their number, what is wrong and what to send; only these are sent again."""
    await wang.say("/file 成员 王强 液压 高级工 2024-05-01")
    await wang.say("/file")
    await wang.tap("成员 1")
    await wang.say(
        "李四 电工 技师 2024-06-31\n王强 液压 2024-05-01\n赵六 焊工 2025-01-01\n孙七\n赵六 焊工 2025-01-01\n周八 2025-02-01"
    )
    wang.sees(
        "6 行中已记 2 条。",
        "✗ 第 1 行 “李四 电工 技师 2024-06-31”：加入日期：“2024-06-31”不是日期，请写成 2024-06-30。",
        "✗ 第 2 行 “王强 液压 2024-05-01”：“王强”（2024-05-01）已经登记",
        "✗ 第 4 行 “孙七”：加入日期：不能为空",
        "✗ 第 5 行",
        "改好后只发这几行。",
    )
    assert {each["name"] for each in await entries(program)} == {"王强", "赵六", "周八"}


async def test_one_entry_may_still_be_written_over_some_lines(program: Program, wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("成员 王强\n液压\n2024-05-01")
    wang.sees("王强", "工种：液压")
    assert len(await entries(program)) == 1


async def test_the_next_line_is_sent_on_the_card_of_the_last(program: Program, wang: Chat) -> None:
    """Of the same register or of another one; what is no line changes nothing and is told."""
    await wang.say("/file")
    await wang.say("成员 王强 液压 高级工 2024-05-01")
    await wang.say("李四 电工 技师 2024-06-01")
    wang.sees("李四", "技能等级：技师")
    await wang.say("设备 台钻 Z4116 3台 2024-05-01")
    wang.sees("台钻", "数量：3")
    await wang.say("铣床 X62 1台 2024-06-01\n刨床 B665 1台 2024-06-01")
    wang.sees("2 行中已记 2 条")
    await wang.tap("3 刨床")
    await wang.say("你好")
    wang.sees("这里请点按钮，未作改动。要再登记一条，请发带日期的一整行")
    assert len(await entries(program, "equipment")) == 3


async def test_a_photo_with_a_line_is_an_entry_wherever_it_is_sent(program: Program, wang: Chat) -> None:
    """On the list and on another entry's card; without a line it belongs to the card."""
    await wang.say("/file")
    await wang.photo(caption="设备 台钻 Z4116 3台 2024-05-01")
    wang.sees("台钻", "附件 📷1")
    await wang.photo(caption="设备 铣床 X62 1台 2024-06-01")
    wang.sees("铣床", "附件 📷1")
    await wang.photo(caption="铭牌")
    wang.sees("铣床", "附件 📷2")
    assert len(await entries(program, "equipment")) == 2


async def test_of_an_entry_that_cannot_stand_there_only_that_is_said_again(
    program: Program, wang: Chat
) -> None:
    """A second master in one term: the line is kept on the card, and only its day is put right."""
    await wang.say("/file 师徒 李强 王海涛 液压 2025-01-01 2025-06-30 技师 有")
    await wang.say("师徒 李强 赵敏 电工 2025-06-01 2026-12-31 技师 有")
    wang.sees("李强 在 2025-01-01 至 2025-06-30 已是 王海涛 的徒弟", "师傅：赵敏", "请核对，点“保存”")
    assert len(await entries(program, "pairs")) == 1
    await wang.tap("开始日期")
    await wang.say("2025-07-01")
    await wang.tap("保存")
    wang.sees("赵敏", "2025-07-01")
    assert len(await entries(program, "pairs")) == 2


async def test_the_next_line_while_one_waits_to_be_saved(program: Program, wang: Chat) -> None:
    """Whoever copies a list goes on; what waits is neither saved nor lost, and says so."""
    await wang.say("/file")
    await wang.say("师徒 李强 王海涛 液压 2025-01-01 2026-12-31 技师 有")
    await wang.say("师徒 李强 张三 钳工 2026-01-01 2026-12-31 技师 有")
    wang.sees("一个期间只能有一位师傅", "[保存]")
    await wang.say("李丽 张三 钳工 2026-01-01 2026-12-31 技师 有")
    wang.sees("李丽", "师傅：张三", "[月度结果…]")
    await wang.tap("打开")
    wang.sees("徒弟：李强", "师傅：张三", "[保存]")
    await wang.say(
        "赵敏 孙七 钳工 2026-01-01 2026-12-31 技师 有\n周九 孙七 钳工 2026-01-02 2026-12-31 技师 有"
    )
    wang.sees("2 行中已记 2 条")
    await wang.say("/file 师徒 李强 孙七 钳工 2026-01-01 2026-12-31 技师 有")
    await wang.say("谢谢")
    wang.sees("这里请点按钮")
    assert program.rows("select count(*) from file_entries") == [(4,)]
