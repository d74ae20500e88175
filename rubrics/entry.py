"""Quick entry: lines `ITEM VALUE [NOTE]` to operations, or to problems that say what would be right.

Made for cellars without signal, where a phone queues what was typed: each line stands for itself, and nothing
that can be misread is guessed. The parts: lines, values, notes, guesses, and reading one line.
"""

from functools import partial

from rubrics import entry_lines
from rubrics.entry_names import begins_with_name
from rubrics.entry_read import Reader
from rubrics.entry_results import CaptionEntry, Entry, EntryProblem, Reading
from rubrics.force import Rulings, complete
from rubrics.model import Rubric
from rubrics.periods import Period

__all__ = ["CaptionEntry", "Entry", "EntryProblem", "Reading", "caption", "is_entry", "parse"]

_EVIDENCE: frozenset[str] = frozenset(
    f"{kind}_{what}" for kind in ("value", "bonus", "beside", "gate") for what in ("missing", "is_words")
)


def is_entry(text: str, rubric: Rubric | None = None) -> bool:
    """Say whether a text is quick entry: its first line begins with an item number, existing or not.

    With a rubric, the name of a level may follow the number without a blank (`2.1优`).
    """
    return entry_lines.begins_with_item(text, partial(begins_with_name, rubric) if rubric else None)


def parse(
    text: str, rubric: Rubric, *, period: Period | None = None, rulings: Rulings | None = None
) -> Reading:
    """Read every line for itself: each good one counts, each bad one has its problem."""
    reader = Reader(rubric, period, complete(rubric, rulings))
    read = [reader.read(line) for line in reader.lines(text)]
    return Reading(
        entries=tuple(one for one in read if isinstance(one, Entry)),
        problems=tuple(one for one in read if isinstance(one, EntryProblem)),
    )


def caption(
    text: str, rubric: Rubric, *, period: Period | None = None, rulings: Rulings | None = None
) -> CaptionEntry:
    """Read the caption of a piece of evidence: an item alone or with words says only where it belongs."""
    if not is_entry(text, rubric):
        return CaptionEntry(note=text.strip())
    reader = Reader(rubric, period, complete(rubric, rulings))
    first, *others = (reader.read(line) for line in reader.lines(text))
    read = [first, *others]
    note = ""
    if isinstance(first, EntryProblem) and first.item and first.problem.code in _EVIDENCE:
        note, read = first.as_note or "", others
    return CaptionEntry(
        item=first.item,
        note=note,
        entries=tuple(one for one in read if isinstance(one, Entry)),
        problems=tuple(one for one in read if isinstance(one, EntryProblem)),
    )
