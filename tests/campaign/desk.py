"""What a coordinator and the assessors do on their phones in a campaign, told as taps and lines."""

from collections.abc import Mapping, Sequence

from tests.bot.people.scenes import secrets
from tests.bot.studios.books import book, sent
from tests.bot.walk.scenes import sign
from tests.campaign.answers import lines
from tests.campaign.independent import FUND
from tests.kit.chat import Button, Chat
from tests.kit.program import Program

HEAD = ("工作室名称", "所在单位", "领衔人", "命名日期", "年度经费 2026（元）")
Answers = Mapping[str, str]


def names(count: int) -> list[str]:
    """Studios 001, 002 and so on."""
    return [f"{number:03}号劳模工作室" for number in range(1, count + 1)]


async def import_studios(chen: Chat, studios: Sequence[str]) -> None:
    """Send the list as a workbook, look at the trial, press."""
    rows = [
        (name, f"{1 + at % 9}矿", f"领衔{at:03}", "2021-05-01", FUND)
        for at, name in enumerate(studios, start=1)
    ]
    await sent(chen, book(*rows, head=HEAD))
    chen.sees(f"新增 {len(studios)} · 变更 0 · 不变 0")
    await chen.tap(f"导入 {len(studios)} 个")
    chen.sees(f"✓ 已导入：新增 {len(studios)}")


async def invite_all(program: Program, chen: Chat, people: Sequence[str], role: str) -> list[Chat]:
    """Invite many with one message; each of them presses their link."""
    await chen.say("/people")
    await chen.tap("邀请多人…")
    await chen.say("\n".join(f"{name} {role} 全部" for name in people))
    await chen.tap("7 天")
    joined = []
    for name, secret in zip(people, secrets(chen), strict=True):
        chat = program.stranger(name)
        await chat.start(secret)
        chat.sees(f"{name}，您好。您的身份：{role}")
        joined.append(chat)
    return joined


async def plan(chen: Chat, period: str, which: Sequence[str], people: Sequence[str], *, group: bool) -> None:
    """Plan the month of these studios (all without one): for one group, or shared out evenly."""
    await chen.say("/visits")
    await chen.tap("批量安排…")
    await chen.tap("西北能化考核")
    await chen.tap(period)
    if which:
        await chen.tap("逐家勾选…")
        for name in which:
            await find(chen, name)
        await chen.tap("选好了")
    else:
        await chen.tap("全部（")
    await chen.tap("同一考核组" if group else "平均分配，每家一人")
    for name in people:
        await find(chen, name)
    await chen.tap("选好了")
    await chen.say("明天")
    await chen.tap("跳过")
    await press(chen, "并通知")
    chen.hears("已通知")


async def find(who: Chat, label: str) -> None:
    """Press a button of a list that may have pages."""
    while not who.has(label):
        await who.tap("下一页")
    await press(who, label)


async def press(who: Chat, part: str) -> None:
    """Press the first button of the card in view whose label has this part."""
    keys = [key for row in who.card_message()["inline"] for key in row]
    key = next(each for each in keys if part in each["text"])
    await who.tap(Button(who.card_message()["message_id"], key["text"], key["data"]))


async def assess(who: Chat, studio: str, answers: Answers, *others: Chat) -> None:
    """Go to the open visit of a studio, type the month, sign; the others of the group sign after."""
    await who.say("/resume")
    if "本项" not in who.card():
        await find(who, studio)
    await who.say(lines(dict(answers)))
    await who.tap("核对并签字")
    await sign(who)
    for each in others:
        await each.say("/resume")
        if "本项" not in each.card():
            await find(each, studio)
        await each.tap("核对")
        await sign(each)


async def approve(
    chen: Chat, liu: Chat, period: str, studios: int, said: Mapping[str, int], sure: int
) -> None:
    """The coordinator proposes all that needs no decision, somebody else approves it."""
    await chen.say("/outcomes")
    await chen.tap("西北能化考核")
    await chen.tap(period)
    chen.sees(f"{studios} 个工作室", *(f"{verdict} {count}" for verdict, count in said.items()))
    await chen.tap(f"提交审定（{sure} 个）…")
    await chen.tap("确认提交")
    liu.sees(f"陈主任 提交 西北能化考核 {period} 的考核结果 {sure} 个，请审定")
    await liu.tap("打开")
    await liu.tap(f"审定通过（{sure} 个）…")
    await liu.tap("确认审定通过")
    chen.sees(f"审定老刘 审定通过 西北能化考核 {period} 的考核结果 {sure} 个")
