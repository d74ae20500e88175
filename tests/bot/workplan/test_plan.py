"""/plan in the chat: a plan from its first line to the last task closed, sent back in between, changed with reasons."""

from tests.bot.walk.scenes import RED, ZHANG
from tests.bot.workplan.scenes import accepted, drafted
from tests.kit.chat import Chat
from tests.kit.program import Program, studio


async def test_a_plan_from_its_first_line_to_a_closed_task(program: Program, wang: Chat, chen: Chat) -> None:
    await wang.say("/plan")
    wang.sees(
        "工作计划 2026 年",
        "考核要求：年度计划（通辽市考核）",
        "○ 年度计划 还没有，2026-01-31 前提交",
        "– 1 季度 还没有",
    )
    await wang.tap("年度计划")
    wang.sees("2026 年度工作计划", "还没有写", "请于 2026-01-31 前提交（建议期限）")
    await wang.tap("开始写")
    wang.sees("○ 草稿，还没有提交", "还没有任务")
    await wang.say("液压阀改造 6月30日 王海涛\n2. 点检表编制，3月底，赵敏\n授课24次 年底")
    wang.sees(
        "▱▱▱▱▱ 0/3 完成",
        "1 ○ 点检表编制 · 2026-03-31 · 赵敏",
        "2 ○ 液压阀改造 · 2026-06-30 · 王海涛",
        "3 ○ 授课24次 · 2026-12-31",
    )
    await wang.tap("写目标…")
    await wang.say("全年节电 8%")
    wang.sees("目标：全年节电 8%")
    await wang.tap("提交审核")
    wang.sees("● 2026-01-05 提交，待审核")
    assert not wang.has("提交审核")
    await chen.settle()
    chen.sees("2026 年度工作计划", "已提交，共 3 项任务，请审核")
    await chen.tap("打开")
    await chen.tap("审核通过")
    chen.sees("✓ 陈主任 于 2026-01-05 审核通过（2026-01-05 提交）")
    await wang.settle()
    wang.sees("✓ 陈主任 审核通过")
    await wang.tap("1")
    await wang.tap("完成了…")
    await wang.say("1月4日 已发布 12 张表")
    wang.sees("2026-01-04 完成：已发布 12 张表", "请发照片或文件佐证")
    await wang.photo()
    wang.sees("● 已报完成，待核销", "佐证 📷1")
    await chen.settle()
    chen.sees("“点检表编制”已报完成，请核销")
    await chen.say("/plan")
    chen.sees("● 1 个工作室有待审核")
    await chen.tap(f"● {ZHANG.name} 1")
    chen.sees("✓ 年度计划 已通过（2026-01-05） · 0/3 完成、1 待核销")
    await chen.tap("年度计划")
    await chen.tap("1")
    await chen.tap("核销")
    chen.sees("✓ 已核销")
    await wang.say("/plan 2026")
    wang.sees("▰▱▱▱▱ 1/3 完成", "1 ✓ 点检表编制")


async def test_a_plan_that_is_sent_back_is_written_on(
    program: Program, wang: Chat, union: Chat, chen: Chat
) -> None:
    """The unit union is told where there is one; the coordinator finds it in the list."""
    await drafted(wang)
    await wang.tap("提交审核")
    await chen.settle()
    chen.does_not_see("已提交")
    await wang.say("培训 5月20日")
    wang.sees("已提交待审核，不能改", "撤回")
    await wang.tap("撤回")
    wang.sees("○ 草稿")
    await wang.tap("提交审核")
    await union.settle()
    await union.tap("打开")
    await union.tap("退回…")
    await union.say("12")
    union.sees("没有写原因")
    await union.say("缺培训任务")
    union.sees("▲ 孙主席 于 2026-01-05 退回", "意见：缺培训任务")
    await wang.settle()
    wang.sees("▲ 孙主席 退回，请修改后重新提交", "意见：缺培训任务")
    await wang.tap("打开")
    await wang.say("培训 5月20日")
    await wang.tap("提交审核")
    await chen.say("/plan")
    await chen.tap(f"● {ZHANG.name} 1")
    await chen.tap("年度计划")
    chen.sees("● 2026-01-05 提交，待审核", "上次退回意见：缺培训任务")
    await chen.tap("审核通过")
    chen.sees("✓ 陈主任 于 2026-01-05 审核通过")
    chen.does_not_see("缺培训任务")


