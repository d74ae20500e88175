"""One version of a rubric: where it comes from, what it holds, its other versions, and its rulings 口径 to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.clock import from_ms
from bot.flows.campaign.states import CAMPAIGN
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face
from bot.flows.rubric_names import rubric_name
from bot.flows.rubrics.facts import enter, first_of, key_of, published
from bot.flows.rubrics.incoming import take_message
from bot.flows.rubrics.lines import counts_of, day_of, title_of
from bot.flows.rubrics.states import PageState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.texts import Words
from rubrics.common import asked
from rubrics.model import Rubric, Ruling
from rubrics.points import show

WORDS = 110
"""Characters of a ruling's question and answer."""
RULINGS = 6
DIGITS = 12
VERSIONS = 6
"""Rulings and versions that a page lists."""


@dataclass(frozen=True, slots=True)
class Page:
    """A version among the others of its rubric."""

    state: PageState
    rubric: Rubric
    versions: tuple[tuple[int, int], ...]
    """Each with the time (ms) since which it is here."""
    by: str
    """Who published it; empty for one that came with the program."""
    source: str
    """The first digits of the document's SHA-256."""


class RubricScreen(Screen[PageState, Page]):
    """The page of one version."""

    name: ClassVar[str] = "rubric"
    code: ClassVar[str] = "p"
    state = PageState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: PageState, given: AnyInput | Tap | None) -> Page:
        """Read for coordinators only."""
        enter(ask)
        rubric = published(desk, state.rubric, str(state.version))
        draft = desk.drafts.published_as(state.rubric, state.version)
        who = desk.people.get(draft.closed_by, ask.now) if draft and draft.closed_by else None
        source = (draft.sha256 or "")[:DIGITS] if draft else ""
        return Page(state, rubric, desk.library.versions(state.rubric), who.name if who else "", source)

    def show(self, view: Page, ask: Ask) -> Face:
        """Return what a coordinator wants to know before a campaign; its rulings have pages of their own."""
        rubric, words = view.rubric, ask.words
        if view.state.rulings:
            return Face("\n".join(_rulings(view, words)), tuple(_ruling_keys(view, words)))
        lines = [
            words("rubric.head", title=title_of(rubric, words)),
            words(
                "rubric.source",
                document=escape(short(rubric.document, WORDS)),
                issuer=escape(short(rubric.issuer, WORDS)),
                issued=rubric.issued.isoformat() if rubric.issued else "–" if rubric.issued else "—",
            ),
            words("rubric.id", id=rubric.id, version=rubric.version),
            *counts_of(rubric, words),
            words("rubric.periods", kinds=tuple(words(f"cli.kind.{kind}") for kind in rubric.periods)),
            words("rubric.versions", versions=tuple(_version(view, each, ask) for each in _newest(view))),
        ]
        if view.by:
            lines.append(words("rubric.by", name=escape(view.by), source=view.source))
        newest = view.versions[-1][0]
        if rubric.version != newest:
            lines.append(words("rubric.older", newest=newest))
        return Face("\n".join(lines), tuple(_keys(view, ask)))

    def take(self, view: Page, given: AnyInput | Tap, ask: Ask) -> Step:
        """Open, or hand out the file; a document that is sent here is a new version of this rubric."""
        if not isinstance(given, Tap):
            return take_message(given, ask, Go(self.name, view.state), rubric=view.rubric.id)
        if given.verb == "o":
            return Step(go=Go(self.name, view.state))
        if given.verb == "f":
            toast = ask.words("draft.file.coming")
            return Step(job=("draft_file", key_of(view.rubric)), toast=toast, stay=True)
        raise Stale

    def aim(self, tap: Tap, state: PageState | None) -> PageState:
        """Return the version that the button names."""
        version, rulings = tap.arg(1), tap.arg(2)
        if not tap.arg(0) or not version.isdecimal() or len(version) > 6:  # noqa: PLR2004 - no rubric has a million
            raise Stale
        page = int(rulings[:3]) if rulings.isdecimal() else 0
        return PageState(rubric=tap.arg(0), version=int(version), rulings=page)

    def title(self, view: Page, ask: Ask) -> str:
        """Return the rubric's short name."""
        return rubric_name(view.rubric, ask.words)

    def closing(self, view: Page, ask: Ask) -> Face:
        """Return one line with the way back."""
        data = pack(self.code, "o", view.rubric.id, view.rubric.version)
        return Face(title_of(view.rubric, ask.words), ((Button(ask.words("button.open"), data),),))


