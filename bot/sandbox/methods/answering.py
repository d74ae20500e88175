"""answerCallbackQuery: once, in time, and only one's own."""

from bot.sandbox.call import Call
from bot.sandbox.errors import Refusal

QUERY_LIFE = 150
MAX_ANSWER = 200


def answer_callback_query(call: Call) -> bool:
    """Answer a press of an inline button."""
    text = call.params.get("text", "")
    if len(text) > MAX_ANSWER:
        raise Refusal.ANSWER_TOO_LONG.error()
    query = call.bot.queries.pop(call.params["callback_query_id"], None)
    if query is None or call.world.clock.now() - query.born > QUERY_LIFE:
        raise Refusal.QUERY_TOO_OLD.error()
    call.world.chats[call.bot.id, query.chat_id].feed.publish(
        "answer",
        query_id=call.params["callback_query_id"],
        text=text,
        alert=call.params.get("show_alert", False),
    )
    return True
