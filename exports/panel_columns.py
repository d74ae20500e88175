"""What a blind panel puts on paper: a column for each member, the difference, how rows came about, decisions.

A sheet without a panel has exactly the columns and words that it has.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from exports.columns import Column, Layout
from exports.labels import Say, labels
from exports.records import PanelMember, PanelRecord, SheetRecord
from exports.styles import MIDDLE
from rubrics.panels import CONFIRMED, REST, Row
from rubrics.points import show
from rubrics.sheet import ItemResult

_SHARE: Final = 5
_RESULT: Final = 7
"""Wide enough for two places: a figure that does not fit is rounded by whoever shows it."""


def with_members(layout: Layout, record: SheetRecord) -> Layout:
    """The layout with the members' scores before the result and the difference behind it, if each scored alone."""
    panel = record.panel
    if panel is None:
        return layout
    at = layout.at("score")
    members = [
        Column("score", _SHARE, MIDDLE, words=_without, number=_of(member), title=member.name)
        for member in panel.members
    ]
    result = replace(layout.columns[at - 1], label="panel_score", share=_RESULT)
    difference = Column("panel_difference", _SHARE, MIDDLE, words=_difference)
    columns = (*layout.columns[: at - 1], *members, result, difference, *layout.columns[at:])
    return replace(layout, columns=columns)


def _of(member: PanelMember) -> Callable[[ItemResult], Decimal | None]:
    def number(result: ItemResult) -> Decimal | None:
        row = member.sheet.item(result.no)
        return row.score if row else None

    return number


def _without(result: ItemResult, record: SheetRecord) -> str:
    """What stands where a member gave no points."""
    return labels(record.rubric.language)("na") if result.item.role == "row" else ""


def _difference(result: ItemResult, record: SheetRecord) -> str:
    row = record.panel.combined.row(result.no) if record.panel else None
    if row is None or not row.difference:
        return ""
    points = show(row.difference)
    return labels(record.rubric.language)("panel_beyond", points=points) if row.beyond else points


def told(panel: PanelRecord, result: ItemResult, say: Say, explained: Callable[[ItemResult], str]) -> str:
    """How a row came about: of all scores, then how each member who took points away came to theirs."""
    row = panel.combined.row(result.no)
    if row is None:
        return ""
    lines = [_how(panel, row, say)] if row.given and (row.difference or row.how == "settled") else []
    for member in panel.members:
        own = member.sheet.item(result.no)
        if own is not None and own.score is not None and own.state != "full" and own.terms:
            lines.append(say("panel_member", name=member.name, words=explained(own)))
    return "\n".join(lines)


def _how(panel: PanelRecord, row: Row, say: Say) -> str:
    settled = panel.decisions.get(row.no)
    return say(
        f"panel_{row.how}",
        score="" if row.shown is None else show(row.shown),
        scores=" + ".join(map(show, row.given))
        if row.how == "mean"
        else say("comma").join(map(show, row.given)),
        count=len(row.given),
        high=show(max(row.given)),
        low=show(min(row.given)),
        reason=settled.reason if settled else "",
    )


def lines(panel: PanelRecord, say: Say) -> Iterator[str]:
    """What stands below the table: how all of it came about, the members' totals, every decision of the head."""
    combined = panel.combined
    rules = [say(f"panel_way_{combined.way}")]
    rules += [say("panel_few")] if combined.few else []
    rules.append(say("panel_tolerance", points=show(combined.tolerance)))
    yield "".join(rules) if say("gap") == "　 " else " ".join(rules)
    totals = (f"{member.name} {show(member.sheet.total)}" for member in panel.members)
    yield say("panel_totals", totals=say("comma").join(totals))
    if combined.rounded or any(row.result != row.shown for row in combined.rows if row.result is not None):
        yield say("panel_rounded", exact=str(combined.exact))
    for item, decision in panel.decisions.items():
        yield say(
            "panel_decided",
            item=say("panel_rest") if item == REST else item,
            found=_found(panel, item, say),
            answer=_answer(panel, item, decision.score, say),
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )


def _found(panel: PanelRecord, item: str, say: Say) -> str:
    combined = panel.combined
    if gate := combined.gate(item):
        return " / ".join(say(f"panel_gate_{each}") for each in gate.states)
    if veto := combined.veto(item):
        return " / ".join(say("panel_veto_found" if each else "panel_veto_not") for each in veto.found)
    row = combined.row(item)
    return " / ".join(say("na") if each is None else show(each) for each in (row.scores if row else ()))


def _answer(panel: PanelRecord, item: str, score: str, say: Say) -> str:
    if panel.combined.gate(item):
        return say(f"panel_gate_{score}")
    if panel.combined.veto(item):
        return say("panel_veto_confirmed" if score == CONFIRMED else "panel_veto_rejected")
    return score
