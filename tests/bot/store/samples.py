"""A small installation: two persons, a studio, a campaign and an open visit."""

from bot.entities import (
    Campaign,
    Decision,
    Evidence,
    FileRef,
    Grant,
    LogEntry,
    Month,
    Note,
    Person,
    Proof,
    Reopening,
    Scope,
    Studio,
    Visit,
)
from bot.ports import RawUpdate
from bot.store import StoreDesk

NOW = 1_800_000_000_000
RUBRIC = "northwest-2025"


def furnish(desk: StoreDesk) -> None:
    """Put the installation into a store."""
    for number, name in ((1, "王芳"), (2, "李强")):
        desk.people.add(Person(id=f"p{number}", name=name, unit="公会"), NOW)
        desk.people.attach(100 + number, f"p{number}", NOW)
        grant = Grant(id=f"g{number}", role="assessor", scope=Scope(kind="unit", key="一厂"))
        desk.people.grant(f"p{number}", grant, NOW)
    desk.studios.add(Studio(id="s1", name="张工工作室", unit="一厂", leader="张工", types={RUBRIC: "skill"}))
    desk.visits.add_campaign(
        Campaign(id="c1", rubric=RUBRIC, version=1, year=2026, rulings={"r": "yes"}, assumed=("r",))
    )
    open_visit(desk, "1")


def open_visit(desk: StoreDesk, number: str, period: str = "2026-11") -> None:
    """Open visit vN with assessment aN of p1 at s1."""
    visit = Visit(
        id=f"v{number}",
        studio="s1",
        campaign="c1",
        rubric=RUBRIC,
        version=1,
        period=period,
        kind="regular",
        opened=NOW,
        opened_by="p1",
    )
    desk.visits.add(visit, f"a{number}", "skill", ["p1"])


def photo(number: int, **other: object) -> Evidence:
    """Return evidence eN of a1 with one photo fN."""
    file = FileRef(id=f"f{number}", file_id=f"id{number}", unique_id=f"u{number}", size=None, kind="photo")
    fields = {
        "id": f"e{number}",
        "assessment": "a1",
        "item": "1.3",
        "kind": "photo",
        "number": number,
        "files": (file,),
        "caption": "缺台账",
        "by": "p1",
        "at": NOW,
    }
    return Evidence.model_validate({**fields, **other})


def note(number: int, text: str, **other: object) -> Note:
    """Return note nN on item 1.3 of a1."""
    fields = {
        "id": f"n{number}",
        "assessment": "a1",
        "item": "1.3",
        "text": text,
        "by": "p1",
        "at": NOW + number,
    }
    return Note.model_validate({**fields, **other})


def update(number: int, raw: str = "{}", sha256: str = "s", *, bot_id: int = 7, chat: int = 101) -> RawUpdate:
    """Return an update as the receiver hands it over."""
    return RawUpdate(
        bot_id=bot_id, update_id=number, chat=chat, kind="message", raw=raw, sha256=sha256, now=NOW
    )


def entry(number: int = 1, **other: object) -> LogEntry:
    """Return entry lN of studio s1."""
    fields = {
        "id": f"l{number}",
        "studio": "s1",
        "rubric": RUBRIC,
        "activity": "theory",
        "on": f"2026-05-{number:02}",
        "came": NOW + number,
        "topic": "液压阀检修",
        "led_by": "张工",
        "people": 18,
        "hours": "2.5",
        "amount": "1",
        "summary": "讲了<三>处",
        "by": "p1",
        "changed": NOW + number,
    }
    return LogEntry.model_validate({**fields, **other})


def log_file(number: int) -> FileRef:
    """Return photo fN of the log."""
    return FileRef(id=f"lf{number}", file_id=f"id{number}", unique_id=f"u{number}", size=None, kind="photo")


def piece(number: int, of: str = "l1", *files: FileRef) -> Proof:
    """Return piece xN of an entry."""
    return Proof(
        id=f"x{number}",
        of=of,
        studio="s1",
        kind="photo",
        number=0,
        files=files or (log_file(number),),
        caption="签到表",
        by="p1",
        at=NOW,
    )


def month(**other: object) -> Month:
    """Return May of studio s1, handed in."""
    fields = {
        "id": "m1",
        "studio": "s1",
        "rubric": RUBRIC,
        "month": "2026-05",
        "state": "submitted",
        "first": NOW,
        "submitted": NOW,
        "day": "2026-06-01",
        "by": "p1",
    }
    return Month.model_validate({**fields, **other})


def keep_a_log(desk: StoreDesk) -> None:
    """Put a row into every table of the log."""
    desk.logs.put(entry())
    desk.proofs.attach(piece(1), chat=101, album="album")
    desk.logs.put_month(month(nothing="停产检修", reopened=(Reopening(at=NOW, by="p1", reason="漏记"),)))
    desk.logs.decide(
        Decision(assessment="a1", item="2.2", letter="a", state="rejected", count="1", by="p1", at=NOW)
    )
