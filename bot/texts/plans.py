"""The words by which a source asks for plans and yearly reports; the rubrics keep them as the sources have them.

002 3.1: 有年度、季度创新工作计划; 000 2.3: 年度工作方案（或计划）; 003 十、十一: 工作计划总结, 自评总结.
"""

from __future__ import annotations

from typing import Final

PLAN: Final = ("工作计划", "创新计划", "工作方案")
QUARTER: Final = "季度"
"""Beside one of them: a plan for each quarter too."""
REPORT: Final = ("自评总结",)
