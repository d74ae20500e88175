"""One studio in one period: figures, verdict, what follows for whom, what is uncertain, how far it has come."""

from __future__ import annotations

from collections.abc import Iterator

from bot.changes.outcomes.of import Result, cases, running
from bot.changes.outcomes.steps import DECIDED, mark_of
from bot.flows.html import escape, short
from bot.flows.month.mine import day_of
from bot.flows.outcomes.reading import One
from bot.flows.outcomes.saying import Saying
from bot.flows.outcomes.states import ONE
from bot.flows.outputs import Button, Face, Rows
from bot.flows.proof_files import counted
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.outcomes import rules_of
from rubrics.points import show

NOTE = 120
REMARK = 300
LABEL = 24
_Row = tuple[Button, ...]


def one_face(view: One, ask: Ask) -> Face:
    """Return the card, or the question that is open on it."""
    saying, words, found = Saying(view.found.rubric, ask.words), ask.words, view.found
    head = words(
        "outcomes.one",
        studio=escape(found.studio.name),
        unit=escape(found.studio.unit),
        rubric=saying.title(),
        period=str(found.period),
    )
    if view.state.step == "clauses" and found.outcome:
        text = "\n".join([head, words("outcomes.quotes"), *saying.clauses(found.outcome)])
        return Face(text, (_back(view, words),))
    if view.state.step:
        return Face("\n".join([head, "", *_asked(view, saying)]), _answers(view, words))
    lines = [head, *saying.figures(found), *_facts(view, saying), *_verdict(found, saying)]
    lines += [*_open(view, saying), *(saying.rest(one) for one in running(found))]
    lines += [*(saying.ahead(one) for one in found.warnings), *_state(view, ask)]
    return Face("\n".join(lines), _keys(view, saying))


def _facts(view: One, saying: Saying) -> Iterator[str]:
    words, facts = saying.words, view.found.facts
    if not facts:
        return
    said = []
    for one in facts:
        files = counted(view.proofs.get(one.id, ()))
        key = "outcomes.fact_files" if files else "outcomes.fact"
        said.append(words(key, title=saying.fact(one.fact), **({"files": files} if files else {})))
    yield words("outcomes.facts", facts=tuple(said))
    for one in facts:
        if one.note:
            note = escape(short(one.note, NOTE))
            yield words("outcomes.fact_note", title=saying.fact(one.fact), note=note)


def _verdict(found: Result, saying: Saying) -> Iterator[str]:
    words, verdict = saying.words, saying.verdict(found)
    if not verdict:
        yield words("outcomes.no_verdict")
    else:
        held = found.state in DECIDED and not found.outdated
        # Some sources say it themselves: 建议摘牌.
        plain = held or words("outcomes.suggested") in verdict
        key = "outcomes.verdict_approved" if plain else "outcomes.verdict"
        yield words(key, verdict=verdict)
    dues = tuple(saying.dues(found))
    if dues:
        yield ""
        yield words("outcomes.dues")
        yield from dues
    if found.outcome and (basis := saying.basis(found.outcome)):
        yield basis


def _open(view: One, saying: Saying) -> Iterator[str]:
    """Say what people have to decide, then what may still change."""
    found = view.found
    if found.outcome and found.outcome.open:
        yield ""
        yield from (saying.opened(one) for one in found.outcome.open)
    if found.doubts:
        yield ""
        yield saying.words("outcomes.uncertain")
        yield from (saying.doubt(one) for one in found.doubts)


def _state(view: One, ask: Ask) -> Iterator[str]:
    """Say how far it has come, by whom."""
    judgement, words = view.found.judgement, ask.words
    if view.found.outcome is None:
        return
    yield ""
    if judgement is None or judgement.state == "open":
        yield words("outcomes.state.open")
        return
    facts = {
        "name": escape(view.names.get(judgement.by, "?")),
        "day": day_of(judgement.at, ask).isoformat(),
        "approver": escape(view.names.get(judgement.approved_by or "", "?")),
        "approved": day_of(judgement.approved, ask).isoformat() if judgement.approved else "",
        "remark": escape(short(judgement.remark, REMARK)),
        "carried": judgement.carried,
    }
    yield words(f"outcomes.state.{judgement.state}", **facts)
    if view.found.outdated:
        yield words("outcomes.changed")