def _newest(view: Page) -> tuple[tuple[int, int], ...]:
    return view.versions[-VERSIONS:]


def _version(view: Page, version: tuple[int, int], ask: Ask) -> str:
    return ask.words("rubric.version", version=version[0], day=day_of(version[1], ask))


def _rulings(view: Page, words: Words) -> list[str]:
    """Return one page of rulings."""
    first = (_page(view) - 1) * RULINGS
    own = {each.id for each in view.rubric.rulings}
    shown = asked(view.rubric)[first : first + RULINGS]
    head = words("rubric.head", title=title_of(view.rubric, words))
    counts = words("rubric.ruling.counts", own=len(own), common=len(asked(view.rubric)) - len(own))
    lines = (_ruling(each, words, own=each.id in own) for each in shown)
    return [head, words("rubric.rulings"), counts, *lines]


def _page(view: Page) -> int:
    return min(view.state.rulings, (len(asked(view.rubric)) - 1) // RULINGS + 1)


def _ruling_keys(view: Page, words: Words) -> list[tuple[Button, ...]]:
    rubric, page, moves = view.rubric, _page(view), []
    if page > 1:
        moves.append(Button(words("button.page_back"), pack("p", "o", rubric.id, rubric.version, page - 1)))
    if page * RULINGS < len(asked(rubric)):
        moves.append(Button(words("button.page_on"), pack("p", "o", rubric.id, rubric.version, page + 1)))
    back = (Button(words("button.back"), pack("p", "o", rubric.id, rubric.version)),)
    return [tuple(moves), back] if moves else [back]


def _ruling(each: Ruling, words: Words, *, own: bool) -> str:
    english = words("language.code") == "en"
    said = each.said(each.shipped, english=english)
    if not own:
        key = "rubric.ruling.common"
        said = said or (each.said(show(each.value.suggested), english=english) if each.value else None)
    elif said is None:
        key = "rubric.ruling.open"
    else:
        key = "rubric.ruling.assumed" if each.assumed else "rubric.ruling"
    question = escape(short((english and each.question_en) or each.question, WORDS))
    named = not each.at or all(item in question for item in each.at)
    at = "" if named else f"{words('cli.draft.listed', kinds=each.at)} "
    return words(key, at=at, question=question, chosen=escape(short(said or "", WORDS)))


def _keys(view: Page, ask: Ask) -> list[tuple[Button, ...]]:
    rubric, words = view.rubric, ask.words
    others = [version for version, _ in _newest(view) if version != rubric.version]
    keys = [
        (Button(words("rubrics.button.cards"), pack("v", "g", key_of(rubric), first_of(rubric))),),
        _ruling_key(rubric, words),
        _campaign_keys(rubric, ask),
        (Button(words("rubrics.button.file"), pack("p", "f", rubric.id, rubric.version)),),
        (Button(words("rubrics.button.upload_new"), pack("u", "o", rubric.id)),),
        tuple(
            Button(words("rubric.button.version", version=each), pack("p", "o", rubric.id, each))
            for each in others
        ),
        (Button(words("rubrics.button.list"), pack("r", "o")),),
    ]
    return [row for row in keys if row]


def _ruling_key(rubric: Rubric, words: Words) -> tuple[Button, ...]:
    """Return the way to all rulings of a campaign: the common ones hold until the unit decides, as assumed ones do."""
    every, own = asked(rubric), rubric.rulings
    assumed = sum(each.assumed for each in own) + len(every) - len(own)
    label = words("rubric.button.rulings", count=len(every), assumed=assumed)
    return (Button(label, pack("p", "o", rubric.id, rubric.version, 1)),)


def _campaign_keys(rubric: Rubric, ask: Ask) -> tuple[Button, ...]:
    """Return the ways to the campaigns of last year, this year and the next, for whoever decides them."""
    if not access.may(ask.who, "publish"):
        return ()
    year = from_ms(ask.now).astimezone(ask.zone).year
    return tuple(
        Button(
            ask.words("campaign.button.open", year=each), pack(CAMPAIGN, "o", rubric.id, rubric.version, each)
        )
        for each in (year - 1, year, year + 1)
    )
