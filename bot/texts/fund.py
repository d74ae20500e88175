"""What a fund may be spent on, as the measures of 2025 list it: one table for both languages.

002 五: 购置软硬件设备和器材、改善办公条件、技能提升、学习培训、补助项目研究、交流活动、成果鉴定展示评选、专利申请、宣传及推广、搭建转化平台.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PURPOSES: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "equipment": (
        "设备器材",
        "Equipment and tools",
        ("设备", "器材", "工具", "软件", "硬件", "tool", "tools"),
    ),
    "office": ("办公条件", "Office", ("办公", "家具")),
    "skills": ("技能提升", "Skills", ("技能",)),
    "training": ("学习培训", "Training", ("培训", "学习", "图书", "courses")),
    "projects": ("项目研究", "Projects", ("项目", "研究", "课题", "project", "research")),
    "exchange": ("交流活动", "Exchange", ("交流", "活动", "差旅")),
    "results": ("成果鉴定展示评选", "Results", ("成果", "鉴定", "展示", "评选", "result")),
    "patents": ("专利申请", "Patents", ("专利", "patent")),
    "promotion": ("宣传推广", "Promotion", ("宣传", "推广")),
    "platform": ("转化平台", "Platform", ("平台", "转化")),
}
"""Code -> label in Chinese, in English, and other words by which people name it."""

ASSET: Final = frozenset({"固定资产", "asset"})
"""Words of a line that say that it is a fixed asset."""

ZH: Final[dict[str, str]] = {f"fund.purpose.{code}": zh for code, (zh, _, _) in PURPOSES.items()}
EN: Final[dict[str, str]] = {f"fund.purpose.{code}": en for code, (_, en, _) in PURPOSES.items()}
