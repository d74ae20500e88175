"""Tables of coverage: every sentence of a source is found in its scheme, or says why nothing is computed from it."""

import re
from pathlib import Path

import pytest
import yaml

from rubrics import files

SEEDS = Path(__file__).parents[1] / "data" / "seeds"
SOURCES = {
    "tongliao-2020": "000-tongliao-2020-scoring-standard.txt",
    "tongliao-2020-creation": "001-tongliao-2020-opinions.txt",
    "northwest-2025": "002-northwest-2025-measures.txt",
    "nuc-2024": "003-nuc-2024-rules.txt",
    "dalian-2019": "004-dalian-2019-recommendation.txt",
}
TABLES = sorted(files.SCHEMES.glob(f"*{files.COVERAGE}"))
EACH = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name.removesuffix(files.COVERAGE))
NOISE = re.compile(r"^[\u1800-\u18af\s]+$|</?p[^>]*>|\*\*", re.MULTILINE)
"""The Mongolian head that pages repeat without words in it, tags and signs for bold type."""


def squeezed(text):
    """Without noise and blanks; a check box is the square that it prints as."""
    return "".join(NOISE.sub("", text.replace('<input type="checkbox"/>', "□")).split())


def entries(path):
    return yaml.safe_load(path.read_text("utf-8"))


def rubric_of(path):
    return files.latest(path.name.removesuffix(files.COVERAGE))


def addresses(rubric):
    """Every place that a table can name."""
    items = rubric.all_items
    rules = rubric.outcomes
    yield "head"
    yield from (f"{'gate' if item in rubric.gate_items else 'item'} {item.no}" for item in items)
    yield from (f"rule {item.no} {rule.letter}" for item in items for rule in item.rules)
    listed = {
        "requirement": rubric.requirements,
        "register": rubric.registers,
        "form": rubric.forms,
        "quota": rubric.quotas,
        "deadline": rubric.deadlines,
        "duty": rubric.duties,
        "funding": rubric.funding,
        "stage": rubric.stages,
        "ruling": rubric.rulings,
        "reading": rubric.readings,
        "discrepancy": rubric.discrepancies,
        "clause": rubric.clauses,
        "band": rules.bands if rules else (),
        "occasion": rules.occasions if rules else (),
        "fact": rules.facts if rules else (),
    }
    yield from (f"{kind} {one.id}" for kind, found in listed.items() for one in found)


@EACH
def test_the_passages_put_together_are_the_whole_source(path):
    source = squeezed((SEEDS / SOURCES[rubric_of(path).id]).read_text("utf-8"))
    at = 0
    for one in entries(path):
        text = squeezed(str(one["text"]))
        assert source[at : at + len(text)] == text
        at += len(text)
    assert source[at:] == ""


@EACH
def test_every_passage_has_its_places_or_a_reason(path):
    for one in entries(path):
        assert set(one) in ({"text", "at"}, {"text", "why"}), one
        assert one.get("at") or len(one["why"]) > 1, one


@EACH
def test_every_place_is_there(path):
    known = set(addresses(rubric_of(path)))
    named = {place for one in entries(path) for place in one.get("at", ())}
    assert sorted(named - known) == []


@EACH
def test_every_rule_condition_and_consequence_comes_from_a_passage(path):
    rubric = rubric_of(path)
    noted = ("reading", "ruling", "discrepancy", "head", "item", "clause")
    named = {place for one in entries(path) for place in one.get("at", ())}
    # A condition has the one rule that makes it one.
    named |= {f"rule {one.removeprefix('gate ')} a" for one in named if one.startswith("gate ")}
    wanted = {one for one in addresses(rubric) if one.split()[0] not in noted}
    assert sorted(wanted - named) == []
