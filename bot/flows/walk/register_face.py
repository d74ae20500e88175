"""How the standing file stands on a card: what is there, what changed since the last sheet, what is missing.

A line each; what is long is counted instead of named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bot.changes.fund.sums import yuan
from bot.entities import ENTRY_KINDS
from bot.flows.file.states import LIST_SCREEN, FileState
from bot.flows.html import escape, short
from bot.flows.outputs import Button
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap
from bot.flows.walk.proposal_done import done
from bot.flows.walk.proposal_face import suggestion
from bot.flows.walk.reading import Walk
from bot.flows.walk.register_reading import Filed
from bot.flows.walk.rule_keys import data
from bot.texts import Words
from rubrics.points import ZERO
from rubrics.standing_changes import ADDED, FUND, HANDED_IN, PLANS, SPENT, Changed
from rubrics.standing_file import StandingFile
from rubrics.standing_gaps import BUDGET, MONTHS, NOTHING, OVERDUE, SERVICES, UNCHECKED, Gap

NAMED = 2
"""So many entries are named where something happened to them; more are counted."""
NAME = 12
"""Characters of a name."""
_OWN = frozenset({MONTHS, SERVICES, OVERDUE, UNCHECKED, BUDGET})


def lines(walk: Walk, words: Words) -> Iterator[str]:
    """Return what the file says about the item in view."""
    found = walk.proposed.file if walk.proposed else None
    if walk.proposed is not None and walk.proposed.unkept:
        yield words("filed.none_kept.own" if walk.assessment.visit.own else "filed.none_kept")
    if walk.proposed is None or found is None:
        return
    yield words("filed.stands", what=tuple(_stand(walk, found, kind, words) for kind in found.kinds))
    if found.since is not None:
        what = tuple(_changed(kind, tuple(group), words) for kind, group in groupby(found.changed, _kind))
        key = "filed.changed" if what else "filed.unchanged"
        yield words(key, since=found.since.isoformat(), what=what)
    if missing := tuple(_gap(each, words) for each in found.gaps if each.what != NOTHING):
        yield words("filed.missing", what=missing)
    for one in walk.proposed.suggested:
        if not one.proposal.standings:
            yield suggestion(walk, one, words)
    yield from _counts(walk, found, words)


def _counts(walk: Walk, found: Filed, words: Words) -> Iterator[str]:
    """Return what nothing follows from: a line for each that is there, one for all that people judge."""
    left: list[str] = []
    for _, group in groupby(found.held, key=lambda one: one.holding.id):
        helds = tuple(group)
        said = tuple(escape(each) for each in done(walk.rubric, helds, words))
        if all(one.met and one.wanted for one in helds):
            yield words("filed.met", done=said)
        else:
            left += said
    if left:
        yield words("filed.unmet", done=tuple(left))


def button(walk: Walk, words: Words) -> list[Button]:
    """Return the way to the register that the item looks at, or to all of them."""
    found = walk.proposed.file if walk.proposed else None
    if found is None:
        return []
    return [Button(words("button.file.look"), data(walk, "K"))]


def look(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Open the file below the card, so that the way back to the card stays."""
    del tap, ask
    found = walk.proposed.file if walk.proposed else None
    if found is None:
        raise Stale
    kinds = [kind for kind in found.kinds if kind in ENTRY_KINDS]
    alone = kinds[0] if len(found.kinds) == len(kinds) == 1 else ""
    return Step(go=Go(LIST_SCREEN, FileState(studio=walk.assessment.studio, kind=alone)), fresh=True)


def _kind(one: Changed) -> str:
    return one.kind


def _stand(walk: Walk, found: Filed, kind: str, words: Words) -> str:
    """Return a register with how many stand, the plans that were handed in, or the figures of the fund."""
    year = walk.period.end.year
    if kind == PLANS:
        return _plans(found.file, year, words)
    if kind == FUND:
        spent = sum((each.amount for each in found.file.spent(year)), ZERO)
        return words("filed.fund", budget=yuan(found.file.budget(year)), spent=yuan(spent))
    if Gap(kind, NOTHING) in found.gaps:
        return words("filed.nothing", kind=_name(kind, words))
    return words("filed.count", kind=words(f"file.kind.{kind}"), count=found.stands[kind])


def _plans(file: StandingFile, year: int, words: Words) -> str:
    made = [str(each.period) for each in file.plans if each.made and each.period.end.year == year]
    return words("filed.plans", periods=tuple(sorted(made))) if made else words("filed.no_plan")


def _changed(kind: str, found: tuple[Changed, ...], words: Words) -> str:
    said = []
    for one in found:
        own = one.name in {ADDED, HANDED_IN, SPENT}
        what = words(f"filed.{one.name}" if own else f"file.step.{kind}.{one.name}")
        few = 0 < len(one.whose) <= NAMED and len(one.whose) == one.count
        text = words(
            "filed.of" if few else "filed.times",
            what=what,
            whose=tuple(escape(short(each, NAME)) for each in one.whose),
            count=one.count,
        )
        said.append(words("filed.late", what=text, count=one.late) if one.late else text)
    return words("filed.kind", kind=_name(kind, words), what=tuple(said))


def _gap(one: Gap, words: Words) -> str:
    if one.kind == PLANS and one.what != OVERDUE:
        return words("filed.gap.plan", period=one.what)
    if one.what in _OWN:
        return words(f"filed.gap.{one.what}", kind=_name(one.kind, words), count=one.count)
    field = words("file.files") if one.what == "file" else words(f"file.field.{one.kind}.{one.what}")
    return words("filed.gap.field", kind=_name(one.kind, words), field=field, count=one.count)


def _name(kind: str, words: Words) -> str:
    return words(f"filed.kind.{kind}" if kind in {PLANS, FUND} else f"file.kind.{kind}")
