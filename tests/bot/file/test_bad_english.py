"""What the issue calls bad input, in English, on the file and the fund: an answer, and nothing is changed."""

import pytest

from tests.kit.chat import Chat
from tests.kit.program import Program

BAD = [
    ("/file member Li;fitter;31 June", "Joined: “31 June” is no day; write 2025-06-30."),
    ("/file member Li;fitter;12.5.5", "Joined: “12.5.5” is no day; write 2012-05-05."),
    ("/file member Li;fitter;tomorrow", "Joined: 2026-01-06 is still to come (today 2026-01-05)"),
    ("/file 成员 李四 电工 6月31日", "Joined: “6月31日” is no day; write 2025-06-30."),
    ("/file member Wang Qiang;2025-05-01", "“Wang Qiang” (2024-05-01) is there already"),
    (
        "/file apprentice Li;Sun;2025-06-01;2026-06-30",
        "Li is Zhao's apprentice from 2025-01-01 to 2026-12-31",
    ),
    ("/file apprentice Li;Li;2025-06-01;2026-06-30", "Master and apprentice are both Li"),
    ("/file patent A valve;utility model;2025-03-01", "Number: please send it."),
    ("/file what;is;this", "“what;is;this” is not understood. Begin with one of Members"),
    ("/fund training 100 books 2026-01-04", "There is no budget for 2026 yet."),
    ("/fund training much books 2026-01-04", "Send the amount in yuan, such as 1999.5."),
]


@pytest.mark.parametrize(("said", "answer"), BAD)
async def test_bad_input_is_answered(program: Program, anna: Chat, said: str, answer: str) -> None:
    """Where, what is wrong, what to send; the file and the fund stay as they were."""
    await anna.say("/file member Wang Qiang;hydraulics;senior;2024-05-01")
    await anna.say("/file apprentice Li;Zhao;fitter;2025-01-01;2026-12-31")
    before = program.rows("select * from file_entries"), program.rows("select * from fund_moves")
    await anna.say(said)
    anna.sees(answer)
    assert (program.rows("select * from file_entries"), program.rows("select * from fund_moves")) == before