async def test_what_changes_after_the_review_stays_visible(program: Program, wang: Chat, chen: Chat) -> None:
    await accepted(wang, chen)
    await wang.say("/plan 2026")
    await wang.tap("2")
    await wang.tap("变更…")
    wang.sees("液压阀改造 2026-06-30 王海涛")
    await wang.say("液压阀改造 9月30日")
    wang.sees("改为：液压阀改造 2026-09-30 王海涛", "变更请写原因")
    await wang.say("到货推迟")
    wang.sees("○ 未完成 · 2026-09-30", "变更前：2026-06-30　原因：到货推迟", "责任人：王海涛")
    await wang.tap("‹ 2026 年度计划")
    await wang.say("新增安全培训 5月20日 刘志强")
    wang.sees("＋ 新增安全培训 · 2026-05-20 刘志强", "变更请写原因")
    await wang.say("上级要求")
    wang.sees("0/4 完成、2 变更", "新增安全培训 · 2026-05-20 · 刘志强 · 有变更")
    await wang.tap("4")
    await wang.tap("取消任务…")
    await wang.tap("不再需要")
    wang.sees("4 – 授课24次 · 2026-12-31 · 已取消", "0/3 完成、2 变更、1 取消")
    await chen.say("/plan")
    await chen.tap(ZHANG.name)
    await chen.tap("年度计划")
    chen.sees("有变更", "已取消")
    await chen.tap("2")
    chen.sees("新增安全培训", "通过后新增　原因：上级要求")
    await chen.tap("‹ 2026 年度计划")
    await chen.tap("4")
    chen.sees("取消原因：不再需要")


async def test_a_task_is_sent_back_and_done_again(program: Program, wang: Chat, chen: Chat) -> None:
    await accepted(wang, chen)
    await wang.say("/plan 2026")
    await wang.tap("1")
    await wang.photo()
    wang.sees("佐证 📷1", "○ 未完成")
    await wang.tap("完成了…")
    await wang.say("初稿完成")
    wang.sees("2026-01-05 完成：初稿完成")
    await chen.settle()
    await chen.tap("打开")
    await chen.tap("退回…")
    await chen.say("请附定稿")
    chen.sees("▲ 被退回，请重做", "退回原因：请附定稿", "2026-01-05 完成：初稿完成")
    await wang.settle()
    wang.sees("“点检表编制”被退回", "原因：请附定稿")
    await wang.tap("打开")
    await wang.tap("完成了…")
    await wang.photo(caption="2026-01-05 定稿发布")
    wang.sees("● 已报完成", "2026-01-05 完成：定稿发布", "佐证 📷2")
    wang.does_not_see("请附定稿")
    await wang.tap("撤回完成")
    wang.sees("○ 未完成", "佐证 📷2")


async def test_done_without_proof_needs_a_reason(program: Program, wang: Chat, chen: Chat) -> None:
    await accepted(wang, chen)
    await wang.say("/plan 2026")
    await wang.tap("3")
    await wang.tap("完成了…")
    await wang.say("已讲 24 次")
    await wang.say("…")
    wang.sees("没有写原因")
    await wang.say("签到表随月报已交")
    wang.sees("没有佐证：签到表随月报已交", "▲ 没有佐证文件")


async def test_quarters_and_years_beside(program: Program, wang: Chat) -> None:
    await wang.say("/plan 二季度 抓培训\n实操培训 4月20日 刘志强\n竞赛 7月1日")
    wang.sees(
        "2 行中已记 1 行", "✗ 第 3 行“竞赛 7月1日”", "2026-07-01 不在本计划期内，请写 2026-04-01 至 2026-06-30",
        "2026 年 2 季度工作计划", "目标：抓培训", "1 ○ 实操培训 · 2026-04-20 · 刘志强",
    )  # fmt: skip
    await wang.tap("2026 年 3 季度 ›")
    wang.sees("2026 年 3 季度工作计划", "还没有写")
    await wang.tap("返回 2026 年")
    wang.sees("○ 2 季度 草稿 · 0/1 完成")
    await wang.tap("‹ 2025")
    wang.sees("工作计划 2025 年")
    await wang.tap("2026 ›", on=wang.card_message()["message_id"])
    await wang.tap("2027 ›")
    wang.sees("工作计划 2027 年")
    assert not wang.has("2028")


async def test_the_yearly_report(program: Program, wang: Chat, chen: Chat) -> None:
    await wang.say("/plan")
    await wang.tap("‹ 2025")
    await wang.tap("自评总结")
    wang.sees("2025 年度自评总结", "直接发文字，可分几次发")
    await wang.say("一、全年完成课题 3 项。")
    await wang.say("二、存在问题：场地不足。")
    wang.sees("一、全年完成课题 3 项。\n二、存在问题：场地不足。")
    await wang.document(name="2025自评总结.docx")
    wang.sees("附件 📄1")
    await wang.tap("报备")
    wang.sees("● 2026-01-05 报备，待备案")
    await wang.document(name="补充.docx")
    wang.sees("已提交待审核，不能改")
    await chen.settle()
    chen.sees("2025 年度自评总结", "已报备，请查阅备案")
    await chen.tap("打开")
    await chen.tap("备案")
    chen.sees("✓ 陈主任 于 2026-01-05 备案（2026-01-05 报备）")
    await wang.say("/plan")
    await wang.tap("‹ 2025")
    wang.sees("✓ 自评总结 已备案（2026-01-05）")


