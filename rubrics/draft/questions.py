"""The questions that a draft leaves to a person, and what each answer makes of the draft's text.

Codes and parameters only; the words belong to whoever speaks to people. Answers are meant to be folded over the
draft's own text one after another, in any order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any, Final

from rubrics import files
from rubrics.checks.placeholders import DRAFT_ID, MARK, NO_DAY
from rubrics.checks.unread import UNREAD
from rubrics.draft import answers, edits
from rubrics.draft.document import Spot
from rubrics.draft.findings import Finding, finding
from rubrics.draft.numerals import number, plain
from rubrics.draft.options import KEEP, OTHERWISE, PERIODS, PRINTED, TYPED, Group, Question
from rubrics.problems import Refused, problem

__all__ = ["Question", "answer", "folded", "from_json", "questions", "to_json"]

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")
_DATE: Final = re.compile(r"((?:19|20)[0-9]{2})\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*日?")
_TEXT: Final = 120
_WORD: Final = 20
_MOST: Final = 10_000
_LOSING: Final = {
    "once",
    "each",
    "zero",
    "judged",
    "listed",
    "step",
    "extra",
    "multiplier",
    "veto",
    "discretionary",
}


def questions(text: str, findings: Sequence[Finding]) -> tuple[Question, ...]:
    """Everything to be settled, in the order of the document: the whole first, then its items."""
    tree = files.tree(text)
    found: list[Question] = []
    asked: set[tuple[object, ...]] = set()
    unread = sums = 0
    for one in findings:
        params = one.problem.params
        if one.group == "unread":
            unread += 1
            found.append(_unread(tree, one, unread))
        elif one.problem.code == "draft_read_as":
            about = (params["how"], params["item"], params["quote"])
            if about not in asked:
                asked.add(about)
                found.append(_confirm(tree, one, [question.id for question in found]))
        elif one.group in {"sum", "confirm"}:
            sums += 1
            found.append(_sum(tree, one, sums))
        elif one.group == "field":
            found.append(_field(one))
    return tuple(found)


def _unread(tree: edits.Tree, one: Finding, number: int) -> Question:
    no = str(one.problem.params["item"])
    item = edits.item(tree, no)
    options = (
        (KEEP, "asked")
        if item is not None and edits.asks(item, str(one.problem.params["quote"]))
        else (KEEP,)
    )
    return Question(f"{UNREAD}{number}", "unread", one, no, "", options)


def _confirm(tree: edits.Tree, one: Finding, taken: Sequence[str]) -> Question:
    params = one.problem.params
    how, no, letter = str(params["how"]), str(params["item"]), str(params["letter"])
    name = f"confirm-{how.replace('_', '-')}-{no or 'all'}{letter}"
    again = sum(other == name or other.startswith(f"{name}-again-") for other in taken)
    item = edits.item(tree, no)
    rules = edits.rules(item, str(params["quote"])) if item else []
    return Question(
        f"{name}-again-{again + 1}" if again else name,
        "confirm",
        one,
        no,
        letter,
        (KEEP, *_others(how, item, rules)),
    )


def _others(how: str, item: edits.Tree | None, rules: Sequence[edits.Tree]) -> tuple[str, ...]:
    """The other readings that the rules of the draft allow: a criterion that earns cannot go, a list needs two."""
    kinds = {rule["kind"] for rule in rules}
    beside = item is None or not item.get("points")
    needs = {
        "clause": bool(kinds) and kinds <= _LOSING and not beside,
        "one": len(rules) > 1 and kinds <= _LOSING,
        "each": kinds <= {"once", "bonus"},
        "once": kinds <= {"each"},
        "actual": kinds <= {"each"} and all("max" in rule for rule in rules),
        "extra": kinds <= {"once", "each"},
        "row": not any("after" in rule for rule in rules),
    }
    loose = how in {"best", "bonus_beside"}
    return tuple(option for option in OTHERWISE.get(how, ()) if (rules or loose) and needs.get(option, True))


def _sum(tree: edits.Tree, one: Finding, number: int) -> Question:
    params = one.problem.params
    options: tuple[str, ...] = PRINTED
    if one.problem.code == "draft_sum_below":
        options = (KEEP,)
    elif one.problem.code == "draft_subtotal":
        section = next((each for each in tree["sections"] if str(each["no"]) == str(params["section"])), None)
        stands = section is not None and str(edits.amount(section)) == str(params["points"])
        options = PRINTED if stands else PRINTED[::-1]
    group: Group = "confirm" if one.group == "confirm" else "sum"
    return Question(f"sum-{number}", group, one, str(params.get("item", "")), "", options)


def _field(one: Finding) -> Question:
    if one.problem.code == "draft_points_missing":
        no = str(one.problem.params["item"])
        return Question(f"field-points-{no}", "field", one, no, "", (), "number")
    name = str(one.problem.params["field"])
    options: tuple[str, ...] = () if one.problem.code == "draft_field_missing" else (KEEP,)
    if name == "periods":
        options = (KEEP, *PERIODS)
    return Question(f"field-{name}", "field", one, "", "", options, TYPED.get(name))


# --- answers


def answer(text: str, question: Question, choice: str) -> str:
    """The draft with the answer in it: an option of the question, or what was typed; refuses anything else.

    The same answer twice is that answer once.
    """
    return folded(text, ((question, choice),))


def folded(text: str, given: Iterable[tuple[Question, str]]) -> str:
    """The draft with several answers in it; the text is read and written once."""
    tree = files.tree(text)
    for question, choice in given:
        _answer(tree, question, choice)
    return files.dumps(tree)


def _answer(tree: edits.Tree, question: Question, choice: str) -> None:
    chosen = question.options[0] if choice == KEEP and question.options else choice
    if chosen in question.options:
        _choose(tree, question, chosen)
    elif question.typed is not None:
        _type(tree, question, choice)
    else:
        raise Refused(problem("draft_choice_unknown", choice=choice, options=question.options))


def _choose(tree: edits.Tree, question: Question, option: str) -> None:
    if question.group == "field":
        if option != KEEP:
            tree["periods"] = [option]
        return
    code = question.finding.problem.code
    if code == "draft_unread":
        answers.UNREADS[option](tree, question)
    elif code == "draft_read_as":
        answers.CONFIRM[option](tree, question)
    else:
        answers.SUM[option](tree, question)


def _type(tree: edits.Tree, question: Question, typed: str) -> None:
    written = " ".join(typed.split())
    if question.typed == "number":
        answers.points(tree, question, _number(written))
        return
    name = answers.param(question, "field")
    if question.typed == "date":
        written = _day(written)
    elif name == "id":
        written = _slug(written)
    else:
        most = _WORD if question.typed == "word" else _TEXT
        if not 0 < len(written) <= most or MARK in written or not written.isprintable():
            raise Refused(problem("draft_typed_empty", most=most))
    answers.fill(tree, name, written)


def _number(written: str) -> Decimal:
    value = number(plain(written).removesuffix("分").strip())
    if value is None or not 0 < value <= _MOST:
        raise Refused(problem("draft_typed_number", value=written))
    return value


def _day(written: str) -> str:
    found = _DATE.fullmatch(plain(written))
    try:
        day = date(*map(int, found.groups())) if found else NO_DAY
    except ValueError:
        day = NO_DAY
    if day == NO_DAY:
        raise Refused(problem("draft_typed_date", value=written))
    return day.isoformat()


def _slug(written: str) -> str:
    slug = plain(written).lower().replace(" ", "-")
    if not _SLUG.fullmatch(slug) or slug.startswith(DRAFT_ID):
        raise Refused(problem("draft_typed_id", value=written))
    return slug


# --- plain values


def to_json(question: Question) -> dict[str, Any]:
    """A question as plain values."""
    found = question.finding
    told = {"code": found.problem.code, "params": dict(found.problem.params)}
    spot = asdict(found.spot) if found.spot else None
    return {
        "id": question.id,
        "group": question.group,
        "finding": {**told, "spot": spot},
        "item": question.item,
        "letter": question.letter,
        "options": list(question.options),
        "typed": question.typed,
    }


def from_json(value: dict[str, Any]) -> Question:
    """The question that these plain values are."""
    told = value["finding"]
    spot = Spot(**told["spot"]) if told["spot"] else None
    params = {name: tuple(one) if isinstance(one, list) else one for name, one in told["params"].items()}
    return Question(
        value["id"],
        value["group"],
        finding(told["code"], spot, **params),
        value["item"],
        value["letter"],
        tuple(value["options"]),
        value["typed"],
    )
