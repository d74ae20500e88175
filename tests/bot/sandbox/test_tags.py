"""The HTML parse mode, text by text: what is left and which entities, by TDLib's rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.formatting import render_html, trimmed, utf16, with_detected
from bot.sandbox.tags import parse_html

PARSED = [
    ("plain", "plain", []),
    ("a & b &amp; &lt;c&gt; &quot;", 'a & b & <c> "', []),
    ("&#65;&#x4e2d;&#0;", "A中&#0;", []),
    ("&ampere; &copy;", "&ampere; &copy;", []),
    ("&lt &gt;", "< >", []),
    ("<b>x</b>", "x", [("bold", 0, 1)]),
    ("<strong>x</strong><em>y</em><ins>z</ins>", "xyz", [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1)]),
    ("<B>x</>", "x", [("bold", 0, 1)]),
    ("<b></b>x", "x", []),
    ("<s>a<del>b</del></s>", "ab", [("strikethrough", 1, 1), ("strikethrough", 0, 2)]),
    ("😀<u>中</u>", "😀中", [("underline", 2, 1)]),
    ('<a href="https://a.org?x=1&amp;y">z</a>', "z", [("text_link", 0, 1)]),
    ("<a href='nowhere'>z</a>", "z", []),
    ("<a>https://a.org</a>", "https://a.org", [("text_link", 0, 13)]),
    ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
    ("<pre>x</pre> <code>y</code>", "x y", [("pre", 0, 1), ("code", 2, 1)]),
    ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("<blockquote>a</blockquote><blockquote expandable>b</blockquote>", "ab", [("blockquote", 0, 1), ("expandable_blockquote", 1, 1)]),
    ('<tg-emoji emoji-id="5">😀</tg-emoji>', "😀", [("custom_emoji", 0, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), PARSED, ids=[case[0] for case in PARSED])
def test_html_is_read_as_tdlib_reads_it(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed, found = parse_html(source)
    assert (parsed, [(e["type"], e["offset"], e["length"]) for e in found]) == (text, entities)


def test_links_and_languages_keep_their_argument() -> None:
    assert parse_html('<a href="https://a.org?x=1&amp;y">z</a>')[1][0]["url"] == "https://a.org?x=1&y"
    assert parse_html('<pre><code class="language-sql">x</code></pre>')[1][0]["language"] == "sql"
    assert "language" not in parse_html('<code class="language-sql">x</code>')[1][0]


def test_trimming_moves_entities_along() -> None:
    assert trimmed(*parse_html(" \n<b> x</b> ")) == ("x", [{"type": "bold", "offset": 0, "length": 1}])
    assert trimmed("\u3000x", []) == ("\u3000x", [])


def test_overlapping_entities_render_as_nested_tags() -> None:
    entities = [{"type": "bold", "offset": 0, "length": 3}, {"type": "italic", "offset": 2, "length": 2}]
    assert render_html("abcd", entities) == "<b>ab<i>c</i></b><i>d</i>"
    plain = render_html("<&>", [{"type": "bold", "offset": 1, "length": 1}])
    assert plain == "&lt;<b>&amp;</b>&gt;"


def test_rendered_links_open_nothing_but_web_pages() -> None:
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}
    assert render_html("x", [link]) == "x"
    assert 'href="https://a.org/&quot;x"' in render_html("x", [{**link, "url": 'https://a.org/"x'}])


PIECES = st.text(alphabet='ab 😀中&<>"/', max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "code", "blockquote"]), PIECES), max_size=5))
def test_escaped_text_survives_parsing_and_rendering(pieces: list[tuple[str, str]]) -> None:
    from html import escape

    source = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in pieces)
    text, entities = parse_html(source)
    assert text == "".join(piece for _, piece in pieces)
    assert all(e["offset"] + e["length"] <= utf16(text) for e in with_detected(text, entities))
    assert parse_html(render_html(text, entities))[0] == text
