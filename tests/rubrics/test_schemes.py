"""The shipped schemes: their source word for word, and the structure that SPEC reads from it."""

from pathlib import Path

import pytest

from rubrics import files
from rubrics.outcome_rules import OutcomeRules
from rubrics.points import show
from tests.kit.schemes import latest
from tests.kit.there import outcome_rules, there, verdicts

SEEDS = Path(__file__).parents[1] / "data" / "seeds"
SOURCES = {
    "tongliao-2020": "000-tongliao-2020-scoring-standard.txt",
    "tongliao-2020-creation": "001-tongliao-2020-opinions.txt",
    "northwest-2025": "002-northwest-2025-measures.txt",
    "nuc-2024": "003-nuc-2024-rules.txt",
    "dalian-2019": "004-dalian-2019-recommendation.txt",
}
TONGLIAO, NORTHWEST = latest("tongliao-2020"), latest("northwest-2025")
RUBRICS = pytest.mark.parametrize(
    "rubric", [latest(rubric_id) for rubric_id in files.shipped_ids()], ids=lambda rubric: rubric.id
)


def squeezed(text):
    """Without the tags that the scan left and without blanks; a check box is the square that it prints as."""
    for tag in ('<input type="checkbox"/>', "<p>", "</p>", '<p style="text-align: center;">', "**"):
        text = text.replace(tag, "□" if "input" in tag else "")
    return "".join(text.split())


def source(rubric):
    return squeezed((SEEDS / SOURCES[rubric.id]).read_text())


def test_every_shipped_file_loads_without_any_problem():
    assert set(files.shipped_ids()) <= set(SOURCES)
    for path in files.shipped():
        assert files.load(path).problems == ()


@RUBRICS
def test_text_said_to_be_verbatim_stands_in_the_source(rubric):
    text = source(rubric)
    verbatim = [
        rubric.document,
        rubric.issuer,
        rubric.leader,
        rubric.title,
        *(clause.quote for clause in rubric.clauses),
    ]
    verbatim += [section.title for section in rubric.sections]
    for item in rubric.all_items:
        verbatim += [
            item.content,
            item.standard,
            item.evidence_quote,
            *item.evidence,
            *item.contents_by_variant.values(),
        ]
        verbatim += [part.content for part in item.parts] + [rule.quote for rule in item.rules]
    assert [words for words in verbatim if squeezed(words) not in text] == []


@RUBRICS
def test_clauses_of_an_item_stand_in_the_order_of_the_source(rubric):
    for item in rubric.items:
        standard = squeezed(item.standard)
        places = [standard.index(squeezed(rule.quote)) for rule in item.rules if rule.quote]
        assert places == sorted(places), item.no


@RUBRICS
def test_whole_standard_is_read_into_rules(rubric):
    """Every amount in a standard belongs to the quote of some rule."""
    for item in rubric.items:
        rest = squeezed(item.standard)
        for rule in item.rules:
            rest = rest.replace(squeezed(rule.quote), "", 1) if rule.quote else rest
        assert not any(
            sign in rest for sign in ("得2分", "扣1", "扣2", "扣5", "分扣", "-2", "-3", "-5", "不得分")
        ), (item.no, rest)


def test_tongliao_item_titles_are_those_of_the_source():
    text = source(TONGLIAO)
    for item in TONGLIAO.items:
        assert f"{item.no.split('.')[1]}.{item.title}" in text


def test_tongliao_numbers_points_and_rules():
    assert [
        (item.no, show(item.points), "+".join(show(rule.points) for rule in item.rules))
        for item in TONGLIAO.items
    ] == [
        ("1.1", "5", "2+2+1"),
        ("1.2", "5", "2+3"),
        ("2.1", "5", "3+2"),
        ("2.2", "5", "1+3+1"),
        ("2.3", "5", "2+3"),
        ("2.4", "5", "3+2"),
        ("2.5", "10", "4+4+2"),
        ("2.6", "10", "6+2+1+1"),
        ("3.1", "15", "15"),
        ("3.2", "5", "5"),
        ("4.1", "10", "8+2"),
        ("4.2", "5", "3+2"),
        ("5.1", "5", "5"),
        ("5.2", "5", "5"),
        ("5.3", "5", "5"),
    ]
    assert TONGLIAO.layout == "award"
    assert TONGLIAO.periods == ("year",)


