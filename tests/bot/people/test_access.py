"""Who may do what: the table of access, role by act by thing, as a table."""

from itertools import product

import pytest

from bot import access
from bot.entities import ROLES, Assessment, Grant, Person, Role, Scope, Studio, Visit

ALL = Scope(kind="all")
HERE = Scope(kind="unit", key="一矿")
THERE = Scope(kind="unit", key="二矿")
MINE = Scope(kind="studio", key="s1")
OTHER = Scope(kind="studio", key="s2")
STUDIO = Studio(id="s1", name="工作室", unit="一矿")

COLUMNS: tuple[Role, ...] = ("coordinator", "assessor", "head", "leader", "unit", "reader", "approver")
OF_STUDIO = """\
manage        x . . . . . .
plan          x . . . . . .
reopen        x . . . . . .
assess        . x x . . . .
log           . . . x . . .
self_check    . . . x . . .
answer        . . . x . . .
fix           . . . x . . .
read_log      x . . x x . .
see_fixes     x . x x x . .
set_due       x . x . . . .
read_results  x . . . . x x
read_notices  x . . . x x x
approve       . . . . . . x
"""
AT_ALL = """\
invite        x . . . . . .
rubrics       x . . . . . .
publish       x . . . . . .
plan          x . . . . . .
assess        . x x . . . .
log           . . . x . . .
read_results  x . . . . x x
read_notices  x . . . x x x
approve       . . . . . . x
"""
OF_SHEET = """\
look open          x m m . . . .
look signed        x m m x . . .
mark open          . m m . . . .
sign open          . m m . . . .
rule open          x . . . . . .
decide signed      x x x . . . .
recheck signed     x m x . . . .
review signed      x . . . . . .
read_log open      x m m . x . .
"""
"""x: whoever holds the role there; m: only members of the sheet."""


def person(*grants: tuple[Role, Scope], name: str = "p") -> Person:
    made = (Grant(id=f"g{number}", role=role, scope=scope) for number, (role, scope) in enumerate(grants))
    return Person(id=name, name=name, grants=tuple(made))


def rows(table: str) -> list[tuple[str, Role, str]]:
    """Act, role and mark of each cell."""
    cells = []
    for line in table.splitlines():
        *act, a, b, c, d, e, f, g = line.split()
        cells += [
            (" ".join(act), role, mark) for role, mark in zip(COLUMNS, (a, b, c, d, e, f, g), strict=True)
        ]
    return cells


def sheet(state: str, member: bool, *, kind: str = "month") -> Assessment:
    visit = Visit(
        id="v",
        studio="s1",
        campaign="c",
        rubric="r",
        version=1,
        period="2026-05",
        kind=kind,
        opened=1,
        opened_by="x",
    )
    return Assessment.model_validate(
        {
            "id": "a", "visit": visit, "studio": "s1", "studio_name": "工作室", "unit": "一矿", "leader": "",
            "variant": None, "rulings": {}, "assumed": (), "members": ("p",) if member else ("x",), "state": state,
        }
    )  # fmt: skip


def test_the_table_names_every_role() -> None:
    assert set(COLUMNS) == set(ROLES)


@pytest.mark.parametrize(("act", "role", "mark"), rows(OF_STUDIO))
def test_studios(act, role, mark) -> None:
    """Everywhere, in the unit and for the studio alike; nowhere else."""
    for scope in (ALL, HERE, MINE):
        assert access.may(person((role, scope)), act, STUDIO) is (mark == "x"), scope
    for scope in (THERE, OTHER):
        assert not access.may(person((role, scope)), act, STUDIO), scope
    assert not access.may(person(), act, STUDIO)


@pytest.mark.parametrize(("act", "role", "mark"), rows(AT_ALL))
def test_at_all(act, role, mark) -> None:
    """A role somewhere opens the door; a version of a rubric is for coordinators of everything."""
    assert access.may(person((role, ALL)), act) is (mark == "x")
    assert access.may(person((role, THERE)), act) is (mark == "x" and act != "publish")
    assert not access.may(person(), act)


@pytest.mark.parametrize(("cell", "role", "mark"), rows(OF_SHEET))
def test_sheets(cell, role, mark) -> None:
    """Within the scope only, and where the table says so only for members."""
    act, state = cell.split()
    for scope, member in product((ALL, HERE, MINE), (True, False)):
        wanted = mark == "x" or (mark == "m" and member)
        if act in {"decide", "review"} and member:
            wanted = False  # nobody decides on what they scored
        assert access.may(person((role, scope)), act, sheet(state, member)) is wanted, (scope, member)
    for scope in (THERE, OTHER):
        assert not access.may(person((role, scope)), act, sheet(state, member=True)), scope


@pytest.mark.parametrize("role", ["assessor", "head"])
@pytest.mark.parametrize("scope", [ALL, HERE, MINE])
def test_nobody_assesses_the_studio_they_lead(role: Role, scope: Scope) -> None:
    both = person((role, scope), ("leader", MINE))
    assert not access.may(both, "assess", STUDIO)
    assert access.may(both, "assess")
    for act in ("mark", "sign"):
        assert not access.may(both, act, sheet("open", member=True))
        assert access.may(both, act, sheet("open", member=True, kind="self"))
    for act in ("decide", "recheck", "review"):
        assert not access.may(both, act, sheet("signed", member=False))  # type: ignore[arg-type]


def test_nobody_approves_for_the_studio_they_lead() -> None:
    assert not access.may(person(("approver", ALL), ("leader", MINE)), "approve", STUDIO)
    assert access.may(person(("approver", ALL), ("leader", OTHER)), "approve", STUDIO)


@pytest.mark.parametrize(
    ("held", "given", "unit", "may"),
    [
        (ALL, ALL, "", True),
        (ALL, HERE, "", True),
        (ALL, MINE, "一矿", True),
        (HERE, HERE, "", True),
        (HERE, MINE, "一矿", True),
        (HERE, ALL, "", False),
        (HERE, THERE, "", False),
        (HERE, OTHER, "二矿", False),
        (MINE, MINE, "一矿", True),
        (MINE, HERE, "", False),
        (MINE, OTHER, "一矿", False),
    ],
)
def test_nobody_gives_more_than_they_hold(held: Scope, given: Scope, unit: str, *, may: bool) -> None:
    assert access.gives(person(("coordinator", held)), given, unit) is may
    for role in COLUMNS[1:]:
        assert not access.gives(person((role, held)), given, unit)


def test_the_longest_of_several_grants_says_for_how_long_one_may_give() -> None:
    brief = Grant(id="a", role="coordinator", scope=ALL, until=10)
    longer = Grant(id="b", role="coordinator", scope=HERE, until=20)
    endless = Grant(id="c", role="coordinator", scope=MINE)
    who = Person(id="p", name="p", grants=(brief, longer, endless))
    assert access.longest(who, THERE) == 10
    assert access.longest(who, HERE) == 20
    assert access.longest(who, MINE, "一矿") is None
