"""What can be wrong with rules that judge, measure, pick, multiply or veto, in Chinese: where, what, what instead.

The codes and their parameters are listed in `rubrics.rule_codes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # checks of a scheme
    "problem.low_above_high": "{item} {letter} 的下限 {low} 高于上限 {high}；请对调或改正。",
    "problem.bound_missing": "{item} {letter} 只写了 {given}；请补上 {wanted}。",
    "problem.worth_twice": "{item} {letter} 既写 {first} 又写 {second}；请只留一个。",
    "problem.share_over_one": "{item} {letter} 的 share 是 {share}，超过 1；请写如 0.8（八成）。",
    "problem.pick_alone": "{item} 只有 {letter} 一档，无可选择；请补上其他档，或改 kind: award。",
    "problem.pick_same_points": "{item} {letter} 与 {other} 同为 {points} 分；请合成一档，或改分值。",
    "problem.picks_out_of_order": "{item} 各档分值从 {letter} 起忽高忽低；请按原文由高到低（或由低到高）排列。",
    "problem.pick_above_part": "{item} {letter} 得 {points} 分，该部分只有 {part} 分；请核对原文。",
    "problem.name_twice": "{item} {letter} 的名称“{name}”用了两次；请改其中一个。",
    "problem.name_is_entry": "{item} {letter} 的名称“{name}”在速录里是别的意思；请换个名称，如原文全称。",
    "problem.step_not_exact": "{item} {letter} 每 {per} 折 {points} 分除不尽；请改 rounding 为 full 或 started。",
    "problem.step_out_of_reach": "{item} {letter} 从 {baseline} 起不足一步（{per}），永远不会扣分；请核对 baseline 和 per。",
    "problem.cap_idle": "{item} {letter} 不带分值，最高 {cap} 分没有意义；请删去 cap。",
    "problem.cap_below_one": "{item} {letter} 最高 {cap} 分，却一次就 {points} 分；请核对原文。",
    "problem.cap_above_most": "{item} {letter} 至多 {most} 分，到不了最高 {cap} 分；请删去 cap，或核对。",
    "problem.list_of_one": "{item} 的列项“{list}”只有一条；请补上其他各条，或改 kind: once。",
    "problem.list_over_parts": "{item} 的列项“{list}”跨了几个部分；请放在同一部分里。",
    "problem.list_caps_differ": "{item} 的列项“{list}”各条 cap 不同；cap 是整个列项的，请写成一样。",
    "problem.rungs_over_parts": "{item} 的梯级 {letters} 跨了几个部分；请放在同一部分里。",
    "problem.zero_of_nothing": "{item} {letter} 没写使哪些项不得分；请在 items 写项目编号。",
    "problem.zero_items_idle": "{item} {letter} 写了 items，scope 却是 {scope}；请改 scope: items，或删去 items。",
    "problem.zero_of_unknown": "{item} {letter} 要使 {other} 不得分，总分里没有这一项；请改 items。",
    "problem.after_above_row": "{item} {letter} 要扣满 {after} 分才追加，本项只有 {points} 分；请核对 after。",
    "problem.factor_missing": "{item} {letter} 没有系数；请写 factor（如 2、0.5），或写 low 和 high。",
    "problem.factor_and_bounds": "{item} {letter} 既有定数 factor 又有 low、high；请只留一种。",
    "problem.factor_one": "{item} {letter} 乘以 1 等于没有；请核对 factor。",
    "problem.factor_of_and_scope": "{item} {letter} 写了 of，scope 却是 {scope}；请删去其中一个。",
    "problem.factor_of_unknown": "{item} {letter} 的 of 写了 {of}，没有这一条；可用：{letters}。",
    "problem.factor_of_nothing": "{item} {letter} 的 of 写了 {of}，这一条不带分值；可用：{letters}。",
    "problem.veto_in_bonus": "{item} {letter} 是否决或追加扣分，却在 bonus 里；请移到 sections、vetoes 或 penalties。",
    "problem.takes_from_nothing": "{item} {letter} 要扣分，该部分却是 0 分；请补上分值，或移到别的部分。",
    "problem.max_above_cap": "{item} {letter} 不到 {max} 次就已到最高 {cap} 分；请核对 max 和 cap。",
    "problem.max_above_target": "{item} {letter} 最多少 {target}，max {max} 不起作用；请删去，或写小些。",
    "problem.limit_above_part": "{item} {letter} 最多 {limit} 分，该部分只有 {part} 分；请核对原文。",
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
    "problem.na_on_gate": "{item} 是条件，不能记不适用；请写 是、否 或实测的数，如 {probable}，情况写在备注里。",
    "problem.na_on_bonus": "{item} 是加分项，没有的不用填，不记不适用；有的请发如 {probable}。",
    "problem.na_beside": "{item} 只记查到的情况，不记不适用；请发如 {probable}，没有请发 {item} 满。",
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
