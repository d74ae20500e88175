"""A draft that the checks accept: a rule that they refuse is taken out again and named as unread.

The last step before the draft is written; the words of a document can always say what the language does not allow.
"""

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError

from rubrics import checks, diagnostics
from rubrics.checks.placeholders import MARK
from rubrics.draft import edits
from rubrics.draft.book import Book, Tree
from rubrics.draft.document import Spot
from rubrics.draft.parts import Missed
from rubrics.model import Rubric
from rubrics.problems import Problem

_ROUNDS: Final = 4
_PICKED: Final = {"tier", "level"}
_TOGETHER: Final = {"list_of_one", "list_over_parts", "list_caps_differ"}
_FIELDS: Final = {"cap", "max", "after"}


def settle(tree: Tree, book: Book) -> None:
    """Take out of the tree what is refused, until nothing is."""
    for _ in range(_ROUNDS):
        refused = list(_refused(tree))
        if not refused:
            return
        for one in refused:
            _forget(tree, one.where.path if one.where else ())
        for item, one in _places(tree, refused):
            _remove(item, one, book)


def _refused(tree: Tree) -> Iterator[Problem]:
    try:
        rubric = Rubric.model_validate(tree)
    except ValidationError as error:
        yield from diagnostics.problems(error)
        return
    yield from (one for one in checks.check(rubric) if one.severity == "error")


def _forget(tree: Any, path: tuple[str | int, ...]) -> None:  # noqa: ANN401 - a tree of plain values
    """Take out a field beside the items that can never matter: a cap above all that it caps."""
    if "items" in path or not path or path[-1] != "cap":
        return
    for step in path[:-1]:
        tree = tree[step]
    tree.pop("cap", None)


def _places(tree: Tree, refused: list[Problem]) -> Iterator[tuple[Tree, Problem]]:
    """The items with something that is refused, once each."""
    seen: set[str] = set()
    for one in refused:
        path = one.where.path if one.where else ()
        if "items" not in path:
            continue
        several = path[0] in {"sections", "gates"}
        section = tree[str(path[0])][path[1]] if several else tree[str(path[0])]
        item = section["items"][path[path.index("items") + 1]]
        if item["no"] not in seen:
            seen.add(item["no"])
            yield item, one


def _remove(item: Tree, one: Problem, book: Book) -> None:
    """Leave out the rule, the rules that belong together, or, if none is named, all of them."""
    path = one.where.path if one.where else ()
    every = [rule for each in edits.parts(item) for rule in each]
    named = every
    if "rules" in path:
        part = path[path.index("parts") + 1] if "parts" in path else 0
        named = [edits.parts(item)[int(part)][int(path[path.index("rules") + 1])]]
    if path[-1] in _FIELDS and len(named) == 1 and path[-1] in named[0]:
        del named[0][str(path[-1])]
        book.unread(item["no"], Missed(named[0]["quote"], "cap", Spot()))
        return
    if any(rule["kind"] in _PICKED for rule in named):
        named = [rule for rule in every if rule["kind"] in _PICKED]
    elif one.code in _TOGETHER:
        named = [rule for rule in every if rule.get("list") == one.params["list"]]
    edits.whole(item)
    for quote in dict.fromkeys(rule["quote"] for rule in named):
        book.unread(item["no"], Missed(quote, "unsound", Spot()))
    for rule in named:
        if not edits.drop(item, rule):
            edits.by_hand(item, rule)
            rule["text"] = f"{MARK}{item['title']}"
            book.doubt(item["no"], "a", "judged", rule["quote"], Spot())