def test_exclusive_letters():
    def groups(rubric, kind):
        return [
            (item.no, "".join(group.letters))
            for item in rubric.items
            for group in item.exclusive
            if group.kind == kind
        ]

    assert groups(NORTHWEST, "alternative") == [("1.1", "ab"), ("1.5", "ab"), ("3.3", "cd")]
    assert groups(NORTHWEST, "contradiction") == [("2.1", "ab")]
    assert groups(TONGLIAO, "alternative") == groups(TONGLIAO, "contradiction") == []


def test_tongliao_unallocated_point_waits_for_a_ruling_that_ships_as_given():
    rule = there(there(TONGLIAO.item("2.6")).rule("d"))
    ruling = there(TONGLIAO.ruling(there(rule.ruled_by)))
    assert [option.id for option in ruling.options] == ["given", "not_given"]
    assert (ruling.shipped, ruling.assumed) == ("given", True)
    assert [rule.letter for item in TONGLIAO.items for rule in item.rules if rule.ruled_by] == ["d"]


def test_tongliao_without_its_discrepancy_does_not_add_up():
    path = next(path for path in files.shipped() if path.name.startswith("tongliao-2020.v"))
    loaded = files.loads(path.read_text().replace("    about: sum\n", ""), path.name)
    assert [(one.code, one.params["sum"]) for one in loaded.problems] == [("sum_of_rules", "9")]


def test_tongliao_judged_items_and_variants():
    assert [item.no for item in TONGLIAO.items if item.judged] == ["3.1", "3.2", "5.1", "5.2", "5.3"]
    assert [variant.title for variant in TONGLIAO.variants] == ["技术攻关型", "技能传授型", "窗口服务型"]
    assert [item.no for item in TONGLIAO.items if item.contents_by_variant] == ["3.1"]


def test_evidence_of_tongliao_is_its_list_split_at_semicolons():
    for item in TONGLIAO.items:
        assert "；".join(item.evidence) == item.evidence_quote.replace("； ", "；").removesuffix("。")


@RUBRICS
def test_card_texts_fit_a_phone(rubric):
    for item in rubric.all_items:
        assert len(item.title) <= 10
        assert all(len(rule.label) <= 18 for rule in item.rules), item.no


@RUBRICS
def test_sections_and_items_have_english_titles(rubric):
    titles = [thing.title_en for section in rubric.all_sections for thing in (section, *section.items)]
    assert all(title and title.isascii() for title in titles)


@RUBRICS
def test_what_follows_is_said_in_the_words_of_the_clause_with_its_amount(rubric):
    rules = rubric.outcomes or OutcomeRules()
    sources = (*rules.bands, *rules.occasions)
    assert {source.id for source in sources if not source.verdict_en} == set()
    assert {fact.id for fact in rules.facts if not fact.title_en} == set()
    for source in sources:
        quote = squeezed(rubric.clause(source.clause).quote)
        for one in source.consequences:
            assert one.what in quote
            if one.amount is not None:
                amount = abs(one.amount)
                printed = (f"{show(amount)}{one.unit}", f"{show(amount / 10000)}万{one.unit}")
                assert any(words in quote for words in printed)
            if one.share is not None:
                assert f"{show(abs(one.share))}%" in quote
            if one.per == "head":
                assert "各" in quote or one.who == "所在单位党政负责人"
            who = one.who.removeprefix("职工").removeprefix("创新工作室")
            assert who in quote


def test_every_clause_about_consequences_is_used():
    said = outcome_rules(NORTHWEST)
    used = {source.clause for source in verdicts(said)}
    about = {
        clause.id for clause in NORTHWEST.clauses if there(clause.where).startswith(("六（二）", "六（三）"))
    }
    assert used == about
    assert {band.clause for band in outcome_rules(TONGLIAO).bands} == {"withdrawal"}
