"""Small real photographs for tests: each number gives another one, and always the same."""

from functools import cache
from io import BytesIO

from PIL import Image


@cache
def jpeg(number: int, width: int = 64, height: int = 48) -> bytes:
    """A JPEG in the colour of its number."""
    colour = (number * 37 % 256, number * 59 % 256, number * 83 % 256)
    out = BytesIO()
    with Image.new("RGB", (width, height), colour) as picture:
        picture.putpixel((number % width, number // width % height), (255, 255, 255))
        picture.save(out, "JPEG", quality=90)
    return out.getvalue()
