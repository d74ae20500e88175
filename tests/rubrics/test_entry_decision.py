"""A decision in one line: day, whoever decided and the paper's number, in any order, parts apart or glued."""

from datetime import date

import pytest

from rubrics.entry_decision import Decision, decision
from rubrics.problems import Refused

TODAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("11月20日 市总党组会 大工发〔2026〕3号", Decision(FRIDAY, "市总党组会", "大工发〔2026〕3号")),
        ("大工发〔2026〕3号 市总党组会 11月20日", Decision(FRIDAY, "市总党组会", "大工发〔2026〕3号")),
        ("2026-11-20，市总 党组会", Decision(FRIDAY, "市总 党组会")),
        ("今天", Decision(TODAY)),
        ("大工发[2026]3号", Decision(None, "", "大工发[2026]3号")),
        ("市总党组会", Decision(None, "市总党组会")),
        ("校工字（2026）第5号", Decision(None, "", "校工字（2026）第5号")),
        ("校工字2号 昨天", Decision(FRIDAY, "", "校工字2号")),
        ("日期：11-20 决定单位：校工会 文号：校发3", Decision(FRIDAY, "校工会", "校发3")),
        ("20 Nov union committee No. 7", Decision(FRIDAY, "union committee", "No. 7")),
        ("20日 专家组", Decision(FRIDAY, "专家组")),
        ("", Decision()),
    ],
)
def test_a_line_is_read(said: str, found: Decision) -> None:
    assert decision(said, TODAY) == found


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("6月31日 市总", "log_day_none"),
        ("31 June", "log_day_none"),
        ("12.5.5 市总", "log_day_unread"),
        ("12月1日 市总", "log_day_ahead"),
        ("11月18日 11月20日 市总", "log_day_twice"),
        ("5", "log_day_unread"),
    ],
)
def test_a_day_that_cannot_be_is_refused(said: str, code: str) -> None:
    """Nothing of the line counts: the person sends it again."""
    with pytest.raises(Refused) as caught:
        decision(said, TODAY)
    assert caught.value.problem.code == code


def test_the_number_of_a_paper_is_no_day() -> None:
    """3号 is a day of the month where it stands alone."""
    assert decision("3号 市总", TODAY).on == date(2026, 11, 3)
    assert decision("工发〔2026〕3号 市总", TODAY).on is None
