"""Pictures from before on the left, from after on the right, as one picture that a phone shows whole.

Without words: a picture has no font of its own. Where one side has fewer, its place stays empty.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import zip_longest
from typing import Final

from PIL import Image

from exports.pictures import Unreadable, prepare

WIDE: Final = 640
HIGH: Final = 640
GAP: Final = 16
PAIRS: Final = 4
"""Pairs of pictures: more would be too small on a phone."""
_GROUND: Final = "white"
_EMPTY: Final = (235, 235, 235)
_BEFORE: Final = (192, 57, 43)
_AFTER: Final = (39, 134, 78)
_BAR: Final = 10
"""Pixels of the coloured bar over each side: red before, green after."""


def side_by_side(before: Iterable[bytes], after: Iterable[bytes]) -> bytes | None:
    """Return one JPEG of the first pairs, None where nothing can be shown; pictures that are damaged are left out."""
    left, right = _readable(before), _readable(after)
    pairs = list(zip_longest(left, right))[:PAIRS]
    if not pairs:
        return None
    rows = [max((each.height for each in pair if each), default=HIGH) for pair in pairs]
    height = sum(rows) + GAP * (len(rows) + 1) + _BAR
    whole = Image.new("RGB", (2 * WIDE + 3 * GAP, height), _GROUND)
    for at, colour in ((GAP, _BEFORE), (2 * GAP + WIDE, _AFTER)):
        whole.paste(colour, (at, 0, at + WIDE, _BAR))
    top = _BAR + GAP
    for pair, row in zip(pairs, rows, strict=True):
        for at, picture in zip((GAP, 2 * GAP + WIDE), pair, strict=True):
            _place(whole, picture, at, top, row)
        top += row + GAP
    out = BytesIO()
    whole.save(out, "JPEG", quality=85)
    return out.getvalue()


def _place(whole: Image.Image, picture: Image.Image | None, left: int, top: int, row: int) -> None:
    if picture is None:
        whole.paste(_EMPTY, (left, top, left + WIDE, top + row))
        return
    at = (left + (WIDE - picture.width) // 2, top + (row - picture.height) // 2)
    whole.paste(picture, at)


def _readable(contents: Iterable[bytes]) -> Sequence[Image.Image]:
    made = []
    for content in contents:
        try:
            made.append(_scaled(content))
        except Unreadable:
            continue
        if len(made) == PAIRS:
            break
    return made


def _scaled(content: bytes) -> Image.Image:
    ready = prepare(content)
    with Image.open(BytesIO(ready.data)) as image:
        picture = image.convert("RGB")
    scale = min(WIDE / picture.width, HIGH / picture.height)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)
