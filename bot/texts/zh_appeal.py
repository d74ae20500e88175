"""Appeals and answers to signed sheets in Chinese: 申诉, 已知悉, 有异议."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.appeal_late": "申诉期已于 {on} 截止（签字后 {days} 天），没有提交申诉。如有特殊情况，请直接联系考核管理员。",
    "problem.appeal_no_item": "这份评分表没有“{item}”这一项，没有提交。请点下面的项目，或发项目编号，如 2.2。",
    "problem.appeal_uncounted": "{item} 本期不考核或不适用，没有得分可申诉。请选择其他项目。",
    "problem.appeal_full": "{item} 已是满分，不需要申诉。请选择有失分的项目。",
    "problem.appeal_open": "{item} 已有一件申诉待裁定，没有重复提交。可在 /appeal 中打开补充附件，或先撤回。",
    "problem.appeal_settled": "{item} 的申诉已经裁定，不能再次申诉。裁定结果见 /appeal。",
    "problem.appeal_decided": "{item} 的申诉已经裁定，未作任何改动。",
    "problem.appeal_withdrawn": "{item} 的申诉已经撤回，未作任何改动。",
    "problem.appeal_same": "{item} 原来就是 {points} 分，未作改动。维持原分请点“维持…”，改分请发另一个分数。",
    "problem.appeal_where": "还没有选好要申诉的项目，未保存。请先用 /appeal 选评分表和项目，再发理由和照片。",
    "problem.appeal_press": "这里请点按钮操作，未作任何改动。补充照片、文件可以直接发（申诉未裁定前）。",
    "problem.appeal_reason": "还没有写申诉理由，没有提交。请先发一段话写明理由。",
    # the list and writing one
    "command.appeal": "申诉",
    "appeal.head": "<b>申诉</b>",
    "appeal.title": "申诉 {item}",
    "appeal.closed": "申诉 {item} 还没有提交",
    "appeal.to_decide": "<b>待您裁定 {count} 件</b>",
    "appeal.past": "<b>本工作室的申诉</b>",
    "appeal.which_sheet": "<b>请选择要申诉的评分表</b>",
    "appeal.no_sheets": "还没有签字的评分表。签字后会发给您。",
    "appeal.nothing": "没有待您裁定的申诉。",
    "appeal.until": "{day} 前可申诉（签字后 {days} 天）",
    "appeal.late": "▲ 申诉期已于 {day} 截止（签字后 {days} 天）",
    "appeal.suggested": "{text}〔建议值〕",
    "appeal.total": "总分 {total}",
    "appeal.which_item": "请选择项目（点编号，或发编号）：",
    "appeal.no_items": "没有可申诉的失分项目。",
    "appeal.standing.open": "· {item} 已申诉，待裁定",
    "appeal.standing.changed": "· {item} 已裁定：改分",
    "appeal.standing.kept": "· {item} 已裁定：维持",
    "appeal.reason": "理由：{reason}",
    "appeal.files": "附件 {files}",
    "appeal.ask_reason": "请发一段话写明申诉理由。照片、文件随时可发。",
    "appeal.check": "请核对。再发文字会接在理由后面，照片、文件随时可发；提交后由未参加评分的人裁定。",
    "appeal.filed": "已提交申诉",
    "appeal.withdrawn": "已撤回",
    "appeal.decided": "已裁定",
    "appeal.button.send": "提交申诉",
    "appeal.button.reason": "重写理由",
    "appeal.button.decide": "裁定",
    "appeal.button.files": "查看附件",
    "appeal.button.change": "改分…",
    "appeal.button.keep": "维持…",
    "appeal.button.withdraw": "撤回申诉…",
    "appeal.button.withdraw_yes": "确认撤回",
    "appeal.button.decide_yes": "确认裁定",
    "appeal.button.list": "申诉列表",
    # one appeal
    "appeal.case": "<b>申诉 · {studio} {period}</b>",
    "appeal.state.open": "待裁定（原得分 {old}）",
    "appeal.state.changed": "已改分：{old} → {new}",
    "appeal.state.kept": "维持原分 {old}",
    "appeal.state.withdrawn": "已撤回",
    "appeal.by": "申诉人 {name} · {day}",
    "appeal.decided_by": "裁定人 {name} · {day}",
    "appeal.totals": "总分 {before} → {after}",
    "appeal.why": "裁定理由：{why}",
    "appeal.your_turn": "请裁定：改分或维持，都要写明理由。原评分表和校验码不变，新旧得分都会保留并打印。",
    "appeal.ask_withdraw": "撤回这件申诉？申诉期内可以重新提交。",
    "appeal.ask_score": "请点新得分，或发一个 0 到 {points} 的分数（原得分 {old}）。",
    "appeal.to_be": "改分：<b>{old} → {new}</b>",
    "appeal.to_keep": "<b>维持原分</b>",
    "appeal.ask_ruling": "请发一段话写明裁定理由。",
    "appeal.final": "裁定后不能改动，会通知工作室和考核人员。",
    # who is told
    "appeal.told_filed": "{studio} {period} 对 {item} 提出申诉（{name}）：{reason}\n请裁定。",
    "appeal.told_members": "{studio} {period} 对 {item} 提出申诉（{name}）：{reason}\n由未参加评分的人裁定，结果会通知您。",
    "appeal.told_withdrawn": "{studio} {period} 对 {item} 的申诉已撤回（{name}）。",
    "appeal.told_changed": (
        "<b>申诉裁定：改分</b>\n{studio} {period} · {item}\n得分 {old} → <b>{new}</b>\n"
        "总分 {before} → <b>{after}</b>\n裁定人 {name}：{why}"
    ),
    "appeal.told_kept": (
        "<b>申诉裁定：维持</b>\n{studio} {period} · {item}\n得分 {old}，维持 <b>{new}</b>\n"
        "总分 {before} → {after}\n裁定人 {name}：{why}"
    ),
    # on the sheet
    "appeal.on_sheet": "<b>申诉</b>",
    "appeal.line.changed": "· {item} {old} → <b>{new}</b>（总分 {before} → {after}）{name} {day}：{why}",
    "appeal.line.kept": "· {item} 维持 {old}（总分 {before} → {after}，得分 {new}）{name} {day}：{why}",
    "appeal.line.open": "· {item} 待裁定（原得分 {old}）",
    "appeal.after": "申诉后总分 {total}（签字时 {signed}）",
    "appeal.caption": "已附申诉裁定 {count} 件，申诉后总分 {total}",
    # answers to the sheet
    "reply.asked": "请确认：",
    "reply.button.seen": "已知悉",
    "reply.button.objects": "有异议…",
    "reply.seen": "已记下：已知悉",
    "reply.already": "您已确认过，无需重复。",
    "reply.told_seen": "{studio} {period} 的评分表：{name} 已知悉。",
    "reply.told_objects": "{studio} {period} 的评分表：{name} 有异议，可能提出申诉。",
    "reply.line.seen": "✓ {name} {day} 已知悉",
    "reply.line.objects": "▲ {name} {day} 有异议",
    # files
    "files.waiting": "另有 {count} 个文件正在取回，稍后再看。",
    "files.lost": "▲ 有一个文件没有取到：{why}",
    "files.more": "（另有 {count} 个文件）",
    "files.lost_one": "▲ 附件 {number} 没有取到：{why}",
}
