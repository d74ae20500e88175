"""Before on the left, after on the right: one picture that Telegram takes."""

from io import BytesIO

from PIL import Image

from exports.side_by_side import GAP, PAIRS, WIDE, side_by_side


def picture(colour: tuple[int, int, int], size: tuple[int, int] = (800, 600)) -> bytes:
    """A picture of one colour."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", quality=95)
    return out.getvalue()


RED, GREEN = picture((200, 0, 0)), picture((0, 200, 0))


def seen(content: bytes | None) -> Image.Image:
    """The picture as it is sent."""
    assert content
    return Image.open(BytesIO(content)).convert("RGB")


def test_left_is_before_and_right_is_after():
    image = seen(side_by_side([RED], [GREEN]))
    middle = image.height // 2
    left, right = (
        image.getpixel((GAP + WIDE // 2, middle)),
        image.getpixel((2 * GAP + WIDE + WIDE // 2, middle)),
    )
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > 180 > left[1]
    assert right[1] > 180 > right[0]


def test_what_one_side_lacks_stays_empty():
    image = seen(side_by_side([], [GREEN]))
    left = image.getpixel((GAP + WIDE // 2, image.height // 2))
    assert isinstance(left, tuple)
    assert max(left) - min(left) < 10


def test_what_is_no_picture_is_left_out():
    assert side_by_side([b"", b"x"], [b"%PDF"]) is None
    assert seen(side_by_side([b"x", RED], [GREEN])).height == seen(side_by_side([RED], [GREEN])).height


def test_telegram_takes_it_whatever_was_sent():
    """Edges together at most 10,000, one at most twenty times the other, ten megabytes."""
    tall, wide = picture((9, 9, 9), (60, 3000)), picture((9, 9, 9), (3000, 60))
    content = side_by_side([tall] * 9, [wide] * 9)
    image = seen(content)
    assert image.width + image.height <= 10_000
    assert max(image.size) <= 20 * min(image.size)
    assert content is not None
    assert len(content) < 10 << 20
    assert image.height < PAIRS * 700
