"""A document with the outline that a person reads in it, and the outline of a draft in the same form.

A line of an outline is a section with its points, an item with the points of its parts and its rules, `+` a bonus, `-` a
penalty, `*` a veto, `(…)` bonuses that are counted together, `!` a phrase that is left to a person with its kind, `Σ` a sum
that differs. `?` stands for a rule that a person must write.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rubrics import files
from rubrics.checks.placeholders import MARK
from rubrics.draft.reader import Draft, draft
from rubrics.draft.sources import open_document
from rubrics.model import Item, Rubric
from rubrics.points import show
from rubrics.rules import Judged, Level, Multiplier, Rule, Step, Veto, Zero
from tests.kit.there import gate_of


@dataclass(frozen=True, slots=True)
class Sample:
    """A document: the name of its file, what is special about it, its bytes, its outline."""

    name: str
    about: str
    data: bytes
    outline: str

    def draft(self) -> Draft:
        return _drafted(self.data, self.name)

    @property
    def lines(self) -> list[str]:
        return self.outline.strip().splitlines()


@cache
def _drafted(data: bytes, name: str) -> Draft:
    """A draft is a value: many tests ask for the same one."""
    return draft(open_document(data, name))


def rubric_of(made: Draft) -> Rubric:
    """The rubric that the draft's text is; a draft that the checks refuse is a mistake."""
    loaded = files.loads(made.text, "draft")
    assert loaded.rubric is not None, loaded.problems
    return loaded.rubric


def rule_line(rule: Rule) -> str:
    """A rule as kind, amount, unit: `each 1 处 ^3`, `judged 3-5`, `step 0.5 per 5 % below 90`, `tier full`."""
    if rule.text.startswith(MARK):
        return "?"
    fields = rule.model_dump(exclude_none=True)

    def said(name: str, form: str = "{}") -> str:
        value = fields.get(name)
        return form.format(show(value) if isinstance(value, Decimal) else value) if value else ""

    words = (
        rule.kind,
        said("name"),
        "full" if fields.get("full") else said("share", "×{}"),
        span(rule),
        show(rule.points) if rule.points or zero_is_said(rule) else "",
        said("per", "per {}"),
        said("measure"),
        said("direction"),
        f"from {show(rule.baseline)}" if isinstance(rule, Step) else "",
        said("factor", "×{}"),
        f"of {''.join(rule.of)}" if isinstance(rule, Multiplier) and rule.of else "",
        said("after", "after {}"),
        side(rule),
        rule.scope if isinstance(rule, Zero | Veto) and rule.scope not in {"item", "part"} else "",
        "+".join(rule.items) if isinstance(rule, Zero) else "",
        rule.unit or "",
        f"≤{rule.max}" if rule.max else "",
        said("limit", "≤{}"),
        said("cap", "^{}"),
    )
    return " ".join(word for word in words if word)


def span(rule: Rule) -> str:
    """From where to where a person may go."""
    if isinstance(rule, Judged | Level | Multiplier) and rule.high:
        return f"{show(rule.low or Decimal(0))}-{show(rule.high)}"
    return ""


def side(rule: Rule) -> str:
    """The side on which the rule is, where it is not the usual one of its kind."""
    effect: str = getattr(rule, "effect", "")
    return effect if effect in OTHER.get(rule.kind, ("award", "bonus")) else ""


OTHER = {"discretionary": ("award", "deduct")}
"""Sides that are said, by kinds whose usual one is another."""


def zero_is_said(rule: Rule) -> bool:
    """Whether a rule without points has them: the lowest tier."""
    return (
        rule.kind in {"tier", "level"} and not rule.model_dump().get("full") and rule.most_in(Decimal(1)) == 0
    )


def gate_line(item: Item) -> str:
    """A condition: its text, how strict it is, the number that it asks for."""
    gate = gate_of(item)
    strict = "" if gate.strength == "hard" else gate.strength
    least = f"≥{show(gate.minimum)} {gate.unit}" if gate.minimum else ""
    return " ".join(word for word in ("?", item.no, gate.text, strict, least) if word)


def outline(made: Draft) -> Iterator[str]:
    """The lines of a draft."""
    rubric = rubric_of(made)
    for section in rubric.sections:
        yield f"{section.no} {section.title} {show(section.points)}"
        for item in section.items:
            parts = "+".join(show(part.points) for part in item.parts)
            yield f"{item.no} {parts}: {'; '.join(map(rule_line, item.rules))}"
    for sign, items in (("+", rubric.bonus_items), ("-", rubric.penalty_items), ("*", rubric.veto_items)):
        for item in items:
            yield f"{sign} {'; '.join(map(rule_line, item.rules))}"
    for item in rubric.gate_items:
        yield gate_line(item)
    for group in rubric.bonus.groups if rubric.bonus else ():
        yield f"({group.rule} {'+'.join(group.items)}{f' ^{show(group.cap)}' if group.cap else ''})"
    for one in made.findings:
        params = one.problem.params
        if one.group == "unread":
            yield f"! {params['item'] or '-'} {params['why']}"
        elif one.group == "sum":
            at = params.get("item", params.get("section", "total"))
            yield f"Σ {at} {params['points']} ≠ {params['sum']}"
