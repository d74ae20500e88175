"""Visits with a 考核组, planned by changes: how a coordinator taps them together is told elsewhere."""

from collections.abc import Mapping

from bot.changes import MarkItem, PlanVisit, Sign
from bot.changes.sign import digest
from bot.store import StoreDesk
from rubrics.marks import EMPTY, ItemMarks
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Button, Chat
from tests.kit.program import Program

VISIT = "visit00000001"
ASSESSMENT = "assess0000001"
GROUP = ("周组长", "李工", "钱工")


async def planned(
    program: Program,
    *names: str,
    rubric: str = "northwest-2025",
    period: str = "2025-12",
    variant: str | None = None,
    form: str | None = None,
) -> None:
    """A visit for these people, the head first."""
    version = await program.read(
        lambda desk: next(each.version for each in desk.library.current() if each.id == rubric)
    )
    people = tuple(program._id(name) for name in names or GROUP)
    await program.make(
        PlanVisit(
            visit=VISIT,
            assessment=ASSESSMENT,
            studio=ZHANG.id,
            rubric=rubric,
            version=version,
            period=period,
            variant=variant,
            form=form,
            day="2026-01-05",
            today="2026-01-05",
            assessors=people,
        ),
        by="陈主任",
    )


async def begin(*chats: Chat) -> None:
    """Open its card in each of these chats."""
    for chat in chats:
        await chat.say("/resume")


async def to_sign(who: Chat) -> None:
    """Go from wherever one is to the summary."""
    await who.tap("核对")
    await who.tap("继续")
    await who.tap("去签字")


async def sign(who: Chat) -> None:
    """Press the button below the summary, whatever came below that since."""
    for message in reversed(who.phone.messages):
        for key in (key for row in message.get("inline", []) for key in row):
            if key["text"] in {"签字", "Sign"}:
                await who.tap(Button(message["message_id"], key["text"], key["data"]))
                return
    raise AssertionError(who.screen())


def summary(who: Chat) -> str:
    """The summary as it stands now, whatever came below it since."""
    texts = (message.get("text", "") for message in reversed(who.phone.messages) if message["from"] == "bot")
    return next(text for text in texts if "校验码" in text or "check code" in text)


async def enter(program: Program, name: str, marks: Mapping[str, ItemMarks]) -> None:
    """Enter marks on somebody's ballot and sign it, without a chat."""
    person = program._id(name)
    ballots = await program.read(lambda desk: desk.panels.ballots(VISIT))
    mine = next(each.assessment for each in ballots if each.person == person)
    changes = [MarkItem(assessment=mine, item=no, before=EMPTY, after=one) for no, one in marks.items()]
    await program.make(*changes, by=name)

    def code(desk: StoreDesk) -> str:
        found = desk.visits.assessment(mine)
        assert found
        return digest(desk, found)

    await program.make(Sign(assessment=mine, digest=await program.read(code)), by=name)
