"""What the articles of a rubric ask for as lines of text: registers, activities, quotas, duties, money, forms."""

from __future__ import annotations

from collections.abc import Iterator

from bot.texts import Words
from rubrics.activities import Requirement
from rubrics.duties import Deadline, Duty, Instalment, Quota, Stage
from rubrics.forms import Form
from rubrics.holdings import Holding
from rubrics.model import Rubric
from rubrics.points import show


def lines(rubric: Rubric, speak: Words) -> Iterator[str]:
    """Yield every list that the rubric has, each with its heading."""
    listed = {
        "registers": [f"{one.id}: {one.title}" for one in rubric.registers],
        "holdings": [_holding(one, speak) for one in rubric.holdings],
        "activities": [f"{one.id}: {one.title} ({one.unit})" for one in rubric.activities],
        "requirements": [_requirement(one, speak) for one in rubric.requirements],
        "quotas": [_quota(one, speak) for one in rubric.quotas],
        "deadlines": [_deadline(one) for one in rubric.deadlines],
        "duties": [_duty(one, speak) for one in rubric.duties],
        "funding": [_instalment(one, speak) for one in rubric.funding],
        "stages": [_stage(one) for one in rubric.stages],
        "forms": [_form(one, speak) for one in rubric.forms],
    }
    for name, found in listed.items():
        if found:
            yield ""
            yield speak(f"cli.show.{name}")
            yield from (f"  {one}" for one in found)


def _number(count: int, count_to: int | None) -> str:
    return str(count) if count_to is None else f"{count}-{count_to}"


def _requirement(one: Requirement, speak: Words) -> str:
    asked = f"{speak(f'cli.per.{one.per}')} ≥ {_number(one.count, one.count_to)}"
    notes = [speak("cli.show.soft")] if one.soft else []
    if one.feeds:
        notes.append(speak("cli.show.feeds", rule=one.feeds))
    return " · ".join((f"{one.id}: {' | '.join(one.activities)} {asked}", *notes, one.quote))


def _holding(one: Holding, speak: Words) -> str:
    per = f" {speak(f'cli.per.{one.per}')}" if one.per else ""
    place = speak("cli.show.feeds", rule=one.feeds or one.at or one.requirement)
    least = f" ≥ {one.count}" if one.count else ""
    return f"{one.id}: {one.title}{per}{least} ({one.test}: {', '.join(one.registers)}) · {place}"


def _quota(one: Quota, speak: Words) -> str:
    per = f"{speak(f'cli.per.{one.per}')} " if one.per else ""
    variant = f" ({one.variant})" if one.variant else ""
    return f"{one.id}: {one.who} {per}{_number(one.count, one.count_to)} {one.of}{variant}"


def _deadline(one: Deadline) -> str:
    until = (one.on.isoformat() if one.on else "", one.rule or "")
    return f"{one.id}: {one.what} · {' · '.join(filter(None, until))}"


def _duty(one: Duty, speak: Words) -> str:
    notes = (one.due or "", speak(f"cli.per.{one.per}") if one.per else "")
    return " · ".join(filter(None, (f"{one.id}: {one.who}: {one.what}", *notes)))


def _instalment(one: Instalment, speak: Words) -> str:
    amount = f"{show(one.amount)} {one.unit or ''}".strip() if one.amount is not None else ""
    whole = f"{show(one.together)} {one.unit or ''}".strip() if one.together is not None else ""
    notes = (
        amount,
        speak("cli.show.funding_together", amount=whole) if whole else "",
        speak("cli.show.ruled", ruling=one.ruled_by) if one.ruled_by else "",
    )
    return " · ".join(filter(None, (f"{one.id}: {one.after}", *notes)))


def _stage(one: Stage) -> str:
    notes = (f"{one.id}: {one.title} ({one.who})", ", ".join(one.tracks), ", ".join(one.steps), one.level)
    return " · ".join(filter(None, notes))


def _form(one: Form, speak: Words) -> str:
    if one.outline and not (one.fields or one.groups):
        said = speak("cli.show.outline", title=one.title, headings=len(one.outline))
    else:
        fields = len(tuple(one.all_fields()))
        said = speak("cli.show.form", title=one.title, fields=fields, groups=len(one.groups))
    return f"{one.id}: {said}"
