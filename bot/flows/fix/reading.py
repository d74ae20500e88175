"""What the screens of things to put right show, as values; what one may not see is refused like what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot import access
from bot.changes.ballots import evidence_of, marks_of, times
from bot.changes.sign import rubric_of
from bot.changes.studio_fix import OWED, SETTLED, days
from bot.entities import Assessment, Evidence, FileRef, Fix, Proof, Studio
from bot.flows.fix.states import FixesState, FixState, Which
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.month.mine import today
from bot.flows.screen import Ask
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.marks import EMPTY
from rubrics.model import Item, Rubric
from rubrics.rules import Rule

READERS = (*access.CHECKERS, *access.ASSESSORS, "unit")
"""Roles that look at what others owe."""
IMAGES = ("image/jpeg", "image/png", "image/webp")
"""Documents of these kinds are pictures too."""
ORDER = ("late", "open", "returned", "done", "accepted", "waived")
"""In this order a leader's list stands."""


@dataclass(frozen=True, slots=True)
class Fixes:
    """The list: its leaf is cut where it is drawn."""

    state: FixesState
    """With what was left empty filled in."""
    today: date
    rows: tuple[Fix, ...]
    counts: dict[str, int]
    """By what is said of them: `late`, or the state."""
    studios: dict[str, Studio]
    sheets: tuple[Assessment, ...]
    """Of which there is a notice, the newest first."""
    both: bool
    """The person has a list of either side."""
    rules: dict[str, Rubric]
    """By sheet, the rubric that it was scored with."""
    album: Proof | None = None
    """The piece that the album of the file just sent became, on something that is put right."""


@dataclass(frozen=True, slots=True)
class Page:
    """One thing that is to be put right."""

    state: FixState
    fix: Fix
    found: Assessment
    studio: Studio
    rubric: Rubric
    item: Item
    today: date
    leads: bool
    """The person answers for the studio."""
    decides: bool
    dates: bool
    """The person may set the day."""
    before: tuple[Evidence, ...]
    after: tuple[Proof, ...]
    count: int
    """How often the rule was met on the sheet."""
    names: dict[str, str]
    suggested: int | None
    """Days of the term, where nobody has decided it."""
    album: Proof | None = None

    @property
    def rule(self) -> Rule | None:
        """The rule that deducted or was not met; None where the row as a whole is below full."""
        return self.item.rule(self.fix.letter) if self.fix.letter else None


def standing(fix: Fix, day: date) -> str:
    """Return how one stands: `late`, or its state."""
    return "late" if fix.state in OWED and fix.due < day.isoformat() else fix.state


def late_days(fix: Fix, day: date) -> int:
    """Return by how many days one is late."""
    return (day - date.fromisoformat(fix.due)).days


def read_fixes(desk: Desk, ask: Ask, state: FixesState, given: AnyInput | Tap | None) -> Fixes:
    """Read what one's own studios owe, or what others owe of which the person sees the sheets."""
    led = _led(desk, ask)
    reads = ask.who.has(*READERS)
    if not led and not reads:
        raise Refusal("fix_none")
    side = state.side or ("mine" if led else "others")
    if (side == "mine" and not led) or (side == "others" and not reads):
        raise Refusal("not_yours")
    day = today(ask)
    if side == "mine":
        studios = {each.id: each for each in led}
        found = tuple(fix for each in led for fix in desk.fixes.of_studio(each.id))
        found = tuple(sorted(found, key=lambda fix: ORDER.index(standing(fix, day))))
        rows, which = found, state.which
    else:
        studios = {each.id: each for each in _read(desk, ask)}
        found = tuple(_others(desk, ask, studios))
        which = state.which or _first(found, day)
        rows = tuple(fix for fix in found if _is(fix, which, day))
    kinds = [standing(fix, day) for fix in found]
    sheets = _sheets(desk, found)
    return Fixes(
        state.model_copy(update={"side": side, "which": which}),
        day,
        rows,
        {kind: kinds.count(kind) for kind in ORDER},
        studios,
        sheets,
        both=bool(led) and reads,
        rules={each.id: rubric_of(desk, each) for each in sheets},
        album=album_of(desk, given),
    )


