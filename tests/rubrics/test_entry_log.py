"""The quick form of the log: what a message says of an activity, and what a slip is answered with."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.activities import Activity
from rubrics.entry_log import LogLine, day, figures, hours, is_counted, is_log, kind, people, read, results
from rubrics.points import show
from rubrics.problems import Problem
from tests.kit.schemes import latest

NORTHWEST = latest("northwest-2025")
CAMPUS = latest("nuc-2024")
TODAY = date(2026, 5, 20)


def told(found):
    """What was read, as a line: kind, day, topic, and the rest where it was said."""
    if isinstance(found, Problem):
        return " ".join(
            [f"!{found.code}", *(str(value) for value in found.params.values() if isinstance(value, str))]
        )
    more = {
        "people": found.people,
        "hours": None if found.hours is None else show(found.hours),
        "amount": None if found.amount is None else show(found.amount),
        "by": found.led_by or None,
        "summary": found.summary or None,
    }
    rest = [f"{name}={value}" for name, value in more.items() if value is not None]
    return " ".join([found.activity, found.on.strftime("%m-%d"), f"“{found.topic}”", *rest])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("授课 5月12日 液压阀检修 18人 2小时", "theory 05-12 “液压阀检修” people=18 hours=2"),
        ("18人 2小时 5月12日 授课 液压阀检修", "theory 05-12 “液压阀检修” people=18 hours=2"),
        ("授课5月12日液压阀检修 18人2小时", "theory 05-12 “液压阀检修” people=18 hours=2"),
        ("授课5月12日液压阀检修18人2小时", "theory 05-12 “液压阀检修” people=18 hours=2"),
        ("授课 5月12日 第2次 液压 5-12人", "theory 05-12 “第2次 液压 5-12人”"),
        ("授课，今天，液压阀检修，共18人参加，时长2小时。", "theory 05-20 “液压阀检修” people=18 hours=2"),
        ("５月１２日　授课　液压阀检修　１８人　１．５小时", "theory 05-12 “液压阀检修” people=18 hours=1.5"),
        (
            "理论 昨天 液压阀检修 十八人 两个半小时 主讲张工",
            "theory 05-19 “液压阀检修” people=18 hours=2.5 by=张工",
        ),
        (
            "实训 前天 电缆接头 主讲：李强 一百二十人 90分钟",
            "practice 05-18 “电缆接头” people=120 hours=1.5 by=李强",
        ),
        (
            "theory lesson yesterday Hydraulic valves 18 people 1.5h led by Zhang Wei",
            "theory 05-19 “Hydraulic valves” people=18 hours=1.5 by=Zhang Wei",
        ),
        ("seminar May 12 Sealing of valves, 6 participants", "exchange 05-12 “Sealing of valves” people=6"),
        ("申报 2026.5.1 3项 阀门改造", "declared 05-01 “阀门改造” amount=3"),
        ("难题案例 五月十二日 1203 工作面漏风 3人小组", "case 05-12 “1203 工作面漏风 3人小组”"),
        ("师徒 昨天 王强拜师 1人", "apprentice 05-19 “王强拜师” people=1"),
        ("专利 昨天 ZL2025 1 0123456.7 密封圈", "patent 05-19 “ZL2025 1 0123456.7 密封圈”"),
        ("学习交流、创新研讨 昨天 Q&A 讨论 Ｘ－１ 型", "exchange 05-19 “Q&A 讨论 Ｘ－１ 型”"),
        ("授课 今天", "theory 05-20 “”"),
        ("授课 今天 阀门\n讲了拆装，\n练了两遍", "theory 05-20 “阀门” summary=讲了拆装，\n练了两遍"),
        ("培训 前天 3.2 条款 20人", "practice 05-18 “3.2 条款” people=20"),
        ("实操 昨天 3日培训班", "practice 05-19 “3日培训班”"),
        ("授课 昨天 =1+1", "theory 05-19 “=1+1”"),
        # what cannot be
        ("", "!log_kind_missing"),
        ("5月12日 18人", "!log_kind_missing"),
        ("开会 5月12日", "!log_kind_unknown 开会"),
        ("攻关 昨天 密封", "!log_kind_many 攻关"),
        ("奖励 昨天", "!log_kind_many 奖励"),
        ("授课 液压阀检修 18人", "!log_day_missing"),
        ("授课 6月31日 液压", "!log_day_none 6月31日"),
        ("授课 13月1日 液压", "!log_day_none 13月1日"),
        ("授课 2026-02-29 液压", "!log_day_none 2026-02-29"),
        ("授课 2026-05-21 液压", "!log_day_ahead 2026-05-21 2026-05-20"),
        ("授课 5月21日 液压", "!log_day_ahead 2026-05-21 2026-05-20"),
        ("授课 5月12日 5月13日 液压", "!log_day_twice 5月12日 5月13日"),
        ("授课 5月12日-13日 液压", "!log_day_twice 5月12日 13日"),
        ("授课 5-12 5-13 液压", "!log_day_twice 5-12 5-13"),
        ("授课 昨天 18人 20人", "!log_number_twice 18人 20人"),
        ("授课 昨天 1.5人", "!log_people_whole 1.5人"),
        ("授课 昨天 0人", "!log_number_range 0人"),
        ("授课 昨天 100000人", "!log_number_range 100000人"),
        ("授课 昨天 2000小时", "!log_number_range 2000小时"),
        ("授课 昨天 50分钟", "!log_hours_fine 50分钟"),
        ("申报 昨天 0.5项", "!log_results_whole 0.5项"),
        ("授课 昨天 液压 18", "!log_number_bare 18"),
    ],
)
def test_a_message_is_read_or_answered(text, expected):
    assert told(read(text, NORTHWEST, TODAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今天", "2026-05-20"),
        ("昨日", "2026-05-19"),
        ("前天", "2026-05-18"),
        ("today", "2026-05-20"),
        ("5月12日", "2026-05-12"),
        ("5月12号", "2026-05-12"),
        ("五月十二", "2026-05-12"),
        ("五月二十日", "2026-05-20"),
        ("5-12", "2026-05-12"),
        ("5.12", "2026-05-12"),
        ("5/12", "2026-05-12"),
        ("2026-05-12", "2026-05-12"),
        ("2026年5月12日", "2026-05-12"),
        ("二〇二六年五月十二日", "2026-05-12"),
        ("2026.5.12", "2026-05-12"),
        ("20260512", "2026-05-12"),
        ("去年12月1日", "2025-12-01"),
        ("12日", "2026-05-12"),
        ("十二号", "2026-05-12"),
        ("28日", "2026-04-28"),
        ("31日", None),
        ("12月28日", "2025-12-28"),
        ("6月1日", None),
        ("2019-03-01", "2019-03-01"),
        ("0999-03-01", None),
        ("12 May", "2026-05-12"),
        ("May 12th, 2026", "2026-05-12"),
        ("5月12日下午", None),
        ("12", None),
        ("明天", None),
        ("5月0日", None),
        ("", None),
    ],
)
def test_days_are_written_in_many_ways(text, expected):
    found = day(text, TODAY)
    assert (None if isinstance(found, Problem) else found.isoformat()) == expected


def test_without_a_year_the_latest_day_that_has_come_is_meant():
    assert day("12月28日", date(2026, 1, 3)) == date(2025, 12, 28)
    assert day("1月5日", date(2026, 12, 31)) == date(2026, 1, 5)
    ahead = day("5月5日", date(2026, 1, 3))
    assert isinstance(ahead, Problem)
    assert ahead.code == "log_day_ahead"
    assert day("31日", date(2026, 1, 3)) == date(2025, 12, 31)
    assert day("2月29日", date(2024, 3, 5)) == date(2024, 2, 29)
    assert day("2月29日", date(2026, 3, 5)) == Problem("log_day_none", {"value": "2月29日"})


@pytest.mark.parametrize(
    ("take", "text", "expected"),
    [
        (people, "18", "18"),
        (people, "18人", "18"),
        (people, " 十八 ", "18"),
        (people, "共 18 名", "18"),
        (people, "人数：18", "18"),
        (people, "很多人", "!log_number_unread"),
        (people, "18人左右", "!log_number_unread"),
        (people, "18.5", "!log_people_whole"),
        (people, "-3", "!log_number_unread"),
        (people, "0", "!log_number_range"),
        (people, "", "!log_number_unread"),
        (hours, "2", "2"),
        (hours, "2小时30分", "2.5"),
        (hours, "半小时", "0.5"),
        (hours, "一个半小时", "1.5"),
        (hours, "4学时", "4"),
        (hours, "1.25 h", "1.25"),
        (hours, "45 min", "0.75"),
        (hours, "两天", "!log_number_unread"),
        (results, "3", "3"),
        (results, "两项", "2"),
        (results, "100", "!log_number_range"),
    ],
)
def test_one_number_alone(take, text, expected):
    found = take(text)
    assert (f"!{found.code}" if isinstance(found, Problem) else show(Decimal(found))) == expected


def test_kinds_are_those_of_the_rubric():
    assert told(read("竞赛 昨天 钳工", CAMPUS, TODAY)) == "contest 05-19 “钳工”"
    found = read("授课 昨天 钳工", CAMPUS, TODAY)
    assert isinstance(found, Problem)
    assert found.params["known"] == tuple(kind.title for kind in CAMPUS.activities)


def test_several_kinds_are_all_named():
    found = read("攻关 昨天", NORTHWEST, TODAY)
    assert isinstance(found, Problem)
    assert found.params["known"] == ("课题攻关活动", "自主课题攻关")


@pytest.mark.parametrize("word", ["发明", "发明创造", "发明专利", "实用新型", "实用新型专利", "国家专利"])
def test_the_words_for_a_patent_are_taken_whole(word):
    found = read(f"{word} 昨天 自动张紧装置", NORTHWEST, TODAY)
    assert isinstance(found, LogLine)
    assert (found.activity, found.topic) == ("patent", "自动张紧装置")


@pytest.mark.parametrize("kind", NORTHWEST.activities, ids=lambda kind: kind.id)
def test_every_title_names_its_kind(kind):
    for name in (kind.title, kind.title_en, kind.title_en.upper()):
        found = read(f"{name} 昨天 主题", NORTHWEST, TODAY)
        assert isinstance(found, LogLine), found
        assert (found.activity, found.topic) == (kind.id, "主题")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("授课 5月12日 液压", True),
        ("授课 6月31日 液压", True),
        ("攻关 昨天", True),
        ("授课很好", False),
        ("昨天开会了", False),
        ("例会 5月2日 月度例会 8人", False),
        ("你好", False),
        ("共0人", False),
    ],
)
def test_what_is_meant_for_the_log(text, meant):
    assert is_log(text, NORTHWEST, TODAY) == meant


def test_a_line_of_a_kind_that_is_not_known_tells_a_day_and_people():
    texts = ("例会 5月2日 月度例会 8人", "5月2日 来了8人", "昨天开会了", "8人", "你好")
    assert [is_counted(text, TODAY) for text in texts] == [True, True, False, False, False]


WORDS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "授课",
            "实操",
            "5月12日",
            "昨天",
            "31日",
            "18人",
            "2小时",
            "半小时",
            "3项",
            "主讲",
            "：",
            "，",
            "\0",
            "\n",
            "18",
            "人",
            "百",
        ]
    ),
    max_size=8,
).map(" ".join)


@given(WORDS)
def test_any_text_is_read_or_answered(text):
    found = read(text, NORTHWEST, TODAY)
    if isinstance(found, LogLine):
        assert NORTHWEST.activity(found.activity)
        assert found.on <= TODAY
    else:
        assert found.code.startswith("log_")


@given(
    st.dates(date(2000, 1, 1), TODAY),
    st.sampled_from(
        ["{0:%Y-%m-%d}", "{0.year}年{0.month}月{0.day}日", "{0:%Y%m%d}", "{0.year}.{0.month}.{0.day}"]
    ),
)
def test_every_day_that_has_come_can_be_written(on, form):
    assert day(form.format(on), TODAY) == on


@given(st.dates(TODAY - timedelta(days=183), TODAY))
def test_the_last_half_year_needs_no_year(on):
    assert day(f"{on.month}月{on.day}日", TODAY) == on


@given(
    st.integers(1, 9999),
    st.integers(1, 999),
    st.permutations(["18人", "2小时", "5月12日"]),
    st.text(st.characters(categories=["Lo"]), min_size=3, max_size=12).filter(
        lambda word: word == word.strip()
    ),
)
def test_numbers_and_day_may_stand_anywhere(heads, long, order, word):
    topic = f"《{word}》"
    said = [piece.replace("18", str(heads)).replace("2小", f"{long}小") for piece in order]
    expected = LogLine("theory", date(2026, 5, 12), topic, heads, Decimal(long))
    assert read(" ".join(["授课", *said, topic]), NORTHWEST, TODAY) == expected
    assert read(" ".join(["授课", topic, *said]), NORTHWEST, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("18人 2小时", "events", "18 2 -"),
        ("十八人，两个半小时", "events", "18 2.5 -"),
        ("2项", "results", "- - 2"),
        ("18", "persons", "18 - -"),
        ("2", "hours", "- 2 -"),
        ("两", "results", "- - 2"),
        ("18", "events", "!log_number_bare"),
        ("18人 2", "persons", "!log_number_bare"),
        ("很多人", "persons", "!log_number_unread"),
        ("18人 听得认真", "persons", "!log_number_unread"),
        ("", "events", "!log_number_unread"),
        ("0人", "persons", "!log_number_range"),
    ],
)
def test_all_numbers_of_one_answer(text, measure, expected):
    found = figures(text, measure)
    if isinstance(found, Problem):
        assert f"!{found.code}" == expected
    else:
        said = (found.people, found.hours, found.results)
        assert " ".join("-" if each is None else show(Decimal(each)) for each in said) == expected


def test_a_kind_alone():
    for text in ("授课", "theory lesson"):
        known = kind(text, NORTHWEST)
        assert isinstance(known, Activity)
        assert known.id == "theory"
    many, more, none = (kind(text, NORTHWEST) for text in ("攻关", "授课 液压阀", "钓鱼"))
    assert [each.code for each in (many, more, none) if isinstance(each, Problem)] == [
        "log_kind_many",
        "log_kind_unknown",
        "log_kind_unknown",
    ]
