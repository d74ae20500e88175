"""The tree that a campaign scores with: the published one with the changes of the answers that it was given.

Places are found in the published tree, so that the order of rulings does not matter; every kind of thing with an
id, number or letter can be named. Knows no marks and decides nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from rubrics import forms
from rubrics.activities import Activity, Requirement
from rubrics.bands import Band, Scale
from rubrics.consequences import Consequence
from rubrics.duties import Deadline, Duty, Instalment, Quota, Stage
from rubrics.force import Rulings, complete
from rubrics.holdings import Holding
from rubrics.model import BonusGroup, Item, Part, Rubric, Section
from rubrics.notes import Change, Clause, Discrepancy, Reading, Ruling, Variant
from rubrics.outcome_rules import Fact, Occasion
from rubrics.registers import Register
from rubrics.rules import RULES, RuleKind
from rubrics.sheet_forms import SheetForm

Path = tuple[str | int, ...]
Edits = dict[Path, dict[str, Any]]
"""For each place the fields that change; None takes a field away."""
Places = Mapping[tuple[str, str], Path]
"""Where everything is that a change can name, by its kind and key."""

BY_ID: Final[Mapping[type[BaseModel], str]] = {
    Variant: "variant",
    BonusGroup: "bonus_group",
    SheetForm: "sheet",
    Register: "register",
    Holding: "holding",
    Activity: "activity",
    Requirement: "requirement",
    Quota: "quota",
    Deadline: "deadline",
    Duty: "duty",
    Instalment: "instalment",
    Stage: "stage",
    forms.Form: "form",
    forms.Field: "field",
    forms.Group: "group",
    Reading: "reading",
    Discrepancy: "discrepancy",
    Clause: "clause",
    Band: "band",
    Occasion: "occasion",
    Consequence: "consequence",
    Fact: "fact",
}
"""What a change calls the things that have an id: words of the files, which no renaming of ours may change."""
_KEPT: Final = 64
_NEVER: Final = frozenset({"rulings"})
"""Where no ruling can reach: the questions themselves."""
_NAMES: Final = frozenset({"id", "version", "no", "letter"})
"""What marks, facts and other rulings call things by; it stays in every tree."""
_MIRRORED: Final = frozenset({"points", "content"})
"""What an item written without parts shares with the one part that it has."""

_made: dict[tuple[str, str, tuple[tuple[str, str], ...]], Rubric] = {}


def effective(rubric: Rubric, rulings: Rulings | None) -> Rubric:
    """The tree under these rulings; None, no campaign, leaves it as published.

    Rulings that are not named are as shipped; an answer that decides nothing changes nothing.
    """
    answers = complete(rubric, rulings)
    if answers is None:
        return rubric
    changes = tuple(change for ruling in rubric.rulings for change in ruling.taken(answers.get(ruling.id)))
    if not changes:
        return rubric
    key = (rubric.fingerprint, rubric.published, tuple(sorted(answers.items())))
    made = _made.get(key)
    if made is None:
        if len(_made) >= _KEPT:
            _made.clear()
        made = _made[key] = changed(rubric, changes)
    return made


def suggested(rubric: Rubric) -> Rubric:
    """The tree with an answer to every question that nothing shipped decides: as suggested, or the first option."""
    open_ = (ruling for ruling in rubric.rulings if ruling.shipped is None)
    return effective(rubric, {ruling.id: answer for ruling in open_ for answer, _ in [*ruling.answers()][:1]})


def open_at(rubric: Rubric, rulings: Rulings | None, kind: str) -> Mapping[str, tuple[Ruling, ...]]:
    """The questions that nobody has decided and that would change places of this kind, by the keys of these."""
    answers = complete(rubric, rulings or {}) or {}
    found: dict[str, tuple[Ruling, ...]] = {}
    for ruling in rubric.rulings:
        if ruling.settled(answers.get(ruling.id)):
            continue
        touched = dict.fromkeys(
            place for _, changes in ruling.answers() for change in changes for place in change.places
        )
        for at, key in touched:
            if at == kind:
                found[key] = (*found.get(key, ()), ruling)
    return found


def changed(rubric: Rubric, changes: Iterable[Change]) -> Rubric:
    """The tree with these changes; a place that it does not have is a KeyError, what it refuses a ValidationError."""
    made = Rubric.model_validate(_raw(rubric, edits(rubric, places(rubric), changes)))
    return rubric if made == rubric else made.made_of(rubric)


def edits(rubric: Rubric, where: Places, changes: Iterable[Change]) -> Edits:
    """What the changes come to, place by place; of two that set the same field the later one counts."""
    found: Edits = {}
    for change in changes:
        for place in change.places:
            path = where[place]
            fields = dict(change.set)
            node = at(rubric, path)
            if isinstance(node, Item) and _whole(node):
                shared = {name: fields[name] for name in _MIRRORED & fields.keys()}
                if "rules" in fields:
                    shared["rules"] = fields.pop("rules")
                if shared:
                    found.setdefault((*path, "parts", 0), {}).update(shared)
            found.setdefault(path, {}).update(fields)
    return found


def fields_of(node: BaseModel) -> tuple[str, ...]:
    """The fields of a place that a change may set: of a rule those of every kind, because the kind may change too."""
    kinds = RULES if isinstance(node, RuleKind) else (type(node),)
    names = dict.fromkeys(name for kind in kinds for name in kind.model_fields if name not in _NEVER | _NAMES)
    whole = isinstance(node, Item) and _whole(node)
    return (*names, "rules") if whole else tuple(names)


def _whole(item: Item) -> bool:
    """Whether the item was written without parts."""
    part, *others = item.parts
    return not others and (part.points, part.content) == (item.points, item.content)


def at(rubric: Rubric, path: Path) -> BaseModel:
    """The node at a path that `places` gave."""
    node: Any = rubric
    for step in path:
        node = getattr(node, step) if isinstance(step, str) else node[step]
    found: BaseModel = node
    return found


def places(rubric: Rubric) -> Places:
    """Every place that a change can name, by its kind and key: ("rule", "2.2 b"), ("band", "excellent")."""
    found: dict[tuple[str, str], Path] = {}
    for place, path in _walk(rubric, (), ""):
        found.setdefault(place, path)
    return found


def _walk(node: BaseModel, path: Path, item: str) -> Iterator[tuple[tuple[str, str], Path]]:
    if (place := _named(node, path, item)) is not None:
        yield place, path
    inside = node.no if isinstance(node, Item) else item
    for name in type(node).model_fields:
        if name in _NEVER:
            continue
        value = getattr(node, name)
        if isinstance(value, BaseModel):
            yield from _walk(value, (*path, name), inside)
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, BaseModel):
                    yield from _walk(one, (*path, name, index), inside)


def _named(node: BaseModel, path: Path, item: str) -> tuple[str, str] | None:
    """What a change calls the node: its kind, in the word that the language has for it, and its key."""
    found: tuple[str, object] = (BY_ID.get(type(node), ""), getattr(node, "id", None))
    match node:
        case Rubric():
            found = ("rubric", "true")
        case Section():
            found = ("section", str(node.no))
        case Item():
            found = ("item", node.no)
        case Part():
            found = ("part", f"{item} {int(path[-1]) + 1}")
        case RuleKind():
            found = ("rule", f"{item} {node.letter}")
        case Scale():
            found = ("scale", node.period)
    kind, key = found
    return (kind, key) if kind and isinstance(key, str) else None


def _raw(node: Any, todo: Edits) -> Any:  # noqa: ANN401 - fields of every type
    """The node as it would stand in a file where something changes in it, and as it is where nothing does."""
    if not todo:
        return node
    if isinstance(node, tuple):
        return tuple(_raw(one, _below(todo, index)) for index, one in enumerate(node))
    raw = {name: _raw(getattr(node, name), _below(todo, name)) for name in node.model_fields_set}
    for name, value in todo.get((), {}).items():
        if value is None:
            raw.pop(name, None)
        else:
            raw[name] = value
    return raw


def _below(todo: Edits, step: str | int) -> Edits:
    return {path[1:]: fields for path, fields in todo.items() if path and path[0] == step}
