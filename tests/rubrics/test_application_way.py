"""The way of an application as the schemes say it: which steps follow each other, which must not be left out."""

from itertools import product

import pytest

from rubrics.application import tracks
from rubrics.application_way import (
    ENDS,
    LIFTED,
    MATTER,
    NOT_SELECTED,
    WAY,
    matter_way,
    next_of,
    next_steps,
    outside,
    standing,
    way_of,
)
from rubrics.files import SCHEMES, latest, loads
from tests.kit.schemes import shipped

CALLED = {
    "nuc-2024.v2": ("答辩、实地考察", "defence, site visit"),
    "nuc-2024.v1": ("", None),
    "dalian-2019.v2": ("实地考核", "site inspection"),
    "tongliao-2020-creation.v2": ("", None),
}
"""What schemes call the step on which an application is examined by people; empty: they have no word for it."""

WAYS = {
    ("dalian-2019", "model"): "SUBMITTED RECOMMENDED EXAMINED VISITED SELECTED APPROVED published REPORTED",
    ("dalian-2019", "staff"): "SUBMITTED RECOMMENDED EXAMINED VISITED SELECTED APPROVED published REPORTED",
    ("nuc-2024", "staff"): "SUBMITTED recommended EXAMINED VISITED selected APPROVED PUBLISHED NAMED",
    ("tongliao-2020-creation", "creation"): (
        "SUBMITTED recommended examined visited selected APPROVED published NAMED"
    ),
    ("tongliao-2020-creation", "county"): (
        "SUBMITTED recommended examined visited selected APPROVED published NAMED"
    ),
    ("tongliao-2020-creation", "city"): (
        "SUBMITTED recommended EXAMINED visited selected APPROVED published NAMED"
    ),
}
"""Capitals must not be left out."""


@pytest.mark.parametrize(("scheme", "track"), WAYS)
def test_what_each_scheme_asks_for(scheme, track):
    way = way_of(latest(scheme), track)
    said = " ".join(step.name.upper() if step.required else step.name for step in way)
    assert said == WAYS[scheme, track]


@pytest.mark.parametrize("name", ["dalian-2019.v1", "nuc-2024.v1", "northwest-2025.v2"])
def test_a_scheme_that_names_no_steps_leaves_them_open(name):
    way = way_of(shipped(name), "")
    assert [step.name for step in way] == list(WAY)
    assert [step.name for step in way if step.required] == ["submitted", "approved", *ENDS]


NEXT = [
    ("dalian-2019", "model", "draft", ""),
    ("dalian-2019", "model", "submitted", "recommended"),
    ("dalian-2019", "model", "recommended", "examined"),
    ("dalian-2019", "model", "examined", "visited"),
    ("dalian-2019", "model", "visited", "selected"),
    ("dalian-2019", "model", "selected", "approved"),
    ("dalian-2019", "model", "approved", "published reported"),
    ("dalian-2019", "model", "published", "reported"),
    ("dalian-2019", "model", "reported", ""),
    ("dalian-2019", "model", "returned", ""),
    ("dalian-2019", "model", "rejected", ""),
    ("dalian-2019", "model", "withdrawn", ""),
    ("nuc-2024", "craft", "submitted", "recommended examined"),
    ("nuc-2024", "craft", "visited", "selected approved"),
    ("nuc-2024", "craft", "approved", "published"),
    ("nuc-2024", "craft", "published", "named"),
    ("nuc-2024", "craft", "named", ""),
    ("tongliao-2020-creation", "county", "submitted", "recommended examined visited selected approved"),
    ("tongliao-2020-creation", "city", "submitted", "recommended examined"),
]


@pytest.mark.parametrize(("scheme", "track", "state", "after"), NEXT)
def test_what_comes_next(scheme, track, state, after):
    assert next_steps(latest(scheme), track, state) == tuple(after.split())


def test_either_end_of_a_scheme_that_names_none():
    assert next_steps(shipped("dalian-2019.v1"), "model", "published") == ENDS
    assert next_steps(shipped("dalian-2019.v1"), "model", "named") == ()


