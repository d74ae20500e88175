"""What the card of a sheet under review says: figures by section, gaps, scores by hand, appeals; then the questions."""

from __future__ import annotations

from collections.abc import Iterator

from bot.changes.sign import shown
from bot.flows.html import bold, escape, short
from bot.flows.month.mine import day_of
from bot.flows.review.reading import Page
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.walk.finish import gap_lines
from bot.flows.walk.gaps import gaps
from bot.flows.walk.headings import heading
from bot.flows.walk.marks_text import title_of
from bot.flows.walk.standing import standing
from rubrics.points import show

TITLE = 14
REASON = 200
LISTED = 12


def page_face(page: Page, ask: Ask) -> str:
    """Return the text of the card at its step."""
    head = _head(page, ask)
    match page.state.step:
        case "pick":
            lines = [*head, ask.words("review.pick"), *_settled(page, ask)]
        case "reason":
            lines = [*head, *_written(page, ask), "✎ " + _asks(page, ask)]
        case "sure":
            lines = [*head, *_written(page, ask), *_due(page, ask)]
        case _:
            lines = [*head, *_whole(page, ask)]
    return "\n".join(lines)


def title(page: Page, item: str, ask: Ask) -> str:
    """Return number and title of an item."""
    found = page.walk.rubric.item(item)
    return f"{item} {title_of(short(found.title, TITLE), found.title_en, ask.words)}" if found else item


def _head(page: Page, ask: Ask) -> list[str]:
    found, words = page.found, ask.words
    rubric = escape(rubric_name(page.walk.rubric, words))
    where = f"{escape(found.studio_name)} · {escape(found.visit.period)} · {rubric}"
    lines = [words("review.head"), where]
    if found.signatures:
        names = tuple(escape(each.name) for each in found.signatures)
        day = day_of(max(each.at for each in found.signatures), ask).isoformat()
        lines.append(words("review.signed", names=names, day=day, code=shown(found.digest or "")))
    return lines


def _whole(page: Page, ask: Ask) -> Iterator[str]:
    words, walk, found = ask.words, page.walk, page.found
    yield from _said(page, ask)
    yield ""
    for section in walk.sections:
        yield heading(walk, section, f"<b>{title_of(section.title, section.title_en, words)}</b>", ask)
    yield standing(walk.sheet, words, whole=True)
    if page.total is not None and page.total != walk.sheet.total:
        yield words("review.after_appeals", total=bold(show(page.total)))
    yield ""
    if found.state == "signed":
        yield from gap_lines(gaps(walk), ask)
    by_hand = [row.no for row in walk.sheet.items if row.by_hand and row.counted]
    if by_hand:
        yield words("review.by_hand", count=len(by_hand), items=tuple(by_hand[:LISTED]))
    for each in page.appeals:
        new = each.new or each.old
        yield words(f"review.appeal.{each.state}", item=each.item, old=each.old, new=new)


def _said(page: Page, ask: Ask) -> Iterator[str]:
    """What was said of it before: confirmed, sent back, and signed anew since."""
    words, review = ask.words, page.review
    if review is not None:
        day = day_of(review.at, ask).isoformat()
        key: str = review.state
        if review.state == "returned":
            key = "resigned" if page.found.state == "signed" else "open"
        yield words(f"review.is.{key}", name=escape(page.by), day=day, due=review.due)
    for each in page.returned:
        yield words("review.back_line", item=each.item, reason=escape(short(each.reason, REASON)))


def _settled(page: Page, ask: Ask) -> Iterator[str]:
    items = tuple(each.item for each in page.appeals if each.state in {"changed", "kept"})
    if items:
        yield ask.words("review.settled", items=items)


def _written(page: Page, ask: Ask) -> Iterator[str]:
    reasons = dict(page.state.reasons)
    for item in page.state.picked:
        reason = escape(short(reasons[item], REASON)) if item in reasons else "…"
        yield ask.words("review.chosen_line", item=title(page, item, ask), reason=reason)
    open_ = [each.item for each in page.appeals if each.state == "open" and each.item in page.state.picked]
    if open_:
        yield ask.words("review.ends_appeals", items=tuple(open_))


def _asks(page: Page, ask: Ask) -> str:
    return ask.words("review.asks_reason", item=title(page, page.state.asked, ask))


def _due(page: Page, ask: Ask) -> Iterator[str]:
    key = "review.due_suggested" if page.suggested else "review.due"
    yield ask.words(key, due=page.due.isoformat(), days=page.days)
    yield "✎ " + ask.words("review.asks_due")
