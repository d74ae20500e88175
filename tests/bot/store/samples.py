"""A small installation: two persons, a studio, a campaign and an open visit."""

from bot.entities import Campaign, Evidence, FileRef, Grant, Note, Person, Scope, Studio, Visit
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
