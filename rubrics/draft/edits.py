"""Changes to the tree of a draft, one small step each: find a rule, drop it, change its kind, keep sums and notes in order.

Works on plain values as they stand in the file. Why something is changed is known to `answers`, not here.
"""

import re
from decimal import Decimal
from typing import Any, Final

from rubrics.draft import units
from rubrics.draft.numerals import plain
from rubrics.draft.options import CHOSEN, READ, UNSETTLED
from rubrics.draft.shortened import short
from rubrics.numbering import LETTERS
from rubrics.points import ZERO, show

Tree = dict[str, Any]
_ORDER: Final = (
    "letter", "kind", "points", "limit", "low", "high", "baseline", "per", "direction", "measure", "rounding", "target",
    "after", "factor", "scope", "items", "list", "of", "effect", "unit", "max", "cap", "when",
)  # fmt: skip
_UNIT: Final = re.compile(rf"(?:一|1|每|几)\s*({units.ONE_OF})")
_ANY_UNIT: Final = "处"
_EARNING: Final = {"award", "tier", "level"}


def sections(tree: Tree) -> list[Tree]:
    """All sections, those beside the total too."""
    beside = (tree.get(name) for name in ("bonus", "penalties", "vetoes"))
    return [*tree.get("sections", ()), *(one for one in beside if one), *tree.get("gates", ())]


def item(tree: Tree, no: str) -> Tree | None:
    """The item with this number."""
    return next((one for section in sections(tree) for one in section["items"] if one["no"] == no), None)


def parts(item: Tree) -> list[list[Tree]]:
    """The lists of rules of an item, which may be changed in place."""
    return [part["rules"] for part in item["parts"]] if "parts" in item else [item["rules"]]


def rules(item: Tree, quote: str) -> list[Tree]:
    """The rules that were read from a phrase; quotes in findings may have been shortened."""
    return [rule for each in parts(item) for rule in each if short(rule.get("quote", "")) == quote]


def reorder(rule: Tree) -> None:
    """Put the fields of a rule into the order in which a draft writes them."""
    first = {name: rule[name] for name in _ORDER if name in rule}
    rest = {name: value for name, value in rule.items() if name not in first}
    rule.clear()
    rule.update(first | rest)


def repeat(rule: Tree) -> None:
    """Count a rule for each one; the unit is the one in its words."""
    rule.pop("max", None)
    if rule["kind"] == "once":
        found = _UNIT.search(plain(rule.get("quote", "")))
        rule["kind"], rule["unit"] = "each", units.tidy(found[1]) if found else _ANY_UNIT
    reorder(rule)


def single(rule: Tree) -> None:
    """Count a rule once, however often it is found."""
    rule.pop("max", None)
    rule.pop("cap", None)
    if rule["kind"] == "each":
        rule["kind"] = "once"
        rule.pop("unit", None)
    reorder(rule)


def drop(item: Tree, rule: Tree) -> bool:
    """Take a rule out of its item and give the others new letters; False where it is the only one of its part."""
    own = next((each for each in parts(item) if any(one is rule for one in each)), None)
    if own is None or len(own) == 1:
        return False
    own[:] = [one for one in own if one is not rule]
    letters: dict[str, str] = {}
    for at, one in enumerate(one for each in parts(item) for one in each):
        letters[one["letter"]] = LETTERS[at]
        one["letter"] = LETTERS[at]
    groups = [
        {**group, "letters": [letters[one] for one in group["letters"] if one in letters]}
        for group in item.get("exclusive", ())
    ]
    exclude(item, [group for group in groups if len(group["letters"]) > 1])
    for one in [one for one in (one for each in parts(item) for one in each) if "of" in one]:
        one["of"] = [letters[letter] for letter in one["of"] if letter in letters]
    return True


def exclude(item: Tree, groups: list[Tree]) -> None:
    """Set the letters that exclude each other; none leaves no trace."""
    if groups and "exclusive" in item:
        item["exclusive"] = groups
    elif groups:
        insert(item, "exclusive", groups, before=("parts", "rules", "judged"))
    else:
        item.pop("exclusive", None)


