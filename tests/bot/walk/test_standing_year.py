"""A year of one studio in the chats: registers, fund, plans and forty activities, then the cards of 002 and of 000.

The tables were worked out by hand from the sources and the days below, before the program was asked: 002 takes 2 for a
rule that is not there (工作室管理制度), 5 for a year or quarter without a plan, 2 for a month in which the apprentice
is not up to it, 5 for a half-year without a case, for a year without a patent or a finished project of its own; 000
gives points for what is there.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.entities import Scope
from tests.bot.file.test_excel import changed, columns, exported, sent
from tests.bot.fund.test_fund import open_studio
from tests.bot.walk.scenes import ZHANG, open_item, sign
from tests.bot.walk.test_half_year import until
from tests.kit.chat import Chat
from tests.kit.program import Program

MEMBERS = (("王强", "液压", "高级工", "2024-05-01", "组长"), ("李强", "液压", "中级工", "2024-05-01", "记录"))
EQUIPMENT = (("台钻", "2024-03-01", "李强"), ("车床", "2025-06-01", "赵敏"))
RULES = (("运行办法", "运行办法"), ("学习培训制度", "学习培训"), ("成员考核制度", "成员考核"))
"""Of what 002 1.4 lists, 工作室管理制度 is not there all year."""

LOG = """\
2026-01-08 授课 液压阀检修
2026-01-12 实操 电缆接头制作
2026-01-15 授课 减速机润滑
2026-01-20 实操 绞车制动调整
2026-01-22 学习交流 主运输带节能
2026-01-27 课题攻关活动 液压阀改造
2026-03-10 案例 水泵抢修
2026-04-07 授课 变频器
2026-04-09 实操 变频器接线
2026-04-14 授课 密封圈选型
2026-04-16 实操 密封圈更换
2026-04-21 学习交流 检修工艺
2026-04-24 课题攻关活动 液压阀试验
2026-05-08 授课 电机振动
2026-05-12 实操 联轴器找正
2026-05-15 授课 轴承安装
2026-05-20 学习交流 节电
2026-05-26 课题攻关活动 液压阀样机
2026-06-04 授课 传感器
2026-06-08 实操 传感器校验
2026-06-11 授课 诊断方法
2026-06-15 实操 诊断仪
2026-06-17 学习交流 半年经验
2026-06-19 课题攻关活动 液压阀装机
2026-06-23 成果申报 快速换带工装 3项
2026-06-26 季度获奖 换带工装二等奖
2026-08-11 授课 安全规程
2026-10-13 学习交流 外出学习
2026-11-05 授课 供电系统
2026-11-09 实操 开关检修
2026-11-12 授课 防爆检查
2026-11-16 实操 防爆面
2026-11-18 学习交流 冬季检修
2026-11-20 课题攻关活动 液压阀验收
2026-12-03 授课 年度复训
2026-12-07 实操 复训考核
2026-12-10 授课 新设备
2026-12-14 实操 新设备操作
2026-12-17 学习交流 年度总结
2026-12-21 成果申报 液压阀 2项
"""
"""Forty activities: in May one training too few, in August hardly anything, in December no research."""

CARDS = """\
2026-01 1.4 档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理） → a×1（−2）
2026-01 3.1 档案：年度计划 1/1 份、季度计划 0/1 份 → a×1（−5）
2026-05 1.4 档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理） → a×1（−2）
2026-05 2.1 档案：月度考核合格 0/1 次 → b×1（−2）
2026-05 2.3 活动记录：技能实操培训 1/2 次 → a×1（−5）
2026-Q2 1.4 档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理） → a×1（−2）
2026-Q2 2.1 档案：月度考核合格 2/3 次 → b×1（−2）
2026-Q2 2.3 活动记录：技能实操培训 2/2 1/2 2/2 次 → a×1（−5）
2026-08 1.4 档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理） → a×1（−2）
2026-08 2.2 活动记录：专业理论授课 1/2 次 → a×1（−5）
2026-08 2.3 活动记录：技能实操培训 0/2 次 → a×2（−10）
2026-08 3.1 档案：年度计划 1/1 份、季度计划 0/1 份 → a×1（−5）
2026-08 3.2 活动记录：学习交流、创新研讨 0/1 次、课题攻关活动 0/1 次 → a×2（−10）
2026-08 4.2 活动记录：课题攻关活动 0/1 次 → a×1（−5）
2026-12 1.4 档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理） → a×1（−2）
2026-12 3.2 活动记录：学习交流、创新研讨 1/1 次、课题攻关活动 0/1 次 → a×1（−5）
2026-12 3.3 活动记录：创新成果申报 2/3 项 → a×1（−2）
2026-12 3.3 活动记录：季度获奖 0/1 项 → b×1（−5）
2026-12 3.3 活动记录：国家专利 0/1 项（档案 0） → f×1（−5）
2026-12 4.1 活动记录：难题案例 0/1 个（档案 0） → a×1（−5）
2026-12 4.2 活动记录：课题攻关活动 0/1 次 → a×1（−5）
2026 年 1.4 档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理） → a×1（−2）
2026 年 2.1 档案：月度考核合格 11/12 次 → b×1（−2）
2026 年 2.2 活动记录：专业理论授课 6/12 个月达到（2月–3月、7月、9月–10月 0/2 次；8月 1/2 次） → a×2（−10）
2026 年 2.3 活动记录：技能实操培训 5/12 个月达到（2月–3月、7月–10月 0/2 次；5月 1/2 次） → a×2（−10）
2026 年 3.1 档案：年度计划 1/1 份、季度计划 1/1 1/1 0/1 1/1 份 → a×1（−5）
2026 年 3.2 活动记录：学习交流、创新研讨 7/12 个月达到（2月–3月、7月–9月 0/1 次）、课题攻关活动 5/12 个月达到（2月–3月、7月–10月、12月 0/1 次） → a×2（−10）
2026 年 3.3 活动记录：创新成果申报 0/3 3/3 0/3 2/3 项 → a×3（−6）
2026 年 3.3 活动记录：季度获奖 0/1 1/1 0/1 0/1 项 → b×1（−5）
2026 年 3.3 活动记录：国家专利 0/1 项（档案 0） → f×1（−5）
2026 年 4.1 活动记录：难题案例 1/1 0/1 个（档案 0 0） → a×1（−5）
2026 年 4.2 活动记录：课题攻关活动 5/12 个月达到（2月–3月、7月–10月、12月 0/1 次） → a×1（−5）
2026 2.2 档案：设备设施台账 3 条 → a×1（+1）
2026 2.3 档案：年度计划 1/1 份 → a×1（+2）
2026 2.3 档案：到期任务凭佐证办结 2/2 项 → b×1（+3）
2026 2.4 档案：年度经费预算 1/1 份 → a×1（+3）
2026 2.5 档案：日常工作管理制度 1/1 项 → a×1（+4）
2026 2.5 档案：考核奖励制度 1/1 项 → b×1（+4）
2026 2.6 档案：日常活动记录 40 次、创新成果清单 1/1 项、人才培养清单 1/1 人、荣誉证书 1/1 项 → a×1（+6）
2026 2.6 档案：有佐证材料的条目 3/3 条 → b×1（+2）
2026 3.2 档案：市级以上奖励和荣誉 1/1 项 → a×1（+5）
"""
"""What the cards propose; nothing else does."""

EARNED = 1 + 2 + 3 + 3 + 2 + 4 + 4 + 6 + 2 + 1 + 5
"""What 000 gives for all of it, once the last spending was checked; 2.6 has the point that the source forgot."""

SAID: dict[str, dict[str, tuple[str, ...]]] = {
    "2026-01": {"1.2": ("常设档案：成员 2\n", "缺：", "写明职责的成员 2/2 人 ✓")},
    "2026-05": {
        "1.2": (
            "上次考核 2026-02-03 后：成员新增 赵六、离开 王强（迟登 1）\n",
            "写明职责的成员 1/2 人（由考核人员判断）",
        ),
        "1.1": ("常设档案：设备 2\n", "后：设备维护 台钻\n", "缺：设备本年未维护 1\n"),
    },
    "2026-Q2": {
        "4.1": ("难题案例 1/1 个（档案 0） ✓", "常设档案：案例未登记"),
        "3.3": ("创新成果申报 3/3 项 ✓",),
    },
    "2026-12": {
        "2.1": ("月度考核合格 1/1 次 ✓", "导师带徒 0/1 人（档案 1） ✓", "有协议的师徒 1/1 对 ✓"),
        "3.3": ("公司级以上奖励至少1项 0/1 项（档案 1） ✓", "常设档案：成果 1、专利未登记"),
        "4.2": ("自主课题攻关 0/1 项（档案 1） ✓", "常设档案：项目 2"),
    },
    "2026 年": {
        "2.2": ("要求：每月专业理论授课≥2次",),
        "3.1": ("缺：2026-Q3 计划",),
        "4.2": ("自主课题攻关 0/1 项（档案 1） ✓",),
    },
    "2026": {
        "1.2": ("档案：成员名册 2 人、写明职责的成员 1/2 人（由考核人员判断）",),
        "2.2": ("有保管人的设备 3/3 台 ✓", "本年维护过的设备 2/3 台（由考核人员判断）"),
        "2.4": (
            "经费 30000 元，已支出 2499.5 元",
            "缺：支出未核对 1",
            "核对过的支出 1/2 笔（由考核人员判断）",
        ),
        "2.5": ("成果转化推广制度 0/1 项（由考核人员判断）",),
        "3.1": (
            "常设档案：项目 2、成果 1、师徒 1",
            "本年验收的项目 1/1 项 ✓",
            "本年有月度结果的徒弟 1/1 人 ✓",
        ),
    },
}
"""What the cards say besides."""


@dataclass(frozen=True)
class Year:
    """王海涛 who leads, 陈主任 who coordinates, 李工 who assesses."""

    program: Program
    wang: Chat
    chen: Chat
    li: Chat

    async def enter(self, line: str) -> None:
        """Enter something in a register."""
        await self.wang.say(f"/file {line}")

    async def happened(self, kind: str, name: str, step: str, said: str) -> None:
        """Say what happened to an entry."""
        await self.wang.say("/file")
        await self.wang.tap(kind)
        await self.wang.tap(name)
        await self.wang.tap(step)
        await self.wang.say(said)

    async def plan(self, period: str, lines: str) -> None:
        """Write a plan, hand it in and have it accepted."""
        await self.wang.say(f"/plan {period} 节电 8%\n{lines}")
        await self.wang.tap("提交审核")
        await self.chen.settle()
        await self.chen.tap("打开")
        await self.chen.tap("审核通过")
        self.chen.sees("✓ 陈主任")

    async def close(self, number: str, said: str) -> None:
        """Do a task of the year's plan with proof and have it closed."""
        await self.wang.say("/plan 2026")
        await self.wang.tap(number)
        await self.wang.tap("完成了…")
        await self.wang.photo(caption=said)
        await self.chen.settle()
        await self.chen.tap("打开")
        await self.chen.tap("核销")
        self.chen.sees("✓ 已核销")

    async def spend(self, line: str) -> None:
        """Book a spending with its voucher."""
        await self.wang.say("/fund")
        await self.wang.say(line)
        await self.wang.photo()

    async def visit(self, rubric: str, period: str) -> None:
        """Open the visit of a period."""
        await self.li.say("/assess")
        if self.li.has("开始新的考核"):
            await self.li.tap("开始新的考核")
        await self.li.tap(ZHANG.name)
        await self.li.tap(rubric)
        await self.li.tap(period)

    async def cards(self, period: str, items: tuple[str, ...]) -> list[str]:
        """What the cards propose, line by line; what they say besides is looked at on the way."""
        found: list[str] = []
        for item in items:
            await open_item(self.li, item)
            lines = [each for each in self.li.card().split("\n") if " → " in each]
            found += [f"{period} {item} {each}" for each in lines]
            for part in SAID.get(period, {}).get(item, ()):
                if part == "缺：":
                    self.li.does_not_see(part)
                else:
                    self.li.sees(part)
        return found


