"""The two scored seeds, drafted from their own text, beside the schemes that were written from them by hand."""

from collections import Counter
from pathlib import Path

import pytest

from rubrics import files
from rubrics.draft.reader import draft
from rubrics.draft.sources import open_document
from rubrics.points import show
from tests.rubrics.draft.test_documents import measured

SEEDS = Path(__file__).parents[2] / "data" / "seeds"
SOURCES = {
    "tongliao-2020": "000-tongliao-2020-scoring-standard.txt",
    "northwest-2025": "002-northwest-2025-measures.txt",
}
BOTH = pytest.mark.parametrize("name", SOURCES)


def drafted(name):
    path = SEEDS / SOURCES[name]
    return draft(open_document(path.read_bytes(), path.name))


def read(name):
    loaded = files.loads(drafted(name).text, name)
    assert loaded.rubric is not None, loaded.problems
    return loaded.rubric


def rules(item):
    """What counts of an item's rules: kind, amount, unit; a rule that a ruling makes is not in the source."""
    return [(rule.kind, show(rule.points), rule.unit) for rule in item.rules if not rule.ruled_by]


def found(name, code):
    return [dict(one.problem.params) for one in drafted(name).findings if one.problem.code == code]


@BOTH
def test_every_rule_of_the_hand_written_scheme_is_found_in_its_item(name):
    by_hand, made = files.latest(name), read(name)
    for item in (*by_hand.items, *by_hand.bonus_items):
        assert rules(made.item(item.no)) == rules(item), item.no
    assert [item.no for item in made.items] == [item.no for item in by_hand.items]


@BOTH
def test_precision_and_recall_of_rules_are_1(name):
    def every(rubric):
        return Counter(
            (item.no, *rule) for item in (*rubric.items, *rubric.bonus_items) for rule in rules(item)
        )

    by_hand, made = every(files.latest(name)), every(read(name))
    assert measured(name, made, by_hand) == (1, 1)


@BOTH
def test_points_texts_and_quotes_are_those_of_the_scheme(name):
    by_hand, made = files.latest(name), read(name)
    for section, other in zip(by_hand.sections, made.sections, strict=True):
        assert (other.title, other.points) == (section.title, section.points)
    for item in by_hand.items:
        mine = made.item(item.no)
        assert mine.points == item.points
        assert [part.points for part in mine.parts] == [part.points for part in item.parts]
        assert [rule.quote for rule in mine.rules] == [rule.quote for rule in item.rules if rule.quote]


@BOTH
def test_header_is_read(name):
    by_hand, made = files.latest(name), read(name)
    assert (made.title, made.document, made.issued, made.leader) == (
        by_hand.title,
        by_hand.document,
        by_hand.issued,
        by_hand.leader,
    )
    assert made.issuer == by_hand.issuer
    assert made.periods == by_hand.periods


def test_only_the_sum_of_the_ledgers_differs():
    sums = [one for one in drafted("tongliao-2020").findings if one.group == "sum"]
    assert [dict(one.problem.params) for one in sums] == [
        {"item": "2.6", "title": "工作台账", "points": "10", "sum": "9"}
    ]
    assert sums[0].spot.line == 40
    assert read("tongliao-2020").discrepancies[0].at == ("2.6",)
    assert not [one for one in drafted("northwest-2025").findings if one.group == "sum"]


@BOTH
def test_nothing_inside_the_tables_stays_unread(name):
    assert [one["quote"] for one in found(name, "draft_unread") if one["item"]] == []


def test_lines_for_grades_around_the_table_are_named_not_read():
    assert [(one["why"], one["quote"][:9]) for one in found("northwest-2025", "draft_unread")[:2]] == [
        ("band", "季度平均得分90分"),
        ("band", "季度平均得分85分"),
    ]
    assert [one["why"] for one in found("tongliao-2020", "draft_unread")] == ["veto"]


def test_ambiguous_phrases_are_listed_as_a_person_reads_them():
    asked = {(one["item"], one["letter"], one["how"]) for one in found("northwest-2025", "draft_read_as")}
    assert asked >= {
        ("1.1", "b", "alternatives"),
        ("1.2", "", "parts"),
        ("1.3", "", "floor_of_row"),
        ("2.1", "a", "threshold"),
        ("2.2", "a", "shortfall"),
        ("2.2", "b", "flat"),
        ("3.3", "d", "alternatives"),
        ("3.3", "e", "when"),
        ("4.1", "", "items"),
    }
    made = read("northwest-2025")
    assert made.item("2.2").rule("a").max == made.item("2.3").rule("a").max == 2
    assert made.item("4.2").rule("c").max == 1
    assert [made.item(no).exclusive[0].letters for no in ("1.1", "3.3")] == [("a", "b"), ("c", "d")]
    assert [(rule.letter, rule.when) for rule in made.item("3.3").rules if rule.when] == [
        ("a", "quarter"),
        ("e", "year"),
    ]


def test_three_types_in_one_row_are_asked_about():
    asked = [one["item"] for one in found("tongliao-2020", "draft_read_as") if one["how"] == "variants"]
    assert asked == ["3.1"]


@BOTH
def test_same_document_gives_the_same_draft(name):
    assert drafted(name) == drafted(name)