def insert(tree: Tree, name: str, value: object, before: tuple[str, ...]) -> None:
    """Set a field before others, or last."""
    entries = list(tree.items())
    at = next((at for at, (key, _) in enumerate(entries) if key in before), len(entries))
    tree.clear()
    tree.update([*entries[:at], (name, value), *entries[at:]])


# --- notes


def keep_quote(tree: Tree, quote: str, where: str) -> None:
    """Quote a phrase among the clauses, once."""
    clauses = tree.setdefault("clauses", [])
    if any(one["quote"] == quote and one.get("where") == where for one in clauses):
        return
    taken = {one["id"] for one in clauses}
    number = next(at for at in range(1, len(clauses) + 2) if f"said-{at}" not in taken)
    clauses.append({"id": f"said-{number}", "where": where, "quote": quote})


def reread(tree: Tree, how: str, no: str, quote: str, option: str) -> None:
    """Note that a phrase is read otherwise: it leaves the reading of the draft and gets one of its own."""
    readings = tree.setdefault("readings", [])
    slug = how.replace("_", "-")
    known = next((one for one in readings if one["id"] == slug), None)
    if known is not None:
        _leave(known, tree, no, quote)
        if not known["says"]:
            readings.remove(known)
    chosen = next((one for one in readings if one["id"] == f"{slug}-{option}"), None)
    if chosen is None:
        chosen = {
            "id": f"{slug}-{option}", "at": [], "says": quote, "read": READ[option], "reason": CHOSEN
        }  # fmt: skip
        readings.append(chosen)
    elif quote not in chosen["says"]:
        chosen["says"] = short(f"{chosen['says']}；{quote}")
    if no and no not in chosen["at"]:
        chosen["at"].append(no)


def _leave(reading: Tree, tree: Tree, no: str, quote: str) -> None:
    for around in (f"；{quote}", f"{quote}；", quote):
        if around in reading["says"]:
            reading["says"] = reading["says"].replace(around, "", 1)
            break
    mine = item(tree, no)
    others = [rule for each in parts(mine) for rule in each] if mine else []
    if not any(rule.get("quote") and short(rule["quote"]) in reading["says"] for rule in others):
        reading["at"] = [one for one in reading["at"] if one != no]


# --- sums


def amount(tree: Tree) -> Decimal:
    """The points of an item or section."""
    return Decimal(tree.get("points", 0))


def counted(section: Tree) -> Decimal:
    """What the items of a section add up to."""
    return sum((amount(one) for one in section["items"]), ZERO)


def differences(tree: Tree, name: str, at: list[str]) -> list[Tree]:
    """The notes about a sum of this name that stand at these items."""
    found = (one for one in tree.get("discrepancies", ()) if re.fullmatch(rf"{name}-[0-9]+", one["id"]))
    return [one for one in found if one["at"] == at]


def forget(tree: Tree, gone: list[Tree]) -> None:
    """Take notes about sums out."""
    rest = [one for one in tree.get("discrepancies", ()) if not any(one is other for other in gone)]
    if rest:
        tree["discrepancies"] = rest
    else:
        tree.pop("discrepancies", None)


def numbers(section: Tree) -> list[str]:
    """The numbers of a section's items."""
    return [one["no"] for one in section["items"]]


def balance(tree: Tree) -> None:
    """Have a note for every section, and for the total, that does not add up, and none where it does."""
    for section in tree.get("sections", ()):
        said, found = amount(section), counted(section)
        says = f"第{section['no']}节标题写{show(said)}分，各项合计{show(found)}分"
        read = f"按标题{show(said)}分计"
        _note(tree, "sum-of-items", numbers(section), said != found, says=says, read=read)
    if "total" in tree:
        total = Decimal(tree["total"])
        found = sum(map(amount, tree["sections"]), ZERO)
        every = [no for section in tree["sections"] for no in numbers(section)]
        says = f"总分写{show(total)}分，各节合计{show(found)}分"
        read = f"按总分{show(total)}分计"
        _note(tree, "sum-of-sections", every, total != found, says=says, read=read)


