"""What cannot become a rubric: each answered in the person's language with what to send instead, and nothing changes."""

import json

import pytest

from rubrics import files
from tests.bot.rubrics.scenes import NAME, SCHEME, drafts, scheme, settle, upload, versions
from tests.bot.walk.scenes import northwest
from tests.kit.chat import Chat
from tests.kit.program import Program
from tests.rubrics.draft import bad_files
from tests.rubrics.draft.builders import word

YAML = """\
id: banzu-2024
version: 1
title: 班组考核
short: 班组
document: 红机工〔2024〕5号
issuer: 红星机械厂工会
issued: 2024-05-08
leader: 班组长
periods: [year]
sections:
  - no: 1
    title: 安全
    points: 30
    items:
      - no: '1.1'
        title: 班前会
        points: 20
        standard: 缺一次扣2分
        rules:
          - {letter: a, kind: each, points: 2, unit: 次, text: 缺一次, quote: 缺一次扣2分}
"""
"""Its section is worth 30, its only item 20."""


async def test_a_photo_and_other_things_that_are_no_document(program: Program, chen: Chat, unchanged) -> None:
    """At home and at the desk: named, refused, and what can be sent instead."""
    with unchanged():
        await chen.photo()
        chen.sees("照片不能读成考核标准，未保存。请发 .docx、.xlsx 或文本文件，或者粘贴文字。")
        await chen.say("/rubrics")
        await chen.tap("上传办法文件")
        await chen.photo(caption="评分表")
        chen.sees("照片不能读成考核标准")
        await chen.voice()
        chen.sees("语音不能读成考核标准")
        await chen.place()
        chen.sees("位置不能读成考核标准")
        await chen.sticker()
        chen.sees("贴纸")
        await chen.say("/cancel")
        await chen.say("你好")
        chen.sees("/rubrics 管理考核标准，也可以直接发来办法文件")


async def test_a_file_that_is_too_large_is_refused_before_it_is_fetched(chen: Chat, unchanged) -> None:
    """30 MB: said at once, nothing kept; an empty file, and a large draft file likewise."""
    with unchanged():
        await chen.document(b"PK" + bytes(30 << 20), "很大.docx")
        chen.sees("文件超过 5 MB；请只留要读的表，去掉图片。")
        await chen.document(b"id: x\n" + b"#" * (300 << 10), "很大.yaml")
        chen.sees("文件超过 262144 字节")


@pytest.mark.parametrize(
    ("content", "name", "answer"),
    [
        (bad_files.truncated(), "半个.docx", "文件不完整或已损坏；请重新保存后再给。"),
        (bad_files.encrypted(), "加密.docx", "文件设有密码；请去掉密码再给。"),
        (bad_files.old_excel(), "旧的.xls", "这是旧格式的 .doc 或 .xls"),
        (bad_files.far_cell(), "远格.xlsx", "表格过大"),
        (bad_files.zip_bomb(), "炸弹.xlsx", "文件解压后过大"),
        (bad_files.entities(), "实体.docx", "文件内含实体声明"),
        (b"%PDF-1.7 something", "扫描.pdf", "不能读取这种文件（PDF）"),
        (word("通知", "各单位：请按时上报。"), "通知.docx", "没有找到评分标准。要找的是"),
    ],
    ids=lambda each: each if isinstance(each, str) and "." in each else "",
)
async def test_documents_that_hold_no_draft(
    program: Program, chen: Chat, content: bytes, name: str, answer: str
) -> None:
    """Damaged, encrypted, old, made to exhaust the reader, or without a score table: one sentence, and a way on."""
    await chen.document(content, name)
    chen.sees(f"草稿 · {name}", f"没有读成：{answer}", "[重新上传]")
    assert drafts(program) == [("failed", "document")]
    await chen.tap("重新上传")
    await chen.document(SCHEME, NAME)
    chen.sees("2 节 4 项 6 条 · 60 分")


async def test_a_document_from_an_assessor_or_a_stranger(program: Program, li: Chat, unchanged) -> None:
    """Only coordinators have the desk; on a card a document is evidence as ever."""
    stranger = program.stranger("路人")
    with unchanged():
        await li.document(SCHEME, NAME)
        li.sees("当前没有打开的考核项，未保存。")
        await stranger.document(SCHEME, NAME)
        stranger.sees("本机器人仅供创新工作室考核使用")
        await stranger.say("/rubrics")
    await northwest(li)
    await li.document(SCHEME, NAME)
    li.sees("证据 📄1")
    assert drafts(program) == []


