"""Pictures from phones, and files that only claim to be pictures."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image

from exports import pictures
from exports.pictures import Unreadable, prepare
from tests.exports.samples import photo


def encoded(size=(40, 30), mode="RGB", form="PNG", **options):
    out = BytesIO()
    Image.new(mode, size, 128 if mode == "L" else None).save(out, form, **options)
    return out.getvalue()


def bomb(width, height):
    """A PNG of a few bytes that says it is huge."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


def test_a_photo_of_sensible_size_keeps_its_bytes():
    data = photo(1)
    ready = prepare(data)
    assert ready.data is data
    assert (ready.width, ready.height, ready.format) == (1280, 960, "jpeg")


def test_what_a_camera_wrote_about_place_and_owner_is_left_out():
    exif = Image.Exif()
    exif[0x013B] = "Owner of the phone"
    data = encoded((64, 48), form="JPEG", exif=exif, comment=b"Owner of the phone")
    assert b"Owner of the phone" in data
    ready = prepare(data)
    assert b"Owner of the phone" not in ready.data
    assert Image.open(BytesIO(ready.data)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_large_photo_is_scaled_down():
    ready = prepare(photo(2, 3000, 2000))
    assert max(ready.width, ready.height) == pictures.LARGEST
    assert Image.open(BytesIO(ready.data)).size == (ready.width, ready.height)


def test_a_photo_that_lies_on_its_side_is_turned_up():
    exif = Image.Exif()
    exif[0x0112] = 6
    ready = prepare(encoded((60, 40), form="JPEG", exif=exif))
    assert (ready.width, ready.height) == (40, 60)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (encoded(form="PNG"), "png"),
        (encoded(form="WEBP"), "jpeg"),
        (encoded(mode="CMYK", form="JPEG"), "jpeg"),
        (encoded(mode="L", form="JPEG"), "jpeg"),
        (encoded(size=(2000, 10), mode="RGBA", form="PNG"), "jpeg"),
        (encoded(size=(2000, 10), mode="P", form="PNG"), "jpeg"),
    ],
)
def test_every_format_of_a_phone_becomes_one_that_excel_shows(data, form):
    ready = prepare(data)
    assert ready.format == form
    assert Image.open(BytesIO(ready.data)).format == form.upper()


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "empty"),
        (b"not a picture", "not_a_picture"),
        (encoded(form="GIF"), "not_a_picture"),
        (encoded(form="TIFF"), "not_a_picture"),
        (b"%PDF-1.7 ...", "not_a_picture"),
        (bomb(10_000, 5_000), "too_large"),
        (bomb(30_000, 30_000), "too_large"),
        (photo(1)[:5000], "damaged"),
        (encoded(form="PNG")[:-20], "damaged"),
        (bomb(0, 5), "not_a_picture"),
    ],
)
def test_what_cannot_be_shown_says_why(data, trouble):
    with pytest.raises(Unreadable) as refused:
        prepare(data)
    assert refused.value.trouble == trouble


@pytest.mark.parametrize("cut", range(20, 620, 30))
def test_a_file_cut_anywhere_never_breaks_the_export(cut):
    for data in (photo(1)[:cut], encoded(form="PNG")[:cut], encoded(form="WEBP")[:cut]):
        with suppress(Unreadable):
            ready = prepare(data)
            Image.open(BytesIO(ready.data)).load()
