"""The published rubric versions. A version never changes, so it is parsed once per process."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import bindparam, func, select

from bot.store.compiled import Rows, Statement, inserting
from bot.store.tables import rubric_versions
from rubrics import files
from rubrics.model import Rubric

Shelf = dict[tuple[str, int], Rubric]
"""Versions that this process has parsed."""

_CURRENT = Statement(
    select(rubric_versions.c.rubric, func.max(rubric_versions.c.version))
    .group_by(rubric_versions.c.rubric)
    .order_by(rubric_versions.c.rubric)
)
_WHERE = (
    rubric_versions.c.rubric == bindparam("rubric"),
    rubric_versions.c.version == bindparam("version"),
)
_TEXT = Statement(select(rubric_versions.c.text).where(*_WHERE))
_SHA256 = Statement(select(rubric_versions.c.sha256).where(*_WHERE))
_HOLDS = Statement(
    select(func.count()).select_from(rubric_versions).where(rubric_versions.c.sha256 == bindparam("sha256"))
)
_VERSIONS = Statement(
    select(rubric_versions.c.version, rubric_versions.c.loaded)
    .where(rubric_versions.c.rubric == bindparam("rubric"))
    .order_by(rubric_versions.c.version)
)
_PUBLISH = inserting(rubric_versions)


class Library:
    """The rubrics on the shelf."""

    __slots__ = ("_rows", "_shelf")

    def __init__(self, rows: Rows, shelf: Shelf) -> None:
        """Ask over one connection; the shelf is shared by the process."""
        self._rows = rows
        self._shelf = shelf

    def current(self) -> tuple[Rubric, ...]:
        """Return the newest version of every rubric, by id."""
        return tuple(self.get(rubric, version) for rubric, version in self._rows.all(_CURRENT))

    def get(self, rubric: str, version: int) -> Rubric:
        """Return one version; an unknown one is a broken database (KeyError)."""
        known = self._shelf.get((rubric, version))
        if known is None:
            known = self._parse(rubric, version)
            self._shelf[rubric, version] = known
        return known

    def versions(self, rubric: str) -> tuple[tuple[int, int], ...]:
        """Return every version of a rubric with the time (ms) since which it is here, oldest first."""
        return tuple((version, loaded) for version, loaded in self._rows.all(_VERSIONS, rubric=rubric))

    def text(self, rubric: str, version: int) -> str:
        """Return the file that a version was read from; an unknown one is a broken database (KeyError)."""
        found: str | None = self._rows.value(_TEXT, rubric=rubric, version=version)
        if found is None:
            raise KeyError(rubric, version)
        return found

    def sha256(self, rubric: str, version: int) -> str | None:
        """Return the SHA-256 of a version's file, None if it was never published here."""
        found: str | None = self._rows.value(_SHA256, rubric=rubric, version=version)
        return found

    def holds(self, sha256: str) -> bool:
        """Say whether a file is published here, byte for byte."""
        return bool(self._rows.value(_HOLDS, sha256=sha256))

    def publish(self, rubric: Rubric, text: str, sha256: str, now: int) -> None:
        """Store a new version with the text it was read from; the shelf learns it when somebody asks for it."""
        # Should an earlier try have been rolled back, the shelf must not keep what it read then.
        self._shelf.pop((rubric.id, rubric.version), None)
        self._rows.run(
            _PUBLISH, rubric=rubric.id, version=rubric.version, sha256=sha256, text=text, loaded=now
        )

    def shelve(self, rubric: Rubric) -> None:
        """Keep a version that was parsed elsewhere, so that it is not parsed again."""
        self._shelf[rubric.id, rubric.version] = rubric

    def _parse(self, rubric: str, version: int) -> Rubric:
        text = self.text(rubric, version)
        parsed = _parsed(text, f"{rubric}.v{version}.yaml")
        if parsed is None:
            raise KeyError(rubric, version)
        return parsed


@lru_cache(maxsize=64)
def _parsed(text: str, name: str) -> Rubric | None:
    """Parse a text once, whichever database it lies in: what comes of it depends on nothing else."""
    return files.loads(text, name).rubric
