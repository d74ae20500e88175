"""The log of a studio in the store: entries with words and files, months, decisions; what goes in comes out."""

from pathlib import Path

from bot.entities import ActivityFacts, Decision, Reopening
from bot.store import Store, StoreDesk
from bot.store.health import examined
from tests.bot.store.samples import NOW, RUBRIC, entry, log_file, month, piece


async def test_an_entry_comes_back_as_it_was_put(furnished: Store):
    def work(desk: StoreDesk) -> None:
        digests = desk.logs.put(entry())
        assert set(digests) == {"topic", "led_by", "summary"}
        assert all(len(each) == 64 for each in digests.values())
        assert desk.logs.get("l1") == entry()
        bare = entry(2, topic="", led_by="", summary="", people=None, hours=None)
        assert desk.logs.put(bare) == {}
        assert desk.logs.get("l2") == bare
        assert desk.logs.get("l3") is None

    await furnished.write(work)


async def test_entries_of_a_span_by_day_without_those_taken_out(furnished: Store):
    def work(desk: StoreDesk) -> None:
        for number in (3, 1, 2, 31):
            desk.logs.put(entry(number))
        desk.logs.put(entry(4, rubric="nuc-2024"))
        desk.logs.put(entry(2, deleted="记错了", revision=2))
        assert [each.id for each in desk.logs.between("s1", "2026-05-01", "2026-05-30")] == ["l1", "l3", "l4"]
        assert [each.id for each in desk.logs.between("s1", "2026-05-03", "2026-05-31", RUBRIC)] == [
            "l3",
            "l31",
        ]
        assert desk.logs.between("s2", "2026-05-01", "2026-05-31") == ()
        gone = desk.logs.get("l2")
        assert gone
        assert (gone.deleted, gone.revision) == ("记错了", 2)

    await furnished.write(work)


async def test_the_newest_entry_and_the_rubrics_in_use(furnished: Store):
    def work(desk: StoreDesk) -> None:
        assert desk.logs.newest("s1") is None
        assert desk.logs.rubrics("s1") == ()
        desk.logs.put(entry(9, came=NOW))
        desk.logs.put(entry(2, came=NOW + 5, rubric="nuc-2024"))
        desk.logs.put(entry(3, came=NOW + 9, by="p2"))
        desk.logs.put(entry(4, came=NOW + 99, deleted="记错了"))
        newest, mine = desk.logs.newest("s1"), desk.logs.newest("s1", "p1")
        assert newest
        assert mine
        assert (newest.id, mine.id) == ("l3", "l2")
        assert desk.logs.rubrics("s1") == (RUBRIC, "nuc-2024")

    await furnished.write(work)


async def test_words_that_stay_are_not_kept_twice_and_can_be_erased(furnished: Store):
    def put(desk: StoreDesk) -> None:
        desk.logs.put(entry())

    def edit(desk: StoreDesk) -> None:
        desk.logs.put(entry(topic="泵", revision=2))

    def words(desk: StoreDesk) -> int:
        return int(desk.words._rows.raw.execute("select count(*) from words").fetchone()[0])

    await furnished.write(put)
    before = await furnished.read(words)
    await furnished.write(edit)
    assert await furnished.read(words) == before + 1
    await furnished.write(lambda desk: desk.logs.put(entry(deleted="因为<私>", revision=3)))
    await furnished.write(lambda desk: desk.words.erase("p1", NOW))
    gone = await furnished.read(lambda desk: desk.logs.get("l1"))
    assert gone
    assert (gone.topic, gone.led_by, gone.summary, gone.deleted) == ("", "", "", "")