async def test_a_coordinator_on_an_open_card_sends_evidence(program: Program, chen: Chat) -> None:
    """Whoever assesses too: the document goes to the item in view, not to the desk."""
    await chen.start(await program.invite("陈主任", "assessor", person="陈主任"))
    await northwest(chen)
    await chen.document(SCHEME, NAME)
    chen.sees("证据 📄1")
    assert drafts(program) == []


async def test_a_second_document_while_one_is_open(program: Program, chen: Chat, unchanged) -> None:
    """One at a time: the second is refused by name, and the first goes on as it was."""
    await upload(chen)
    with unchanged():
        await chen.document(scheme(number="6"), "第二份.docx")
        chen.sees("您还有一份没有发布的草稿（班组考核办法.docx），这份没有收下。")
        await chen.say("/rubrics")
        await chen.document(scheme(number="6"), "第二份.docx")
        chen.sees("这份没有收下")
        await chen.tap("上传办法文件")
        chen.sees("您还有一份没有发布的草稿：班组考核办法.docx。一次只处理一份。")
    await chen.tap("查看草稿")
    chen.sees("[逐条确认 0/11]")


async def test_two_documents_at_once(program: Program, chen: Chat) -> None:
    """Sent one after the other without waiting: the first is read, the second refused."""
    with program.impatient():
        chen.offline()
        await chen.document(SCHEME, NAME)
        await chen.document(scheme(number="6"), "第二份.docx")
        await chen.online()
    await chen.settle()
    assert [state for state, _ in drafts(program)] == ["open"]
    assert any("这份没有收下" in each for each in chen.news())


async def test_a_file_that_telegram_has_lost(program: Program, chen: Chat) -> None:
    """Tried again for a while, then told."""
    with program.impatient():
        await chen.document(SCHEME, NAME, gone=True)
        chen.sees("已收到，正在读取")
    for _ in range(6):
        program.pass_time(minutes=10)
        assert program.running
        program.running.fetcher.wake()
        await chen.settle()
    assert [state for state, _ in drafts(program)] == ["failed"]
    assert any(
        "没有读成：服务器上已没有这个文件。请重新发送。" in message.get("text", "")
        for message in chen.phone.messages
    )


async def test_a_draft_is_given_up_while_it_is_read(program: Program, chen: Chat) -> None:
    """Whatever comes of the reading then is forgotten."""
    running = program.running
    assert running
    async with program.held(running.drafts):
        await chen.document(SCHEME, NAME)
        await chen.tap("放弃草稿")
        await chen.tap("确认放弃")
    await chen.settle()
    assert drafts(program) == [("dropped", "document")]
    assert program.rows("select count(*) from jobs where state = 'waiting'") == [(0,)]
    await upload(chen)


async def test_every_mistake_of_a_corrected_file_with_its_line(
    program: Program, chen: Chat, unchanged
) -> None:
    """`file:line what, what instead`, all of them at once; the draft that it was to correct stays as it was."""
    await upload(chen)
    before = program.rows("select text, state from drafts")
    await chen.document(YAML.replace("kind: each", "kind: often").encode(), "改好的.yaml")
    chen.sees("改好的.yaml 有 1 处要改，没有收下，原来的内容不变：", "改好的.yaml:20", "often")
    chen.sees("草稿 · 班组考核办法.docx", "[逐条确认 0/11]")
    await chen.document(YAML.encode(), "改好的.yaml")
    chen.sees("改好的.yaml:13", "30", "20")
    await chen.document(b"\xff\xfe\x00", "乱码.yaml")
    chen.sees("UTF-8")
    await chen.document(b"a: [1, 2", "坏的.yaml")
    chen.sees("坏的.yaml:")
    assert program.rows("select text, state from drafts where kind = 'document'") == before


async def test_more_mistakes_than_a_message_takes(program: Program, chen: Chat) -> None:
    """The first of them in the message, all of them in a text file."""
    rules = "".join(
        f"          - {{letter: {chr(98 + at % 20)}, kind: each, points: x{at}, unit: 次, text: 缺一次}}\n"
        for at in range(60)
    )
    await chen.document((YAML + rules).encode(), "很多错.yaml")
    text = next(
        message["text"] for message in reversed(chen.phone.messages) if "没有收下" in message.get("text", "")
    )
    assert len(text) <= 4096
    assert "…另有" in text
    listed = next(
        message
        for message in reversed(chen.phone.messages)
        if message.get("document", {}).get("file_name") == "要改的地方.txt"
    )
    lines = chen.phone.file(listed["document"]["file_id"]).decode().splitlines()
    assert len(lines) >= 60
    assert all(line.startswith("很多错.yaml:") for line in lines)
    assert [state for state, _ in drafts(program)] == ["failed"]


