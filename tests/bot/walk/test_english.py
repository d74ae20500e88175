"""The same in English: people who read it meet no Chinese but the rubric's own words."""

from bot.texts import TEXTS
from tests.bot.walk.scenes import agrees, begin
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


def chinese_in(chat: Chat) -> list[str]:
    """Our own Chinese texts that stand in a chat; a rubric's words are its own."""
    said = "\n".join(message.get("text", "") for message in chat.phone.messages if message["from"] == "bot")
    ours = [
        text
        for text in TEXTS["zh-CN"].values()
        if len(text) > 2 and "{" not in text and text not in TEXTS["en"].values()
    ]
    return [text for text in ours if text in said and any("一" <= sign <= "鿿" for sign in text)]


async def test_a_walk_to_71_in_english(program: Program) -> None:
    """The main walk line by line; the sheet follows the rubric's language."""
    ann = await program.person("Ann", language="en")
    ann.sees("Ann", "/assess")
    assert ann.keys() == ["Continue", "Sheet", "Undo"]
    await begin(ann, "Tongliao assessment", "2025")
    ann.sees("Teamwork › 1.1 The leader", "not looked at (5 points)", "scored")
    await ann.tap("a ☐")
    await ann.tap("c ☐")
    await ann.photo(caption="with the apprentice")
    ann.sees("3/5 = a 2 + c 1", "📷1")
    await ann.say("no photo of b")
    ann.sees("📝 no photo of b")
    await ann.tap("1.2 ›")
    await ann.tap("b ☐")
    await ann.tap("2.1 ›")
    await ann.tap("✓")
    ann.at("2.2")
    await ann.say(
        "2.2 b\n2.3 a\n2.4 ab\n2.5 ab\n2.6 a\n3.1 full\n3.2 0\n4.1 a\n4.2 a\n5.1 full\n5.2 0\n5.3 6\n5.4 a"
    )
    ann.sees("5.3", "5.4", "11")
    await ann.say("5.3 full")
    await ann.tap("Contents")
    ann.sees("Teamwork", "Work in practice")
    await ann.tap("Check and sign")
    ann.sees("72")
    await ann.tap("go on…")
    ann.sees("Strengths", "Problems", "Advice")
    await ann.say("a steady team")
    await ann.tap("Go to sign")
    ann.sees("Ann", "72")
    await ann.tap("Sign")
    ann.sees("✓")
    assert Paper(ann.sheet_file()).line("合计") == 72
    await agrees(program, ann)
    assert chinese_in(ann) == []


async def test_refusals_are_in_the_persons_language(program: Program) -> None:
    """Where, what, what instead; the same that 李工 gets in Chinese."""
    ann = await program.person("Ann", language="en")
    await ann.photo()
    ann.sees("/resume")
    await begin(ann, "Northwest", "2025-12")
    for said in ("2.2 a3", "1.1 a c", "2.9 3", "2.2 nothing there", "3.3 a4", "5.5 a", "/what"):
        await ann.say(said)
    await ann.edit("1.1 b", ann.last_own())
    await ann.sticker()
    await ann.document(b"", "empty.pdf")
    await ann.forge("k:t:nobody:1.1:a:1:0")
    assert ann.answer()
    await ann.tap("No deduction")
    await ann.tap("Other score")
    await ann.say("none")
    assert chinese_in(ann) == []


async def test_lang_changes_everything_at_once(program: Program, li: Chat) -> None:
    """/lang: the answer, the command menu and the reply keyboard are in the other language, and the next card."""
    await begin(li, "通辽市考核", "2025")
    await li.say("/lang")
    assert li.keys() == ["Continue", "Sheet", "Undo"]
    assert not any("一" <= sign <= "鿿" for line in li.commands() if "/lang" not in line for sign in line)
    await li.say("Continue")
    li.sees("Teamwork › 1.1 The leader")
    await li.say("/lang")
    assert li.keys() == ["继续", "总表", "撤销"]
    await li.say("总表")
    li.sees("团队协作 未评（共 10）")
