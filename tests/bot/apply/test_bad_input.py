"""Bad input in an application: a clear answer, nothing changed, the question still open."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.changes.applying.begin import BeginApplication
from bot.changes.applying.checks import scheme
from bot.changes.applying.submit import SubmitApplication
from bot.entities import Round, Scope
from bot.problems import Refusal
from rubrics.application import spots
from tests.bot.apply.scenes import begin, conditions
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]

ANSWERS = (
    ("basic-facts.created-on", "2012-06-31", "没有“2012-06-31”这一天"),
    ("basic-facts.created-on", "12.5.5", "是 2012-05-05 吗"),
    ("basic-facts.created-on", "去年", "不是日期"),
    ("basic-facts.fund-2", "三万五", "“三万五”不是金额"),
    ("basic-facts.fund-2", "3.5美元", "单位不对"),
    ("basic-facts.members", "十二", "不是数"),
    ("basic-facts.members", "12.5", "不是整数"),
    ("basic-facts.phone", "12345", "不是电话号码"),
    ("basic-facts.leader-email", "wang", "不是邮箱"),
    ("basic-facts.leader-sex", "其他", "没有“其他”这个选项"),
    ("basic-facts.leader-born", "1978-13", "不是年月"),
    ("basic-facts.field", "液压\n焊接", "只写一行"),
    ("gate.2.3.a", "两年", "不是数"),
    ("gate.1.1.a", "有的", "请先点“是”或“否”"),
    ("basic-facts.key-members", "李四 男 1980\n王强 男 80年", "“80年”不是年份"),
    ("basic-facts.key-members", "李四\n李四", "李四 已在第 1 行"),
    ("basic-facts.key-members", "李四 " * 9, "有 9 栏，这张表只有 7 栏"),
)
"""Where, what is sent, what is said to it."""
IN_ENGLISH = (
    ("basic-facts.created-on", "2012-06-31", "There is no day “2012-06-31”; not kept."),
    ("basic-facts.created-on", "12.5.5", "lacks a full year; not kept. Is it 2012-05-05?"),
    ("basic-facts.created-on", "last year", "“last year” is no date; not kept."),
    ("basic-facts.fund-2", "a lot", "“a lot” is no amount; not kept."),
    ("basic-facts.fund-2", "3.5 dollars", "has another unit; not kept. This field counts in"),
    ("basic-facts.members", "a dozen", "“a dozen” is no number; not kept."),
    ("basic-facts.members", "12.5", "“12.5” is no whole number; not kept."),
    ("basic-facts.phone", "12345", "“12345” is no telephone number; not kept."),
    ("basic-facts.leader-email", "wang", "“wang” is no e-mail address; not kept."),
    ("basic-facts.leader-sex", "other", "“other” is none of the options; not kept. They are:"),
    ("basic-facts.leader-born", "1978-13", "“1978-13” is no month of a year; not kept."),
    (
        "basic-facts.field",
        "hydraulics\nwelding",
        "has one line; not kept. Please send it without line breaks.",
    ),
    ("gate.2.3.a", "two years", "“two years” is no number, not saved."),
    ("gate.1.1.a", "we have one", "Press yes or no first; not saved."),
    ("basic-facts.key-members", "Li Si, male, 1980\nWang Qiang, male, 80", "“80” is no year"),
    ("basic-facts.key-members", "Li Si,\nLi Si,", "Li Si is in row 1 already"),
    ("basic-facts.key-members", "Li " * 9, "has 9 cells, the table has 7"),
)


async def _here(program: Program, chat: Chat, key: str) -> tuple[str, int]:
    """Open a place of the only application; returns its id and the number of the place."""
    ((application,),) = program.rows("select id from applications")
    found = await program.read(lambda desk: desk.applications.get(str(application)))
    assert found is not None
    rubric = await program.read(lambda desk: scheme(desk, found))
    at = next(at for at, spot in enumerate(spots(rubric, found.track)) if spot.key == key)
    await chat.forge(f"ya:o:{application}:{at}")
    return str(application), at


async def test_answers_that_cannot_be_read(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Refused one by one; what was there stays, and the next message still answers the same question."""
    await begin(wang)
    await _here(program, wang, "basic-facts.created-on")
    await wang.say("2012-05-05")
    for key, text, told in ANSWERS:
        await _here(program, wang, key)
        with unchanged():
            await wang.say(text)
        wang.sees(told)
    await _here(program, wang, "basic-facts.created-on")
    wang.sees("现在：2012-05-05")


