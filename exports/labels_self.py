"""Labels of a self-assessment, on its own sheet and beside the official one, in both languages."""

from collections.abc import Mapping
from typing import Final

ZH: Final[Mapping[str, str]] = {
    "self_tab": "自查评分表",
    "self_title": "自查评分表",
    "self_check": "自查",
    "self_handed_in": "自查提交",
    "self_by": "{name} {day}",
    "self_sign": "自查人：",
}

EN: Final[Mapping[str, str]] = {
    "self_tab": "Self-assessment",
    "self_title": "Self-assessment",
    "self_check": "Self",
    "self_handed_in": "Self-assessment",
    "self_by": "{name}, {day}",
    "self_sign": "Self-assessed by:",
}
