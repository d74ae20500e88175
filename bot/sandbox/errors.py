"""Every refusal of the stand-in: code and exact text, Telegram's own or, marked "sandbox:", a stricter one.

Telegram ignores what it does not know; the stand-in refuses it with a "sandbox:" text, so that a test fails.
"""

from enum import Enum
from typing import Any

ENTITIES = "Bad Request: can't parse entities: "


class ApiError(Exception):
    """A refused call: HTTP status, description, and the `parameters` object if Telegram adds one."""

    def __init__(self, code: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> dict[str, Any]:
        """Return the JSON envelope of the error."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class Refusal(Enum):
    """The catalogue. The prefix of Telegram's texts ("Bad Request: ...") follows from the code."""

    # transport
    NOT_FOUND = (404, "Not Found")
    METHOD_NOT_FOUND = (404, "Not Found: method not found")
    UNAUTHORIZED = (401, "Unauthorized")
    INVALID_TOKEN = (401, "Unauthorized: invalid token specified")
    TOO_LARGE = (413, "Request Entity Too Large")
    RESTART = (500, "Internal Server Error: restart")
    TOO_MANY = (429, "Too Many Requests: retry after {seconds}")
    # updates
    OTHER_GET_UPDATES = (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    WEBHOOK_ACTIVE = (
        409,
        (
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
            " webhook first"
        ),
    )
    BY_SET_WEBHOOK = (409, "Conflict: terminated by setWebhook request")
    WEBHOOK_NO_HTTPS = (400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    WEBHOOK_PORT = (400, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    WEBHOOK_RESERVED = (400, "Bad Request: bad webhook: IP address {address} is reserved")
    WEBHOOK_URL = (400, "Bad Request: invalid webhook URL specified")
    SECRET_TOO_LONG = (400, "Bad Request: secret token is too long")
    SECRET_CHARACTERS = (400, "Bad Request: secret token contains unallowed characters")
    # chats
    CHAT_ID_EMPTY = (400, "Bad Request: chat_id is empty")
    CHAT_NOT_FOUND = (400, "Bad Request: chat not found")
    BLOCKED = (403, "Forbidden: bot was blocked by the user")
    DEACTIVATED = (403, "Forbidden: user is deactivated")
    NOT_STARTED = (403, "Forbidden: bot can't initiate conversation with a user")
    KICKED_GROUP = (403, "Forbidden: bot was kicked from the group chat")
    UPGRADED = (400, "Bad Request: group chat was upgraded to a supergroup chat")
    THREAD_NOT_FOUND = (400, "Bad Request: message thread not found")
    # text
    TEXT_MISSING = (400, "Bad Request: message text is empty")
    TEXT_EMPTY = (400, "Bad Request: text must be non-empty")
    TEXT_TOO_LONG = (400, "Bad Request: message is too long")
    CAPTION_TOO_LONG = (400, "Bad Request: message caption is too long")
    RAW_TOO_LONG = (400, "Bad Request: text is too long")
    PARSE_MODE = (400, "Bad Request: unsupported parse_mode")
    NOT_UTF8 = (400, "Bad Request: strings must be encoded in UTF-8")
    TAG_UNKNOWN = (400, ENTITIES + 'Unsupported start tag "{tag}" at byte offset {at}')
    TAG_OPEN = (400, ENTITIES + 'Can\'t find end tag corresponding to start tag "{tag}"')
    TAG_UNMATCHED = (
        400,
        ENTITIES + 'Unmatched end tag at byte offset {at}, expected "</{tag}>", found "</{found}>"',
    )
    TAG_UNEXPECTED = (400, ENTITIES + "Unexpected end tag at byte offset {at}")
    TAG_UNCLOSED = (400, ENTITIES + "Unclosed start tag at byte offset {at}")
    END_TAG_UNCLOSED = (400, ENTITIES + "Unclosed end tag at byte offset {at}")
    TAG_SPAN = (400, ENTITIES + 'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    ATTRIBUTE_EMPTY = (400, ENTITIES + 'Empty attribute name in the tag "{tag}" at byte offset {at}')
    NAME_TOKEN = (400, ENTITIES + "Unexpected end of name token at byte offset {at}")
    # keyboards
    DATA_INVALID = (400, "Bad Request: BUTTON_DATA_INVALID")
    TYPE_INVALID = (400, "Bad Request: BUTTON_TYPE_INVALID")
    MARKUP_TOO_LONG = (400, "Bad Request: reply markup is too long")
    MARKUP_JSON = (400, "Bad Request: can't parse reply keyboard markup JSON object")
    MARKUP_OBJECT = (400, "Bad Request: object expected as reply markup")
    TEXT_BUTTON = (
        400,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
    INLINE_EXPECTED = (400, "Bad Request: inline keyboard expected")
    BUTTON_TEXT = (400, "Bad Request: inline keyboard button text must be non-empty")
    ROWS = (400, 'Bad Request: field "{field}" must be an Array of Arrays')
    BUTTON_URL = (400, "Bad Request: inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    WEB_APP_URL = (
        400,
        "Bad Request: inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed",
    )
    PHONE_PRIVATE = (400, "Bad Request: phone number can be requested in private chats only")
    # edit, delete, reply, react
    NOT_MODIFIED = (
        400,
        (
            "Bad Request: message is not modified: specified new message content and reply markup are exactly"
            " the same as a current content and reply markup of the message"
        ),
    )
    EDIT_NOT_FOUND = (400, "Bad Request: message to edit not found")
    CANNOT_EDIT = (400, "Bad Request: message can't be edited")
    NO_TEXT = (400, "Bad Request: there is no text in the message to edit")
    NO_CAPTION = (400, "Bad Request: there is no caption in the message to edit")
    NO_MESSAGE_ID = (400, "Bad Request: message identifier is not specified")
    DELETE_NOT_FOUND = (400, "Bad Request: message to delete not found")
    CANNOT_DELETE = (400, "Bad Request: message can't be deleted")
    REPLY_NOT_FOUND = (400, "Bad Request: message to be replied not found")
    REACT_NOT_FOUND = (400, "Bad Request: message to react not found")
    REACTION_INVALID = (400, "Bad Request: REACTION_INVALID")
    # callback queries
    QUERY_TOO_OLD = (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    # files
    PHOTO_TOO_BIG = (
        400,
        "Bad Request: file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes",
    )
    PHOTO_DIMENSIONS = (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    PHOTO_BROKEN = (400, "Bad Request: IMAGE_PROCESS_FAILED")
    FILE_EMPTY = (400, "Bad Request: file must be non-empty")
    NO_FILE = (400, "Bad Request: there is no {kind} in the request")
    WRONG_FILE = (400, "Bad Request: wrong file identifier/HTTP URL specified")
    FILE_TYPE = (400, "Bad Request: can't use file of type {actual} as {wanted}")
    INVALID_FILE_ID = (400, "Bad Request: invalid file_id")
    FILE_GONE = (400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    FILE_TOO_BIG = (400, "Bad Request: file is too big")
    NO_FILE_ID = (400, "Bad Request: file_id not specified")
    MEDIA_NOT_FOUND = (400, "Bad Request: can't parse InputMedia: media not found")
    MEDIA_TYPE = (400, "Bad Request: can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup")
    ALBUM_TOO_LONG = (400, "Bad Request: too many messages to send as an album")
    # commands, profile, actions
    COMMAND_EMPTY = (400, "Bad Request: command must be non-empty")
    DESCRIPTION_EMPTY = (400, "Bad Request: command description must be non-empty")
    COMMAND_INVALID = (400, "Bad Request: BOT_COMMAND_INVALID")
    COMMAND_DESCRIPTION = (400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    COMMANDS_TOO_MUCH = (400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    LANGUAGE_CODE = (400, "Bad Request: invalid language code specified")
    ACTION = (400, "Bad Request: wrong parameter action in request")
    LOCATION = (400, "Bad Request: invalid location specified")
    # the stand-in is stricter than Telegram
    UNKNOWN_PARAMETER = (400, "sandbox: unknown parameter {name}")
    UNKNOWN_FIELD = (400, "sandbox: unknown field {name}")
    MISSING = (400, "sandbox: required {name} is missing")
    WRONG_TYPE = (400, "sandbox: {name} must be {types}")
    STRAY_FILE = (400, "sandbox: file part {name} is not used by any parameter")
    ROW_TOO_LONG = (400, "sandbox: {count} buttons in a row; Telegram's clients show at most 8")
    TOO_MANY_BUTTONS = (400, "sandbox: {count} buttons in a keyboard; at most 100 are kept")
    ONE_ACTION = (400, "sandbox: an inline button needs exactly one action, not {count}")
    PLACEHOLDER = (400, "sandbox: input_field_placeholder takes 1-64 characters")
    ANSWER_TOO_LONG = (400, "sandbox: text of answerCallbackQuery takes at most 200 characters")
    PROFILE_TOO_LONG = (400, "sandbox: {name} takes at most {limit} characters")
    ALBUM_TOO_SHORT = (400, "sandbox: sendMediaGroup takes 2-10 items")
    ALBUM_MIXED = (400, "sandbox: documents and audio files cannot be mixed with other kinds in an album")
    PARSE_MODE_ABSENT = (400, "sandbox: the stand-in parses HTML only, not {mode}")
    NOT_SUPPORTED = (400, "sandbox: {name} is not supported by the stand-in")
    CHECK_FAILED = (400, "sandbox: the check hook refused {what}: {problem}")

    @property
    def code(self) -> int:
        """The HTTP status and error_code."""
        return int(self.value[0])

    @property
    def text(self) -> str:
        """The description, with {placeholders}."""
        return str(self.value[1])

    def error(self, **parameters: object) -> ApiError:
        """Return the error to raise, its placeholders filled."""
        return ApiError(self.code, self.text.format(**parameters) if parameters else self.text)


def too_many(seconds: int) -> ApiError:
    """Return a flood wait of some whole seconds."""
    refusal = Refusal.TOO_MANY
    return ApiError(refusal.code, refusal.text.format(seconds=seconds), {"retry_after": seconds})


def upgraded(new_chat_id: int) -> ApiError:
    """Return the refusal of a group that became a supergroup."""
    return ApiError(Refusal.UPGRADED.code, Refusal.UPGRADED.text, {"migrate_to_chat_id": new_chat_id})


class PhoneError(Exception):
    """Something a person cannot do with a phone; the phone face answers it as HTTP 400."""


class Mistake(Enum):
    """The catalogue of what the phone face and the lab refuse."""

    NO_PERSON = "there is no such person"
    NOTHING_TO_SAY = "there is nothing to say"
    BLOCKED = "the bot is blocked"
    PAYLOAD = "a start payload has 1-64 characters of A-Z, a-z, 0-9, _ and -"
    NOT_OWN_TEXT = "only own texts can be edited"
    NO_MESSAGE = "there is no message {message_id}"
    NO_BUTTON = "there is no button {label!r}; the newest are {labels}"
    DEAD_BUTTON = "the button {label!r} sends nothing to the bot"
    FILE_COUNT = "an upload has 1-10 files"
    FILE_KIND = "unknown kind {kind!r}"
    NO_FILE = "there is no such file"
    NOT_AN_OBJECT = "a JSON object is expected"
    CLOCK_BACK = "the clock runs forward only"
    FAULT_KIND = "unknown fault kind {kind!r}, known are {known}"
    FAULT_FIELD = "{problem}"
    KILL = "a kill needs n >= 1 and when = before or after"

    def error(self, **parameters: object) -> PhoneError:
        """Return the error to raise, its placeholders filled."""
        return PhoneError(self.value.format(**parameters))
