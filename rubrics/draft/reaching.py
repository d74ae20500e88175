"""Rules that reach beyond their row: what “应急预案”项不得分 names is looked for among the items.

Needs the numbers of all items, so it comes after they are built.
"""

from collections.abc import Sequence

from rubrics.draft.items import Built
from rubrics.draft.numerals import plain
from rubrics.draft.outline import DraftSection
from rubrics.draft.parts import DraftRule, Missed

Scored = Sequence[tuple[DraftSection, Sequence[Built]]]
_SHORTEST = 2


def settle(scored: Scored) -> None:
    """Put numbers for names; a name that nothing has is left to a person."""
    for at, (_, each) in enumerate(scored, start=1):
        for place, built in enumerate(each, start=1):
            for rule in [one for one in built.rules if "items" in one.more]:
                own = f"{at}.{place}"
                numbers = _numbers(scored, plain(str(rule.more["items"])))
                if not numbers:
                    _remove(built, rule)
                elif numbers == [own]:
                    rule.more = {}
                    rule.doubts.remove("zero_beyond")
                else:
                    rule.more = {"scope": "items", "items": numbers}


def takes_from_total(scored: Scored) -> bool:
    """Whether any rule takes points from more than its row."""
    return any(rule.kind == "extra" for _, each in scored for built in each for rule in built.rules)


def _numbers(scored: Scored, name: str) -> list[str]:
    """The items with this name, or those of the section with it."""
    items = [
        f"{at}.{place}"
        for at, (_, each) in enumerate(scored, start=1)
        for place, built in enumerate(each, start=1)
        if _same(plain(built.title), name) or _same(plain(built.source.title), name)
    ]
    sections = [
        [f"{at}.{place}" for place, _ in enumerate(each, start=1)]
        for at, (section, each) in enumerate(scored, start=1)
        if _same(plain(section.title), name)
    ]
    return items or (sections[0] if len(sections) == 1 else [])


def _same(title: str, name: str) -> bool:
    return len(title) >= _SHORTEST and (title == name or (name in title and len(title) <= len(name) * 2))


def _remove(built: Built, rule: DraftRule) -> None:
    for piece in built.pieces:
        piece.rules = [one for one in piece.rules if one is not rule]
    built.criteria.missed.append(Missed(rule.quote, "zero_group", rule.spot))