async def test_files_are_numbered_fetched_and_settled(furnished: Store):
    def work(desk: StoreDesk) -> None:
        desk.logs.put(entry())
        assert len(desk.proofs.attach(piece(1), chat=101, album=None)) == 64
        desk.proofs.attach(piece(2), chat=101, album="album")
        desk.proofs.extend("x2", log_file(3), NOW)
        assert [job.subject for job in desk.jobs.due("fetch", NOW, 9)] == ["lf1", "lf2", "lf3"]
        found = desk.logs.get("l1")
        assert found
        assert [(each.number, len(each.files), each.caption) for each in found.pieces] == [
            (1, 1, "签到表"),
            (2, 2, "签到表"),
        ]
        album = desk.proofs.piece_of_album(101, "album")
        assert album
        assert album.id == "x2"
        assert desk.proofs.piece_of_album(102, "album") is None
        assert desk.proofs.settle("lf1", "stored", "a" * 64, 9, None) == "s1"
        assert desk.proofs.settle("f1", "stored", "a" * 64, 9, None) is None
        stored = desk.proofs.file("lf1")
        assert stored
        assert (stored.state, stored.size, stored.sha256) == ("stored", 9, "a" * 64)
        of_file = desk.proofs.piece_of_file("lf3")
        assert of_file
        assert of_file.id == "x2"
        desk.proofs.detach("x1")
        assert desk.proofs.piece("x1") is None
        desk.proofs.attach(piece(4), chat=101, album=None)
        kept = desk.logs.get("l1")
        assert kept
        assert [each.number for each in kept.pieces] == [2, 3]

    await furnished.write(work)


async def test_a_month_with_its_reopenings(furnished: Store):
    def work(desk: StoreDesk) -> None:
        assert desk.logs.month_of("s1", RUBRIC, "2026-05") is None
        assert set(desk.logs.put_month(month(nothing="停产检修", late=True))) == {"nothing"}
        assert desk.logs.month("m1") == month(nothing="停产检修", late=True)
        again = Reopening(at=NOW + 5, by="p2", reason="漏记")
        twice = Reopening(at=NOW + 9, by="p2", reason="又漏记")
        opened = month(state="open", reopened=(again,))
        assert set(desk.logs.put_month(opened)) == {"reason"}
        desk.logs.put_month(month(reopened=(again, twice), submitted=NOW + 10))
        assert desk.logs.month_of("s1", RUBRIC, "2026-05") == month(
            reopened=(again, twice), submitted=NOW + 10
        )
        desk.logs.put_month(month(id="m2", month="2026-06"))
        assert [each.id for each in desk.logs.months("s1", "2026-05", "2026-06")] == ["m1", "m2"]
        assert desk.logs.months("s1", "2026-07", "2026-12") == ()

    await furnished.write(work)


async def test_an_erased_reason_still_says_that_there_was_nothing(furnished: Store):
    await furnished.write(lambda desk: desk.logs.put_month(month(nothing="家里有事")))
    await furnished.write(lambda desk: desk.words.erase("p1", NOW))
    found = await furnished.read(lambda desk: desk.logs.month("m1"))
    assert found
    assert found.nothing == ""


async def test_the_last_decision_about_a_rule_stands(furnished: Store):
    def decision(state: str, letter: str = "a") -> Decision:
        fields = {"assessment": "a1", "item": "2.2", "letter": letter, "count": "1", "by": "p1", "at": NOW}
        return Decision.model_validate({**fields, "state": state})

    def work(desk: StoreDesk) -> None:
        desk.logs.decide(decision("rejected"))
        desk.logs.decide(decision("rejected", "b"))
        desk.logs.decide(decision("accepted"))
        assert desk.logs.decisions("a1") == (decision("accepted"), decision("rejected", "b"))
        assert desk.logs.decisions("a2") == ()

    await furnished.write(work)


async def test_rubrics_at_which_a_studio_was_visited(furnished: Store):
    assert await furnished.read(lambda desk: desk.visits.rubrics_at("s1")) == (RUBRIC,)
    assert await furnished.read(lambda desk: desk.visits.rubrics_at("s2")) == ()


def test_the_facts_of_an_entry_are_what_was_said():
    assert entry().facts == ActivityFacts(
        rubric=RUBRIC,
        activity="theory",
        on="2026-05-01",
        topic="液压阀检修",
        led_by="张工",
        people=18,
        hours="2.5",
        amount="1",
        summary="讲了<三>处",
    )
    assert entry().month == "2026-05"


async def test_files_of_the_log_are_among_what_should_be_on_disk(furnished: Store, path: Path):
    def work(desk: StoreDesk) -> None:
        desk.logs.put(entry())
        desk.proofs.attach(piece(1), chat=101, album=None)
        desk.proofs.settle("lf1", "stored", "c" * 64, 9, None)

    await furnished.write(work)
    with examined(path) as patient:
        assert ("c" * 64, 9) in patient.stored()
