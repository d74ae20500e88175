"""The last question before publication: what becomes a version, what it changes, what open assessments could move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import PublishRubric
from bot.changes.ballots import panel_of
from bot.changes.base import Moment
from bot.changes.drafting import Ready, draft_of, open_draft, ready
from bot.changes.move_version import Carried, carried
from bot.clock import from_ms
from bot.entities import Assessment, Draft
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.outputs import Anew, Button, Face, Output, Say, Tell
from bot.flows.rubric_names import rubric_name
from bot.flows.rubrics.facts import enter
from bot.flows.rubrics.incoming import take_message
from bot.flows.rubrics.lines import LABEL, bounded, changed, figures, file_of, misfits, title_of, wrongs
from bot.flows.rubrics.moved import told
from bot.flows.rubrics.states import PageState, PublishState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from bot.texts import words as texts
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.versions import differences

CHANGES = 14
SHEETS = 12
"""Changes and open assessments that the page lists."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What would be published, and what it would do."""

    draft: Draft
    now: Ready
    rubric: Rubric
    old: Rubric | None
    """The newest version so far."""
    open: tuple[tuple[Assessment, Carried], ...]

    @property
    def fitting(self) -> int:
        """How many open assessments could take it over."""
        return sum(not each.misfits for _, each in self.open)


class PublishScreen(Screen[PublishState, Publication]):
    """Yes or no."""

    name: ClassVar[str] = "publish"
    code: ClassVar[str] = "b"
    state = PublishState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: PublishState, given: AnyInput | Tap | None) -> Publication:
        """Read for coordinators only; a draft that cannot be published has no such page."""
        enter(ask)
        moment = Moment(ask.now, ask.who, ask.mint)
        sent = isinstance(given, SentFile)
        # A document that is sent here is a new one; it does not matter to it what became of this draft.
        draft = (draft_of if sent else open_draft)(desk, state.draft, moment)
        if draft.unanswered and not sent:
            raise Refusal("draft_unanswered", count=len(draft.unanswered))
        now = ready(desk, draft)
        missing = [] if sent else wrongs(now, file_of(draft), ask)
        rubric = now.loaded.rubric
        if missing or rubric is None:
            raise Refusal("draft_wrong", count=len(missing))
        old = desk.library.get(rubric.id, now.version - 1) if now.version > 1 else None
        theirs = [each for each in desk.visits.open_by(rubric.id) if access.may(ask.who, "rule", each)]
        open_ = [each for each in theirs if panel_of(desk, each) is None and each.round == 1]
        return Publication(
            draft, now, rubric, old, tuple((each, carried(desk, each, rubric)) for each in open_)
        )

    def show(self, view: Publication, ask: Ask) -> Face:
        """Return everything that a person should know before they say yes."""
        words, rubric = ask.words, view.rubric
        lines = [
            words("publish.head", title=title_of(rubric, words)),
            words("publish.new", id=escape(rubric.id), version=view.now.version, **figures(rubric)),
            "",
        ]
        if view.old is None:
            lines.append(words("publish.first"))
        else:
            lines += [*_changes(view, view.old, words), "", *_sheets(view, words)]
        lines += ["", words("publish.signed")]
        may = access.may(ask.who, "publish")
        lines.append(
            words("publish.who", name=escape(ask.who.name)) if may else words("problem.publish_scope")
        )
        return Face("\n".join(lines), tuple(_keys(view, words, may=may)))

    def take(self, view: Publication, given: AnyInput | Tap, ask: Ask) -> Step:
        """Publish what was shown, or show it again."""
        if not isinstance(given, Tap):
            replaces = view.draft.id if view.draft.state == "open" else None
            return take_message(
                given, ask, Go(self.name, PublishState(draft=view.draft.id)), replaces=replaces
            )
        if given.verb not in {"y", "m"}:
            raise Stale
        if (given.arg(1), given.arg(2)) != (view.now.digest, str(view.now.version)):
            raise Refusal("draft_moved")
        move = given.verb == "m"
        change = PublishRubric(
            draft=view.draft.id, digest=view.now.digest, version=view.now.version, move=move
        )
        go = Go("rubric", PageState(rubric=view.rubric.id, version=view.now.version))
        before = {each.id: each.visit.version for each, _ in view.open}
        totals = {each.id: found for each, found in view.open}

        def tell(desk: Desk, ask: Ask) -> tuple[Output | Anew, ...]:
            moved = _moved(desk, view.rubric.id, view.now.version, before)
            said = (_done(view, [(each, totals[each.id]) for each in moved], ask),)
            others = _others(desk, view.rubric, view.now.version, ask)
            members = [output for each in moved for output in told(desk, each, totals[each.id], ask)]
            return (*said, *others, *members)

        return Step((change,), go=go, tell=tell, fresh=True)

    def aim(self, tap: Tap, state: PublishState | None) -> PublishState:
        """Return the draft that the button names."""
        if not tap.arg(0):
            raise Stale
        return PublishState(draft=tap.arg(0))

    def title(self, view: Publication, ask: Ask) -> str:
        """Return the name of this step."""
        return f"{ask.words('draft.button.publish')} {rubric_name(view.rubric, ask.words)}"

    def closing(self, view: Publication, ask: Ask) -> Face:
        """Return one line with the way back to the draft."""
        button = Button(ask.words("button.open"), pack("d", "o", view.draft.id))
        return Face(ask.words("publish.head", title=title_of(view.rubric, ask.words)), ((button,),))


