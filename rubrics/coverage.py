"""Tables of coverage: every passage of a source with the places where a scheme says it, or why nothing does.

Knows the scheme, not the source; that the passages are all of it is for whoever has the source.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Annotated, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rubrics.model import Rubric
from rubrics.notes import Frozen, NonEmpty
from rubrics.problems import Problem, Where

KINDS: Final = (
    "head",
    "item",
    "rule",
    "gate",
    "band",
    "occasion",
    "fact",
    "requirement",
    "register",
    "form",
    "quota",
    "deadline",
    "duty",
    "funding",
    "stage",
    "ruling",
    "reading",
    "discrepancy",
    "clause",
)
"""How an address begins; behind it stands the id or number, and nothing behind `head`."""

_NOTED: Final = frozenset({"head", "item", "ruling", "reading", "discrepancy", "clause"})
"""What may stand in a scheme without a passage of its own."""

Line = Annotated[str, Field(min_length=1)]


class Passage(Frozen):
    """A passage word for word, with its places in the scheme or the reason why it has none."""

    text: str = NonEmpty
    at: tuple[Line, ...] = ()
    why: str | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Passage":
        if bool(self.at) == (self.why is not None):
            raise PydanticCustomError("coverage_says_nothing", "coverage_says_nothing")
        return self


def addresses(rubric: Rubric) -> Iterator[str]:
    """Every place that a table can name."""
    gates = {item.no for item in rubric.gate_items}
    yield "head"
    for item in rubric.all_items:
        yield f"{'gate' if item.no in gates else 'item'} {item.no}"
        yield from (f"rule {item.no} {rule.letter}" for rule in item.rules)
    outcomes = rubric.outcomes
    listed = {
        "requirement": (one.id for one in rubric.requirements),
        "register": (one.id for one in rubric.registers),
        "form": (one.id for one in rubric.forms),
        "quota": (one.id for one in rubric.quotas),
        "deadline": (one.id for one in rubric.deadlines),
        "duty": (one.id for one in rubric.duties),
        "funding": (one.id for one in rubric.funding),
        "stage": (one.id for one in rubric.stages),
        "ruling": (one.id for one in rubric.rulings),
        "reading": (one.id for one in rubric.readings),
        "discrepancy": (one.id for one in rubric.discrepancies),
        "clause": (one.id for one in rubric.clauses),
        "band": (one.id for one in outcomes.bands) if outcomes else (),
        "occasion": (one.id for one in outcomes.occasions) if outcomes else (),
        "fact": (one.id for one in outcomes.facts) if outcomes else (),
    }
    yield from chain.from_iterable((f"{kind} {one}" for one in ids) for kind, ids in listed.items())


def check(passages: Sequence[Passage], rubric: Rubric) -> Iterator[Problem]:
    """Yield every address that is none, and warn of what the scheme says without a passage behind it."""
    known = dict.fromkeys(addresses(rubric))
    named: set[str] = set()
    for index, passage in enumerate(passages):
        for place, address in enumerate(passage.at):
            where = Where((index, "at", place))
            kind, _, rest = address.partition(" ")
            named.add(address)
            if kind == "gate":
                named.add(f"rule {rest} a")  # a condition is its one rule
            if kind not in KINDS:
                yield Problem("coverage_address", {"address": address, "known": KINDS}, where=where)
            elif address not in known:
                yield Problem("coverage_place_unknown", {"address": address}, where=where)
    for address in known:
        if address not in named and address.partition(" ")[0] not in _NOTED:
            yield Problem("coverage_place_unnamed", {"address": address}, "warning", Where(()))
