"""Which kind of activity a line of a log begins with: by its title, a part of it, or a word that people use for it.

What fits several kinds is refused with their titles, never guessed.
"""

import re
from typing import Final

from rubrics.activities import Activity
from rubrics.entry_log_text import Remainder
from rubrics.model import Rubric
from rubrics.numbering import canonical
from rubrics.problems import Problem, Refused, problem

ALIASES: Final = {
    "讲课": "授课",
    "上课": "授课",
    "讲座": "授课",
    "理论学习": "授课",
    "实训": "实操",
    "操作培训": "实操",
    "座谈": "交流",
    "讨论": "研讨",
    "攻关会": "攻关活动",
    "师带徒": "带徒",
    "师徒": "带徒",
    "收徒": "带徒",
    "徒弟": "带徒",
    "疑难": "难题",
    "疑难案例": "案例",
    "比赛": "竞赛",
    "比武": "竞赛",
    "发明": "专利",
    "发明创造": "专利",
    "发明专利": "专利",
    "实用新型": "专利",
    "实用新型专利": "专利",
    "述职": "汇报",
    "lecture": "lesson",
    "class": "lesson",
    "workshop": "seminar",
    "meeting": "exchange",
    "mentoring": "apprentice",
}
"""Words of everyday speech, and the part of a title that each stands for."""

_SHORTEST: Final = 2
_WORD: Final = re.compile(r"[^\s\0,.;:()]+")


def take_kind(rest: Remainder, rubric: Rubric) -> Activity:
    """Take the kind out of a line from which everything else was taken; raises Refused where none or several fit."""
    start = rest.start
    text = rest.text[start:]
    match = _WORD.match(text)
    if match is None:
        raise Refused(problem("log_kind_missing", known=_titles(rubric.activities)))
    word = match.group()
    found, length = _whole(text, rubric) or _part(word, rubric) or _glued(word, rubric) or ((), 0)
    if len(found) > 1:
        raise Refused(problem("log_kind_many", value=word[:length], known=_titles(found)))
    if not found:
        raise Refused(problem("log_kind_unknown", value=word, known=_titles(rubric.activities)))
    rest.cut(start, start + length)
    return found[0]


def kind(text: str, rubric: Rubric) -> Activity | Problem:
    """Return the kind of activity that a text is, or what is wrong with it."""
    rest = Remainder(text)
    try:
        found = take_kind(rest, rubric)
    except Refused as refused:
        return refused.problem
    return (
        found
        if not rest.words()
        else problem("log_kind_unknown", value=text, known=_titles(rubric.activities))
    )


_Fit = tuple[tuple[Activity, ...], int]
"""The kinds that fit, and how many characters of the line say so."""


def _whole(text: str, rubric: Rubric) -> _Fit | None:
    """Find the longest whole title with which the line begins."""
    fits = [
        (len(name), kind)
        for kind in rubric.activities
        for name in _names(kind)
        if text.startswith(name) and not (name.isascii() and text[len(name) : len(name) + 1].isalnum())
    ]
    longest = max((length for length, _ in fits), default=0)
    return (tuple(kind for length, kind in fits if length == longest), longest) if longest else None


def _part(word: str, rubric: Rubric) -> _Fit | None:
    """Find the kinds whose titles hold the word, or the word that it stands for."""
    for said in (word, ALIASES.get(word), word.removesuffix("s")):
        if said and len(said) >= _SHORTEST:
            found = tuple(
                kind for kind in rubric.activities if any(_holds(name, said) for name in _names(kind))
            )
            if found:
                return found, len(word)
    return None


def _glued(word: str, rubric: Rubric) -> _Fit | None:
    """Find the longest beginning of a Chinese word that is a part of a title: 授课液压阀检修."""
    if not word.isascii():
        for length in range(len(word) - 1, _SHORTEST - 1, -1):
            if fit := _part(word[:length], rubric):
                return fit
    return None


def _holds(name: str, said: str) -> bool:
    """Say whether a name holds what was said; of Latin letters only as whole words or their beginnings."""
    return re.search(rf"\b{re.escape(said)}", name) is not None if said.isascii() else said in name


def _names(kind: Activity) -> tuple[str, ...]:
    return tuple(canonical(name) for name in (kind.title, kind.title_en, kind.id) if name)


def _titles(kinds: tuple[Activity, ...]) -> tuple[str, ...]:
    return tuple(kind.title for kind in kinds)
