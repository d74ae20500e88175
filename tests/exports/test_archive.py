"""Evidence packages: names, index page, manifest and checksums; split by item, each part usable alone; memory stays small."""

import io
import json
import re
import tracemalloc
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from exports import archive
from exports.archive_names import Names, safe
from exports.archive_records import Bundle, Piece, sized
from tests.exports.samples import photo

WHEN = datetime(2026, 5, 12, 10, 10)  # noqa: DTZ001 - as it is shown
MEGA = 1 << 20


def piece(no: int, item: str, content: bytes | None = b"x", **more: object) -> Piece:
    """A photo, or with other words something else."""
    facts: dict = {"kind": "photo", "taken": WHEN, "by": "陈晓明", **more}
    if content is None:
        return Piece(no, item, failure="文件超过 20 MB", **facts)
    facts.setdefault("sha256", sha256(content).hexdigest())
    return Piece(no, item, size=len(content), open=lambda: io.BytesIO(content), **facts)


def bundle(*pieces: Piece, language: str = "zh-CN") -> Bundle:
    titles = {"2.4": "工作经费", "2.5": "台账"}
    return Bundle(
        "张建国工作室", "某某公司", "2026-05", "西北能化考核", "7F3A-91C2", language, pieces, titles
    )


def packed(of: Bundle, largest: int = 50 * MEGA) -> list[ZipFile]:
    made = []
    for part in archive.plan(of, largest):
        target = io.BytesIO()
        archive.write(of, part, target, largest)
        assert len(target.getvalue()) <= largest
        made.append(ZipFile(target))
    return made


def files(of: ZipFile) -> list[str]:
    return [name for name in of.namelist() if "/" in name]


def sums_hold(of: ZipFile) -> None:
    """What `sha256sum -c` would say."""
    lines = of.read("SHA256SUMS").decode().splitlines()
    listed = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    assert set(listed) == set(of.namelist()) - {"SHA256SUMS"}
    assert all(sha256(of.read(path)).hexdigest() == digest for path, digest in listed.items())


