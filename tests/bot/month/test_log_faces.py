"""The faces of the log as small golden texts in both languages; `--refresh` writes them anew."""

from pathlib import Path

import pytest

from bot.flows.lengths import MAX_TEXT
from tests.bot.month.conftest import MINE
from tests.bot.month.scenes import entries, log
from tests.kit.chat import Chat
from tests.kit.program import Program

GOLDEN = Path(__file__).parents[2] / "data" / "log_faces"
LABELS = {
    "zh-hans": ("专业理论授课", "今天", "跳过", "改", "主题", "保存", "删…", "记错了", "取消", "归入附件…"),
    "en": (
        "theory lesson",
        "Today",
        "Skip",
        "Edit",
        "Topic",
        "Save",
        "Delete…",
        "Logged by mistake",
        "Cancel",
        "Place the files…",
    ),
}
NAMES = (
    "list-empty",
    "date",
    "topic",
    "figures",
    "led",
    "check",
    "saved",
    "edit",
    "conflict",
    "delete",
    "deleted",
    "where",
    "list",
)


async def walked(program: Program, who: Chat, language: str, by: str) -> dict[str, str]:
    """Every card of the log on the way from an empty month to a full one."""
    theory, today, skip, edit, topic, save, delete, mistake, cancel, _ = LABELS[language]
    seen: dict[str, str] = {}

    def keep(name: str) -> None:
        seen[name] = who.card()

    await who.say("/log")
    keep("list-empty")
    await who.tap(theory)
    keep("date")
    await who.tap(today)
    keep("topic")
    await who.say("液压阀检修")
    keep("figures")
    await who.say("18人 2小时")
    keep("led")
    await who.tap(skip)
    await who.say("先讲后练")
    await who.photo()
    keep("check")
    await who.tap(save)
    keep("saved")
    await who.tap(edit)
    keep("edit")
    await who.tap(cancel)
    await who.tap(delete)
    keep("delete")
    await who.tap(mistake)
    keep("deleted")
    for day in range(1, 5):
        await log(program, on=f"2026-01-0{day}", topic=f"第 {day} 讲", by=by, people=day)
    await log(program, "practice", on="2025-12-30", topic="迟报的一条", by=by)
    await who.photo(caption="阀体 <拆开>")
    keep("where")
    await who.say("/log")
    keep("list")
    await who.tap("✎ 1")
    await who.tap(edit)
    await who.tap(topic)
    await who.say("换向阀")
    other = await program.person("Zhao", "leader", MINE, "en")
    await other.say("/log")
    await other.tap("✎ 1")
    await other.tap("Edit")
    await other.tap("Topic")
    await other.say("泵站")
    await other.tap("Save")
    await who.tap(save)
    seen["conflict"] = "\n―\n".join(who.new_messages())
    return seen


@pytest.mark.parametrize("language", ["zh-hans", "en"])
async def test_faces(program: Program, language: str, refresh: bool) -> None:
    """What the cards show is what the golden texts say."""
    by = "王海涛" if language == "zh-hans" else "Anna"
    who = await program.person(by, "leader", MINE, language)
    seen = await walked(program, who, language, by)
    assert set(seen) == set(NAMES)
    end = "" if language == "zh-hans" else "-en"
    for name, text in seen.items():
        path = GOLDEN / f"{name}{end}.txt"
        if refresh:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        assert text + "\n" == path.read_text(encoding="utf-8"), name


def test_every_golden_text_has_its_face() -> None:
    """A text that nothing draws any more is not kept."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {
        f"{name}{end}" for name in NAMES for end in ("", "-en")
    }


async def test_the_longest_words_fit_a_message(program: Program, wang: Chat) -> None:
    """A summary of 2000 signs, a topic of 200, a name of 60 and 30 such entries: each card fits, nothing is cut in the log."""
    long = "<&>" * 666
    await wang.say(f"授课 今天 {'长<' * 100}\n{long}")
    wang.sees("✓ 已记录", "…")
    (entry,) = await entries(program)
    assert (entry.summary, entry.topic) == (long, "长<" * 100)
    await wang.tap("改")
    wang.sees("请核对")
    for number in range(30):
        await log(
            program,
            on="2026-01-04",
            topic="<&长" * 50,
            people=9999,
            hours="999",
            led_by="名" * 60,
            amount=str(number + 1),
        )
    await wang.say("/log")
    wang.sees("第 1/6 页")
    for _ in range(3):
        await wang.photo(caption="<&>" * 300)
    wang.sees("已收下 📷3")
    assert max(len(message.get("text", "")) for message in wang.phone.messages) < MAX_TEXT * 2 / 3
