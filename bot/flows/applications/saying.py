"""How applications, their steps and their decisions read in a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.changes.applications.back import lacking
from bot.changes.applications.contest import conditions_of_visit
from bot.changes.applications.sheet import Inspected
from bot.entities import Application, ApplicationStep
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title
from bot.texts import Words
from rubrics.application import Track
from rubrics.application_way import WayStep
from rubrics.model import Rubric
from rubrics.points import show

NAME = 20
TEXT = 200
SHOWN = 12
"""Steps that a card shows, the newest."""
SIGNS: Mapping[str, str] = {
    "draft": "○",
    "returned": "▲",
    "not_selected": "–",
    "rejected": "–",
    "withdrawn": "–",
    "line_lifted": "–",
    "named": "✓",
    "reported": "✓",
    "carried_out": "✓",
}
"""Signs of states and steps; all others are under way."""


def sign_of(state: str) -> str:
    """Return the sign of how far an application is."""
    return SIGNS.get(state, "●")


def state_word(state: str, words: Words) -> str:
    """Return a state in a word."""
    return words("way.step.not_selected" if state == "not_selected" else f"apply.state.{state}")


def track_word(track: Track | None, words: Words) -> str:
    """Return what is applied for, in the reader's language, for a label."""
    if track is None:
        return ""
    return (track.title_en if words("language.code") == "en" else None) or track.title


def round_title(rubric: Rubric, year: int, words: Words) -> str:
    """Return what a round is called."""
    return words("applications.round", rubric=rubric_title(rubric, words), year=year)


def decided(step: ApplicationStep) -> str:
    """Return who decided by which paper, for HTML; empty where neither is known."""
    return escape(short(" ".join(each for each in (step.decider, step.paper) if each), TEXT))


def step_lines(steps: Sequence[ApplicationStep], words: Words, way: Sequence[WayStep] = ()) -> Iterable[str]:
    """Yield the way so far: day, step, who decided by which paper, what was said."""
    if len(steps) > SHOWN:
        yield words("applications.earlier", count=len(steps) - SHOWN)
    for each in steps[-SHOWN:]:
        sign = {"returned": "▲", "rejected": "▲"}.get(each.name, SIGNS.get(each.name, "✓"))
        more = " ".join(part for part in (value_word(each, words), decided(each)) if part)
        line = words(
            "applications.step", sign=sign, on=each.on, step=step_word(each.name, words, way), more=more
        )
        yield line.rstrip()
        keys, text = lacking(each) if each.name == "returned" else ((), each.text)
        if keys:
            yield words("applications.lacks", count=len(keys))
        if text and each.name not in {"selected", "not_selected"}:
            yield words("applications.said", text=escape(short(text, TEXT)))


def value_word(step: ApplicationStep, words: Words) -> str:
    """Return the figure of a step: a rank, a score, the last day of the public notice."""
    if not step.value:
        return ""
    if step.name == "visited" and (held := conditions_of_visit((step,))) is not None:
        return words("applications.value.conditions", met=held[0], of=held[1])
    if step.name in {"visited", "selected", "not_selected", "published"}:
        return words(f"applications.value.{step.name}", value=escape(step.value))
    return ""


def step_word(name: str, words: Words, way: Sequence[WayStep] = ()) -> str:
    """Return what a step is called; a scheme may have a word of its own for it, which its way knows."""
    own = next((each for each in way if each.name == name), None)
    if own is not None and own.called:
        return (own.called_en if words("language.code") == "en" else None) or own.called
    return words(f"way.step.{name}")


def ahead_lines(
    way: Sequence[WayStep],
    stands: str,
    words: Words,
    *,
    all_: bool = True,
    taken: Sequence[ApplicationStep] = (),
) -> Iterable[str]:
    """Yield the steps that are still to come; `all_` names those too that may be left out.

    What was recommended before it was sent back is not recommended again: `taken` are its steps so far.
    """
    holds = {"recommended"} & {each.name for each in taken} if stands == "returned" else set[str]()
    coming = tuple(each for each in ahead(way, stands) if each.name not in holds)
    due = next((each for each in coming if each.required), None)
    for each in coming:
        if not each.required and not all_:
            continue
        sign = "●" if each is due else "○"
        who = (each.who_en if words("language.code") == "en" else None) or each.who
        line = words("applications.ahead", sign=sign, step=step_word(each.name, words, way))
        if who:
            line = words("applications.whose", line=line, who=escape(short(who, NAME)))
        yield line if each.required else words("applications.optional", line=line)


def ahead(way: Sequence[WayStep], stands: str) -> tuple[WayStep, ...]:
    """Return the steps that are still to come."""
    names = [each.name for each in way]
    if stands in {"draft", "returned"}:
        return tuple(way)
    if stands not in names or stands in {"named", "reported"}:
        return ()
    return tuple(way[names.index(stands) + 1 :])


def capital(text: str) -> str:
    """Return words as they stand at the beginning of a line or a button."""
    return text[:1].upper() + text[1:]


def about(found: Application, words: Words) -> str:
    """Return what it is about, where it is not a name."""
    return words(f"way.matter.{found.matter}")


def sheet_lines(sheet: Inspected, words: Words) -> Iterable[str]:
    """Yield what the signed sheet of the visit says: points or conditions, and which must hold and do not."""
    if sheet.total is not None:
        yield words("applications.sheet", total=show(sheet.total))
    if sheet.of:
        yield words("applications.sheet_conditions", met=sheet.met, of=sheet.of)
    if sheet.unmet:
        yield words("applications.sheet_unmet", items=sheet.unmet)
