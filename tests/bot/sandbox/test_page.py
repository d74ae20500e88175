"""The chat page in Chromium on a real stand-in; the bot is a few direct calls of the Bot API."""

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.async_api import FilePayload, Locator, Page, async_playwright, expect

import bot.sandbox
from bot.sandbox import StandIn
from tests.kit.programs import program

PAGE = Path(bot.sandbox.__file__).with_name("page")
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
SLOW = 60_000
DESK = {"viewport": {"width": 1280, "height": 900}}
HAND = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
CARD = "工作开展 › <b>2.2 设备设施</b>\n☐ a 建立台账 <b>+1</b>\n☐ b 数量满足需要 <b>+3</b>\n本项未评"
TICKED = "工作开展 › <b>2.2 设备设施</b>\n☑ a 建立台账 <b>+1</b>\n☐ b 数量满足需要 <b>+3</b>\n\n备查 设备台账\n证据 1\n\n本项 <b>1/5</b>\n累计 16"
KEYS = {
    "inline_keyboard": [
        [{"text": "a ☐ +1", "callback_data": "a"}, {"text": "b ☐ +3", "callback_data": "b"}],
        [{"text": "✓ 全部达标，下一项", "callback_data": "full"}],
    ]
}


class Bot:
    """A bot of three lines: calls a method, takes the next update."""

    def __init__(self, standin, page):
        self._base = f"{standin.api_base}/bot{standin.token}"
        self._request = page.request
        self._offset = 0

    async def call(self, method, **params):
        response = await self._request.post(f"{self._base}/{method}", data=params)
        answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def update(self):
        updates = await self.call("getUpdates", offset=self._offset, limit=1, timeout=10)
        assert updates, "the bot was told nothing"
        self._offset = updates[0]["update_id"] + 1
        return updates[0]

    async def rest(self):
        return await self.call("getUpdates", offset=self._offset)

    async def say(self, phone, text, **params):
        return await self.call("sendMessage", chat_id=phone.id, text=text, parse_mode="HTML", **params)


@pytest.fixture
async def standin(judges):
    served = StandIn(check=judges)
    served.set_hints(["先点开始", "再拍照", "看总表"], ["Press start", "Send a photo", "See the sheet"])
    await served.start()
    yield served
    await served.close()


