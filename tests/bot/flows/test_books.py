"""Sessions that stand in a book read what was stored before the books had one shape."""

import pytest

from bot.flows.file.states import FileState
from bot.flows.fund.states import FundState
from bot.flows.workplan.states import PlansState


@pytest.mark.parametrize(
    ("state", "stored", "place"),
    [
        (FileState, '{"studio":"s1","kind":"rules","leaf":2,"text":""}', "s1:rules"),
        (FundState, '{"studio":"s1","year":2026,"leaf":1,"text":""}', "s1:2026"),
        (PlansState, '{"studio":"","year":0,"leaf":0,"text":"一矿"}', ":0"),
        (FundState, "{}", ":0"),
    ],
)
def test_a_stored_state_is_read(
    state: type[FileState | FundState | PlansState], stored: str, place: str
) -> None:
    found = state.model_validate_json(stored)
    assert found.place == place
    assert state.model_validate_json(found.model_dump_json()) == found