async def test_in_english(program: Program, anna: Chat, chen: Chat) -> None:
    await anna.say(
        "/plan 2026 save 8 %\nNew valve block 30 June Wang\nLectures 31 June\nCheck lists; March 31; Zhao"
    )
    anna.sees(
        "Kept 2 of 3 lines",
        "line 3 “Lectures 31 June”",
        "Day: there is no “31 June”; write 2026-06-30.",
    )
    anna.sees(
        "Plan of 2026",
        "Goals: save 8 %",
        "New valve block · 2026-06-30 · Wang",
        "Check lists · 2026-03-31 · Zhao",
    )
    await anna.tap("Hand in")
    anna.sees("● Handed in on 2026-01-05, to be reviewed")
    await chen.settle()
    await chen.tap("打开")
    await chen.tap("审核通过")
    await anna.settle()
    anna.sees("✓ Accepted by 陈主任")
    await anna.tap("Open")
    await anna.tap("2")
    await anna.tap("Done…")
    await anna.photo(caption="2026-01-04 in use, saves 8 %")
    anna.sees("● Done, to be checked · due 2026-06-30", "Done on 2026-01-04: in use, saves 8 %", "Proof 📷1")


async def test_several_studios(program: Program, chen: Chat) -> None:
    await chen.say("/plan")
    chen.sees("工作计划　请选工作室", ZHANG.name, RED.name)
    await chen.say("红旗")
    assert not chen.has(ZHANG.name)
    await chen.tap(RED.name)
    chen.sees("工作计划 2026 年", RED.name)
    assert not chen.has("开始写")
    await chen.tap("年度计划")
    assert not chen.has("开始写")
    await chen.say("任务 6月30日")
    chen.sees("您只能查看这个工作室的计划")
    await chen.tap("返回 2026 年")
    await chen.tap("其他工作室")
    chen.sees("请选工作室")


async def test_what_was_typed_outlives_a_restart(program: Program, wang: Chat, chen: Chat) -> None:
    """A change that waits for its reason, and a result that waits for its proof."""
    await accepted(wang, chen)
    await wang.say("/plan 2026")
    await wang.say("安全培训 5月20日 刘志强")
    program.pass_time(seconds=14 * 86400)
    await program.restart()
    await wang.say("上级要求")
    wang.sees("0/4 完成、1 变更", "安全培训 · 2026-05-20 · 刘志强 · 有变更")
    await wang.tap("2")
    await wang.tap("完成了…")
    await wang.say("1月18日 已培训 20 人")
    await program.restart()
    wang.sees("2026-01-18 完成：已培训 20 人")
    await wang.photo()
    wang.sees("● 已报完成", "2026-01-18 完成：已培训 20 人", "佐证 📷1")


async def test_many_studios(program: Program, wang: Chat, chen: Chat) -> None:
    """What waits stands first, also of hundreds; leaves are turned; what is typed searches."""
    await program.add(
        *(studio(f"第{number}工作室", f"矿{number:02}", number=number) for number in range(10, 55))
    )
    await drafted(wang)
    await wang.tap("提交审核")
    await chen.say("/plan")
    chen.sees("● 1 个工作室有待审核", "第 1/6 页")
    assert chen.card().split("\n")[3].startswith(f"[● {ZHANG.name} 1]")
    await chen.forge("wl:g::5")
    chen.sees("第 6/6 页")
    await chen.say("第54")
    assert chen.has("第54工作室")
    assert not chen.has("第53工作室")


async def test_a_long_report_is_read_whole(program: Program, wang: Chat) -> None:
    """The card shows its beginning, a press sends all of it; written anew it stands in place of the old one."""
    await wang.say("/plan")
    await wang.tap("自评总结")
    for number in range(1, 4):
        await wang.say(f"第{number}部分。" + "全年完成课题。" * 300)
    assert wang.has("看全文")
    await wang.tap("看全文")
    told = wang.new_messages()
    assert [text[:5] for text in told] == ["第1部分。", told[1][:5]]
    assert sum(text.count("全年完成课题。") for text in told) >= 898
    await wang.tap("重写…")
    await wang.say("只有一句话。")
    wang.sees("只有一句话。")
    assert not wang.has("看全文")
    for _ in range(5):
        await wang.say("全年完成课题。" * 400)
    wang.sees("超过 12000 字，未保存")


async def test_what_happened_is_in_the_history(program: Program, wang: Chat, chen: Chat) -> None:
    await accepted(wang, chen)
    await chen.say("/history")
    await chen.tap("人员…")
    await chen.tap("王海涛")
    chen.sees("提交了计划或总结", "写了计划任务", "写了计划或总结")
    await chen.say("/history")
    await chen.tap("人员…")
    await chen.tap("陈主任")
    chen.sees("通过了计划或总结")