@pytest.fixture
async def chromium():
    path = program("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def open_page(chromium, standin):
    """Opens the page of a person; at the end nothing may have come from elsewhere and nothing have broken."""
    wrong: list[str] = []
    own = urlsplit(standin.url).netloc

    async def opened(phone, shape) -> Page:
        context = await chromium.new_context(**shape, locale="zh-CN", accept_downloads=True)
        page = await context.new_page()
        page.set_default_timeout(SLOW)
        expect.set_options(timeout=SLOW)
        page.on("request", lambda request: wrong.append(request.url) if foreign(request.url, own) else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        await page.goto(f"{standin.url}/#{phone.id}")
        return page

    yield opened
    assert wrong == []


def foreign(url, own):
    parts = urlsplit(url)
    return parts.scheme not in {"blob", "data"} and parts.netloc != own


def bubble(page: Page, text: str) -> Locator:
    return page.get_by_test_id("bubble").filter(has_text=text)


def button(page: Page, label: str) -> Locator:
    return page.get_by_test_id("inline-button").filter(has_text=label)


async def top_of(locator: Locator) -> float:
    box = await locator.bounding_box()
    assert box is not None
    return box["y"]


async def height_of(locator: Locator) -> float:
    box = await locator.bounding_box()
    assert box is not None
    return box["height"]


def picture(color="#336699", size=(1600, 1200)) -> FilePayload:
    buffer = BytesIO()
    Image.new("RGB", size, color).save(buffer, "PNG")
    return {"name": "现场.png", "mimeType": "image/png", "buffer": buffer.getvalue()}


@pytest.mark.browser
async def test_a_person_starts_by_the_invitation_types_and_reads_formatted_text(open_page, standin):
    phone = standin.phone("李工", about="考核人员", start="invite-1")
    page = await open_page(phone, DESK)
    chat = Bot(standin, page)

    await expect(page.get_by_text("再拍照").first).to_be_visible()
    await page.get_by_test_id("start").click()
    assert (await chat.update())["message"]["text"] == "/start invite-1"
    await expect(page.get_by_test_id("invitation")).to_be_hidden()
    await chat.say(
        phone,
        "总分 <b>44</b> · <code>7F3A-91C2</code> &lt;i&gt;",
        reply_markup={
            "keyboard": [[{"text": "继续"}, {"text": "总表"}]],
            "input_field_placeholder": "文字即备注",
        },
    )
    answer = bubble(page, "总分")
    await expect(answer.locator("b")).to_have_text("44")
    await expect(answer.locator("code")).to_have_text("7F3A-91C2")
    await expect(answer).to_contain_text("<i>")
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "文字即备注")

    await page.get_by_test_id("reply-key").filter(has_text="总表").click()
    assert (await chat.update())["message"]["text"] == "总表"
    await page.get_by_test_id("composer").fill("2.2 4 缺维护记录\n2.3 满")
    await page.get_by_test_id("composer").press("Enter")
    assert (await chat.update())["message"]["text"] == "2.2 4 缺维护记录\n2.3 满"
    mine = bubble(page, "缺维护记录")
    await expect(mine).to_have_count(1)
    await expect(mine.locator("[data-state=sent]")).to_be_visible()
    await expect(page.get_by_test_id("composer")).to_have_value("")


@pytest.mark.browser
async def test_a_card_is_edited_in_place_and_its_buttons_stay_under_the_thumb(open_page, standin):
    phone = standin.phone("李工")
    page = await open_page(phone, HAND)
    chat = Bot(standin, page)
    await page.get_by_test_id("start").click()
    await chat.update()
    for number in range(12):
        await chat.say(phone, f"较早的消息 {number}")
    card = await chat.say(phone, CARD, reply_markup=KEYS)
    shown = page.locator(f"[data-message-id='{card['message_id']}']")
    await expect(shown).to_contain_text("本项未评")
    before = await top_of(button(page, "全部达标"))

    await button(page, "a ☐").click()
    query = (await chat.update())["callback_query"]
    assert query["data"] == "a"
    await expect(page.locator(".inline-button.busy")).to_have_count(1)
    await chat.call(
        "editMessageText",
        chat_id=phone.id,
        message_id=card["message_id"],
        text=TICKED,
        parse_mode="HTML",
        reply_markup=KEYS,
    )
    await chat.call("answerCallbackQuery", callback_query_id=query["id"], text="已记 a +1")
    await expect(shown).to_contain_text("累计 16")
    await expect(page.get_by_test_id("toast")).to_have_text("已记 a +1")
    await expect(page.locator(".inline-button.busy")).to_have_count(0)
    assert abs(await top_of(button(page, "全部达标")) - before) < 1

    await button(page, "b ☐").click()
    query = (await chat.update())["callback_query"]
    await chat.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="该按钮已失效", show_alert=True
    )
    await expect(page.get_by_test_id("alert")).to_contain_text("该按钮已失效")
    await page.get_by_test_id("alert").get_by_role("button").click()
    await expect(page.get_by_test_id("alert")).to_be_hidden()