async def test_the_same_answers_in_english(
    program: Program, wang: Chat, anna: Chat, unchanged: Unchanged
) -> None:
    """Where, what is wrong and what to send, place by place as in Chinese; what was there stays."""
    assert [key for key, _, _ in IN_ENGLISH] == [key for key, _, _ in ANSWERS]
    await begin(wang)
    await _here(program, anna, "basic-facts.created-on")
    await anna.say("2012-05-05")
    for key, text, told in IN_ENGLISH:
        await _here(program, anna, key)
        with unchanged():
            await anna.say(text)
        anna.sees(told)
    await _here(program, anna, "basic-facts.created-on")
    anna.sees("Now: 2012-05-05")


async def test_a_file_instead_of_a_figure(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    await begin(wang)
    await _here(program, wang, "basic-facts.members")
    with unchanged():
        await wang.photo()
    wang.sees("成员总数：这一项只收数字")


@pytest.mark.parametrize("year", ["2019", "2026"])
async def test_after_the_deadline(program: Program, wang: Chat, unchanged: Unchanged, year: str) -> None:
    """The scheme's own day holds for its year; what the desk set holds for any."""
    if year == "2026":
        given = Round(rubric="dalian-2019", year=2026, deadline="2026-01-04", by="", at=0)
        await program._store.write(
            lambda desk: desk.applications.put_round(given.model_copy(update={"by": program._id("王海涛")}))
        )
    with unchanged():
        await begin(wang, year)
    wang.hears("报送截止")
    assert program.rows("select id from applications") == []


async def test_the_deadline_passes_while_it_is_filled_in(program: Program, wang: Chat) -> None:
    """What is written stays; the last day itself is in time."""
    await begin(wang)
    await conditions(wang)
    given = Round(rubric="dalian-2019", year=2026, deadline="2026-01-10", by=program._id("王海涛"), at=0)
    await program._store.write(lambda desk: desk.applications.put_round(given))
    program.pass_time(days=7)
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees("报送截止：2026-01-10")
    await wang.tap("提交…")
    wang.hears("还缺")
    ((application,),) = program.rows("select id from applications")
    with pytest.raises(Refusal, match="apply_late"):
        await program.make(SubmitApplication(application=application, today="2026-01-12"), by="王海涛")
    with pytest.raises(Refusal, match="apply_gaps"):
        await program.make(SubmitApplication(application=application, today="2026-01-10"), by="王海涛")


async def test_nobody_applies_for_anothers_studio(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Neither begins, reads nor writes; whoever looks after another unit is told the same."""
    hong = await program.person("洪师傅", "leader", Scope(kind="studio", key=RED.id))
    await begin(wang)
    application, at = await _here(program, wang, "basic-facts.members")
    await hong.say("/apply")
    hong.sees("还没有申报")
    with unchanged():
        for data in (
            f"ya:o:{application}:{at}",
            f"yf:v:{application}:look",
            f"yf:w:{application}",
            f"yf:y:{application}",
            f"ya:g:{application}:0:yes",
        ):
            await hong.forge(data)
            hong.does_not_see("大连市推荐申报")
    change = BeginApplication(
        application="a" * 12,
        studio=RED.id,
        rubric="dalian-2019",
        year=2026,
        track="staff",
        called="红旗",
        today="2026-01-05",
    )
    with pytest.raises(Refusal, match="not_yours"):
        await program.make(change, by="王海涛")


async def test_forged_taps(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Places, rows, options and words that no button has do nothing."""
    await begin(wang)
    application, at = await _here(program, wang, "basic-facts.leader-sex")
    _, table = await _here(program, wang, "basic-facts.key-members")
    with unchanged():
        for data in (
            f"ya:o:{application}:999",
            f"ya:o:{application}:x",
            f"ya:o:{application}:{table}.9.0",
            f"ya:o:{application}:{table}.1.99",
            f"ya:o:{application}:0.1.1",
            f"ya:c:{application}:{at}:9",
            f"ya:c:{application}:{at}:-1",
            f"ya:c:{application}:{at}:²",
            f"ya:g:{application}:{at}:yes",
            f"ya:g:{application}:0:maybe",
            f"ya:g:{application}:0:na",
            f"ya:g:{application}:4:yes",
            f"ya:d:{application}:{table}:1:1",
            f"ya:d:{application}:{at}:1:99",
            "ya:o:nobody:1",
            "ya:o",
            f"yf:v:{application}:else",
            f"yf:v:{application}:look:99",
            "yf:v:nobody",
            f"yf:y:{application}",
            "yl:r::0",
            "yl:n:x",
            "yl:g::99",
        ):
            await wang.forge(data)
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees("申报条件　0/13")
