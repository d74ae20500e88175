"""Problems: a code and exactly its parameters."""

import pytest

from rubrics.problems import CODES, Problem, Refused, problem, warning


def test_problem_with_other_parameters_than_its_code_lists_cannot_be_made():
    with pytest.raises(KeyError):
        problem("points_unreadable", text="x")
    with pytest.raises(KeyError):
        problem("points_unreadable")
    with pytest.raises(KeyError):
        problem("never_heard_of")


def test_problem_stops_and_warning_does_not():
    assert problem("points_unreadable", value="x").severity == "error"
    assert warning("points_unreadable", value="x").severity == "warning"


def test_refusal_carries_its_problem():
    why = Problem("points_unreadable", {"value": "x"})
    assert Refused(why).problem is why


def test_codes_and_parameters_are_names():
    for code, params in CODES.items():
        assert code.isidentifier()
        assert all(param.isidentifier() for param in params)
        assert len(set(params)) == len(params)
