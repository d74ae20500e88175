"""Chinese: signed sheets looked at by the coordinator, sent back, signed anew, and verified."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # scorewalk verify
    "verify.same": "是签字的那一份：{studio} · {period} · 校验码 {code}。",
    "verify.same_unsealed": "是签字的那一份：{studio} · {period} · 校验码 {code}；附件还在封存。",
    "verify.differs": "与签字的不符，{count} 处：{studio} · {period} · 校验码 {code}。",
    "verify.unknown": "本库没有这份评分表。请确认它由本机导出且已签字。",
    "verify.unknown.printed": "表上印的校验码是 {code}，文件里没有全码可查。",
    "verify.item": "（{item}）",
    "verify.value": "{cell}：签字时 {signed}，文件里 {given}",
    "verify.formula": "{cell}：签字时公式 {signed}，文件里 {given}",
    "verify.format": "{cell}：签字时数字格式 {signed}，文件里 {given}",
    "verify.row_gone": "{cell}：这一行没有了，签字时 {signed}",
    "verify.row_new": "{cell}：多出一行 {given}",
    "verify.sheet_gone": "{cell}：这张表没有了",
    "verify.sheet_new": "{cell}：多出一张表",
    "verify.sheet_renamed": "{cell}：这张表改名为 {given}",
    "verify.hidden": "{cell}：被隐藏",
    "verify.merged": "{cell}：单元格被合并",
    "verify.unmerged": "{cell}：合并的单元格被拆开",
    "verify.code": "{cell}：签字时全码 {signed}，文件里 {given}",
}