@pytest.mark.browser
async def test_a_reader_further_up_is_left_in_peace(open_page, standin):
    phone = standin.phone("李工")
    page = await open_page(phone, HAND)
    chat = Bot(standin, page)
    await page.get_by_test_id("start").click()
    await chat.update()
    card = await chat.say(phone, CARD, reply_markup=KEYS)
    for number in range(30):
        await chat.say(phone, f"消息 {number}。")
    await expect(bubble(page, "消息 29。")).to_be_in_viewport()
    await bubble(page, "消息 8。").scroll_into_view_if_needed()
    await page.locator("#view").evaluate("view => { view.scrollTop = 420 }")
    read = bubble(page, "消息 8。")
    before = await top_of(read)

    await chat.say(phone, "最新的一条")
    await expect(page.get_by_test_id("new-pill")).to_contain_text("1 条新消息")
    assert abs(await top_of(read) - before) < 1
    await chat.call(
        "editMessageText",
        chat_id=phone.id,
        message_id=card["message_id"],
        text=TICKED,
        parse_mode="HTML",
        reply_markup=KEYS,
    )
    await expect(bubble(page, "累计 16")).to_have_count(1)
    assert abs(await top_of(read) - before) < 1

    await page.get_by_test_id("new-pill").click()
    await expect(bubble(page, "最新的一条")).to_be_in_viewport()
    await expect(page.get_by_test_id("new-pill")).to_be_hidden()


@pytest.mark.browser
async def test_photos_go_out_as_an_album_and_a_sheet_comes_back_with_its_name(open_page, standin, tmp_path):
    phone = standin.phone("李工")
    page = await open_page(phone, DESK)
    chat = Bot(standin, page)
    await page.get_by_test_id("start").click()
    await chat.update()

    await page.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_test_id("attach-photo").click()
    await (await chooser.value).set_files([picture("#884422"), picture("#228844", (900, 1200))])
    await expect(page.get_by_test_id("thumb")).to_have_count(2)
    await page.get_by_test_id("composer").fill("2.2 +b 缺三月记录")
    await page.get_by_test_id("send").click()
    first, second = (await chat.update())["message"], (await chat.update())["message"]
    assert first["caption"] == "2.2 +b 缺三月记录"
    assert "caption" not in second
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["photo"][-1]["width"], first["photo"][-1]["height"]) == (1280, 960)
    await expect(page.locator(".album .tile img")).to_have_count(2)
    await expect(page.locator("#pending .row")).to_have_count(0)

    await page.get_by_test_id("input-photo").set_input_files([picture()])
    await page.get_by_test_id("as-file").check()
    await page.get_by_test_id("send").click()
    assert (await chat.update())["message"]["document"]["file_name"] == "现场.png"

    sheet: FilePayload = {
        "name": "评分表 2026-03.xlsx",
        "mimeType": "application/octet-stream",
        "buffer": b"PK\x03\x04" * 500,
    }
    await page.request.post(
        f"{standin.api_base}/bot{standin.token}/sendDocument",
        multipart={"chat_id": str(phone.id), "document": sheet, "caption": "评分表"},
    )
    document = page.get_by_test_id("document").filter(has_text="评分表 2026-03.xlsx")
    async with page.expect_download() as waiting:
        await document.click()
    download = await waiting.value
    assert download.suggested_filename == "评分表 2026-03.xlsx"
    await download.save_as(tmp_path / "sheet.xlsx")
    assert (tmp_path / "sheet.xlsx").read_bytes() == sheet["buffer"]


@pytest.mark.browser
async def test_offline_queues_messages_and_loses_taps(open_page, standin):
    phone = standin.phone("李工")
    page = await open_page(phone, DESK)
    chat = Bot(standin, page)
    await page.get_by_test_id("start").click()
    await chat.update()
    await chat.say(phone, CARD, reply_markup=KEYS)

    await page.get_by_test_id("offline").click()
    await expect(page.get_by_test_id("offline")).to_have_attribute("aria-checked", "true")
    await page.get_by_test_id("composer").fill("2.2 3")
    await page.get_by_test_id("send").click()
    await page.get_by_test_id("input-photo").set_input_files([picture()])
    await page.get_by_test_id("send").click()
    await expect(page.locator("#pending [data-state=waiting].mark")).to_have_count(2)
    await expect(page.get_by_role("status").first).to_contain_text("待发送 2 条")
    await button(page, "a ☐").click()
    await expect(page.get_by_test_id("toast")).to_contain_text("没有送到")
    await page.reload()
    await expect(page.locator("#status")).to_contain_text("待发送 2 条")

    await page.get_by_test_id("offline").click()
    assert (await chat.update())["message"]["text"] == "2.2 3"
    assert "photo" in (await chat.update())["message"]
    await expect(page.locator("#pending .row")).to_have_count(0)
    await expect(bubble(page, "2.2 3")).to_have_count(1)
    assert await chat.rest() == []


