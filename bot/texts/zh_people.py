"""People, roles and invitations in Chinese."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.invite_own": "这是您发出的邀请链接，没有使用。请把那条消息转发给被邀请的人。",
    "problem.invite_other": "这个链接是给另一个人换手机用的，未作任何改动。请由本人在新手机上打开。",
    "problem.grant_ended": "您的这项身份已撤销或到期，未作任何改动；以前记下的都保留。有疑问请联系考核管理员。",
    "problem.people_beyond": "这超出您自己的管理范围，未作任何改动。请在您的范围内选择。",
    "problem.people_longer": "您自己的身份有截止日，给出的身份不能更晚，未作任何改动。请选较早的日期。",
    "problem.people_has": "{name} 已有这项身份，未作任何改动。",
    "problem.people_over": "截止日已过，没有授予。请选今天以后的日期。",
    "problem.people_last": "这是最后一位负责全部范围的考核管理员，不能撤销。请先授予另一位（不限期），再撤销。",
    "problem.people_conflict": (
        "{name} 是 {studio} 的领衔人，不能考核本工作室，未作任何改动。请改为其他范围；若是同名的人，请在姓名后加注。"
    ),
    "problem.people_link_used": "{name} 的邀请链接已经用过，不能撤回。请到人员名单撤销其身份。",
    "problem.people_press": "这里请点按钮操作，未作任何改动。",
    "problem.people_lines": "没有读到人员。请每行写一人：姓名 身份 范围，如：张三 考核人员 一矿。",
    "problem.people_many": "一次 {count} 行，超过 {limit} 行，一个也没有邀请。请分几条发送。",
    "problem.people_day_none": "没有“{text}”这一天，未作任何改动。请发实际存在的日期，如 12月31日。",
    "problem.people_day_unread": "没看懂日期“{text}”，未作任何改动。请发如 12月31日、2026-12-31。",
    "problem.people_day_past": "{on} 已经过去（今天 {today}），未作任何改动。请发今天或以后的日期。",
    # words for roles and places
    "people.everywhere": "全部",
    "people.role": "{role}（{place}）",
    "people.since": "自 {day}",
    "people.until": "至 {day}",
    "people.endless": "不限期",
    "people.days": "{days} 天",
    "people.more": "另有 {count} 项",
    # the list
    "command.people": "人员与邀请",
    "people.head": "<b>人员</b>　{count} 人",
    "people.found": "查找“{find}”：{count}",
    "people.none": "没有符合的人员。",
    "people.hint": "发姓名、单位或身份可查找。",
    "people.line": "· {name} {roles}",
    "people.no_account": "▲未绑定账号",
    "people.button.everybody": "显示全部",
    "people.button.invite": "邀请…",
    "people.button.many": "邀请多人…",
    "people.button.links": "邀请记录",
    "people.button.list": "‹ 人员名单",
    # one person
    "people.account": "✓ 已绑定账号",
    "people.account_none": "▲ 没有绑定账号，不能进入",
    "people.account_ended": "您已在新手机上登录，这个账号不再有效。若不是本人操作，请立即联系考核管理员。",
    "people.no_role": "现在没有身份",
    "people.past": "– 已结束：{role} {day}",
    "people.visits": "未签字的考核 {count}：",
    "people.visit": "· {studio} {period}",
    "people.left": "▲ 这些考核需要改派考核人员，请到 /visits。",
    "people.ask_end": "撤销 {role}？立即生效。",
    "people.ask_days_again": "✎ 新链接几天内有效？打开后新手机生效，旧账号随即失效。",
    "people.ended": "已撤销",
    "people.ended_role": "已撤销 {name} 的身份：{role}。",
    "people.given": "已授予 {name}：{role}。",
    "people.card_closed": "人员 {name}",
    "people.button.end": "撤销 {number} {role}…",
    "people.button.end_sure": "确认撤销",
    "people.button.add": "增加身份…",
    "people.button.link": "换手机：新链接…",
    "people.told_given": "{by} 为您增加了身份：{role} {until}\n可用命令见 /help。",
    "people.told_ended": "您的身份 {role} 已由 {by} 撤销；以前记下的都保留。\n可用命令见 /help。",
    # inviting
    "people.invite_title": "邀请",
    "people.give_title": "增加身份",
    "people.invite_head": "<b>邀请</b>",
    "people.give_head": "<b>增加身份</b>",
    "people.invite_closed": "{title} {name}（此卡片已关闭）",
    "people.said_name": "姓名：{name}",
    "people.said_role": "身份：{role}",
    "people.said_days": "链接有效：{days} 天",
    "people.said_until": "身份期限：{day}",
    "people.own_studio": "▲ {name} 是 {studios} 的领衔人，不会安排其考核本工作室。",
    "people.ask_name": "✎ 请发被邀请人的姓名（签字用）。",
    "people.ask_role": "✎ 请点身份。",
    "people.ask_scope": "✎ 管哪些范围？",
    "people.ask_unit": "✎ 请点单位；发几个字可查找。",
    "people.ask_studio": "✎ 请点工作室；发几个字可查找。",
    "people.ask_days": "✎ 链接几天内有效？",
    "people.ask_until": "✎ 身份到哪天为止？也可以发日期，如 12月31日。",
    "people.check": "请核对。生成后把消息转发给本人。",
    "people.check_give": "请核对。授予后立即生效，并通知本人。",
    "people.button.kind_all": "全部",
    "people.button.kind_unit": "某个单位…",
    "people.button.kind_studio": "某个工作室…",
    "people.button.all_again": "显示全部",
    "people.button.make": "生成邀请链接",
    "people.button.give": "授予",
    "people.button.edit_role": "改身份",
    "people.button.edit_scope": "改范围",
    "people.button.edit_days": "改链接期限",
    "people.button.edit_until": "改截止日",
    "people.button.leave": "不邀请，返回",
    # the message to forward
    "people.link": (
        "{name}，您好。请点链接加入创新工作室考核，身份：{role}。\n{link}\n链接只能用一次，{until} 前有效。"
    ),
    "people.link_again": (
        "{name}，您好。请在新手机上点链接，继续使用创新工作室考核（{role}）。\n{link}\n"
        "链接只能用一次，{until} 前有效；打开后旧账号随即失效。"
    ),
    "people.by_hand": "（请在私聊中把这一行发给机器人）\n<code>/start {secret}</code>",
    # several at once
    "people.many_head": "<b>邀请多人</b>",
    "people.many_how": (
        "每行一人：姓名 身份 范围\n<code>张三 考核人员 一矿</code>\n<code>李四 领衔人 红旗工作室</code>\n"
        "<code>王五 领导小组 全部</code>\n✎ 请一次发来，最多 30 行。有一行不对就都不邀请。"
    ),
    "people.many_check": "<b>邀请多人</b>　{count} 人",
    "people.many_days": "请核对。链接几天内有效？点一下即生成，每人一条消息，请分别转发。",
    "people.many_wrong": "{count} 行中 {good} 行可以，都没有邀请。请改好后整段重发：",
    "people.wrong": "✗ 第 {number} 行 “{text}”：{why}",
    "people.why.short": "不完整。请写 姓名 身份 范围。",
    "people.why.name": "姓名太长。请写 60 字以内。",
    "people.why.role": (
        "没有“{what}”这种身份。请写 考核管理员、考核人员、考核组组长、领衔人、所在单位、领导小组、审定人。"
    ),
    "people.why.where": "没有写范围。请在身份后写单位、工作室的名称，或“全部”。",
    "people.why.which": "“{what}”不止一个：{guesses}。请写全名。",
    "people.why.none": "您的范围内没有“{what}”。请写现有单位或工作室的名称。",
    "people.why.leader": "领衔人只能是一个工作室的。请写工作室名称。",
    "people.why.beyond": "“{what}”超出您自己的管理范围。",
    "people.why.twice": "与前面一行相同。请删去一行。",
    "people.why.own": "此人是 {what} 的领衔人，不能考核本工作室。请改范围；若是同名的人，请在姓名后加注。",
    # other words for roles and for everywhere in lines of invitations, blanks between them
    "people.also.coordinator": "管理员 协调员",
    "people.also.assessor": "考核员 评委 考评员 考核组成员",
    "people.also.head": "组长 考核组长",
    "people.also.leader": "领衔人 带头人 工作室带头人 负责人",
    "people.also.unit": "单位 单位工会 工会",
    "people.also.reader": "领导 查看",
    "people.also.approver": "审定 审批人",
    "people.also.everywhere": "全部 所有 全局",
    # invitations
    "people.links_head": "<b>邀请记录</b>　未用 {count}",
    "people.links_none": "还没有邀请。",
    "people.link_line": "{name} {role} {how}",
    "people.link_open": "○ {at} 前有效",
    "people.link_used": "✓ {by} 于 {at} 加入",
    "people.link_expired": "– 已于 {at} 过期",
    "people.link_revoked": "– 已撤回",
    "people.ask_withdraw": "撤回这个邀请？链接立即失效。\n{link}",
    "people.withdrawn": "已撤回",
    "people.button.withdraw": "撤回 {number} {name}…",
    "people.button.withdraw_sure": "确认撤回",
    # what each role reads at the start, and as help
    "start.people": (
        "/people 人员，/studios 工作室，/visits 安排、复核。\n/applications 申报，/outcomes 结果，/export 导出，/history 记录。"
    ),
    "start.head": "/assess 开始考核，/resume 继续；/fix 复核整改。",
    "start.unit": (
        "/fix 看本单位工作室的整改，/outcomes 看考核结果，/applications 推荐申报。\n"
        "/fund 登记预算、审核经费，/plan 审核计划。"
    ),
    "start.reader": "/outcomes、/applications、/export 查看考核结果和申报，只看不改。",
    "start.approver": "/outcomes 审定考核结果，/applications 审定申报；自己拟定的由他人审定。",
    "help.head": "<b>组长</b> 与考核人员相同，另可在 /fix 复核他人所签考核的整改、改期限。",
    "help.unit": (
        "<b>所在单位</b> /fix 看本单位各工作室的整改进度。\n/outcomes 看考核结果；/export 导出通报；/fund 审核经费；/plan 审核计划；/apply 为本单位工作室申报命名，/applications 推荐、看进展。"
    ),
    "help.reader": "<b>领导小组</b> /outcomes、/export 查看您范围内的考核汇总与结果，/applications 看申报走到哪一步，只看不改。",
    "help.approver": (
        "<b>审定</b> /outcomes 中由考核管理员拟定，您审定，或写明理由退回。\n"
        "/applications 审定申报，可一次审定多份。\n本人拟定的、本人领衔的工作室，由他人审定。"
    ),
    "home.none": "您现在没有考核身份，未作任何改动。请联系考核管理员。",
    "home.other": "这里不收消息，未作任何改动。可用命令见 /help。",
}
