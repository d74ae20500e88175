"""What comes after, and what is rare: a panel's sheet sent back, conditions and vetoes, every order of taps, English."""

from itertools import permutations

from bot.changes import DecideAppeal, DecideRuling, FileAppeal
from bot.changes.official import official
from bot.store import StoreDesk
from rubrics.marks import ItemMarks, Occurrence
from rubrics.model import Rubric
from rubrics.points import show
from tests.bot.panel.scenes import ASSESSMENT, begin, enter, planned, sign, to_sign
from tests.bot.panel.test_blind import alone, ruled
from tests.bot.review.scenes import send_back
from tests.bot.walk.scenes import KINDS, NORTHWEST_44, ZHANG
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


async def test_an_appeal_over_a_panels_item(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, wang: Chat
) -> None:
    """What is granted takes the place of what the ballots came to; the rest stays exact until the one rounding."""
    await ruled(program, chen, "mean", "9")
    await planned(program)
    for who, name in ((zhou, "周组长"), (li, "李工"), (qian, "钱工")):
        await begin(who)
        await alone(who, name)
    await zhou.tap("打开合议")
    await zhou.tap("签字，结束合议")
    appeal = FileAppeal(
        appeal="appeal0000001",
        assessment=ASSESSMENT,
        item="1.3",
        reason="台账齐全",
        signed="2026-01-05",
        today="2026-01-05",
    )
    await program.make(appeal, by="王海涛")
    filed = await program.read(lambda desk: desk.appeals.get("appeal0000001"))
    assert filed
    assert filed.old == "2.33"
    await program.make(DecideAppeal(appeal="appeal0000001", new="4", ruling="补看了台账"), by="陈主任")

    def counts(desk: StoreDesk) -> tuple[str, str]:
        (one,) = official(desk, "northwest-2025", ["2025-12"], [desk.studios.get(ZHANG.id) or ZHANG])
        return show(one.signed_total), show(one.total)

    assert await program.read(counts) == ("91", "92.67")


async def test_a_member_whose_role_ended_holds_nobody_up(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    """Their card stays as it was; they are taken out, and the others sign."""
    await planned(program)
    await begin(zhou, li, qian)
    await program.revoke("钱工")
    before = qian.screen()
    await li.say(NORTHWEST_44)
    zhou.sees("总分 44")
    assert qian.screen() == before
    for who in (li, zhou):
        await to_sign(who)
        await sign(who)
    await zhou.forge(f"nf:l:{ASSESSMENT}")
    await zhou.tap("钱工")
    await zhou.say("已不在岗")
    await zhou.tap("移出 钱工")
    found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert found
    assert (found.state, len(found.signatures)) == ("signed", 2)


async def test_a_joint_sheet_that_was_sent_back_is_signed_by_all_again(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program, "周组长", "李工")
    await begin(zhou, li)
    await li.say(NORTHWEST_44)
    for who in (li, zhou):
        await to_sign(who)
        await sign(who)
    await send_back(chen, ("1.3", "请重看台账"))
    await li.say("/resume")
    await li.say("1.3 a1")
    for who, state in ((li, "open"), (zhou, "signed")):
        await who.say("/resume")
        await to_sign(who)
        await sign(who)
        found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
        assert found
        assert (found.state, found.round) == (state, 2)
    figures = await program.read(lambda desk: desk.visits.sheet(ASSESSMENT))
    assert figures
    assert figures["total"] == "46"
