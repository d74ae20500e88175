"""The rubric files that come with the program, each by the name of its file."""

from functools import cache
from typing import Any

from rubrics import files
from rubrics.model import Rubric


@cache
def latest(rubric_id: str) -> Rubric:
    """Return the newest version of a rubric, read once: many tests ask for the same one."""
    return files.latest(rubric_id)


@cache
def shipped(name: str) -> Rubric:
    """Return a version by its name, such as `nuc-2024.v1`."""
    path = next(each for each in files.shipped() if each.name == f"{name}.yaml")
    found = files.load(path).rubric
    assert found, name
    return found


def every() -> list[Rubric]:
    """Return all versions, in the order of their files."""
    return [shipped(path.name.removesuffix(".yaml")) for path in files.shipped()]


def without(value: Any, *names: str) -> Any:
    """Values of a rubric as they are but for some fields, wherever those stand: what a later version only adds."""
    if isinstance(value, dict):
        return {name: without(each, *names) for name, each in value.items() if name not in names}
    if isinstance(value, list | tuple):
        return [without(each, *names) for each in value]
    return value
