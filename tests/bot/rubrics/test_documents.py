"""From a document in the chat to a published rubric: what a coordinator sends, sees and gets back."""

import hashlib
import json

from tests.bot.rubrics.scenes import NAME, SCHEME, drafts, publish, scheme, settle, upload, versions
from tests.bot.walk.scenes import tongliao
from tests.kit.chat import Chat
from tests.kit.program import Program
from tests.rubrics.draft.builders import excel, rows

TABLE = rows("""
考核项目|考核内容|分值|评分标准
安全管理|班前会|10|缺一次扣2分
安全管理|隐患排查|20|未整改每项扣5分
""")


async def test_a_document_is_read_by_a_child(program: Program, chen: Chat) -> None:
    """Everywhere else in these scripts the reader runs in the program itself, which saves a second each time."""
    program.with_children()
    await upload(chen, SCHEME, NAME)
    chen.sees("2 节 4 项 6 条 · 60 分")


async def test_the_list_and_a_rubrics_page(chen: Chat) -> None:
    """/rubrics: every rubric with its newest version; its page says where it comes from and what is assumed."""
    await chen.say("/rubrics")
    chen.sees("考核标准", "· 通辽市职工创新工作室考核标准及评分表 · 第 ")
    await chen.tap("通辽市考核")
    chen.sees("通工技发〔2020〕2号", "编号 tongliao-2020", "5 节 15 项", "100 分", "考核期：年度")
    await chen.tap("口径 ")
    chen.sees("口径（原文未规定，由本单位确定）", "2.6 工作台账分值10分", "暂定：给予")
    await chen.tap("返回")
    await chen.tap("全部考核标准")
    chen.sees("[上传办法文件]")


async def test_the_cards_as_the_assessor_will_see_them(
    program: Program, chen: Chat, li: Chat, unchanged
) -> None:
    """The preview is the walk's own card, button by button; what would score says that it does not."""
    await tongliao(li)
    await chen.say("/rubrics")
    await chen.tap("通辽市考核")
    await chen.tap("看评分卡")
    with unchanged():
        real, shown = li.card().split("\n"), chen.card().split("\n")
        assert [line for line in real if line not in shown] == []
        await chen.tap("全部达标，下一项")
        chen.hears("这是预览，只看不记分。")
        await chen.tap("1.2 ›")
        chen.sees("› 1.2 ")
        await chen.tap("目录")
        await chen.tap("2.6 ○")
        chen.sees("› 2.6 ")
        await chen.tap("原文疑义与口径")
        chen.sees("2.6 原文疑义与处理口径")
        await chen.tap("目录")
        await chen.tap("3.1 ○")
        first = chen.card()
        await chen.tap("类型：")
        assert chen.card() != first
    await chen.tap("返回", on=chen.card_message()["message_id"])
    chen.sees("编号 tongliao-2020")


async def test_a_word_document_becomes_a_rubric(program: Program, chen: Chat, li: Chat) -> None:
    """Sent, read, confirmed, published: then an assessor can choose it; who, when and from what is in the history."""
    await upload(chen)
    chen.sees("班组考核评分表", "红机工〔2024〕5号", "2 节 4 项 6 条 · 60 分", "已确认 0/")
    await chen.tap("发布")
    chen.hears("条没有确认，没有发布")
    assert versions(program, "banzu-2024") == []
    await settle(chen, 编号="banzu-2024")
    chen.sees("条都已确认", "发布后是 banzu-2024 第 1 版")
    await chen.tap("发布")
    chen.sees("编号 banzu-2024 第 1 版 · 2 节 4 项 6 条 · 60 分", "确认人：陈主任", "新的考核标准")
    assert versions(program, "banzu-2024") == []
    await chen.tap("确认发布")
    chen.sees("✓ 已发布 班组考核评分表 第 1 版 · 陈主任 · 2026-01-05 10:00", "编号 banzu-2024 · 第 1 版")
    chen.sees(f"发布：陈主任 · 依据的文件 {hashlib.sha256(SCHEME).hexdigest()[:12]}")
    assert versions(program, "banzu-2024") == [1]
    await li.say("/assess")
    await li.tap("张建国工作室")
    await li.tap("班组考核")
    await li.tap("2025")
    li.sees("安全管理 › 1.1 班前会制度健全")

    ((at, who, payload),) = program.rows(
        "select h.at, p.name, h.payload from history h join persons p on p.id = h.person where stream = 'rubrics'"
    )
    told = json.loads(payload)
    assert (who, at) == ("陈主任", 1_767_578_400_000)
    assert told["rubric"] == ["banzu-2024", 1]
    assert told["documents"] == [hashlib.sha256(SCHEME).hexdigest()]
    assert told["answers"]["field-id"] == "typed"
    assert told["answers"]["field-title"] == "keep"
    ((text, sha256),) = program.rows("select text, sha256 from rubric_versions where rubric = 'banzu-2024'")
    assert told["sha256"] == sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (program.folder / "media" / told["documents"][0][:2] / told["documents"][0]).read_bytes() == SCHEME


