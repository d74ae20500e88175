"""The tree under rulings: what an answer changes and nothing else, in whatever order answers come."""

import json
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from rubrics import files
from rubrics.answers import answered, read_rulings
from rubrics.effective import BY_ID, at, changed, effective, open_at, places, suggested
from rubrics.force import complete
from rubrics.model import Rubric
from rubrics.notes import Change
from rubrics.problems import Refused
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.tiny import tiny

SHIPPED = [loaded.rubric for path in files.shipped() if (loaded := files.load(path)).rubric]


def option(name, *changes):
    return {"id": name, "text": name, **({"changes": list(changes)} if changes else {})}


def ruling(name, *options, **fields):
    said = {"id": name, "question": "如何", "assumed": True, "reason": "无", "options": list(options)}
    return {**said, "shipped": options[0]["id"] if options else None, **fields}


def number(name, *changes, suggested="2", least="1", most="9", **fields):
    value = {"least": least, "most": most, "unit": "分", "suggested": suggested}
    return ruling(name, value=value, changes=list(changes), **fields)


ITEMS = [
    {
        "no": "1.1",
        "points": 10,
        "rules": [
            {"letter": "a", "kind": "once", "points": 2},
            {"letter": "b", "kind": "each", "points": 1, "unit": "处", "max": 4},
        ],
    },
    {
        "no": "1.2",
        "points": 6,
        "content": "分数",
        "parts": [
            {"points": 4, "rules": [{"letter": "a", "kind": "once", "points": 3}]},
            {"points": 2, "rules": [{"letter": "b", "kind": "zero", "scope": "part"}]},
        ],
    },
]
RULINGS = [
    ruling("each", option("once"), option("each", {"rule": "1.1 a", "set": {"kind": "each", "unit": "份"}})),
    ruling("cap", option("four"), option("none", {"rule": "1.1 b", "set": {"max": None}})),
    ruling(
        "whole",
        option("parts"),
        option("scope", {"rule": "1.2 b", "set": {"scope": "item"}}, {"item": "1.2", "set": {"title": "新"}}),
        option("step", {"rubric": True, "set": {"step": 1}}),
    ),
    number(
        "worth", {"part": "1.2 1", "set": {"content": "分"}}, {"rule": "1.2 a", "set": {"points": "$value"}}
    ),
]
TINY = tiny(ITEMS, rulings=RULINGS)
CHOICES = {
    "each": st.sampled_from(["once", "each", "nonsense"]),
    "cap": st.sampled_from(["four", "none"]),
    "whole": st.sampled_from(["parts", "scope", "step"]),
    "worth": st.sampled_from(["1", "2.5", "9", "10", "x"]),
}
ANSWERS = st.fixed_dictionaries({}, optional=CHOICES)


def item(rubric, no):
    (found,) = [one for one in rubric.items if one.no == no]
    return found


def rule(rubric, no, letter):
    return item(rubric, no).rule(letter)


@pytest.mark.parametrize("rubric", [*SHIPPED, TINY], ids=lambda one: f"{one.id}.v{one.version}")
def test_without_a_campaign_and_as_shipped_the_tree_is_as_published(rubric):
    assert effective(rubric, None) is rubric
    assert effective(rubric, {}) == rubric
    assert effective(rubric, complete(rubric, {})) == rubric
    assert rubric.published == rubric.fingerprint


@pytest.mark.parametrize("rubric", SHIPPED, ids=lambda one: f"{one.id}.v{one.version}")
def test_every_answer_of_a_shipped_scheme_leaves_what_it_does_not_name(rubric):
    where = places(rubric)
    for asked in rubric.rulings:
        for answer, changes in asked.answers():
            made = effective(rubric, {asked.id: answer})
            assert made.published == rubric.fingerprint
            assert (made == rubric) == (not changes or answer == asked.shipped)
            touched = [where[place] for change in changes for place in change.places]
            for path in where.values():
                if not any(_near(path, one) for one in touched):
                    assert at(made, path) == at(rubric, path)


def _near(one, other):
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


