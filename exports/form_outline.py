"""An outline of an application as Word: headings, what was written below them, pictures where they belong.

What the source asks for stands in small grey where nothing was written. It knows no chat and no files.
"""

from io import BytesIO
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from exports import heights
from exports.circular import page_words
from exports.form_records import FormPicture, Link, OutlineRecord
from exports.labels import Say, labels
from exports.letter import BOTTOM, HEIGHT, SIDE, TOP, WIDTH, Letter
from exports.pictures import Unreadable, prepare
from exports.text import clean
from rubrics.form_answers import OFFLINE
from rubrics.forms import Heading

_GREY: Final = RGBColor(0x7F, 0x7F, 0x7F)
_SMALL: Final = 9
_BODY: Final = 12
_TITLE: Final = 18
_LEAST_TITLE: Final = 14
_TALLEST: Final = (HEIGHT - TOP - BOTTOM) * 2 // 5
"""Millimetres of a picture upright on the page, at most."""
_WIDEST: Final = (WIDTH - 2 * SIDE) * 4 // 5
_DPMM: Final = 6
"""Pixels of a millimetre: a picture of few pixels is not blown up."""


class _Outline(Letter):
    """A letter that knows levels of headings, remarks in grey, and pictures."""

    def heading(self, words: str, level: int) -> None:
        """Write a heading that programs list beside the text."""
        self.line(words, size=15 if level == 1 else 13, bold=True, before=9, after=3, together=True)
        mark = OxmlElement("w:outlineLvl")
        mark.set(qn("w:val"), str(level - 1))
        if self._last is not None:
            self._last._p.get_or_add_pPr().append(mark)  # noqa: SLF001 - python-docx knows levels only by style

    def remark(self, words: str, *, align: ALIGN = ALIGN.LEFT) -> None:
        """Write small grey words."""
        self.line(words, size=_SMALL, align=align, after=3)
        if self._last is not None:
            for run in self._last.runs:
                run.font.color.rgb = _GREY

    def picture(self, picture: FormPicture, say: Say) -> None:
        """Draw a picture with its caption, or say why it is not there."""
        try:
            ready = prepare(picture.data or b"")
        except Unreadable as why:
            reason = say("unread" if picture.data is None else why.trouble)
            self.remark(say("forms_no_picture", name=picture.name, reason=reason))
            return
        paragraph = self._document.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.keep_with_next = bool(picture.caption)
        wide, tall = ready.width, ready.height
        width = min(_WIDEST, _TALLEST * wide // tall or 1, max(1, wide // _DPMM))
        shown = paragraph.add_run().add_picture(BytesIO(ready.data), width=Mm(width))
        shown._inline.docPr.set("descr", clean(picture.caption or picture.name))  # noqa: SLF001 - same
        self._last = paragraph
        if picture.caption:
            self.remark(picture.caption, align=ALIGN.CENTER)


def render(record: OutlineRecord) -> bytes:
    """The Word file of an outline."""
    say = labels(record.language)
    document = _Outline(record.language, page_words(say))
    form = record.form
    if form.annex:
        document.line(form.annex, size=_BODY)
    # What the source prints is an outline; what was written by it is the studio's own paper.
    title = say("forms_text", studio=record.studio) if record.studio else form.title
    document.line(title, size=_title_size(title), bold=True, align=ALIGN.CENTER, before=12, after=8)
    if record.studio:
        whose = say("forms_whose", unit=record.unit)
        document.line(whose, size=_BODY, align=ALIGN.CENTER, after=4)
        document.remark(say("forms_outlined", title=form.title), align=ALIGN.CENTER)
    for heading in form.outline:
        _below(document, record, heading, say)
    for place, link in enumerate(record.links):
        document.line(said_of(link, record.language), size=_BODY, before=0 if place else 18)
    out = BytesIO()
    document.save(out, title, record.dated)
    return out.getvalue()


def said_of(link: Link, language: str) -> str:
    """Return in one line where something is that lies elsewhere."""
    say = labels(language)
    label = link.label if language.startswith("zh") else link.label_en
    return say("field", label=label, value=say("forms_offline") if link.said == OFFLINE else link.said)


def _title_size(title: str) -> int:
    """The size at which a title stands on one line, within reason."""
    room = Mm(WIDTH - 2 * SIDE).pt
    return max(_LEAST_TITLE, min(_TITLE, int(room * 20 / heights.width(title))))


def _below(document: _Outline, record: OutlineRecord, heading: Heading, say: Say) -> None:
    """Write one heading with what belongs to it."""
    above, _, point = heading.no.rpartition(".")
    words = {"no": point if above else heading.no, "title": heading.title}
    document.heading(say("forms_point" if above else "forms_heading", **words), 2 if above else 1)
    said = record.answers.get(f"{record.form.id}.{heading.no}", "").strip()
    for paragraph in said.splitlines():
        if paragraph.strip():
            document.text(paragraph.strip(), size=_BODY)
    if not said and heading.text:
        document.remark(heading.text)
    for picture in record.pictures.get(heading.no, ()):
        document.picture(picture, say)
