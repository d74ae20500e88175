"""Steps on the way of an application: whose they are, in which order and on which day, sent back, turned down."""

from typing import Any

import pytest

from bot.changes import (
    MarkItem,
    RejectApplication,
    RetireStudio,
    ReturnApplication,
    SubmitApplication,
    TakeSteps,
)
from bot.changes.applications.back import lacking
from bot.entities import Scope, Signature
from rubrics.files import latest
from rubrics.marks import EMPTY
from rubrics.periods import Period
from rubrics.run import run_lines
from tests.bot.applications.way_scenes import (
    DECIDED,
    HANDED_IN,
    TODAY,
    also,
    handed_in,
    mark,
    now,
    refused,
    step,
    take,
    taken,
    told,
)
from tests.bot.outcomes.scenes import opened
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

NUC = {"rubric": "nuc-2024", "track": "staff"}


async def sent_back(program: Program, application: str, **more: Any) -> ReturnApplication:
    """One that is sent back for its first condition and the members, as it is now."""
    said = {"lacks": ("gate.1.1.a", "basic-facts.members"), "text": "补一张照片", "on": TODAY, "today": TODAY}
    fields = {"application": application, **said, "revision": (await now(program, application)).revision}
    return ReturnApplication.model_validate({**fields, **more})


async def turned_down(program: Program, application: str, **more: Any) -> RejectApplication:
    """One that is turned down as it is now."""
    fields: dict[str, Any] = {
        "application": application,
        "text": "条件不符",
        "on": TODAY,
        "today": TODAY,
        **DECIDED,
    }
    fields["revision"] = (await now(program, application)).revision
    return RejectApplication.model_validate({**fields, **more})


async def test_the_way_to_the_name(program: Program, wang: Chat, chen: Chat, lin: Chat) -> None:
    """Each step with day, decider and paper; the name is on the list of studios with the last."""
    (one,) = await handed_in(program, ZHANG, **NUC)
    await take(program, "陈主任", one, "examined", on="2025-12-08", paper="")
    await take(program, "陈主任", one, "visited", on="2025-12-20", value="87.50", paper="")
    await take(program, "林书记", one, "approved", on="2025-12-22")
    assert await taken(program, one) == [
        "submitted",
        "examined 市总党组会",
        "visited 87.5 市总党组会",
        "approved 市总党组会",
    ]
    await refused(program, "陈主任", await step(program, one, "named"), "way_order")
    assert await told(program, f"log:{ZHANG.id}") == ["take_step"] * 3


async def test_what_the_scheme_asks_for_cannot_be_skipped(program: Program, wang: Chat, chen: Chat) -> None:
    (one,) = await handed_in(program, ZHANG)
    for name in ("examined", "visited", "reported"):
        caught = await refused(program, "陈主任", await step(program, one, name), "way_order")
        assert caught.params["steps"] == ("recommended",)
    await take(program, "陈主任", one, "recommended")
    await refused(program, "陈主任", await step(program, one, "recommended"), "way_order")


async def test_the_first_version_leaves_its_steps_open(
    program: Program, wang: Chat, chen: Chat, lin: Chat
) -> None:
    """An application that was begun before the scheme named its steps goes on without them, but not undecided."""
    (one,) = await handed_in(program, ZHANG, version=1)
    await refused(program, "陈主任", await step(program, one, "named"), "way_order")
    await take(program, "林书记", one, "approved")
    await take(program, "陈主任", one, "named")
    studio = await program.read(lambda desk: desk.studios.get(ZHANG.id))
    assert studio
    assert (studio.named_on, studio.named_by, studio.level) == (TODAY, "市总党组会", ZHANG.level)
    await refused(program, "陈主任", await step(program, one, "reported"), "way_over")


