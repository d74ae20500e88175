"""An application typed in place by place, as somebody with the papers beside the phone does it."""

from collections.abc import Mapping

from rubrics.application import Spot, row_of, spots
from rubrics.form_answers import BETWEEN, OFFLINE
from rubrics.forms import Field
from rubrics.model import Rubric
from tests.kit.chat import Chat

HERE = {OFFLINE: "线下报送", "yes": "是", "no": "否", "na": "不适用"}
"""What is kept as a code, as it is said or pressed."""


async def typed(
    chat: Chat, rubric: Rubric, track: str, answers: Mapping[str, str], pictures: Mapping[str, str]
) -> None:
    """Answer every place in its order, skip what has no answer; `pictures` are sent to places, with these captions."""
    await chat.tap("继续填写")
    for spot in spots(rubric, track):
        if spot.key in pictures:
            await chat.photo(caption=pictures[spot.key])
        said = answers.get(spot.key, "")
        if spot.table:
            await _rows(chat, spot, answers)
        elif spot.gate is not None:
            await _condition(chat, said)
        elif spot.field is not None:
            await _field(chat, spot.field, said)


async def _condition(chat: Chat, said: str) -> None:
    word, _, reason = said.partition(" ")
    if word.isdecimal():
        await chat.say(word)
    else:
        await chat.tap(HERE[word])
    if reason:
        await chat.say(reason)
    if reason or word.isdecimal():
        await chat.tap("下一项")


async def _field(chat: Chat, field: Field, said: str) -> None:
    if not said:
        await chat.tap("跳过")
    elif field.kind == "choice":
        await chat.tap(said)
    elif field.kind == "choices":
        for each in said.split(BETWEEN):
            await chat.tap(f"□ {each}")
        await chat.tap("下一项")
    else:
        await chat.say(HERE.get(said, said))
        if field.kind == "longtext":
            await chat.tap("下一项")


async def _rows(chat: Chat, table: Spot, answers: Mapping[str, str]) -> None:
    """Add the rows, cell by cell."""
    for row in range(1, 100):
        cells = row_of(table, row)
        if not any(cell.key in answers for cell in cells):
            return
        await chat.tap("再加一行" if chat.has("再加一行") else "加一行")
        for cell in cells:
            assert cell.field
            await _field(chat, cell.field, answers.get(cell.key, ""))
