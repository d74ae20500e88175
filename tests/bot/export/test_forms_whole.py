"""Packages of applications at their edges: schemes without forms, an older version, files that never came, many packages."""

from pathlib import Path
from zipfile import ZipFile

from bot.changes.applying.begin import BeginApplication
from bot.clock import to_ms
from bot.entities import Application
from bot.flows.export.order import Order
from bot.reports.bench import Bench, Made
from bot.reports.exports import DRAWERS
from bot.store import StoreDesk
from rubrics import files
from rubrics.application import offered, tracks
from tests.bot.export.applied import TODAY, begun, submitted
from tests.bot.export.scenes import documents, package
from tests.bot.walk.scenes import ZHANG
from tests.exports.test_archive import sums_hold
from tests.kit.chat import Chat
from tests.kit.program import Program

LOADED = [files.load(path).rubric for path in files.shipped()]
SCHEMES = [rubric for rubric in LOADED if rubric is not None and offered(rubric)]
"""Every version of every scheme by which anybody applies."""


async def test_a_scheme_without_forms_has_a_package_only(program: Program, wang: Chat) -> None:
    begin = BeginApplication(
        application="app1", studio=ZHANG.id, rubric="tongliao-2020-creation", year=2026, track="creation", called="张建国工作室", today=TODAY
    )  # fmt: skip
    await program.make(begin, by="王海涛")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("导出…")
    wang.sees("[材料包（ZIP）]")
    assert not wang.has("表格")
    await wang.forge("yf:e:app1:f")
    wang.sees("没有要填的表格。请导出材料包")
    assert documents(wang) == []
    await wang.tap("导出…")
    await wang.tap("材料包")
    made = package(wang, "草稿_申报材料_张建国工作室_2026.zip")
    assert made.namelist() == ["index.html", "SHA256SUMS"]
    page = made.read("index.html").decode()
    assert page.count("□ ") > 4
    assert "草稿，不是提交的版本" in page


async def test_a_video_itself_is_answered_with_what_to_send(program: Program, wang: Chat) -> None:
    await begun(program, "王海涛", ZHANG.id, {})
    await wang.say("/apply")
    await wang.tap("2026 张建国")
    await wang.tap("介绍创新工作室有关情况的视频")
    await wang.video()
    wang.sees("介绍视频（5-10分钟）：这一项只收网址，文件未保存。请发网址，或发“线下报送”。")
    await wang.say("vimeo")
    wang.sees("请发网址，或发“线下报送”")
    await wang.say("线下报送")
    await wang.say("/apply")
    await wang.tap("2026 张建国")
    wang.sees("介绍创新工作室有关情况的视频　1/1\n")


async def test_every_scheme_that_is_applied_by_can_be_packed(
    program: Program, wang: Chat, tmp_path: Path
) -> None:
    """Also by versions that are not the newest."""
    person = program._id("王海涛")

    def each(desk: StoreDesk) -> list[list[str]]:
        found = []
        for rubric in SCHEMES:
            application = Application(
                id=f"{rubric.id}.{rubric.version}", rubric=rubric.id, version=rubric.version, year=2026,
                name="张建国工作室", unit="一矿", studio=ZHANG.id, by=person, at=1, changed=1,
                track=tracks(rubric)[0].id if tracks(rubric) else "",
            )  # fmt: skip
            desk.applications.put(application)
            desk.applications.answer(application.id, "basic-facts.name", "张建国工作室", person, 1)
            into = tmp_path / application.id
            into.mkdir()
            found.append([rubric.id, *_names(_drawn(desk, program, into, application.id))])
        return found

    made = await program._store.write(each)
    papers = {(name, len(rest)) for name, *rest in made}
    assert ("dalian-2019", 4) in papers
    assert {name for name, *_ in made} >= {"dalian-2019", "nuc-2024", "tongliao-2020-creation"}
    assert all(rest[-2:] == ["index.html", "SHA256SUMS"] for _, *rest in made)


async def test_what_is_too_large_comes_in_several_packages(
    program: Program, wang: Chat, tmp_path: Path
) -> None:
    application = await begun(program, "王海涛", ZHANG.id)
    await wang.say("/apply")
    await wang.forge(f"ya:o:{application}:0")
    for number in range(4):
        await wang.document(bytes([number]) * 90_000, f"台账{number}.bin")
    with program.impatient():
        await wang.document(b"late", "还没到.bin")
        await submitted(program, "王海涛", application)
        largest = 260_000

        def draw(desk: StoreDesk) -> tuple[list[Made], list[Made]]:
            (tmp_path / "one").mkdir()
            (tmp_path / "all").mkdir()
            return (
                _drawn(desk, program, tmp_path / "one", application, largest),
                _drawn(desk, program, tmp_path / "all", "", largest),
            )

        one, every = await program.read(draw)
    assert len(one) > 1
    assert all(each.path.stat().st_size <= largest for each in (*one, *every))
    assert one[0].name.endswith(f"_第1包共{len(one)}包.zip")
    packed = [ZipFile(each.path) for each in one]
    for each in packed:
        sums_hold(each)
    assert sum(name.endswith(".bin") for each in packed for name in each.namelist()) >= 4
    inner = [name for each in every for name in ZipFile(each.path).namelist()]
    assert len(inner) == len(one)
    assert not list((tmp_path / "all").glob("application-*"))


def _drawn(
    desk: StoreDesk, program: Program, into: Path, application: str, largest: int = 1 << 30
) -> list[Made]:
    running = program.running
    assert running
    order = Order(kind="application", rubric="dalian-2019", period="2026", application=application)
    now = to_ms(program.clock.now())
    bench = Bench(program.paper, lambda digest: running.folder.path(digest).open("rb"), into, now, largest)
    return list(DRAWERS["application"](desk, order, bench))


def _names(made: list[Made]) -> list[str]:
    return [name for each in made for name in ZipFile(each.path).namelist()]
