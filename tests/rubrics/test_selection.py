"""Places by score and the line drawn after so many of them, with ties and in every order."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.files import latest
from rubrics.selection import contested, line, quota, ranked


def scores(text):
    """`a=9 b=8.5 c=-` as candidates with their scores."""
    pairs = (each.split("=") for each in text.split())
    return {one: None if score == "-" else Decimal(score) for one, score in pairs}


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ("", ""),
        ("a=8 b=9", "b1 a2"),
        ("a=9 b=9 c=8", "a1 b1 c3"),
        ("a=9.0 b=9 c=9.00", "a1 b1 c1"),
        ("a=84.995 b=84.996", "b1 a2"),
        ("a=- b=0", "b1 a-"),
        ("a=- b=- c=1", "c1 a- b-"),
    ],
)
def test_places(given, places):
    assert " ".join(f"{one.id}{one.rank or '-'}" for one in ranked(scores(given))) == places


LINES = [
    ("a=9 b=8 c=7", 2, "", "a b | c |"),
    ("a=9 b=8 c=7", 3, "", "a b c | |"),
    ("a=9 b=8 c=7", 5, "", "a b c | |"),
    ("a=9 b=8 c=7", 0, "", "| a b c |"),
    ("a=9 b=9 c=7", 2, "", "a b | c |"),
    ("a=9 b=8 c=8 d=7", 2, "", "a | d | b c"),
    ("a=9 b=8 c=8 d=7", 2, "c", "a c | b d |"),
    ("a=9 b=8 c=8 d=7", 2, "b c", "a | d | b c"),
    ("a=9 b=8 c=8 d=7", 2, "d", "a | d | b c"),
    ("a=8 b=8 c=8", 2, "c a", "a c | b |"),
    ("a=9 b=- c=-", 2, "", "a | | b c"),
    ("a=9 b=- c=-", 2, "c", "a c | b |"),
    ("a=9 b=-", 1, "", "a | b |"),
]
"""Scores, places, who goes first; inside | outside | tied."""


@pytest.mark.parametrize(("given", "count", "ahead", "told"), LINES)
def test_a_line(given, count, ahead, told):
    found = line(ranked(scores(given)), count, ahead.split())
    assert [part.split() for part in told.split("|")] == [
        [*found.inside],
        [*found.outside],
        [*found.tied],
    ]
    assert found.decided == (not found.tied)


CANDIDATES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.none() | st.integers(0, 6).map(Decimal), max_size=8
)


@given(CANDIDATES, st.integers(0, 9), st.sets(st.sampled_from("abcdefgh")))
def test_nobody_is_lost_and_the_line_leaves_nobody_better_outside(found, count, ahead):
    drawn = line(ranked(found), count, ahead)
    assert sorted((*drawn.inside, *drawn.outside, *drawn.tied)) == sorted(found)
    worth = {one: Decimal(-1) if score is None else score for one, score in found.items()}
    for outside in (*drawn.outside, *drawn.tied):
        assert all(worth[inside] >= worth[outside] for inside in drawn.inside)
    assert len(drawn.inside) + drawn.left == min(count, len(found))
    if drawn.decided:
        assert len(drawn.inside) == min(count, len(found))
    else:
        assert 0 < drawn.left < len(drawn.tied)
        settled = line(ranked(found), count, drawn.tied[: drawn.left])
        assert settled.decided


def test_more_candidates_than_places():
    assert [contested(count, 7) for count in (6, 7, 8)] == [False, False, True]


@pytest.mark.parametrize(
    ("scheme", "track", "given", "count"),
    [
        ("dalian-2019", "model", (), 7),
        ("dalian-2019", "staff", (), 8),
        ("dalian-2019", "staff", ("model=3", "staff=12"), 12),
        ("dalian-2019", "model", ("staff=12",), 7),
        ("dalian-2019", "", (), None),
        ("dalian-2019", "", ("model=3", "=12"), 12),
        ("nuc-2024", "craft", (), None),
        ("nuc-2024", "craft", ("=6",), None),
        ("nuc-2024", "craft", ("craft=2",), 2),
        ("nuc-2024", "", (), 8),
        ("nuc-2024", "", ("=6",), 6),
        ("northwest-2025", "", (), None),
        ("northwest-2025", "", ("=4",), 4),
    ],
)
def test_how_many_may_be_put_forward(scheme, track, given, count):
    """A number without a track is one of all tracks together, and of none alone."""
    assert quota(latest(scheme), track, given) == count
