"""Registers: the standing lists of a studio that items and gates look at.

Only what the source asks to be kept; the entries belong to the studio, not to the scheme.
"""

from typing import Literal

from rubrics.notes import English, Frozen, NonEmpty
from rubrics.numbering import Slug

RegisterKind = Literal[
    "members", "equipment", "rules", "pairs", "projects", "results", "patents", "honours", "fund", "plans"
]


class Register(Frozen):
    """One list: members and their duties, equipment, master-apprentice pairs, results and so on."""

    id: Slug
    kind: RegisterKind
    title: str = NonEmpty
    title_en: English = None
    quote: str = NonEmpty