@given(ANSWERS)
def test_an_answer_changes_what_it_says_and_nothing_else(answers):
    made = effective(TINY, answers)
    each, cap, whole = (answers.get(name) for name in ("each", "cap", "whole"))
    worth = answers.get("worth") if answers.get("worth") in {"1", "2.5", "9"} else None
    expected = json.loads(TINY.model_dump_json(exclude_unset=True))
    first, second = expected["sections"][0]["items"]
    if each == "each":
        first["parts"][0]["rules"][0] |= {"kind": "each", "unit": "份"}
    if cap == "none":
        first["parts"][0]["rules"][1].pop("max")
    if whole == "scope":
        second["parts"][1]["rules"][0]["scope"] = "item"
        second["title"] = "新"
    if whole == "step":
        expected["step"] = 1
    if worth:
        second["parts"][0]["content"] = "分"
        second["parts"][0]["rules"][0]["points"] = worth
    assert made.model_dump() == type(TINY).model_validate(expected).model_dump()
    assert made.published == TINY.fingerprint
    assert (made.fingerprint == TINY.fingerprint) == (made == TINY)


@given(ANSWERS)
def test_taking_the_answers_again_changes_nothing_more(answers):
    once = effective(TINY, answers)
    assert effective(once, answers) == once
    assert effective(once, answers).published == TINY.fingerprint


@given(ANSWERS, st.randoms())
def test_the_order_of_answers_and_of_rulings_does_not_matter(answers, chance):
    shuffled = list(answers.items())
    chance.shuffle(shuffled)
    assert effective(TINY, dict(shuffled)) == effective(TINY, answers)
    changes = [change for asked in TINY.rulings for change in asked.taken(answers.get(asked.id))]
    mixed = changes[:]
    chance.shuffle(mixed)
    assert changed(TINY, mixed) == changed(TINY, changes)


def test_what_is_scored_is_the_tree_under_the_rulings():
    def total(*rulings):
        answers = read_rulings(TINY, rulings)
        marks, problems = run_lines(TINY, "1.1 a2b3\n1.2 ab", rulings=answers)
        sheet = score(effective(TINY, answers), marks, rulings=answers)
        return sheet.total, [one.problem.code for one in problems], sheet.needs_decision

    assert total("each=each", "whole=scope", "worth=1") == (Decimal(3), [], False)
    assert total("each=each", "worth=1") == (Decimal(6), [], False)
    assert total("worth=1")[1] == ["over_most"]
    assert total("each=each")[2]


def test_an_item_without_parts_is_worth_what_its_part_is_worth_and_its_rules_may_be_others():
    made = changed(TINY, (Change.model_validate({"item": "1.1", "set": {"points": 8, "content": "新"}}),))
    assert [(part.points, part.content) for part in item(made, "1.1").parts] == [(8, "新")]
    rules = [{"letter": "a", "kind": "zero", "text": "无"}]
    made = changed(TINY, (Change.model_validate({"item": "1.1", "set": {"rules": rules}}),))
    assert [one.kind for one in item(made, "1.1").rules] == ["zero"]
    assert item(made, "1.1").points == 10


def test_null_takes_a_field_away_so_that_a_rule_may_become_of_a_kind_without_it():
    changes = ({"rule": "1.1 b", "set": {"kind": "zero", "points": None, "unit": None, "max": None}},)
    made = changed(TINY, [Change.model_validate(one) for one in changes])
    assert rule(made, "1.1", "b").model_dump(exclude_unset=True) == {
        "letter": "b",
        "kind": "zero",
        "text": "B",
    }


def test_what_a_field_refuses_is_refused():
    with pytest.raises(ValidationError):
        changed(TINY, (Change.model_validate({"rule": "1.1 a", "set": {"points": 0}}),))
    with pytest.raises(KeyError):
        changed(TINY, (Change.model_validate({"rule": "1.1 c", "set": {"points": 1}}),))


def test_places_have_the_names_that_people_give_them():
    found = places(TINY)
    assert set(found) == {
        ("rubric", "true"),
        ("section", "1"),
        ("item", "1.1"),
        ("item", "1.2"),
        ("part", "1.1 1"),
        ("part", "1.2 1"),
        ("part", "1.2 2"),
        *(("rule", one) for one in ("1.1 a", "1.1 b", "1.2 a", "1.2 b")),
    }
    assert {kind for kind, _ in places(files.latest("northwest-2025"))} >= {
        "scale",
        "band",
        "occasion",
        "consequence",
        "fact",
        "clause",
    }


def models(kind, seen):
    """Every model that can stand in a rubric, save for the questions themselves."""
    for inner in get_args(kind):
        models(inner, seen)
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
        seen.add(kind)
        for name, field in kind.model_fields.items():
            if name != "rulings":
                models(field.annotation, seen)
    return seen


def test_everything_with_an_id_has_a_word_and_no_two_have_the_same():
    named = {one for one in models(Rubric, set()) if "id" in one.model_fields} - {Rubric}
    assert named == set(BY_ID)
    words = [*BY_ID.values(), "rubric", "section", "item", "part", "rule", "scale"]
    assert len(set(words)) == len(words)


