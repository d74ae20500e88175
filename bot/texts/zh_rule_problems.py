"""What can be wrong with rules that judge, measure, pick, multiply or veto, in Chinese: where, what, what instead.

The codes and their parameters are listed in `rubrics.rule_codes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # marks
    "problem.letter_by_itself": "{item} {letter} 由本项扣分自动带出，不用评；可用：{letters}。",
    "problem.pick_one": "{item} 的 {letters} 是同一处的几档，只能取一档；请只发其中一个。",
    "problem.amount_outside": "{item} {letter} 不能是 {value} 分；请写 {low} 到 {high} 之间的分数。",
    "problem.factor_outside": "{item} {letter} 的系数不能是 {value}；请写 {low} 到 {high} 之间的数。",
    "problem.factor_wanted": "{item} {letter} 要写系数；请发如 {probable}。",
    "problem.figure_wanted": "{item} {letter} 要写实际数（{unit}），分数由此算出；请发如 {probable}。",
    "problem.figure_not_whole": "{item} {letter} 不能是 {value}{unit}；请写整数。",
    "problem.hand_beside": "{item} 不计分值，只记查到的情况；请发如 {probable}，没有请发 {item} 满。",
    "problem.gate_letter": "{item} 是条件，没有 {letter} 这样的条目；请发如 {probable}。",
    "problem.gate_points": "{item} 是条件，不打分；请发如 {probable}。",
    "problem.gate_unmeasured": "{item} 没有规定数量，不能记 {value}；请发 {item} 是 或 {item} 否。",
    "problem.gate_contradicts": "{item} 实测 {value} 与所写的结论不符；请只发数量，如 {probable}。",
    "problem.not_a_gate": "{item} 按分计，不是条件；请发如 {probable}。",
    # lines of entry
    "problem.gate_missing": "{item} 后面没有写结论；请写 是、否 或实测的数，如 {probable}。",
    "problem.gate_is_words": "{item} 后面是“{words}”，没有结论；请先写 是、否 或实测的数，如 {probable}，再写备注。",
    "problem.gate_unreadable": "{item} 的“{value}”看不懂；请写 是、否 或实测的数，如 {probable}。",
    "problem.beside_missing": "{item} 后面没有写查到什么；请发如 {probable}，没有请发 {item} 满。",
    "problem.beside_is_words": "{item} 后面是“{words}”，没有条目；请先写如 {probable}，再写备注；没有请发 {item} 满。",
    "problem.beside_unreadable": "{item} 的“{value}”看不懂；请发如 {probable}，没有请发 {item} 满。",
    "problem.name_ambiguous": "{item} 的“{name}”有几处（{letters}）；请发条目的字母。",
}
"""Key -> text."""
