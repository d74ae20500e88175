"""The buttons of the log: kinds, entries, months; the questions about an activity; what can be done with an entry."""

from __future__ import annotations

from bot.entities import LogEntry, Proof, Studio
from bot.flows.html import short
from bot.flows.month.keys import LABEL
from bot.flows.month.log_draft import needed
from bot.flows.month.log_face import COUNTED, files_of, leaf_of, leaves
from bot.flows.month.log_read import EntryPage, LogPage
from bot.flows.month.log_states import ENTRY, FIELDS, LOG
from bot.flows.month.mine import mark_of, month_name, next_month
from bot.flows.month.reading import Page
from bot.flows.outputs import Button, Rows
from bot.flows.rubric_names import rubric_name
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.activities import Activity
from rubrics.periods import Period

DELETE_REASONS = ("mistake", "twice", "cancelled")
"""Reasons that a tap gives; any other is typed."""
FAVOURITES = 4
"""Kinds that the list offers where the rubric has too many to show them all."""
PIECES = 20
"""Files of an entry that can be moved one by one."""
ALL = 6
PER_ROW = 3

_Row = tuple[Button, ...]


def log_aim(page: Page, *, month: str = "", rubric: str = "") -> tuple[str, str, str]:
    """Return the arguments by which a button names a month of a studio's log under a rubric."""
    return (page.state.studio, month or page.state.month, mark_of(rubric or page.state.rubric))


def pick_studio_keys(studios: tuple[Studio, ...]) -> Rows:
    """Return a button for each studio."""
    return tuple((Button(short(each.name, LABEL), pack(LOG, "o", each.id)),) for each in studios)


def list_keys(view: LogPage, words: Words) -> Rows:
    """Return the kinds, the entries, the months, other rubrics and studios."""
    page = view.page
    rows: list[_Row] = []
    if view.loose:
        rows.append((Button(words("log.button.where"), pack(LOG, "a", *log_aim(page))),))
    kinds, rest = _favourites(page)
    rows += _pairs([_kind_key(page, each, words) for each in kinds])
    begin: list[Button] = []
    if rest:
        begin.append(Button(words("log.button.kinds"), pack(LOG, "n", *log_aim(page))))
    if view.newest is not None:
        begin.append(Button(words("log.button.copy_last"), pack(LOG, "p", *log_aim(page))))
    rows += [tuple(begin)] if begin else []
    entries = [Button(f"✎ {number}", pack(ENTRY, "o", each.id)) for number, each in leaf_of(view)]
    rows += [tuple(entries[at : at + PER_ROW]) for at in range(0, len(entries), PER_ROW)]
    return (*rows, *_leaves(view, words), _months(page, words), *_elsewhere(page, words))


def _favourites(page: Page) -> tuple[list[Activity], bool]:
    """Return the kinds that are most likely logged next, and whether there are others.

    First what the month still lacks, then what was logged in it, then as the rubric has them.
    """
    kinds = page.rubric.activities
    if len(kinds) <= ALL:
        return list(kinds), False
    lacks = [
        one for each in page.missing for one in each.requirement.activities if each.requirement.per == "month"
    ]
    likely = dict.fromkeys([*lacks, *(each.activity for each in page.entries), *(each.id for each in kinds)])
    found = [kind for one in likely if (kind := page.rubric.activity(one))]
    return found[:FAVOURITES], True


def _kind_key(page: Page, kind: Activity, words: Words) -> Button:
    return Button(_kind_label(kind, words), pack(LOG, "k", *log_aim(page), mark_of(kind.id)))


def _leaves(view: LogPage, words: Words) -> list[_Row]:
    """Return the buttons to the older and the newer leaf."""
    last, leaf = leaves(view.page) - 1, view.state.leaf
    turns = [("older", leaf + 1)] if leaf < last else []
    turns += [("newer", leaf - 1)] if leaf else []
    keys = [
        Button(words(f"log.button.{name}"), pack(LOG, "v", *log_aim(view.page), to)) for name, to in turns
    ]
    return [tuple(keys)] if keys else []


def _elsewhere(page: Page, words: Words) -> list[_Row]:
    rows: list[_Row] = [
        (Button(short(rubric_name(each, words), LABEL), pack(LOG, "o", *log_aim(page, rubric=each.id))),)
        for each in page.rubrics
        if each.id != page.rubric.id
    ]
    if len(page.studios) > 1:
        rows.append((Button(words("month.button.studios"), pack(LOG, "l")),))
    return rows


