"""Drafts in the store: what is put is what is got, and which of them something can still become."""

from bot.entities import Draft, DraftCounts, DraftFailure, DraftQuestion
from bot.entities.draft import DraftFinding
from bot.store import Store, StoreDesk
from bot.store.health import examined
from tests.bot.store.samples import NOW, RUBRIC


def draft(number: int, **fields: object) -> Draft:
    """Draft dN of p1."""
    plain = {
        "id": f"d{number}",
        "state": "open",
        "kind": "document",
        "person": "p1",
        "chat": 101,
        "name": f"办法{number}.docx",
        "added": NOW + number,
        "changed": NOW + number,
    }
    return Draft.model_validate({**plain, **fields})


QUESTION = DraftQuestion(
    id="confirm-flat-2.2b",
    group="confirm",
    finding=DraftFinding(
        code="draft_read_as",
        params={"item": "2.2", "letter": "b", "quote": "扣2分", "how": "flat"},
        spot={"table": 1, "row": 2, "column": 3, "line": 0, "sheet": ""},
    ),
    item="2.2",
    letter="b",
    options=("keep", "each"),
)


async def test_a_draft_comes_back_as_it_was_put(furnished: Store) -> None:
    """Every field, JSON ones too; put again it replaces what was there."""
    first = draft(
        1,
        sha256="a" * 64,
        size=12,
        text="id: x\n",
        original="id: x\n",
        questions=(QUESTION,),
        answers={"confirm-flat-2.2b": "each"},
        counts=DraftCounts(sections=1, items=2, rules=3, bonus=4),
    )
    await furnished.write(lambda desk: desk.drafts.put(first))
    assert await furnished.read(lambda desk: desk.drafts.get("d1")) == first
    failed = first.model_copy(
        update={"state": "failed", "failure": DraftFailure(code="document_rows", params={"rows": 5})}
    )
    await furnished.write(lambda desk: desk.drafts.put(failed))
    assert await furnished.read(lambda desk: desk.drafts.get("d1")) == failed
    assert await furnished.read(lambda desk: desk.drafts.get("d2")) is None


async def test_the_active_ones_newest_first(furnished: Store) -> None:
    """Collected, waiting and open ones; what is closed is not among them."""
    states = ("collecting", "waiting", "open", "failed", "replaced", "dropped", "published")
    made = [draft(number, state=state) for number, state in enumerate(states)]

    def put(desk: StoreDesk) -> None:
        for each in made:
            desk.drafts.put(each)

    await furnished.write(put)
    found = await furnished.read(lambda desk: desk.drafts.active())
    assert [(line.id, line.state) for line in found] == [
        ("d2", "open"),
        ("d1", "waiting"),
        ("d0", "collecting"),
    ]


async def test_a_version_that_people_published_is_known_as_theirs(furnished: Store) -> None:
    """By rubric and number; one that came with the program is nobody's."""
    ours = draft(1, state="published", rubric="ours", version=3, closed_by="p1")
    await furnished.write(lambda desk: desk.drafts.put(ours))
    assert await furnished.read(lambda desk: desk.drafts.published_as("ours", 3)) == ours
    assert await furnished.read(lambda desk: desk.drafts.published_as("ours", 2)) is None
    assert await furnished.read(lambda desk: desk.drafts.published_as(RUBRIC, 1)) is None


async def test_a_visit_goes_over_to_another_version_and_remembers_the_first(furnished: Store) -> None:
    """Open ones only; the version it was opened with stays known through a second move."""

    def publish(desk) -> None:
        for version in (7, 8):
            text = desk.library.text(RUBRIC, 1)
            rubric = desk.library.get(RUBRIC, 1).model_copy(update={"version": version})
            desk.library.publish(rubric, text, f"{version}", NOW)
            made = desk.visits.campaign(RUBRIC, 1, 2026, "").model_copy(
                update={"id": f"c{version}", "version": version}
            )
            desk.visits.add_campaign(made)
            desk.visits.move("v1", made.id, version)

    await furnished.write(publish)
    found = await furnished.read(lambda desk: desk.visits.assessment("a1"))
    assert found
    visit = found.visit
    assert (visit.version, visit.before, visit.campaign) == (8, 1, "c8")
    open_ = await furnished.read(lambda desk: desk.visits.open_by(RUBRIC))
    assert [each.id for each in open_] == ["a1"]
    versions = await furnished.read(lambda desk: desk.library.versions(RUBRIC))
    assert [version for version, _ in versions][-2:] == [7, 8]


async def test_documents_are_among_what_should_be_on_disk(furnished: Store, path) -> None:
    """`doctor` looks for them like for evidence."""
    await furnished.write(lambda desk: desk.drafts.put(draft(1, sha256="b" * 64, size=3)))
    with examined(path) as patient:
        assert ("b" * 64, 3) in patient.stored()