class Page(HTMLParser):
    """Links, pictures and words of an index page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.sources: list[str] = []
        self.words = ""
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        self.links += [unquote(found["href"] or "")] if "href" in found else []
        self.sources += [found["src"] or ""] if "src" in found else []

    def handle_data(self, data: str) -> None:
        self.words += data


def page(of: ZipFile) -> Page:
    return Page(of.read("index.html").decode())


def test_files_are_named_by_item_number_words_and_time() -> None:
    (made,) = packed(
        bundle(
            piece(3, "2.4", caption="设备台账\n第二行"),
            piece(4, "2.4", b"pdf", kind="document", file_name="扫描 1.PDF", mime="application/pdf"),
            piece(5, "2.5", b"1", part=1),
            piece(5, "2.5", b"2", part=2),
            piece(12, "2.5", b"ogg", kind="voice"),
        )
    )
    assert files(made) == [
        "2.4/证03 设备台账 20260512-1010.jpg",
        "2.4/证04 扫描 1 20260512-1010.pdf",
        "2.5/证05-1 照片 20260512-1010.jpg",
        "2.5/证05-2 照片 20260512-1010.jpg",
        "2.5/证12 语音 20260512-1010.ogg",
    ]
    sums_hold(made)
    assert made.testzip() is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("名\u202egpj.exe", "名gpj.exe"),
        ("两\n行\t字 ", "两 行 字"),
        ("结尾...", "结尾"),
        ("=1+1", "=1+1"),
        ("长" * 200, "长" * 60),
        ("\x00\x1f", ""),
    ],
)
def test_no_name_is_one_that_a_system_refuses(words: str, name: str) -> None:
    assert safe(words) == name


def test_names_that_differ_in_case_only_are_the_same() -> None:
    names = Names()
    assert [names.free("2.4", stem, ".jpg") for stem in ("证 a", "证 A", "证 a")] == [
        "2.4/证 a.jpg",
        "2.4/证 A (2).jpg",
        "2.4/证 a (3).jpg",
    ]


def test_the_index_page_needs_nothing_else_and_leads_to_every_file() -> None:
    words = "<script>alert(1)</script> & 台账"
    (made,) = packed(
        bundle(
            piece(1, "2.4", photo(1, 800, 600), caption=words, letter="a", nth=2),
            piece(2, "2.4", None),
            piece(3, "2.5", kind="location", content=None, place="43.61, 122.26"),
            piece(4, "2.5", b"no picture at all"),
        )
    )
    shown = page(made)
    assert "script" not in shown.tags
    assert words in shown.words
    assert "2.4 工作经费" in shown.words
    assert "a 第 2 处" in shown.words
    assert "43.61, 122.26" in shown.words
    assert set(shown.links) == set(files(made))
    (picture,) = shown.sources
    assert picture.startswith("data:image/jpeg;base64,")
    assert len(picture) < 40_000
    assert not re.search(r"https?://", made.read("index.html").decode())


def test_what_is_missing_is_named_with_its_reason() -> None:
    def gone() -> io.BytesIO:
        raise FileNotFoundError

    other = replace(piece(4, "2.4"), sha256="0" * 64)
    lost = replace(piece(3, "2.4"), open=gone)
    waiting = replace(piece(2, "2.4", None), failure="")
    (made,) = packed(bundle(piece(1, "2.4", None), waiting, lost, other))
    told = json.loads(made.read("manifest.json"))["missing"]
    assert [(each["no"], each["why"]) for each in told] == [
        (1, "文件超过 20 MB"),
        (2, "尚未取得"),
        (3, "文件不在存储中"),
        (4, "内容与登记的 SHA-256 不一致"),
    ]
    assert "未能收入的文件（4）" in page(made).words
    assert files(made) == ["2.4/证04 照片 20260512-1010.jpg"], "what differs is kept to be looked at"
    sums_hold(made)


def test_the_manifest_says_all_of_every_file() -> None:
    (made,) = packed(bundle(piece(3, "2.4", b"abc", caption="台账", letter="b", nth=1), language="en"))
    told = json.loads(made.read("manifest.json"))
    assert {key: told[key] for key in ("studio", "period", "code", "part", "parts")} == {
        "studio": "张建国工作室",
        "period": "2026-05",
        "code": "7F3A-91C2",
        "part": 1,
        "parts": 1,
    }
    assert told["files"] == [
        {
            "no": 3,
            "item": "2.4",
            "kind": "photo",
            "letter": "b",
            "nth": 1,
            "caption": "台账",
            "by": "陈晓明",
            "received": "2026-05-12T10:10",
            "path": "2.4/E03 台账 20260512-1010.jpg",
            "size": 3,
            "sha256": sha256(b"abc").hexdigest(),
        }
    ]
    assert "Evidence" in page(made).words


def noise(seed: int, size: int) -> bytes:
    """Bytes that no packing makes smaller."""
    found = bytearray()
    while len(found) < size:
        found += sha256(f"{seed} {len(found)}".encode()).digest()
    return bytes(found[:size])


def test_what_does_not_fit_is_split_by_item_and_each_part_stands_alone() -> None:
    heavy = noise(1, 300_000)
    pieces = [
        piece(no, item, heavy, kind="document")
        for no, item in enumerate(["1.1", "1.1", "1.2", "2.4", "2.4", "2.4", "2.4", "2.5"], 1)
    ]
    made = packed(bundle(*pieces), 1_000_000)
    assert [[name.partition("/")[0] for name in files(each)] for each in made] == [
        ["1.1", "1.1", "1.2"],
        ["2.4", "2.4", "2.4"],
        ["2.4", "2.5"],
    ]
    for no, each in enumerate(made, 1):
        sums_hold(each)
        assert set(page(each).links) == set(files(each))
        assert f"本包为第 {no} 包，共 3 包" in page(each).words
    assert "收 2.4 至 2.5" in page(made[2]).words


def test_a_file_that_fits_into_no_package_is_named_and_the_others_come() -> None:
    (made,) = packed(bundle(piece(1, "2.4", noise(1, 900_000)), piece(2, "2.4", b"small")), 600_000)
    assert files(made) == ["2.4/证02 照片 20260512-1010.jpg"]
    (told,) = json.loads(made.read("manifest.json"))["missing"]
    assert told["why"] == f"文件 {sized(900_000)}，超过单个文件上限 {sized(600_000)}，请用命令行导出"


def test_memory_stays_small_whatever_is_packed(tmp_path: Path) -> None:
    content = noise(7, MEGA) * 5
    stored = tmp_path / "stored"
    stored.write_bytes(content)
    made = piece(1, "2.4", content, kind="video")
    pieces = [replace(made, no=no, open=lambda: stored.open("rb")) for no in range(1, 41)]
    of = bundle(*pieces)
    told: list[int] = []
    tracemalloc.start()
    with (tmp_path / "out.zip").open("wb") as target:
        (part,) = archive.plan(of, 1 << 30)
        archive.write(of, part, target, 1 << 30, told.append)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (tmp_path / "out.zip").stat().st_size > 200 * MEGA
    assert peak < 8 * MEGA
    assert told == list(range(1, 41))


def test_sizes_read_as_people_say_them() -> None:
    assert [sized(count) for count in (1, 1024, 1025, MEGA, 34 * MEGA + 1)] == [
        "1 KB",
        "1 KB",
        "2 KB",
        "1.0 MB",
        "34.1 MB",
    ]
