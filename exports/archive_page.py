"""The index page of an evidence package: one HTML file that needs nothing else, with small pictures in it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final
from urllib.parse import quote

from exports.archive_records import Bundle, Packed, Part, Piece, sized
from exports.labels import Say

_STYLE: Final = """
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:1rem auto;
max-width:60rem;padding:0 1rem}h1{font-size:1.4rem}h2{font-size:1.1rem;border-bottom:1px solid #8888;margin-top:2rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0}dt{opacity:.7}dd{margin:0}
figure{display:grid;grid-template-columns:11rem 1fr;gap:1rem;margin:1rem 0;align-items:start}
figure img,.none{width:11rem;border-radius:4px}
figure img{max-height:12rem;object-fit:contain;object-position:0 0}
.none{display:grid;place-items:center;height:5rem;background:#8882}
figcaption{overflow-wrap:anywhere}small{opacity:.7}@media(max-width:30rem){figure{grid-template-columns:1fr}}
"""


def draw(bundle: Bundle, part: Part, packed: Sequence[Packed], say: Say) -> str:
    """The page of one part."""
    body = [f"<h1>{escape(say('archive_title'))} · {escape(bundle.studio)} {escape(bundle.period)}</h1>"]
    body += _head(bundle, part, packed, say)
    for item, group in groupby(packed, lambda each: each.piece.item):
        body.append(f"<h2>{escape(item)} {escape(bundle.titles.get(item, ''))}</h2>")
        body += (figure(each, say) for each in group)
    missing = [each for each in packed if each.missing]
    if missing:
        body.append(f"<h2>{escape(say('archive_missing', count=len(missing)))}</h2><ul>")
        body += (f"<li>{escape(_named(each.piece, say))}: {escape(each.missing)}</li>" for each in missing)
        body.append("</ul>")
    body.append(f"<p><small>{escape(say('archive_check'))}</small></p>")
    title = escape(f"{say('archive_title')} {bundle.studio} {bundle.period}")
    return whole(bundle.language, title, body)


def whole(language: str, title: str, body: Iterable[str]) -> str:
    """A page around its body; title and body are escaped already."""
    return (
        f'<!doctype html><html lang="{escape(language)}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style>'
        + "\n".join(body)
        + "</html>\n"
    )


def _head(bundle: Bundle, part: Part, packed: Sequence[Packed], say: Say) -> Iterator[str]:
    facts = {
        "archive_studio": bundle.studio,
        "archive_unit": bundle.unit,
        "archive_period": bundle.period,
        "archive_rubric": bundle.rubric,
        "archive_code": bundle.code,
    }
    said = (f"<dt>{escape(say(key))}</dt><dd>{escape(value)}</dd>" for key, value in facts.items() if value)
    yield f"<dl>{''.join(said)}</dl>"
    files = [each for each in packed if each.path]
    size = sized(sum(each.size for each in files))
    yield f"<p>{escape(say('archive_counts', files=len(files), size=size))}</p>"
    if part.of > 1:
        span = {"first": part.pieces[0].item, "last": part.pieces[-1].item}
        yield f"<p>{escape(say('archive_part', no=part.no, of=part.of, **span))}</p>"


def figure(each: Packed, say: Say) -> str:
    """One file: its small picture, its link, what is said of it."""
    piece = each.piece
    shown = f'<span class="none">{escape(say(f"archive_{piece.kind}"))}</span>'
    if each.thumbnail:
        data = b64encode(each.thumbnail).decode()
        shown = f'<img alt="{escape(_named(piece, say))}" src="data:image/jpeg;base64,{data}">'
    lines = [f"<b>{escape(_named(piece, say))}</b>"]
    if each.path:
        link = quote(each.path)
        shown = f'<a href="{link}">{shown}</a>'
        name = escape(each.path.rpartition("/")[2])
        lines.append(f'<a href="{link}">{name}</a> <small>{sized(each.size)}</small>')
    lines += [escape(line) for line in _lines(piece, say)]
    if each.missing:
        lines.append(f"▲ {escape(each.missing)}")
    if each.sha256:
        lines.append(f"<small>SHA-256 {each.sha256}</small>")
    return f"<figure>{shown}<figcaption>{'<br>'.join(lines)}</figcaption></figure>"


def _lines(piece: Piece, say: Say) -> Iterator[str]:
    if piece.letter:
        yield say("archive_about", letter=piece.letter, nth=piece.nth) if piece.nth else piece.letter
    if piece.caption:
        yield piece.caption
    if piece.place:
        yield f"{say('archive_place')} {piece.place}"
    yield f"{say('archive_taken')} {piece.taken:%Y-%m-%d %H:%M}"
    if piece.by:
        yield f"{say('archive_by')} {piece.by}"


def _named(piece: Piece, say: Say) -> str:
    no = say("archive_no", no=piece.no)
    return no if piece.part is None else f"{no}-{piece.part}"
