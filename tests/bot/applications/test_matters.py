"""What is decided about a studio that is named already: a new leader, a title withdrawn, a name changed."""

from bot.changes import BeginMatter
from bot.entities import Grant, Scope, Studio
from tests.bot.applications.scenes import HARBOUR, TODAY, got, step
from tests.bot.applications.way_scenes import also
from tests.bot.outcomes.scenes import decided
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


async def only(program: Program) -> str:
    """The id of the one matter that there is."""
    ((found,),) = program.rows("select id from applications")
    return str(found)


async def confirm(who: Chat, step: str, line: str) -> None:
    """Take the next step by a line."""
    await who.tap(f"{step}…")
    await who.say(line)
    await who.tap(f"确认{step}")


async def test_a_leader_retires(program: Program, chen: Chat, wang: Chat, lin: Chat) -> None:
    """Reported by the studio, looked at, approved, carried out: the new leader stands with day, paper and reason."""
    old = await program.person("张建国", "leader", Scope(kind="studio", key=ZHANG.id))
    new = await program.person("李强", "assessor", Scope(kind="unit", key=ZHANG.unit))
    await _reported(program, wang)
    await _decided(program, chen, lin, old, new)
    await wang.say("/apply")
    wang.sees("本工作室的事项", "更换带头人 · 已办结")


async def _reported(program: Program, wang: Chat) -> None:
    """By the studio, detail by detail; what is no name and no day is refused, the second press does nothing."""
    await wang.say("/apply")
    await wang.tap("报更换带头人…")
    wang.sees("更换带头人", "张建国工作室", "现带头人：张建国", "新带头人的姓名")
    await wang.say("张建国")
    wang.sees("张建国")
    assert program.rows("select id from applications") == []
    await wang.say("李强")
    await wang.say("2月30日")
    wang.sees("“2月30日”")
    await wang.say("2026-01-03")
    await wang.say("退休")
    wang.sees("新带头人：李强", "起始日期：2026-01-03", "原因：退休", "核对后提交")
    await wang.tap("改原因")
    await wang.say("到龄退休")
    hand_in = wang.button("提交")
    await wang.tap(hand_in)
    wang.sees("更换带头人", "现在：已提交", "● 初审")
    await wang.tap(hand_in)
    assert len(program.rows("select id from applications")) == 1


async def _decided(program: Program, chen: Chat, lin: Chat, old: Chat, new: Chat) -> None:
    """With the end of it the old leader's role ends, and both are told; who else has the role is asked about."""
    await chen.say("/applications")
    chen.sees("在办事项 1", "更换带头人 张建国工作室 · 已提交")
    await chen.tap("更换带头人 张建国工作室")
    chen.sees("新带头人：李强", "原因：到龄退休")
    assert not chen.has("退回补正")
    await confirm(chen, "初审", "1月5日 工会办")
    await lin.say("/applications")
    await lin.tap("更换带头人")
    await confirm(lin, "审定", "工会委员会 校工字〔2026〕8号")
    lin.sees("现在：已审定")
    await chen.say("/applications")
    await chen.tap("更换带头人")
    await confirm(chen, "办理", "校工会 校工字〔2026〕8号")
    chen.sees("现在：已办结", "✓ 2026-01-05 办理 校工会 校工字〔2026〕8号")
    chen.sees("✓ 2026-01-05 原带头人身份结束", "✓ 带头人身份已结束：张建国")
    chen.sees("仍有带头人身份：王海涛。", "李强还没有带头人身份")
    old.sees("2026-01-03 起由李强带头", "您在本工作室的带头人身份已结束")
    new.sees("2026-01-03 起由您带头")
    await lin.forge(f"qa:o:{await only(program)}")
    assert not lin.has("王海涛的身份")
    await chen.tap("邀请李强…")
    chen.sees("李强", "张建国工作室")
    await chen.forge(f"qa:o:{await only(program)}")
    await chen.tap("王海涛的身份")
    chen.sees("王海涛", "张建国工作室")
    await chen.forge(f"qa:o:{await only(program)}")
    studio = await program.read(lambda desk: desk.studios.get(ZHANG.id))
    assert studio is not None
    assert studio.leader == "李强"
    led = await program.read(lambda desk: desk.studios.leadings(ZHANG.id))
    assert [(each.name, each.since, each.paper, each.reason) for each in led][-1] == (
        "李强",
        "2026-01-03",
        "校工字〔2026〕8号",
        "到龄退休",
    )


