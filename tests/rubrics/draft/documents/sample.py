"""A document with the outline that a person reads in it, and the outline of a draft in the same form.

A line of an outline is a section with its points, an item with the points of its parts and its rules, `+` a bonus, `!` a
phrase that the language cannot say with its kind, `Σ` a sum that differs. `?` stands for a rule that a person must write.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rubrics import files
from rubrics.checks.placeholders import MARK
from rubrics.draft.reader import Draft, draft
from rubrics.draft.sources import open_document
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.rules import Rule


@dataclass(frozen=True, slots=True)
class Sample:
    """A document: the name of its file, what is special about it, its bytes, its outline."""

    name: str
    about: str
    data: bytes
    outline: str

    def draft(self) -> Draft:
        return draft(open_document(self.data, self.name))

    @property
    def lines(self) -> list[str]:
        return self.outline.strip().splitlines()


def rubric_of(made: Draft) -> Rubric:
    """The rubric that the draft's text is; a draft that the checks refuse is a mistake."""
    loaded = files.loads(made.text, "draft")
    assert loaded.rubric is not None, loaded.problems
    return loaded.rubric


def rule_line(rule: Rule) -> str:
    if rule.text.startswith(MARK):
        return "?"
    limit = getattr(rule, "limit", None)
    words = (
        rule.kind,
        show(rule.points) if rule.points else "",
        rule.unit or "",
        f"≤{rule.max}" if rule.max else "",
        f"≤{show(limit)}" if limit else "",
    )
    return " ".join(word for word in words if word)


def outline(made: Draft) -> Iterator[str]:
    """The lines of a draft."""
    rubric = rubric_of(made)
    for section in rubric.sections:
        yield f"{section.no} {section.title} {show(section.points)}"
        for item in section.items:
            parts = "+".join(show(part.points) for part in item.parts)
            yield f"{item.no} {parts}: {'; '.join(map(rule_line, item.rules))}"
    for item in rubric.bonus_items:
        yield f"+ {'; '.join(map(rule_line, item.rules))}"
    for one in made.findings:
        params = one.problem.params
        if one.group == "unread":
            yield f"! {params['item'] or '-'} {params['why']}"
        elif one.group == "sum":
            at = params.get("item", params.get("section", "total"))
            yield f"Σ {at} {params['points']} ≠ {params['sum']}"