async def test_a_workbook_and_a_text_are_read_too(program: Program, chen: Chat) -> None:
    """.xlsx and .txt; a draft that is given up makes room for the next."""
    await upload(chen, excel({"评分表": TABLE}), "考核.xlsx")
    chen.sees("1 节 2 项 2 条 · 30 分")
    await chen.tap("放弃草稿")
    chen.sees("放弃这份草稿？")
    await chen.tap("确认放弃")
    chen.hears("草稿已放弃。")
    text = "\n".join("\t".join(row) for row in TABLE)
    await upload(chen, text.encode(), "考核.txt")
    chen.sees("1 节 2 项 2 条 · 30 分")
    assert [state for state, _ in drafts(program)] == ["dropped", "open"]


async def test_a_text_is_pasted_in_several_messages(program: Program, chen: Chat) -> None:
    """After [上传办法文件]: Telegram cuts long texts, so they are collected until the person says that it is all."""
    await chen.say("/rubrics")
    await chen.tap("上传办法文件")
    chen.sees("不超过 5 MB", "也可以把评分标准的文字粘贴在这里")
    lines = ["\t".join(row) for row in TABLE]
    await chen.say("\n".join(lines[:2]))
    chen.sees("已收到文字", "（2 行）")
    await chen.say(lines[2])
    chen.sees("（3 行）")
    await chen.tap("开始读取")
    chen.sees("草稿 · 粘贴的文字", "1 节 2 项 2 条 · 30 分")
    (digest,) = [row[0] for row in program.rows("select sha256 from drafts")]
    assert digest == hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert (program.folder / "media" / digest[:2] / digest).read_bytes().decode() == "\n".join(lines)


async def test_a_paste_is_forgotten(program: Program, chen: Chat) -> None:
    """[不要了] closes it, and the next upload begins anew."""
    await chen.say("/rubrics")
    await chen.tap("上传办法文件")
    await chen.say("随便写的")
    await chen.tap("不要了")
    chen.sees("[上传办法文件]")
    assert drafts(program) == [("dropped", "text")]
    await upload(chen)


async def test_the_draft_file_goes_out_and_comes_back_corrected(program: Program, chen: Chat) -> None:
    """Downloaded, changed in an editor, sent back: it takes the draft's place, with nothing left to ask."""
    await upload(chen)
    await settle(chen, 编号="banzu-2024")
    await chen.tap("下载草稿文件")
    text = file_of(chen, ".yaml").decode()
    assert "id: banzu-2024\nversion: 1\n" in text
    corrected = text.replace("title: 班前会制度健全", "title: 班前会")
    assert corrected != text
    await chen.document(corrected.encode(), "改好的.yaml")
    chen.sees("草稿 · 改好的.yaml", "以您改好的文件为准")
    await chen.tap("看评分卡")
    chen.sees("› 1.1 班前会\n")
    await chen.tap("返回", on=chen.card_message()["message_id"])
    await chen.tap("发布")
    await chen.tap("确认发布")
    assert versions(program, "banzu-2024") == [1]
    assert drafts(program) == [("replaced", "document"), ("published", "yaml")]
    ((payload,),) = program.rows("select payload from history where stream = 'rubrics'")
    documents = [hashlib.sha256(each).hexdigest() for each in (corrected.encode(), SCHEME)]
    assert json.loads(payload)["documents"] == documents