async def test_a_corrected_file_that_still_has_placeholders_is_not_published(
    program: Program, chen: Chat
) -> None:
    """What a draft leaves open has to be written, by answer or by hand."""
    text = YAML.replace("points: 30", "points: 20").replace("id: banzu-2024", "id: draft-1234")
    text = text.replace("issuer: 红星机械厂工会", "issuer: 〔?〕发文单位")
    await chen.document(text.encode(), "改好的.yaml")
    chen.sees(
        "还有 2 处不能发布：", "改好的.yaml:1 id", "改好的.yaml:6 issuer", "还是占位文字；请改成实际内容。"
    )
    await chen.tap("发布")
    chen.hears("还有 2 处不能发布，没有发布")
    assert versions(program, "draft-1234") == []


async def test_what_would_not_fit_into_buttons_and_cards_is_not_published(
    program: Program, chen: Chat
) -> None:
    """An id too long for a button, a title that fills a screen, a rule that fills a message."""
    text = YAML.replace("points: 30", "points: 20").replace("id: banzu-2024", f"id: {'a' * 50}")
    text = text.replace("title: 班组考核\n", f"title: {'班' * 200}\n").replace(
        "text: 缺一次", f"text: {'缺' * 5000}"
    )
    await chen.document(text.encode(), "长.yaml")
    chen.sees("还有 3 处不能发布：", "过长；请改为 32 个字符以内", "标题 过长（200 字）", "1.1 的评分卡过长")
    await chen.tap("看评分卡")
    chen.sees("预览 · 草稿", "（此卡过长")
    await chen.tap("返回", on=chen.card_message()["message_id"])
    await chen.tap("发布")
    chen.hears("没有发布")


async def test_markup_in_a_document_is_text(program: Program, chen: Chat) -> None:
    """Names, titles, quotes and mistakes never become tags."""
    text = (
        YAML.replace("points: 30", "points: 20")
        .replace("班组考核\n", "<b>班组</b> & 考核\n")
        .replace("缺一次", "<i>缺</i>一次")
    )
    await chen.document(text.encode(), "<u>x</u>.yaml")
    chen.sees("草稿 · <u>x</u>.yaml", "<b>班组</b> & 考核")
    await chen.tap("看评分卡")
    chen.sees("a <i>缺</i>一次")
    await chen.tap("返回", on=chen.card_message()["message_id"])
    await chen.tap("发布")
    chen.sees("发布 <b>班组</b> & 考核")
    await chen.tap("确认发布")
    assert versions(program, "banzu-2024") == [1]


async def test_a_paste_without_end(chen: Chat) -> None:
    """Longer than any scheme: the last message is refused, what came before stays."""
    await chen.say("/rubrics")
    await chen.tap("上传办法文件")
    for _ in range(50):
        await chen.say("长" * 4000)
    chen.sees("超过 200000 字，这一条没有收下。请改发文件。")


async def test_words_at_the_desk_change_nothing(chen: Chat, unchanged) -> None:
    """A text where none is asked for shows again where one stands."""
    await upload(chen)
    await settle(chen, 编号="banzu-2024")
    with unchanged():
        await chen.say("这样行吗")
        chen.sees("条都已确认")
        await chen.tap("发布")
        await chen.say("好的")
        chen.sees("[确认发布]")


async def test_a_version_that_cannot_be_numbered_is_not_published(program: Program, chen: Chat) -> None:
    """JSON is YAML too: its version stands on no line of its own, so nothing is published under a wrong number."""
    loaded = files.loads(YAML.replace("points: 30", "points: 20"), "x.yaml").rubric
    assert loaded
    plain = loaded.model_dump(mode="json", exclude_defaults=True) | {"version": 7}
    await chen.document(json.dumps(plain, ensure_ascii=False).encode(), "版本.yaml")
    chen.sees("还有 1 处不能发布：", "请在文件里单独写一行：version: 1")
    await chen.tap("发布")
    chen.hears("没有发布")
    assert versions(program, "banzu-2024") == []
