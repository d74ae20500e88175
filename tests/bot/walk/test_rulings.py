"""An answer that changes the rubric: card, quick entry, signature and sheet go by the tree under it."""

import pytest

from bot.changes import Rule
from rubrics.problems import Refused
from tests.bot.walk.scenes import NORTHWEST_44, agrees, northwest, sign
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


async def ruled(program: Program, ruling: str, option: str) -> None:
    """陈主任 decides a question for the whole campaign."""
    ((assessment,),) = program.rows("select id from assessments")
    await program.make(Rule(assessment=assessment, ruling=ruling, option=option), by="陈主任")


async def test_records_count_once_until_the_unit_rules_that_each_counts(
    program: Program, li: Chat, chen: Chat
) -> None:
    await northwest(li)
    await li.say("2.2 b2")
    assert "最多" in li.screen()
    await ruled(program, "records", "each")
    await li.say("2.2 b2 两份记录不完整")
    assert "2.2 理论授课 6/10" in li.screen()
    await li.tap("目录")
    await li.tap("2.2 ")
    li.sees("b 记录不完整 −2/份", "本项 6/10 = 10 − 2×2(b)")


async def test_the_sheet_is_signed_and_verified_under_the_ruling(
    program: Program, li: Chat, chen: Chat
) -> None:
    await northwest(li)
    await ruled(program, "records", "each")
    await ruled(program, "quarterly-weight", "every-month")
    published = (await program.read(lambda desk: desk.library.current()))[1].fingerprint
    await li.say(NORTHWEST_44)
    await li.say("2.2 a1b2")
    await li.tap("核对并签字")
    await sign(li)
    paper = Paper(li.sheet_file())
    assert paper.line("合计") == 42
    assert "每份不完整的记录扣2分" in paper.texts()
    await agrees(program, li)
    opened = program.rows("select payload from history where name = 'open_visit'")
    assert published in str(opened)


@pytest.mark.parametrize(
    ("ruling", "option", "code"),
    [
        ("records", "always", "ruling_option_unknown"),
        ("recordings", "each", "ruling_not_listed"),
    ],
)
async def test_what_is_no_answer_is_not_stored(
    program: Program, li: Chat, chen: Chat, ruling: str, option: str, code: str
) -> None:
    await northwest(li)
    with pytest.raises(Refused) as refused:
        await ruled(program, ruling, option)
    assert refused.value.problem.code == code
    ((stored,),) = program.rows("select rulings from campaigns")
    assert option not in str(stored) or option == "each"