async def test_a_published_file_can_be_downloaded(chen: Chat) -> None:
    """From a rubric's page: the very file of that version."""
    await chen.say("/rubrics")
    await chen.tap("通辽市考核")
    await chen.tap("下载标准文件")
    chen.hears("正在准备文件")
    assert b"id: tongliao-2020\n" in file_of(chen, "tongliao-2020.v")


async def test_the_program_is_killed_while_a_document_is_read(program: Program, chen: Chat) -> None:
    """The job lies in the database: after a restart the draft is there, once."""
    running = program.running
    assert running

    async def dies(_job: object) -> None:
        raise RuntimeError

    running.drafts._read = dies  # type: ignore[assignment,method-assign]
    with program.impatient():
        await chen.document(SCHEME, NAME)
        chen.sees("草稿 · 班组考核办法.docx", "已收到，正在读取")
    await program.restart()
    program.pass_time(minutes=1)
    assert program.running
    program.running.drafts.wake()
    await chen.settle()
    chen.sees("2 节 4 项 6 条 · 60 分")
    assert drafts(program) == [("open", "document")]
    assert program.rows("select count(*) from jobs where kind = 'draft'") == [(0,)]


async def test_whoever_went_elsewhere_is_told_in_a_line(program: Program) -> None:
    """The draft does not take the place of a card on which somebody works."""
    both = await program.person("赵工", "coordinator")
    await both.start(await program.invite("赵工", "assessor", person="赵工"))
    running = program.running
    assert running
    await both.say("/rubrics")
    await both.tap("上传办法文件")
    async with program.held(running.drafts):
        await both.document(scheme(), NAME)
        await both.say("/assess")
        await both.tap("张建国工作室")
        await both.tap("通辽市考核")
        await both.tap("2025 年")
        both.at("1.1")
    await both.settle()
    both.sees("《班组考核办法.docx》已读成草稿：4 项 6 条")
    assert both.has("查看草稿")
    await both.tap("a ☐", on="1.1")
    await both.tap("查看草稿")
    both.sees("草稿 · 班组考核办法.docx", "[逐条确认 0/")


async def test_the_desk_speaks_english(program: Program, li: Chat) -> None:
    """The same pages in the reader's language; the document's own words stay as they are."""
    anna = await program.person("Anna", "coordinator", language="en")
    await anna.say("/rubrics")
    anna.sees("Rubrics", "version", "[Upload a document]")
    await anna.document(SCHEME, NAME)
    anna.sees(
        "Draft · 班组考核办法.docx", "2 sections, 4 items, 6 rules · 60 points", "[Confirm point by point 0/"
    )
    await anna.tap("Confirm point by point")
    anna.sees("Basic facts")
    await anna.tap("Back to the draft")
    await anna.tap("See the cards")
    anna.sees("Preview · draft", "1.1 班前会制度健全")


async def test_the_publication_is_told_to_the_other_coordinators(program: Program, chen: Chat) -> None:
    """Who published what."""
    other = await program.person("周主任", "coordinator")
    await publish(chen)
    other.sees("陈主任 发布了考核标准：班组考核评分表 第 1 版。")


def file_of(who: Chat, name: str) -> bytes:
    """The newest file that came into the chat with this in its name."""
    for message in reversed(who.phone.messages):
        document = message.get("document", {})
        if message["from"] == "bot" and name in document.get("file_name", ""):
            return who.phone.file(document["file_id"])
    raise AssertionError(who.screen())
