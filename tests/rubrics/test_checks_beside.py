"""Checks of what stands beside the rows: the same mistakes at other places, and what is no mistake."""

from pathlib import Path

import pytest

from rubrics import files
from rubrics.checks import floors
from tests.kit.sheets import scheme

TEXT = (Path(__file__).parents[1] / "data" / "rubrics" / "beside.v1.yaml").read_text("utf-8")


def codes(*edits):
    """The problems of the sample with these places changed, in the order of their lines."""
    text = TEXT
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return [one.code for one in files.loads(text, "x").problems]


GATE = "{letter: a, kind: gate, strength: hard, minimum: 25, unit: ㎡, text: 面积, quote: 不少于25平方米}"
EACH = "{letter: a, kind: each, points: 0.5, unit: 次, text: 投诉, quote: 一次扣0.5分}"


@pytest.mark.parametrize(
    ("edits", "found"),
    [
        # weights
        ([("    weight: 60\n", "    weight: 50\n")], ["sum_of_sections"]),
        ([("    weight: 60\n", "    weight: 50\n"), ("total: 100\n", "total: 100\nweights: shares\n")], []),
        ([("    weight: 60\n", ""), ("    weight: 40\n", ""), ("total: 100\n", "total: 9\n")], []),
        ([("title: 条件\n", "title: 条件\n    weight: 5\n")], ["section_field_idle"]),
        ([("title: 否决\n", "title: 否决\n  below_zero: floor\n")], ["section_field_idle"]),
        # roundings: 40 for 6 points never ends, 60 for 3 does
        (
            [
                ("rescale: true\n", ""),
                ("        not_applicable: leave\n", ""),
                ("rounding: {places: 2, how: half_up}\n", ""),
            ],
            ["rounding_unsaid"],
        ),
        (
            [
                ("rescale: true\n", ""),
                ("        not_applicable: leave\n", ""),
                ("rounding: {places: 2, how: half_up}\n", ""),
                ("    weight: 40\n", "    weight: 42\n"),
                ("    weight: 60\n", "    weight: 58.2\n"),
                ("total: 100\n", "total: 100.2\n"),
            ],
            [],
        ),
        ([("rescale: true\n", "rescale: false\n")], []),
        # lists
        ([(EACH, GATE)], ["rule_misplaced", "quote_not_in_source"]),
        ([(GATE, EACH)], ["quote_not_in_source", "rule_misplaced"]),
        ([("      title: 造假\n", "      title: 造假\n      points: 3\n")], ["beside_with_points"]),
        ([("    title: 条件\n", "    title: 条件\n    points: 3\n")], ["beside_with_points"]),
        # numbers: lists may stand in any order, and none falls
        (
            [
                ("gates:\n  - no: 5\n", "gates:\n  - no: 6\n"),
                ('      - no: "5.1"', '      - no: "6.1"'),
                ("vetoes:\n  no: 6\n", "vetoes:\n  no: 5\n"),
                ('\n    - no: "6.1"', '\n    - no: "5.1"'),
            ],
            [],
        ),
        # caps
        ([("  cap: 5\n", "  cap: 7\n")], []),
        ([("rule: best}", "rule: best, cap: 5}")], ["bonus_cap_idle"]),
        ([("rule: best}", "rule: sum, cap: 5}"), ("  cap: 5\n", "  cap: 8\n")], []),
        ([("unit: 条, max: 3,", "unit: 条,"), ("  cap: 5\n", "  cap: 50\n")], []),
        # requirements
        ([('feeds: "1.1 b"', 'feeds: "5.1 a"')], []),
        ([('feeds: "1.1 b"', 'feeds: "9.1 a"')], ["feeds_unknown"]),
        ([("per: month, feeds", "per: year, feeds"), ("activity: lecture,", "activity: lecture, when: year,")], []),
        ([("quote: 每月活动不少于2次}", "quote: 每月活动不少于2次, clause: c1}")], ["passage_not_quoted"]),
        ([("quote: 每月活动不少于2次}", "quote: 每月活动不少于2次, clause: c9}")], ["clause_unknown"]),
        ([("count: 2, count_to: 3", "count: 2, count_to: 2")], ["range_backwards"]),
        # articles
        ([("per: year, clause: c1}", "per: year}")], ["field_missing"]),
        ([("on: 2026-06-30, clause: c1}", "on: 2026-06-31, clause: c1}")], ["field_wrong"]),
        ([("on: 2026-06-30, clause: c1}", "rule: 六月底前, clause: c1}")], []),
        ([("amount: 10000, unit: 元,", "amount: 10000,")], ["unit_missing"]),
        ([("amount: 10000, unit: 元,", "together: 20000, unit: 元,")], []),
        ([("amount: 10000, unit: 元,", "amount: 0, unit: 元,")], ["money_unreadable"]),
        ([("variant: one, clause: c1}", "variant: three, clause: c1}")], ["variant_not_listed"]),
        ([("who: 带头人, clause: c1}", "who: 带头人, clause: c7}")], ["clause_unknown"]),
        # forms
        ([("sum_of: [earned, saved]}", "sum_of: [earned, sum]}")], ["form_sum_unknown"]),
        ([("sum_of: [earned, saved]}", "sum_of: [earned, name]}")], ["form_sum_of_words"]),
        ([("{id: filled, label: 填报人}", "{id: name, label: 填报人}")], ["form_field_twice"]),
        ([("{id: year, label: 年度, kind: year}", "{id: name, label: 年度, kind: year}")], []),
        ([("  - {id: apply, title: 申报, sections: [5, 6]}", "  - {id: check, title: 申报, sections: [5, 6]}")], ["id_twice"]),
        ([("kind: members, title: 成员, quote: 有台账}", "kind: people, title: 成员, quote: 有台账}")], ["field_choice"]),
        ([("- {id: lecture, title: 授课, unit: 次}", "- {id: lecture, title: 授课, unit: 次, mesure: hours}")], ["field_unknown"]),
    ],
)  # fmt: skip
def test_places(edits, found):
    assert sorted(codes(*edits)) == sorted(found)


