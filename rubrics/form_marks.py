"""What the marks of an own form mean: `{{2.4 score}}`, `{{第2部分 得分}}`, `{{total}}`; and what was probably meant.

Words in, meanings out: it knows no workbook and no scores.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal, NamedTuple
from unicodedata import normalize

from rubrics.form_words import ITEM, NUMERALS, SECTION, SECTION_FORMS, SECTION_SAID, WHOLE
from rubrics.model import Rubric

LONGEST: Final = 120
"""Characters between the braces."""
MARK: Final = re.compile(rf"(?:\{{\{{|｛｛)([^{{}}｛｝]{{0,{LONGEST}}})(?:\}}\}}|｝｝)")
OPEN: Final = re.compile(r"\{\{|｛｛|\}\}|｝｝")
"""What is left of a mark that is not written in full."""

_BLANKS: Final = re.compile(r"\s+")
_ITEM: Final = re.compile(r"(?P<no>[0-9]{1,2}(?:[.][0-9]{1,2})+)[ :,、]?(?P<word>.*)")
_SECTION: Final = re.compile("(?:" + "|".join(SECTION_FORMS) + r")[ :,、]?(?P<word>.*)")
_KNOWN: Final = 6
"""Items that an answer names."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark stands for: `about` the sheet, an item or a section, and which figure or text of it."""

    about: Literal["sheet", "item", "section"]
    no: str
    word: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A mark that means nothing here: a code of the catalogue of refusals and what would be right."""

    code: Literal["form_word", "form_item", "form_section"]
    hints: tuple[str, ...]


class Found(NamedTuple):
    """A mark (without its braces) and the cell where it stands (`评分!C5`)."""

    place: str
    mark: str


class Trouble(NamedTuple):
    """What is wrong with a form: a code of the catalogue of refusals, where, and what would be right."""

    code: str
    place: str
    mark: str = ""
    hints: tuple[str, ...] = ()


def check(found: Iterable[Found], rubric: Rubric) -> tuple[Trouble, ...]:
    """Return the marks that mean nothing under a rubric, in the order of the sheets."""
    meanings = ((each, read(each.mark, rubric)) for each in found)
    return tuple(
        Trouble(meant.code, each.place, each.mark.strip(), meant.hints)
        for each, meant in meanings
        if isinstance(meant, Wrong)
    )


def _by_word(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


_WHOLE: Final = _by_word(WHOLE)
_ITEM_WORDS: Final = _by_word(ITEM)
_SECTION_WORDS: Final = _by_word(SECTION)


def plain(text: str) -> str:
    """What stands between the braces as it is compared."""
    return _BLANKS.sub(" ", normalize("NFKC", text)).strip().casefold().replace("。", ".").replace("·", ".")


def read(text: str, rubric: Rubric) -> Mark | Wrong:
    """What a mark (without its braces) means under a rubric."""
    said = plain(text)
    chinese = any(ord(char) > 0x2E7F for char in said)  # noqa: PLR2004 - where ideographs begin
    if (name := _WHOLE.get(said)) is not None:
        return Mark("sheet", "", name)
    if match := _SECTION.fullmatch(said):
        return _section(_number(match["en"] or match["zh"]), match["word"].strip(), rubric, chinese=chinese)
    if match := _ITEM.fullmatch(said):
        return _item(match["no"], match["word"].strip(), rubric, chinese=chinese)
    return Wrong("form_word", _near(said, _WHOLE, _first(WHOLE, chinese=chinese)))


def _item(no: str, word: str, rubric: Rubric, *, chinese: bool) -> Mark | Wrong:
    name = _ITEM_WORDS.get(word)
    if rubric.item(no) is None:
        said = name or "score"
        shown = ITEM[said][1 if chinese else 0]
        return Wrong("form_item", tuple(f"{each} {shown}" for each in _items_near(no, rubric)))
    if name is None:
        words = _near(word, _ITEM_WORDS, _first(ITEM, chinese=chinese))
        return Wrong("form_word", tuple(f"{no} {each}" for each in words))
    return Mark("item", no, name)


def _section(no: int, word: str, rubric: Rubric, *, chinese: bool) -> Mark | Wrong:
    said = SECTION_SAID[1 if chinese else 0]
    name = _SECTION_WORDS.get(word)
    numbers = sections(rubric)
    if no not in numbers:
        shown = SECTION[name or "score"][1 if chinese else 0]
        known = (said.format(no=each, word=shown) for each in numbers)
        return Wrong("form_section", tuple(known)[:_KNOWN])
    if name is None:
        words = _near(word, _SECTION_WORDS, _first(SECTION, chinese=chinese))
        return Wrong("form_word", tuple(said.format(no=no, word=each) for each in words))
    return Mark("section", str(no), name)


def sections(rubric: Rubric) -> tuple[int, ...]:
    """The numbers of the sections that hold items, those beside the total too."""
    return tuple(dict.fromkeys(int(item.no.partition(".")[0]) for item in rubric.all_items))


def _items_near(no: str, rubric: Rubric) -> tuple[str, ...]:
    """The items of the same section, else those whose number looks like it, else the first."""
    known = tuple(dict.fromkeys(item.no for item in rubric.all_items))
    section = no.partition(".")[0] + "."
    same = [each for each in known if each.startswith(section)]
    return tuple(same or get_close_matches(no, known, _KNOWN) or known)[:_KNOWN]


def _near(word: str, known: Mapping[str, str], otherwise: Iterable[str]) -> tuple[str, ...]:
    return tuple(get_close_matches(word, known, 2)) or tuple(otherwise)[:_KNOWN]


def _first(table: Mapping[str, tuple[str, ...]], *, chinese: bool) -> Iterator[str]:
    return (words[1 if chinese else 0] for words in table.values())


def _number(written: str) -> int:
    """The number that 2, 二 or 十二 is."""
    if written.isdecimal():
        return int(written)
    ten, _, one = written.rpartition(NUMERALS[-1])
    if NUMERALS[-1] not in written:
        return NUMERALS.index(written[0]) + 1
    return 10 * (NUMERALS.index(ten[0]) + 1 if ten else 1) + (NUMERALS.index(one[0]) + 1 if one else 0)
