"""The pages of a campaign: what is open with the answer that holds, one question with its answers as buttons."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.campaign.reading import Campaigning, Line
from bot.flows.campaign.states import CAMPAIGN
from bot.flows.html import bold, escape, short
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Button, Face, Rows
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.points import show

PAGE = 6
QUESTION = 110
ANSWER = 80
REASON = 400
LABEL = 36


def campaign_face(view: Campaigning, words: Words) -> Face:
    """Return the list or one question."""
    if view.line is not None:
        return Face("\n".join(_question(view, view.line, words)), _answers(view, view.line, words))
    if view.state.sure and view.decides:
        return _sure(view, words)
    lines = [
        words("campaign.head", year=view.state.year, rubric=rubric_title(view.rubric, words)),
        words("campaign.counts", **_counts(view)),
        *((words("campaign.stands"),) if view.signed else ()),
        "",
        *(_line(number, each, words) for number, each in _shown(view)),
    ]
    return Face("\n".join(lines), _keys(view, words))


def _counts(view: Campaigning) -> dict[str, int]:
    decided = sum(each.standing.decided for each in view.lines)
    open_ = sum(each.open for each in view.lines)
    return {"decided": decided, "assumed": len(view.lines) - decided - open_, "open": open_}


def _page(view: Campaigning) -> int:
    return max(0, min(view.state.page, (len(view.lines) - 1) // PAGE))


def _shown(view: Campaigning) -> Iterator[tuple[int, Line]]:
    first = _page(view) * PAGE
    yield from enumerate(view.lines[first : first + PAGE], first + 1)


def _english(words: Words) -> bool:
    return words("language.code") == "en"


def _at(line: Line, words: Words) -> str:
    """Return the items that a question is about, where the question does not name them itself."""
    ruling = line.ruling
    question = ruling.asks(english=_english(words))
    if not ruling.at or all(item in question for item in ruling.at):
        return ""
    return words("cli.draft.listed", kinds=ruling.at) + " "


def _line(number: int, line: Line, words: Words) -> str:
    question = escape(short(line.ruling.asks(english=_english(words)), QUESTION))
    sign = "✓" if line.standing.decided else "▲" if line.wanted else "○"
    return f"{sign} {number} · {_at(line, words)}{question}\n  {_holds(line, words, ANSWER)}"


def _holds(line: Line, words: Words, limit: int) -> str:
    """Return the answer that holds: decided by whom and when, as shipped, or suggested."""
    said = bold(short(line.standing.said(english=_english(words)), limit))
    if line.standing.decided:
        if not line.by:
            return words("campaign.holds", said=said)
        return words("campaign.holds_by", said=said, name=escape(line.by), day=line.on)
    if line.open and not line.standing.answer:
        return words("campaign.open")
    if line.common or line.open:
        return words("campaign.suggested", said=said)
    return words("campaign.assumed", said=said)


def _data(view: Campaigning, verb: str, *args: object) -> str:
    return pack(CAMPAIGN, verb, view.rubric.id, view.rubric.version, view.state.year, *args)


def _keys(view: Campaigning, words: Words) -> Rows:
    page, rows = _page(view), []
    numbers = [Button(str(number), _data(view, "o", number)) for number, _ in _shown(view)]
    rows.append(tuple(numbers))
    moves = []
    if page:
        moves.append(Button(words("button.page_back"), _data(view, "g", 0, page - 1)))
    if (page + 1) * PAGE < len(view.lines):
        moves.append(Button(words("button.page_on"), _data(view, "g", 0, page + 1)))
    rows.append(tuple(moves))
    left = sum(not each.standing.decided for each in view.lines)
    if view.decides and left:
        rows.append((Button(words("campaign.button.rest", count=left), _data(view, "z")),))
    rows.append(
        (Button(words("campaign.button.rubric"), pack("p", "o", view.rubric.id, view.rubric.version)),)
    )
    return tuple(row for row in rows if row)


def _sure(view: Campaigning, words: Words) -> Face:
    left = [each for each in view.lines if not each.standing.decided and each.standing.answer]
    text = words("campaign.sure", count=len(left), year=view.state.year)
    yes = Button(words("campaign.button.yes", count=len(left)), _data(view, "y"))
    return Face(text, ((yes,), (Button(words("button.back"), _data(view, "g", 0, 0)),)))


def _question(view: Campaigning, line: Line, words: Words) -> Iterator[str]:
    ruling, english = line.ruling, _english(words)
    yield words("campaign.at", at=view.state.at, count=len(view.lines), year=view.state.year)
    yield bold(_at(line, words) + ruling.asks(english=english))
    for number, option in enumerate(ruling.options, 1):
        taken = "●" if option.id == line.standing.answer else "○"
        yield f"{taken} {number} {escape((english and option.text_en) or option.text)}"
    if ruling.value is not None:
        unit = (english and ruling.value.unit_en) or ruling.value.unit
        least, most = show(ruling.value.least), show(ruling.value.most)
        yield words("campaign.bounds", least=least, most=most, unit=escape(unit))
    yield _holds(line, words, ANSWER)
    yield words(
        "campaign.reason", reason=escape(short((english and ruling.reason_en) or ruling.reason, REASON))
    )
    if line.wanted:
        yield words("campaign.first")
    if view.signed:
        yield words("campaign.stands")
    elif not view.decides:
        yield words("campaign.others")
    elif ruling.value is not None:
        yield "✎ " + words("campaign.ask_number" if not view.state.typed else "campaign.check_number")
    else:
        yield "✎ " + words("campaign.ask_option")


def _answers(view: Campaigning, line: Line, words: Words) -> Rows:
    at, ruling, english = view.state.at, line.ruling, _english(words)
    rows: list[tuple[Button, ...]] = []
    if view.decides:
        for number, option in enumerate(ruling.options):
            label = short(f"{number + 1} {(english and option.text_en) or option.text}", LABEL)
            rows.append((Button(label, _data(view, "d", at, number)),))
        if ruling.value is not None:
            unit = (english and ruling.value.unit_en) or ruling.value.unit
            answer = view.state.typed or line.standing.answer
            label = words("campaign.button.decide", said=f"{answer} {unit}")
            rows.append((Button(label, _data(view, "d", at, answer)),))
    moves = [Button(words("campaign.button.list"), _data(view, "g", 0, (at - 1) // PAGE))]
    if at > 1:
        moves.insert(0, Button(words("campaign.button.before"), _data(view, "o", at - 1)))
    if at < len(view.lines):
        moves.append(Button(words("campaign.button.after"), _data(view, "o", at + 1)))
    return (*rows, tuple(moves))
