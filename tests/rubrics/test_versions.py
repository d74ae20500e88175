"""What a new version changes, and what becomes of marks that were made under the old one."""

from typing import Any

import pytest

from rubrics.files import latest
from rubrics.marks import ItemMarks, Occurrence
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.points import points
from rubrics.refit import Frame, Refitted, refit
from rubrics.versions import differences
from tests.kit.tiny import tiny

YEAR = Period.parse("2025")
A = {"letter": "a", "kind": "once", "points": "2", "text": "缺记录", "quote": "缺记录扣2分"}
B = {"letter": "b", "kind": "each", "points": "1", "unit": "处", "text": "不详实"}
NEW = {"letter": "c", "kind": "once", "points": "3", "text": "无台账"}
JUDGED = {"letter": "a", "kind": "judged", "low": "3", "high": "5", "text": "不规范"}
"""An amount that the assessor judges, 3 to 5."""


def scheme(*rules: dict[str, Any], worth: str = "10", **fields: Any) -> Rubric:
    """One item 1.1 with these rules."""
    item = {"no": "1.1", "title": "台账", "content": "记录完整", "points": worth, "rules": list(rules)}
    return tiny([item], **fields)


def told(old: Rubric, new: Rubric) -> list[str]:
    """The differences as short lines."""
    lines = []
    for each in differences(old, new):
        before, after = each.rules
        rules = "→".join(rule.letter if rule else "-" for rule in each.rules) if before or after else ""
        worth = "→".join("-" if one is None else f"{one}" for one in each.points) if any(each.points) else ""
        lines.append(" ".join(part for part in (each.what, each.item, rules, worth, *each.fields) if part))
    return lines


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (scheme(A, B), []),
        (scheme(A, B, version=2), []),
        (scheme(A, B, NEW), ["rule_added 1.1 -→c"]),
        (scheme(A), ["rule_removed 1.1 b→-"]),
        (scheme(A, {**B, "points": "2"}), ["rule_changed 1.1 b→b"]),
        (scheme(A, {**B, "max": 3}), ["rule_changed 1.1 b→b"]),
        (scheme({**B, "letter": "a"}, {**A, "letter": "b"}), ["rule_letter 1.1 a→b", "rule_letter 1.1 b→a"]),
        (scheme({**A, "text": "没有记录", "quote": ""}, B), ["rule_words 1.1 a→a"]),
        (scheme({**A, "text": "没有　记录"}, B), []),
        (scheme({**A, "text": "缺 记录。"}, B), []),
        (scheme(A, B, worth="12"), ["total 10→12", "item_points 1.1 10→12"]),
        (scheme(A, B, title="新的考核表", leader="带头人"), ["fields title leader"]),
    ],
)
def test_what_a_version_changes(new: Rubric, expected: list[str]) -> None:
    assert told(scheme(A, B), new) == expected


def test_items_that_come_and_go() -> None:
    one = {"no": "1.1", "title": "台账", "points": "10", "rules": [A]}
    other = {"no": "1.2", "title": "安全", "points": "5", "rules": [{**B, "letter": "a"}]}
    instead = {"no": "1.2", "title": "质量", "points": "5", "rules": [{**NEW, "letter": "a"}]}
    assert told(tiny([one]), tiny([one, other])) == ["total 10→15", "item_added 1.2 -→5"]
    assert told(tiny([one, other]), tiny([one])) == ["total 15→10", "item_removed 1.2 5→-"]
    assert told(tiny([one, other]), tiny([one, instead])) == ["item_added 1.2 -→5", "item_removed 1.2 5→-"]


def test_a_shipped_rubric_differs_from_itself_in_nothing() -> None:
    for each in ("tongliao-2020", "northwest-2025"):
        assert differences(latest(each), latest(each)) == ()


# --- marks that were made under the old version


def taken(**counts: int) -> ItemMarks:
    """So many occurrences of each letter."""
    made = {
        letter: tuple(Occurrence(id=f"{letter}{at}") for at in range(count))
        for letter, count in counts.items()
    }
    return ItemMarks(taken=made)


