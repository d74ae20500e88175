"""The same desk in English: Excel out and in, mistakes, change of leader."""

from tests.bot.studios.books import book, changed, exported, sent
from tests.bot.studios.test_card import opened
from tests.kit.chat import Chat
from tests.kit.program import Program

HEAD = (
    "Studio",
    "Unit",
    "Leader",
    "Named on",
    "Type Tongliao (tongliao-2020)",
    "Fund 2026 (yuan)",
    "Team (honours)",
)
SPRING = (
    "Spring studio",
    "Pit 3",
    "Lei Chun",
    "2024-05-01",
    "skills",
    "30000",
    "Lei Chun (model worker); Li Si",
)


async def test_out_and_in_again(program: Program, anna: Chat, unchanged) -> None:
    data = await exported(anna)
    anna.sees("The list of studios, 2. Changed and sent back, it can be imported.")
    await sent(anna, data)
    anna.sees("0 new · 0 changed · 2 the same", "Exactly the list as it is, there is nothing to write.")
    await sent(anna, changed(data, lambda sheet: sheet.append([None, *SPRING[:3]])))
    anna.sees("1 new · 0 changed · 2 the same", "new: row 4 Spring studio · Pit 3")


async def test_a_list_is_imported(program: Program, anna: Chat) -> None:
    await sent(anna, book(SPRING, head=HEAD))
    anna.sees("Import studios　名单.xlsx", "1 new", "This is a trial, nothing is written yet.")
    await anna.tap("Import 1")
    anna.sees("✓ Imported: 1 new, 0 changed, 0 the same.", "3 in all")
    await anna.tap("Spring studio")
    anna.sees("Leader: Lei Chun", "Fund: 2026: 30000 yuan", "Team of 2: Lei Chun (model worker); Li Si")


async def test_mistakes_are_told(program: Program, anna: Chat, unchanged) -> None:
    wrong = ("Spring studio", "", "Lei Chun", "2026-02-31", "office", "a lot", "Lei (")
    await sent(anna, book(wrong, head=HEAD))
    anna.sees(
        "5 mistakes, no row was written.",
        "row 2 · Unit · This cannot be empty, please write it.",
        "row 2 · Named on · “2026-02-31” is no day, write 2026-02-28.",
        "row 2 · Type Tongliao (tongliao-2020) · There is no type “office”",
        "row 2 · Fund 2026 (yuan) · “a lot” is no amount, write 30000.",
        "row 2 · Team (honours) · “Lei (” cannot be read",
    )
    assert not anna.has("Import 1")


async def test_another_leader(program: Program, anna: Chat) -> None:
    await opened(anna)
    await anna.tap("Change of leader…")
    anna.sees("Until now: 红旗工", "Send the new leader's name.")
    for said in ("Zhou Ming", "2026-01-01", "No. 3 of 2026", "retired"):
        await anna.say(said)
    anna.sees("New: Zhou Ming", "Paper: No. 3 of 2026", "Please check.")
    await anna.tap("Change", on=anna.card_message()["message_id"])
    anna.sees(
        "is led by Zhou Ming instead of 红旗工 (from 2026-01-01, No. 3 of 2026).", "[Invite the new leader]"
    )
