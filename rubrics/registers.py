"""Registers: the standing lists of a studio that items and gates look at.

Only what the source asks to be kept; the entries belong to the studio, not to the scheme.
"""

from typing import Final, Literal

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


FILES: Final = frozenset({"cases"})
"""Registers of a studio's file that schemes list among others: cases are results that are kept apart."""


def file_kind(register: Register) -> str:
    """Return the register of a studio's file in which the entries of a scheme's list are kept."""
    return register.id if register.id in FILES else register.kind
