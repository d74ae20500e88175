"""What all circulars to many units share: title, line for the number, addressees, numbered headings, and who issues it.

Knows paper and words; what a circular is about is said by those who write it.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from exports.labels import Say, labels
from exports.letter import Letter
from rubrics.model import Rubric

TITLE: Final = 18
HEADING: Final = 13
BODY: Final = 12
SMALL: Final = 10


class Circular:
    """One circular, written from top to bottom."""

    def __init__(self, rubric: Rubric, title: str, *, landscape: bool = False) -> None:
        self.say: Say = labels(rubric.language)
        self.letter = Letter(rubric.language, page_words(self.say), landscape=landscape)
        self._rubric, self._title, self._number = rubric, title, 0
        self.letter.line(title, size=TITLE, bold=True, align=ALIGN.CENTER, after=6)
        self.letter.line(self.say("notice_number"), size=SMALL, align=ALIGN.CENTER, after=12)

    def to_all(self) -> None:
        """Name the addressees."""
        self.letter.line(self.say("paper_to"), size=BODY, bold=True, after=4)

    def heading(self, words: str) -> None:
        """Begin a part with the next number; it stays with what follows."""
        self._number += 1
        numbered = self.say(
            "paper_heading", number=self.say("paper_numbers").split(",")[self._number - 1], words=words
        )
        self.letter.line(numbered, size=HEADING, bold=True, before=8, after=3, together=True)

    def text(self, words: str) -> None:
        """Write a paragraph."""
        self.letter.text(words, size=BODY)

    def notes(self, notes: Sequence[str]) -> None:
        """Write small lines below a table."""
        for note in notes:
            self.letter.line(note, size=SMALL, before=3)

    def foot(self) -> None:
        """Leave room for seal and date."""
        self.letter.hold()
        seal = self.say("notice_seal", issuer=self._rubric.issuer)
        self.letter.line(seal, size=BODY, align=ALIGN.RIGHT, before=24, together=True)
        self.letter.line(self.say("notice_date"), size=BODY, align=ALIGN.RIGHT, before=6)

    def to_bytes(self, dated: datetime) -> bytes:
        """The finished file."""
        out = BytesIO()
        self.letter.save(out, self._title, dated)
        return out.getvalue()


def page_words(say: Say) -> tuple[str, str, str]:
    """What stands before, between and after the numbers of the page and of all pages."""
    before, rest = say("notice_page", page="\0", pages="\1").split("\0")
    between, after = rest.split("\1")
    return before, between, after


def leader_word(rubric: Rubric) -> str:
    """The rubric's own word for the leader of a studio."""
    return rubric.leader if rubric.language.startswith("zh") else rubric.leader_en or rubric.leader
