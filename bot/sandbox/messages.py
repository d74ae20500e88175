"""One message of a chat, as the Bot API shows it and as the phone shows it."""

from dataclasses import dataclass, field
from typing import Any

from .formatting import render_html

Json = dict[str, Any]
SHOWN = (
    "text",
    "entities",
    "caption",
    "voice",
    "video",
    "audio",
    "document",
    "location",
    "sticker",
    "media_group_id",
)
FILE_KINDS = ("document", "voice", "video", "audio", "sticker")


@dataclass(slots=True)
class Message:
    """A message; `raw` is the Bot API object without `reply_to_message` and inline keyboard."""

    raw: Json
    outgoing: bool
    inline: Json | None = None
    reply_to: "Message | None" = None
    fixed: bool = False
    deleted: bool = False
    reaction: list[Json] = field(default_factory=list)
    _drawn: tuple[str, list[Json] | None, str] = field(default=("", None, ""), repr=False, compare=False)
    """Words, their entities and the HTML of both: an edit brings new words, and a chat is shown much oftener."""

    @property
    def id(self) -> int:
        """The message_id in its chat."""
        return int(self.raw["message_id"])

    def api(self, *, nested: bool = False) -> Json:
        """Return the Bot API object; a nested one (a message replied to) leaves out what it replies to."""
        answer = dict(self.raw)
        if self.reply_to and not nested:
            answer["reply_to_message"] = self.reply_to.api(nested=True)
        if self.inline:
            answer["reply_markup"] = self.inline
        return answer

    def inaccessible(self) -> Json:
        """Return what is left of a deleted message in a callback query."""
        return {"chat": self.raw["chat"], "message_id": self.id, "date": 0}

    def buttons(self) -> list[Json]:
        """Return the inline buttons in reading order."""
        return [button for row in (self.inline or {}).get("inline_keyboard", []) for button in row]

    def shown(self) -> Json:
        """Return the message as the phone face shows it."""
        raw = self.raw
        answer: Json = {"message_id": self.id, "date": raw["date"], "from": "bot" if self.outgoing else "me"}
        answer.update((key, raw[key]) for key in SHOWN if key in raw)
        if "text" in raw:
            answer["html"] = self._html(raw["text"], raw.get("entities"))
        elif "caption" in raw:
            answer["html"] = self._html(raw["caption"], raw.get("caption_entities"))
        if "photo" in raw:
            largest = raw["photo"][-1]
            answer["photo"] = {key: largest[key] for key in ("file_id", "width", "height")}
        if self.inline:
            answer["inline"] = [[_button(button) for button in row] for row in self.inline["inline_keyboard"]]
        if self.reply_to:
            answer["reply_to"] = self.reply_to.id
        if self.reaction:
            answer["reaction"] = [kind.get("emoji", "") for kind in self.reaction]
        if "edit_date" in raw:
            answer["edited"] = True
        return answer

    def _html(self, words: str, entities: list[Json] | None) -> str:
        drawn = self._drawn
        if drawn[0] is not words or drawn[1] is not entities:
            drawn = self._drawn = (words, entities, render_html(words, entities or []))
        return drawn[2]


def _button(button: Json) -> Json:
    target = (
        {"data": button["callback_data"]} if "callback_data" in button else {"url": button.get("url", "")}
    )
    return {"text": button["text"], **target}
