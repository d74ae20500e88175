"""A walk through the whole desk on the phones of those who have to do with it, once in each language.

One coordinator, one approver, one reader, two assessors, one leader, three studios, the first quarter of 2026.
Buttons and answers are named by their keys, so that a reworded sentence does not break the walk.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.export.scenes import documents, form
from tests.bot.people.scenes import secrets
from tests.bot.studios.books import book
from tests.campaign.voice import Voice
from tests.kit.aiogram_check import Judges
from tests.kit.program import Program

MONTHS = ("2026-01", "2026-02", "2026-03")
QUARTER = "2026-Q1"
YEAR = "2026"
WHOLE = ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.2")

FAIR = {"2.2": "a1b seen", "3.2": "a1 seen"}
"""Twelve points less."""
POOR = {"2.2": "a2 seen", "2.3": "a2 seen"}
"""Twenty points less."""


@dataclass(frozen=True)
class Said:
    """What people of one language type, and the names of the campaign."""

    code: str
    rubric: str
    long: str
    head: tuple[str, ...]
    studios: tuple[str, str, str]
    unit: str
    people: tuple[str, ...]
    full: str


ZH = Said(
    "zh-hans",
    "西北能化考核",
    "西北能化",
    ("工作室名称", "所在单位", "领衔人", "命名日期", "年度经费 2026（元）"),
    ("春雷工作室", "红旗工作室", "晨光工作室"),
    "三矿",
    ("陈主任", "赵总", "李工", "周组长", "王海涛", "钱书记", "吴临时"),
    "满",
)
EN = Said(
    "en",
    "西北能化考核",
    "Northwest",
    ("Studio", "Unit", "Leader", "Named on", "Fund 2026 (yuan)"),
    ("Spring", "Red Flag", "Dawn"),
    "Pit 3",
    ("Chen", "Zhao", "Li", "Zhou", "Wang", "Qian", "Wu"),
    "full",
)
LANGUAGES = {"zh-CN": ZH, "en": EN}


@pytest.fixture
async def program(tmp_path: Path, judges: Judges) -> AsyncIterator[Program]:
    made = Program(tmp_path / "data", judges)
    await made.open()
    yield made
    await made.close()
    assert not made.standin.failures


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_walk_through_the_desk(program: Program, language: str) -> None:
    said = LANGUAGES[language]
    program.pass_time(days=60)
    chen = Voice(await program.person(said.people[0], "coordinator", language=said.code), language)
    await studios(chen, said)
    await another_leader(chen, said)
    others = await people(program, chen, said)
    await rulings(chen, said)
    await visits(chen, said)
    await one_visit(chen, others, said)
    program.pass_time(days=30)
    await progress(chen, said, "▱" * 10, 0, 3)
    for assessor in said.people[2:4]:
        await scored(others[assessor], said)
    await progress(chen, said, "▰" * 10, 3, 0)
    await review(chen, others, said)
    await outcomes(chen, others, said)
    await exports(chen, said)
    await history(chen, said)


async def studios(chen: Voice, said: Said) -> None:
    """The list comes in as a workbook, one studio is typed, found, changed; the list goes out and comes back."""
    first, second, third = said.studios
    await chen.say("/studios")
    chen.sees("studios.none")
    rows = [(name, said.unit, "Li Si", "2021-05-01", 30000) for name in (first, second)]
    await chen.chat.document(book(*rows, head=said.head), "list.xlsx")
    chen.sees("import.counts", new=2, changed=0, same=0)
    await chen.tap("import.button.go", count=2)
    chen.sees("import.done", new=2, changed=0, same=0)
    await chen.tap("studios.button.add")
    await chen.say(f"{third}; {said.unit}; Sun Li; ; 2022-05-01")
    await chen.tap("studio.button.skip")
    chen.sees("studio.new_check")
    await chen.tap("studio.button.save")
    await chen.say("/studios", third)
    chen.sees("studios.head_found", text=third, count=1, all=3)
    await chen.press(third)
    await chen.tap("studio.button.edit", "studio.field.level")
    await chen.say("A")
    chen.sees("studio.level", level="A")
    await chen.tap("studio.button.edit", "studio.field.fund")
    await chen.say("2026 20000")
    chen.sees("studio.fund", year=2026, amount=20000)
    await chen.tap("studio.button.list")
    await chen.tap("studios.button.export")
    await chen.chat.document(chen.chat.sheet_file(), "list.xlsx")
    chen.sees("import.counts", new=0, changed=0, same=3)
    chen.sees("import.nothing")


async def another_leader(chen: Voice, said: Said) -> None:
    """A studio changes hands, with the paper and the reason; who led it before stays on record."""
    await chen.say("/studios")
    await chen.press(said.studios[0])
    await chen.tap("studio.button.leader")
    await chen.say(said.people[4], "2026-01-01", "No. 3", "retired")
    chen.sees("leader.check")
    await chen.tap("leader.button.save")
    chen.sees(
        "leader.done",
        studio=said.studios[0],
        before="Li Si",
        name=said.people[4],
        day="2026-01-01",
        paper="No. 3",
    )
    chen.sees("leader.invite", name=said.people[4])


async def people(program: Program, chen: Voice, said: Said) -> dict[str, Voice]:
    """One is invited step by step, four with one message; a link is withdrawn, a role is ended at once."""
    _, approver, li, zhou, leader, reader, gone = said.people
    await chen.say("/people")
    await chen.tap("people.button.invite")
    await chen.say(approver)
    await chen.tap("role.approver", "people.button.kind_all")
    await chen.tap("people.days", days=7)
    await chen.tap("people.endless", "people.button.make")
    links = secrets(chen.chat)
    await chen.say("/people")
    await chen.tap("people.button.many")
    everywhere = chen.text("people.button.kind_all")
    roles = ((li, "assessor"), (zhou, "assessor"), (reader, "reader"), (gone, "assessor"))
    lines = [f"{name} {chen.text(f'role.{role}')} {everywhere}" for name, role in roles]
    await chen.say("\n".join([*lines, f"{leader} {chen.text('role.leader')} {said.studios[0]}"]))
    await chen.tap("people.days", days=7)
    links += secrets(chen.chat)
    joined = {}
    for name, link in zip((approver, li, zhou, reader, gone, leader), links, strict=True):
        joined[name] = Voice(program.stranger(name, said.code), chen.language)
        await joined[name].chat.start(link)
        joined[name].reads(name)
    await chen.say("/people")
    await chen.press(gone)
    await chen.tap("people.button.end", "people.button.end_sure")
    chen.sees("people.ended_role")
    joined[gone].sees("people.told_ended")
    await joined[gone].say("/assess")
    joined[gone].sees("problem.no_role")
    return joined


async def rubric(who: Voice, said: Said) -> None:
    """Choose the rubric."""
    await who.press(said.rubric if who.chat.has(said.rubric) else said.long)


async def rulings(chen: Voice, said: Said) -> None:
    """One is decided by a press, the others as they stand."""
    await chen.say("/rubrics")
    await rubric(chen, said)
    await chen.tap("campaign.button.open", year=2026)
    await chen.press("1")
    await chen.press("1 ")
    chen.chat.hears(chen.text("campaign.decided"))
    await chen.tap("campaign.button.list", "campaign.button.rest", "campaign.button.yes")
    chen.sees("campaign.counts", decided=22, assumed=0, open=0)


async def visits(chen: Voice, said: Said) -> None:
    """All studios for each month with one press, shared out; one by itself, moved, called off, planned anew."""
    _, _, li, zhou, *_ = said.people
    for month in MONTHS:
        await chen.say("/visits")
        await chen.tap("visits.button.many")
        await rubric(chen, said)
        await chen.press(month)
        await chen.tap("many.button.all", "many.button.even")
        await chen.press(li)
        await chen.press(zhou)
        await chen.tap("many.button.done")
        await chen.say("2026-03-09")
        await chen.tap("many.button.skip")
        await chen.tap("many.button.save", count=3)
        chen.sees("progress.bar", bar="▱" * 10, signed=0, count=3)


async def one_visit(chen: Voice, others: dict[str, Voice], said: Said) -> None:
    """One visit is moved, called off with a reason and planned anew; everybody concerned is told."""
    first, *_ = said.studios
    leader = others[said.people[4]]
    await chen.say("/visits")
    await chen.press(first)
    await chen.tap("visit.button.day")
    await chen.say("2026-03-10")
    await chen.tap("visit.button.move")
    leader.sees("visit.told_moved", before="2026-03-09", day="2026-03-10")
    await chen.say("/visits")
    while "2026-03-10" not in chen.chat.card():
        await chen.press("›")
    number = next(line for line in chen.chat.card().splitlines() if "2026-03-10" in line).split()[0]
    await chen.press(f"{number} {first}")
    await chen.tap("visit.button.cancel")
    await chen.say("repairs")
    await chen.tap("visit.button.cancel_sure")
    leader.sees("visit.told_cancelled", "visit.told_why")
    leader.reads("repairs")
    await chen.say("/visits")
    await chen.tap("visits.button.new")
    await chen.press(first)
    await rubric(chen, said)
    await chen.press(MONTHS[0])
    await chen.press(said.people[2])
    await chen.tap("visit.button.done")
    await chen.say("2026-03-11", "helmets")
    chen.sees("visit.check", "visit.note", note="helmets")
    await chen.tap("visit.button.save")
    leader.sees("visit.told", day="2026-03-11")
    leader.reads("helmets")


async def progress(chen: Voice, said: Said, bar: str, signed: int, late: int) -> None:
    """The bar of a month, and the list of what is missing or late."""
    await chen.say("/visits")
    await chen.tap("visits.button.progress")
    await rubric(chen, said)
    await chen.press(MONTHS[1])
    chen.sees("progress.bar", bar=bar, signed=signed, count=3)
    if late:
        await chen.tap("progress.button.late", count=late)
        chen.sees("progress.late")
    await chen.tap("progress.button.people")
    chen.sees("progress.people")


async def scored(who: Voice, said: Said) -> None:
    """Every open visit of an assessor is scored and signed: one studio full, one at 88, one at 80."""
    faults = {said.studios[1]: FAIR, said.studios[2]: POOR}
    await who.say("/resume")
    while who.chat.has("2026-") or WHOLE[0] in who.chat.card().split("\n")[0]:
        if who.chat.has("2026-"):
            await who.press("2026-")
        await who.chat.photo(caption=WHOLE[0])
        await who.tap("button.contents")
        studio = next(name for name in said.studios if name in who.chat.card())
        lost = faults.get(studio, {})
        await who.say("\n".join(f"{item} {lost.get(item, said.full)}" for item in WHOLE))
        await who.tap("button.finish_long")
        await signed(who)
        await who.say("/resume")
    who.sees("problem.nothing_open")


async def signed(who: Voice) -> None:
    """From the check of the gaps to the signature."""
    await who.tap("button.go_on" if who.chat.has(who.text("button.go_on")) else "button.pass")
    await who.tap("button.to_sign", "button.sign")
    who.sees("sign.code")


async def review(chen: Voice, others: dict[str, Voice], said: Said) -> None:
    """A sheet is sent back for one item, signed anew and confirmed, as all others are."""
    await chen.say("/visits")
    await chen.tap("reviews.title")
    chen.sees("reviews.head", count=9)
    await chen.press(f"{said.studios[2]} {MONTHS[2]}")
    await chen.tap("review.button.return")
    await chen.press("☐ 2.2")
    await chen.tap("review.button.reasons")
    await chen.say("look again")
    await chen.tap("review.button.send")
    assessor = next(each for each in others.values() if "look again" in "".join(each.chat.news()))
    await assessor.tap("review.button.card", item="2.2")
    await assessor.say("2.2 a1b seen")
    await assessor.tap("button.contents", "button.finish_long")
    await signed(assessor)
    chen.sees("review.told.resigned")
    await chen.say("/visits")
    await chen.tap("reviews.title")
    for left in range(9, 0, -1):
        chen.sees("reviews.head", count=left)
        await chen.press("1 ")
        await chen.tap("review.button.confirm")
        chen.chat.hears(chen.text("review.confirmed"))
        await chen.tap("review.button.list")
    chen.sees("reviews.none")


async def of_period(chen: Voice, said: Said, period: str) -> None:
    """Open the list of outcomes of a period."""
    await chen.say("/outcomes")
    await rubric(chen, said)
    await chen.press(period)


async def outcomes(chen: Voice, others: dict[str, Voice], said: Said) -> None:
    """A fact and its choices; a quarter proposed, one sent back, approved, shared out, carried out."""
    approver, leader, reader = (others[said.people[at]] for at in (1, 4, 5))
    await of_period(chen, said, YEAR)
    await chen.press("2")
    await chen.tap("outcomes.button.add_fact")
    await chen.press(chen.labels()[0])
    await chen.say("paper 7")
    await chen.tap("outcomes.button.enter")
    chen.sees("outcomes.button.drop_fact")
    for _ in range(2):
        await chen.tap("outcomes.button.take")
    await of_period(chen, said, QUARTER)
    chen.sees("outcomes.studios", count=3)
    await chen.tap("outcomes.button.propose", count=3)
    await chen.tap("outcomes.button.propose_yes")
    await of_period(approver, said, QUARTER)
    await approver.press("1")
    await approver.tap("outcomes.button.one_back")
    await approver.say("see the ruling")
    chen.reads("see the ruling")
    await of_period(chen, said, QUARTER)
    await chen.press("1")
    await chen.tap("outcomes.button.one_propose")
    await of_period(approver, said, QUARTER)
    await approver.tap("outcomes.button.approve", count=3)
    await approver.tap("outcomes.button.approve_yes")
    await leader.say("/outcomes")
    await leader.press("1")
    await leader.tap("outcomes.button.share", number=1)
    await leader.say("A 400\nB 500")
    leader.sees("problem.share_sum", given=900, sum=1000, rest=100)
    await leader.say("A 400\nB 600")
    leader.reads("A +400", "B +600")
    await of_period(chen, said, QUARTER)
    await chen.tap("outcomes.button.carry", count=3)
    await chen.tap("outcomes.button.today", day="2026-04-05")
    chen.sees("outcomes.states", proposed=0, approved=0, carried=3)
    await of_period(reader, said, QUARTER)
    reader.reads(*said.studios)
    assert not reader.chat.has(reader.text("outcomes.button.propose"))


async def exports(chen: Voice, said: Said) -> None:
    """What is printed of the quarter, the evidence of a sheet, and a form of the unit's own."""
    await exported(chen, said, "summary", QUARTER)
    await exported(chen, said, "payout", QUARTER, files=2)
    await exported(chen, said, "evidence", MONTHS[0], said.studios[0])
    await chen.say("/export")
    await chen.tap("export.kind.own-form")
    await chen.chat.document(form(A1="{{studio}}", B1="{{total}}", C1="{{2.2 score}}"), "own.xlsx")
    await rubric(chen, said)
    await exported(chen, said, "own-form", MONTHS[0], said.studios[0])


async def exported(chen: Voice, said: Said, kind: str, period: str, studio: str = "", files: int = 1) -> None:
    """Order one and have its files."""
    before = len(documents(chen.chat))
    await chen.say("/export")
    await chen.tap(f"export.kind.{kind}")
    every = chen.text("export.button.all")
    for label in ("own", said.rubric, said.long, period, studio or every):
        if label and chen.chat.has(label):
            await chen.press(label)
    chen.sees("export.done", count=files)
    assert len(documents(chen.chat)) == before + files


async def history(chen: Voice, said: Said) -> None:
    """What happened to a sheet, and what a person did."""
    await chen.say("/history")
    await chen.press(said.studios[2])
    await chen.press(MONTHS[2])
    chen.sees("history.send_back_items", "history.confirm_sheet")
    await chen.say("/history")
    await chen.tap("history.button.people")
    await chen.press(said.people[1])
    chen.sees("history.approve_outcomes")
