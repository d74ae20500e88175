"""What can be wrong with rules that judge, measure, pick, multiply or veto, in English: where, what, what instead.

The codes and their parameters are listed in `rubrics.rule_codes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
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
