"""Answers that somebody gives to the rulings of a rubric, taken one by one and refused with what would be right.

Strict where `effective` is lenient: what is stored once is scored with ever after.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pydantic import ValidationError

from rubrics import checks
from rubrics.effective import effective
from rubrics.force import Rulings, complete
from rubrics.model import Rubric, Ruling
from rubrics.notes import Change
from rubrics.numbering import canonical
from rubrics.points import show
from rubrics.problems import Problem, Refused, problem

_BETWEEN: Final = "="


def read_rulings(rubric: Rubric, written: Iterable[str]) -> dict[str, str] | None:
    """Read answers written as ID=ANSWER; None where none is given, because then there is no campaign."""
    answers: dict[str, str] = {}
    for one in written:
        ruling, between, answer = (part.strip() for part in one.partition(_BETWEEN))
        if not between:
            raise Refused(problem("ruling_unreadable", value=one, known=_ids(rubric)))
        answers |= answered(rubric, answers, ruling, answer)
    return answers or None


def answered(rubric: Rubric, before: Rulings, ruling_id: str, answer: str) -> dict[str, str]:
    """Return the answers with this one; refuses an unknown ruling or option, and what the others rule out."""
    ruling = rubric.ruling(ruling_id)
    if ruling is None:
        raise Refused(problem("ruling_not_listed", ruling=ruling_id, known=_ids(rubric)))
    after = {**before, ruling.id: answer_of(ruling, answer)}
    if _spoiled(rubric, after):
        said = tuple(f"{one}={taken}" for one, taken in sorted(after.items()))
        raise Refused(problem("ruling_answers_clash", answers=said, ruling=ruling.id))
    return after


def answer_of(ruling: Ruling, answer: str) -> str:
    """Return an answer as it is stored; refuses what is neither an option nor a number within the bounds."""
    if ruling.value is None:
        if ruling.option(answer) is None:
            known = tuple(option.id for option in ruling.options)
            raise Refused(problem("ruling_option_unknown", ruling=ruling.id, option=answer, known=known))
        return answer
    number = ruling.value.read(canonical(answer))
    if number is None:
        bounds = {"least": show(ruling.value.least), "most": show(ruling.value.most)}
        raise Refused(problem("ruling_number_outside", ruling=ruling.id, value=answer, **bounds))
    return show(number)


def _spoiled(rubric: Rubric, answers: Rulings) -> bool:
    """Whether these answers together give a tree that does not hold, although each alone does.

    While an open question would move the same places, the others cannot be held against it: lines are moved one
    by one. What is open about other places holds nothing up.
    """
    try:
        made = effective(rubric, answers)
    except ValidationError:
        return True
    answers = complete(rubric, answers) or {}
    if made is rubric or _waits(rubric, answers):
        return False
    return bool(_errors(_as_shipped(made, answers)) - _errors(rubric))


def _waits(rubric: Rubric, answers: Rulings) -> bool:
    """Whether a place that an answer changed is waiting for another answer."""
    changed = {place for one in rubric.rulings for place in _places(one.taken(answers.get(one.id)))}
    return any(
        place in changed
        for one in rubric.rulings
        if not one.settled(answers.get(one.id))
        for _, changes in one.answers()
        for place in _places(changes)
    )


def _places(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    return (place for change in changes for place in change.places)


def _as_shipped(made: Rubric, answers: Rulings) -> Rubric:
    """The tree as if the answers had come with it, so that no check tries what is suggested instead."""
    rulings = tuple(ruling.model_copy(update={"shipped": answers.get(ruling.id)}) for ruling in made.rulings)
    fields = {name: getattr(made, name) for name in made.model_fields_set}
    return Rubric.model_validate({**fields, "rulings": rulings})


def _errors(rubric: Rubric) -> set[tuple[str, str]]:
    def told(one: Problem) -> tuple[str, str]:
        return one.code, str(sorted(one.params.items()))

    return {told(one) for one in checks.tree(rubric) if one.severity == "error"}


def _ids(rubric: Rubric) -> tuple[str, ...]:
    return tuple(ruling.id for ruling in rubric.rulings)