@pytest.mark.browser
async def test_a_broken_connection_is_made_good_from_the_whole_chat(open_page, standin):
    phone = standin.phone("李工")
    page = await open_page(phone, DESK)
    chat = Bot(standin, page)
    await page.get_by_test_id("start").click()
    await chat.update()
    kept = await chat.say(phone, "第一条")
    gone = await chat.say(phone, "第二条")
    await expect(bubble(page, "第二条")).to_be_visible()

    # The stream fails for a while; what happens meanwhile is only in the chat's full state.
    await page.route("**/events?*", lambda route: route.abort())
    await standin.close()
    await standin.start(urlsplit(standin.url).port or 0)
    await expect(page.locator("#status")).to_contain_text("重新连接")
    await chat.call("editMessageText", chat_id=phone.id, message_id=kept["message_id"], text="第一条，改过")
    await chat.call("deleteMessage", chat_id=phone.id, message_id=gone["message_id"])
    await page.unroute("**/events?*")
    await expect(page.locator("#status")).not_to_contain_text("重新连接")
    await expect(bubble(page, "第一条，改过")).to_be_visible()
    await expect(bubble(page, "第二条")).to_have_count(0)
    await chat.say(phone, "第三条")
    await expect(bubble(page, "第三条")).to_be_visible()


@pytest.mark.browser
async def test_on_a_phone_everything_fits_the_thumb_and_people_come_down_from_the_top(open_page, standin):
    phone = standin.phone("李工")
    other = standin.phone("Anna", "en", about="Coordinator")
    page = await open_page(phone, HAND)
    chat = Bot(standin, page)
    await page.get_by_test_id("start").tap()
    await chat.update()
    await chat.call("setMyCommands", commands=[{"command": "assess", "description": "开始考核"}])
    await chat.say(phone, CARD + "\n" + "长" * 300, reply_markup=KEYS)
    await expect(button(page, "全部达标")).to_be_in_viewport()

    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    small = await page.evaluate(
        """[...document.querySelectorAll("main button, main a, main textarea")]
           .filter((node) => node.checkVisibility() && !node.matches(".reply-side, .fold, .command"))
           .map((node) => [node.dataset.testid ?? node.id, node.getBoundingClientRect()])
           .filter(([, box]) => box.width < 43.9 || box.height < 43.9).map(([name]) => name)"""
    )
    assert small == []

    await page.get_by_test_id("slash").tap()
    await page.get_by_test_id("command").filter(has_text="/assess").tap()
    assert (await chat.update())["message"]["text"] == "/assess"

    await expect(page.get_by_test_id("drawer")).to_be_hidden()
    await page.get_by_test_id("drawer-toggle").tap()
    await expect(page.get_by_test_id("drawer")).to_be_visible()
    await page.get_by_test_id(f"person-{other.id}").tap()
    await expect(page.get_by_test_id("drawer")).to_be_hidden()
    await expect(page.get_by_test_id("start")).to_have_text("Start")
    assert await page.evaluate("document.documentElement.lang") == "en-GB"

    # A message for somebody else is marked, and read by choosing that person.
    await chat.say(phone, "给李工")
    await page.get_by_test_id("drawer-toggle").tap()
    mark = page.get_by_test_id(f"person-{phone.id}").get_by_test_id("unread")
    await expect(mark).to_have_text("1")
    await page.get_by_test_id(f"person-{phone.id}").tap()
    await expect(bubble(page, "给李工")).to_be_in_viewport()
    await expect(mark).to_have_count(0)


