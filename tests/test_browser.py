"""The whole main job by eye and thumb: `scorewalk try` as a process, its chat page in Chromium, the sheet downloaded.

Screenshots lie beside the test's other files (`pytest --basetemp=DIR` keeps them), to be looked at by people.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from bot.samples import PEOPLE, STUDIOS
from tests.kit.paper import Paper
from tests.kit.pictures import jpeg
from tests.kit.programs import program
from tests.kit.trial import trial

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
SLOW = 60_000
SHEET = 120_000
"""A sheet is drawn by a child that lets everybody else go first: on a busy machine it waits its turn."""
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
HAND: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ASSESSOR = PEOPLE[0]
REST = """\
2.2 ab
2.3 满
3.1 b2
3.2 -2 交流少一次
3.3 a2b
4.1 满
4.2 a 十二月没有攻关活动
5.4 a2"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The running program's page."""
    with trial(tmp_path / "data") as page:
        yield page.url


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    path = program("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


class Screen:
    """The chat page as a person uses it."""

    def __init__(self, page: Page, shots: Path) -> None:
        self.page = page
        self._shots = shots

    def bubble(self, text: str) -> Locator:
        """The newest message with a text."""
        return self.page.get_by_test_id("bubble").filter(has_text=text).last

    async def sees(self, *texts: str) -> None:
        """Each of the texts stands in a message."""
        for text in texts:
            await expect(self.bubble(text)).to_be_visible()

    async def gets_the_sheet(self) -> None:
        """The workbook comes into the chat."""
        await expect(self.bubble("评分表 · ")).to_be_visible(timeout=SHEET)

    async def say(self, text: str) -> None:
        """Type a message and send it."""
        await self.page.get_by_test_id("composer").fill(text)
        await self.page.get_by_test_id("send").click()

    async def tap(self, label: str, *, then: str = "") -> None:
        """Tap the newest inline button with a label; then a text must come."""
        await self.page.get_by_test_id("inline-button").filter(has_text=label).last.click()
        if then:
            await self.sees(then)

    async def photo(self, number: int) -> None:
        """Choose a picture and send it."""
        chosen: FilePayload = {
            "name": "现场.jpg",
            "mimeType": "image/jpeg",
            "buffer": jpeg(number, 1024, 768),
        }
        await self.page.get_by_test_id("input-photo").set_input_files([chosen])
        await expect(self.page.get_by_test_id("thumb")).to_have_count(1)
        await self.page.get_by_test_id("send").click()

    async def offline(self) -> None:
        """Press the switch in the drawer."""
        await self.page.get_by_test_id("offline").click()

    async def shot(self, name: str) -> None:
        """Keep what is on the screen, when nothing moves any more."""
        await asyncio.sleep(0.6)
        await self.page.screenshot(path=self._shots / f"{name}.png")


async def opened(chromium: Browser, address: str, shape: dict[str, Any], folder: Path) -> Screen:
    context = await chromium.new_context(**shape, locale="zh-CN", accept_downloads=True)
    page = await context.new_page()
    page.set_default_timeout(SLOW)
    expect.set_options(timeout=SLOW)
    await page.goto(address)
    return Screen(page, folder)


async def begin(screen: Screen) -> None:
    """START if it is offered, then studio, rubric and last year."""
    year = datetime.now(ZoneInfo("Asia/Shanghai")).year - 1
    start = screen.page.get_by_test_id("start")
    await expect(start.or_(screen.bubble("您好")).first).to_be_visible()
    if await start.is_visible():
        await start.click()
    await screen.sees(f"{ASSESSOR.name}，您好")
    await screen.say("/assess")
    await screen.tap(STUDIOS[1].name, then="选择考核标准")
    await screen.tap("西北能化考核", then="选择考核期")
    await screen.tap(f"{year} 年", then="1.1 设施与档案")


async def download(screen: Screen, folder: Path) -> Paper:
    """Take the sheet from the chat as a file."""
    document = screen.page.get_by_test_id("document").filter(has_text=".xlsx")
    async with screen.page.expect_download() as waiting:
        await document.click()
    downloaded = await waiting.value
    assert downloaded.suggested_filename.endswith(".xlsx")
    await downloaded.save_as(folder / "sheet.xlsx")
    return Paper((folder / "sheet.xlsx").read_bytes())


async def sign(screen: Screen) -> str:
    """From the check to the signature; returns the total that the chat shows."""
    await screen.tap("核对并签字", then="核对 · ")
    await screen.tap("保留缺项", then="综合意见")
    await screen.say("设备维护到位")
    await screen.sees("请发送“问题”")
    await screen.tap("去签字", then="签字后不能改动")
    await screen.tap("签字", then="✓ 已签字")
    told = re.search(r"总分 (\d+)", await screen.bubble("✓ 已签字").inner_text())
    assert told
    return told[1]


async def test_five_items_by_tapping_the_rest_by_typing_and_the_sheet_as_a_file(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    screen = await opened(chromium, address, DESK, tmp_path)
    await screen.page.get_by_test_id(f"person-{ASSESSOR.account}").click()
    await begin(screen)

    await screen.tap("✓ 无扣分，下一项", then="1.2 团队")
    await screen.tap("b ☐", then="本项 2/4")
    await screen.say("三月换人未重新分工")
    await screen.sees("三月换人未重新分工")
    await screen.tap("1.3 ›", then="1.3 台账")
    await screen.tap("其他分数")
    await screen.tap("3", then="本项 3/4")
    await screen.tap("跳过")
    await screen.tap("1.4 ›", then="1.4 制度")
    await screen.tap("＋ a", then="本项 3/5")
    await screen.photo(1)
    await screen.sees("📷1")
    await screen.shot("card")
    await screen.tap("1.5 ›", then="1.5 成员考核")
    await screen.tap("✓ 无扣分，下一项", then="2.1 导师带徒")

    await screen.offline()
    await screen.say("2.1 c2 两份协议无目标")
    await expect(screen.page.locator("#pending [data-state=waiting].mark")).to_have_count(1)
    await screen.tap("✓ 无扣分，下一项")
    await expect(screen.page.get_by_test_id("toast")).to_contain_text("没有送到")
    await screen.shot("offline")
    await screen.offline()
    await screen.sees("✓ 2.1 导师带徒 6/10")
    await expect(screen.page.locator("#pending .row")).to_have_count(0)

    await screen.say(REST)
    await screen.sees("✓ 3.2 交流与攻关活动 8/10", "13 项已评完")
    total = await sign(screen)
    await screen.gets_the_sheet()
    await screen.shot("signed")
    paper = await download(screen, tmp_path)
    assert str(paper.line("合计")) == total == "64"
    assert paper.scores("1.1", "1.2", "1.3", "1.4", "1.5", "2.1") == "2+2+3+3+5+6"
    assert paper.pictures() == 1
    assert "三月换人未重新分工" in paper.words("1.2")


async def test_the_same_on_a_phone(chromium: Browser, address: str, tmp_path: Path) -> None:
    screen = await opened(chromium, f"{address}#{ASSESSOR.account}", HAND, tmp_path)
    await begin(screen)
    await screen.shot("phone-card")
    await screen.tap("✓ 无扣分，下一项", then="1.2 团队")
    await screen.tap("b ☐", then="本项 2/4")
    await screen.photo(2)
    await screen.sees("📷1")
    assert await screen.page.evaluate("document.documentElement.scrollWidth") == HAND["viewport"]["width"]
    await expect(screen.page.get_by_test_id("inline-button").filter(has_text="1.3 ›")).to_be_in_viewport()
    await screen.shot("phone-photo")
    await screen.tap("目录", then="人才培养")
    await screen.shot("phone-contents")
    await screen.say("1.3 满\n1.4 满\n1.5 满\n2.1 满\n" + REST)
    await screen.sees("13 项已评完")
    await screen.shot("phone-receipt")
    total = await sign(screen)
    await screen.gets_the_sheet()
    await screen.shot("phone-signed")
    paper = await download(screen, tmp_path)
    assert str(paper.line("合计")) == total
