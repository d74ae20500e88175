"""Which figure of a studio's standing file a field, a table or a condition of an application asks for.

It stands in the scheme because only its author knows what a cell asks; nothing is guessed from words. What is known is
offered and taken over by a press; it counts nothing here and knows no file.
"""

from collections.abc import Mapping
from typing import Final, Literal

from pydantic import Field

from rubrics.notes import Frozen

Figure = Literal[
    "applied_name",
    "unit",
    "leader",
    "leader_trade",
    "leader_grade",
    "named_by",
    "named_on",
    "years_named",
    "members",
    "others",
    "equipment",
    "rules",
    "pairs",
    "trained",
    "projects",
    "projects_of_year",
    "results",
    "cases",
    "awards",
    "patents",
    "honours",
    "budget",
    "spent",
    "entry_name",
    "entry_on",
    "entry_until",
    "entry_trade",
    "entry_grade",
    "entry_duty",
    "entry_model",
    "entry_number",
    "entry_amount",
    "entry_place",
    "entry_keeper",
    "entry_sort",
    "entry_paper",
    "entry_master",
    "entry_level",
    "entry_leader",
    "entry_prize",
    "entry_benefit",
    "entry_whom",
    "entry_giver",
]
"""What the list of studios, the registers and the fund's book know.

`others` are the members without the leader; `trained` apprentices with a month that was found good, by the words of
their target grade; `projects_of_year` those under way in the year of the application or of the field; `awards` results
and cases with a prize; `budget` and `spent` those of the year. `entry_…` is a column of a table that takes the entries
of a register, one a row.
"""

TEXTS: Final = frozenset({"applied_name", "unit", "leader", "leader_trade", "leader_grade", "named_by"})
MONEY: Final = frozenset({"budget", "spent"})
DATED: Final = frozenset({"projects", "results", "cases", "awards", "patents", "honours"})
"""Entries with a day of their own: they can be those of the last years, or of a field's year."""
COUNTED: Final = DATED | frozenset(
    {"years_named", "members", "others", "equipment", "rules", "pairs", "trained", "projects_of_year"}
)
KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(TEXTS, ("text", "longtext")),
    "named_on": ("date", "month", "year"),
    **dict.fromkeys(COUNTED, ("number",)),
    **dict.fromkeys(MONEY, ("money",)),
}
"""Figure -> the kinds of fields that it can stand in."""

_LEVELS: Final = ("national", "province", "city", "group", "company", "unit")
SORTS: Final[Mapping[str, tuple[str, ...]]] = {
    "rules": ("running", "learning", "managing", "members", "meetings", "transfer", "other"),
    "projects": ("own", "integrated"),
    "projects_of_year": ("own", "integrated"),
    "results": _LEVELS,
    "cases": _LEVELS,
    "awards": _LEVELS,
    "patents": ("invention", "utility", "design", "software"),
    "honours": _LEVELS,
}
"""Figure -> the levels or kinds that `of` can name; of `trained` it names words of a grade."""

_PERSON: Final = ("entry_name", "entry_on", "entry_trade", "entry_grade", "entry_duty")
_WON: Final = ("entry_name", "entry_on", "entry_level", "entry_prize", "entry_benefit")
_PROJECT: Final = ("entry_name", "entry_on", "entry_sort", "entry_level", "entry_leader")
CELLS: Final[Mapping[str, tuple[str, ...]]] = {
    "members": _PERSON,
    "others": _PERSON,
    "equipment": (
        "entry_name",
        "entry_on",
        "entry_model",
        "entry_number",
        "entry_amount",
        "entry_place",
        "entry_keeper",
    ),
    "rules": ("entry_name", "entry_on", "entry_sort", "entry_paper"),
    "pairs": ("entry_name", "entry_on", "entry_until", "entry_master", "entry_trade", "entry_grade"),
    "projects": _PROJECT,
    "projects_of_year": _PROJECT,
    "results": _WON,
    "cases": _WON,
    "awards": _WON,
    "patents": ("entry_name", "entry_on", "entry_number", "entry_sort"),
    "honours": ("entry_name", "entry_on", "entry_level", "entry_whom", "entry_giver"),
}
"""What fills a table -> what its columns can take of each entry, beside `unit`, the studio's own."""


class Known(Frozen):
    """One such figure, of some levels or kinds only, or of the last years."""

    figure: Figure
    of: tuple[str, ...] = ()
    """Levels or kinds that count; all do without it. Of `trained`: words, one of which the grade holds."""
    without: tuple[str, ...] = ()
    """Of `trained`: words that the grade does not hold."""
    years: int | None = Field(default=None, ge=1, le=10)
    """Of so many years up to today; without it, of all."""
