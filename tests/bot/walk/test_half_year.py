"""A studio's half-year in the chats: logged when it happened, handed in month by month, proposed on the assessor's cards.

The days are those of `tests/data/logs/northwest-2026.txt`, whose proposals the rules are tested against; here they go
all the way: what a leader types, what a coordinator opens again, what an assessor then reads.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.entities import Scope
from rubrics.logbook import Logged
from tests.bot.walk.scenes import ZHANG, agrees, sign
from tests.kit.chat import Chat
from tests.kit.logs import read
from tests.kit.paper import Paper
from tests.kit.program import Program

ENTRIES, EXPECTED = read("northwest-2026")
LOOKED_AT = ("2.1", "2.2", "2.3", "3.2", "3.3", "4.1", "4.2")
"""Items of which a log may know something."""

HANDED_IN = {
    date(2026, 2, 2): "2026-01",
    date(2026, 3, 9): "2026-02",
    date(2026, 4, 2): "2026-03",
    date(2026, 5, 2): "2026-04",
    date(2026, 6, 8): "2026-05",
    date(2026, 7, 1): "2026-06",
}
"""Six months; February and May are late."""
VISITS = {
    date(2026, 2, 5): ("2026-01",),
    date(2026, 3, 10): ("2026-02",),
    date(2026, 4, 13): ("2026-03", "2026-Q1"),
    date(2026, 5, 6): ("2026-04",),
    date(2026, 6, 9): ("2026-05",),
    date(2026, 7, 10): ("2026-06", "2026-Q2"),
    date(2027, 1, 4): ("2026-12",),
}

CARDS = """\
2026-02 2.2 专业理论授课 1/2 次 → a×1（−5）
2026-02 3.2 学习交流、创新研讨 1/1 次、课题攻关活动 0/1 次 → a×1（−5）
2026-02 4.2 课题攻关活动 0/1 次 → a×1（−5）
2026-03 3.3 创新成果申报 2/3 项 → a×1（−2）
2026-03 3.3 季度获奖 0/1 项 → b×1（−5）
2026-04 2.2 专业理论授课 0/2 次 → a×2（−10）
2026-04 2.3 技能实操培训 1/2 次 → a×1（−5）
2026-05 3.2 学习交流、创新研讨 0/1 次、课题攻关活动 1/1 次 → a×1（−5）
2026-06 4.1 难题案例 0/1 个 → a×1（−5）
2026-Q1 2.2 专业理论授课 2/2 1/2 2/2 次 → a×1（−5） · 迟报 1 条
2026-Q1 3.2 学习交流、创新研讨 1/1 1/1 1/1 次、课题攻关活动 1/1 0/1 1/1 次 → a×1（−5）
2026-Q1 3.3 创新成果申报 2/3 项 → a×1（−2）
2026-Q1 3.3 季度获奖 0/1 项 → b×1（−5）
2026-Q1 4.2 课题攻关活动 1/1 0/1 1/1 次 → a×1（−5）
2026-Q2 2.2 专业理论授课 0/2 3/2 2/2 次 → a×2（−10）
2026-Q2 2.3 技能实操培训 1/2 2/2 2/2 次 → a×1（−5）
2026-Q2 3.2 学习交流、创新研讨 2/1 0/1 1/1 次、课题攻关活动 1/1 1/1 1/1 次 → a×1（−5） · 迟报 1 条
2026-Q2 4.1 难题案例 0/1 个 → a×1（−5）
2026-12 2.2 专业理论授课 0/2 次 → a×2（−10）
2026-12 2.3 技能实操培训 0/2 次 → a×2（−10）
2026-12 3.2 学习交流、创新研讨 0/1 次、课题攻关活动 0/1 次 → a×2（−10）
2026-12 3.3 创新成果申报 0/3 项 → a×3（−6）
2026-12 3.3 季度获奖 0/1 项 → b×1（−5）
2026-12 3.3 年度内公司级以上奖励至少1项 0/1 项 → e×1（−10）
2026-12 3.3 国家专利 0/1 项 → f×1（−5）
2026-12 4.1 难题案例 0/1 个 → a×1（−5）
2026-12 4.2 课题攻关活动 0/1 次 → a×1（−5）
2026-12 4.2 自主课题攻关 0/1 项 → c×1（−5）
"""
"""What the cards say, worked out by hand; in January everything was done."""

ENGLISH = """\
2026-02 2.2 theory lesson 1/2 lessons → a×1 (−5)
2026-02 3.2 exchange or innovation seminar 1/1 times, research session 0/1 times → a×1 (−5)
2026-02 4.2 research session 0/1 times → a×1 (−5)
2026-Q1 2.2 theory lesson 2/2 1/2 2/2 lessons → a×1 (−5) · 1 late
2026-Q1 3.2 exchange or innovation seminar 1/1 1/1 1/1 times, research session 1/1 0/1 1/1 times → a×1 (−5)
2026-Q1 3.3 result declared to the company 2/3 results → a×1 (−2)
2026-Q1 3.3 quarterly award of the company 0/1 awards → b×1 (−5)
2026-Q1 4.2 research session 1/1 0/1 1/1 times → a×1 (−5)
2026-12 2.2 theory lesson 0/2 lessons → a×2 (−10)
"""

WORDS = {
    "theory": ("授课", "theory lesson", "液压阀检修"),
    "practice": ("实操", "practical training", "电缆接头制作"),
    "exchange": ("学习交流", "seminar", "主运输带节能"),
    "research": ("课题攻关活动", "research session", "绞车制动改造"),
    "apprentice": ("带徒", "apprentice", "小王拜师"),
    "declared": ("成果申报", "result declared to the company", "快速换带工装"),
    "quarterly-award": ("季度获奖", "quarterly award of the company", "换带工装二等奖"),
    "report": ("汇报", "report", "半年工作"),
}
"""How people write a kind, and what it was about."""
AMOUNT = {"practice": ("12人 2小时", "12 people 2 hours"), "apprentice": ("1人", "1 person")}


@dataclass(frozen=True)
class Speech:
    """One half-year in one language: who is who, and what they press."""

    english: bool
    wang: Chat
    li: Chat
    chen: Chat

    def line(self, entry: Logged) -> str:
        """An entry as one message."""
        kind, kind_en, topic = WORDS[entry.activity]
        amount = AMOUNT.get(entry.activity, ("", ""))[self.english]
        if entry.amount != 1 and entry.activity == "declared":
            amount = f"{entry.amount} results" if self.english else f"{entry.amount}项"
        day = f"{entry.on:%Y-%m-%d}" if self.english else f"{entry.on.month}月{entry.on.day}日"
        return f"{kind_en if self.english else kind} {day} {topic}{entry.on.day}号 {amount}".rstrip()

    async def hand_in(self, month: str) -> None:
        """Hand in a month that is over."""
        name = month if self.english else f"{month[:4]} 年 {int(month[5:])} 月"
        await self.wang.say("/month")
        if name not in self.wang.card().split("\n")[0]:
            await self.wang.tap(f"‹ {name}")
        await self.wang.tap("Hand in" if self.english else "提交本月")
        await self.wang.tap("Yes, hand in" if self.english else "确认提交")
        assert name in self.wang.card().split("\n")[0]

    async def log_late(self, entry: Logged) -> None:
        """Have the month opened again, log, and hand it in once more."""
        month = f"{entry.on:%Y-%m}"
        before = len(self.wang.phone.messages)
        await self.wang.say(self.line(entry))
        assert len(self.wang.phone.messages) > before
        self.wang.sees(f"{month} was handed in" if self.english else "不能再改动")
        await self.chen.tap("重新开放…", on=self._told(month))
        await self.chen.say("漏记一次")
        await self.wang.say(self.line(entry))
        await self.hand_in(month)

    def _told(self, month: str) -> int:
        """The newest message that tells the coordinator of a month."""
        name = f"{month[:4]} 年 {int(month[5:])} 月"
        return next(
            int(each["message_id"])
            for each in reversed(self.chen.phone.messages)
            if name in each.get("text", "") and "inline" in each
        )

    async def visit(self, period: str) -> None:
        """Open the visit of a period."""
        await self.li.say("/assess")
        again = "Start a new assessment" if self.english else "开始新的考核"
        if self.li.has(again):
            await self.li.tap(again)
        await self.li.tap(ZHANG.name)
        await self.li.tap("Northwest" if self.english else "西北能化考核")
        await self.li.tap(period)

    async def cards(self) -> list[str]:
        """What the cards of a visit propose, line by line, as the tables write it."""
        head = "Log: " if self.english else "活动记录："
        found: list[str] = []
        for item in LOOKED_AT:
            await self.li.tap("Contents" if self.english else "目录")
            waiting = f"{item}▲" in self.li.card() or f"[{item} ▲]" in self.li.card()
            await self.li.tap(f"{item} ")
            lines = [each for each in self.li.card().split("\n") if each.startswith(head) and " → " in each]
            assert waiting == bool(lines), f"{item}\n{self.li.screen()}"
            found += [f"{item} {each.removeprefix(head)}" for each in lines]
        return found


async def until(program: Program, day: date) -> None:
    """Let it be ten o'clock of a day in Shanghai."""
    moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
    passed = moment - program.clock.now()
    if passed > timedelta(0):
        program.pass_time(seconds=passed.total_seconds())
        await program.settle()