NORTHWEST = ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2")
TONGLIAO = (
    *("1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"),
    *("3.1", "3.2", "4.1", "4.2", "5.1", "5.2", "5.3"),
)


def filled(book: Any) -> None:
    """Fill the first registers in, as somebody does at a desk."""
    people, things, rules = book["成员"], book["设备"], book["制度"]
    for row, (name, trade, grade, on, duty) in enumerate(MEMBERS, 2):
        cells = {"姓名": name, "工种": trade, "技能等级": grade, "加入日期": on, "职责": duty}
        for key, value in cells.items():
            people.cell(row, columns(people)[key], value)
    for row, (name, on, keeper) in enumerate(EQUIPMENT, 2):
        for key, value in {"名称": name, "购置日期": on, "保管人": keeper}.items():
            things.cell(row, columns(things)[key], value)
    for row, (name, sort) in enumerate(RULES, 2):
        for key, value in {"名称": name, "类别": sort, "发布日期": "2025-03-01"}.items():
            rules.cell(row, columns(rules)[key], value)


async def begin(year: Year) -> list[str]:
    """The fifth of January: registers by Excel, the rest by lines."""
    await sent(year.wang, changed(await exported(year.wang), filled))
    await year.wang.tap("导入 7 条")
    year.wang.sees("新增 7")
    await year.enter("师徒 李强 王海涛 液压 2026-01-01 2026-12-31 技师 有")
    await year.wang.photo(caption="协议")
    await year.enter("项目 液压阀改造 自主 公司级 王海涛 2026-01-05")
    await year.enter("项目 皮带节能 技术经济一体化 公司级 赵敏 2026-01-05")
    await granted(year)
    return []


