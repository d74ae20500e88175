"""Words by which a condition and a grade are known, so that the standing file can offer its figure for them.

A condition that measures is tried from top to bottom: its unit, and words that must all stand in it. It knows no file.
"""

from __future__ import annotations

from typing import Final

CONDITIONS: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    ("名", ("参与",), "others"),
    ("人", ("人数",), "members"),
    ("年", ("运行",), "years"),
    ("项", ("攻关",), "projects"),
    ("项", ("两年内", "成果"), "results_two_years"),
    ("项", ("一年内", "成果"), "results_year"),
)
"""Unit, words of the condition, what of the file answers it."""
WAN: Final = "万"
"""With which the unit of ten thousand yuan begins."""
FROM_CITY: Final = "市级以上"
"""Words of a condition that counts results from the city's level up only."""
GRADES: Final[tuple[tuple[str, str], ...]] = (
    ("高级技师", "senior-technician"),
    ("技师", "technician"),
    ("高级工", "skilled"),
)
"""Word in a target grade, what it is called in fields; the longer words first."""