def _asked(view: One, saying: Saying) -> Iterator[str]:
    words, state, found = saying.words, view.state, view.found
    if state.step == "how":
        missing = tuple(map(str, found.outcome.missing)) if found.outcome else ()
        yield words("outcomes.ask_how", period=str(found.period), missing=missing or (str(found.period),))
    elif state.step == "total":
        yield words("outcomes.ask_total", most=show(found.rubric.most))
    elif state.step == "reason":
        yield words("outcomes.ask_reason")
    elif state.step == "drop":
        one = next((each for each in found.facts if each.id == state.fact), None)
        yield words("outcomes.ask_drop", title=saying.fact(one.fact) if one else "?")
    else:
        yield words("outcomes.ask_remark")


def _answers(view: One, words: Words) -> Rows:
    keys: list[_Row] = []
    if view.state.step == "how":
        ways = ("total", "mean", "none") if view.found.sheets else ("total", "none")
        keys += [(Button(words(f"outcomes.button.how_{how}"), _data(view, "m", how)),) for how in ways]
    return (*keys, _back(view, words))


def _back(view: One, words: Words) -> _Row:
    return (Button(words("button.back"), _data(view, "o", view.state.which)),)


def _data(view: One, verb: str, *args: object) -> str:
    state = view.state
    return pack(ONE, verb, state.rubric, state.period, state.studio, *args)


def _keys(view: One, saying: Saying) -> Rows:
    words, found = saying.words, view.found
    keys: list[_Row] = []
    if view.approves and found.approvable:
        mark = mark_of(found)
        keys.append(
            (
                Button(words("outcomes.button.one_approve"), _data(view, "a", mark)),
                Button(words("outcomes.button.one_back"), _data(view, "b")),
            )
        )
    if view.manages:
        keys += _desk_keys(view, saying)
    if found.outcome and found.outcome.clauses:
        keys.append((Button(words("outcomes.button.clauses"), _data(view, "c")),))
    if any(view.proofs.values()):
        keys.append((Button(words("outcomes.button.proof"), _data(view, "f")),))
    keys.append((Button(words("outcomes.button.list"), _data(view, "l", view.state.which)),))
    return tuple(keys)


def _desk_keys(view: One, saying: Saying) -> Iterator[_Row]:
    """Yield what a coordinator can do with it."""
    words, found = saying.words, view.found
    free = found.state not in DECIDED or found.outdated
    if free:
        for place, what in _alternatives(found):
            label = words("outcomes.button.take", what=short(saying.plain(what), LABEL))
            yield (Button(label, _data(view, "t", place)),)
        for place, (_, band) in enumerate(cases(found)):
            label = words("outcomes.button.take", what=short(saying.plain(band.verdict), LABEL))
            yield (Button(label, _data(view, "e", place)),)
        if found.judgement and found.judgement.how:
            yield (Button(words("outcomes.button.undecide"), _data(view, "u")),)
        elif _lacks(found):
            yield (Button(words("outcomes.button.one_decide"), _data(view, "d")),)
    if found.proposable:
        yield (Button(words("outcomes.button.one_propose"), _data(view, "p", mark_of(found))),)
    if found.state == "approved" and not found.outdated:
        label = words("outcomes.button.carried_today", day=view.today.isoformat())
        yield (Button(label, _data(view, "k", mark_of(found))),)
    facts = [one for one in rules_of(found.rubric).facts if one.period == found.period.kind]
    if any(one.id not in {each.fact for each in found.facts} for one in facts):
        yield (Button(words("outcomes.button.add_fact"), _data(view, "n")),)
    for one in found.facts:
        title = short(saying.plain_fact(one.fact), LABEL)
        yield (Button(words("outcomes.button.drop_fact", title=title), _data(view, "x", one.id)),)


def _lacks(found: Result) -> bool:
    """Say whether the period has parts, and one of them has no total."""
    scale = rules_of(found.rubric).scale(found.period.kind)
    if scale is None or scale.mean_of is None:
        return False
    return found.outcome is None or bool(found.outcome.missing)


def _alternatives(found: Result) -> Iterator[tuple[int, str]]:
    """Yield the alternatives that wait for a choice, or among which one was chosen: their places and what they are."""
    if found.outcome is None:
        return
    due = [one.consequence for one in found.outcome.consequences]
    chosen = set(found.judgement.chosen) if found.judgement else set()
    for place, one in enumerate(rules_of(found.rubric).alternatives):
        among = [each for each in due if each.choice == one.choice]
        if (len(among) > 1 and one in due) or (among and among[0].name in chosen and one not in among):
            yield place, one.what if one.amount is None and one.share is None else _sum(found, place)


def _sum(found: Result, place: int) -> str:
    one = rules_of(found.rubric).alternatives[place]
    amount = show(one.amount) if one.amount is not None else f"{show(one.share)}%" if one.share else ""
    return f"{one.what} {amount.replace('-', '−')}"
