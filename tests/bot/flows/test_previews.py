"""Every card of every shipped rubric can be leafed through at the desk, in every form and for every type of studio."""

import pytest

from bot.flows.lengths import MAX_DATA, MAX_TEXT, visible_length
from bot.flows.rubrics.cards import drawn, overlong, rewired, shaped, shapes
from bot.flows.rubrics.facts import first_of, key_of, too_long
from bot.flows.taps import unpack
from rubrics import files
from rubrics.model import Rubric
from tests.bot.flows.samples import ask


def shipped() -> list[Rubric]:
    """Every scheme that comes with the program."""
    loaded = (files.load(path).rubric for path in files.shipped())
    return [each for each in loaded if each is not None]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("rubric", shipped(), ids=lambda each: each.id)
def test_every_card_is_drawn_and_leads_on_within_the_preview(rubric: Rubric, language: str) -> None:
    asked = ask(language)
    seen = set()
    for shape in shapes(rubric):
        for item in ("", *(item.no for item in rubric.all_items)):
            if shaped(rubric, item, shape) != shape:
                continue
            seen.add(item)
            face = drawn(rubric, item, shape, asked)
            assert visible_length(face.text) <= MAX_TEXT
            for button in (each for row in rewired(face.rows, key_of(rubric), shape) for each in row):
                assert len(button.data.encode()) <= MAX_DATA
                tap = unpack(button.data, "", here=True)
                assert tap is not None
                assert (tap.screen, tap.verb in {"g", "d", "x"}) == ("v", True)
                if tap.verb == "g":
                    assert shaped(rubric, tap.arg(1), shape) == shape
    assert seen == {"", *(item.no for item in rubric.all_items)}


@pytest.mark.parametrize("rubric", shipped(), ids=lambda each: each.id)
def test_what_is_shipped_could_be_published(rubric: Rubric) -> None:
    assert overlong(rubric, ask()) == ()
    assert [each.key for each in too_long(rubric)] == []
    assert shaped(rubric, first_of(rubric), shapes(rubric)[0]) == shapes(rubric)[0]
