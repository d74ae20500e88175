"""Rulings that every campaign has beside those of its scheme: what is suggested, what was decided, whose question wins."""

from pathlib import Path

import pytest

from rubrics import common, files
from rubrics.common import asked, common_rulings, days, decide, needed, on_sheet, stands
from rubrics.model import Rubric
from rubrics.problems import Refused

TERM = Path(__file__).parents[1] / "data" / "rubrics" / "term.v1.yaml"


@pytest.fixture
def northwest() -> Rubric:
    return files.latest("northwest-2025")


@pytest.fixture
def term() -> Rubric:
    """A scheme that brings the term of appeals along."""
    found = files.load(TERM).rubric
    assert found
    return found


def test_every_one_is_suggested_in_both_languages() -> None:
    found = {ruling.id: ruling for ruling in common_rulings()}
    assert list(found) == [
        "panel",
        "panel-tolerance",
        "ties",
        "review-days",
        "appeal-days",
        "rectification-days",
    ]
    for ruling in found.values():
        assert ruling.assumed
        assert "原文未规定" in ruling.reason
        assert ruling.question_en
        assert ruling.reason_en
        assert all(option.text_en for option in ruling.options)
        assert ruling.value is None or (ruling.value.unit_en and ruling.value.holds(ruling.value.suggested))


@pytest.mark.parametrize(
    ("ruling", "answer"),
    [("panel", "joint"), ("ties", "skipped"), ("appeal-days", "7"), ("rectification-days", "30")],
)
def test_what_is_suggested_holds_until_somebody_decides(ruling: str, answer: str) -> None:
    assert common.common({}, ruling) == answer
    assert not stands({}, ruling).decided


def test_what_was_decided_holds() -> None:
    assert days({"appeal-days": "10"}, "appeal-days") == (10, False)
    assert days({"appeal-days": "10"}, "appeal-days", assumed=("appeal-days",)) == (10, True)
    assert common.common({"panel": "mean"}, "panel") == "mean"


def test_what_is_no_answer_decides_nothing() -> None:
    assert common.common({"panel": "lottery", "appeal-days": "1000"}, "panel") == "joint"
    assert days({"appeal-days": "1000"}, "appeal-days") == (7, True)


def test_an_unknown_ruling_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        common.common({}, "weather")


def test_a_scheme_that_asks_itself_wins(term: Rubric) -> None:
    assert [ruling.id for ruling in asked(term)].count("appeal-days") == 1
    assert common.common({}, "appeal-days", term) == "3"
    assert days({"appeal-days": "5"}, "appeal-days", rubric=term) == (5, False)
    assert on_sheet(term, {"appeal-days": "5"}) == ()


def test_the_scheme_asks_first(northwest: Rubric) -> None:
    ids = [ruling.id for ruling in asked(northwest)]
    own = [ruling.id for ruling in northwest.rulings]
    assert ids[: len(own)] == own
    assert ids[len(own) :] == [ruling.id for ruling in common_rulings()]


def test_answers_are_read_strictly(northwest: Rubric) -> None:
    assert decide(northwest, {"ties": "dense"}, "appeal-days", "１0") == {
        "ties": "dense",
        "appeal-days": "10",
    }
    assert decide(northwest, {}, "panel", "drop") == {"panel": "drop"}
    assert decide(northwest, {}, "records", "each") == {"records": "each"}
    for ruling, answer, code in (
        ("appeal-days", "0", "ruling_number_outside"),
        ("appeal-days", "7.5", "ruling_number_outside"),
        ("appeal-days", "week", "ruling_number_outside"),
        ("panel", "lottery", "ruling_option_unknown"),
        ("weather", "fine", "ruling_not_listed"),
    ):
        with pytest.raises(Refused) as refused:
            decide(northwest, {}, ruling, answer)
        assert refused.value.problem.code == code


def test_a_sheet_prints_what_was_decided_and_bears_on_it(northwest: Rubric) -> None:
    decided = {"panel": "mean", "panel-tolerance": "3", "ties": "dense", "appeal-days": "5"}
    assert [each.ruling.id for each in on_sheet(northwest, decided)] == [
        "panel",
        "panel-tolerance",
        "appeal-days",
    ]
    assert on_sheet(northwest, {}) == ()
    joint = {"panel": "joint", "panel-tolerance": "3"}
    assert [each.ruling.id for each in on_sheet(northwest, joint)] == ["panel"]


def test_no_shipped_scheme_needs_an_answer_before_its_first_sheet() -> None:
    for rubric_id in files.shipped_ids():
        assert needed(files.latest(rubric_id), {}) == ()


def test_a_scheme_whose_points_wait_for_an_answer_says_so(northwest: Rubric) -> None:
    records = northwest.ruling("records")
    assert records
    open_ = records.model_copy(update={"shipped": None})
    waiting = northwest.model_copy(
        update={"rulings": tuple(open_ if each.id == "records" else each for each in northwest.rulings)}
    )
    assert [each.id for each in needed(waiting, {})] == ["records"]
    assert needed(waiting, {"records": "once"}) == ()