async def test_a_level_and_a_name_come_with_the_naming(
    program: Program, wang: Chat, chen: Chat, lin: Chat
) -> None:
    (one,) = await handed_in(program, ZHANG, rubric="tongliao-2020-creation", track="city")
    found = (await now(program, one)).model_copy(update={"name": "张建国劳模工作室"})
    await program._store.write(lambda desk: desk.applications.put(found))
    await take(program, "陈主任", one, "examined")
    await take(program, "林书记", one, "approved")
    await take(program, "陈主任", one, "named")
    studio = await program.read(lambda desk: desk.studios.get(ZHANG.id))
    assert studio
    assert (studio.name, studio.level, studio.named_on) == ("张建国劳模工作室", "市级", TODAY)


async def test_a_name_that_another_studio_has(program: Program, wang: Chat, chen: Chat, lin: Chat) -> None:
    (one,) = await handed_in(program, ZHANG, version=1)
    found = (await now(program, one)).model_copy(update={"name": RED.name})
    await program._store.write(lambda desk: desk.applications.put(found))
    await take(program, "林书记", one, "approved")
    await refused(program, "陈主任", await step(program, one, "named"), "studio_name_taken")


async def test_whose_step_it_is(
    program: Program, wang: Chat, chen: Chat, lin: Chat, union: Chat, li: Chat
) -> None:
    """The unit recommends, coordinators examine, approvers approve; nobody else does any of it."""
    one, other = await handed_in(program, ZHANG, RED)
    for name in ("王海涛", "李工", "林书记"):
        await refused(program, name, await step(program, one, "recommended"), "not_yours")
    await refused(program, "孙主席", await step(program, other, "recommended"), "not_yours")
    await take(program, "孙主席", one, "recommended")
    await refused(program, "孙主席", await step(program, one, "examined"), "not_yours")
    await take(program, "陈主任", one, "examined", "visited")
    await refused(program, "陈主任", await step(program, one, "approved"), "not_yours")
    await refused(program, "林书记", await step(program, one, "approved"), "way_order")
    narrow = Scope(kind="unit", key=RED.unit)
    await program.person("牛主任", "coordinator", narrow)
    await refused(program, "牛主任", await turned_down(program, one), "not_yours")


async def test_nobody_decides_about_their_own_studio(
    program: Program, wang: Chat, chen: Chat, hong: Chat
) -> None:
    await also(program, "洪师傅", "coordinator")
    (one,) = await handed_in(program, RED)
    await refused(program, "洪师傅", await step(program, one, "recommended"), "way_own")
    await refused(program, "洪师傅", await turned_down(program, one), "way_own")
    await refused(program, "洪师傅", await sent_back(program, one), "way_own")


async def test_who_examined_it_does_not_approve_it(
    program: Program, wang: Chat, chen: Chat, lin: Chat
) -> None:
    await also(program, "陈主任", "approver")
    (one,) = await handed_in(program, ZHANG, rubric="tongliao-2020-creation", track="city")
    await take(program, "陈主任", one, "examined")
    await refused(program, "陈主任", await step(program, one, "approved"), "way_approve_own")
    await take(program, "林书记", one, "approved")


BAD = [
    ({"on": "2026-01-06"}, "way_day_ahead"),
    ({"on": "2025-11-30"}, "way_day_before"),
    ({"on": "2026-02-30"}, "way_day"),
    ({"on": "20260105"}, "way_day"),
    ({"on": "12.5.5"}, "way_day"),
    ({"decider": " "}, "way_no_decider"),
    ({"decider": "会" * 61}, "way_long"),
    ({"paper": "号" * 61}, "way_long"),
    ({"text": "字" * 1001}, "way_long"),
    ({"revision": 7}, "way_changed"),
    ({"application": "nobody"}, "not_yours"),
    ({"value": "90"}, "not_yours"),
]


@pytest.mark.parametrize(("wrong", "code"), BAD)
async def test_bad_input(program: Program, wang: Chat, chen: Chat, wrong: dict[str, Any], code: str) -> None:
    (one,) = await handed_in(program, ZHANG)
    press = await step(program, one, "recommended")
    await refused(program, "陈主任", press.model_copy(update=wrong), code)
    await take(program, "陈主任", one, "recommended", on=HANDED_IN)