def carried(new: Rubric, marks: ItemMarks, old: Rubric | None = None, **where: Any) -> Refitted:
    """Marks on 1.1 of A and B under another version."""
    frame = Frame(old or scheme(A, B), new, where.pop("period", YEAR), **where)
    return refit(frame, {"1.1": marks})


@pytest.mark.parametrize(
    ("new", "marks", "expected"),
    [
        (scheme(A, B), taken(a=1, b=2), taken(a=1, b=2)),
        (
            scheme({**B, "letter": "a"}, {**A, "letter": "b"}),
            taken(a=1),
            ItemMarks(taken={"b": taken(a=1).taken["a"]}),
        ),
        (scheme(A, {**B, "points": "3"}), taken(b=2), taken(b=2)),
        (scheme({**A, "text": "没有记录"}, B), taken(a=1), taken(a=1)),
        (scheme(A, B, NEW), taken(b=1), taken(b=1)),
        (scheme(A), ItemMarks(full=True), ItemMarks(full=True)),
        (scheme(A, B, worth="8"), ItemMarks(hand=points("7.5")), ItemMarks(hand=points("7.5"))),
    ],
)
def test_marks_that_fit_keep_their_meaning(new: Rubric, marks: ItemMarks, expected: ItemMarks) -> None:
    found = carried(new, marks)
    assert (found.misfits, found.marks) == ((), {"1.1": expected})


@pytest.mark.parametrize(
    ("new", "marks", "why"),
    [
        (scheme(A), taken(b=1), ["rule_gone b"]),
        (scheme({**A, "text": "没有记录", "quote": ""}, B), taken(a=1), ["rule_gone a"]),
        (scheme(A, {**B, "max": 1}), taken(b=2), ["rule_over b"]),
        (scheme(A, {**B, "kind": "once", "unit": None}), taken(b=2), ["rule_over b"]),
        (scheme(A, B, NEW), ItemMarks(full=True), ["item_more c"]),
        (scheme(A, B, worth="5"), ItemMarks(hand=points("7")), ["refused hand_out_of_range"]),
        (scheme(A, B, step="1"), ItemMarks(hand=points("7.5")), ["refused hand_off_step"]),
        (tiny([{"no": "1.1", "title": "安全", "points": "10", "rules": [NEW]}]), taken(a=1), ["item_gone"]),
    ],
)
def test_marks_that_do_not_fit_are_named(new: Rubric, marks: ItemMarks, why: list[str]) -> None:
    found = carried(new, marks)
    named = [
        " ".join(part for part in (each.why, each.letter, each.problem.code if each.problem else "") if part)
        for each in found.misfits
    ]
    assert named == why


def test_an_amount_above_the_new_limit() -> None:
    marks = ItemMarks(taken={"a": (Occurrence(id="x", amount=points("5")),)})
    old, less = scheme(JUDGED), scheme({**JUDGED, "high": "4"})
    assert carried(old, marks, old).misfits == ()
    (found,) = carried(less, marks, old).misfits
    assert (found.why, found.letter, found.problem is not None) == ("refused", "a", True)


def test_a_period_and_a_type_that_the_new_version_does_not_have() -> None:
    types = [{"id": "x", "title": "甲"}, {"id": "y", "title": "乙"}]
    found = carried(scheme(A, B, periods=("month",), variants=types), taken(a=1), variant="z")
    assert [each.why for each in found.misfits] == ["period", "variant"]


def test_notes_and_photos_need_their_item() -> None:
    other = {"no": "1.2", "title": "安全", "points": "5", "rules": [{**NEW, "letter": "a"}]}
    one = {"no": "1.1", "title": "台账", "points": "10", "rules": [A]}
    found = refit(Frame(tiny([one, other]), tiny([one]), YEAR), {}, {"1.2"})
    assert [(each.why, each.item) for each in found.misfits] == [("item_gone", "1.2")]
