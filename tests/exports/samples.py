"""Records of score sheets as tests and benches need them: the worked cases, with notes, evidence and signatures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from exports.records import (
    Check,
    Comments,
    EvidenceKind,
    EvidenceLine,
    Head,
    NoteLine,
    SheetRecord,
    Signature,
    rulings_of,
)
from rubrics.files import latest, load
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.cases import TONGLIAO_71

DEDUCT_44 = """\
1.1 a
1.2 a2
1.3 a1b2
1.4 a3
1.5 b
2.1 abc1
2.2 a1b
2.3 满
3.1 b2
3.2 a1b1
3.3 a2b
4.1 满
4.2 a
5.1 a1
5.4 a2
"""
_OTHERS: tuple[EvidenceKind, ...] = ("document", "voice", "video", "location")
DIGEST = sha256(b"a sheet").hexdigest()
SIGNED_AT = datetime(2026, 4, 1, 8, 5, tzinfo=UTC)


@cache
def photo(seed: int, width: int = 1280, height: int = 960, quality: int = 80, noise: int = 0) -> bytes:
    """A JPEG that looks like something; `noise` makes it as heavy as a real one."""
    random = Random(seed)
    ground = tuple(random.randrange(90, 200) for _ in range(3))
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        left, top = random.randrange(width), random.randrange(height)
        colour = tuple(random.randrange(256) for _ in range(3))
        draw.rectangle(
            (left, top, left + random.randrange(20, 300), top + random.randrange(20, 200)), fill=colour
        )
    if noise:
        grain = Image.effect_noise((width, height), noise).convert("RGB")
        image = Image.blend(image, grain, 0.35)
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def heavy_photo(seed: int) -> bytes:
    """A photo of about 200 KB, as a phone sends it."""
    return photo(seed, noise=34, quality=63)


def award(lines: str = TONGLIAO_71, **changes: object) -> SheetRecord:
    """A signed sheet of the award rubric."""
    rubric = latest("tongliao-2020")
    head = Head(
        studio="张建国劳模创新工作室",
        unit="通辽市某某热电有限责任公司",
        leader="张建国",
        period="2026 年",
        assessed_on="2026-04-01",
        kind="年度总评",
        variant="research",
    )
    return replace(_record(rubric, lines, Period.parse("2026"), head), **changes)  # type: ignore[arg-type]


def deduct(lines: str = DEDUCT_44, period: str = "2025-12", **changes: object) -> SheetRecord:
    """A signed sheet of the deduct rubric."""
    rubric = latest("northwest-2025")
    head = Head(
        studio="李明工匠创新工作室",
        unit="气化车间",
        leader="李明",
        period=period,
        assessed_on="2026-01-05",
        kind="月度检查",
    )
    return replace(_record(rubric, lines, Period.parse(period), head), **changes)  # type: ignore[arg-type]


KINDS = """\
1.1 a=4b=1.5 制度不全
1.2 a=2b4 缺页
1.3 a=1
1.4 a=87
1.5 abc
2.1 b
2.2 良
2.3 b=1 与1.1重复
2.4 n/a
3.1 满
3.2 a2bd
4.1 a2
4.2 a1
5.1 a2
"""
GATES = """\
1.1 是
2.1 6
2.2 是
3.1 是
3.2 24 借用邻室
3.3 否 缺牌匾
4.1 是
"""


def kinds(lines: str = KINDS, form: str | None = "check", **changes: object) -> SheetRecord:
    """A signed sheet of a scheme with every kind of rule."""
    rubric = load(Path(__file__).parent.parent / "data" / "rubrics" / "kinds.v1.yaml").rubric
    assert rubric is not None
    head = Head("第一工作室", "某某公司", "张建国", "2026-03", "2026-04-01", "月度检查", "firm")
    return replace(_record(rubric, lines, Period.parse("2026-03"), head, form), **changes)  # type: ignore[arg-type]


def gates(lines: str = GATES, **changes: object) -> SheetRecord:
    """A signed sheet of a scheme that has conditions only."""
    rubric = latest("tongliao-2020-creation")
    head = Head("第一工作室", "某某公司", "张建国", "2026", "2026-04-01", "申报实地考核")
    return replace(_record(rubric, lines, Period.parse("2026"), head), **changes)  # type: ignore[arg-type]


def _record(rubric: Rubric, lines: str, period: Period, head: Head, form: str | None = None) -> SheetRecord:
    chosen = {ruling.id: ruling.shipped for ruling in rubric.rulings if ruling.shipped}
    # The worked cases count without a campaign: there rule d of 2.6 is a letter like any other.
    marks, problems = run_lines(rubric, lines, period)
    assert not problems, problems
    return SheetRecord(
        rubric=rubric,
        sheet=score(rubric, marks, period=period, variant=head.variant, form=form),
        head=head,
        comments=Comments(
            "团队稳定，成果转化有成效。", "台账记录不够详实。", "一个月内补齐设备保养记录，四月底复查。"
        ),
        signatures=(
            Signature("王强", "head", "2026-04-01 16:05"),
            Signature("赵敏", "member", "2026-04-01 16:07"),
        ),
        check=Check(DIGEST),
        seal="sealed",
        rulings=rulings_of(rubric, chosen, set(chosen)),
        dated=SIGNED_AT,
    )


def evidence(items: str, picture: Callable[[int], bytes], count: int) -> tuple[EvidenceLine, ...]:
    """So many photos, going round the items named ("1.1 1.3b2"), and one of every other kind."""
    places = [_place(word) for word in items.split()]
    lines = [
        EvidenceLine(
            no=no,
            item=places[no % len(places)][0],
            letter=places[no % len(places)][1],
            nth=places[no % len(places)][2],
            kind="photo",
            taken_at=f"2026-03-31 15:{no:02}",
            by="王强",
            caption="三月培训签到表，缺第二周" if no % 2 else "",
            file_name=f"photo-{no}.jpg",
            sha256=sha256(str(no).encode()).hexdigest(),
            picture=picture(no),
        )
        for no in range(1, count + 1)
    ]
    item = places[0][0]
    for no, kind in enumerate(_OTHERS, count + 1):
        lines.append(
            EvidenceLine(
                no=no,
                item=item,
                kind=kind,
                taken_at=f"2026-03-31 16:{no % 60:02}",
                by="赵敏",
                caption="考核现场说明",
                file_name="" if kind == "location" else f"{kind}-{no}.bin",
                sha256=None if kind in {"location", "video"} else sha256(kind.encode()).hexdigest(),
                failure="超过 20 MB，未能取得" if kind == "video" else None,
                place="43.6525, 122.2430" if kind == "location" else None,
            )
        )
    return tuple(lines)


def _place(word: str) -> tuple[str, str | None, int | None]:
    item, rest = word[:3], word[3:]
    return item, rest[:1] or None, int(rest[1:]) if rest[1:] else None


def with_all(record: SheetRecord, places: str, photos: int = 12) -> SheetRecord:
    """The record with notes on every place named, evidence of every kind and so many photos."""
    words = (
        "缺课题攻关台账",
        "三月培训无签到",
        "记录日期与签到表不一致，现场询问负责人，称为补记",
        "保养记录只到二月",
    )
    notes = tuple(
        NoteLine(item, words[index % len(words)], letter, nth)
        for index, (item, letter, nth) in enumerate(_place(word) for word in places.split())
    )
    return replace(record, notes=notes, evidence=evidence(places, photo, photos))
