"""What is shown becomes calls that Telegram accepts; what it would refuse is refused here."""

from typing import Any

import pytest

from bot.flows.outputs import Answer, Button, Face, Menu, NewCard, Output, Redraw, Say, SendStored, Tell
from bot.ports import Call
from bot.tg.messages import Unsendable, calls

ROWS = ((Button("满分", "full"), Button("0", "zero")),)
INLINE = {
    "inline_keyboard": [[{"text": "满分", "callback_data": "full"}, {"text": "0", "callback_data": "zero"}]]
}
TEXT = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def call(output: Output) -> Call:
    (made,) = calls(5, [output], 1_000)
    return made


CASES: dict[str, tuple[Output, Call]] = {
    "say": (Say("<b>好</b>"), Call(5, "sendMessage", {"text": "<b>好</b>", **TEXT})),
    "say with buttons, in reply": (
        Say("x", ROWS, reply_to=9),
        Call(
            5,
            "sendMessage",
            {
                "text": "x",
                **TEXT,
                "reply_markup": INLINE,
                "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True},
            },
        ),
    ),
    "say with keys": (
        Say("x", keys=(("继续", "总表"), ("撤销",))),
        Call(
            5,
            "sendMessage",
            {
                "text": "x",
                **TEXT,
                "reply_markup": {
                    "keyboard": [[{"text": "继续"}, {"text": "总表"}], [{"text": "撤销"}]],
                    "is_persistent": True,
                    "resize_keyboard": True,
                },
            },
        ),
    ),
    "keys away": (
        Say("x", keys=()),
        Call(5, "sendMessage", {"text": "x", **TEXT, "reply_markup": {"remove_keyboard": True}}),
    ),
    "tell": (Tell(8, "x"), Call(8, "sendMessage", {"text": "x", **TEXT})),
    "card": (
        NewCard("c1", Face("x", ROWS)),
        Call(5, "sendMessage", {"text": "x", **TEXT, "reply_markup": INLINE}, card="c1", makes_card=True),
    ),
    "redraw": (Redraw("c1", Face("x")), Call(5, "editMessageText", {"text": "x", **TEXT}, card="c1")),
    "silent answer": (
        Answer("77"),
        Call(5, "answerCallbackQuery", {"callback_query_id": "77"}, expires=61_000),
    ),
    "box": (
        Answer("77", "已签", box=True),
        Call(
            5,
            "answerCallbackQuery",
            {"callback_query_id": "77", "text": "已签", "show_alert": True},
            expires=61_000,
        ),
    ),
    "document": (
        SendStored("ab" * 32, "表.xlsx", "总分 <b>71</b>", ROWS),
        Call(
            5,
            "sendDocument",
            {"caption": "总分 <b>71</b>", "parse_mode": "HTML", "reply_markup": INLINE},
            file={"field": "document", "sha256": "ab" * 32, "name": "表.xlsx"},
        ),
    ),
    "menu": (
        Menu((("sheet", "总表"),)),
        Call(
            5,
            "setMyCommands",
            {
                "scope": {"type": "chat", "chat_id": 5},
                "commands": [{"command": "sheet", "description": "总表"}],
            },
        ),
    ),
    "no menu": (Menu(), Call(5, "deleteMyCommands", {"scope": {"type": "chat", "chat_id": 5}})),
}


@pytest.mark.parametrize("case", CASES)
def test_an_output_becomes_its_call(case: str) -> None:
    output, expected = CASES[case]
    assert call(output) == expected


def button(**fields: Any) -> tuple[tuple[Button, ...], ...]:
    return ((Button(**{"label": "x", "data": "y", **fields}),),)


@pytest.mark.parametrize(
    ("output", "code"),
    [
        (Say("字" * 4097), "text_too_long"),
        (Say(" \n"), "text_empty"),
        (Say(""), "text_empty"),
        (Say("x", ROWS, keys=(("y",),)), "two_keyboards"),
        (Redraw("c", Face("x", button(data="字" * 22))), "button"),
        (Redraw("c", Face("x", button(data=""))), "button"),
        (Redraw("c", Face("x", button(label=" "))), "button"),
        (Redraw("c", Face("x", (ROWS[0] * 5,))), "too_many_buttons"),
        (Redraw("c", Face("x", ROWS * 51)), "too_many_buttons"),
        (Answer("7", "字" * 201), "answer_too_long"),
        (SendStored("ab" * 32, "x", "字" * 1025), "text_too_long"),
    ],
)
def test_what_telegram_would_refuse_is_our_mistake(output: Output, code: str) -> None:
    with pytest.raises(Unsendable) as caught:
        call(output)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "output", [Say("<b>" + "字&amp;" * 2048 + "</b>"), Redraw("c", Face("x", button(data="a" * 64)))]
)
def test_exactly_at_the_limit_passes(output: Output) -> None:
    assert call(output).params
