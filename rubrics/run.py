"""Lines of quick entry to marks: the same reading and the same operations as in the chat, without a chat."""

from itertools import count

from rubrics.effective import effective
from rubrics.entry import EntryProblem, parse
from rubrics.force import Rulings, complete
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Rubric
from rubrics.ops import apply
from rubrics.periods import Period
from rubrics.problems import Refused


def run_lines(
    rubric: Rubric, text: str, period: Period | None = None, *, rulings: Rulings | None = None
) -> tuple[dict[str, ItemMarks], tuple[EntryProblem, ...]]:
    """Do every line that can be done, in order; returns the marks, and the problems of the others by line.

    With rulings it is the tree under them that is marked; `score` wants that one too.
    """
    rubric, rulings = effective(rubric, rulings), complete(rubric, rulings)
    reading = parse(text, rubric, period=period, rulings=rulings)
    problems = list(reading.problems)
    items = {item.no: item for item in rubric.all_items}
    marks: dict[str, ItemMarks] = {}
    ids = (str(number) for number in count(1))
    for entry in reading.entries:
        before = marks.get(entry.item, EMPTY)
        try:
            marks[entry.item] = apply(
                items[entry.item],
                before,
                entry.op,
                mint=lambda: next(ids),
                period=period,
                rulings=rulings,
                step=rubric.step,
            )
        except Refused as refused:
            problems.append(EntryProblem(entry.line, entry.text, refused.problem, entry.item))
    return marks, tuple(sorted(problems, key=lambda found: found.line))
