"""Fingerprints: the content of a scheme and its bare structure as SHA-256.

The form hashed here may never change: signed sheets name it.
"""

import json
from collections.abc import Iterable
from decimal import Decimal
from hashlib import sha256

from pydantic import BaseModel

from rubrics.points import show


def _sha256(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def content(model: BaseModel) -> str:
    """The fingerprint of every field that says something.

    Fields at their default are left out, so that a field which the language gains later leaves the
    fingerprints of published schemes alone.
    """
    return _sha256(model.model_dump(mode="json", exclude_defaults=True))


def structure(items: Iterable[tuple[str, Decimal, Iterable[tuple[str, str, Decimal]]]]) -> str:
    """The fingerprint of items with their points and the letters, kinds and points of their rules."""
    return _sha256(
        [
            [no, show(worth), [[letter, kind, show(each)] for letter, kind, each in rules]]
            for no, worth, rules in items
        ]
    )
