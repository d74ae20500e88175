"""What an answer changes in a draft: one function for each option, all of them working on plain values.

An answer finds its phrase by item and quote, so that answers can be given in any order; what is already as it was
answered stays as it is.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from rubrics.checks.placeholders import MARK
from rubrics.checks.unread import UNREAD
from rubrics.draft import edits
from rubrics.draft.edits import Tree
from rubrics.draft.options import KEPT, SETTLED, Question

Answer = Callable[[Tree, Question], None]


def param(question: Question, name: str) -> str:
    """A parameter of the finding that the question is about."""
    return str(question.finding.problem.params.get(name, ""))


def _phrase(tree: Tree, question: Question) -> tuple[Tree, list[Tree]]:
    """The item of a question and the rules that its phrase became; nothing where they are gone."""
    item = edits.item(tree, question.item)
    return (item, edits.rules(item, param(question, "quote"))) if item else ({}, [])


def _otherwise(tree: Tree, question: Question, option: str) -> None:
    edits.reread(tree, param(question, "how"), question.item, param(question, "quote"), option)


# --- readings


def confirm(tree: Tree, question: Question) -> None:
    """A placeholder becomes the rule that it stands for; anything else stays as it is."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        rule["text"] = rule["text"].removeprefix(MARK)


def each(tree: Tree, question: Question) -> None:
    """The rule counts every time."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        edits.repeat(rule)
    _otherwise(tree, question, "each")


def once(tree: Tree, question: Question) -> None:
    """The rule counts once."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        edits.single(rule)
    _otherwise(tree, question, "once")


def both(tree: Tree, question: Question) -> None:
    """The rules do not exclude each other."""
    item, rules = _phrase(tree, question)
    letters = {rule["letter"] for rule in rules}
    edits.exclude(item, [one for one in item.get("exclusive", ()) if not letters & set(one["letters"])])
    _otherwise(tree, question, "both")


def one(tree: Tree, question: Question) -> None:
    """Of the rules that were made of one phrase only one can count."""
    item, rules = _phrase(tree, question)
    group = {"letters": [rule["letter"] for rule in rules], "kind": "alternative"}
    known = item.get("exclusive", [])
    edits.exclude(item, known if group in known else [*known, group])
    _otherwise(tree, question, "one")


def row(tree: Tree, question: Question) -> None:
    """A cap limits the whole row, which its points do already."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        rule.pop("max", None)
        rule.pop("cap", None)
        if rule["kind"] == "extra" and rule["letter"]:
            rule["kind"] = "each" if "unit" in rule else "once"
            rule.pop("after", None)
    _otherwise(tree, question, "row")


def extra(tree: Tree, question: Question) -> None:
    """What is taken besides is taken from the total."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        rule["kind"] = "extra"
        rule.pop("cap", None)
        tree.setdefault("total_below_zero", "floor")
    _otherwise(tree, question, "extra")


def started(tree: Tree, question: Question) -> None:
    """A step that was begun counts."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        rule["rounding"] = "started"
    _otherwise(tree, question, "started")


def actual(tree: Tree, question: Question) -> None:
    """The figure found is entered, and what is missing from the target counts."""
    _, rules = _phrase(tree, question)
    for rule in [rule for rule in rules if rule["kind"] == "each" and rule.get("max")]:
        rule["kind"], rule["target"] = "shortfall", rule.pop("max")
        edits.reorder(rule)
    _otherwise(tree, question, "actual")


def own(tree: Tree, question: Question) -> None:
    """Only the row itself is lost."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        rule.pop("scope", None)
        rule.pop("items", None)
    _otherwise(tree, question, "own")


def total(tree: Tree, question: Question) -> None:
    """All of the bonuses count."""
    for group in tree["bonus"].get("groups", ()):
        if question.item in group["items"]:
            group["rule"] = "sum"
    _otherwise(tree, question, "total")


def within(tree: Tree, question: Question) -> None:
    """Bonuses are part of the total."""
    section = tree["bonus"]
    if "counted" not in section:
        edits.insert(section, "counted", True, before=("groups", "items"))
    _otherwise(tree, question, "within")


def clause(tree: Tree, question: Question) -> None:
    """The phrase is no rule; where no other rule is left the item is scored by hand."""
    item, rules = _phrase(tree, question)
    if not rules:
        return
    edits.whole(item)
    for rule in rules:
        if not edits.drop(item, rule):
            edits.by_hand(item, rule)
    if "points" in item:
        edits.balance_rules(tree, item)
    edits.keep_quote(tree, param(question, "quote"), question.item)
    _otherwise(tree, question, "clause")