async def lived(program: Program, speech: Speech) -> dict[str, list[str]]:
    """Live through the half-year; returns by period what the cards proposed."""
    days = {*(entry.came for entry in ENTRIES), *HANDED_IN, *VISITS}
    told: dict[str, list[str]] = {}
    for day in sorted(days):
        await until(program, day)
        for entry in ENTRIES:
            if entry.came != day:
                continue
            if entry.late:
                await speech.log_late(entry)
            else:
                await speech.wang.say(speech.line(entry))
        if day in HANDED_IN:
            await speech.hand_in(HANDED_IN[day])
        for period in VISITS.get(day, ()):
            await speech.visit(period)
            told[period] = await speech.cards()
    return told


def table(text: str) -> dict[str, list[str]]:
    """A table of lines by the period they begin with."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        period, _, said = line.partition(" ")
        found.setdefault(period, []).append(said)
    return found


async def people(program: Program, language: str) -> Speech:
    """王海涛 who leads, 李工 who assesses, in a language; 陈主任 reads Chinese."""
    mine = Scope(kind="studio", key=ZHANG.id)
    return Speech(
        language == "en",
        await program.person("王海涛", "leader", mine, language),
        await program.person("李工", "assessor", language=language),
        await program.person("陈主任", "coordinator"),
    )


def test_the_table_of_cards_is_the_table_of_the_rules() -> None:
    """Both were written by hand; they must speak of the same rules of the same periods."""
    cards = table(CARDS)
    for period, lines in EXPECTED.items():
        rules = [" ".join(line.split()[:3]) for line in lines]
        shown = [
            f"{each.split()[0]} {each.split(' → ')[1][0]} ×{each.split(' → ')[1][2]}"
            for each in cards.get(period, [])
        ]
        assert sorted(shown) == sorted(rules), period


async def test_a_half_year_is_proposed_as_it_was_worked_out_by_hand(program: Program) -> None:
    """Forty entries, six months, two of them late, two entries after the month was closed; nothing is ever applied."""
    speech = await people(program, "zh-hans")
    told = await lived(program, speech)
    assert len(program.rows("select id from activities where deleted is null")) == len(ENTRIES)
    assert program.rows("select count(*), sum(late) from activities") == [(40, 2)]
    assert program.rows("select state, count(*), sum(late) from months group by state") == [
        ("submitted", 6, 2)
    ]
    assert {period: lines for period, lines in told.items() if lines} == table(CARDS)
    assert told["2026-01"] == []
    assert program.rows("select count(*) from marks") == [(0,)]
    speech.li.sees("▲ 活动记录未提交：2026-07 至 2026-12，可能不全")


async def test_a_half_year_in_english(program: Program) -> None:
    """The same for people who read English, typed in English."""
    speech = await people(program, "en")
    told = await lived(program, speech)
    shown = table(ENGLISH)
    assert {period: told[period][: len(lines)] for period, lines in shown.items()} == shown
    assert {period: len(lines) for period, lines in told.items()} == {
        period: len(EXPECTED[period]) for period in EXPECTED
    }


async def test_february_is_accepted_and_stands_on_the_sheet(program: Program) -> None:
    """Three proposals accepted, the entries named beside the deduction on the sheet that comes back."""
    speech = await people(program, "zh-hans")
    li = speech.li
    for day in sorted(
        {entry.came for entry in ENTRIES if entry.came < date(2026, 3, 1)} | {date(2026, 3, 9)}
    ):
        await until(program, day)
        for entry in ENTRIES:
            if entry.came == day:
                await speech.wang.say(speech.line(entry))
        if day in HANDED_IN:
            await speech.hand_in(HANDED_IN[day])
    await speech.visit("2026-02")
    for item in ("2.2", "3.2", "4.2"):
        await li.tap("目录")
        await li.tap(f"{item} ")
        await li.tap("采纳 a×1（−5）")
        li.sees("已记 a×1（−5）")
    await li.say("/undo")
    await li.tap("目录")
    li.sees("4.2▲活动记录")
    await li.tap("4.2 ")
    await li.tap("采纳 a×1（−5）")
    for numbers in (("1.1", "1.2", "1.3", "1.4", "1.5", "2.1"), ("2.3", "3.1", "3.3", "4.1")):
        await li.say("\n".join(f"{item} 满" for item in numbers))
    await li.tap("目录")
    await li.tap("核对并签字")
    li.does_not_see("未写说明", "建议未处理", "未评")
    await sign(li)
    paper = Paper(li.sheet_file())
    assert paper.line("合计") == 85
    assert "活动记录：专业理论授课 1/2 次（02-05 液压阀检修5号）" in paper.words("2.2")
    assert (
        "活动记录：学习交流、创新研讨 1/1 次、课题攻关活动 0/1 次（02-27 主运输带节能27号）"
        in paper.words("3.2")
    )
    assert "活动记录：课题攻关活动 0/1 次" in paper.words("4.2")
    await agrees(program, li)


@pytest.mark.parametrize("month", ["2026-02", "2026-05"])
async def test_a_month_never_handed_in_is_said(program: Program, month: str) -> None:
    """The entries count as they are, and the assessor knows that more may come."""
    speech = await people(program, "zh-hans")
    await until(program, date(2026, 6, 4) if month == "2026-05" else date(2026, 3, 4))
    await speech.wang.say(f"授课 {int(month[5:])}月12日 液压阀检修")
    await speech.visit(month)
    await speech.li.tap("目录")
    await speech.li.tap("2.2 ")
    speech.li.sees("专业理论授课 1/2 次 → a×1（−5） · 迟报 1 条", f"▲ 活动记录未提交：{month}，可能不全")
