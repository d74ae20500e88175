"""The package of an application: folders by condition, an index in both languages, checksums, several where one is too small."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from exports import application_zip
from exports.archive_records import Piece
from exports.form_records import ApplicationRecord, Condition, Link, Paper, conditions_of
from rubrics.files import latest
from rubrics.model import Rubric
from rubrics.points import ZERO
from rubrics.rules import Gate
from tests.exports.samples import photo
from tests.exports.test_archive import Page, sums_hold

WHEN = datetime(2019, 6, 20, tzinfo=UTC)
MEGA = 1 << 20


def piece(no: int, item: str, content: bytes | None, **more: Any) -> Piece:
    said: dict[str, Any] = {"kind": "document", "taken": WHEN, "by": "李娜", **more}
    if content is None:
        return Piece(no, item, failure="文件超过 20 MB", **said)
    sums: dict[str, Any] = {"size": len(content), "sha256": sha256(content).hexdigest()}
    return Piece(no, item, open=lambda: BytesIO(content), **sums, **said)


def conditions(rubric: Rubric, track: str, answers: dict[str, str]) -> tuple[Condition, ...]:
    items = [item for section in rubric.gates for item in section.items]
    gates = [
        (item, rule)
        for item in items
        if not item.variants or track in item.variants
        for rule in item.rules
        if isinstance(rule, Gate)
    ]
    return conditions_of(gates, answers)


def application(
    scheme: str = "dalian-2019", track: str = "model", language: str = "zh-CN"
) -> ApplicationRecord:
    rubric = latest(scheme)
    answers = {"gate.2.1.a": "no <正在申报>", "gate.2.3.a": "yes", "gate.2.11.a": "na"}
    return ApplicationRecord(
        code="A7", scheme=rubric.title, year=2019, track=track, studio="张建国<b>工作室", unit="某公司", leader="张建国",
        state="申请", language=language, dated=WHEN,
        papers=(Paper("附件4.xlsx", "附件4 基本情况表", b"x"), Paper("附件4.xlsx", "附件4 另一份", b"y")),
        conditions=conditions(rubric, track, answers),
        files=(
            piece(1, "2.1", photo(1), kind="photo", caption="荣誉/证书"),
            piece(2, "", b"abc", file_name="台账.pdf"),
            piece(3, "2.3", None, caption="视频"),
        ),
    )  # fmt: skip


def packed(record: ApplicationRecord, largest: int = 50 * MEGA) -> list[ZipFile]:
    made = []
    for part in application_zip.plan(record, largest):
        target = BytesIO()
        application_zip.write(record, part, target, largest)
        made.append(ZipFile(target))
    return made


def test_everything_is_in_one_package_and_sums_hold() -> None:
    (package,) = packed(application())
    assert package.namelist() == [
        "表格/附件4.xlsx",
        "表格/附件4 (2).xlsx",
        "条件2.1 劳模领衔/证01 荣誉_证书 20190620-0000.jpg",
        "附件/证02 台账 20190620-0000.pdf",
        "index.html",
        "SHA256SUMS",
    ]
    sums_hold(package)


def test_the_index_speaks_both_languages_and_leads_everywhere() -> None:
    (package,) = packed(application())
    page = Page(package.read("index.html").decode())
    for words in (
        "申报条件 · Conditions",
        "领衔人 · Leader",
        "Led by a model worker",
        "文件超过 20 MB",
        "<正在申报>",
        "<b>工作室",
    ):
        assert words in page.words
    assert set(page.links) == {name for name in package.namelist() if "/" in name}
    assert any(source.startswith("data:image/jpeg") for source in page.sources)


def test_the_index_says_what_lies_elsewhere_and_that_it_is_a_draft() -> None:
    links = (Link("视频", "Video", "offline"), Link("网页", "Page", "https://v.example.cn/?a=1&b=2"))
    (package,) = packed(replace(application(), links=links, draft=True))
    page = package.read("index.html").decode()
    assert "视频 · Video：线下报送 · handed in on a disk" in page
    assert '<a href="https://v.example.cn/?a=1&amp;b=2">' in page
    assert "▲ 草稿，不是提交的版本 · a draft, not what is handed in" in page
    (package,) = packed(application())
    assert "草稿" not in package.read("index.html").decode()


def test_conditions_are_those_of_the_track() -> None:
    rubric = latest("dalian-2019")
    model, staff = ({each.item for each in conditions(rubric, track, {})} for track in ("model", "staff"))
    assert "2.1" in model - staff
    assert "2.2" in staff - model
    said = {each.item: each for each in application().conditions}
    assert (said["2.1"].state, said["2.1"].reason) == ("unmet", "<正在申报>")
    assert [said[item].state for item in ("2.3", "2.4", "2.11")] == ["met", "open", "na"]


def test_figures_decide_where_a_scheme_states_them() -> None:
    rubric = latest("nuc-2024")
    items = [item for section in rubric.gates for item in section.items]
    item, rule = next(
        (item, rule) for item in items for rule in item.rules if isinstance(rule, Gate) and rule.minimum
    )
    minimum = rule.minimum or ZERO
    key = f"gate.{item.no}.{rule.letter}"
    states = [
        next(each for each in conditions(rubric, "", {key: said}) if (each.item, each.letter) == (item.no, rule.letter))
        for said in (str(minimum), str(minimum - 1), "甲")
    ]  # fmt: skip
    assert [each.state for each in states] == ["met", "unmet", "open"]
    assert states[0].measured == f"{minimum} {rule.unit}"


def test_too_much_goes_into_several_and_papers_into_the_first() -> None:
    files = tuple(piece(no, f"2.{no}", b"x" * 400_000, file_name=f"{no}.pdf") for no in (3, 4, 5))
    packages = packed(replace(application(language="en"), files=files), MEGA)
    assert len(packages) == 2
    assert [sum(name.startswith("forms/") for name in each.namelist()) for each in packages] == [2, 0]
    assert sum(name.startswith("condition ") for each in packages for name in each.namelist()) == 3
    for each in packages:
        sums_hold(each)
    assert "part 2 of 2" in Page(packages[1].read("index.html").decode()).words
