"""Labels of the workbook of a studio's plans, in both languages."""

from collections.abc import Mapping
from typing import Final

ZH: Final[Mapping[str, str]] = {
    "plan_title": "{studio} {name}",
    "plan_unit": "所在单位",
    "plan_no": "序号",
    "plan_task": "主要任务",
    "plan_owner": "责任人",
    "plan_due": "完成期限",
    "plan_state": "状态",
    "plan_on": "完成日期",
    "plan_result": "完成情况",
    "plan_files": "佐证份数",
    "plan_changes": "变更情况及原因",
    "plan_none": "本计划还没有任务",
    "plan_no_plans": "本年度没有计划和总结",
    "plan_tab_none": "计划",
    "plan_signed": "领衔人：",
    "plan_stamped": "审核（盖章）：",
    "plan_dated": "日期：",
}
EN: Final[Mapping[str, str]] = {
    "plan_title": "{studio}: {name}",
    "plan_unit": "Unit",
    "plan_no": "No.",
    "plan_task": "Task",
    "plan_owner": "Answers for it",
    "plan_due": "Due",
    "plan_state": "State",
    "plan_on": "Done on",
    "plan_result": "Result",
    "plan_files": "Proof",
    "plan_changes": "Changes and their reasons",
    "plan_none": "No tasks yet",
    "plan_no_plans": "No plans and no report in this year",
    "plan_tab_none": "Plans",
    "plan_signed": "Leader:",
    "plan_stamped": "Reviewed by (seal):",
    "plan_dated": "Date:",
}