def test_nothing_is_decided_until_somebody_answers_and_what_is_suggested_does_not():
    assert {key: [one.id for one in asked] for key, asked in open_at(TINY, {}, "rule").items()} == {
        "1.2 a": ["worth"]
    }
    assert open_at(TINY, {"worth": "3"}, "rule") == {}
    assert open_at(TINY, {"worth": "10"}, "rule") != {}
    assert rule(effective(TINY, {}), "1.2", "a").points == 3
    assert rule(suggested(TINY), "1.2", "a").points == 2


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ((), None),
        (("each=each",), {"each": "each"}),
        (("each = each", "worth=２.50"), {"each": "each", "worth": "2.5"}),
    ],
)
def test_answers_are_read(written, answers):
    assert read_rulings(TINY, written) == answers


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("each", "ruling_unreadable"),
        ("every=each", "ruling_not_listed"),
        ("each=never", "ruling_option_unknown"),
        ("worth=10", "ruling_number_outside"),
        ("worth=much", "ruling_number_outside"),
        ("worth=", "ruling_number_outside"),
    ],
)
def test_what_is_no_answer_is_refused(written, code):
    with pytest.raises(Refused) as refused:
        read_rulings(TINY, [written])
    assert refused.value.problem.code == code


SAMPLE = files.tree((Path(__file__).parents[1] / "data" / "rubrics" / "sample.v1.yaml").read_text())
SCALARS = st.sampled_from(
    ["", "$value", "a", "1.1", "2.1 a", "true", "part", "each", 0, 1, 5, 100, True, None]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "no", "points"]), inner)
    ),
    max_leaves=5,
)
FIELDS = [
    "points",
    "kind",
    "unit",
    "max",
    "text",
    "parts",
    "rules",
    "items",
    "sections",
    "total",
    "judged",
    "id",
    "x",
]
CHANGES = st.lists(
    st.fixed_dictionaries(
        {"set": st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=2)},
        optional={
            "rule": st.sampled_from(["2.1 a", "2.1 d", "3.1 a", "9.9 z", ""]),
            "item": st.sampled_from(["1.1", "2.1", "9.9"]) | VALUES,
            "section": st.integers(0, 3),
            "part": st.just("2.1 1"),
            "rubric": st.booleans(),
            "nothing": SCALARS,
        },
    ),
    max_size=3,
)


@given(CHANGES, CHANGES)
def test_any_changes_are_checked_without_a_crash_and_what_passes_can_be_taken(first, second):
    rulings = [
        ruling("one", option("a"), option("b", *first)),
        number("two", *second),
    ]
    loaded = files.loads(files.dumps({**SAMPLE, "rulings": rulings}), "x")
    assert all(one.where and one.where.line for one in loaded.problems)
    if loaded.rubric is not None:
        for asked in loaded.rubric.rulings:
            for answer, _ in asked.answers():
                made = effective(loaded.rubric, {asked.id: answer})
                assert (made.id, made.version) == ("sample", 1)
                score(made, {}, rulings={asked.id: answer})


def test_lines_that_cross_are_refused_once_both_are_drawn():
    line = {"suggested": "85", "least": "0", "most": "100"}
    bands = [
        {"id": "good"},
        {"id": "fair"},
        {"id": "poor"},
    ]
    rubric = tiny(
        [{"no": "1.1", "points": 100, "rules": [{"letter": "a", "kind": "once", "points": 5}]}],
        clauses=[{"id": "any", "quote": "无"}],
        outcomes={
            "scales": [
                {"period": "year", "bands": [{**band, "verdict": "好", "clause": "any"} for band in bands]}
            ]
        },
        rulings=[
            number(
                "upper",
                {"band": "good", "set": {"at_least": "$value"}},
                {"band": "fair", "set": {"below": "$value"}},
                **line,
            ),
            number(
                "lower",
                {"band": "fair", "set": {"at_least": "$value"}},
                {"band": "poor", "set": {"below": "$value"}},
                **{**line, "suggested": "60"},
            ),
        ],
    )
    assert answered(rubric, answered(rubric, {}, "upper", "55"), "lower", "50") == {
        "upper": "55",
        "lower": "50",
    }
    with pytest.raises(Refused) as refused:
        answered(rubric, answered(rubric, {}, "upper", "55"), "lower", "60")
    assert refused.value.problem.code == "ruling_answers_clash"
    assert refused.value.problem.params["answers"] == ("lower=60", "upper=55")
