"""Evidence pictures, made safe and small enough for a workbook; Pillow is used nowhere else.

A picture is looked at before it is trusted: known formats only, a limit on pixels before anything is decoded. A JPEG of
sensible size keeps its own image data, without what a camera wrote about place and owner.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST: Final = 1600
"""Pixels of the longer side that are kept; larger pictures are scaled down."""
MOST_PIXELS: Final = 40_000_000
FORMATS: Final = ("JPEG", "PNG", "WEBP")

_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = (None, 1)
_SOS, _APP0, _APP2, _APP14, _APP15, _COMMENT = 0xDA, 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_KEPT: Final = (_APP0, _APP2, _APP14)  # JFIF, the colour profile, and Adobe's colour transform

Trouble = Literal["empty", "not_a_picture", "too_large", "damaged"]


class Unreadable(Exception):
    """A picture that cannot be shown, and why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture as it goes into the workbook."""

    data: bytes
    width: int
    height: int
    format: Literal["jpeg", "png"]


def prepare(data: bytes) -> Ready:
    """Check a picture and scale it if needed; raises `Unreadable`."""
    if not data:
        raise Unreadable("empty")
    try:
        return _prepared(data)
    except UnidentifiedImageError as error:
        raise Unreadable("not_a_picture") from error
    except Image.DecompressionBombError as error:
        raise Unreadable("too_large") from error
    # A damaged file makes Pillow's decoders raise what they like.
    except (
        OSError,
        SyntaxError,
        ValueError,
        IndexError,
        KeyError,
        TypeError,
        EOFError,
        AttributeError,
    ) as error:
        raise Unreadable("damaged") from error


def _prepared(data: bytes) -> Ready:
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            raise Unreadable("too_large")
        if width == 0 or height == 0:
            raise Unreadable("damaged")
        if max(width, height) <= LARGEST and image.getexif().get(_ORIENTATION) in _UPRIGHT:
            if image.format == "JPEG" and image.mode in ("RGB", "L"):
                kept = _without_camera(data)
                if kept:
                    return Ready(kept, width, height, "jpeg")
            elif image.format == "PNG" and not getattr(image, "is_animated", False):
                image.verify()
                return Ready(data, width, height, "png")
        return _redrawn(image)


def _redrawn(image: Image.Image) -> Ready:
    image.draft("RGB", (LARGEST, LARGEST))
    picture = ImageOps.exif_transpose(image)
    picture.thumbnail((LARGEST, LARGEST))
    if picture.mode not in ("RGB", "L"):
        ground = Image.new("RGB", picture.size, "white")
        clear = picture.convert("RGBA")
        ground.paste(clear, mask=clear.getchannel("A"))
        picture = ground
    out = BytesIO()
    picture.save(out, "JPEG", quality=82)
    return Ready(out.getvalue(), *picture.size, "jpeg")


def _without_camera(data: bytes) -> bytes | None:
    """A JPEG without the segments that describe its making; None if its end is missing or its frame is odd."""
    end = data.rfind(b"\xff\xd9")
    if end < 0 or data[end + 2 :].strip(b"\x00"):
        return None
    kept, at = [data[:2]], 2
    while data[at] == 0xFF:  # noqa: PLR2004 - every segment begins so
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker == _SOS:
            return b"".join((*kept, data[at : end + 2]))
        if not (_APP0 <= marker <= _APP15 or marker == _COMMENT) or marker in _KEPT:
            kept.append(data[at : at + 2 + size])
        at += 2 + size
    return None
