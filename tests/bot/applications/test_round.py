"""A round at the desk: begun, listed by kind and state in leaves, ticked, taken on paper; in English too."""

from bot.changes.applications.round import SetRound
from bot.entities import Application, ApplicationStep, Scope
from bot.store import StoreDesk
from tests.bot.applications.scenes import DALIAN, HARBOUR, begun, got, handed_in, steps, to_round
from tests.bot.applications.way_scenes import handed_in as stored
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program, studio


async def test_a_round_is_begun_before_anybody_applied(program: Program, chen: Chat, wang: Chat) -> None:
    """Its last day and its places hold for whoever applies; what is no day and no number changes nothing."""
    await chen.say("/applications")
    chen.sees("还没有申报")
    await chen.tap("新一轮申报…")
    await chen.tap("大连市推荐申报")
    chen.sees("大连市推荐申报 2026", "这里没有申报")
    await chen.tap("名额…")
    chen.sees("请发各类合计的名额")
    await chen.tap("返回")
    await chen.tap("辽宁省职工创新工作室")
    await chen.tap("名额…")
    for wrong in ("八", "0", "-3", "3.5"):
        await chen.say(wrong)
        assert program.rows("select count(*) from rounds") == [(0,)]
    await chen.say("5")
    chen.sees("名额：辽宁省职工创新工作室 5")
    await chen.tap("全部类别")
    chen.sees("名额：辽宁省劳模创新工作室 7", "名额：辽宁省职工创新工作室 5")
    await chen.tap("报送截止…")
    for wrong in ("6月31日", "12.5.5", "明年", "2031-01-01"):
        await chen.say(wrong)
        chen.sees("未")
    await chen.say("1月31日")
    chen.sees("报送截止：2026-01-31")
    await begun(program, "王海涛")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees("报送截止：2026-01-31")


async def test_a_long_list_is_leafed_filtered_and_ticked(program: Program, chen: Chat, wang: Chat) -> None:
    """Ten of one kind and one of the other: two of the ten are left out of one decision."""
    for number in range(4, 14):
        one = studio(f"{number} 号工作室", "三矿", number=number)
        await program.add(one)
        await handed_in(program, await _leader(program, number), one.id, one.name)
    await handed_in(program, "王海涛", track="staff")
    await to_round(chen)
    chen.sees("已提交 11", "第 1/2 页")
    await chen.tap("辽宁省职工创新工作室")
    chen.sees("1 ● 张建国工作室 · 已提交")
    chen.does_not_see("号工作室")
    await chen.tap("辽宁省劳模创新工作室")
    await chen.tap("下一页")
    chen.sees("第 2/2 页")
    await chen.tap("推荐（10 份）…")
    chen.sees("推荐：已选 10/10")
    await chen.tap("全部去掉")
    chen.sees("推荐：已选 0/10")
    assert not chen.has("下一步")
    await chen.tap("全部勾选")
    await chen.tap("☑ 10 号")
    await chen.tap("下一页")
    await chen.tap("☑ 8 号")
    chen.sees("推荐：已选 8/10")
    await chen.tap("下一步")
    chen.sees("8 份：", "4 号工作室")
    chen.does_not_see("10 号工作室", "8 号工作室、")
    await chen.say("市教育工会 教工〔2026〕1号")
    await chen.tap("确认推荐")
    chen.sees("已提交 2", "已推荐 8")
    await chen.tap("已提交 2")
    chen.sees("1 ● 10 号工作室 · 已提交")
    chen.does_not_see("4 号工作室")
    await chen.tap("推荐汇总表")
    chen.sees("推荐汇总表")


async def _leader(program: Program, number: int) -> str:

    name = f"{number} 号"
    await program.person(name, "leader", Scope(kind="studio", key=f"studio{number:07d}"))
    return name


async def test_a_coordinator_of_one_unit_has_only_theirs(program: Program, wang: Chat, hong: Chat) -> None:
    """No round is begun by them, and no line drawn through others' applications."""
    await handed_in(program, "王海涛")
    other = await handed_in(program, "洪师傅", RED.id, RED.name)
    narrow = await program.person("一矿干事", "coordinator", Scope(kind="unit", key="一矿"))
    await to_round(narrow)
    narrow.sees("已提交 1", "张建国工作室")
    narrow.does_not_see("红旗工作室")
    assert not narrow.has("报送截止…")
    await narrow.forge(f"qa:o:{other}")
    narrow.hears("没有这份申报，或不在您的权限内")