def read_page(desk: Desk, ask: Ask, state: FixState, given: AnyInput | Tap | None) -> Page:
    """Read one, for the studio, for those who re-check it, and for those who see its sheet."""
    fix = desk.fixes.get(state.fix)
    found = desk.visits.assessment(fix.assessment) if fix else None
    studio = desk.studios.get(fix.studio) if fix else None
    if fix is None or found is None or studio is None:
        raise Refusal("not_yours")
    if not (access.may(ask.who, "see_fixes", studio) or access.may(ask.who, "look", found)):
        raise Refusal("not_yours")
    rubric = rubric_of(desk, found)
    item = rubric.item(fix.item)
    if item is None:
        raise Refusal("not_yours")
    leads = access.may(ask.who, "fix", studio)
    term, suggested = days(rubric, found)
    moved = any(step.name == "due" for step in fix.steps)
    people = {step.by for step in fix.steps}
    return Page(
        state,
        fix,
        found,
        studio,
        rubric,
        item,
        today(ask),
        leads=leads,
        decides=not leads and access.may(ask.who, "recheck", found),
        dates=not leads and access.may(ask.who, "set_due", studio),
        before=before_of(desk, fix),
        after=desk.proofs.of(fix.id),
        count=times(desk, found, fix.item, fix.letter),
        names={each: person.name for each in people if (person := desk.people.get(each, ask.now))},
        suggested=term if suggested and not moved else None,
        album=album_of(desk, given),
    )


def before_of(desk: Desk, fix: Fix) -> tuple[Evidence, ...]:
    """Return the evidence of the signed sheet: of the rule's occurrences, else of the item as a whole."""
    found = desk.visits.assessment(fix.assessment)
    if found is None:
        return ()
    pieces = tuple(each for each in evidence_of(desk, found) if each.item == fix.item)
    taken = marks_of(desk, found).get(fix.item, EMPTY).taken
    mine = {each.id for each in taken.get(fix.letter, ())}
    others = {each.id for letter in taken for each in taken[letter]} - mine
    exact = tuple(piece for piece in pieces if piece.occurrence in mine)
    return exact or tuple(piece for piece in pieces if piece.occurrence not in others)


def pictured(file: FileRef) -> bool:
    """Say whether a file can be seen as a picture."""
    return file.kind == "photo" or file.mime in IMAGES


def album_of(desk: Desk, given: AnyInput | Tap | None) -> Proof | None:
    """Return the piece that an album's earlier parts became, if it belongs to something that is put right."""
    if not isinstance(given, SentFile) or given.album is None:
        return None
    found = desk.proofs.piece_of_album(given.chat, given.album)
    return found if found is not None and desk.fixes.get(found.of) is not None else None


def _led(desk: Desk, ask: Ask) -> tuple[Studio, ...]:
    scopes = [grant.scope for grant in ask.who.grants if grant.role in access.LEADERS]
    return desk.studios.covered(scopes)


def _read(desk: Desk, ask: Ask) -> tuple[Studio, ...]:
    scopes = [grant.scope for grant in ask.who.grants if grant.role in READERS]
    mine = {each.id for each in _led(desk, ask)}
    return tuple(each for each in desk.studios.covered(scopes) if each.id not in mine)


def _others(desk: Desk, ask: Ask, studios: dict[str, Studio]) -> Iterator[Fix]:
    """Yield what is not settled in these studios; assessors see it on the sheets of which they are members."""
    seen: dict[str, bool] = {}
    for fix in desk.fixes.unsettled():
        studio = studios.get(fix.studio)
        if studio is None:
            continue
        if not access.may(ask.who, "see_fixes", studio):
            if fix.assessment not in seen:
                found = desk.visits.assessment(fix.assessment)
                seen[fix.assessment] = found is not None and access.may(ask.who, "recheck", found)
            if not seen[fix.assessment]:
                continue
        yield fix


def _first(found: Iterable[Fix], day: date) -> Which:
    """Return what is listed first: what waits for the person, else what is late, else all."""
    kinds = {standing(fix, day) for fix in found}
    return "check" if "done" in kinds else "late" if "late" in kinds else "all"


def _is(fix: Fix, which: str, day: date) -> bool:
    kind = standing(fix, day)
    return which == "all" or kind == {"check": "done"}.get(which, which)


def _sheets(desk: Desk, found: Iterable[Fix]) -> tuple[Assessment, ...]:
    """Return the signed sheets of which something is listed, those with something unsettled first."""
    open_ = dict.fromkeys(fix.assessment for fix in found if fix.state not in SETTLED)
    ids = [*open_, *dict.fromkeys(fix.assessment for fix in found if fix.assessment not in open_)]
    sheets = [sheet for each in ids if (sheet := desk.visits.assessment(each))]
    return tuple(sorted(sheets, key=lambda each: -each.signatures[-1].at if each.signatures else 0))
