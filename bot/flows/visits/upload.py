"""Visits from a workbook: the template, then what the list would plan, every mistake, and the press that plans it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import Moment, PlanList
from bot.changes.plan_list import visits_of
from bot.changes.receive_upload import Kind
from bot.changes.upload_table import Table
from bot.changes.visit_rows import Entry, PlannedVisits, planned_visits
from bot.entities import Upload
from bot.flows.campaign.reading import Undecided, undecided, warning
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import received
from bot.flows.uploads.trial import Trial, face, mistakes
from bot.flows.uploads.uploaded import Uploaded, UploadedScreen
from bot.flows.uploads.wrong import wrong_line
from bot.flows.visits import told
from bot.flows.visits.states import (
    LIST,
    LIST_SCREEN,
    LISTED,
    LISTED_SCREEN,
    VISITS,
    VISITS_SCREEN,
    ListState,
    VisitsState,
)
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

LABEL = 30
JOB = "@visits"
"""Subject of the job that hands the template out."""


class ListScreen(Screen[ListState, bool]):
    """How a list is sent, and the template."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = ListState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: ListState, given: AnyInput | Tap | None) -> bool:
        """Open for coordinators only."""
        del desk, state, given
        if not access.may(ask.who, "plan"):
            raise Refusal("no_role")
        return True

    def show(self, view: bool, ask: Ask) -> Face:  # noqa: FBT001 - the view of a page without facts
        """Say what to do."""
        del view
        words = ask.words
        keys = (
            (Button(words("visit_list.button.template"), pack(LIST, "t")),),
            (Button(words("visit.button.list"), pack(VISITS, "l")),),
        )
        return Face(words("visit_list.how"), keys)

    def take(self, view: bool, given: AnyInput | Tap, ask: Ask) -> Step:  # noqa: FBT001 - same
        """Hand the template out, or take a workbook."""
        del view
        if isinstance(given, SentFile):
            return received(given, ask, "visits")
        if not isinstance(given, Tap):
            raise Refusal("visit_list_press")
        if given.verb == "t":
            return Step(job=("upload", JOB), toast=ask.words("import.coming"), stay=True)
        if given.verb == "o":
            return Step(go=Go(LIST_SCREEN, ListState()))
        raise Stale

    def aim(self, tap: Tap, state: ListState | None) -> ListState:
        """This page is always there."""
        del tap
        return state or ListState()

    def title(self, view: bool, ask: Ask) -> str:  # noqa: FBT001 - same
        """Return the name of this page."""
        del view
        return ask.words("visit_list.title")


@dataclass(frozen=True, slots=True)
class Found:
    """What a list would do."""

    table: Table
    plan: PlannedVisits
    undecided: tuple[Undecided, ...]
    """Of the campaigns that it would begin."""
    names: dict[str, str]
    """Of the assessors, by id."""


class ListedScreen(UploadedScreen):
    """The trial of a list."""

    name: ClassVar[str] = LISTED_SCREEN
    code: ClassVar[str] = LISTED
    kind: ClassVar[Kind] = "visits"
    back: ClassVar[tuple[str, str]] = (VISITS, "l")
    left: ClassVar[Go] = Go(VISITS_SCREEN, VisitsState())

    def found(self, desk: Desk, ask: Ask, upload: Upload) -> Found:
        """Work the list out against what is planned now."""
        table = Table.model_validate_json(upload.result)
        plan = planned_visits(desk, Moment(ask.now, ask.who, ask.mint), table, today(ask).isoformat())
        kinds = {(each.rubric.id, each.change.period[:4]): each for each in plan.entries}
        open_ = (undecided(desk, each.rubric, each.change.period) for each in kinds.values())
        names: dict[str, str] = {}
        for each in plan.entries:
            for who in each.change.assessors:
                if who not in names:
                    person = desk.people.get(who, ask.now)
                    names[who] = person.name if person else "?"
        return Found(table, plan, tuple(each for each in open_ if each), names)

    def says(self, view: Uploaded, ask: Ask) -> Face:
        """Say what would be planned, or every mistake."""
        words, found = ask.words, view.found
        plan: PlannedVisits = found.plan
        lines = [self.head(view, ask)]
        if plan.problems:
            lines.append(words("import.wrong", count=len(plan.problems)))
            listed = [wrong_line(each, words) for each in plan.problems]
        else:
            lines += _summary(found, words)
            listed = [_line(each, found, words) for each in plan.entries]
        if ignored := tuple(escape(short(each, LABEL)) for each in found.table.ignored):
            lines.append(words("import.ignored", columns=ignored))
        go = words("many.button.save", count=len(plan.entries)) if plan.entries else ""
        shown = Trial(lines, listed, bool(plan.problems), go, plan.digest)
        return face(shown, self.code, view.upload, view.state.page, self.give_up(view, ask), words)

    def press(self, view: Uploaded, given: Tap, ask: Ask) -> Step:
        """Plan it as it was shown; what is not so any more is shown anew."""
        if view.found is None:
            raise Stale
        plan: PlannedVisits = view.found.plan
        if given.verb == "f" and plan.problems:
            return mistakes(view.upload.id, ask)
        if given.verb != "y":
            raise Stale
        upload = view.upload.id
        change = PlanList(upload=upload, digest=given.arg(1), today=today(ask).isoformat())
        return Step(
            (change,),
            go=self.left,
            toast=ask.words("many.planned", count=len(plan.entries)),
            tell=lambda desk, ask: told.many(desk, ask, visits_of(desk, upload)),
        )

    def listing(self, desk: Desk, ask: Ask, upload: Upload) -> str:
        """Return every mistake as a plain text."""
        plan = self.found(desk, ask, upload).plan
        return "\n".join(wrong_line(each, ask.words, html=False) for each in plan.problems)


def _summary(found: Found, words: Words) -> list[str]:
    plan = found.plan
    if not plan.entries:
        return [words("many.check_none")]
    days = sorted(each.change.day for each in plan.entries)
    load = Counter(who for each in plan.entries for who in each.change.assessors)
    shares = tuple(f"{escape(found.names[who])} {count}" for who, count in load.most_common(20))
    return [
        words("visit_list.counts", count=len(plan.entries), first=days[0], last=days[-1]),
        words("many.shares", shares=shares),
        *(warning(each, words) for each in found.undecided),
        words("import.check"),
    ]


def _line(entry: Entry, found: Found, words: Words) -> str:
    return words(
        "visit_list.line",
        row=entry.row,
        day=entry.change.day,
        studio=escape(short(entry.studio.name, LABEL)),
        rubric=escape(rubric_name(entry.rubric, words)),
        period=entry.change.period,
        names=tuple(escape(found.names[who]) for who in entry.change.assessors),
    )
