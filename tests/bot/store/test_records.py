"""Evidence, notes and people's own words."""

from hashlib import sha256
from pathlib import Path

import pytest

from bot.clock import SteppedClock
from bot.entities import FileRef, Place
from bot.store import Store, StoreDesk, open_alone
from rubrics.marks import ItemMarks, Occurrence
from tests.bot.store.gate import raw
from tests.bot.store.samples import NOW, RUBRIC, furnish, note, open_visit, photo

# -- evidence --------------------------------------------------------------------------------------


async def test_a_piece_comes_back_whole_and_its_file_is_asked_for(furnished: Store):
    piece = photo(1, occurrence="o1", about="2026-11-20")
    place = photo(2, kind="location", files=(), caption="", place=Place(latitude="43.65", longitude="122.24"))

    def work(desk: StoreDesk) -> None:
        assert desk.files.next_number("a1") == 1
        desk.files.add(piece, chat=101, album=None)
        desk.files.add(place, chat=101, album=None)
        assert desk.files.evidence_of("a1") == (piece, place)
        assert desk.files.evidence_of("a1", "1.3") == (piece, place)
        assert desk.files.evidence_of("a1", "1.1") == ()
        assert desk.files.piece("e2") == place
        assert desk.files.piece_of_file("f1") == piece
        assert desk.files.next_number("a1") == 3
        assert [each.subject for each in desk.jobs.due("fetch", NOW, 9)] == ["f1"]

    await furnished.write(work)


async def test_an_album_in_parts_is_one_piece(furnished: Store):
    def work(desk: StoreDesk) -> None:
        piece = photo(1)
        desk.files.add(piece, chat=101, album="g1")
        assert desk.files.piece_of_album(101, "g1") == piece
        assert desk.files.piece_of_album(102, "g1") is None
        second = FileRef(id="f2", file_id="x", unique_id="y", size=9, kind="photo")
        desk.files.extend("e1", second, NOW + 60_000)
        grown = desk.files.piece_of_album(101, "g1")
        assert grown is not None
        assert grown.files == (*piece.files, second)
        desk.files.drop("e1")
        assert desk.files.piece_of_album(101, "g1") is None

    await furnished.write(work)


async def test_a_dropped_piece_is_gone_keeps_its_number_and_can_return(furnished: Store):
    def work(desk: StoreDesk) -> None:
        desk.files.add(photo(1), chat=101, album=None)
        desk.files.drop("e1")
        assert desk.files.evidence_of("a1") == ()
        assert desk.files.piece("e1") is None
        assert desk.files.waiting("a1") == 0
        assert desk.files.next_number("a1") == 2
        desk.files.restore("e1")
        assert desk.files.evidence_of("a1") == (photo(1),)
        assert desk.files.waiting("a1") == 1

    await furnished.write(work)


async def test_a_piece_moves_with_or_without_new_words(furnished: Store):
    def work(desk: StoreDesk) -> None:
        first = desk.files.add(photo(1), chat=101, album=None)
        assert desk.files.move("e1", "2.1", "o7", None) == first
        second = desk.files.move("e1", "2.1", None, "换了说明")
        assert second not in {first, ""}
        moved = desk.files.piece("e1")
        assert moved is not None
        assert (moved.item, moved.occurrence, moved.caption) == ("2.1", None, "换了说明")
        assert desk.files.move("e1", "1.1", None, "") == ""
        assert desk.files.add(photo(2, caption=""), chat=101, album=None) == ""

    await furnished.write(work)


async def test_files_settle_one_way_or_the_other(furnished: Store):
    def work(desk: StoreDesk) -> None:
        for number in (1, 2):
            desk.files.add(photo(number), chat=101, album=None)
        assert desk.files.waiting("a1") == 2
        assert desk.files.settle("f1", "stored", "ab" * 32, 1234, None) == "a1"
        assert desk.files.settle("f2", "failed", None, None, "file_gone") == "a1"
        assert desk.files.settle("f9", "stored", "ab" * 32, 1, None) is None
        assert desk.files.waiting("a1") == 0
        one, two = (each.files[0] for each in desk.files.evidence_of("a1"))
        assert (one.state, one.sha256, one.size, one.failure) == ("stored", "ab" * 32, 1234, None)
        assert (two.state, two.sha256, two.size, two.failure) == ("failed", None, None, "file_gone")

    await furnished.write(work)


# -- notes -----------------------------------------------------------------------------------------


async def test_notes_come_oldest_first_and_can_be_taken_out(furnished: Store):
    def work(desk: StoreDesk) -> None:
        one, two = note(1, "少一本"), note(2, "记录不全", item="1.1")
        desk.files.write(two)
        desk.files.write(one)
        assert desk.files.notes_of("a1") == (one, two)
        assert desk.files.notes_of("a1", "1.1") == (two,)
        desk.files.unwrite("n1")
        assert desk.files.notes_of("a1") == (two,)
        desk.files.rewrite("n1")
        assert desk.files.notes_of("a1") == (one, two)

    await furnished.write(work)


