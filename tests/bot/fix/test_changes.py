"""What opens what is to be put right: the term, signing again, and what the history keeps."""

from bot.changes.base import Moment
from bot.changes.open_fixes import lifted, open_fixes
from bot.changes.sign import sheet_of
from bot.changes.studio_fix import days
from bot.clock import to_ms
from bot.entities import Assessment
from bot.store import StoreDesk
from rubrics.notes import Ruling, RulingValue
from rubrics.points import points
from tests.bot.fix.scenes import fix, fixes, handed_in, signed
from tests.kit.chat import Chat
from tests.kit.program import Program


async def again(program: Program, *items: str) -> None:
    """Sign the sheet anew without what was found on some items, as after they were sent back."""

    def apply(desk: StoreDesk) -> None:
        assessment = desk.fixes.unsettled()[0].assessment
        found = desk.visits.assessment(assessment)
        assert found
        marks = {no: each for no, each in desk.marks.of(found.id).marks.items() if no not in items}
        moment = Moment(to_ms(program.clock.now()), None, program.clock.new_id)
        person = desk.people.get(found.members[0], moment.now)
        acting = Moment(moment.now, person, moment.mint)
        open_fixes(desk, found, sheet_of(desk, found, marks), acting, "2026-01-20")

    await program._store.write(apply)


async def test_signed_again_nothing_is_opened_twice(program: Program, li: Chat, wang: Chat) -> None:
    """What was found before stays as it is, with its day and its state."""
    await signed(li)
    await handed_in(wang)
    before = await fixes(program)
    await again(program)
    assert await fixes(program) == before


async def test_what_is_no_longer_found_is_lifted_and_comes_back_under_its_number(
    program: Program, li: Chat, wang: Chat
) -> None:
    """Nobody has to put right what is gone; found again, it is open again."""
    await signed(li)
    await again(program, "1.3")
    gone = await fix(program, 1)
    assert (gone.state, lifted(gone)) == ("waived", True)
    await wang.say("/fix")
    await wang.tap("1 · 1.3a")
    wang.sees("– 扣分已取消，不再整改", "李工 重新签字，扣分已取消")
    await again(program)
    back = await fix(program, 1)
    assert (back.state, back.number, back.due) == ("open", 1, "2026-02-19")
    assert len(await fixes(program)) == 2


async def test_the_history_keeps_no_words(program: Program, li: Chat, wang: Chat) -> None:
    """Ids, codes and salted hashes; the words lie where they can be erased."""
    await signed(li)
    await handed_in(wang)
    rows = await program.read(lambda desk: desk.history.of("log:studio0000001"))
    assert [row.name for row in rows] == ["open_fixes", "finish_fix"]
    told = str([row.payload for row in rows])
    assert "台账" not in told
    assert rows[1].payload["state"] == ["open", "done"]


async def test_a_ruling_says_the_term(program: Program, li: Chat) -> None:
    """A scheme may bring the question along; without an answer its suggested value holds, marked as such."""
    await signed(li)
    one = await fix(program)
    found = await program.read(lambda desk: desk.visits.assessment(one.assessment))
    assert isinstance(found, Assessment)
    rubric = await program.read(lambda desk: desk.library.get("northwest-2025", 1))
    value = RulingValue(least=points("1"), most=points("365"), unit="天", suggested=points("20"))
    asked = Ruling(
        id="rectification-days", question="整改期限", value=value, assumed=True, reason="原文未规定"
    )
    ruled = rubric.model_copy(update={"rulings": (*rubric.rulings, asked)})
    assert days(rubric, found) == (30, True)
    assert days(ruled, found) == (20, True)
    decided = found.model_copy(update={"rulings": {**found.rulings, "rectification-days": "15"}})
    assert days(ruled, decided) == (15, False)