async def test_in_english(
    program: Program, chen: Chat, wang: Chat, hong: Chat, gang: Chat, helen: Chat
) -> None:
    """The ranking as a reader sees it, and what is being decided as a coordinator does."""
    one = await handed_in(program, "王海涛")
    two = await handed_in(program, "洪师傅", RED.id, RED.name)
    three = await handed_in(program, "港生", HARBOUR.id, HARBOUR.name)
    for number, each in enumerate((one, two, three)):
        await steps(program, each, "recommended", "examined")
        await steps(program, each, "visited", value=str(90 - number // 2))
    ruth = await program.person("Ruth", "coordinator", language="en")
    await ruth.say("/applications")
    ruth.sees("inspected 3", "· 3 for you")
    await ruth.tap("1 Dalian")
    ruth.sees("90 points", "89 points")
    await ruth.tap("Liaoning model worker")
    await ruth.tap("Selection…")
    ruth.sees("Places 7, candidates 3", "nobody is left out")
    await ruth.tap("Places…")
    await ruth.say("1")
    ruth.sees("1 张建国工作室 90 ▲\n────\n1 红旗工作室 90 ▲", "2 equal across the line, 1 places left")
    await ruth.tap("□ 红旗工作室 first")
    await ruth.tap("Draw the line…")
    await ruth.say("the older studio")
    ruth.sees("Places: 1", "“the older studio”", "Decided by: — ▲ please send")
    await ruth.say("5 Jan expert group No. 3")
    ruth.sees("Day: 2026-01-05", "Decided by: expert group", "Paper: No. 3")
    await ruth.tap("Confirm: selection")
    ruth.sees("selected 1", "not selected 2")
    await helen.say("/applications")
    await helen.tap("1 Dalian")
    await helen.tap("Liaoning model worker")
    await helen.tap("Selection…")
    helen.sees("Line drawn", "1 红旗工作室\n────\n1 张建国工作室\n3 海港工作室")
    assert not helen.has("Lift")
    await ruth.say("/applications")
    await ruth.tap("New matter…")
    await ruth.tap("Withdrawal of the title")
    await ruth.say("红旗")
    await ruth.tap("红旗工作室")
    ruth.sees("By which clause or assessment? Send it")
    await ruth.say("clause 11")
    ruth.sees("In which word?", "[withdraw the title]")
    await ruth.tap("withdraw the title")
    ruth.sees("取消称号", "Why is the title withdrawn?")


async def test_rounds_of_old_are_behind_a_button(program: Program, chen: Chat, union: Chat) -> None:
    """The newest five come first; whoever holds no round of their own sees none."""
    for year in range(2020, 2028):
        change = SetRound(rubric=DALIAN, year=year, deadline=f"{year}-06-30")
        await program.make(change, by="陈主任")
    await chen.say("/applications")
    chen.sees("1 大连市推荐申报 2027", "5 大连市推荐申报 2023")
    chen.does_not_see("2022")
    await chen.tap("往年（3）…")
    chen.sees("6 大连市推荐申报 2022", "8 大连市推荐申报 2020", "报送截止：2020-06-30")
    await chen.tap("8 大连市推荐申报 2020")
    chen.sees("这里没有申报")
    await union.say("/applications")
    union.sees("还没有申报")


async def test_a_long_ranking_is_folded_around_the_line(program: Program, chen: Chat, wang: Chat) -> None:
    """Sixty candidates fit into a message: the best, and both sides of the line."""
    person = program._id("王海涛")

    def put(desk: StoreDesk) -> None:
        for number in range(60):
            desk.applications.put(
                Application(
                    id=f"many{number:09d}",
                    rubric=DALIAN,
                    version=2,
                    year=2026,
                    track="model",
                    name=f"第 {number + 1} 个申报创新工作室",
                    unit="一矿",
                    studio=ZHANG.id,
                    state="visited",
                    by=person,
                    at=1,
                    changed=1,
                )
            )
            desk.applications.step(
                ApplicationStep(
                    application=f"many{number:09d}",
                    place=0,
                    name="visited",
                    on="2026-01-05",
                    value=str(100 - number),
                    by=person,
                    at=1,
                )
            )

    await program._store.write(put)
    await to_round(chen)
    await chen.tap("辽宁省劳模创新工作室")
    await chen.tap("差额遴选…")
    await chen.tap("名额…")
    await chen.say("40")
    chen.sees(
        "名额 40，参加 60", "10 第 10 个", "…\n25 第 25 个", "40 第 40 个", "────\n41 第 41 个", "55 第 55 个"
    )
    chen.does_not_see("第 11 个", "第 60 个")


async def test_a_scheme_without_kinds_and_steps_of_its_own(
    program: Program, chen: Chat, wang: Chat, hong: Chat, lin: Chat
) -> None:
    """What it does not name may be left out: straight to the line, or to the approval."""
    one, two = await stored(program, ZHANG, RED, rubric="northwest-2025", track="", version=3)
    await to_round(chen, "西北能化考核")
    await chen.tap("名额…")
    await chen.say("1")
    chen.sees("名额：全部 1")
    await chen.tap("差额遴选…")
    chen.sees("名额 1，参加 2", "– 张建国工作室 —", "────", "2 个并列跨线")
    await chen.tap("□ 红旗工作室 在前")
    await chen.tap("划线…")
    await chen.say("条件更好")
    await chen.say("评审会")
    await chen.tap("确认遴选")
    chen.sees("已入选 1", "未入选 1")
    await lin.say("/applications")
    await lin.tap("待办 1")
    await lin.tap("审定（1 份）…")
    await lin.say("党委会 西北能化〔2026〕1号")
    await lin.tap("确认审定")
    lin.sees("已审定 1")
    assert ((await got(program, one)).state, (await got(program, two)).state) == ("submitted", "approved")
