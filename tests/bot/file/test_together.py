"""What is entered for many entries at once: a month's results of all pairs, a service of several machines."""

from tests.kit.chat import Chat
from tests.kit.program import Program

PAIRS = "\n".join(
    f"师徒 {name} 王强 液压 {on} 2026-12-31 技师 有"
    for name, on in (
        ("李强", "2025-11-01"),
        ("赵六", "2025-11-01"),
        ("孙七", "2025-12-01"),
        ("周八", "2026-01-01"),
    )
)
MACHINES = "设备\n台钻 Z4116 3台 2024-05-01\n铣床 X62 1台 2024-05-01\n刨床 B665 1台 2025-12-01"
STEPS = 'select name, period, value, "on" from file_steps order by period, entry, place'


async def to_results(wang: Chat) -> None:
    """Open the results of all pairs."""
    await wang.say("/file")
    await wang.tap("师徒 4")
    await wang.tap("全部师徒的月度结果…")


async def test_a_months_results_of_all_pairs(program: Program, wang: Chat) -> None:
    """The oldest month that lacks one is open; each has one press, the others one together."""
    await wang.say("/file")
    await wang.say(PAIRS)
    await to_results(wang)
    wang.sees("月度结果　2025 年 11 月", "李强（王强）：—", "赵六（王强）：—", "[其余 2 人合格]")
    wang.does_not_see("孙七")
    await wang.tap("1 李强 合格")
    wang.hears("已保存")
    wang.sees("李强（王强）：合格", "[1 李强 ✓ 合格][1 不合格]")
    await wang.tap("1 李强 ✓ 合格")
    wang.hears("已经登记，没有重复登记")
    await wang.tap("1 不合格")
    wang.sees("李强（王强）：不合格", "赵六（王强）：—")
    await wang.tap("2 赵六 合格")
    await wang.tap("2025 年 12 月")
    wang.sees("月度结果　2025 年 12 月", "孙七", "[其余 3 人合格]")
    await wang.tap("其余 3 人合格")
    wang.sees("孙七（王强）：合格")
    assert not wang.has("其余")
    assert sorted(row[1:3] for row in program.rows(STEPS)) == [
        ("2025-11", "qualified"),
        ("2025-11", "qualified"),
        ("2025-11", "unqualified"),
        ("2025-12", "qualified"),
        ("2025-12", "qualified"),
        ("2025-12", "qualified"),
    ]
    await wang.tap("2026 年 1 月")
    wang.sees("周八（王强）：—", "[2025 年 12 月]")
    assert not wang.has("2026 年 2 月")
    await wang.tap("返回")
    wang.sees("师徒　4 条")


async def test_what_somebody_entered_meanwhile_is_not_entered_over(
    program: Program, wang: Chat, zhao: Chat, chen: Chat
) -> None:
    """The press for all that are left names how many it showed; who only looks has no such button."""
    await wang.say("/file")
    await wang.say(PAIRS)
    await to_results(wang)
    await to_results(zhao)
    await zhao.tap("1 不合格")
    await wang.tap("其余 2 人合格")
    wang.hears("该按钮已失效")
    assert [row[2] for row in program.rows(STEPS)] == ["unqualified"]
    await chen.say("/file")
    await chen.tap("张建国工作室")
    await chen.tap("师徒 4")
    assert not chen.has("全部师徒的月度结果")


async def test_several_machines_are_serviced_at_once(program: Program, wang: Chat) -> None:
    """All or none, and which one is in the way is said; nothing typed is lost on the screen."""
    await wang.say("/file")
    await wang.say(MACHINES)
    await wang.tap("几台一起维护…")
    wang.sees("已选 0 台", "[□ 台钻][□ 铣床]")
    await wang.say("2025-06-01 年度保养")
    wang.sees("还没有选设备，未作改动")
    await wang.photo()
    wang.sees("照片或文件属于哪一条？")
    await wang.tap("全选")
    wang.sees("已选 3 台", "☑ 刨床")
    await wang.say("2025-06-01 年度保养")
    wang.sees("刨床：2025-06-01 还没有购置")
    await wang.say("6月31日 年度保养")
    wang.sees("“6月31日”不是日期，请写成 2025-06-30 加内容")
    assert program.rows("select count(*) from file_steps") == [(0,)]
    await wang.tap("☑ 刨床")
    await wang.say("2025-06-01 年度保养")
    wang.sees("已给 2 台登记维护。", "设备　3 条")
    await wang.tap("1 台钻")
    wang.sees("2025-06-01 维护 年度保养")
    assert [row[0] for row in program.rows(STEPS)] == ["serviced", "serviced"]


async def test_in_english(wang: Chat, anna: Chat) -> None:
    await wang.say("/file")
    await wang.say(PAIRS)
    await wang.say("/file")
    await wang.say(MACHINES)
    await anna.say("/file")
    await anna.tap("Apprentices 4")
    await anna.tap("Month's results of all…")
    anna.sees("Month's results", "李强 (王强): —", "[The other 2 qualified]")
    await anna.say("/file")
    await anna.tap("Equipment 3")
    await anna.tap("Service of several…")
    await anna.tap("□ 台钻")
    await anna.say("2025-06-01")
    anna.sees("nothing was written about it")
    await anna.say("2025-06-01 yearly service")
    anna.sees("Service entered for 1.")


async def test_months_one_after_another_on_the_card_of_a_pair(program: Program, wang: Chat) -> None:
    """The first result is asked for, the next ones are just sent."""
    await wang.say("/file")
    await wang.say(PAIRS.splitlines()[0])
    wang.sees("师徒协议：有")
    await wang.tap("返回")
    wang.sees("1 李强 · 王强 · 液压 · 2025-11-01 · 2026-12-31 · 技师 · 师徒协议 有")
    await wang.tap("1 李强")
    await wang.tap("月度结果…")
    await wang.say("2025-11 合格")
    await wang.say("2025-12 不合格")
    wang.sees("2025 年 11 月 合格", "2025 年 12 月 不合格", "1 个月没有结果：2026 年 1 月")
    await wang.say("2026-02 合格")
    wang.sees("2026-02 还没有到")
    assert [row[1:3] for row in program.rows(STEPS)] == [("2025-11", "qualified"), ("2025-12", "unqualified")]
