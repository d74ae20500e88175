"""A reading, discrepancy or ruling that points at an item which the scheme does not have."""

from collections.abc import Iterator

from rubrics.checks.places import wrong
from rubrics.model import Discrepancy, Reading, Rubric, Ruling
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every number in an `at` that no item has."""
    notes: dict[str, tuple[Reading | Discrepancy | Ruling, ...]] = {
        "readings": rubric.readings,
        "discrepancies": rubric.discrepancies,
        "rulings": rubric.rulings,
    }
    for field, listed in notes.items():
        for index, note in enumerate(listed):
            for place, no in enumerate(note.at):
                if rubric.item(no) is None:
                    yield wrong((field, index, "at", place), "at_unknown", id=note.id, item=no)
