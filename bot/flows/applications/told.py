"""Who is told of what happens on the way of an application: applicants at each step, whoever has the next one.

The unit hears how it ended, approvers what waits for them, coordinators what came in. Nobody is told what they did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot import access
from bot.changes.applications.effect import ROLE_ENDED
from bot.changes.applications.of import last_of, steps_open, way
from bot.changes.applications.select import of_track
from bot.changes.applications.step import PROPOSING
from bot.changes.sheet_papers import answering
from bot.entities import Application, Person, Studio
from bot.flows.applications.led import read_led
from bot.flows.applications.states import LIST, ONE
from bot.flows.applications.told_group import News, grouped
from bot.flows.applications.told_text import RANKED, Tells
from bot.flows.apply.states import FORM
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts
from rubrics.application_way import next_of

ENDED: Final = frozenset({"named", "reported", "carried_out", "rejected"})
"""Steps of which the unit is told."""
LISTED: Final = 8
TEXT: Final = 300


def submitted(desk: Desk, ask: Ask, application: str) -> tuple[Output, ...]:
    """Tell whoever recommends or examines it that an application was handed in, for the first time or again."""
    found, studio = _found(desk, application)
    if found is None or studio is None:
        return ()
    steps = desk.applications.steps(found.id)
    key = "resubmitted" if last_of(steps, "returned") is not None else "submitted"
    act: access.Act = "recommend" if "recommended" in steps_open(desk, found, steps) else "examine"

    def speak(words: Words) -> str:
        return words(f"way.told.{key}", **_named(found), what=_what(desk, found, words), by=_by(ask))

    told = _to(desk, ask, _acting(desk, ask, act, studio), speak, _desk_way(found))
    return (*told, *_waiting(desk, ask, [found], key))


def begun(desk: Desk, ask: Ask, application: str) -> tuple[Output, ...]:
    """Tell coordinators of what is to be decided about a named studio, and its leaders."""
    found, studio = _found(desk, application)
    if found is None or studio is None:
        return ()

    def speak(words: Words) -> str:
        return words("way.told.matter", **_named(found), what=_what(desk, found, words), by=_by(ask))

    people = (*_acting(desk, ask, "examine", studio), *answering(desk, studio.id, ask.now))
    return tuple(_to(desk, ask, people, speak, _desk_way(found)))


def stepped(desk: Desk, ask: Ask, applications: Sequence[str], what: str) -> tuple[Output, ...]:
    """Tell of a step that was just taken with some: each person once."""
    found = [one for each in applications if (one := desk.applications.get(each)) is not None]
    news = [each for one in found for each in _news(desk, ask, one, what)]
    uninvited = tuple(_uninvited(desk, ask, found)) if what == "carried_out" and len(found) > 1 else ()
    return (*grouped(desk, ask, news, what), *_waiting(desk, ask, found, what), *uninvited)


def _uninvited(desk: Desk, ask: Ask, found: Iterable[Application]) -> Iterator[Say]:
    """Tell who carried out many which new leaders have no role yet; of one alone its page says it."""
    for one in found:
        studio = desk.studios.get(one.studio)
        led = read_led(desk, ask, one, studio, ()) if studio is not None else None
        if led is not None and led.missing:
            lines = (
                escape(led.studio.name),
                ask.words("applications.leader_missing", name=escape(led.studio.leader)),
            )
            yield Say("\n".join(lines), ((Button(ask.words("button.open"), _desk_way(one)),),))


def _news(desk: Desk, ask: Ask, found: Application, what: str) -> Iterator[News]:
    """Return who hears of a step that was just taken: the applicant before all others."""
    studio, steps = desk.studios.get(found.studio), desk.applications.steps(found.id)
    step = last_of(steps, what)
    if studio is None or step is None:
        return
    tells, here = Tells(desk, found, step), _desk_way(found)
    if what == "carried_out" and found.matter == "leader":
        yield from _leaders(desk, ask, found, studio, tells)
    for person in _applicants(desk, ask, found):
        yield News(person, tells, _own_way(found), own=True)
    heard = _units(desk, ask, studio) if what in ENDED else ()
    if what == "recommended" and not access.may(ask.who, "examine", studio):
        # A unit hands it on: whoever has the next step cannot know of it otherwise.
        heard = _acting(desk, ask, "examine", studio)
    for person in heard:
        yield News(person, tells, here, own=False)
    if what == "approved":
        for by in sorted({each.by for each in steps if each.name in PROPOSING}):
            able = desk.people.get(by, ask.now)
            if able is not None and access.may(able, "examine", studio):
                yield News(able, tells, here, own=False)


def _leaders(desk: Desk, ask: Ask, found: Application, studio: Studio, tells: Tells) -> Iterator[News]:
    """Return who led the studio until now, and who leads it from now on, where they are known here."""
    for each in desk.applications.steps(found.id):
        old = desk.people.get(each.value, ask.now) if each.name == ROLE_ENDED else None
        if old is not None:
            # What they may not see any more is not offered to them.
            yield News(old, replace(tells, part="old"), "", own=True)
    for person in desk.people.everybody(ask.now):
        here = any(grant.scope.covers(studio.id, studio.unit) for grant in person.grants)
        if person.name == studio.leader and here:
            data = _own_way(found) if access.may(person, "apply", studio) else ""
            yield News(person, replace(tells, part="new"), data, own=True)


def drawn(desk: Desk, ask: Ask, rubric: str, year: int, track: str) -> tuple[Output, ...]:
    """Tell every candidate of a line that was just drawn, or lifted, on which side they are; approvers what waits."""
    news: list[News] = []
    inside, what = [], "selected"
    ways = desk.applications.steps_of_round(rubric, year)
    lasts = [(one, ways.get(one.id, ())[-1:]) for one in of_track(desk, rubric, year, track)]
    now = [(one, last[0]) for one, last in lasts if last and last[0].at == ask.now]
    ranks = Counter(step.value for _, step in now if step.name in RANKED and step.value)
    for found, step in now:
        if step.name not in {*RANKED, "line_lifted"}:
            continue
        tied = step.name in RANKED and ranks[step.value] > 1
        heard = _news(desk, ask, found, step.name)
        news += (replace(each, tells=replace(each.tells, tied=tied)) for each in heard)
        if step.name == "selected":
            inside.append(found)
        elif step.name == "line_lifted":
            what = "line_lifted"
    return (*grouped(desk, ask, news, what), *_waiting(desk, ask, inside, "selected"))


def responded(desk: Desk, ask: Ask, application: str) -> tuple[Output, ...]:
    """Tell coordinators, and approvers, that a studio has said something to what is to be decided about it."""
    found, studio = _found(desk, application)
    step = last_of(desk.applications.steps(application), "responded")
    if found is None or studio is None or step is None:
        return ()

    def speak(words: Words) -> str:
        head = words("way.told.responded", name=escape(found.name), what=_what(desk, found, words))
        return f"{head}\n{words('way.told.text', text=escape(short(step.text, TEXT)))}"

    people = (*_acting(desk, ask, "examine", studio), *_acting(desk, ask, "approve", studio))
    return tuple(_to(desk, ask, people, speak, _desk_way(found)))


def withdrawn(desk: Desk, ask: Ask, application: str) -> tuple[Output, ...]:
    """Tell coordinators that something was taken back that had been handed in, and the studio where it is a matter."""
    found, studio = _found(desk, application)
    if found is None or studio is None or found.submitted is None:
        return ()

    def speak(words: Words) -> str:
        return words("way.told.withdrawn", name=escape(found.name), what=_what(desk, found, words))

    leaders = () if found.matter == "name" else answering(desk, studio.id, ask.now)
    people = (*_acting(desk, ask, "examine", studio), *leaders)
    return tuple(_to(desk, ask, people, speak, _desk_way(found)))


def objection(desk: Desk, ask: Ask, application: str, objection: str) -> tuple[Output, ...]:
    """Tell whoever may decide an objection that came in; what was decided, the applicant and who wrote it down."""
    known, (found, studio) = desk.applications.objection(objection), _found(desk, application)
    if known is None or found is None or studio is None or known.application != found.id:
        return ()

    def filed(words: Words) -> str:
        head = words("way.told.objection", name=escape(found.name), on=known.on)
        said = words("way.told.text", text=escape(short(known.text, TEXT)))
        return "\n".join((head, said, words("way.told.objection_to_decide")))

    def decided(words: Words) -> str:
        head = words(f"way.told.{known.state}", name=escape(found.name))
        return f"{head}\n{words('way.told.text', text=escape(short(known.decision, TEXT)))}"

    if known.state == "open":
        people = (*_acting(desk, ask, "examine", studio), *_acting(desk, ask, "approve", studio))
        return tuple(_to(desk, ask, people, filed, _desk_way(found)))
    filer = desk.people.get(known.by, ask.now)
    told = _to(desk, ask, (filer,) if filer else (), decided, _desk_way(found))
    return (*told, *_to(desk, ask, _applicants(desk, ask, found), decided, _own_way(found)))


# --- what waits for an approver ----------------------------------------------------------------------


def _waiting(desk: Desk, ask: Ask, found: Iterable[Application], what: str) -> Iterator[Output]:
    """Tell each approver once how many have come to them by this step; say if nobody can approve some."""
    waits = [one for one in found if _comes_to_approval(desk, one, what)]
    reached: set[str] = set()
    for person in desk.people.with_role("approver", ask.now) if waits else ():
        theirs = [one for one in waits if _approves(desk, person, one)]
        if not theirs:
            continue
        reached |= {one.id for one in theirs}

        def speak(words: Words, theirs: Sequence[Application] = theirs) -> str:
            lines = [words("way.told.waits", count=len(theirs))]
            lines += [
                words("way.told.waits_one", **_named(one), what=_what(desk, one, words))
                for one in theirs[:LISTED]
            ]
            if len(theirs) > LISTED:
                lines.append(words("way.told.more", count=len(theirs) - LISTED))
            return "\n".join(lines)

        data = pack(ONE, "o", theirs[0].id) if len(theirs) == 1 else pack(LIST, "o")
        yield from _to(desk, ask, (person,), speak, data)
    alone = sum(one.id not in reached for one in waits)
    if alone:
        yield Say(ask.words("way.told.nobody", count=alone))


def _comes_to_approval(desk: Desk, found: Application, what: str) -> bool:
    """Say whether the approval is due now and was not before this step: what may be left out keeps nobody waiting."""
    steps = desk.applications.steps(found.id)
    if steps_open(desk, found, steps)[-1:] != ("approved",):
        return False
    along = way(desk, found)
    names = [step.name for step in along]
    before = [step.name for step in steps[:-1] if step.name in names]
    return (
        what in {"submitted", "resubmitted"} or not before or next_of(along, before[-1])[-1:] != ("approved",)
    )


def _approves(desk: Desk, person: Person, found: Application) -> bool:
    studio = desk.studios.get(found.studio)
    own = {step.by for step in desk.applications.steps(found.id) if step.name in PROPOSING}
    return studio is not None and access.may(person, "approve", studio) and person.id not in own


# --- people ------------------------------------------------------------------------------------------


def _found(desk: Desk, application: str) -> tuple[Application | None, Studio | None]:
    found = desk.applications.get(application)
    return found, desk.studios.get(found.studio) if found is not None else None


def _applicants(desk: Desk, ask: Ask, found: Application) -> tuple[Person, ...]:
    """Return the leaders of the studio and whoever filled it in, if they still may."""
    studio, by = desk.studios.get(found.studio), desk.people.get(found.by, ask.now)
    leaders = answering(desk, found.studio, ask.now)
    also = by is not None and studio is not None and access.may(by, "apply", studio)
    return (*leaders, by) if also and by is not None else leaders


def _units(desk: Desk, ask: Ask, studio: Studio) -> tuple[Person, ...]:
    people = desk.people.with_role("unit", ask.now)
    return tuple(each for each in people if access.may(each, "read_notices", studio))


def _acting(desk: Desk, ask: Ask, act: access.Act, studio: Studio) -> tuple[Person, ...]:
    """Return whoever may do something about a studio."""
    people = [
        each for role in ("coordinator", "unit", "approver") for each in desk.people.with_role(role, ask.now)
    ]
    return tuple(each for each in people if access.may(each, act, studio))


def _to(
    desk: Desk, ask: Ask, people: Iterable[Person], speak: Callable[[Words], str], data: str
) -> Iterator[Output]:
    """Say something to each of them once, in their language, with the way there; not to who did it."""
    known = {person.id: person for person in people if person.id != ask.who.id}
    for person in known.values():
        words = texts(person.language)
        said = Say(speak(words), ((Button(words("button.open"), data),),))
        yield from (InChat(chat, said) for chat in desk.people.accounts(person.id))


# --- words and ways ----------------------------------------------------------------------------------


def _desk_way(found: Application) -> str:
    return pack(ONE, "o", found.id)


def _own_way(found: Application) -> str:
    return pack(FORM, "v", found.id, "") if found.matter == "name" else _desk_way(found)


def _named(found: Application) -> dict[str, str]:
    return {"name": escape(found.name), "unit": escape(found.unit)}


def _by(ask: Ask) -> str:
    return escape(ask.who.name)


def _what(desk: Desk, found: Application, words: Words) -> str:
    """Return what it is about: the scheme and its year, or which matter."""
    if found.matter != "name":
        return words(f"way.matter.{found.matter}")
    return f"{rubric_title(desk.library.get(found.rubric, found.version), words)} {found.year}"