def test_a_misspelt_field_deep_in_the_tree_is_answered_with_the_right_one():
    for old, new, known in (
        ("授课, unit: 次}", "授课, unit: 次, mesure: hours}", "measure"),
        ("rule: best}", "rules: best}", "rule"),
        ("label: 创收, kind: money}", "label: 创收, knd: money}", "kind"),
        ("{places: 2, how: half_up}", "{place: 2, how: half_up}", "places"),
    ):
        problems = files.loads(TEXT.replace(old, new), "x").problems
        assert [one.params["known"] for one in problems if one.code == "field_unknown"] == [(known,)]


def test_items_add_up_for_every_class_of_studio():
    other = (
        '      - no: "2.2"\n        title: 专利\n        points: 3\n        content: 有专利\n'
        "        standard: 无专利扣3分。\n        variants: [two]\n        rules:\n"
        "          - {letter: a, kind: once, points: 3, text: 无专利, quote: 无专利扣3分}\nbonus:\n"
    )
    alone = ("        standard: 无成果扣3分，", "        variants: [one]\n        standard: 无成果扣3分，")
    assert codes(alone, ("bonus:\n", other)) == []
    assert codes(("bonus:\n", other)) == ["sum_of_items"]
    assert codes(alone) == ["sum_of_items"]
    rubric = files.loads(TEXT.replace(*alone).replace("bonus:\n", other), "x").rubric
    assert rubric is not None
    assert [rubric.points, rubric.most] == [9, 100]


@pytest.mark.parametrize(
    ("section", "total", "found"),
    [
        ("floor", None, []),
        ("allowed", None, ["total_floor_unsaid"]),
        ("allowed", "floor", []),
        ("floor", "floor", ["total_floor_idle"]),
        (None, None, ["section_floor_unsaid"]),
    ],
)
def test_a_section_that_may_fall_below_0_takes_the_total_with_it(section, total, found):
    rules = [{"letter": "a", "kind": "extra", "points": 2, "scope": "section"}]
    items = [{"no": "1.1", "points": 1, "rules": rules}]
    whole = [{"no": 1, "points": 1, "below_zero": section, "items": items}]
    rubric = scheme({"sections": whole, "total_below_zero": total})
    assert [one.code for one in floors.check(rubric)] == found
