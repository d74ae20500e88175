"""How questions that the source leaves open are printed: options, numbers, and what nobody has answered."""

import pytest

from exports.records import rulings_of
from exports.score_sheet import render
from tests.exports import samples
from tests.kit.paper import Paper
from tests.kit.tiny import tiny

QUESTION = {"question": "几分为优秀", "assumed": True, "reason": "无"}
VALUE = {"least": 0, "most": 100, "unit": "分", "suggested": 85}
ITEMS = [{"no": "1.1", "points": 100, "rules": [{"letter": "a", "kind": "once", "points": 5}]}]


def asked(**fields):
    return tiny(ITEMS, rulings=[{"id": "line", **QUESTION, **fields}])


@pytest.mark.parametrize(
    ("fields", "chosen", "words"),
    [
        ({"value": VALUE}, {}, ""),
        ({"value": VALUE}, {"line": "90.5"}, "90.5 分"),
        ({"value": VALUE}, {"line": "101"}, "101"),
        ({"value": VALUE, "shipped": 80}, {}, "80 分"),
        ({"options": [{"id": "a", "text": "甲"}, {"id": "b", "text": "乙"}], "shipped": "a"}, {}, "甲"),
        ({"options": [{"id": "a", "text": "甲"}, {"id": "b", "text": "乙"}]}, {"line": "b"}, "乙"),
        ({"options": [{"id": "a", "text": "甲"}, {"id": "b", "text": "乙"}]}, {}, ""),
    ],
)
def test_an_answer_is_printed_in_words_and_none_is_no_words(fields, chosen, words):
    (line,) = rulings_of(asked(**fields), chosen, ())
    assert (line.question, line.chosen) == ("几分为优秀", words)


def test_what_nobody_has_answered_says_so_on_the_sheet():
    record = samples.award(rulings=rulings_of(asked(value=VALUE), {}, ()))
    text = Paper(render(record)).texts()
    assert "几分为优秀" in text
    assert "原文未规定，本单位尚未确定" in text
