"""The rubric files that come with the program, each by the name of its file."""

from rubrics import files
from rubrics.model import Rubric


def shipped(name: str) -> Rubric:
    """Return a version by its name, such as `nuc-2024.v1`."""
    path = next(each for each in files.shipped() if each.name == f"{name}.yaml")
    found = files.load(path).rubric
    assert found, name
    return found


def every() -> list[Rubric]:
    """Return all versions, in the order of their files."""
    return [shipped(path.name.removesuffix(".yaml")) for path in files.shipped()]
