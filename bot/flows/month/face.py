"""What the card of a month says: what is done and missing by each requirement, the entries, how it was handed in."""

from __future__ import annotations

from itertools import groupby

from bot.entities import LogEntry
from bot.flows.html import escape, short
from bot.flows.lengths import MAX_TEXT, visible_length
from bot.flows.month.mine import day_of, kind_title, kind_unit, rubric_title
from bot.flows.month.reading import Page
from bot.flows.screen import Ask
from bot.texts import Words
from rubrics.activities import Span
from rubrics.logbook import Standing
from rubrics.periods import Period
from rubrics.points import ZERO, show

ENTRIES = 12
FEW = 4
"""Entries that the card lists, the newest; the log has all."""
MANY = 30
"""Lines of requirements where there is no room for all."""
TOPIC = 24
REASON = 120
SPANS: tuple[Span, ...] = ("month", "quarter", "half", "year", "two_years", "term")


def face(page: Page, ask: Ask) -> str:
    """Return the whole card."""
    words = ask.words
    top, end = [*head(page, words), ""], ["", *_state(page, ask)]
    standings = _standings(page, words)
    for listed in (ENTRIES, FEW, 0):
        lines = [*top, *standings, "", *_entries(page, ask, listed), *end]
        if visible_length("\n".join(lines)) <= MAX_TEXT:
            return "\n".join(lines)
    # A rubric that asks for more than a message takes: what is missing now comes first, what is left out is counted.
    lines = [*missing_lines(page, words), *standings]
    kept = [*top, *dict.fromkeys(lines[:MANY]), words("month.more_asked", count=max(0, len(lines) - MANY))]
    return "\n".join([*kept, *end])


def head(page: Page, words: Words) -> list[str]:
    """Return which month of which studio under which rubric it is."""
    return [
        words("month.head", month=page.called(words)),
        f"{escape(page.studio.name)} · {rubric_title(page.rubric, words)}",
    ]


def requirement_line(page: Page, each: Standing, words: Words) -> str:
    """Return how one requirement stands: ✓ or ▲, what it is about, done of wanted."""
    asked = each.requirement
    kinds = [kind for one in asked.activities if (kind := page.rubric.activity(one))]
    english = words("language.code") == "en"
    title = (asked.title_en if english else None) or asked.title
    unit = kind_unit(kinds[0], words) if kinds else ""
    figures = {"done": show(max(each.done, each.held or ZERO)), "wanted": each.wanted, "unit": unit}
    named = (
        escape(title) if title and len(kinds) != 1 else "/".join(kind_title(kind, words) for kind in kinds)
    )
    key = "month.met" if not each.missing else "month.soft" if asked.soft else "month.short"
    line = words(key, title=named, missing=show(each.missing), **figures)
    if each.late:
        line += " " + words("month.late_entries", count=len(each.late))
    return line


def missing_lines(page: Page, words: Words) -> list[str]:
    """Return what is asked for by the end of the month and is not done, each demand once."""
    return list(dict.fromkeys(requirement_line(page, each, words) for each in page.missing))


def _standings(page: Page, words: Words) -> list[str]:
    lines: list[str] = []
    ordered = sorted(page.standings, key=lambda each: SPANS.index(each.requirement.per))
    for span, group in groupby(ordered, key=lambda each: each.requirement.per):
        standings = list(group)
        over = page.today > standings[0].end
        days = {} if over else {"days": standings[0].days_left}
        name = words(f"month.span.{span}")
        lines.append(words("month.span_over" if over else "month.span", span=name, **days))
        # Two rules may be fed by the same demand; a leader owes it once.
        lines += dict.fromkeys(requirement_line(page, each, words) for each in standings)
    return lines


def entry_line(page: Page, entry: LogEntry, ask: Ask) -> str:
    """Return one entry in a line: the day, the kind, the topic, how many, what was sent, whether it came late."""
    words = ask.words
    kind = page.rubric.activity(entry.activity)
    parts = [
        f"{int(entry.on[5:7])}-{int(entry.on[8:10])}",
        kind_title(kind, words) if kind else escape(entry.activity),
        escape(short(entry.topic, TOPIC)),
        words("month.people", count=entry.people) if entry.people else "",
        words("month.hours", count=entry.hours) if entry.hours else "",
        f"📷{len(entry.pieces)}" if entry.pieces else "",
        words("month.entry_late", day=f"{day_of(entry.came, ask):%m-%d}") if entry.late else "",
    ]
    return "· " + " ".join(part for part in parts if part)


def _entries(page: Page, ask: Ask, listed: int) -> list[str]:
    words = ask.words
    if not page.entries:
        return [words("month.no_entries")]
    lines = [words("month.entries", count=len(page.entries))]
    shown = page.entries[len(page.entries) - min(listed, len(page.entries)) :]
    if len(shown) < len(page.entries):
        lines.append(words("month.more", count=len(page.entries) - len(shown)))
    lines += [entry_line(page, each, ask) for each in shown]
    return lines


def _state(page: Page, ask: Ask) -> list[str]:
    words, row, names = ask.words, page.row, dict(page.names)
    lines = []
    if row is not None:
        for each in row.reopened:
            day = f"{day_of(each.at, ask):%m-%d}"
            who = escape(names.get(each.by, "?"))
            lines.append(words("month.reopened", day=day, who=who, reason=escape(short(each.reason, REASON))))
    if row is None or row.state == "open":
        return [*lines, _due(page, words)]
    who = escape(names.get(row.by, "?"))
    lines.append(words("month.submitted_late" if row.late else "month.submitted", day=row.day, who=who))
    if row.nothing is not None:
        lines.append(words("month.nothing_said", reason=escape(short(row.nothing, REASON))))
    return lines


def _due(page: Page, words: Words) -> str:
    if page.today > page.due:
        return words("month.overdue", due=page.due.isoformat())
    return words("month.due", due=page.due.isoformat(), days=(page.due - page.today).days)


def submit_face(page: Page, words: Words) -> str:
    """Return the question whether to hand the month in, with all that is missing said before."""
    lines = [*head(page, words), "", words("month.submit_ask", count=len(page.entries))]
    if page.missing:
        lines.append(words("month.missing", count=len(missing_lines(page, words))))
        lines += missing_lines(page, words)
    else:
        lines.append(words("month.complete"))
    bare = [each for each in page.entries if not each.pieces]
    if bare:
        lines.append(words("month.no_proof", count=len(bare)))
    end = Period.parse(page.state.month).end
    if page.today < end:
        lines.append(words("month.not_over", days=(end - page.today).days))
    if page.row is None and page.today > page.due:
        lines.append(words("month.will_be_late", due=page.due.isoformat()))
    return "\n".join([*lines, words("month.submit_final")])


def nothing_face(page: Page, words: Words) -> str:
    """Return the question why nothing was done."""
    return "\n".join([*head(page, words), "", words("month.nothing_ask")])


def ask_face(page: Page, words: Words) -> str:
    """Return the question why the month is to be opened again."""
    return "\n".join([*head(page, words), "", words("month.reopen_why")])