async def test_a_title_is_withdrawn(program: Program, chen: Chat, wang: Chat, lin: Chat) -> None:
    """Begun by a coordinator in the source's word; the studio answers before it is approved, and not after."""
    await chen.say("/applications")
    await chen.tap("新的事项…")
    await chen.tap("撤销称号")
    chen.sees("哪个工作室")
    await chen.say("没有的")
    assert not chen.has("红旗工作室")
    await chen.say("张建国")
    await chen.tap("张建国工作室")
    chen.sees("依据哪一条")
    await chen.say("第十一条 考核不达标")
    await chen.tap("取消称号")
    await chen.say("连续两年不达标")
    chen.sees("依据：第十一条 考核不达标", "处理方式：取消称号")
    await chen.tap("提交")
    matter = await only(program)
    await wang.say("/apply")
    await wang.tap("撤销称号 · 已提交")
    wang.sees("撤销称号", "处理方式：取消称号", "原因：连续两年不达标", "申辩…")
    assert not wang.has("初审")
    await wang.forge(f"qa:s:{matter}:examined")
    wang.hears("已失效")
    await wang.tap("申辩…")
    await wang.say("设备搬迁，已补齐台账")
    wang.sees("申辩", "“设备搬迁，已补齐台账”")
    await chen.say("/applications")
    await chen.tap("撤销称号 张建国工作室")
    chen.sees("✓ 2026-01-05 申辩", "“设备搬迁，已补齐台账”")
    await confirm(chen, "初审", "校工会")
    await lin.say("/applications")
    await lin.tap("撤销称号")
    await confirm(lin, "审定", "工会委员会 校工字〔2026〕9号")
    await wang.say("/apply")
    await wang.tap("撤销称号")
    assert not wang.has("申辩…")
    await wang.forge(f"qa:v:{matter}:respond:0")
    wang.hears("已失效")
    await chen.say("/applications")
    await chen.tap("撤销称号")
    await confirm(chen, "办理", "校工会 校工字〔2026〕9号")
    chen.sees("现在：已办结")
    studio = await program.read(lambda desk: desk.studios.get(ZHANG.id))
    assert studio is not None
    assert studio.retired == "2026-01-05"


async def test_whoever_leads_a_studio_decides_nothing_about_it(
    program: Program, chen: Chat, wang: Chat, union: Chat
) -> None:
    """A coordinator who leads it may report a new leader, and neither examine it nor withdraw the title."""
    given = Grant(id=program.clock.new_id(), role="coordinator", scope=Scope(kind="all"))
    person = program._id("王海涛")
    await program._store.write(lambda desk: desk.people.grant(person, given, 1))
    await union.say("/applications")
    await union.tap("新的事项…")
    assert not union.has("撤销称号")
    await union.tap("更名")
    await union.say("张建国劳模创新工作室")
    await union.say("更名统一")
    await union.tap("提交")
    matter = await only(program)
    await wang.say("/applications")
    await wang.tap("更名 张建国工作室")
    wang.sees("新名称：张建国劳模创新工作室")
    assert not wang.has("初审…")
    await wang.forge(f"qa:s:{matter}:examined")
    wang.hears("已失效")
    await wang.say("/applications")
    await wang.tap("新的事项…")
    await wang.tap("撤销称号")
    assert not wang.has("张建国工作室")
    wang.sees("红旗工作室", "依据哪一条")
    await union.say("/applications")
    await union.tap("更名 张建国工作室")
    await union.tap("撤回")
    union.hears("已撤回")
    assert (await got(program, matter)).state == "withdrawn"


