"""What a log comes to: a half-year worked out by hand, windows, kinds of rule, and what holds for any log."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.logbook import Logged, proposals, standing, windows
from rubrics.marks import EMPTY
from rubrics.ops import Adjust, apply
from rubrics.periods import Period
from rubrics.scoring import score
from tests.kit.logs import logged, read, told
from tests.kit.schemes import latest
from tests.kit.there import there
from tests.kit.tiny import tiny

NORTHWEST = latest("northwest-2025")
CREATION = latest("tongliao-2020-creation")
ENTRIES, EXPECTED = read("northwest-2026")
TODAY = date(2027, 1, 4)


def proposed(rubric, entries, period, **ruled):
    span = Period.parse(period)
    return proposals(rubric, standing(rubric, entries, span, today=TODAY), span, **ruled)


def standings(rubric, entries, period, requirement, **known):
    span = Period.parse(period)
    found = standing(rubric, entries, span, **{"today": TODAY, **known})
    return [one for one in found if one.requirement.id == requirement]


# --- the half-year ------------------------------------------------------------------------------


def test_the_half_year_is_what_the_issue_asks_for():
    months = {entry.on.month for entry in ENTRIES}
    assert (len(ENTRIES), len(months), sum(entry.late for entry in ENTRIES)) == (40, 6, 2)


@pytest.mark.parametrize("period", EXPECTED)
def test_a_period_proposes_what_was_worked_out_by_hand(period):
    assert [told(one) for one in proposed(NORTHWEST, ENTRIES, period)] == EXPECTED[period]


def test_at_the_end_of_the_year_what_was_achieved_in_it_counts():
    year = [
        logged("p", "2026-04-01 2026-04-01 patent"),
        logged("w", "2026-09-01 2026-09-01 province-award"),
        logged("o", "2026-11-30 2026-11-30 own-project"),
        logged("c", "2026-07-01 2026-07-01 case"),
    ]
    rules = {f"{one.item} {one.letter}" for one in proposed(NORTHWEST, [*ENTRIES, *year], "2026-12")}
    assert rules == {"2.2 a", "2.3 a", "3.2 a", "3.3 a", "3.3 b", "4.2 a"}


def test_a_case_of_the_first_half_does_not_count_in_the_second():
    case = logged("c", "2026-06-30 2026-06-30 case")
    found = {half: proposed(NORTHWEST, [case], half) for half in ("2026-06", "2026-12")}
    assert [any(one.item == "4.1" for one in found[half]) for half in found] == [False, True]


def test_a_proposal_names_every_entry_behind_it_once_and_by_day():
    (exchange, *_) = [one for one in proposed(NORTHWEST, ENTRIES, "2026-Q2") if one.item == "3.2"]
    assert [f"{entry.on:%m-%d} {entry.activity}" for entry in exchange.entries] == [
        "04-14 exchange",
        "04-17 research",
        "04-28 exchange",
        "05-20 research",
        "06-11 exchange",
        "06-18 research",
    ]


def test_a_ruling_that_cuts_a_requirement_off_takes_its_proposal_away():
    from rubrics.effective import effective

    cut = [
        {ruling.id: answer}
        for ruling in NORTHWEST.rulings
        for answer, changes in ruling.answers()
        if any(
            place == ("requirement", "research-month-own") for change in changes for place in change.places
        )
    ]
    assert cut, "the northwest scheme asks whether one missed session costs twice"
    tree = effective(NORTHWEST, cut[0])
    assert "4.2" not in {one.item for one in proposed(tree, ENTRIES, "2026-02", rulings=cut[0])}


# --- windows ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("per", "period", "expected"),
    [
        ("month", "2024-02", ["2024-02-01..2024-02-29"]),
        ("month", "2026-Q1", ["2026-01-01..2026-01-31", "2026-02-01..2026-02-28", "2026-03-01..2026-03-31"]),
        ("quarter", "2026-05", ["2026-04-01..2026-06-30"]),
        ("quarter", "2026-H1", ["2026-01-01..2026-03-31", "2026-04-01..2026-06-30"]),
        ("half", "2026-Q3", ["2026-07-01..2026-12-31"]),
        ("year", "2026-01", ["2026-01-01..2026-12-31"]),
        ("year", "2025..2026", ["2025-01-01..2025-12-31", "2026-01-01..2026-12-31"]),
        ("two_years", "2026-03", ["2025-01-01..2026-12-31"]),
        ("two_years", "2026", ["2025-01-01..2026-12-31"]),
        ("two_years", "2023..2026", ["2023-01-01..2024-12-31", "2025-01-01..2026-12-31"]),
        ("two_years", "2024..2026", ["2025-01-01..2026-12-31"]),
        ("term", "2024..2026", ["2024-01-01..2026-12-31"]),
        ("term", "2026-03", []),
    ],
)
def test_windows_of_a_period(per, period, expected):
    assert [f"{start}..{end}" for start, end in windows(per, Period.parse(period))] == expected


def test_a_term_runs_from_the_naming_and_is_never_over_by_itself():
    term = CREATION.model_copy(
        update={
            "requirements": tuple(one.model_copy(update={"per": "term"}) for one in CREATION.requirements[:1])
        }
    )
    since = {"named": date(2024, 5, 17)}
    (one,) = standings(term, [logged("t", "2025-01-01 2025-01-01 topic")], "2026-03", "topic-a-year", **since)
    assert (one.start, one.end, one.done, one.due) == (date(2024, 5, 17), date(2026, 3, 31), 1, False)
    assert standings(term, [], "2024-04", "topic-a-year", **since) == []


def test_two_years_are_the_year_and_the_one_before():
    log = [
        logged("a", "2023-12-31 2024-01-02 recognised-result"),
        logged("b", "2024-01-01 2024-01-02 recognised-result"),
        logged("c", "2025-12-31 2026-01-02 recognised-result"),
    ]
    (one,) = standings(CREATION, log, "2025", "results-in-two-years")
    assert ([entry.id for entry in one.entries], one.met, one.due) == (["b", "c"], True, True)
    (one,) = standings(CREATION, log, "2025-11", "results-in-two-years")
    assert ([entry.id for entry in one.entries], one.due) == (["b"], False)


# --- standings ----------------------------------------------------------------------------------


def test_a_standing_in_the_middle_of_the_month():
    log = [logged("a", "2026-05-12 2026-05-12 theory")]
    (one,) = standings(NORTHWEST, log, "2026-05", "theory-month", today=date(2026, 5, 21))
    assert (one.done, one.wanted, one.missing, one.met, one.due, one.days_left) == (1, 2, 1, False, True, 10)
    (one,) = standings(NORTHWEST, log, "2026-05", "case-half", today=date(2026, 5, 21))
    assert (one.done, one.due, one.days_left) == (0, False, 40)
    (one,) = standings(NORTHWEST, log, "2026-05", "theory-month", today=date(2026, 6, 2))
    assert one.days_left == 0


def test_what_comes_after_the_period_does_not_change_its_sheet():
    log = [logged("a", "2026-06-01 2026-06-01 declared")]
    (one,) = standings(NORTHWEST, log, "2026-05", "declared-quarter")
    assert one.done == 0


def test_late_is_what_came_after_the_month_was_handed_in():
    log = [
        logged("a", "2026-05-12 2026-06-02 theory"),
        logged("b", "2026-05-13 2026-06-03 theory"),
        logged("c", "2026-05-14 2026-05-14 theory late"),
    ]
    (one,) = standings(NORTHWEST, log, "2026-05", "theory-month", closed_on=date(2026, 6, 2))
    assert [entry.id for entry in one.late] == ["b", "c"]
    (one,) = standings(NORTHWEST, log, "2026-05", "theory-month")
    assert [entry.id for entry in one.late] == ["c"]
    assert one.done == 3, "late entries count"


def test_an_entry_of_an_earlier_month_is_not_late_because_this_month_is_closed():
    log = [logged("a", "2026-04-12 2026-07-01 declared")]
    (one,) = standings(NORTHWEST, log, "2026-05", "declared-quarter", closed_on=date(2026, 6, 2))
    assert (one.done, one.late) == (1, ())


def test_persons_hours_and_results_count_as_much_as_they_are():
    log = [
        logged("a", "2026-01-12 2026-01-12 declared ×2"),
        logged("b", "2026-03-12 2026-03-12 declared ×0.5"),
    ]
    (one,) = standings(NORTHWEST, log, "2026-03", "declared-quarter")
    assert (one.done, one.missing) == (Decimal("2.5"), Decimal("0.5"))
    assert "3.3 a" not in {f"{each.item} {each.letter}" for each in proposed(NORTHWEST, log, "2026-03")}


# --- kinds of rule ------------------------------------------------------------------------------


def fed(rule, count=2, per="month", item=None, **requirement):
    return tiny(
        [{"no": "1.1", "points": 10, "rules": [{"letter": "a", **rule}], **(item or {})}],
        activities=[{"id": "theory", "title": "授课", "unit": "次"}],
        requirements=[
            {
                "id": "r",
                "activities": ["theory"],
                "count": count,
                "per": per,
                "feeds": "1.1 a",
                "quote": "原文",
            }
            | requirement
        ],
    )


def lessons(count):
    return [logged(f"l{day}", f"2026-05-{day:02} 2026-05-{day:02} theory") for day in range(1, count + 1)]


EACH = {"kind": "each", "points": 3, "unit": "次"}
SHORTFALL = {"kind": "shortfall", "points": 3, "target": 2, "unit": "次"}
STEP = {
    "kind": "step",
    "points": 2,
    "baseline": 4,
    "per": 1,
    "direction": "below",
    "measure": "次",
    "rounding": "full",
}
ZERO = {"kind": "zero", "scope": "part"}


@pytest.mark.parametrize(
    ("rule", "per_count"),
    [
        (EACH, {0: "×2 -6", 1: "×1 -3", 2: None, 3: None}),
        ({**EACH, "max": 1}, {0: "×1 -3", 2: None}),
        ({**EACH, "cap": 4}, {0: "×2 -4", 1: "×1 -3"}),
        ({"kind": "once", "points": 4}, {0: "×1 -4", 1: "×1 -4", 2: None}),
        (ZERO, {1: "×1 -10", 2: None}),
        ({"kind": "listed", "points": 1, "list": "l"}, {1: "×1 -1", 2: None}),
        ({"kind": "listed", "points": 1, "list": "l", "effect": "award"}, {1: None, 2: "×1 1"}),
        ({"kind": "award", "points": 10}, {1: None, 2: "×1 10", 3: "×1 10"}),
        (SHORTFALL, {0: "=0 -6", 1: "=1 -3", 2: None, 3: None}),
        (STEP, {0: "=0 -8", 1: "=1 -6", 4: None}),
        ({"kind": "judged", "low": 1, "high": 3}, {0: None, 2: None}),
        ({"kind": "zero", "scope": "sheet"}, {0: None}),
        ({**EACH, "when": "year"}, {0: None}),
    ],
)
def test_each_kind_of_rule_is_answered_in_its_own_way(rule, per_count):
    rubric = fed(rule)
    found = {
        done: next(
            (told(one).split(" | ")[0][6:] for one in proposed(rubric, lessons(done), "2026-05")), None
        )
        for done in per_count
    }
    assert found == per_count


def test_a_shortfall_in_several_windows_adds_up_what_is_missing():
    rubric = fed(SHORTFALL)
    (one,) = proposed(rubric, lessons(1), "2026-Q2")
    assert told(one) == "1.1 a =0 -6 | r 0/2, r 1/2, r 0/2"
    (one,) = proposed(fed({**SHORTFALL, "target": 6}), lessons(5), "2026-Q2")
    assert told(one).startswith("1.1 a =2 -12"), "five lessons in May make up for no other month"


def test_a_step_is_not_proposed_from_several_windows():
    assert proposed(fed(STEP), lessons(1), "2026-Q2") == ()


def test_what_is_only_recommended_and_what_is_not_over_yet_proposes_nothing():
    assert proposed(fed(EACH, soft=True), [], "2026-05") == ()
    assert proposed(fed(EACH, per="quarter"), [], "2026-05") == ()
    assert len(proposed(fed(EACH, per="quarter"), [], "2026-06")) == 1


# --- what holds for any log ---------------------------------------------------------------------

DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
KINDS = st.sampled_from([one.id for one in NORTHWEST.activities])
LOGS = st.lists(
    st.tuples(DAYS, st.integers(0, 400), KINDS, st.sampled_from(["1", "2", "0.5"]), st.booleans())
)
PERIODS = st.sampled_from([f"2026-{month:02}" for month in range(1, 13)] + ["2026-Q1", "2026-Q4", "2026"])


def log(drawn):
    return [
        Logged(f"e{number}", kind, on, on + timedelta(days=after), Decimal(amount), late)
        for number, (on, after, kind, amount, late) in enumerate(drawn)
    ]


@given(drawn=LOGS, period=PERIODS)
def test_a_standing_counts_every_entry_of_its_window_once(drawn, period):
    entries, span = log(drawn), Period.parse(period)
    for one in standing(NORTHWEST, entries, span, today=TODAY):
        assert one.done == sum((entry.amount for entry in one.entries), Decimal(0))
        assert one.missing == max(0, one.wanted - one.done)
        assert set(one.late) <= set(one.entries)
        assert all(one.start <= entry.on <= min(one.end, span.end) for entry in one.entries)
        assert one.due == (one.end <= span.end)


@given(drawn=LOGS, period=PERIODS, data=st.data())
def test_the_order_in_which_things_are_logged_changes_nothing(drawn, period, data):
    entries = log(drawn)
    assert proposed(NORTHWEST, data.draw(st.permutations(entries)), period) == proposed(
        NORTHWEST, entries, period
    )


@given(drawn=LOGS, period=PERIODS, more=st.tuples(DAYS, KINDS))
def test_one_more_activity_never_costs_more(drawn, period, more):
    entries = log(drawn)
    added = [*entries, Logged("more", more[1], more[0], more[0])]
    before = {(one.item, one.letter): one.points for one in proposed(NORTHWEST, entries, period)}
    after = {(one.item, one.letter): one.points for one in proposed(NORTHWEST, added, period)}
    assert all(points >= before[rule] for rule, points in after.items())


@given(drawn=LOGS, period=PERIODS)
def test_every_proposal_can_be_entered_and_costs_what_it_says_before_floors(drawn, period):
    span = Period.parse(period)
    for one in proposed(NORTHWEST, log(drawn), period):
        item = there(NORTHWEST.item(one.item))
        marks = apply(
            item, EMPTY, Adjust(changes={one.letter: one.count}), mint=iter("abcdef").__next__, period=span
        )
        sheet = score(NORTHWEST, {one.item: marks}, period=span)
        row = next(row for row in sheet.items if row.no == one.item)
        assert row.score == item.points + one.points
