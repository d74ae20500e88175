"""What answers change: places and fields that exist, and no two rulings that set the same field."""

from collections.abc import Iterator

from rubrics.checks.places import Path, wrong
from rubrics.effective import Places, at, edits, fields_of, places
from rubrics.model import Rubric
from rubrics.notes import Change
from rubrics.problems import Problem


def listed(rubric: Rubric) -> Iterator[tuple[Path, int, Change]]:
    """Every change with its path and the place of its ruling."""
    for index, ruling in enumerate(rubric.rulings):
        lists: list[tuple[Path, tuple[Change, ...]]] = [(("rulings", index, "changes"), ruling.changes)]
        lists += [
            (("rulings", index, "options", nth, "changes"), option.changes)
            for nth, option in enumerate(ruling.options)
        ]
        for path, changes in lists:
            for nth, change in enumerate(changes):
                yield (*path, nth), index, change


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every change that has no place, and those that would depend on which ruling comes first."""
    where = places(rubric)
    found = [
        problem
        for path, index, change in listed(rubric)
        for problem in _placed(rubric, where, path, rubric.rulings[index].id, change)
    ]
    yield from found
    if not found:
        yield from _clashes(rubric, where)


def _placed(rubric: Rubric, where: Places, path: Path, ruling: str, change: Change) -> Iterator[Problem]:
    kinds = tuple(dict.fromkeys(kind for kind, _ in where))
    if len(change.places) != 1 or change.places[0][0] not in kinds:
        said = tuple(kind for kind, _ in change.places)
        yield wrong(path, "change_place_wanted", ruling=ruling, said=said, known=kinds)
        return
    (place,) = change.places
    kind, key = place
    if place not in where:
        known = tuple(other for one, other in where if one == kind)
        yield wrong((*path, kind), "change_place_unknown", ruling=ruling, kind=kind, key=key, known=known)
        return
    fields = fields_of(at(rubric, where[place]))
    called = f"{kind} {key}"
    for field in change.set:
        if field not in fields:
            at_ = (*path, "set", field)
            yield wrong(at_, "change_field_unknown", ruling=ruling, place=called, field=field, known=fields)


def _clashes(rubric: Rubric, where: Places) -> Iterator[Problem]:
    """Two rulings, or two changes of one answer, that set the same field, or one inside what another replaces."""
    taken: dict[Path, tuple[int, Path]] = {}
    for path, index, change in listed(rubric):
        here = (index, path[:-1])
        fields = [
            (*place, field) for place, values in edits(rubric, where, (change,)).items() for field in values
        ]
        others = (
            before
            for field in fields
            for one, before in taken.items()
            if _touch(one, field) and (before[0] != index or before == here)
        )
        if (other := next(others, None)) is None:
            taken.update(dict.fromkeys(fields, here))
            continue
        (kind, key), *_ = change.places
        mine, theirs = (rubric.rulings[one].id for one in (index, other[0]))
        yield wrong(path, "change_twice", ruling=mine, other=theirs, place=f"{kind} {key}")


def _touch(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
