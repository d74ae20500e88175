"""People, roles and invitations in English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    # refusals
    "problem.invite_own": "This is the link that you made; it was not used. Forward the message to whoever is invited.",
    "problem.invite_other": "This link is for another person's new phone; nothing was changed. They must open it there.",
    "problem.grant_ended": (
        "This role of yours has ended, nothing was changed; what was entered stays. Please ask a coordinator."
    ),
    "problem.people_beyond": "This is beyond your own scope; nothing was changed. Choose within your scope.",
    "problem.people_longer": "Your own role ends earlier than that; nothing was changed. Choose an earlier day.",
    "problem.people_has": "{name} has this role already; nothing was changed.",
    "problem.people_over": "That day is over; nothing was given. Choose a day to come.",
    "problem.people_last": (
        "This is the last coordinator of everything and must stay. Give the role to somebody else without an end first."
    ),
    "problem.people_conflict": (
        "{name} leads {studio} and cannot assess it; nothing was changed. Choose another scope; for a namesake, add a word to the name."
    ),
    "problem.people_link_used": "The link of {name} was used already. End the role in the list of people instead.",
    "problem.people_press": "Please use the buttons here; nothing was changed.",
    "problem.people_lines": "No people found. Write one a line: name role scope, such as: Ann Lee assessor Mine 1.",
    "problem.people_many": "{count} lines at once, more than {limit}; nobody was invited. Send them in parts.",
    "problem.people_day_none": "There is no day “{text}”; nothing was changed. Send a day that exists, such as 31 December.",
    "problem.people_day_unread": "“{text}” is no day; nothing was changed. Send one such as 31 December or 2026-12-31.",
    "problem.people_day_past": "{on} is over (today is {today}); nothing was changed. Send today or a later day.",
    # words for roles and places
    "people.everywhere": "everywhere",
    "people.role": "{role} ({place})",
    "people.since": "since {day}",
    "people.until": "until {day}",
    "people.endless": "no end",
    "people.days": "{days} days",
    "people.more": "{count} more",
    # the list
    "command.people": "People and invitations",
    "people.head": "<b>People</b>　{count}",
    "people.found": "Search “{find}”: {count}",
    "people.none": "Nobody found.",
    "people.hint": "Send a name, unit or role to search.",
    "people.line": "· {name} {roles}",
    "people.no_account": "▲no account",
    "people.button.everybody": "Show everybody",
    "people.button.invite": "Invite…",
    "people.button.many": "Invite several…",
    "people.button.links": "Invitations",
    "people.button.list": "‹ People",
    # one person
    "people.account": "✓ has an account",
    "people.account_none": "▲ no account, cannot come in",
    "people.account_ended": "You came in from a new phone; this account no longer counts. If that was not you, ask a coordinator at once.",
    "people.no_role": "no role now",
    "people.past": "– ended: {role} {day}",
    "people.visits": "Unsigned visits {count}:",
    "people.visit": "· {studio} {period}",
    "people.left": "▲ These visits need another assessor: /visits.",
    "people.ask_end": "End {role}? It ends at once.",
    "people.ask_days_again": "✎ How long may the new link open? Then the new phone counts and the old account ends.",
    "people.ended": "Ended",
    "people.ended_role": "{name} is no longer {role}.",
    "people.given": "{name} is now {role}.",
    "people.card_closed": "Person {name}",
    "people.button.end": "End {number} {role}…",
    "people.button.end_sure": "Yes, end it",
    "people.button.add": "Add a role…",
    "people.button.link": "New phone: new link…",
    "people.told_given": "{by} gave you one more role: {role} {until}\n/help names your commands.",
    "people.told_ended": "Your role {role} was ended by {by}; what you entered stays.\n/help names your commands.",
    # inviting
    "people.invite_title": "Invitation",
    "people.give_title": "Add a role",
    "people.invite_head": "<b>Invitation</b>",
    "people.give_head": "<b>Add a role</b>",
    "people.invite_closed": "{title} {name} (this card is closed)",
    "people.said_name": "Name: {name}",
    "people.said_role": "Role: {role}",
    "people.said_days": "The link opens for {days} days",
    "people.said_until": "The role: {day}",
    "people.own_studio": "▲ {name} leads {studios} and will not be asked to assess it.",
    "people.ask_name": "✎ Send the name of whoever is invited (it is what they sign with).",
    "people.ask_role": "✎ Tap the role.",
    "people.ask_scope": "✎ Where does it hold?",
    "people.ask_unit": "✎ Tap the unit; send some of its name to search.",
    "people.ask_studio": "✎ Tap the studio; send some of its name to search.",
    "people.ask_days": "✎ How long may the link open?",
    "people.ask_until": "✎ Until which day does the role hold? You can also send one, such as 31 December.",
    "people.check": "Please check. Then forward the message to them.",
    "people.check_give": "Please check. The role holds at once, and they are told.",
    "people.button.kind_all": "Everywhere",
    "people.button.kind_unit": "One unit…",
    "people.button.kind_studio": "One studio…",
    "people.button.all_again": "Show all",
    "people.button.make": "Make the link",
    "people.button.give": "Give the role",
    "people.button.edit_role": "Change role",
    "people.button.edit_scope": "Change scope",
    "people.button.edit_days": "Change link days",
    "people.button.edit_until": "Change end",
    "people.button.leave": "Do not invite, go back",
    # the message to forward
    "people.link": (
        "Hello {name}. Open this link to join the assessment of innovation studios as: {role}.\n{link}\n"
        "It opens once, until {until}."
    ),
    "people.link_again": (
        "Hello {name}. Open this link on your new phone to go on with the assessment of innovation studios ({role}).\n"
        "{link}\nIt opens once, until {until}; then your old account ends."
    ),
    "people.by_hand": "(send this line to the bot in a private chat)\n<code>/start {secret}</code>",
    # several at once
    "people.many_head": "<b>Invite several</b>",
    "people.many_how": (
        "One a line: name role scope\n<code>Ann Lee assessor Mine 1</code>\n<code>Bob Wu leader Red Flag</code>\n"
        "<code>Carl Xu reader all</code>\n✎ Send at most 30 lines at once. One wrong line, and nobody is invited."
    ),
    "people.many_check": "<b>Invite several</b>　{count}",
    "people.many_days": "Please check. How long may the links open? One tap makes them, one message each to forward.",
    "people.many_wrong": "{good} of {count} lines are right, nobody was invited. Put these right and send all again:",
    "people.wrong": "✗ line {number} “{text}”: {why}",
    "people.why.short": "not complete. Write name, role, scope.",
    "people.why.name": "the name is too long. Write at most 60 characters.",
    "people.why.role": "“{what}” is no role. Write coordinator, assessor, head, leader, unit, reader or approver.",
    "people.why.where": "no scope. Write a unit, a studio or “all” after the role.",
    "people.why.which": "“{what}” may be {guesses}. Write the whole name.",
    "people.why.none": "there is no “{what}” in your scope. Write the name of a unit or studio that there is.",
    "people.why.leader": "a leader has one studio. Write its name.",
    "people.why.beyond": "“{what}” is beyond your own scope.",
    "people.why.twice": "the same as a line above. Leave one out.",
    "people.why.own": "leads {what} and cannot assess it. Choose another scope; for a namesake, add a word to the name.",
    # other words for roles and for everywhere in lines of invitations, blanks between them
    "people.also.coordinator": "manager",
    "people.also.assessor": "member examiner",
    "people.also.head": "chair",
    "people.also.leader": "leader lead",
    "people.also.unit": "union",
    "people.also.reader": "viewer",
    "people.also.approver": "approval",
    "people.also.everywhere": "all everywhere",
    # invitations
    "people.links_head": "<b>Invitations</b>　{count} open",
    "people.links_none": "No invitation yet.",
    "people.link_line": "{name} {role} {how}",
    "people.link_open": "○ opens until {at}",
    "people.link_used": "✓ {by} came in {at}",
    "people.link_expired": "– expired {at}",
    "people.link_revoked": "– withdrawn",
    "people.ask_withdraw": "Withdraw this invitation? The link ends at once.\n{link}",
    "people.withdrawn": "Withdrawn",
    "people.button.withdraw": "Withdraw {number} {name}…",
    "people.button.withdraw_sure": "Yes, withdraw",
    # what each role reads at the start, and as help
    "start.people": (
        "/people, /studios, /visits (plans and reviews),\n/applications, /outcomes, /export, /history: the desk; see /help."
    ),
    "start.head": "/assess starts, /resume continues; /fix re-checks what was put right.",
    "start.unit": (
        "/fix shows what your studios put right, /outcomes what follows for them; /applications to recommend.\n"
        "/fund enters budgets and checks spending, /plan reviews plans."
    ),
    "start.reader": "/outcomes, /applications and /export: what follows and who applies, to read only.",
    "start.approver": "/outcomes and /applications: approve what was proposed; your own is for somebody else.",
    "help.head": "<b>Head</b> as for assessors; in /fix you also re-check sheets that others signed, and move due dates.",
    "help.unit": (
        "<b>Unit</b> /fix how far your studios are with what is to be put right.\n"
        "/outcomes what follows from their totals; /export notices; /fund checks what was spent;\n/plan reviews plans and closes their tasks; /apply applies for a studio's name; /applications recommends, and shows how far they are."
    ),
    "help.reader": "<b>Steering group</b> /outcomes and /export show summaries and outcomes in your scope, /applications how far they are, to read only.",
    "help.approver": (
        "<b>Approval</b> /outcomes: a coordinator proposes, you approve or send back with a reason.\n"
        "/applications: approve applications, many at once.\nWhat you proposed yourself is for somebody else; the studio that you lead too."
    ),
    "home.none": "You have no role now; nothing was changed. Please ask a coordinator.",
    "home.other": "Nothing is taken here, nothing was changed. /help names your commands.",
}
