"""The texts of the log's cards: the list of a month, an activity being written, one that was logged."""

from __future__ import annotations

from bot.entities import ActivityFacts, LogEntry, Proof
from bot.flows.html import escape, short
from bot.flows.month.face import entry_line, head
from bot.flows.month.log_read import EntryPage, LogPage
from bot.flows.month.mine import day_of, kind_title, rubric_title
from bot.flows.month.reading import Page
from bot.flows.screen import Ask
from bot.texts import Words
from rubrics.activities import Activity, Measure

LEAF = 6
"""Entries of one leaf of the list."""
SUMMARY = 600
"""Characters of a summary that a card shows; the ledger prints them all."""
REASON = 120
CAPTIONS = 3
COUNTED: tuple[Measure, ...] = ("events", "results")
"""Measures of which an amount is said by itself."""
SIGNS = {"photo": "📷", "voice": "🎤", "location": "📍"}


def list_face(view: LogPage, ask: Ask) -> str:
    """Return the month's entries and how to log one."""
    words, page = ask.words, view.page
    lines = [*head(page, words), ""]
    if page.entries:
        key = "log.entries" if leaves(page) > 1 else "month.entries"
        lines.append(words(key, count=len(page.entries), leaf=view.state.leaf + 1, leaves=leaves(page)))
        lines += [f"{number} {entry_title(page, each, ask)}" for number, each in leaf_of(view)]
    else:
        lines.append(words("month.no_entries"))
    if page.closed and page.row is not None:
        lines.append(words("log.closed", day=page.row.day))
    if view.loose:
        lines.append(words("log.loose", files=files_of(view.loose)))
    return "\n".join([*lines, "", words("log.how", example=example(page, words))])


def leaves(page: Page) -> int:
    """Return how many leaves the list has."""
    return max(1, -(-len(page.entries) // LEAF))


def leaf_of(view: LogPage) -> tuple[tuple[int, LogEntry], ...]:
    """Return the numbered entries of the leaf in view, by day; the first leaf has the newest."""
    numbered = tuple(enumerate(view.page.entries, 1))
    end = max(0, len(numbered) - LEAF * view.state.leaf)
    return numbered[max(0, end - LEAF) : end]


def example(page: Page, words: Words) -> str:
    """Return a line of the quick form with a kind of this rubric."""
    kind = kind_title(page.rubric.activities[0], words)
    return words("log.example", kind=kind, month=page.today.month, day=page.today.day)


def draft_face(view: LogPage, ask: Ask) -> str:
    """Return what was said so far and what is asked next."""
    words, state = ask.words, view.state
    lines = [
        words("log.head_edit" if state.revision else "log.head_new"),
        f"{escape(view.page.studio.name)} · {rubric_title(view.page.rubric, words)}",
        "",
        *facts_lines(view.kind, state.facts, words),
    ]
    files = view.stored.pieces if view.stored and state.revision else view.pieces
    if files:
        lines.append(words("log.files", files=files_of(files)) + _lost(files, words))
    measure = view.kind.measure if view.kind else "events"
    asked = words(f"log.ask.{state.step}")
    if state.step == "figures" and measure not in COUNTED:
        asked = words("log.ask.figures_needed", measure=words(f"log.measure.{measure}"))
    return "\n".join([*lines, "", asked])


def facts_lines(kind: Activity | None, facts: ActivityFacts, words: Words) -> list[str]:
    """Return what is known of an activity, a line each."""
    shown = {
        "kind": kind_title(kind, words) if kind else escape(facts.activity),
        "on": facts.on,
        "topic": escape(facts.topic),
        "people": facts.people or "",
        "hours": facts.hours or "",
        "amount": facts.amount if kind and kind.measure in COUNTED and facts.amount != "1" else "",
        "led": escape(facts.led_by),
        "summary": escape(short(facts.summary, SUMMARY)),
    }
    return [words(f"log.fact.{name}", value=value) for name, value in shown.items() if value]


def where_face(view: LogPage, ask: Ask) -> str:
    """Return the question which activity the files belong to."""
    words, page = ask.words, view.page
    lines = [words("log.head_where"), escape(page.studio.name), ""]
    if not view.pieces:
        return "\n".join([*lines, words("log.where_none")])
    lines.append(words("log.where_kept", files=files_of(view.pieces)))
    said = [each.caption for each in view.pieces if each.caption]
    lines += [words("log.caption", text=escape(short(each, REASON))) for each in said[-CAPTIONS:]]
    if view.state.step == "drop":
        return "\n".join([*lines, words("log.ask.drop")])
    key = "log.where_ask" if view.recent else "log.where_new"
    return "\n".join([*lines, words(key, example=example(page, words))])


def entry_face(view: EntryPage, ask: Ask) -> str:
    """Return one entry: what was understood, when it came, what was sent for it, what can be done."""
    words, entry, page = ask.words, view.entry, view.page
    lines = [
        words("log.head_entry" if entry.deleted is None else "log.head_gone"),
        f"{escape(page.studio.name)} · {rubric_title(page.rubric, words)}",
        "",
    ]
    lines += facts_lines(page.rubric.activity(entry.activity), entry, words)
    if entry.pieces:
        lines.append(words("log.files", files=files_of(entry.pieces)) + _lost(entry.pieces, words))
    came = day_of(entry.came, ask).isoformat()
    lines.append(words("log.came_late" if entry.late else "log.came", day=came, name=escape(view.by)))
    if entry.deleted is not None:
        lines += ["", words("log.deleted", reason=escape(short(entry.deleted, REASON)))]
    elif page.closed and page.row is not None:
        lines += ["", words("log.closed", day=page.row.day)]
    elif view.state.step == "delete":
        lines += ["", words("log.ask.delete")]
    elif view.state.step == "move":
        lines += ["", words("log.ask.move")]
    elif not entry.pieces:
        lines += ["", words("log.send_files")]
    return "\n".join(lines)


def entry_title(page: Page, entry: LogEntry, ask: Ask) -> str:
    """Return an entry in a few words, for HTML."""
    return entry_line(page, entry, ask).removeprefix("· ")


def files_of(pieces: tuple[Proof, ...]) -> str:
    """Return how many files of each kind there are: 📷2 📄1."""
    kinds = [file.kind for piece in pieces for file in piece.files]
    signs = [SIGNS.get(kind, "📄") for kind in kinds]
    return " ".join(f"{sign}{signs.count(sign)}" for sign in dict.fromkeys(signs))


def _lost(pieces: tuple[Proof, ...], words: Words) -> str:
    """Return how many files could not be had, where there are such."""
    lost = sum(file.state == "failed" for piece in pieces for file in piece.files)
    return " " + words("log.files_lost", count=lost) if lost else ""


def typed_again(kind: Activity | None, facts: ActivityFacts, words: Words) -> str:
    """Return what was said in a block that can be copied, so that nothing typed is lost."""
    lines = facts_lines(kind, facts.model_copy(update={"summary": ""}), words)
    if facts.summary:
        lines.append(words("log.fact.summary", value=escape(facts.summary)))
    return "<blockquote>" + "\n".join(lines) + "</blockquote>"