def _changes(view: Publication, old: Rubric, words: Words) -> list[str]:
    found = changed(differences(old, view.rubric), words)
    if not found:
        return [words("publish.same", version=old.version)]
    head = words("publish.changes", version=old.version)
    return [head, *bounded(found, CHANGES, "publish.more", words)]


def _sheets(view: Publication, words: Words) -> list[str]:
    """Return what would become of each open assessment."""
    if not view.open:
        return [words("publish.none_open")]
    lines = [words("publish.open", count=len(view.open))]
    lines += [_sheet(each, found, words) for each, found in view.open[:SHEETS]]
    rest = view.open[SHEETS:]
    if rest:
        fits = sum(not found.misfits for _, found in rest)
        lines.append(words("publish.rest", count=len(rest), fits=fits))
    return lines


def _sheet(each: Assessment, found: Carried, words: Words) -> str:
    place = {"studio": escape(short(each.studio_name, LABEL)), "period": each.visit.period}
    if found.misfits:
        return words("publish.misfits", **place, why=misfits(found.misfits, words))
    return words("publish.fits", **place, before=show(found.before), after=show(found.after))


def _keys(view: Publication, words: Words, *, may: bool) -> list[tuple[Button, ...]]:
    aim = (view.draft.id, view.now.digest, view.now.version)
    keys: list[tuple[Button, ...]] = []
    if may and view.fitting:
        keys = [
            (Button(words("publish.button.new_only"), pack("b", "y", *aim)),),
            (Button(words("publish.button.move", count=view.fitting), pack("b", "m", *aim)),),
        ]
    elif may:
        keys = [(Button(words("publish.button.yes"), pack("b", "y", *aim)),)]
    return [*keys, (Button(words("button.back"), pack("d", "o", view.draft.id)),)]


def _moved(desk: Desk, rubric: str, version: int, before: dict[str, int]) -> list[Assessment]:
    """Return the assessments that took the new version over just now."""
    return [
        each
        for each in desk.visits.open_by(rubric)
        if each.visit.version == version and before.get(each.id, version) != version
    ]


def _done(view: Publication, moved: Sequence[tuple[Assessment, Carried]], ask: Ask) -> Say:
    words = ask.words
    time = f"{from_ms(ask.now).astimezone(ask.zone):%Y-%m-%d %H:%M}"
    title = title_of(view.rubric, words)
    lines = [
        words("publish.done", title=title, version=view.now.version, name=escape(ask.who.name), time=time)
    ]
    if moved:
        lines.append(words("publish.moved", count=len(moved)))
        lines += bounded([_sheet(each, found, words) for each, found in moved], SHEETS, "publish.more", words)
    return Say("\n".join(lines))


def _others(desk: Desk, rubric: Rubric, version: int, ask: Ask) -> list[Output]:
    """Tell the other coordinators."""
    told: list[Output] = []
    for person in desk.people.with_role("coordinator", ask.now):
        if person.id == ask.who.id:
            continue
        words = texts(person.language)
        text = words(
            "publish.told", name=escape(ask.who.name), title=title_of(rubric, words), version=version
        )
        told += [Tell(chat, text) for chat in desk.people.accounts(person.id)]
    return told
