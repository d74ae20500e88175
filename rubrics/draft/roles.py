"""What a column of a score table can be."""

from typing import Literal

Role = Literal[
    "number",
    "group",
    "item",
    "content",
    "points",
    "standard",
    "evidence",
    "method",
    "remark",
    "other",
    "level",
    "result",
    "",
]
"""`item` names the row, `content` is what is asked for, `standard` how it is scored; "" is not known."""
