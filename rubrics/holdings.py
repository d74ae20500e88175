"""What a rule looks at in a studio's standing file: so much of a register, counted in one plain way.

It stands in the scheme because only its author knows which sentence is a plain count, and because a new scheme must be
able to say it without a line of code. Where no plain count follows, a holding has no rule (`at` an item): it is shown
beside the item, and nothing is proposed.
"""

from typing import Final, Literal

from pydantic import Field

from rubrics.activities import RuleAddress
from rubrics.notes import English, Frozen, NonEmpty
from rubrics.numbering import ItemNo, Slug
from rubrics.periods import When

Test = Literal[
    "kept",
    "stand",
    "dated",
    "awarded",
    "accepted",
    "results",
    "qualified",
    "filled",
    "serviced",
    "proved",
    "planned",
    "closed",
    "granted",
    "checked",
    "logged",
]
"""How the entries of the registers are counted.

`kept` entries of any day up to the period's last; `stand` those that stand then (with `of`: how many of these kinds);
`dated` those of the time; `awarded` results with a prize and honours of the time; `accepted` projects that were
accepted in it; `results` persons with a monthly result in it. Of all there are: `qualified` monthly results, `filled`
entries in which `field` is said, `serviced` equipment (what was bought in the time needs none yet), `proved` entries
with a photo or file, `closed` tasks of the plan of the time that fell due and were closed with proof, `checked`
spendings. `planned` whether the plan of the time was handed in, `granted` whether the year has a budget, `logged`
activities of any kind.
"""

IN_TIME: Final = frozenset({"dated", "awarded", "accepted", "results", "logged"})
"""Tests whose answer is known only when the time is over."""


class Holding(Frozen):
    """One such count; with a requirement, what the file holds counts for it as what was logged does."""

    id: Slug
    registers: tuple[Slug, ...] = ()
    """The lists whose entries are counted; none where activities are."""
    test: Test
    count: int = Field(default=1, ge=0, le=9999)
    """How much is wanted at least; of all there are, how many there must be for the answer to mean anything.

    0 with an item: the source names no number, and what there is is only told.
    """
    per: When | None = None
    """In which time; without it, in the period of the sheet."""
    of: tuple[Slug, ...] = ()
    """Kinds or levels of entries that count; all do without it."""
    field: Slug | None = None
    feeds: RuleAddress | None = None
    at: ItemNo | None = None
    requirement: Slug | None = None
    title: str = NonEmpty
    title_en: English = None
    unit: str = NonEmpty
    unit_en: English = None
