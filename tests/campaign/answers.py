"""What assessors find: a month's quick entries for a studio, drawn so that every verdict and every tie occurs."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.campaign.independent import QUARTERLY, ROWS

FAULTS = {"good": (0, 3), "fair": (1, 5), "poor": (4, 9)}
"""How many rows of a month lose something, from and to."""


@st.composite
def months(draw: DrawFn, last: bool, kind: str) -> dict[str, str]:
    """One month: item -> what is typed after its number."""
    fewest, most = FAULTS[kind]
    items = draw(
        st.lists(
            st.sampled_from([each for each in ROWS if each != "4.1"]),
            min_size=fewest,
            max_size=most,
            unique=True,
        )
    )
    return {item: draw(values(item, last)) for item in sorted(items)}


@st.composite
def values(draw: DrawFn, item: str, last: bool) -> str:
    """Letters with counts, or now and then a score by hand."""
    points, letters = ROWS[item]
    if draw(st.integers(0, 9)) == 0:
        return f"{draw(st.integers(0, 2 * sum(points))) / 2:g}"
    known = {**letters, **(QUARTERLY.get(item, {}) if last else {})}
    chosen = draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=2, unique=True))
    return "".join(
        _counted(letter, draw(st.integers(1, min(3, known[letter][2])))) for letter in sorted(chosen)
    )


def _counted(letter: str, count: int) -> str:
    return letter if count == 1 else f"{letter}{count}"


@st.composite
def quarters(draw: DrawFn) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Three months of one studio."""
    kind = draw(st.sampled_from(sorted(FAULTS)))
    first, second, third = (draw(months(last, kind)) for last in (False, False, True))
    return first, second, third


def lines(answers: dict[str, str]) -> str:
    """A month as an assessor types it: what is wrong with a word each, the rest in order."""
    said = {item: answers.get(item, "满") for item in ROWS if item != "4.1"}
    return "\n".join(
        f"{item} {value}" + (" 现场查看" if value != "满" else "") for item, value in said.items()
    )