def balance_rules(tree: Tree, item: Tree) -> None:
    """Have a note for an item whose criteria do not add up to its points, and none where they do."""
    own = [rule for each in parts(item) for rule in each]
    said, found = amount(item), sum((Decimal(rule.get("points", 0)) for rule in own), ZERO)
    earns = {rule["kind"] for rule in own} == {"award"} and "exclusive" not in item
    says = f"分值{show(said)}分，各条合计{show(found)}分"
    read = f"按分值{show(said)}分计"
    _note(tree, "sum-of-rules", [item["no"]], earns and said != found, says=says, read=read)


def _note(tree: Tree, name: str, at: list[str], differs: bool, **words: str) -> None:  # noqa: FBT001 - what the caller has just seen
    known = differences(tree, name, at)
    if not differs:
        forget(tree, known)
    elif known:
        known[0].update(words)
    else:
        note = {
            "id": f"{name}-{_free(tree, name)}",
            "about": "sum",
            "at": list(at),
            **words,
            "reason": UNSETTLED,
        }
        if "discrepancies" in tree:
            tree["discrepancies"].append(note)
        else:
            insert(tree, "discrepancies", [note], before=("readings", "clauses"))


def _free(tree: Tree, name: str) -> int:
    taken = {one["id"] for one in tree.get("discrepancies", ())}
    return next(at for at in range(1, len(taken) + 2) if f"{name}-{at}" not in taken)


# --- items


def worth(item: Tree, points: Decimal) -> None:
    """Give an item its points; a rule that earns all of them earns the new ones."""
    own = [rule for each in parts(item) for rule in each]
    if len(own) == 1 and own[0]["kind"] == "award" and item.get("judged"):
        own[0]["points"] = points
    item["points"] = points


def whole(item: Tree) -> None:
    """Make the parts of an item one."""
    if "parts" in item:
        item["rules"] = [rule for part in item.pop("parts") for rule in part["rules"]]


def by_hand(item: Tree, rule: Tree) -> None:
    """Turn the only rule of an item into one that is worth the item and is judged by all that is asked for."""
    for name in [name for name in rule if name not in {"letter", "text", "quote"}]:
        del rule[name]
    rule["text"], rule["quote"] = item["title"], item.get("standard") or item["content"]
    if item["points"]:
        rule["kind"], rule["points"] = "award", item["points"]
    else:
        rule["kind"], rule["effect"] = "discretionary", "award"
    reorder(rule)
    rules = item.pop("rules")
    item |= {"judged": True} if item["points"] else {}
    item["rules"] = rules


def ask(item: Tree, quote: str) -> None:
    """Add a rule that is printed and asked; it takes the place of a rule that only stands for all of the item."""
    whole(item)
    if item.pop("judged", False):
        item["rules"] = []
    sides = {rule["kind"] for rule in item["rules"]}
    earns = bool(sides) and sides <= _EARNING
    letter = LETTERS[len(item["rules"])]
    rule: Tree = {"letter": letter, "kind": "asked"}
    rule |= {"limit": item["points"]} if item.get("points") else {}
    rule |= {"effect": "award"} if earns else {}
    item["rules"].append({**rule, "text": quote, "quote": quote})
    _in_order(item)


def _in_order(item: Tree) -> None:
    """Asked rules stand in the order of the source, whichever of them was asked for first."""
    said = _said(item)
    asked = [rule for rule in item["rules"] if rule["kind"] == "asked"]
    letters = [rule["letter"] for rule in asked]
    asked.sort(key=lambda rule: said.find("".join(rule["quote"].split())))
    for letter, rule in zip(letters, asked, strict=True):
        rule["letter"] = letter
    item["rules"] = [*(rule for rule in item["rules"] if rule["kind"] != "asked"), *asked]


def _said(item: Tree) -> str:
    return "".join(f"{item.get('standard', '')}\n{item.get('content', '')}".split())


def asks(item: Tree, quote: str) -> bool:
    """Whether a rule that quotes this can be added to the item."""
    own = sum(map(len, parts(item)))
    return bool(item.get("points")) and own < len(LETTERS) and "".join(quote.split()) in _said(item)
