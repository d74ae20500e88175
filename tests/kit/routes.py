"""Two walks as bursts of acts, each act with the rows that it must leave: the worked case of 44 and an award rubric.

What is sent within a burst does not depend on what is seen meanwhile, so the rows and their order are the same
however often the program dies on the way.
"""

from tests.kit.acts import Burst, Paper, Photo, Say, Tap, Wait

COMMENTS = ("综合", "台账不全", "三月底前补齐")


def opening(studio: str, rubric: str, year: int) -> tuple[Burst, ...]:
    """From /assess to the first card."""
    return (
        (Say("/assess"),),
        (Tap(studio, "选择工作室"),),
        (Tap(rubric, "选择考核标准"),),
        (Tap(f"{year} 年", "选择考核期", ("open",)),),
    )


def closing(total: str) -> tuple[Burst, ...]:
    """From the check of the gaps to the sheet in the chat."""
    strengths, problems, advice = COMMENTS
    return (
        (Tap("保留缺项", "核对 · ", ("gaps",)),),
        (
            Wait("请发送“优点”"),
            Say(strengths, (f"comment strengths {strengths}",)),
            Say(problems, (f"comment problems {problems}",)),
            Say(advice, (f"comment advice {advice}",)),
        ),
        (Tap("签字", "签字后不能改动", (f"sign {total}",), until="✓ 已签字"),),
        (Wait(f"总分 {total} · 校验码"),),
    )


def northwest(studio: str, year: int) -> tuple[Burst, ...]:
    """The deduct rubric to 44, with two entries taken back and one score by hand replaced."""
    return (
        *opening(studio, "西北能化考核", year),
        (
            Tap("a ☐", "› 1.1 ", ("mark 1.1 a",)),
            Say("没有物资档案", ("note 1.1 没有物资档案",)),
            Photo(rows=("photo 1.1 ?",)),
        ),
        (Tap("1.2 ›", "› 1.1 "),),
        (
            Tap("＋ a", "› 1.2 ", ("mark 1.2 a",)),
            Say("一月未更新", ("note 1.2 一月未更新",)),
            Say("1.2 +a 二月未更新", ("mark 1.2 a2", "note 1.2 二月未更新")),
        ),
        (
            Say("1.3 a1b2", ("mark 1.3 a b2",)),
            Photo("1.3 台账", ("photo 1.3 ?",)),
            Say("/undo", ("undo attach_evidence 1.3",)),
            Photo("1.3 台账第二页", ("photo 1.3 ?",)),
        ),
        (
            Say("1.4 a3 缺三项制度", ("mark 1.4 a3", "note 1.4 缺三项制度")),
            Photo("1.4 制度汇编", ("photo 1.4 ?", "part ?", "part ?"), count=3),
            Say("/sheet"),
        ),
        (Tap("目录", "› 1.3 "),),
        (Tap("1.5 ○", "西北能化考核 · "),),
        (Tap("b ☐", "› 1.5 ", ("mark 1.5 b",)), Say("一季度没有记录", ("note 1.5 一季度没有记录",))),
        (Tap("2.1 ›", "› 1.5 "),),
        (Tap("a ☐", "› 2.1 ", ("mark 2.1 a",)), Say("只带一人", ("note 2.1 只带一人",))),
        (Tap("b ☐", "☑ a 带徒", ("mark 2.1 a b",)), Paper("2.1 协议", ("document 2.1 ?",))),
        (Tap("＋ c", "☑ b 月度", ("mark 2.1 a b c",)),),
        (
            Say("2.2 ab\n2.3 满", ("mark 2.2 a b", "mark 2.3 full")),
            Say("3.1 b2", ("mark 3.1 b2",)),
            Photo("3.1", ("photo 3.1 ?",)),
        ),
        (
            Say("3.2 ab", ("mark 3.2 a b",)),
            Say("3.3 a2b", ("mark 3.3 a2 b",)),
            Say("3.3 +c", ("mark 3.3 a2 b c",)),
            Say("/undo", ("undo mark_item 3.3",)),
        ),
        (Tap("‹ 3.2", "› 3.3 "),),
        (Tap("目录", "› 3.2 "),),
        (Tap("4.1 ○", "西北能化考核 · "),),
        (
            Tap("✓ 无扣分，下一项", "› 4.1 ", ("mark 4.1 full",)),
            Say("4.1 满"),
            Photo("4.1 案例", ("photo 4.1 ?",)),
        ),
        (
            Tap("其他分数", "› 4.2 "),
            Say("2.5", ("mark 4.2 hand 2.5",)),
            Say("先记一半", ("note 4.2 先记一半",)),
            Say("4.2 a", ("mark 4.2 a",)),
        ),
        (Say("5.1 a", ("mark 5.1 a",)), Say("5.4 a2 两项专利", ("mark 5.4 a2", "note 5.4 两项专利"))),
        (Tap("核对并签字", "13 项已评完"),),
        *closing("44"),
    )


