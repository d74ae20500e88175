"""What comes after, and what is rare: a panel's sheet sent back, conditions and vetoes, every order of taps, English."""

from itertools import permutations

from bot.changes import DecideRuling
from rubrics.marks import ItemMarks, Occurrence
from rubrics.model import Rubric
from tests.bot.panel.scenes import ASSESSMENT, begin, enter, planned, sign, to_sign
from tests.bot.panel.test_blind import alone, ruled
from tests.bot.review.scenes import send_back
from tests.bot.walk.scenes import KINDS, NORTHWEST_44
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_what_was_sent_back_is_settled_anew(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    """The ballots stay as they were signed; the head alone changes what they came to, and only that."""
    await ruled(program, chen, "mean", "9")
    await planned(program, "周组长", "李工")
    await begin(zhou, li)
    await alone(zhou, "周组长")
    await alone(li, "李工")
    await zhou.tap("打开合议")
    await zhou.tap("签字，结束合议")
    await send_back(chen, ("3.1", "请核对台账"))
    await zhou.say("/resume")
    zhou.sees("需裁定 1 项", "3.1")
    before = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert before
    assert (before.state, before.round) == ("open", 2)
    await zhou.forge(f"np:i:{ASSESSMENT}:1.3")
    await zhou.say("4")
    await zhou.say("不应能改")
    zhou.sees("1.3 没有需要裁定的分歧")
    await zhou.forge(f"np:i:{ASSESSMENT}:3.1")
    await zhou.tap("8")
    await zhou.say("台账确不规范")
    zhou.sees("3.1 10 / 8 → 8", "总分 88.5")
    await zhou.tap("签字，结束合议")
    figures = await program.read(lambda desk: desk.visits.sheet(ASSESSMENT))
    assert figures
    assert figures["total"] == "88.5"


async def by_kinds(program: Program, form: str | None = None) -> Rubric:
    """A visit by the scheme that has everything, scored alone by two."""
    await program.publish(KINDS)
    rubric = await program.read(
        lambda desk: next(each for each in desk.library.current() if each.short == "规则样表")
    )
    change = DecideRuling(rubric=rubric.id, version=rubric.version, year=2025, ruling="panel", option="mean")
    await program.make(change, by="陈主任")
    await planned(program, "周组长", "李工", rubric=rubric.id, variant="firm", form=form)
    return rubric


async def test_a_veto_is_the_heads_to_confirm(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    rubric = await by_kinds(program)
    full = {item.no: ItemMarks(full=True) for item in rubric.items if "school" not in item.variants}
    found = {**full, "6.1": ItemMarks(taken={"a": (Occurrence(id="o1"),)})}
    await enter(program, "周组长", full)
    await enter(program, "李工", found)
    await zhou.say("/resume")
    zhou.sees("▲ 6.1a 未认定 / 认定")
    assert not zhou.has("签字，结束合议")
    await zhou.tap("▲ 6.1a")
    await zhou.tap("确认否决")
    await zhou.say("查实材料系伪造")
    zhou.sees("✓ 6.1a 未认定 / 认定 → 确认否决")
    await zhou.tap("签字，结束合议")
    figures = await program.read(lambda desk: desk.visits.sheet(ASSESSMENT))
    assert figures
    assert figures["failed"] == ["6.1 a"]
    zhou.sees("合议已签字")


async def test_a_condition_that_some_found_met(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    rubric = await by_kinds(program, "create")
    met = {gate.no: ItemMarks(gate="met") for section in rubric.gates for gate in section.items}
    await enter(program, "周组长", met)
    await enter(program, "李工", {**met, "7.1": ItemMarks(gate="unmet")})
    await zhou.say("/resume")
    zhou.sees("▲ 7.1 符合 / 不符合")
    await zhou.tap("▲ 7.1")
    await zhou.tap("不符合")
    await zhou.say("没有成文制度")
    await zhou.tap("签字，结束合议")
    figures = await program.read(lambda desk: desk.visits.sheet(ASSESSMENT))
    assert figures
    assert (figures["gates"]["7.1"], figures["gates"]["7.3"], figures["out"]) == ("unmet", "met", ["7.1"])


async def test_every_order_of_taps_gives_the_same(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    """Three cards drawn before: ＋ on each, and one of them twice; whatever comes first, three are counted."""
    await planned(program)
    await begin(zhou, li, qian)
    for number, order in enumerate(permutations(range(3))):
        item = ("1.2", "1.3", "1.4", "2.2", "2.3", "3.1")[number]
        for who in (zhou, li, qian):
            await who.forge(f"k:g:{ASSESSMENT}:{item}")
        taps = [(who, who.button("＋ a" if who.has("＋ a") else "＋ b")) for who in (zhou, li, qian)]
        for at in (*order, order[0]):
            who, button = taps[at]
            await who.tap(button)
        marks = (await program.read(lambda desk: desk.marks.of(ASSESSMENT))).marks
        most = 2 if item in {"2.2", "2.3"} else 3
        assert sum(len(taken) for taken in marks[item].taken.values()) == most


async def test_a_joint_sheet_in_english(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program, "周组长", "李工")
    await zhou.say("/lang")
    await begin(zhou, li)
    await li.say(NORTHWEST_44)
    await to_sign(li)
    await sign(li)
    zhou.sees("李工 has signed", "Not yet: 周组长")
    await zhou.tap("Go to sign")
    zhou.sees("✓ 李工", "○ 周组长", "closed when everybody has signed")
    await zhou.say("1.2 a1")
    zhou.sees("The signatures (李工) are void")
    li.sees("原签字（李工）作废")
    await zhou.forge(f"nf:o:{ASSESSMENT}")
    zhou.sees("Group and shares", "周组长 (head): none")
    await zhou.say("Youth League")
    await zhou.tap("Section 2")
    zhou.sees("Youth League: 2.1 2.2 2.3")
