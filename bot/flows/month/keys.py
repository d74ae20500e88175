"""The buttons of a month: log, hand in, nothing done, the months beside it, other studios and rubrics."""

from __future__ import annotations

from bot.entities import Studio
from bot.flows.html import short
from bot.flows.month.mine import mark_of, month_name, next_month
from bot.flows.month.reading import Page
from bot.flows.outputs import Button, Rows
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.periods import Period

CODE = "t"
LABEL = 30
REASONS = ("shutdown", "training", "holiday")
"""Reasons that a tap gives; any other is typed."""


def aim_at(page: Page, *, month: str = "", rubric: str = "", studio: str = "") -> tuple[str, str, str]:
    """Return the arguments by which a button names a month of a studio under a rubric."""
    state = page.state
    return (studio or state.studio, month or state.month, mark_of(rubric or state.rubric))


def month_keys(page: Page, ask: Ask) -> Rows:
    """Return the rows of the card."""
    words = ask.words
    rows: list[tuple[Button, ...]] = []
    if page.closed:
        rows.append((Button(words("month.button.ask"), pack(CODE, "a", *aim_at(page))),))
    elif page.entries:
        rows.append((Button(words("month.button.submit"), pack(CODE, "s", *aim_at(page))),))
    else:
        rows.append((Button(words("month.button.nothing"), pack(CODE, "n", *aim_at(page))),))
    rows.append(_months(page, words))
    rows += [
        (Button(short(rubric_name(each, words), LABEL), pack(CODE, "o", *aim_at(page, rubric=each.id))),)
        for each in page.rubrics
        if each.id != page.rubric.id
    ]
    if len(page.studios) > 1:
        rows.append((Button(words("month.button.studios"), pack(CODE, "l")),))
    return tuple(rows)


def _months(page: Page, words: Words) -> tuple[Button, ...]:
    before = str(Period.parse(page.state.month).previous())
    keys = [_month_key(page, before, words("month.button.before", month=month_name(before, words)))]
    after = next_month(page.state.month)
    if after <= f"{page.today:%Y-%m}":
        keys.append(_month_key(page, after, words("month.button.after", month=month_name(after, words))))
    return tuple(keys)


def _month_key(page: Page, month: str, label: str) -> Button:
    return Button(label, pack(CODE, "o", *aim_at(page, month=month)))


def submit_keys(page: Page, words: Words) -> Rows:
    """Return yes and back; yes says what was shown."""
    yes = Button(words("month.button.submit_yes"), pack(CODE, "y", *aim_at(page), page.seen))
    return ((yes,), (_back(page, words),))


def nothing_keys(page: Page, words: Words) -> Rows:
    """Return the usual reasons; any other is typed."""
    reasons = [
        (Button(words(f"month.reason.{each}"), pack(CODE, "r", *aim_at(page), each)),) for each in REASONS
    ]
    return (*reasons, (_back(page, words),))


def back_keys(page: Page, words: Words) -> Rows:
    """Return the way back to the month."""
    return ((_back(page, words),),)


def studio_keys(studios: tuple[Studio, ...]) -> Rows:
    """Return a button for each studio."""
    return tuple((Button(short(each.name, LABEL), pack(CODE, "o", each.id)),) for each in studios)


def _back(page: Page, words: Words) -> Button:
    return Button(words("button.back"), pack(CODE, "o", *aim_at(page)))
