"""A line of a log while it is being read: what was recognised is taken out, and the rest stays as it was typed."""

import re
from typing import Final

from rubrics.entry_lines import fold

GONE: Final = "\0"
_EDGE: Final = r"\s\0,.;:、()"
BEFORE: Final = rf"(?<![^{_EDGE}])"
"""Nothing before it, a blank, a comma or something that was taken."""
BEHIND: Final = rf"(?![^{_EDGE}])"
"""The same behind it."""
FIGURE: Final = rf"(?:{BEFORE}|(?<![0-9.\-/~第至到a-z])(?=[0-9]))"
"""Where a number may begin: also right behind a Chinese word, if it is written in digits and is no ordinal or range."""
UNIT_END: Final = rf"(?:{BEHIND}|(?=[0-9]))"
"""Where its unit may end: also right before the next number."""
_PADDING: Final = " \t\u3000\u00a0,.;:，。；：、"


class Remainder:
    """A line in canonical form in which taken characters are blotted out."""

    __slots__ = ("_folded", "text")

    def __init__(self, typed: str) -> None:
        """Begin with all of the line."""
        self._folded = fold(typed.replace(GONE, " "))
        self.text = self._folded.text

    def take(self, match: re.Match[str]) -> None:
        """Take out what was recognised."""
        self.cut(match.start(), match.end())

    def cut(self, start: int, end: int) -> None:
        """Take out the characters from one place to before another."""
        self.text = self.text[:start] + GONE * (end - start) + self.text[end:]

    @property
    def start(self) -> int:
        """Where the first word that is left begins."""
        return len(self.text) - len(self.text.lstrip(_PADDING + GONE))

    def words(self) -> str:
        """Return what is left, as it was typed."""
        places = self._folded.places
        kept = (
            self._folded.typed[places[run.start()] : places[run.end()]].strip(_PADDING)
            for run in re.finditer(r"[^\0]+", self.text)
        )
        return " ".join(piece for piece in kept if piece)

    def typed(self, match: re.Match[str], group: str) -> str:
        """Return what was typed where a group of a match stands."""
        places = self._folded.places
        return self._folded.typed[places[match.start(group)] : places[match.end(group)]].strip(_PADDING)
