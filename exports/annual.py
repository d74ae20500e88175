"""年度考核总评 in Word: each studio's year by its parts, its verdict, the facts behind it and what follows from it.

For any scheme that draws conclusions about a year or a cycle; alternatives are printed as such, nothing is chosen here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from exports.circular import Circular
from exports.labels import Say, labels
from exports.outcome_records import SETTLED, DueLine, OutcomeLine, OutcomeRecord, PartLine
from rubrics.points import show

_NUMBER: Final = 11
_STUDIO: Final = 50
_FIGURE: Final = 22
_VERDICT: Final = 34
_WORDS: Final = 50
_CONSEQUENCES: Final = 72


def render(found: OutcomeRecord) -> bytes:
    """Return the document."""
    circular = Circular(found.rubric, title_of(found), landscape=True)
    say = circular.say
    circular.to_all()
    circular.text(_intro(found, say))
    circular.heading(say("annual_whole"))
    for words in _whole(found, say):
        circular.text(words)
    circular.heading(say("annual_each"))
    names, widths = zip(*_columns(found, say), strict=True)
    listed = [_row(found, at, line, say) for at, line in enumerate(found.lines, 1)]
    figures = {0, *range(2, 2 + len(found.parts) + _has_figure(found) + _has_reference(found))}
    circular.letter.table(names, listed, widths, figures, total=False)
    circular.notes(list(_notes(found, say)))
    if found.clauses:
        circular.heading(say("annual_clauses"))
        for clause in found.clauses:
            circular.text(clause)
    if found.absent:
        circular.heading(say("annual_absent"))
        named = (say("payout_absent_one", studio=one.studio, why=one.why) for one in found.absent)
        circular.text(say("semicolon").join(named))
    circular.foot()
    return circular.to_bytes(found.dated)


def title_of(found: OutcomeRecord) -> str:
    """The title, which names the period."""
    say = labels(found.rubric.language)
    return say("annual_title", period=found.period, kind=say(f"paper_{found.kind}"))


def _intro(found: OutcomeRecord, say: Say) -> str:
    rubric = found.rubric
    scope = say("paper_scope", unit=found.scope) if found.scope else ""
    facts = {"title": rubric.title, "document": rubric.document, "period": found.period, "scope": scope}
    return say("annual_intro", count=len(found.lines), **facts)


def _whole(found: OutcomeRecord, say: Say) -> Iterator[str]:
    """How many studios have each verdict, and which facts were entered for whom."""
    said = Counter(line.verdict for line in found.lines if line.verdict)
    if said:
        counted = [say("annual_count", verdict=verdict, count=count) for verdict, count in said.most_common()]
        yield say("annual_counts", counts=say("semicolon").join(counted))
    else:
        yield say("annual_no_verdict")
    for at, part in enumerate(found.parts):
        of_part = Counter(one.verdict for line in found.lines if (one := line.parts[at]) and one.verdict)
        if of_part:
            counted = [
                say("annual_count", verdict=verdict, count=count) for verdict, count in of_part.most_common()
            ]
            yield say("annual_part", part=part, counts=say("semicolon").join(counted))


def _columns(found: OutcomeRecord, say: Say) -> Iterator[tuple[str, int]]:
    yield say("notice_no"), _NUMBER
    yield say("payout_studio"), _STUDIO
    for part in found.parts:
        yield part, _FIGURE
    if _has_figure(found):
        yield say("sum_total"), 14
    if _has_reference(found):
        yield say("annual_reference"), 17
    yield say("annual_facts"), _WORDS - 14
    yield say("conclusion"), _VERDICT
    yield say("annual_dues"), _CONSEQUENCES


def _has_figure(found: OutcomeRecord) -> bool:
    return any(line.figure is not None for line in found.lines)


def _has_reference(found: OutcomeRecord) -> bool:
    return any(line.reference is not None for line in found.lines)


def _row(found: OutcomeRecord, at: int, line: OutcomeLine, say: Say) -> Sequence[str]:
    cells = [str(at), f"{line.studio}\n{say('annual_of', unit=line.unit, leader=line.leader)}"]
    cells += [_part(one, say) for one in line.parts]
    if _has_figure(found):
        cells.append("" if line.figure is None else show(line.figure))
    if _has_reference(found):
        cells.append("" if line.reference is None else show(line.reference))
    cells.append("\n".join(line.facts) or say("annual_none"))
    state = say(f"payout_{line.state}")
    verdict = line.verdict or say("sum_open" if line.open else "annual_none")
    cells.append(f"{verdict}\n{say('annual_state', state=state)}" if line.verdict else verdict)
    cells.append("\n".join(_dues(line, say)) or say("annual_none"))
    return cells


def _part(one: PartLine | None, say: Say) -> str:
    if one is None or (one.figure is None and not one.verdict):
        return say("sum_no_rank")
    figure = "" if one.figure is None else show(one.figure)
    return "\n".join(filter(None, (figure, one.verdict)))


def _dues(line: OutcomeLine, say: Say) -> Iterator[str]:
    """What follows, a line each; alternatives are bracketed together."""
    done: set[str] = set()
    for due in line.dues:
        if not due.choice:
            yield due_words(due, say)
        elif due.choice not in done:
            done.add(due.choice)
            among = [due_words(one, say) for one in line.dues if one.choice == due.choice]
            yield say("annual_choice", among=say("annual_or").join(among))
    for why in line.open:
        yield say("annual_open", why=why)


def due_words(due: DueLine, say: Say) -> str:
    """One consequence in a line: who, what, how much, for how many."""
    if due.amount is None:
        return say("annual_due", who=due.who, what=due.what)
    key = "annual_due_head" if due.per == "head" else "annual_due_lump"
    size = show(abs(due.amount))
    sign = say("payout_plus" if due.amount > 0 else "payout_minus")
    return say(key, who=due.who, what=due.what, sign=sign, amount=size, money=due.unit)


def _notes(found: OutcomeRecord, say: Say) -> Iterator[str]:
    if any(line.state not in SETTLED for line in found.lines if line.verdict):
        yield say("payout_note_suggested")
    if _has_reference(found):
        yield say("annual_note_reference")
