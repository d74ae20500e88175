"""Workbooks that coordinators sent to be read, and their own forms."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, update

from bot.entities import OwnForm, Upload
from bot.store.compiled import Rows, Statement
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import own_forms, uploads
from bot.store.tables_base import fixed

_UPLOAD: Final = Spoken(Upload, uploads)
_GET = Statement(_UPLOAD.whole.where(uploads.c.id == bindparam("upload")))
_FORM: Final = Spoken(OwnForm, own_forms, left=("dropped",))
_STANDING = own_forms.c.dropped == fixed(0)
_FORM_OF = Statement(_FORM.whole.where(own_forms.c.id == bindparam("form"), _STANDING))
_FORMS = Statement(_FORM.whole.where(_STANDING).order_by(own_forms.c.name, own_forms.c.id))
_DROP = Statement(update(own_forms).where(own_forms.c.id == bindparam("form")).values(dropped=fixed(1)))


class Uploads:
    """Workbooks that wait to be read, or were."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, upload: str) -> Upload | None:
        """Return one."""
        return next(iter(_UPLOAD.read(self._rows.all(_GET, upload=upload))), None)

    def put(self, upload: Upload) -> None:
        """Store one as it is now."""
        _UPLOAD.put(self._rows, self._words, upload, None, None)


class OwnForms:
    """Workbooks with marks in their cells."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, form: str) -> OwnForm | None:
        """Return one that stands."""
        return next(iter(_FORM.read(self._rows.all(_FORM_OF, form=form))), None)

    def all(self) -> tuple[OwnForm, ...]:
        """Return those that stand, by name."""
        return _FORM.read(self._rows.all(_FORMS))

    def put(self, form: OwnForm) -> None:
        """Store one as it is now."""
        _FORM.put(self._rows, self._words, form, None, None)

    def drop(self, form: str) -> None:
        """Take one off the list; its file stays on disk."""
        self._rows.run(_DROP, form=form)
