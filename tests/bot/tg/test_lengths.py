"""Lengths as Telegram counts them: the stand-in's own parser is asked for a second opinion."""

import pytest

from bot.flows.lengths import visible_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("abc", 3),
        ("<b>字</b>", 1),
        ("a &lt; b &amp; c", 9),
        ("&#8364;&quot;", 2),
        ('<a href="http://x/?a=1&amp;b=2">链接</a>', 2),
        ("<blockquote expandable>很长</blockquote>", 2),
        ("1 < 2", 5),
        ("  x  ", 1),
        ("👍", 1),
        ("<b>\n</b>", 0),
    ],
)
def test_visible_length(text: str, length: int) -> None:
    assert visible_length(text) == length
