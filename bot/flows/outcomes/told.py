"""Who is told of outcomes: approvers of what was proposed, coordinators of what became of it, studios of what holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot import access
from bot.changes.outcomes.of import Result, counts, results
from bot.changes.outcomes.shares import to_share
from bot.entities import Person
from bot.flows.html import escape, short
from bot.flows.month.mine import mark_of
from bot.flows.outcomes.saying import Saying
from bot.flows.outcomes.states import LIST, SHARE
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts

TEXT = 600
LISTED = 8
"""Studios that the message to an approver names; the list behind its button has all of them."""
Speak = Callable[[Saying], str]


def proposed(desk: Desk, ask: Ask, found: Sequence[Result]) -> tuple[Output, ...]:
    """Tell each approver how many wait for them, with one button to the list; say if nobody can approve some."""
    rubric, period = found[0].rubric.id, str(found[0].period)
    told: list[Output] = []
    reached: set[str] = set()
    for person in desk.people.with_role("approver", ask.now):
        signed = desk.visits.signed_by(person.id)
        theirs = [
            one
            for one in found
            if access.may(person, "approve", one.studio)
            and person.id != ask.who.id
            and not any(sheet.assessment in signed for sheet in one.sheets)
        ]
        if not theirs:
            continue
        reached |= {one.studio.id for one in theirs}
        place = (mark_of(rubric), period)
        data = pack(LIST, "v", *place, "waiting", 0)
        told += _to(
            desk, person, theirs, data, _proposal(ask, theirs), all_=pack(LIST, "q", *place, "approve")
        )
    alone = len(found) - len(reached)
    if alone:
        told.append(Say(ask.words("outcomes.told_nobody", count=alone)))
    return tuple(told)


def _proposal(ask: Ask, found: Sequence[Result]) -> Speak:
    def speak(saying: Saying) -> str:
        words = saying.words
        said = tuple(
            words("outcomes.counts", verdict=saying.word(verdict), count=count)
            for verdict, count in counts(found).items()
            if verdict
        )
        head = words(
            "outcomes.told_proposed",
            **_head(saying, found[0]),
            name=escape(ask.who.name),
            count=len(found),
            verdicts=said or (words("outcomes.no_verdict"),),
        )
        lines = [
            words(
                "outcomes.told_one",
                studio=escape(one.studio.name),
                figure=saying.figure(one.outcome),
                verdict=saying.verdict(one),
            )
            for one in found[:LISTED]
        ]
        if len(found) > LISTED:
            lines.append(words("outcomes.told_more", count=len(found)))
        return "\n".join([head, *lines])

    return speak


def approved(desk: Desk, ask: Ask, rubric: str, period: str, studios: Sequence[str]) -> tuple[Output, ...]:
    """Tell who proposed it; and the leaders and the unit of every studio what holds now, and what is to be shared."""
    found = results(desk, rubric, period, studios)
    return (*_proposers(desk, ask, found, "told_approved"), *_studios(desk, ask, found, _held))


def sent_back(desk: Desk, ask: Ask, rubric: str, period: str, studios: Sequence[str]) -> tuple[Output, ...]:
    """Tell who proposed it."""
    found = results(desk, rubric, period, studios)
    return _proposers(desk, ask, found, "told_back")


def carried(desk: Desk, ask: Ask, rubric: str, period: str, studios: Sequence[str]) -> tuple[Output, ...]:
    """Tell the leaders and the units on which day it was carried out."""

    def speak(one: Result, saying: Saying) -> str:
        facts = {**_head(saying, one), "studio": escape(one.studio.name)}
        return saying.words(
            "outcomes.told_carried", **facts, day=one.judgement.carried if one.judgement else ""
        )

    return _studios(desk, ask, results(desk, rubric, period, studios), speak)


def shared(desk: Desk, ask: Ask, one: Result, due: int) -> tuple[Output, ...]:
    """Tell who proposed it that a leader shared a sum out."""
    by = desk.people.get(one.judgement.by, ask.now) if one.judgement else None
    if by is None or one.outcome is None or by.id == ask.who.id:
        return ()
    sum_ = one.outcome.consequences[due]

    def speak(saying: Saying) -> str:
        facts = {**_head(saying, one), "studio": escape(one.studio.name)}
        return saying.words("outcomes.told_shared", **facts, name=escape(ask.who.name), due=saying.due(sum_))

    return _to(desk, by, [one], pack(LIST, "v", mark_of(one.rubric.id), str(one.period), "all", 0), speak)


def _held(one: Result, saying: Saying) -> str:
    words = saying.words
    dues = "\n".join(saying.dues(one)) or words("outcomes.no_dues")
    verdict = saying.verdict(one)
    facts = {**_head(saying, one), "studio": escape(one.studio.name)}
    said = words("outcomes.verdict_approved", verdict=verdict) if verdict else words("outcomes.no_verdict")
    lines = [words("outcomes.told_studio", **facts, verdict=said, dues=dues)]
    lines += [saying.ahead(warning) for warning in one.warnings]
    if to_share(one):
        lines.append(words("outcomes.told_share"))
    return "\n".join(lines)


def _proposers(desk: Desk, ask: Ask, found: Sequence[Result], key: str) -> tuple[Output, ...]:
    told: list[Output] = []
    by = {one.judgement.by for one in found if one.judgement} - {ask.who.id}
    for person in (each for one in sorted(by) if (each := desk.people.get(one, ask.now))):
        theirs = [one for one in found if one.judgement and one.judgement.by == person.id]
        remark = theirs[0].judgement.remark if theirs[0].judgement else ""

        def speak(saying: Saying, theirs: Sequence[Result] = theirs, remark: str = remark) -> str:
            facts = {"remark": escape(short(remark, TEXT))} if key == "told_back" else {}
            head = _head(saying, theirs[0])
            return saying.words(
                f"outcomes.{key}", **head, **facts, name=escape(ask.who.name), count=len(theirs)
            )

        which = "decide" if key == "told_back" else "all"
        one = theirs[0]
        data = pack(LIST, "v", mark_of(one.rubric.id), str(one.period), which, 0)
        told += _to(desk, person, theirs, data, speak)
    return tuple(told)


def _studios(
    desk: Desk, ask: Ask, found: Iterable[Result], speak: Callable[[Result, Saying], str]
) -> tuple[Output, ...]:
    """Say something to the leaders and the unit of every studio, with a button to what they can share out."""
    people = [*desk.people.with_role("leader", ask.now), *desk.people.with_role("unit", ask.now)]
    told: list[Output] = []
    for one in found:
        studio, judgement = one.studio, one.judgement
        for person in dict.fromkeys(people):
            theirs = access.may(person, "answer", studio) or (
                person.has("unit") and access.may(person, "read_notices", studio)
            )
            if theirs and judgement is not None:

                def said(saying: Saying, one: Result = one) -> str:
                    return speak(one, saying)

                told += _to(desk, person, [one], pack(SHARE, "o", judgement.id), said)
    return tuple(told)


def _head(saying: Saying, one: Result) -> dict[str, str]:
    return {"rubric": saying.title(), "period": str(one.period)}


def _to(
    desk: Desk, person: Person, found: Sequence[Result], data: str, speak: Speak, *, all_: str = ""
) -> tuple[Output, ...]:
    """Say something to a person with the way there; `all_` is where all of it is approved."""
    words: Words = texts(person.language)
    keys = [Button(words("button.open"), data)]
    if all_:
        keys.append(Button(words("outcomes.button.approve_all"), all_))
    said = Say(speak(Saying(found[0].rubric, words)), (tuple(keys),))
    return tuple(InChat(chat, said) for chat in desk.people.accounts(person.id))