@pytest.mark.parametrize("value", ["九十", "-1", "1001", "90.555", "90.", ".5", "1e2", "９０分", "inf"])
async def test_a_score_that_is_none(program: Program, wang: Chat, chen: Chat, value: str) -> None:
    (one,) = await handed_in(program, ZHANG, version=1)
    await refused(program, "陈主任", await step(program, one, "visited", value=value), "way_score")
    await take(program, "陈主任", one, "visited", value="８９．５")
    assert "visited 89.5 市总党组会" in await taken(program, one)


async def test_decisions_that_need_a_paper(program: Program, wang: Chat, lin: Chat) -> None:
    (one,) = await handed_in(program, ZHANG, version=1)
    await refused(program, "林书记", await step(program, one, "approved", paper=" "), "way_no_paper")


async def test_the_second_press(program: Program, wang: Chat, chen: Chat) -> None:
    """It is refused, whatever it would do now."""
    (one,) = await handed_in(program, ZHANG, version=1)
    press = await step(program, one, "recommended")
    await program.make(press, by="陈主任")
    await refused(program, "陈主任", press, "way_changed")


async def test_one_decision_about_many_is_all_or_none(
    program: Program, wang: Chat, chen: Chat, hong: Chat
) -> None:
    await also(program, "洪师傅", "coordinator")
    first, second = await handed_in(program, ZHANG, RED)
    both = {"applications": (first, second), "step": "recommended", "on": TODAY, "today": TODAY, **DECIDED}
    shown = await mark(program, first, second)
    await refused(program, "洪师傅", TakeSteps.model_validate({**both, "mark": shown}), "way_own")
    press = TakeSteps.model_validate({**both, "mark": shown})
    await program.make(press, by="陈主任")
    assert [(await now(program, one)).state for one in (first, second)] == ["recommended"] * 2
    await refused(program, "陈主任", press, "way_changed")
    assert await told(program, "applications:dalian-2019:2026") == ["take_steps"]
    await take(program, "陈主任", first, "examined")
    again = {**both, "step": "examined", "mark": await mark(program, first, second)}
    await refused(program, "陈主任", TakeSteps.model_validate(again), "way_order")
    twice = {**again, "applications": (second, second), "mark": await mark(program, second)}
    await refused(program, "陈主任", TakeSteps.model_validate(twice), "not_yours")


async def test_sent_back_with_a_list(program: Program, wang: Chat, chen: Chat, union: Chat) -> None:
    """What is to be completed, place by place; the recommendation stands, all after it is done again."""
    (one,) = await handed_in(program, ZHANG)
    await take(program, "孙主席", one, "recommended")
    await take(program, "陈主任", one, "examined")
    for wrong, code in (
        ({"lacks": (), "text": " "}, "way_lack_none"),
        ({"lacks": ("basic-facts.nothing",)}, "not_yours"),
        ({"text": "……"}, "way_no_reason"),
        ({"on": "2025-01-01"}, "way_day_before"),
    ):
        await refused(program, "陈主任", await sent_back(program, one, **wrong), code)
    await refused(program, "孙主席", await sent_back(program, one), "not_yours")
    await program.make(await sent_back(program, one), by="陈主任")
    (last,) = await program.read(lambda desk: desk.applications.steps(one)[-1:])
    assert lacking(last) == (("gate.1.1.a", "basic-facts.members"), "补一张照片")
    await refused(program, "陈主任", await step(program, one, "visited"), "way_theirs")
    await refused(program, "陈主任", await sent_back(program, one), "way_theirs")
    await refused(program, "王海涛", SubmitApplication(application=one, today=TODAY), "apply_gaps")
    found = (await now(program, one)).model_copy(update={"state": "submitted"})
    await program._store.write(lambda desk: desk.applications.put(found))
    caught = await refused(program, "陈主任", await step(program, one, "visited"), "way_order")
    assert caught.params["steps"] == ("examined",)
    await take(program, "陈主任", one, "examined")


async def test_who_recommends_sends_back_what_was_handed_in(
    program: Program, wang: Chat, union: Chat
) -> None:
    (one,) = await handed_in(program, ZHANG)
    await program.make(await sent_back(program, one, lacks=()), by="孙主席")
    assert (await now(program, one)).state == "returned"