def criterion(tree: Tree, question: Question) -> None:
    """The one rule is met or not; nothing between."""
    item, _ = _phrase(tree, question)
    item.pop("judged", None)
    _otherwise(tree, question, "criterion")


def always(tree: Tree, question: Question) -> None:
    """The rule counts on every sheet."""
    _, rules = _phrase(tree, question)
    for rule in rules:
        rule.pop("when", None)
    _otherwise(tree, question, "always")


# --- phrases that were not read


def quoted(tree: Tree, question: Question) -> None:
    """The phrase stays as a quoted text and no longer waits for a rule."""
    waiting = f"{UNREAD}{question.id.removeprefix(UNREAD)}"
    taken = {one["id"] for one in tree.get("clauses", ())}
    for one in tree.get("clauses", ()):
        if one["id"] == waiting:
            number = question.id.removeprefix(UNREAD)
            one["id"] = next(
                name for name in (f"{KEPT}{number}", f"{KEPT}{number}-{len(taken)}") if name not in taken
            )


def asked(tree: Tree, question: Question) -> None:
    """The phrase is printed, and whoever assesses is asked what follows from it."""
    item = edits.item(tree, question.item)
    quote = param(question, "quote")
    waiting = [one for one in tree.get("clauses", ()) if one["id"] == question.id]
    if item is None or not waiting:
        return
    edits.ask(item, quote)
    tree["clauses"] = [one for one in tree["clauses"] if one["id"] != question.id]
    if not tree["clauses"]:
        del tree["clauses"]


# --- sums


def printed(tree: Tree, question: Question) -> None:
    """The document's own figure counts, and the difference is known."""
    _figure(tree, question, Decimal(param(question, "points")))
    for one in _notes(tree, question):
        one["reason"] = SETTLED


def counted(tree: Tree, question: Question) -> None:
    """The parts count: the figure that they add up to is written."""
    found = Decimal(param(question, "sum"))
    edits.forget(tree, _notes(tree, question))
    _figure(tree, question, found)
    edits.balance(tree)


def _figure(tree: Tree, question: Question, points: Decimal) -> None:
    """Write the points of the item, the section or the whole that a sum is about."""
    if question.item:
        item = edits.item(tree, question.item)
        if item is not None:
            edits.worth(item, points)
    elif number := param(question, "section"):
        for section in tree.get("sections", ()):
            if str(section["no"]) == number:
                section["points"] = points
    else:
        tree["total"] = points


def _notes(tree: Tree, question: Question) -> list[Tree]:
    """What the draft says of this difference."""
    name = question.finding.problem.code.removeprefix("draft_").replace("_", "-")
    if question.item:
        return edits.differences(tree, name, [question.item])
    if number := param(question, "section"):
        section = next((one for one in tree.get("sections", ()) if str(one["no"]) == number), None)
        return edits.differences(tree, "sum-of-items", edits.numbers(section)) if section else []
    every = [no for section in tree.get("sections", ()) for no in edits.numbers(section)]
    return edits.differences(tree, name, every)


# --- fields


def points(tree: Tree, question: Question, amount: Decimal) -> None:
    """An item gets its points; a section and a total that added up go on adding up."""
    item = edits.item(tree, question.item)
    if item is None:
        return
    follows = [one for one in tree.get("sections", ()) if edits.amount(one) == edits.counted(one)]
    edits.worth(item, amount)
    for section in follows:
        section["points"] = edits.counted(section)
    edits.balance(tree)


def fill(tree: Tree, name: str, value: str) -> None:
    """A field of the whole; headings that only repeat the title follow it."""
    if name == "title":
        for section in edits.sections(tree):
            if section["title"] == tree["title"]:
                section["title"] = value
    tree[name] = value


CONFIRM: Final[dict[str, Answer]] = {
    "keep": confirm,
    "each": each,
    "once": once,
    "both": both,
    "one": one,
    "row": row,
    "clause": clause,
    "criterion": criterion,
    "always": always,
    "extra": extra,
    "started": started,
    "actual": actual,
    "own": own,
    "total": total,
    "within": within,
}
UNREADS: Final[dict[str, Answer]] = {"keep": quoted, "asked": asked}
SUM: Final[dict[str, Answer]] = {"keep": confirm, "printed": printed, "counted": counted}