async def test_reasons_are_the_texts_used_most_for_a_rule(furnished: Store):
    def work(desk: StoreDesk) -> None:
        open_visit(desk, "2", period="2026-12")
        taken: dict[str, tuple[Occurrence, ...]] = {"a": (Occurrence(id="o1"),), "b": (Occurrence(id="o2"),)}
        for assessment in ("a1", "a2"):
            desk.marks.put(assessment, "1.3", ItemMarks(taken=taken), NOW)
        desk.files.write(note(1, "缺台账", occurrence="o1"))
        desk.files.write(note(2, "页码不全", occurrence="o1"))
        desk.files.write(note(3, "页码不全", occurrence="o1", assessment="a2"))
        desk.files.write(note(4, "没有签字", occurrence="o2"))
        desk.files.write(note(5, "无处可归"))

        def reasons(letter: str, limit: int = 9) -> tuple[str, ...]:
            return desk.files.reasons(RUBRIC, "1.3", letter, limit)

        assert reasons("a") == ("页码不全", "缺台账")
        assert reasons("a", 1) == ("页码不全",)
        assert reasons("b") == ("没有签字",)
        assert reasons("c") == ()
        desk.files.unwrite("n2")
        desk.files.unwrite("n3")
        desk.files.unwrite("n3")
        assert reasons("a") == ("缺台账",)
        desk.files.rewrite("n3")
        assert set(reasons("a")) == {"缺台账", "页码不全"}

    await furnished.write(work)


# -- words -----------------------------------------------------------------------------------------


async def test_the_history_can_carry_a_hash_that_says_nothing_by_itself(furnished: Store):
    def work(desk: StoreDesk) -> tuple[str, str]:
        word, digest = desk.words.keep("他没来", "p1")
        assert desk.words.keep("他没来", "p1") == (word, digest)
        assert desk.files.write(note(1, "他没来")) == digest
        assert digest != sha256("他没来".encode()).hexdigest()
        assert (desk.words.text(word), desk.words.fits(word, digest)) == ("他没来", True)
        assert not desk.words.fits(word, "0" * 64)
        return word, digest

    word, digest = await furnished.write(work)
    other, another = await furnished.write(lambda desk: desk.words.keep("他没来", "p1"))
    assert word != other
    assert digest != another


async def test_what_was_rolled_back_is_not_referred_to(furnished: Store):
    def fails(desk: StoreDesk) -> None:
        desk.words.keep("记一笔", "p1")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the one just raised
        await furnished.write(fails)
    await furnished.write(lambda desk: desk.files.write(note(1, "记一笔")))
    assert await furnished.read(lambda desk: desk.files.notes_of("a1")) == (note(1, "记一笔"),)


async def test_erased_words_are_gone_from_the_file_and_nothing_else_breaks(furnished: Store):
    secret = "名叫某某的人说的话"

    def told(desk: StoreDesk) -> str:
        desk.marks.put("a1", "1.3", ItemMarks(taken={"a": (Occurrence(id="o1"),)}), NOW)
        digest = desk.files.write(note(1, secret, occurrence="o1"))
        desk.files.write(note(2, "别人的话", by="p2"))
        desk.history.append(
            stream="v1", at=NOW, person="p1", name="note", payload={"note": "n1", "words": digest}
        )
        return digest

    digest = await furnished.write(told)
    assert await furnished.write(lambda desk: desk.words.erase("p1", NOW)) == 1
    assert [each.text for each in await furnished.read(lambda desk: desk.files.notes_of("a1"))] == [
        "",
        "别人的话",
    ]
    assert await furnished.read(lambda desk: desk.files.reasons(RUBRIC, "1.3", "a", 9)) == ()
    assert await furnished.read(lambda desk: desk.history.verify("v1")) is None
    word = await furnished.read(
        lambda desk: raw(desk).execute("SELECT word_id FROM notes WHERE id = 'n1'").fetchone()[0]
    )
    assert await furnished.read(lambda desk: desk.words.fits(word, digest)) is None
    assert await furnished.read(lambda desk: desk.words.text(word)) is None


def test_nothing_of_erased_words_is_left_in_the_file(path: Path, clock: SteppedClock):
    secret = "某某亲口所说"
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
        alone.write(lambda desk: desk.files.write(note(1, secret)))
    assert secret.encode() in path.read_bytes()
    with open_alone(path, clock=clock) as alone:
        alone.write(lambda desk: desk.words.erase("p1", NOW))
    assert all(secret.encode() not in each.read_bytes() for each in path.parent.iterdir())
