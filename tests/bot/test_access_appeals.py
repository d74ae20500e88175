"""Who may decide an appeal, and who sees a signed sheet: a table of people."""

import pytest

from bot import access
from bot.entities import Assessment, Grant, Person, Role, Scope, Signature, Visit

EVERYWHERE = Scope(kind="all")
HERE = Scope(kind="unit", key="一矿")
THERE = Scope(kind="unit", key="二矿")
MINE = Scope(kind="studio", key="s1")


def person(name: str, *grants: tuple[Role, Scope]) -> Person:
    made = (Grant(id=f"{name}{role}", role=role, scope=scope) for role, scope in grants)
    return Person(id=name, name=name, grants=tuple(made))


def sheet(kind: str = "month", state: str = "signed", members: tuple[str, ...] = ("scorer",)) -> Assessment:
    visit = Visit(
        id="v", studio="s1", campaign="c", rubric="r", version=1, period="2026-05", kind=kind, opened=1,
        opened_by="scorer",
    )  # fmt: skip
    return Assessment.model_validate(
        {
            "id": "a", "visit": visit, "studio": "s1", "studio_name": "工作室", "unit": "一矿", "leader": "",
            "variant": None, "rulings": {}, "assumed": (), "members": members, "state": state,
            "signatures": (Signature(person="signer", name="x", role="head", at=2),),
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "decides"),
    [
        (person("a", ("coordinator", EVERYWHERE)), True),
        (person("b", ("coordinator", HERE)), True),
        (person("c", ("coordinator", THERE)), False),
        (person("d", ("head", HERE)), True),
        (person("e", ("assessor", EVERYWHERE)), True),
        (person("f", ("assessor", THERE)), False),
        (person("scorer", ("assessor", EVERYWHERE)), False),
        (person("scorer", ("coordinator", EVERYWHERE)), False),
        (person("signer", ("head", EVERYWHERE)), False),
        (person("g", ("leader", MINE)), False),
        (person("h", ("leader", MINE), ("coordinator", EVERYWHERE)), False),
        (person("i", ("leader", THERE), ("coordinator", HERE)), True),
        (person("j", ("reader", EVERYWHERE)), False),
        (person("k", ("unit", HERE)), False),
        (person("l"), False),
    ],
)
def test_who_decides(who: Person, *, decides: bool) -> None:
    assert access.may(who, "decide", sheet()) is decides
    assert not access.may(who, "decide", sheet(state="open"))
    assert not access.may(who, "decide", sheet(kind="self"))


def test_a_studio_sees_its_sheets_once_they_are_signed() -> None:
    leader, other = person("g", ("leader", MINE)), person("o", ("leader", THERE))
    assert access.may(leader, "look", sheet())
    assert not access.may(leader, "look", sheet(state="open"))
    assert not access.may(other, "look", sheet())
    assert not access.may(leader, "mark", sheet())
