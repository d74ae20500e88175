"""A rubric as lines of text for the shell: items, rules with letters, readings and rulings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.texts import Words
from rubrics.model import Item, Rubric, Ruling, Section
from rubrics.outcome_rules import OutcomeRules
from rubrics.points import show
from rubrics.rules import Rule

_SIGNS = {"award": "+", "bonus": "+", "deduct": "−"}


def points_of(rubric: Rubric) -> str:
    """Return what the rubric adds up to."""
    return show(rubric.points)


def line(rubric: Rubric, speak: Words, where: str) -> str:
    """Return one line of a list of rubrics."""
    return speak(
        "cli.rubric.line",
        id=rubric.id,
        version=rubric.version,
        title=rubric.title,
        document=rubric.document,
        items=len(rubric.items),
        points=points_of(rubric),
        where=where,
    )


def whole(rubric: Rubric, speak: Words) -> str:
    """Return everything that a reader of the shell wants to know."""
    return "\n".join(_lines(rubric, speak))


def _lines(rubric: Rubric, speak: Words) -> Iterator[str]:
    yield f"{rubric.title} · {rubric.document}"
    yield f"{rubric.id} v{rubric.version} · {rubric.fingerprint[:12]}"
    yield speak("cli.rubric.periods", periods=tuple(speak(f"cli.kind.{kind}") for kind in rubric.periods))
    if rubric.variants:
        yield speak(
            "cli.rubric.variants", variants=tuple(f"{each.id} ({each.title})" for each in rubric.variants)
        )
    for section in (*rubric.sections, *((rubric.bonus,) if rubric.bonus else ())):
        yield ""
        yield from _section(section, speak)
    for key, notes in (("readings", rubric.readings), ("discrepancies", rubric.discrepancies)):
        if notes:
            yield ""
            yield speak(f"cli.rubric.{key}")
            for note in notes:
                yield f"  {_at(note.at)}{note.says} → {note.read} ({note.reason})"
    if rubric.rulings:
        yield ""
        yield speak("cli.rubric.rulings")
        for ruling in rubric.rulings:
            yield from _ruling(ruling, speak)
    if rubric.outcomes:
        yield ""
        yield speak("cli.rubric.outcomes")
        yield from _outcomes(rubric.outcomes, speak)


def _ruling(ruling: Ruling, speak: Words) -> Iterator[str]:
    yield f"  {_at(ruling.at)}{ruling.id}: {ruling.question}"
    for option in ruling.options:
        yield f"    {'●' if option.id == ruling.shipped else '○'} {option.id}: {option.text}"
    if value := ruling.value:
        bounds = {"least": show(value.least), "most": show(value.most), "unit": value.unit}
        yield "    " + speak("cli.rubric.number", suggested=show(value.suggested), **bounds)
        yield f"    {'●' if ruling.shipped else '○'} {ruling.shipped or speak('cli.rubric.undecided')}"


def _outcomes(rules: OutcomeRules, speak: Words) -> Iterator[str]:
    for scale in rules.scales:
        for band in scale.bands:
            yield f"  {speak(f'cli.kind.{scale.period}')} {band.ends}: {band.verdict}"
    for occasion in rules.occasions:
        row = f" ×{occasion.in_a_row}" if occasion.in_a_row > 1 else ""
        causes = " | ".join((*occasion.bands, *occasion.facts))
        yield f"  {speak(f'cli.kind.{occasion.period}')} {causes}{row}: {occasion.verdict}"
    if rules.facts:
        yield speak("cli.rubric.facts")
        for fact in rules.facts:
            yield f"  {fact.id}: {fact.title} ({speak(f'cli.kind.{fact.period}')})"


def _at(items: Sequence[str]) -> str:
    return f"{', '.join(items)} " if items else ""


def _section(section: Section, speak: Words) -> Iterator[str]:
    worth = f" · {show(section.points)}" if section.points else ""
    yield f"{section.no} {section.title}{worth}"
    for item in section.items:
        yield from _item(item, speak)


def _item(item: Item, speak: Words) -> Iterator[str]:
    worth = f" · {show(item.points)}" if item.points else ""
    yield f"  {item.no} {item.title}{worth}"
    for rule in item.rules:
        yield f"    {rule.letter} {rule.text} {_worth(rule, speak)}"
    if item.evidence:
        yield f"    {speak('cli.rubric.evidence', evidence=item.evidence)}"


def _worth(rule: Rule, speak: Words) -> str:
    if rule.kind == "zero":
        amount = speak("cli.rubric.zero")
    elif rule.wants_amount:
        amount = speak("cli.rubric.open")
    else:
        amount = f"{_SIGNS[rule.side]}{show(rule.points)}"
    unit = f"/{rule.unit}" if rule.unit else ""
    most = f" ≤{rule.most}" if rule.repeats and rule.most is not None else ""
    when = f" · {speak(f'cli.kind.{rule.when}')}" if rule.when else ""
    return f"{amount}{unit}{most}{when}"