async def test_too_late_to_complete(program: Program, wang: Chat, chen: Chat, lin: Chat) -> None:
    (one,) = await handed_in(program, ZHANG, version=1)
    await take(program, "林书记", one, "approved")
    await refused(program, "陈主任", await sent_back(program, one), "way_no_return")


async def test_turned_down(program: Program, wang: Chat, chen: Chat, lin: Chat) -> None:
    """With a reason, until the end; a draft is nobody's but the applicant's."""
    (one,) = await handed_in(program, ZHANG, version=1)
    await refused(program, "陈主任", await turned_down(program, one, text=""), "way_no_reason")
    await refused(program, "陈主任", await turned_down(program, one, decider=""), "way_no_decider")
    await refused(program, "王海涛", await turned_down(program, one), "not_yours")
    await take(program, "林书记", one, "approved")
    await program.make(await turned_down(program, one), by="陈主任")
    assert (await now(program, one)).state == "rejected"
    await refused(program, "陈主任", await turned_down(program, one), "way_over")
    await refused(program, "陈主任", await step(program, one, "named"), "way_over")
    assert await told(program, f"log:{ZHANG.id}") == ["take_step", "reject_application"]


async def test_a_studio_that_is_retired(program: Program, wang: Chat, chen: Chat) -> None:
    (one,) = await handed_in(program, ZHANG)
    await program.make(RetireStudio(studio=ZHANG.id, today=TODAY, reason="撤销"), by="陈主任")
    await refused(program, "陈主任", await step(program, one, "recommended"), "studio_retired")
    await program.make(await turned_down(program, one), by="陈主任")


async def test_drafts_are_nobodys_business(program: Program, wang: Chat, chen: Chat) -> None:
    (one,) = await handed_in(program, ZHANG)
    found = (await now(program, one)).model_copy(update={"state": "draft"})
    await program._store.write(lambda desk: desk.applications.put(found))
    await refused(program, "陈主任", await step(program, one, "recommended"), "way_theirs")
    await refused(program, "陈主任", await turned_down(program, one), "way_theirs")


@pytest.mark.parametrize("unmet", [False, True])
async def test_the_signed_sheet_of_the_visit_says_how_many_conditions_hold(
    program: Program, wang: Chat, chen: Chat, li: Chat, unmet: bool
) -> None:
    """An open sheet says nothing yet; a condition that must hold and does not asks for a reason."""
    (one,) = await handed_in(program, ZHANG)
    await take(program, "陈主任", one, "recommended", "examined")
    person = program._id("李工")
    sheet = await program._store.write(lambda desk: opened(desk, ZHANG.id, "dalian-2019", "2026", person))
    rubric = latest("dalian-2019")
    lines = [f"{item.no} {'3' if item.no == '2.3' else '是'}" for item in rubric.gate_items]
    marks, problems = run_lines(rubric, "\n".join(lines), Period.parse("2026"))
    if unmet:
        marks |= run_lines(rubric, "1.1 否", Period.parse("2026"))[0]
    assert not problems
    for item, after in marks.items():
        await program.make(MarkItem(assessment=sheet, item=item, before=EMPTY, after=after), by="李工")
    press = await step(program, one, "visited", text="")
    if not unmet:
        await program.make(press.model_copy(update={"value": "90"}), by="陈主任")
        assert (await taken(program, one))[-1] == "visited 90 市总党组会"
        return
    figures = {"total": "0", "deducted": "0", "bonus": "0", "items": {}}
    signature = Signature(person=person, name="李工", role="head", at=1)
    await program._store.write(lambda desk: desk.visits.sign(sheet, signature, "0" * 64, figures))
    caught = await refused(program, "陈主任", press, "way_condition_unmet")
    assert caught.params["items"] == ("1.1",)
    await program.make(press.model_copy(update={"text": "已补办手续"}), by="陈主任")
    held = len(rubric.gate_items) - 1
    assert (await taken(program, one))[-1] == f"visited {held}/{held + 1} 市总党组会"
