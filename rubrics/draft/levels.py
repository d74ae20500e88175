"""Which columns of words are groups, which name the items and which say what is asked for.

Names lie; what does not is over how many rows a cell reaches. The coarsest column groups, the longest texts of the
finest ones are what is asked for, what is between them are names.
"""

import re
from collections.abc import Sequence
from typing import Final

from rubrics.draft.document import Row
from rubrics.draft.numerals import NUMBER, plain
from rubrics.draft.roles import Role

_LABELS: Final = {"group", "item", "content"}
_WORTH: Final = re.compile(rf"{NUMBER}\s*分\s*\)?\s*$")
_WORDS: Final = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2}")
_TWO: Final = 2


def settle(roles: list[Role], rows: Sequence[Row]) -> None:
    """Set the roles of the columns of words by how often their texts change; rows that head or sum up do not count."""
    full = [row for row in rows if len({id(cell) for cell in row if not cell.blank}) > _TWO] or rows
    runs = {at: _runs(full, at) for at, role in enumerate(roles) if role in _LABELS | {"points", "standard"}}
    for at in [at for at, role in enumerate(roles) if role == "item" and _wordless(runs[at])]:
        roles[at] = "content"  # a target, or what it is measured in
    labels = [at for at, role in enumerate(roles) if role in _LABELS and runs[at] and not _wordless(runs[at])]
    if not labels:
        return
    finest = max(len(texts) for texts in runs.values())
    group = _group(roles, labels, runs, finest)
    if group is not None:
        for at in labels:
            roles[at] = "item" if roles[at] == "group" else roles[at]
        roles[group] = "group"
    rest = [at for at in labels if at != group]
    if len(rest) >= _TWO:
        _contents(roles, rest, runs, finest)
    elif rest and roles[rest[0]] == "group":
        roles[rest[0]] = "item"


def _runs(rows: Sequence[Row], column: int) -> list[str]:
    """The texts of a column without those that only go on: merged, blank, or said again."""
    texts: list[str] = []
    for row in rows:
        text = "".join(row[column].text.split())
        if text and (not texts or texts[-1] != text):
            texts.append(text)
    return texts


def _wordless(texts: Sequence[str]) -> bool:
    """Whether the texts name nothing: figures, bounds, units."""
    return bool(texts) and sum(_WORDS.search(text) is None for text in texts) * 5 > len(texts) * 4


def _coarse(texts: Sequence[str], finest: int) -> bool:
    """Whether the texts reach over several rows, or say what a group is worth."""
    worth = sum(bool(_WORTH.search(plain(text))) for text in texts)
    return len(texts) * 5 <= finest * 4 or worth * 2 > len(texts)


def _group(
    roles: Sequence[Role], labels: Sequence[int], runs: dict[int, list[str]], finest: int
) -> int | None:
    """The column of groups: the coarsest, one that is named so before others; None if each row stands alone."""
    named = [at for at in labels if roles[at] == "group"]
    coarse = [at for at in labels if _coarse(runs[at], finest)]
    others = [at for at in coarse if roles[at] != "content" or len(runs[at]) * _TWO <= finest]
    for candidates in ([at for at in coarse if at in named], others if len(labels) >= _TWO else [], named):
        if candidates:
            return min(candidates, key=lambda at: (len(runs[at]), at))
    return None


def _contents(roles: list[Role], rest: Sequence[int], runs: dict[int, list[str]], finest: int) -> None:
    """Of the finest columns the one with the longest texts says what is asked for; the others name."""
    fine = [at for at in rest if len(runs[at]) * 5 > finest * 4] or list(rest)
    length = {at: sum(map(len, runs[at])) // len(runs[at]) for at in fine}
    longest = max(fine, key=lambda at: (length[at], roles[at] == "content", at))
    named = [at for at in fine if roles[at] == "content"]
    if named and length[longest] < length[named[-1]] * _TWO:
        longest = max(named, key=lambda at: (length[at], at))
    for at in rest:
        roles[at] = "content" if at == longest else "item"