async def granted(year: Year) -> None:
    """The coordinator books the budget."""
    await year.chen.say("/fund")
    await open_studio(year.chen)
    await year.chen.tap("预算…")
    await year.chen.say("30000")
    await year.chen.tap("今天")
    await year.chen.say("领导小组 〔2026〕3号")
    await year.chen.tap("保存")


async def result(year: Year, month: int, value: str) -> None:
    """The apprentice's month."""
    await year.happened("师徒", "李强", "月度结果…", f"2026-{month:02} {value}")


async def looked(year: Year, rubric: str, label: str, period: str) -> list[str]:
    """Open a visit and go through all of its cards."""
    await year.visit(rubric, label)
    return await year.cards(period, TONGLIAO if rubric == "通辽市考核" else NORTHWEST)


async def signed(year: Year) -> None:
    """Sign the sheet of the month that is open, everything in order."""
    await year.li.say("\n".join(f"{item} 满" for item in NORTHWEST))
    await year.li.tap("目录")
    await year.li.tap("核对并签字")
    await sign(year.li)


async def checked(year: Year, number: str) -> None:
    """The coordinator looks at a spending."""
    await year.chen.say("/fund")
    await open_studio(year.chen)
    if year.chen.has("2026 年"):
        await year.chen.tap("2026 年")
    await year.chen.tap(number)
    await year.chen.tap("审核通过")