def draft_keys(view: LogPage, words: Words) -> Rows:
    """Return the answers to what is asked about an activity."""
    state = view.state

    def key(name: str, verb: str, *args: str) -> Button:
        return Button(words(f"log.button.{name}"), pack(LOG, verb, state.entry, *args))

    rows: list[_Row] = []
    match state.step:
        case "kind":
            rows += _pairs(
                [
                    Button(_kind_label(each, words), pack(LOG, "w", state.entry, mark_of(each.id)))
                    for each in view.page.rubric.activities
                ]
            )
        case "date":
            rows += [(key("today", "d", "0"), key("yesterday", "d", "1")), (key("other_day", "d", "x"),)]
        case "check":
            fields = tuple(key(name, "q", name) for name in FIELDS)
            rows += [(key("save", "s"),), fields[:PER_ROW], fields[PER_ROW:]]
        case "led":
            rows.append((key("myself", "h"), key("skip", "j", "led")))
        case "summary":
            rows.append((key("skip", "j", "summary"),))
        case "figures" if view.kind is not None and view.kind.measure in COUNTED:
            rows.append((key("skip", "j", "figures"),))
    saves = state.step != "check" and needed(state.facts, view.kind) is None
    return (*rows, (key("save", "s"), key("cancel", "c")) if saves else (key("cancel", "c"),))


def where_keys(view: LogPage, words: Words) -> Rows:
    """Return what files may belong to: entries of late, a new one, nothing."""
    page = view.page
    back = Button(words("log.button.later" if view.pieces else "button.back"), pack(LOG, "o", *log_aim(page)))
    if not view.pieces:
        return ((back,),)
    if view.state.step == "drop":
        drop = Button(words("log.button.drop_yes"), pack(LOG, "x", "1"))
        return ((drop,), (Button(words("button.back"), pack(LOG, "x", "0")),))
    rows: list[_Row] = [
        (Button(_entry_label(view, each, words), pack(LOG, "f", each.id)),) for each in view.recent
    ]
    rows.append((Button(words("log.button.new"), pack(LOG, "n", *log_aim(page))),))
    return (*rows, (back, Button(words("log.button.drop"), pack(LOG, "x", ""))))


def entry_keys(view: EntryPage, words: Words) -> Rows:
    """Return what can be done with an entry."""
    entry, page = view.entry, view.page

    def key(name: str, verb: str, *args: object) -> Button:
        return Button(words(f"log.button.{name}"), pack(ENTRY, verb, entry.id, *args))

    listed = Button(words("log.button.list"), pack(LOG, "o", *log_aim(page)))
    again = (Button(words("log.button.again"), pack(LOG, "n", *log_aim(page))), key("copy", "p"))
    if entry.deleted is not None or page.closed:
        return (again, (listed,))
    if view.state.step == "delete":
        reasons = [(key(f"reason.{each}", "r", view.state.revision, each),) for each in DELETE_REASONS]
        return (*reasons, (Button(words("button.back"), pack(ENTRY, "o", entry.id)),))
    if view.state.step == "move":
        pieces = [
            (Button(_piece_label(number, each), pack(ENTRY, "w", entry.id, each.id)),)
            for number, each in enumerate(entry.pieces[:PIECES], 1)
        ]
        return (*pieces, (Button(words("button.back"), pack(ENTRY, "o", entry.id)),))
    move = ((key("move", "v"),),) if entry.pieces else ()
    return ((key("edit", "m"), key("delete", "x")), *move, again, (listed,))


def _piece_label(number: int, piece: Proof) -> str:
    """Return what tells a piece from others: its place, its files, its caption or the name of its file."""
    named = piece.caption or piece.files[0].name or ""
    return short(f"{number} {files_of((piece,))} {named}".rstrip(), LABEL)


def _kind_label(kind: Activity, words: Words) -> str:
    english = kind.title_en if words("language.code") == "en" else None
    return short(english or kind.title, LABEL)


def _entry_label(view: LogPage, entry: LogEntry, words: Words) -> str:
    """Return the day and the topic of an entry, with its studio where the person has several."""
    rubric = next((each for each in view.page.rubrics if each.id == entry.rubric), None)
    kind = rubric.activity(entry.activity) if rubric else None
    named = entry.topic or (_kind_label(kind, words) if kind else entry.activity)
    studio = f"{view.called(entry.studio)} " if len(view.page.studios) > 1 else ""
    return short(f"{int(entry.on[5:7])}-{int(entry.on[8:10])} {studio}{named}", LABEL)


def _pairs(keys: list[Button]) -> list[_Row]:
    return [tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)]


def _months(page: Page, words: Words) -> _Row:
    before = str(Period.parse(page.state.month).previous())
    shown = [(before, "before")]
    after = next_month(page.state.month)
    if after <= f"{page.today:%Y-%m}":
        shown.append((after, "after"))
    return tuple(
        Button(
            words(f"month.button.{name}", month=month_name(month, words)),
            pack(LOG, "o", *log_aim(page, month=month)),
        )
        for month, name in shown
    )
