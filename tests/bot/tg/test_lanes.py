"""Order within a chat, and edits of one card that become one call while none of them has left."""

from bot.ports import Call
from bot.tg.lanes import Item, Lane, fields
from tests.bot.tg.kit import CHAT, answer, new_card, redraw, say


def lane(*calls: Call) -> Lane:
    made = Lane(CHAT)
    for row, call in enumerate(calls, 1):
        made.add(Item(row, call))
    return made


def shown(of: Lane) -> list[tuple[str, list[int]]]:
    return [(item.call.params["text"], list(item.rows)) for item in of]


def test_the_newest_content_of_a_card_goes_at_the_oldest_place() -> None:
    assert shown(lane(redraw("a", "1"), say("x"), redraw("a", "2"), redraw("b", "3"), redraw("a", "4"))) == [
        ("4", [1, 3, 5]),
        ("x", [2]),
        ("3", [4]),
    ]


def test_an_edit_of_an_unsent_card_merges_into_the_send() -> None:
    made = lane(new_card("a", "1"), redraw("a", "2"))
    assert shown(made) == [("2", [1, 2])]
    assert made.first.call.makes_card
    assert made.first.call.method == "sendMessage"


def test_a_merged_send_stays_the_reply_that_it_was() -> None:
    reply = {"message_id": 3, "allow_sending_without_reply": True}
    sent = Call(
        CHAT,
        "sendMessage",
        {"text": "1", "reply_markup": {}, "reply_parameters": reply},
        "a",
        makes_card=True,
    )
    assert lane(sent, redraw("a", "2")).first.call.params == {"text": "2", "reply_parameters": reply}


def test_messages_that_are_no_cards_never_merge() -> None:
    assert shown(lane(say("1"), say("1"), say("2"))) == [("1", [1]), ("1", [2]), ("2", [3])]


def test_one_in_flight_is_neither_changed_nor_dropped() -> None:
    made = lane(redraw("a", "1"))
    flying = made.leave()
    made.add(Item(2, redraw("a", "2")))
    made.add(Item(3, redraw("a", "3")))
    assert flying.call.params["text"] == "1"
    assert shown(made) == [("3", [2, 3])]


def test_what_comes_back_takes_the_newer_content_and_keeps_its_place() -> None:
    made = lane(redraw("a", "1"), say("x"), redraw("b", "y"))
    made.leave()
    made.add(Item(4, redraw("a", "2")))
    made.put_back()
    assert shown(made) == [("2", [1, 4]), ("x", [2]), ("y", [3])]
    assert made.flying is None


def test_a_second_card_of_the_same_id_is_not_merged_away() -> None:
    made = lane(redraw("a", "old"))
    made.leave()
    made.add(Item(2, new_card("a", "anew")))
    made.put_back()
    assert shown(made) == [("old", [1]), ("anew", [2])]


def test_parameters_name_chat_and_message_where_the_method_wants_them() -> None:
    assert fields(redraw("a", "1"), 7) == {"chat_id": CHAT, "message_id": 7, "text": "1"}
    assert fields(say("1"), None) == {"chat_id": CHAT, "text": "1"}
    assert fields(answer("5"), None) == {"callback_query_id": "5"}