def tongliao(studio: str, year: int) -> tuple[Burst, ...]:
    """The award rubric to 72, mostly one tap an item."""
    return (
        *opening(studio, "通辽市考核", year),
        (Tap("a ☐", "› 1.1 ", ("mark 1.1 a",)), Say("有攻关成果", ("note 1.1 有攻关成果",))),
        (Tap("c ☐", "☑ a 主持", ("mark 1.1 a c",)), Photo(rows=("photo 1.1 ?",))),
        (Tap("1.2 ›", "› 1.1 "),),
        (
            Tap("b ☐", "› 1.2 ", ("mark 1.2 b",)),
            Say("1.2 ab", ("mark 1.2 a b",)),
            Say("/undo", ("undo mark_item 1.2",)),
        ),
        (Tap("2.1 ›", "› 1.2 "),),
        (Tap("✓ 全部达标，下一项", "› 2.1 ", ("mark 2.1 full",)), Say("设备很好", ("note 2.2 设备很好",))),
        (
            Say("2.2 b 缺维护记录", ("mark 2.2 b", "note 2.2 缺维护记录")),
            Photo("2.2", ("photo 2.2 ?", "part ?"), count=2),
        ),
        (
            Say("2.3 a", ("mark 2.3 a",)),
            Say("2.4 ab", ("mark 2.4 a b",)),
            Say("/sheet"),
            Say("2.5 ab", ("mark 2.5 a b",)),
        ),
        (Tap("目录", "› 2.2 "),),
        (Tap("2.6 ○", "通辽市考核 · "),),
        (Tap("a ☐", "› 2.6 ", ("mark 2.6 a",)), Paper("2.6 台账", ("document 2.6 ?",))),
        (Tap("3.1 ›", "› 2.6 "),),
        (Tap("✓ 满分，下一项", "› 3.1 ", ("mark 3.1 full",)), Photo(rows=("photo 3.2 ?",))),
        (Tap("0 分", "› 3.2 ", ("mark 3.2 zero",)), Say("没有成果", ("note 3.2 没有成果",))),
        (Say("4.1 8 仅有两项", ("mark 4.1 hand 8", "note 4.1 仅有两项")), Say("4.1 a", ("mark 4.1 a",))),
        (
            Say("4.2 a", ("mark 4.2 a",)),
            Say("5.2 0", ("mark 5.2 zero",)),
            Photo("4.2 合影", ("photo 4.2 ?",)),
        ),
        (Tap("目录", "› 3.2 "),),
        (Tap("5.1 ○", "通辽市考核 · "),),
        (Tap("✓ 满分，下一项", "› 5.1 ", ("mark 5.1 full",)), Say("5.3 满", ("mark 5.3 full",))),
        (Tap("核对并签字", "15 项已评完"),),
        *closing("72"),
    )