async def january(year: Year) -> list[str]:
    """Look at the month, and sign it: the later cards say what changed since."""
    found = await looked(year, "西北能化考核", "2026-01", "2026-01")
    await signed(year)
    return found


async def march(year: Year) -> list[str]:
    """A service, a task, a spending."""
    await year.happened("设备", "台钻", "维护…", "2026-03-12 换油")
    await year.close("1", "2026-03-12 已发布")
    await year.spend("工具 1999.5 扭力扳手 3月2日")
    await checked(year, "2")
    return []


async def spring(year: Year) -> list[str]:
    """Somebody left in April and it is entered in May; somebody came; an honour."""
    await year.enter("成员 赵六 电工 技师 2026-05-04")
    await year.happened("成员", "王强", "离开…", "2026-04-30 调往二矿")
    await year.enter("荣誉 市工人先锋号 液压班 市级 市总工会 2026-05-01")
    await year.wang.photo()
    return []


async def august(year: Year) -> list[str]:
    """A device is bought."""
    await year.enter("设备 诊断仪 2026-08-01")
    await year.wang.tap("修改…")
    await year.wang.tap("保管人")
    await year.wang.say("李强")
    return []


async def october(year: Year) -> list[str]:
    """The plan of the last quarter; a spending that nobody checks before the new year."""
    await year.plan("2026-Q4", "总结 12月20日")
    await year.spend("培训 500 外出学习 10月8日")
    return []


