"""Evidence pictures, made safe and small enough for a workbook; Pillow is used nowhere else.

A picture is looked at before it is trusted: known formats only, a limit on pixels before anything is decoded. A JPEG of
sensible size keeps its own image data, without what a camera wrote about place and owner.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from struct import error as StructError  # noqa: N812 - an exception by its nature
from typing import BinaryIO, Final, Literal
from zlib import error as ZlibError  # noqa: N812 - same

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST: Final = 1600
"""Pixels of the longer side that are kept; larger pictures are scaled down."""
MOST_PIXELS: Final = 40_000_000
FORMATS: Final = ("JPEG", "PNG", "WEBP")

_ORIENTATION: Final = 0x0112
_SOS, _APP0, _APP2, _APP14, _APP15, _COMMENT = 0xDA, 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_KEPT: Final = (_APP0, _APP2, _APP14)  # JFIF, the colour profile, and Adobe's colour transform

_BROKEN: Final = (
    ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    StructError, ZlibError,
)  # fmt: skip
"""What Pillow's decoders raise over a damaged file."""

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
        with warnings.catch_warnings():
            # Pillow warns from 89 million pixels on; here fewer are refused.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
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
        if max(width, height) <= LARGEST:
            if image.format == "JPEG" and image.mode in ("RGB", "L") and _upright(image):
                kept = _without_camera(data)
                if kept:
                    return Ready(kept, width, height, "jpeg")
            elif image.format == "PNG" and not getattr(image, "is_animated", False) and b"eXIf" not in data:
                image.verify()
                return Ready(data, width, height, "png")
        return _redrawn(image)


def thumbnail(source: BinaryIO, side: int = 240) -> bytes | None:
    """A small JPEG of a picture, read from where the file stands; None where it cannot be shown."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(source, formats=FORMATS) as image:
                if image.size[0] * image.size[1] > MOST_PIXELS:
                    return None
                image.draft("RGB", (side, side))
                picture = ImageOps.exif_transpose(image)
                picture.thumbnail((side, side))
                out = BytesIO()
                picture.convert("RGB").save(out, "JPEG", quality=70)
                return out.getvalue()
    except (*_BROKEN, Image.DecompressionBombError):
        return None


def _upright(image: Image.Image) -> bool:
    return image.getexif().get(_ORIENTATION) in (None, 1)


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
    while at + 4 <= end and data[at] == 0xFF:  # noqa: PLR2004 - every segment begins so
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker == _SOS:
            # Most photos arrive without: those are not copied.
            return data if sum(map(len, kept)) == at else b"".join((*kept, data[at:]))
        if not (_APP0 <= marker <= _APP15 or marker == _COMMENT) or marker in _KEPT:
            kept.append(data[at : at + 2 + size])
        at += 2 + size
    return None
