"""Cut what was typed into entries: which lines begin with an item number, which go on with the note above.

Text only: whether an item exists, and what stands behind its number, is decided elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from unicodedata import category

from rubrics.numbering import canonical

_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n|\u2028|\u2029")
_ITEM: Final = re.compile(
    r"""\s*([0-9]{1,2}\.[0-9]{1,2})(?![0-9])(?!\.[0-9])   # 2.4, but neither 2.456 nor the date 2.4.2025
    (?:
        (?:\s*[:,])?\s*(?=(?:[a-z+-]|$))                  # the item alone, or a letter or a sign
      | \s*[:,]\s* | \s+                                  # anything behind a blank, a colon or a comma
      | (?=(?:满分?|不适用|不?符合|[是否])(?:\s|$))           # the few words that leave no doubt
      | (?P<slip>\s*[.;=、()]+\s*)                         # a slip: refused, but not taken for a note
    )""",
    re.VERBOSE,
)
_GLUED: Final = re.compile(r"\s*([0-9]{1,2}\.[0-9]{1,2})(?P<slip>(?!))?(?=[^\W0-9a-z])")
"""The item with a word of the rubric behind it (`2.1优`); only the rubric can tell."""

Names = Callable[[str, str], bool]
"""Whether what stands behind an item's number begins with a printed name of that item."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as typed and in canonical form, with the place where each canonical character was typed."""

    typed: str
    text: str
    places: tuple[int, ...]

    def typed_from(self, at: int) -> str:
        """Return what was typed from a place of the canonical text on."""
        return self.typed[self.places[at] :]


def fold(typed: str) -> Folded:
    """Bring a line into canonical form, character by character, so that notes stay as typed."""
    if typed.isascii():
        return Folded(typed, typed.lower(), tuple(range(len(typed) + 1)))
    text: list[str] = []
    places: list[int] = []
    for place, char in enumerate(typed):
        if form := _folded(char):
            text.append(form)
            places.append(place)
    return Folded(typed, "".join(text), (*places, len(typed)))


def _folded(char: str) -> str:
    if char.isspace():
        return " "
    if category(char) == "Cf":  # marks that nobody sees, left by keyboards and copying
        return ""
    form = canonical(char)
    # One sign stays one sign: 2.5㎡ is an area, not item 2.5 with a letter m.
    return form if len(form) == 1 else char


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it was typed: its item number, where the value begins, the lines that go on with its note.

    `item` is empty for a line that has none and stands below no entry. `slip` says that something else than a
    blank, a colon or a comma stood behind the number.
    """

    number: int
    text: str
    item: str = ""
    folded: Folded | None = None
    start: int = 0
    slip: bool = False
    more: str = ""

    @property
    def words(self) -> str:
        """What was typed behind the item number, with the lines below it."""
        return joined(self.typed_behind(0), self.more)

    @property
    def token(self) -> str:
        """The value in canonical form: all up to the next blank."""
        rest = self.folded.text[self.start :].split(maxsplit=1) if self.folded else ()
        return rest[0] if rest else ""

    @property
    def note(self) -> str:
        """What was typed behind the value, on the line of the value."""
        return self.typed_behind(len(self.token))

    def typed_behind(self, at: int) -> str:
        """Return what was typed from a place in the value on; 0 is its beginning."""
        return self.folded.typed_from(self.start + at).strip() if self.folded else ""


def joined(first: str, more: str) -> str:
    """Put a note and its further lines together."""
    return "\n".join(part for part in (first, more) if part).strip()


def begins_with_item(text: str, names: Names | None = None) -> bool:
    """Say whether the first line that is not blank begins with an item number."""
    first = next((line for line in _LINE_BREAK.split(text) if line.strip()), "")
    return _item(fold(first), names) is not None


def _item(folded: Folded, names: Names | None) -> re.Match[str] | None:
    """Return the item number at the beginning, with what stands between it and the value."""
    if (match := _ITEM.match(folded.text)) is not None:
        return match
    glued = _GLUED.match(folded.text) if names else None
    return glued if glued and names and names(glued[1], folded.text[glued.end() :]) else None


def lines(text: str, names: Names | None = None) -> tuple[Line, ...]:
    """Cut a text into entries; blank lines count for the numbers (from 1) and stay inside notes.

    `names` knows the printed names of an item's levels, which may follow its number without a blank.
    """
    found: list[Line] = []
    for number, typed in enumerate(_LINE_BREAK.split(text), start=1):
        folded = fold(typed)
        match = _item(folded, names)
        if match is not None:
            slip = match["slip"] is not None
            found.append(Line(number, typed.strip(), match[1], folded, match.end(), slip))
        elif found and found[-1].item:
            above = found[-1]
            found[-1] = replace(
                above, more=f"{above.more}\n{typed.rstrip()}" if above.more else typed.rstrip()
            )
        elif typed.strip():
            found.append(Line(number, typed.strip()))
    return tuple(found)