def test_no_sequence_of_next_steps_leaves_out_a_required_one():
    for scheme in ("dalian-2019", "nuc-2024", "tongliao-2020-creation"):
        for track in tracks(latest(scheme)):
            way = way_of(latest(scheme), track.id)
            required = [step.name for step in way if step.required]
            paths: list[tuple[str, ...]] = [("submitted",)]
            for path in paths:
                after = next_of(way, path[-1])
                paths += [(*path, step) for step in after]
                if not after:
                    assert [step for step in path if step in required] == required


def test_the_words_of_the_stages_are_those_of_the_steps():
    way = {step.name: step for step in way_of(latest("nuc-2024"), "staff")}
    assert way["visited"].title == "专家评审：答辩 · 专家评审：实地考察"
    assert way["visited"].title_en == "defence before experts · visit by experts"
    assert (way["visited"].who, way["visited"].who_en) == ("相关专家", "experts")
    assert (way["selected"].title, way["selected"].who, way["selected"].title_en) == ("", "", None)
    review = {step.name: step.title for step in way_of(latest("dalian-2019"), "model")}
    assert (review["examined"], review["visited"], review["selected"]) == ("评审",) * 3


def test_a_level_belongs_to_its_track():
    levels = {
        track.id: [step.level for step in way_of(latest("tongliao-2020-creation"), track.id) if step.level]
        for track in tracks(latest("tongliao-2020-creation"))
    }
    assert levels == {"creation": ["基层单位"], "county": ["旗县（市区）级"], "city": ["市级"]}


def test_the_way_of_a_matter():
    way = matter_way()
    assert [step.name for step in way] == list(MATTER)
    assert [next_of(way, step) for step in MATTER] == [
        ("examined",),
        ("approved",),
        ("published", "carried_out"),
        ("carried_out",),
        (),
    ]


@pytest.mark.parametrize(
    ("state", "taken", "where"),
    [
        ("submitted", ["submitted"], "submitted"),
        ("submitted", ["submitted", "returned", "submitted"], "submitted"),
        ("submitted", ["submitted", "recommended", "returned", "submitted"], "recommended"),
        (
            "submitted",
            ["submitted", "recommended", "examined", "visited", "returned", "submitted"],
            "recommended",
        ),
        ("returned", ["submitted", "recommended", "returned"], "returned"),
        ("visited", ["visited", NOT_SELECTED], NOT_SELECTED),
        ("visited", ["visited", NOT_SELECTED, LIFTED], "visited"),
        ("selected", ["visited", NOT_SELECTED, LIFTED, "selected"], "selected"),
        ("rejected", ["visited", NOT_SELECTED, "rejected"], NOT_SELECTED),
    ],
)
def test_how_far_one_is_that_was_sent_back(state, taken, where):
    assert standing(state, taken) == where


def test_outside_is_said_by_the_line_drawn_last():
    for taken in product([NOT_SELECTED, LIFTED, "selected", "visited"], repeat=3):
        drawn = [name for name in taken if name != "visited"]
        assert outside(taken) == (drawn[-1:] == [NOT_SELECTED])


def test_tracks_of_a_stage_are_those_of_the_scheme():
    text = (
        (SCHEMES / "tongliao-2020-creation.v2.yaml")
        .read_text()
        .replace("tracks: [city]", "tracks: [province]")
    )
    found = loads(text, "tongliao-2020-creation.v2.yaml").problems
    assert [(one.code, one.params["variant"]) for one in found] == [("variant_not_listed", "province")] * 2


def test_a_step_that_no_way_has_is_refused():
    text = (SCHEMES / "nuc-2024.v2.yaml").read_text().replace("steps: [named]", "steps: [crowned]")
    (problem,) = loads(text, "nuc-2024.v2.yaml").problems
    assert problem.code == "field_choice"


@pytest.mark.parametrize("scheme", CALLED)
def test_a_step_is_called_as_the_source_calls_it(scheme):
    rubric = shipped(scheme)
    step = next(each for each in way_of(rubric, "staff") if each.name == "visited")
    assert (step.called, step.called_en) == CALLED[scheme]
    assert all(one.title in (stage.what or "") for stage in rubric.stages for one in stage.called)
