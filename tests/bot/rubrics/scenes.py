"""Documents that the scripts send, and ways that many of them share."""

from tests.bot.walk.scenes import ZHANG
from tests.bot.walk.scenes import begin as open_visit
from tests.kit.chat import Chat
from tests.kit.program import Program
from tests.rubrics.draft.builders import rows, word

NAME = "班组考核办法.docx"


QUALITY = "4|^|工序质量|20|返工每件扣2分|"


def scheme(
    *, patrol: str = "少一次扣2分", extra: str = "", number: str = "5", quality: str = QUALITY
) -> bytes:
    """The official document of a made-up scheme; the next year's differs where it is said."""
    added = "".join(f"\n{row}" for row in (quality, extra) if row)
    whole = 60 + (10 if extra else 0) - (0 if quality else 20)
    return word(
        "红星机械厂工会文件",
        f"红机工〔2024〕{number}号",
        "关于印发《班组考核办法》的通知",
        "红星机械厂工会",
        f"2024年{number}月8日",
        "附件",
        "班组考核评分表",
        rows(f"""
序号|考核项目|考核内容|分值|评分标准|得分
1|安全管理（30分）|班前会制度健全|10|未建立制度不得分；记录不全每次扣1分|
2|^|每月巡检不少于2次|20|{patrol}；隐患未整改每项扣5分|
3|质量管理（{30 if quality else 10}分）|质量台账|10|无台账扣5分|{added}
合计|<|<|{whole}||
"""),
    )


SCHEME = scheme()


async def upload(who: Chat, content: bytes = SCHEME, name: str = NAME) -> None:
    """Send a document; ends on the page of its draft."""
    await who.document(content, name)
    who.sees("草稿 ·")


async def settle(who: Chat, **typed: str) -> None:
    """Settle every question, from the draft's page back to it: typed where it is said, else as it was read."""
    words = {"简称": "班组考核", "负责人的称呼": "班组长", **typed}
    await who.tap("逐条确认")
    while "草稿 ·" not in who.card():
        field = next(
            (each for each in words if f"{each}：" in who.card() or f"没有找到{each}" in who.card()), None
        )
        before = who.card()
        if field is not None:
            await who.say(words.pop(field))
        else:
            await who.tap(first_option(who))
        assert who.card() != before, who.screen()


def first_option(who: Chat) -> str:
    """The label of the first answer of the question in view."""
    return str(who.card_message()["inline"][0][0]["text"])


async def publish(who: Chat, content: bytes = SCHEME, name: str = NAME, *, id_: str = "banzu-2024") -> None:
    """Bring a document from the chat to a first version."""
    await upload(who, content, name)
    await settle(who, 编号=id_)
    await who.tap("发布")
    await who.tap("确认发布")


async def begin(who: Chat, studio: str = ZHANG.name) -> None:
    """Open a visit by the scheme for the year 2025; ends on its first card."""
    await open_visit(who, "班组考核", "2025 年", studio)


async def offer(who: Chat, content: bytes, name: str = NAME) -> None:
    """Bring the next version up to the last question before publication."""
    await upload(who, content, name)
    await settle(who, 编号="banzu-2024")
    await who.tap("发布")


def drafts(program: Program) -> list[tuple[str, ...]]:
    """State and kind of every draft, in the order in which they came."""
    return program.rows("select state, kind from drafts order by added, id")


def versions(program: Program, rubric: str) -> list[int]:
    """The versions of a rubric that are published."""
    return [row[0] for row in program.rows(f"select version from rubric_versions where rubric = '{rubric}'")]  # noqa: S608 - ids of ours
