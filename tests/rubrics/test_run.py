"""Lines to marks without a chat: done in order, refused one by one."""

from rubrics.files import latest
from rubrics.periods import Period
from rubrics.points import show
from rubrics.run import run_lines
from rubrics.scoring import score

TONGLIAO, NORTHWEST = latest("tongliao-2020"), latest("northwest-2025")


def test_third_case_of_the_specification():
    text = "1.1 ac\n1.2 b\n2.1 ab\n2.2 b\n2.3 a\n2.4 ab\n2.5 ab\n2.6 a\n3.1 a\n3.2 0\n4.1 a\n4.2 a\n5.1 a\n5.2 0\n5.3 a\n"
    marks, problems = run_lines(TONGLIAO, text, None)
    assert not problems
    assert show(score(TONGLIAO, marks).total) == "71"


def test_later_lines_change_what_earlier_ones_said():
    marks, problems = run_lines(NORTHWEST, "1.3 a2\n1.3 +b\n1.3 -a\n1.4 满\n1.4 a", None)
    assert not problems
    assert (marks["1.3"].count("a"), marks["1.3"].count("b"), marks["1.4"].count("a")) == (1, 1, 1)
    ids = [one.id for item in marks.values() for taken in item.taken.values() for one in taken]
    assert len(set(ids)) == len(ids)


def test_what_only_the_marks_can_tell_is_refused_where_it_stands():
    marks, problems = run_lines(NORTHWEST, "2.2 a2 缺两次\n2.9 3\n2.2 +a\n1.3 -b\n1.3 a", None)
    assert [(found.line, found.item, found.problem.code) for found in problems] == [
        (2, None, "item_unknown"),
        (3, "2.2", "over_most"),
        (4, "1.3", "too_few"),
    ]
    assert problems[1].problem.params == {"item": "2.2", "letter": "a", "count": 3, "most": 2}
    assert (marks["2.2"].count("a"), marks["1.3"].count("a")) == (2, 1)


def test_period_and_rulings_hold_for_every_line():
    april = Period.parse("2025-04")
    assert [found.problem.code for found in run_lines(NORTHWEST, "4.1 a", april)[1]] == ["not_this_period"]
    given = run_lines(TONGLIAO, "2.6 d", rulings={})[1]
    assert [found.problem.code for found in given] == ["letter_ruled"]
