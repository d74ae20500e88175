"""The fund of a studio, in English."""

from __future__ import annotations

from typing import Final

from bot.texts.fund import EN

TEXTS: Final[dict[str, str]] = {
    **EN,
    # refusals
    "problem.fund_gone": "This has been taken out; nothing changed. Open it again in /fund.",
    "problem.fund_press": (
        "Press a button here; nothing changed. To enter spending open /fund and send a line: "
        "tools 1999.5 torque wrench 2026-04-02"
    ),
    "problem.fund_keeper": "Budgets, payments, cuts and checks are the coordinator's or the unit's; nothing changed.",
    "problem.fund_amount": "Amount: “{value}” is no amount; write 1999.5 or 30000.",
    "problem.fund_day": "Day: “{value}” is no day; write {probable}.",
    "problem.fund_day_ahead": "Day: {on} is still to come (today is {today}); write today or an earlier day.",
    "problem.fund_other_year": "Day: {on} does not fit the year {year}; check the day.",
    "problem.fund_purpose": "Purpose: there is no “{value}”; write one of {purposes}.",
    "problem.fund_words": "{field}: “{value}” says nothing; write words, such as torque wrench.",
    "problem.fund_lacks": "{field}: not said; write the whole line, such as: tools 1999.5 torque wrench 2026-04-02",
    "problem.fund_one_voucher": (
        "The caption says {count} spendings, so it is not clear whose voucher this is; nothing was entered. "
        "Send one photo for each."
    ),
    "problem.fund_no_budget": "There is no budget for {year} yet. Ask the unit or the coordinator to enter it first.",
    "problem.fund_over": (
        "Amount: not enough is left of {year}; {amount} yuan were not entered.\n"
        "Budget {budget} · cut {cut} · spent {spent} · left {left} yuan.\n"
        "Check the amount, or have the budget changed first."
    ),
    "problem.fund_paid_over": (
        "Amount: more than the budget of {year} would be paid in; {amount} yuan were not entered.\n"
        "Budget {budget} · paid in {paid} yuan. Check the amount, or change the budget first."
    ),
    "problem.fund_instalments": (
        "Instalment: {count} are booked from {since} to {until}; the scheme pays only after {after}. Nothing was booked."
        "\nIf one was a mistake, take it out first."
    ),
    "problem.fund_twice": "{amount} yuan of {on} stand here already and were not entered twice. If there were two, say how they differ.",
    "problem.fund_checked": "This has been checked and stays as it is. If it is wrong, ask the coordinator to take it out.",
    "problem.fund_own_check": "You entered this yourself; somebody else must check it.",
    "problem.fund_used": (
        "This budget of {year} is in use and was not taken out.\n"
        "Budget {budget} · cut {cut} · spent {spent} · left {left} yuan.\n"
        "Take spending out first, or enter the new budget first."
    ),
    "problem.export_no_fund": "{studio} has nothing of a fund in {period}. Enter it in /fund first.",
    # exports
    "export.kind.fund": "Book of the fund",
    "export.ask.own_year": "Choose the year, or send it, such as 2026:",
    "export.file.fund": "fund_{studio}_{period}",
    "cli.help.export_fund": "Export the book of a studio's fund in a year (Excel).",
    "cli.help.fund_year": "The year.",
    # the year
    "command.fund": "The fund",
    "fund.which": "<b>The fund</b>  Choose a studio. Send words to search.",
    "fund.head": "<b>Fund {year}</b>  {studio}",
    "fund.budget": "Budget <b>{budget}</b> yuan · left <b>{left}</b> yuan",
    "fund.granted": "(the budget is the fund that the coordinator set)",
    "fund.none_granted": "No budget yet; ask the unit or the coordinator to enter it.",
    "fund.none_granted_keeper": "No budget yet; press “Budget…” to enter it.",
    "fund.figures": "Paid in {paid} · spent {spent} · cut {cut}",
    "fund.below": "▲ less than nothing is left",
    "fund.of_purpose": "{purpose} {amount}",
    "fund.cuts_due": "▲ not cut yet: {cuts}",
    "fund.cut_due": "{what}, {amount} yuan",
    "fund.instalments": "Instalments {count}/{limit} (after {after})",
    "fund.vouchers": "▲ without voucher: {count}",
    "fund.unchecked": "to be checked: {count}",
    "fund.empty": "Nothing entered yet.",
    "fund.retired": "Retired since {day}: look only.",
    "fund.hint": (
        "One line enters spending:\n<code>tools 1999.5 torque wrench 2026-04-02</code>\n"
        "Several lines at once are fine. End a line with “asset” for a fixed asset."
    ),
    "fund.line": "{number} {on} {kind} {amount} {what}{marks}",
    # one
    "fund.kind.spending": "Spending",
    "fund.kind.budget": "Budget",
    "fund.kind.instalment": "Payment",
    "fund.kind.cut": "Cut",
    "fund.field.purpose": "Purpose",
    "fund.field.amount": "Amount",
    "fund.field.what": "What for",
    "fund.field.on": "Day",
    "fund.field.approved": "Approved by, number",
    "fund.field.paper": "Which payment, and why",
    "fund.field.clause": "Clause",
    "fund.field.asset": "Fixed asset",
    "fund.ask.purpose": "Choose the purpose.",
    "fund.ask.amount": "Send the amount in yuan, such as 1999.5.",
    "fund.ask.what": "Send what it was for, such as torque wrench.",
    "fund.ask.on": "Send the day, such as {today}.",
    "fund.ask.approved": "Send who approved it, and the number of the paper.",
    "fund.ask.paper": "Send which payment it is, such as: first, after naming.",
    "fund.ask.clause": "Send the clause, such as: VI, below 85 in 2025-Q4, 20 %.",
    "fund.field_line": "{name}: {value}",
    "fund.title": "<b>{kind} {amount} yuan</b>  {studio} · {year}",
    "fund.yes": "yes",
    "fund.no": "no",
    "fund.checked": "✓ checked by {name} on {on}",
    "fund.not_checked": "To be checked (not by who entered it)",
    "fund.entered": "Entered by {name} on {on}",
    "fund.attached": "Vouchers {files}",
    "fund.no_voucher": "▲ The voucher is missing; send a photo here.",
    "fund.ask.out": "Send the reason; it is kept in the history.",
    "fund.new": "<b>New: {kind}</b>  {year}",
    "fund.new_closed": "New: {kind} (not saved)",
    "fund.check": "Check it and press “Save”.",
    "fund.saved": "Saved",
    "fund.album": "The photo went to what its album was sent for.",
    # buttons
    "fund.button.spending": "Spending…",
    "fund.button.budget": "Budget…",
    "fund.button.instalment": "Payment…",
    "fund.button.cut": "Cut…",
    "fund.button.save": "Save",
    "fund.button.leave": "Discard",
    "fund.button.year": "{year}",
    "fund.button.studios": "Other studios",
    "fund.button.book": "Book as Excel",
    "fund.button.check": "Checked",
    "fund.button.asset": "Is a fixed asset",
    "fund.button.no_asset": "No fixed asset",
    "fund.button.out": "A mistake…",
    "fund.button.files": "Vouchers {files}",
    "fund.button.today": "Today",
}
