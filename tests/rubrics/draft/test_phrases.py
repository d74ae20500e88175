"""The table of scoring phrases: every row reads its own example, and nothing reads what only looks like points."""

import pytest

from rubrics.draft.numerals import plain
from rubrics.draft.phrases import PHRASES, find
from rubrics.draft.shown import shown


def gives(text):
    """What a clause says, in the table's short form, or "" where it scores nothing."""
    found = find(plain(text))
    return shown(found.effect) if found else ""


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.name)
def test_row_reads_its_own_example(phrase):
    found = find(plain(phrase.example))
    assert found is not None
    assert found.phrase is phrase
    assert shown(found.effect) == phrase.gives


def test_names_of_rows_are_different():
    assert len({phrase.name for phrase in PHRASES}) == len(PHRASES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("未建立扣２分", "once 2"),
        ("未建立扣 2 分", "once 2"),
        ("未建立扣l0分", "once 10"),
        ("未建立扣1O分", "once 10"),
        ("未建立扣 1 0 分", "once 10"),
        ("未建立扣两分", "once 2"),
        ("未建立扣十五分", "once 15"),
        ("未建立扣0.5分", "once 0.5"),
        ("未建立扣半分", "once 0.5"),
        ("未建立扣：3分", "once 3"),
        ("未建立扣除2分", "once 2"),
        ("未建立减2分", "once 2"),
        ("未建立－2分", "once 2"),
        ("未建立扣该项2分", "once 2"),
    ],
)
def test_amount_in_any_writing(text, expected):
    assert gives(text) == expected


@pytest.mark.parametrize(
    "mark",
    ["-", "－", "～", "~", "—", "至", "到", "–"],
    ids=["hyphen", "wide", "wave", "tilde", "dash", "至", "到", "en"],
)
def test_any_range_is_a_range(mark):
    assert gives(f"制度不完善的扣3{mark}5分") == "judge deduct 3 5"
    assert gives(f"有推广的加１{mark}３分") == "judge bonus 1 3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每缺一项，扣1分", "each 1 项"),
        ("每缺1人扣5分", "each 5 人"),
        ("每发现一处扣2分", "each 2 处"),
        ("每迟报1天扣0.5分", "each 0.5 天"),
        ("每一项扣1分", "each 1 项"),
        ("每人次扣1分", "each 1 人次"),
        ("资料不齐的，每次（项）扣1分", "each 1 次（项）"),
        ("每人每次扣1分", "each 1 人次"),
        ("每项制度扣1分", "each 1 项"),
        ("每个区域（房间）扣0.5分", "each 0.5 个"),
        ("每少一节课扣5分", "each 5 节"),
        ("不符合要求1处扣0.2分", "each 0.2 处"),
        ("1人不符合要求扣0.2分", "each 0.2 人"),
        ("有一处不符扣1分", "each 1 处"),
        ("缺一个部门的责任制，扣1分", "each 1 个"),
        ("迟到一次扣1分", "each 1 次"),
        ("逾期1天扣1分", "each 1 天"),
        ("未按时上报扣1分/次", "each 1 次"),
        ("未按时上报扣1分每次", "each 1 次"),
        ("少于2次的每少一次扣5分", "each 5 次"),
        ("每年每少一次扣5分", "each 5 次"),
    ],
)
def test_unit_of_a_fault(text, expected):
    assert gives(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "每月未开展的扣5分",
        "未每月开展的扣5分",
        "每季度未报送的扣5分",
        "少于每年一次的，扣5分",
        "每年至少一次，未开展扣5分",
        "第一次未参加扣5分",
        "任一环节缺失扣5分",
        "任何一项未完成扣5分",
        "不少于1次，未达到扣5分",
        "低于一人扣5分",
        "没有一项成果扣5分",
        "未按每月一次要求开展扣5分",
        "一个月内未整改扣5分",
        "统一着装未做到扣5分",
    ],
)
def test_words_of_frequency_and_thresholds_are_no_units(text):
    assert gives(text) == "once 5"


@pytest.mark.parametrize(
    "text",
    [
        "会议不超过30分钟",
        "完成率提高2个百分点",
        "三分之一以上的成员参加",
        "做得十分到位",
        "建立分包单位名录",
        "资料充分、分工明确",
        "符合GB 4053.4要求",
        "2分公司的台账",
        "分管领导3年内调整",
    ],
)
def test_not_every_fen_is_a_point(text):
    assert gives(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照规定应予责任查究和“一票否决”而未执行的，扣5分", "once 5"),
        ("除不得分外，追加扣除10分", "extra 10 zero"),
        ("扣满4分的，追加扣除10分", "extra 10 after 4"),
        ("另扣负有责任的车籍地10分", "unread subject"),
        ("从总分中扣2分", "extra 2"),
    ],
)
def test_keyword_that_is_only_mentioned_is_no_rule(text, expected):
    assert gives(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("每5%扣1分", "step"),
        ("视完成情况给分", "discretion"),
        ("按比例扣分", "formula"),
        ("考核得分=小计得分×0.9", "formula"),
        ("减半加分", "multiplier"),
        ("排名前三的加2分", "rank"),
        ("发生事故的取消评优资格", "veto"),
        ("85分以下为不合格", "band"),
        ("违反第3条的第3项不得分", "zero_group"),
        ("从总分中扣除相应分数", "extra"),
        ("扣责任单位5分", "subject"),
    ],
)
def test_what_the_language_cannot_say_is_named_by_its_kind(text, why):
    assert gives(text) == f"unread {why}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每低1%，扣0.1分", "step deduct 0.1 1 % below"),
        ("合格率每下降两个百分点扣1分", "step deduct 1 2 % below"),
        ("每增加20万元扣1分", "step deduct 1 20 万元 above"),
        ("每多1分钟扣1分", "step deduct 1 1 分钟 above"),
        ("每提高5%加1分", "step bonus 1 5 % above"),
        ("每完成10%得1分", "step award 1 10 % above"),
        ("每超过2次扣1分", "step deduct 1 2 次 above"),
        ("每满4节课扣5分", "step deduct 5 4 节 above"),
        ("每有一项得2分", "step award 2 1 项 above"),
        ("每少10册扣1分", "step deduct 1 10 册 below"),
    ],
)
def test_steps_say_their_size_measure_and_direction(text, expected):
    assert gives(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("资料不齐全的视情况扣1分", "discretion deduct 1"),
        ("资料不齐全的酌情扣分", "discretion deduct"),
        ("视情节轻重扣1至3分", "judge deduct 1 3"),
        ("每人次扣1-2分", "judge deduct 1 2 人次"),
        ("减半扣分", "times 0.5"),
        ("加倍扣分", "times 2"),
        ("三倍扣分", "times 3"),
        ("总分不得分", "zero sheet"),
        ("本大项不得分", "zero section"),
        ("按就高不就低计", "best"),
        ("扣该项分值的50%", "share 50"),
        ("扣该项分的一半", "share 50"),
        ("弄虚作假的一票否决", "veto"),
        ("造成影响的另扣2分", "once 2"),
    ],
)
def test_what_takes_more_than_an_amount(text, expected):
    assert gives(text) == expected