async def test_a_title_is_withdrawn_by_an_outcome(program: Program, chen: Chat, wang: Chat) -> None:
    """An approved outcome of the studio is offered as the basis; it is kept with the matter."""
    person = program._id("陈主任")
    await program._store.write(
        lambda desk: decided(desk, ZHANG.id, "nuc-2024", "2025", person, state="approved", approved_by=person)
    )
    await chen.say("/applications")
    await chen.tap("新的事项…")
    await chen.tap("撤销称号")
    await chen.tap("张建国工作室")
    await chen.tap("中北大学实施细则 2025 考核结果")
    chen.sees("依据：中北大学实施细则 2025 考核结果", "怎样处理")
    await chen.say("收回牌匾")
    await chen.say("考核不达标")
    chen.sees("处理方式：收回牌匾")
    await chen.tap("提交")
    matter = await only(program)
    said = await program.read(lambda desk: dict(desk.applications.answers(matter)))
    ((judgement,),) = program.rows("select id from judgements")
    assert said["matter.outcome"] == judgement
    chen.sees("依据：中北大学实施细则 2025 考核结果")
    chen.does_not_see(judgement)


async def test_many_carried_out_say_who_has_no_role_yet(program: Program, chen: Chat, wang: Chat) -> None:
    """Where the page of one would say it, whoever carried out many is told which new leaders to invite."""
    ids = await renamed(program, RED)
    details = {"leader": "李强", "since": "2026-01-03", "reason": "退休"}
    change = BeginMatter(
        application="matter000009", studio=ZHANG.id, matter="leader", details=details, today=TODAY
    )
    await program.make(change, by="王海涛")
    await program.person("林书记", "approver")
    for one in (*ids, "matter000009"):
        await step(program, one, "examined")
        await step(program, one, "approved", by="林书记")
    await chen.say("/applications")
    await chen.tap("在办事项（2）…")
    await chen.tap("成批办理…")
    await chen.tap("办理（2 件）…")
    await chen.tap("下一步")
    await chen.say("校工会 校工字〔2026〕9号")
    await chen.tap("确认办理")
    chen.sees("没有在办事项", "张建国工作室\n▲ 李强还没有带头人身份，请发邀请。")
    await chen.tap("打开")
    await chen.tap("邀请李强…")
    chen.sees("李强")


async def renamed(program: Program, *whose: Studio) -> list[str]:
    """Other names are asked for; returns the ids."""
    for number, each in enumerate(whose):
        details = {"called": f"{each.name}新名", "reason": "名称统一"}
        begin = BeginMatter(
            application=f"matter{number:06}", studio=each.id, matter="rename", details=details, today=TODAY
        )
        await program.make(begin, by="陈主任")
    return [f"matter{number:06}" for number in range(len(whose))]


async def test_many_are_decided_at_once(
    program: Program, chen: Chat, wang: Chat, gang: Chat, lin: Chat
) -> None:
    """By one day, decider and paper; one's own is left out, what was decided meanwhile is named with the reason."""
    ids = await renamed(program, ZHANG, RED, HARBOUR)
    await also(program, "王海涛", "coordinator")
    await wang.say("/applications")
    await wang.tap("在办事项（3）…")
    wang.sees("在办事项 3", "更名 红旗工作室 · 已提交")
    await wang.tap("成批办理…")
    await wang.tap("初审（2 件）…")
    wang.sees("初审：已选 2/2", "▲ 不在内（您自己的，由别人办理）：张建国工作室")
    await wang.tap("下一步")
    wang.sees("红旗工作室 · 更名", "海港工作室 · 更名")
    await wang.say("校工会 校工字〔2026〕7号")
    await step(program, ids[1], "examined")
    await wang.tap("确认初审")
    wang.sees("▲ 不能一起办理 1 件", "红旗工作室现在不能初审，未执行。下一步：审定")
    assert (await got(program, ids[2])).state == "submitted"
    await wang.tap("去掉这几件，办其余 1 件")
    wang.sees("海港工作室 · 更名", "文号：校工字〔2026〕7号")
    await wang.tap("确认初审")
    wang.sees("在办事项 3", "海港工作室 · 已初审")
    await step(program, ids[0], "examined")
    await lin.say("/applications")
    await lin.tap("在办事项（3）…")
    await lin.tap("成批办理…")
    await lin.tap("审定（3 件）…")
    await lin.tap("下一步")
    await lin.say("工会委员会 校工字〔2026〕9号")
    await lin.tap("确认审定")
    lin.sees("已审定")
    assert {(await got(program, one)).state for one in ids} == {"approved"}
    papers = program.rows("select distinct paper from application_steps where name = 'approved'")
    assert papers == [("校工字〔2026〕9号",)]
