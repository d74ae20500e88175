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
    "plan_id": "编号",
    "plan_fill": "填写说明：只读“主要任务”“责任人”“完成期限”三列。新任务写在空行，编号留空；已有任务可改，编号勿动。填好后把文件发回聊天，先试读，确认后才写入。",
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
    "plan_id": "Id",
    "plan_fill": "Only task, who answers for it and due are read. Write new tasks in the empty rows, without an id; tasks that are there may be changed, their ids stay. Then send the file back to the chat: it is tried first and written when you confirm.",
    "plan_none": "No tasks yet",
    "plan_no_plans": "No plans and no report in this year",
    "plan_tab_none": "Plans",
    "plan_signed": "Leader:",
    "plan_stamped": "Reviewed by (seal):",
    "plan_dated": "Date:",
}

HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": (ZH["plan_id"], EN["plan_id"]),
    "title": (
        ZH["plan_task"],
        EN["plan_task"],
        "任务",
        "任务名称",
        "工作任务",
        "工作内容",
        "主要工作",
        "Tasks",
    ),
    "owner": (ZH["plan_owner"], EN["plan_owner"], "负责人", "责任人员", "Owner"),
    "due": (ZH["plan_due"], EN["plan_due"], "完成时限", "完成时间", "计划完成时间", "截止日期", "Due date"),
    "on": (ZH["plan_on"], EN["plan_on"]),
    "result": (ZH["plan_result"], EN["plan_result"]),
}
"""Column -> the headers by which it is known when a plan comes back, those of a studio's own tables among them."""
PRINTED: Final = frozenset(table[key] for table in (ZH, EN) for key in table)
"""All words of our own that may stand above a column."""
