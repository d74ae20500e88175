"""Walks over what follows from totals and facts, with the path of each place."""

from collections.abc import Iterator

from pydantic import ValidationError

from rubrics.bands import Band, Scale
from rubrics.checks.places import Path
from rubrics.consequences import Consequence
from rubrics.effective import suggested
from rubrics.model import Rubric
from rubrics.outcome_rules import Occasion, OutcomeRules

_NOTHING = OutcomeRules()


def rules(rubric: Rubric) -> OutcomeRules:
    """What the scheme says about outcomes; empty where it says nothing."""
    return rubric.outcomes or _NOTHING


def lined(rubric: Rubric) -> Rubric:
    """The tree with every line of a band drawn: where a ruling has yet to draw it, as suggested.

    Answers that cannot be tried are found by another check.
    """
    try:
        return suggested(rubric)
    except (KeyError, ValidationError):
        return rubric


def scales(rubric: Rubric) -> Iterator[tuple[Path, Scale]]:
    """All scales."""
    for index, scale in enumerate(rules(rubric).scales):
        yield ("outcomes", "scales", index), scale


def bands(rubric: Rubric) -> Iterator[tuple[Path, Scale, Band]]:
    """All bands."""
    for path, scale in scales(rubric):
        for index, band in enumerate(scale.bands):
            yield (*path, "bands", index), scale, band


def occasions(rubric: Rubric) -> Iterator[tuple[Path, Occasion]]:
    """All occasions."""
    for index, occasion in enumerate(rules(rubric).occasions):
        yield ("outcomes", "occasions", index), occasion


def sources(rubric: Rubric) -> Iterator[tuple[Path, Band | Occasion]]:
    """Everything that has a verdict and consequences."""
    for path, _scale, band in bands(rubric):
        yield path, band
    yield from occasions(rubric)


def consequences(rubric: Rubric) -> Iterator[tuple[Path, Band | Occasion, Consequence]]:
    """All consequences, each with its source."""
    for path, source in sources(rubric):
        for index, one in enumerate(source.consequences):
            yield (*path, "consequences", index), source, one
