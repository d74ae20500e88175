"""A step that was entered by mistake is taken out again, with a reason, and every reader leaves it out."""

from bot.changes.file_voided import VOIDED, standing_steps, voided_steps
from bot.entities import FileStep


def step(place: int, name: str, entry: str = "entry00000001", **more: str) -> FileStep:
    """A step of an entry."""
    return FileStep(entry=entry, place=place, name=name, on="2025-01-01", by="p", at=1, **more)


def test_steps_that_were_taken_out_do_not_stand() -> None:
    """By entry and place; another entry's step of the same place stands."""
    kept, wrong = step(1, "serviced"), step(2, "serviced")
    other = step(2, "serviced", "entry00000002")
    out = step(3, VOIDED, value="2")
    assert standing_steps([kept, wrong, out, other]) == (kept, other)
    assert voided_steps([kept, wrong, out, other]) == {("entry00000001", 2): out}
