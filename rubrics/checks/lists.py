"""Rules in a list of sections that is not theirs, points where nothing is scored, gates with several rules."""

from collections.abc import Iterator

from rubrics.checks.places import Path, items, parts, sections, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules import Rule


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield what stands in the wrong list; bonus rules have a check of their own."""
    for path, item, part in parts(rubric):
        for index, rule in enumerate(part.rules):
            if belongs := _belongs(str(path[0]), rule):
                said = {"item": item.no, "letter": rule.letter, "kind": rule.kind, "belongs": belongs}
                yield wrong((*path, "rules", index), "rule_misplaced", "error", **said)
    for path, section in sections(rubric):
        if _unscored(path) and section.points:
            yield wrong((*path, "points"), "beside_with_points", no=str(section.no))
    for path, item in items(rubric):
        if _unscored(path) and item.points:
            yield wrong((*path, "points"), "beside_with_points", no=item.no)
        if path[0] == "gates" and len(item.rules) > 1:
            yield wrong(path, "gate_not_single", item=item.no)


def _unscored(path: Path) -> bool:
    return path[0] in {"gates", "vetoes", "penalties"}


def _belongs(place: str, rule: Rule) -> str | None:
    """The list where the rule should stand instead."""
    kind = rule.kind
    if (kind == "gate") != (place == "gates"):
        return "gates" if kind == "gate" else "sections"
    if place == "vetoes" and kind != "veto":
        return "sections"
    return "sections" if place == "penalties" and rule.side not in {"deduct", "beyond"} else None
