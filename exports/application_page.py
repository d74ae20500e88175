"""The index page of an application's package, in both languages side by side: one HTML file that needs nothing else."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from exports import archive_page
from exports.archive_records import Packed, sized
from exports.form_records import ApplicationRecord, Condition, Link, WayLine
from exports.labels import labels
from rubrics.form_answers import OFFLINE

_MARKS: Final = {"met": "☑", "unmet": "☒", "na": "—", "open": "□"}


def both(key: str, **values: object) -> str:
    """Return a label in Chinese and English."""
    return " · ".join(dict.fromkeys(labels(language)(key, **values) for language in ("zh-CN", "en")))


def draw(record: ApplicationRecord, papers: Sequence[tuple[str, str, int]], packed: Sequence[Packed],
         place: tuple[int, int]) -> str:  # fmt: skip
    """Return the page: facts, papers (path, title, size), conditions with their files, other files, what is missing."""
    title = escape(f"{both('forms_pack')}：{record.studio} {record.year}")
    body = [f"<h1>{title}</h1>", *_facts(record, place)]
    if record.draft:
        body.insert(1, f"<p><b>▲ {escape(both('forms_pack_draft'))}</b></p>")
    if papers:
        body.append(f"<h2>{escape(both('forms_pack_papers'))}</h2><ul>")
        body += (
            f'<li><a href="{quote(path)}">{escape(words)}</a> <small>{sized(size)}</small></li>'
            for path, words, size in papers
        )
        body.append("</ul>")
    body += _links(record.links)
    body += _way(record.way)
    body += _conditions(record.conditions, packed)
    known = {condition.item for condition in record.conditions}
    others = [each for each in packed if each.piece.item not in known]
    if others:
        body.append(f"<h2>{escape(both('forms_pack_files'))}</h2>")
        body += (archive_page.figure(each, both) for each in others)
    missing = [each for each in packed if each.missing]
    if missing:
        body.append(f"<h2>{escape(both('forms_pack_missing'))}（{len(missing)}）</h2><ul>")
        body += (f"<li>{escape(_file(each))}: {escape(each.missing)}</li>" for each in missing)
        body.append("</ul>")
    body.append(f"<p><small>{escape(both('forms_pack_check'))}</small></p>")
    return archive_page.whole(record.language, title, body)


def _facts(record: ApplicationRecord, place: tuple[int, int]) -> Iterator[str]:
    facts = {
        "forms_pack_studio": record.studio,
        "forms_pack_unit": record.unit,
        "forms_pack_leader": record.leader,
        "forms_pack_scheme": record.scheme,
        "forms_pack_track": record.track,
        "forms_pack_year": str(record.year),
        "forms_pack_state": record.state,
        "forms_pack_code": record.code,
    }
    said = (f"<dt>{escape(both(key))}</dt><dd>{escape(value)}</dd>" for key, value in facts.items() if value)
    yield f"<dl>{''.join(said)}</dl>"
    if place[1] > 1:
        yield f"<p>{escape(both('forms_pack_part', no=place[0], of=place[1]))}</p>"


def _links(links: Sequence[Link]) -> Iterator[str]:
    """What lies elsewhere; an address can be followed."""
    if not links:
        return
    yield f"<h2>{escape(both('forms_pack_links'))}</h2><ul>"
    for each in links:
        label = escape(" · ".join(dict.fromkeys((each.label, each.label_en))))
        where = escape(both("forms_offline") if each.said == OFFLINE else each.said)
        if each.said != OFFLINE:
            where = f'<a href="{where}">{where}</a>'
        yield f"<li>{label}：{where}</li>"
    yield "</ul>"


def _way(way: Sequence[WayLine]) -> Iterator[str]:
    """The steps so far, the first first."""
    if not way:
        return
    yield f"<h2>{escape(both('forms_pack_way'))}</h2><ul>"
    for each in way:
        line = " ".join(part for part in (each.on, each.step, each.decided) if part)
        text = f"<br><small>{escape(each.text)}</small>" if each.text else ""
        yield f"<li>{escape(line)}{text}</li>"
    yield "</ul>"


def _conditions(conditions: Sequence[Condition], packed: Sequence[Packed]) -> Iterator[str]:
    if not conditions:
        return
    yield f"<h2>{escape(both('forms_pack_conditions'))}</h2>"
    shown: set[str] = set()
    for condition in conditions:
        if condition.item not in shown:
            title = " · ".join(dict.fromkeys((condition.title, condition.title_en)))
            yield f"<p><b>{escape(condition.item)} {escape(title)}</b></p>"
        yield f"<p>{_MARKS[condition.state]} {escape(condition.text)}<br><small>{_answered(condition)}</small></p>"
        # Files belong to the item: they stand below its last rule.
        if condition is [each for each in conditions if each.item == condition.item][-1]:
            yield from (
                archive_page.figure(each, both) for each in packed if each.piece.item == condition.item
            )
        shown.add(condition.item)


def _answered(condition: Condition) -> str:
    said = [both(f"forms_{condition.state}")]
    if condition.measured:
        said.append(f"{both('forms_measured')}：{condition.measured}")
    if condition.reason:
        said.append(f"{both('forms_reason')}：{condition.reason}")
    return escape("；".join(said))


def _file(each: Packed) -> str:
    return each.piece.caption or each.piece.file_name or both(f"archive_{each.piece.kind}")