@pytest.mark.browser
async def test_replies_edits_folded_quotes_and_links_to_the_bot(open_page, standin):
    phone = standin.phone("李工")
    other = standin.phone("新来的")
    page = await open_page(phone, DESK)
    chat = Bot(standin, page)
    await page.get_by_test_id("start").click()
    await chat.update()
    long = "上次 4 分<br>".replace("<br>", "\n") * 9
    card = await chat.say(phone, f"2.2 设备设施\n<blockquote expandable>{long}最后一行</blockquote>")
    shown = bubble(page, "2.2 设备设施")
    quote = shown.locator(".quote-text")
    folded = await height_of(quote)
    await shown.locator(".fold").click()
    assert await height_of(quote) > folded * 2
    # An edit leaves open what the reader has opened.
    await chat.call(
        "editMessageText",
        chat_id=phone.id,
        message_id=card["message_id"],
        text=f"2.2 设备设施，改过\n<blockquote expandable>{long}最后一行</blockquote>",
        parse_mode="HTML",
    )
    await expect(bubble(page, "改过")).to_be_visible()
    assert await height_of(quote) > folded * 2

    await shown.click(button="right", position={"x": 20, "y": 12})
    await page.get_by_test_id("message-reply").click()
    await page.get_by_test_id("composer").fill("设备旧")
    await page.get_by_test_id("send").click()
    answer = (await chat.update())["message"]
    assert answer["reply_to_message"]["message_id"] == card["message_id"]
    mine = page.locator(f"[data-message-id='{answer['message_id']}']")
    await expect(mine.locator(".quoted")).to_contain_text("2.2 设备设施")

    await mine.locator(".words").click(button="right")
    await page.get_by_test_id("message-edit").click()
    await expect(page.get_by_test_id("composer")).to_have_value("设备旧")
    await page.get_by_test_id("composer").fill("设备陈旧")
    await page.get_by_test_id("send").click()
    assert (await chat.update())["edited_message"]["text"] == "设备陈旧"
    await expect(mine).to_contain_text("已编辑")

    await chat.say(phone, '<a href="https://t.me/ScorewalkSandboxBot?start=invite-7">邀请链接</a>')
    await page.get_by_role("link", name="邀请链接").click()
    await page.get_by_test_id(f"open-as-{other.id}").click()
    arrived = (await chat.update())["message"]
    assert (arrived["from"]["id"], arrived["text"]) == (other.id, "/start invite-7")
    await expect(page.get_by_test_id(f"person-{other.id}")).to_have_attribute("aria-current", "true")


def test_the_page_says_everything_in_both_languages():
    table = (PAGE / "words.js").read_text(encoding="utf-8")
    chinese, english = re.findall(r"^  (?:zh|en): \{\n(.*?)^  \},", table, re.DOTALL | re.MULTILINE)
    keys = [re.findall(r"^    (\w+):", part, re.MULTILINE) for part in (chinese, english)]
    holes = [
        [set(re.findall(r"\{(\w+)\}", line)) for line in part.splitlines()] for part in (chinese, english)
    ]
    assert keys[0] == keys[1]
    assert holes[0] == holes[1]
    sources = {
        path.name: path.read_text(encoding="utf-8")
        for path in PAGE.iterdir()
        if path.suffix in {".js", ".html"}
    }
    used = {
        key
        for text in sources.values()
        for key in re.findall(r'(?:\bword\("|data-(?:word|label)=")(\w+)"', text)
    }
    assert used <= set(keys[0])
    everything = " ".join(text for name, text in sources.items() if name != "words.js")
    assert [key for key in keys[0] if not re.search(rf"\b{key}\b", everything)] == []


def test_the_page_names_no_outside_address():
    for path in PAGE.iterdir():
        text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "://" not in text, path.name