async def november(year: Year) -> list[str]:
    """The project is accepted, the year's plan is done, a result got a prize."""
    await year.happened("项目", "液压阀改造", "实施…", "2026-02-01")
    await year.happened("项目", "液压阀改造", "验收…", "2026-11-20")
    await year.close("2", "2026-11-20 已验收")
    await year.enter("成果 快速换带工装 公司级 二等奖 2026-10-15")
    await year.wang.photo()
    return []


async def december(year: Year) -> list[str]:
    """The last month, the year, and the year by the city's standard."""
    found = await looked(year, "西北能化考核", "2026-12", "2026-12")
    found += await looked(year, "西北能化考核", "2026 年", "2026 年")
    return [*found, *await looked(year, "通辽市考核", "2026 年", "2026")]


def planning(period: str, lines: str) -> Callable[[Year], Awaitable[list[str]]]:
    """A day on which a plan is made."""

    async def act(year: Year) -> list[str]:
        await year.plan(period, lines)
        return []

    return act


def looking(label: str, period: str) -> Callable[[Year], Awaitable[list[str]]]:
    """A day on which somebody comes to look."""

    async def act(year: Year) -> list[str]:
        return await looked(year, "西北能化考核", label, period)

    return act


ACTS: dict[str, Callable[[Year], Awaitable[list[str]]]] = {
    "2026-01-05": begin,
    "2026-01-19": planning("2026", "点检表编制 3月31日 李强\n液压阀改造 11月30日 王海涛"),
    "2026-02-03": january,
    "2026-02-10": planning("2026-Q1", "授课安排 3月20日"),
    "2026-03-12": march,
    "2026-04-02": planning("2026-Q2", "培训 5月20日"),
    "2026-05-05": spring,
    "2026-06-03": looking("2026-05", "2026-05"),
    "2026-07-06": looking("2026-Q2 季度", "2026-Q2"),
    "2026-08-03": august,
    "2026-09-03": looking("2026-08", "2026-08"),
    "2026-10-08": october,
    "2026-11-23": november,
    "2027-01-05": december,
}


async def lived(year: Year) -> list[str]:
    """Live through the year; returns what the cards proposed."""
    program, found = year.program, []
    events: dict[date, list[str]] = {}
    for line in LOG.splitlines():
        on, _, said = line.partition(" ")
        kind, _, topic = said.partition(" ")
        day = date.fromisoformat(on)
        events.setdefault(day, []).append(f"{kind} {day.month}月{day.day}日 {topic}")
    days = {date(2026, month, 28) for month in range(1, 13)}
    acts = sorted({*events, *days, *(date.fromisoformat(each) for each in ACTS)})
    for day in acts:
        await until(program, day)
        for line in events.get(day, ()):
            await year.wang.say(f"/log {line}")
        if day.day == 28:
            await result(year, day.month, "不合格" if day.month == 5 else "合格")
        if act := ACTS.get(day.isoformat()):
            found += await act(year)
    return found


async def test_a_year_is_proposed_as_it_was_worked_out_by_hand(program: Program) -> None:
    mine = Scope(kind="studio", key=ZHANG.id)
    year = Year(
        program,
        await program.person("王海涛", "leader", mine),
        await program.person("陈主任", "coordinator"),
        await program.person("李工"),
    )
    told = await lived(year)
    assert program.rows("select count(*) from activities where deleted is null") == [(40,)]
    assert "\n".join(told) + "\n" == CARDS
    await checked(year, "3")
    await open_item(year.li, "2.4")
    year.li.sees("档案：核对过的支出 2/2 笔 → b×1（+2）")
    for item in TONGLIAO:
        await open_item(year.li, item)
        for letter in "ab":
            if year.li.has(f"采纳 {letter}×"):
                await year.li.tap(f"采纳 {letter}×")
    year.li.sees(f"累计 {EARNED} ")
