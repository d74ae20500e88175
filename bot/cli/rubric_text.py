"""A rubric as lines of text for the shell: items, rules with letters, readings and rulings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cli import article_text
from bot.flows.walk.rule_text import bounded, measured
from bot.texts import Words
from rubrics.model import BonusSection, Item, Rubric, Ruling, Section
from rubrics.outcome_rules import OutcomeRules
from rubrics.points import show
from rubrics.rules import Gate, Rule


def size_of(rubric: Rubric, speak: Words) -> str:
    """Return how many items there are and what they add up to; conditions are counted without points."""
    items, gates = len(rubric.items), len(rubric.gate_items)
    said = [speak("cli.size.items", items=items, points=show(rubric.most))] if items else []
    if gates:
        said.append(speak("cli.size.gates", gates=gates))
    return speak("cli.size.both", said=said)


def line(rubric: Rubric, speak: Words, where: str) -> str:
    """Return one line of a list of rubrics."""
    return speak(
        "cli.rubric.line",
        id=rubric.id,
        version=rubric.version,
        title=_title(rubric, speak),
        document=rubric.document,
        size=size_of(rubric, speak),
        where=where,
    )


def whole(rubric: Rubric, speak: Words) -> str:
    """Return everything that a reader of the shell wants to know."""
    return "\n".join(_lines(rubric, speak))


def _lines(rubric: Rubric, speak: Words) -> Iterator[str]:
    yield from _head(rubric, speak)
    for section in rubric.all_sections:
        yield ""
        yield from _section(rubric, section, speak)
    yield from article_text.lines(rubric, speak)
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


def _head(rubric: Rubric, speak: Words) -> Iterator[str]:
    yield f"{_title(rubric, speak)} · {rubric.document}"
    yield f"{rubric.id} v{rubric.version} · {rubric.fingerprint[:12]}"
    yield speak("cli.rubric.periods", periods=tuple(speak(f"cli.kind.{kind}") for kind in rubric.periods))
    if rubric.variants:
        yield speak(
            "cli.rubric.variants", variants=tuple(f"{each.id} ({each.title})" for each in rubric.variants)
        )
    if rubric.cycle:
        yield speak("cli.show.cycle", years=rubric.cycle)
    if rubric.sections:
        yield speak("cli.show.total", total=show(rubric.most))
    if rubric.total_below_zero:
        yield speak("cli.show.total_below_zero", how=speak(f"cli.show.{rubric.total_below_zero}"))
    if rubric.rescale is not None:
        yield speak(f"cli.show.rescale.{'true' if rubric.rescale else 'false'}")
    if rubric.rounding:
        yield speak(f"cli.show.rounding.{rubric.rounding.how}", places=rubric.rounding.places)
    if rubric.sheets:
        yield speak("cli.show.sheets")
        for sheet in rubric.sheets:
            walks = speak("cli.show.walks", title=sheet.title, sections=sheet.sections)
            kinds = tuple(speak(f"cli.kind.{kind}") for kind in sheet.periods)
            yield f"  {sheet.id}: {walks}" + (f" ({', '.join(kinds)})" if kinds else "")


def _title(rubric: Rubric, speak: Words) -> str:
    """Return what a rubric is called in the reader's language; its own words where it has no others."""
    return (speak("language.code") == "en" and rubric.title_en) or rubric.title


def _ruling(ruling: Ruling, speak: Words) -> Iterator[str]:
    yield f"  {_at(ruling.at)}{ruling.id}: {ruling.question}"
    for option in ruling.options:
        yield f"    {'●' if option.id == ruling.shipped else '○'} {option.id}: {option.text}"
    if value := ruling.value:
        limits = {"least": show(value.least), "most": show(value.most), "unit": value.unit}
        yield "    " + speak("cli.rubric.number", suggested=show(value.suggested), **limits)
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


def _section(rubric: Rubric, section: Section, speak: Words) -> Iterator[str]:
    notes = [show(section.points)] if section.points else []
    if section.weight:
        notes.append(speak("cli.show.weight", weight=show(section.weight)))
    if isinstance(section, BonusSection):
        notes += _bonus(section, speak)
    beside = {"penalties": (rubric.penalties,), "gates": rubric.gates, "vetoes": (rubric.vetoes,)}
    notes += [speak(f"cli.show.{name}") for name, listed in beside.items() if section in listed]
    yield " · ".join((f"{section.no} {section.title}", *notes))
    for item in section.items:
        yield from _item(item, speak)


def _bonus(section: BonusSection, speak: Words) -> Iterator[str]:
    counted = "above" if section.above else "counted"
    yield speak(f"cli.show.bonus.{counted if section.counted else 'beside'}")
    if section.cap:
        yield speak("cli.show.cap", cap=show(section.cap))
    for group in section.groups:
        said = speak("cli.show.best" if group.rule == "best" else "cli.show.together", items=group.items)
        yield said if group.cap is None else f"{said} {speak('cli.show.cap', cap=show(group.cap))}"


def _item(item: Item, speak: Words) -> Iterator[str]:
    notes = [show(item.points)] if item.points else []
    if item.not_applicable:
        notes.append(speak(f"cli.show.na.{item.not_applicable}"))
    if item.variants:
        notes.append(speak("cli.show.only", variants=item.variants))
    yield " · ".join((f"  {item.no} {item.title}", *notes))
    for rule in item.rules:
        yield f"    {rule.letter} {rule.text} {_worth(rule, speak)}"
    for exclusive in item.exclusive:
        if exclusive.kind == "rungs":
            yield f"    {speak('kind.rungs', letters=exclusive.letters)}"
    if item.evidence:
        yield f"    {speak('cli.rubric.evidence', evidence=item.evidence)}"
    if looks := (*item.registers, *item.requirements):
        yield f"    {speak('cli.show.looks_at', listed=looks)}"


def _worth(rule: Rule, speak: Words) -> str:
    if isinstance(rule, Gate):
        return _gate(rule, speak)
    most = f" ≤{rule.most}" if rule.repeats and rule.most is not None else ""
    when = f" · {speak(f'cli.kind.{rule.when}')}" if rule.when else ""
    return f"{bounded(rule, speak)}{most}{when}"


def _gate(rule: Gate, speak: Words) -> str:
    ends = (("gate.least", rule.minimum), ("gate.most", rule.maximum))
    unit = measured(rule.unit) if rule.unit else ""
    said = (speak(key, figure=f"{show(end)}{unit}") for key, end in ends if end is not None)
    return " · ".join((speak(f"gate.{rule.strength}"), *said))
