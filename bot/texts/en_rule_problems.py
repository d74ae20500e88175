"""What can be wrong with rules that judge, measure, pick, multiply or veto, in English: where, what, what instead.

The codes and their parameters are listed in `rubrics.rule_codes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # checks of a scheme
    "problem.low_above_high": "{item} {letter}: the lower bound {low} is above the upper one {high}; swap or correct them.",
    "problem.bound_missing": "{item} {letter} has only {given}; add {wanted}.",
    "problem.worth_twice": "{item} {letter} has both {first} and {second}; keep one.",
    "problem.share_over_one": "{item} {letter}: share is {share}, more than 1; write for example 0.8.",
    "problem.pick_alone": "{item}: {letter} is the only grade, so there is nothing to pick; add the others, or use kind: award.",
    "problem.pick_same_points": "{item}: {letter} and {other} are both worth {points}; make them one, or correct the points.",
    "problem.picks_out_of_order": "{item}: from {letter} on the grades jump up and down; list them from high to low, or from low to high.",
    "problem.pick_above_part": "{item} {letter} earns {points}, its part is worth {part}; check the source.",
    "problem.name_twice": "{item} {letter}: the name “{name}” stands twice; change one.",
    "problem.name_is_entry": "{item} {letter}: “{name}” means something else in quick entry; use another name, such as the source's full one.",
    "problem.step_not_exact": "{item} {letter}: {points} per {per} never comes out even; use rounding: full or started.",
    "problem.step_out_of_reach": "{item} {letter}: {baseline} is less than one step of {per}, so nothing is ever deducted; check baseline and per.",
    "problem.cap_idle": "{item} {letter} has no points, so at most {cap} says nothing; delete cap.",
    "problem.cap_below_one": "{item} {letter}: at most {cap}, but one occurrence is {points}; check the source.",
    "problem.cap_above_most": "{item} {letter} moves {most} at most and never meets the cap {cap}; delete cap, or check it.",
    "problem.list_of_one": "{item}: the list “{list}” has one rule; add the others, or use kind: once.",
    "problem.list_over_parts": "{item}: the list “{list}” reaches over several parts; put its rules into one.",
    "problem.list_caps_differ": "{item}: the rules of the list “{list}” have different caps; a cap is the list's, make them equal.",
    "problem.rungs_over_parts": "{item}: the rungs {letters} reach over several parts; put them into one.",
    "problem.zero_of_nothing": "{item} {letter} does not say which items it takes to 0; list their numbers in items.",
    "problem.zero_items_idle": "{item} {letter} lists items, but its scope is {scope}; use scope: items, or delete the list.",
    "problem.zero_of_unknown": "{item} {letter} takes {other} to 0, which is no item of the total; correct items.",
    "problem.after_above_row": "{item} {letter} follows after a loss of {after}, but the item is worth {points}; check after.",
    "problem.factor_missing": "{item} {letter} has no factor; add factor (such as 2 or 0.5), or low and high.",
    "problem.factor_and_bounds": "{item} {letter} has a fixed factor and bounds; keep one.",
    "problem.factor_one": "{item} {letter} multiplies by 1, which changes nothing; check factor.",
    "problem.factor_of_and_scope": "{item} {letter} has of, but its scope is {scope}; delete one of them.",
    "problem.factor_of_unknown": "{item} {letter}: of names {of}, which does not exist; possible: {letters}.",
    "problem.factor_of_nothing": "{item} {letter}: of names {of}, which moves no points; possible: {letters}.",
    "problem.veto_in_bonus": "{item} {letter} is a veto or an extra deduction but stands in bonus; move it to sections, vetoes or penalties.",
    "problem.takes_from_nothing": "{item} {letter} deducts, but its part is worth 0; give it points, or move the rule.",
    "problem.max_above_cap": "{item} {letter} reaches its cap {cap} before it counts {max} times; check max and cap.",
    "problem.max_above_target": "{item} {letter} can fall short by {target} at most, so max {max} limits nothing; delete it, or lower it.",
    "problem.limit_above_part": "{item} {letter} moves up to {limit}, its part is worth {part}; check the source.",
    # marks
    "problem.letter_by_itself": "{item} {letter} follows by itself from what the item lost; possible: {letters}.",
    "problem.pick_one": "{item}: {letters} are grades of one thing, only one of them counts; send one.",
    "problem.amount_outside": "{item} {letter} cannot be {value} points; send {low} to {high}.",
    "problem.factor_outside": "{item} {letter}: the factor cannot be {value}; send {low} to {high}.",
    "problem.factor_wanted": "{item} {letter} needs its factor; send for example {probable}.",
    "problem.figure_wanted": "{item} {letter} needs the actual figure ({unit}), the points follow; send for example {probable}.",
    "problem.figure_not_whole": "{item} {letter} cannot be {value} {unit}; send a whole number.",
    "problem.hand_beside": "{item} has no points of its own, only what was found; send for example {probable}, or {item} full for nothing.",
    "problem.gate_letter": "{item} is a condition and has no letter {letter}; send for example {probable}.",
    "problem.gate_points": "{item} is a condition without points; send for example {probable}.",
    "problem.na_on_gate": "{item} is a condition and cannot be not applicable; write met, unmet or the number measured, such as {probable}, and the circumstances as a note.",
    "problem.na_on_bonus": "{item} is a bonus: leave it out where there is none; where there is, send for example {probable}.",
    "problem.na_beside": "{item} only records what was found and cannot be not applicable; send for example {probable}, or {item} full if nothing was found.",
    "problem.gate_unmeasured": "{item} states no number, so {value} cannot be recorded; send {item} met or {item} unmet.",
    "problem.gate_contradicts": "{item}: {value} measured contradicts what was said; send the number alone, such as {probable}.",
    "problem.not_a_gate": "{item} is scored and no condition; send for example {probable}.",
    # lines of entry
    "problem.gate_missing": "{item} has nothing behind it; write met, unmet or the number measured, such as {probable}.",
    "problem.gate_is_words": "{item} is followed by “{words}”; first write met, unmet or the number measured, such as {probable}, then the note.",
    "problem.gate_unreadable": "{item}: “{value}” cannot be read; write met, unmet or the number measured, such as {probable}.",
    "problem.beside_missing": "{item} does not say what was found; send for example {probable}, or {item} full for nothing.",
    "problem.beside_is_words": "{item} is followed by “{words}”; first write for example {probable}, then the note; {item} full for nothing.",
    "problem.beside_unreadable": "{item}: “{value}” cannot be read; send for example {probable}, or {item} full for nothing.",
    "problem.name_ambiguous": "{item}: “{name}” stands at several places ({letters}); send the letter.",
}
"""Key -> text."""
