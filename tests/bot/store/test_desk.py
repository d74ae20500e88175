"""What the coordinator's desk keeps comes back as it was put, and sheets open again and close."""

from functools import partial

from bot.entities import (
    Ballot,
    Countersign,
    Event,
    FactEntry,
    Judgement,
    Leading,
    OwnForm,
    Panel,
    Portion,
    Retirement,
    Returned,
    Review,
    Settled,
    Signature,
    Signing,
    Split,
    TeamMember,
    Upload,
    Visit,
    YearFund,
)
from bot.entities.visit import blind_kind
from bot.store import Store, StoreDesk
from tests.bot.store.samples import NOW, RUBRIC


def done(at: int, desk: StoreDesk) -> Event:
    return desk.history.append(stream=f"x{at}", at=at, person="p1", name="n", payload={})


FIGURES = {"total": "85.5", "deducted": "14.5", "bonus": "0", "items": {"1.1": "2"}}


async def test_a_studio_retires_and_comes_back(furnished: Store):
    retirement = Retirement(studio="s1", day="2026-11-01", reason="被摘牌", by="p1", at=NOW)
    hashes = await furnished.write(lambda desk: desk.studios.retire(retirement))
    assert set(hashes) == {"reason"}
    studio = await furnished.read(lambda desk: desk.studios.get("s1"))
    assert studio
    assert studio.retired == "2026-11-01"
    assert await furnished.read(lambda desk: desk.studios.retirement("s1")) == retirement
    await furnished.write(lambda desk: desk.studios.unretire("s1"))
    assert await furnished.read(lambda desk: desk.studios.get("s1")) == studio.model_copy(
        update={"retired": None}
    )
    assert await furnished.read(lambda desk: desk.studios.retirement("s1")) is None


async def test_what_is_kept_about_a_studio(furnished: Store):
    leading = Leading(studio="s1", place=1, name="张工", since="2021-05-01", by="p1", at=NOW)
    later = leading.model_copy(update={"until": "2026-10-31", "reason": "退休"})
    team = tuple(
        TeamMember(studio="s1", place=place, name=name) for place, name in enumerate(("甲", "乙"), start=1)
    )
    fund = YearFund(studio="s1", year=2026, amount="30000", by="p1", at=NOW)
    await furnished.write(lambda desk: desk.studios.put_leading(leading))
    await furnished.write(lambda desk: desk.studios.put_leading(later))
    await furnished.write(lambda desk: desk.studios.put_team("s1", (*team, *team[:0])))
    await furnished.write(lambda desk: desk.studios.put_team("s1", team[:1]))
    await furnished.write(lambda desk: desk.studios.put_fund(fund))
    assert await furnished.read(lambda desk: desk.studios.leadings("s1")) == (later,)
    assert await furnished.read(lambda desk: desk.studios.team("s1")) == team[:1]
    assert await furnished.read(lambda desk: desk.studios.funds("s1")) == (fund,)
    assert await furnished.read(lambda desk: desk.studios.funds_of(2026)) == (fund,)
    studio = await furnished.read(lambda desk: desk.studios.get("s1"))
    assert studio
    await furnished.write(lambda desk: desk.studios.update(studio.model_copy(update={"level": "市级"})))
    assert (await furnished.read(lambda desk: desk.studios.named(studio.name))) == studio.model_copy(
        update={"level": "市级"}
    )


async def test_a_signed_sheet_opens_again_and_is_signed_by_two(furnished: Store):
    signature = Signature(person="p1", name="王芳", role="head", at=NOW)
    await furnished.write(lambda desk: desk.visits.sign("a1", signature, "d1", FIGURES))
    found = await furnished.read(lambda desk: desk.visits.signed_in(RUBRIC, ["2026-11"]))
    assert [(each.studio, each.assessment, each.figures["total"]) for each in found] == [("s1", "a1", "85.5")]
    old = Signing(assessment="a1", round=1, digest="d1", at=NOW, figures="{}", signatures="[]")
    back = Returned(assessment="a1", round=1, item="1.1", reason="缺照片", by="p2", at=NOW, due="2026-12-01")
    review = Review(assessment="a1", state="returned", by="p2", at=NOW, due="2026-12-01")
    await furnished.write(lambda desk: desk.reviews.put_signing(old))
    await furnished.write(lambda desk: desk.reviews.put_returned(back))
    await furnished.write(lambda desk: desk.reviews.put(review))
    await furnished.write(lambda desk: desk.visits.reopen("a1", ["1.1"]))
    assessment = await furnished.read(lambda desk: desk.visits.assessment("a1"))
    assert assessment
    assert (assessment.state, assessment.reopened, assessment.round) == ("open", ("1.1",), 2)
    assert (assessment.digest, assessment.visit.closed, assessment.signatures) == (None, False, ())
    assert await furnished.read(lambda desk: desk.visits.signed_in(RUBRIC, ["2026-11"])) == ()
    assert await furnished.read(lambda desk: desk.reviews.by_old_digest("d1")) == "a1"
    assert await furnished.read(lambda desk: desk.reviews.reopened()) == (review,)
    assert await furnished.read(lambda desk: desk.reviews.many(RUBRIC, ["2026-11"])) == {"a1": review}
    assert await furnished.read(lambda desk: desk.reviews.returned("a1")) == (back,)
    assert await furnished.read(lambda desk: desk.reviews.signings("a1")) == (old,)
    other = Signature(person="p2", name="李强", role="member", at=NOW + 1)
    await furnished.write(lambda desk: desk.visits.sign("a1", other, "d2", FIGURES, (signature,)))
    assessment = await furnished.read(lambda desk: desk.visits.assessment("a1"))
    assert assessment
    assert (assessment.state, assessment.reopened, assessment.signatures) == (
        "signed",
        (),
        (signature, other),
    )


async def test_visits_change_hands_and_are_called_off(furnished: Store):
    await furnished.write(lambda desk: desk.visits.set_members("a1", ["p2", "p1"], NOW + 5))
    (still,) = await furnished.read(lambda desk: desk.visits.open_in(RUBRIC, ["2026-11", "2026-11"]))
    assert (still.assessment, still.members) == ("a1", ("p2", "p1"))
    await furnished.write(lambda desk: desk.visits.cancel("v1"))
    found = await furnished.read(lambda desk: desk.visits.assessment("a1"))
    assert found
    assert (found.state, found.visit.closed, found.members) == ("cancelled", True, ("p2", "p1"))
    assert await furnished.read(lambda desk: desk.visits.open_in(RUBRIC, ["2026-11"])) == ()
    assert await furnished.read(lambda desk: desk.visits.open_of("p1")) == ()


async def test_a_blind_panel(furnished: Store):
    kind = blind_kind("p2", "month")
    ballot = Visit(
        id="v2", studio="s1", campaign="c1", rubric=RUBRIC, version=1, period="2026-11", kind=kind, opened=NOW,
        opened_by="p1",
    )  # fmt: skip
    assert (ballot.blind, ballot.own, ballot.form) == (True, False, "month")
    panel = Panel(visit="v1", way="drop", tolerance="2", by="p1", at=NOW)
    slip = Ballot(visit="v1", person="p2", assessment="a2")
    settled = Settled(visit="v1", item="1.1", score="2.5", reason="看了照片", by="p1", at=NOW)
    portions = (
        Portion(assessment="a1", item="1.1", person="p1"),
        Portion(assessment="a1", item="2.1", department="团委"),
    )
    sign = Countersign(assessment="a1", person="p1", name="王芳", role="head", at=NOW, digest="d")
    await furnished.write(lambda desk: desk.visits.add(ballot, "a2", "skill", ["p2"]))
    await furnished.write(lambda desk: desk.panels.put(panel))
    await furnished.write(lambda desk: desk.panels.put_ballot(slip))
    await furnished.write(lambda desk: desk.panels.settle(settled))
    await furnished.write(lambda desk: desk.panels.put_portions("a1", portions))
    await furnished.write(lambda desk: desk.panels.countersign(sign))
    assert await furnished.read(lambda desk: desk.panels.get("v1")) == panel
    assert await furnished.read(lambda desk: desk.panels.ballots("v1")) == (slip,)
    assert await furnished.read(lambda desk: desk.panels.of_ballot("a2")) == slip
    assert await furnished.read(lambda desk: desk.panels.settled("v1")) == (settled,)
    assert await furnished.read(lambda desk: desk.panels.portions("a1")) == portions
    assert await furnished.read(lambda desk: desk.panels.countersigns("a1")) == (sign,)
    await furnished.write(lambda desk: desk.panels.clear_countersigns("a1"))
    assert await furnished.read(lambda desk: desk.panels.countersigns("a1")) == ()
    signature = Signature(person="p2", name="李强", role="member", at=NOW)
    await furnished.write(lambda desk: desk.visits.sign("a2", signature, "d2", FIGURES))
    assert await furnished.read(lambda desk: desk.visits.signed_in(RUBRIC, ["2026-11"])) == ()
    assert await furnished.read(lambda desk: desk.visits.signed_of("s1", 9)) == ()


async def test_facts_judgements_and_shares(furnished: Store):
    fact = FactEntry(
        id="f1", studio="s1", rubric=RUBRIC, period="2026", fact="upgraded", note="文件", by="p1", at=NOW
    )
    judgement = Judgement(
        id="j1", studio="s1", rubric=RUBRIC, version=1, period="2026-Q1", state="proposed", chosen=("a", "b"),
        reason="缺二月", by="p1", at=NOW,
    )  # fmt: skip
    approved = judgement.model_copy(update={"state": "approved", "approved_by": "p2", "approved": NOW + 1})
    splits = tuple(
        Split(judgement="j1", due=0, place=place, name=name, amount="500", by="p1", at=NOW)
        for place, name in enumerate(("甲", "乙"), start=1)
    )
    await furnished.write(lambda desk: desk.outcomes.put_fact(fact))
    await furnished.write(lambda desk: desk.outcomes.put_judgement(judgement, "p1"))
    assert await furnished.read(lambda desk: desk.outcomes.waiting()) == (judgement,)
    await furnished.write(lambda desk: desk.outcomes.put_judgement(approved, "p2"))
    await furnished.write(lambda desk: desk.outcomes.put_splits("j1", 0, splits[::-1]))
    await furnished.write(lambda desk: desk.outcomes.put_splits("j1", 0, splits))
    assert await furnished.read(lambda desk: desk.outcomes.waiting()) == ()
    assert await furnished.read(lambda desk: desk.outcomes.facts(RUBRIC)) == (fact,)
    assert await furnished.read(lambda desk: desk.outcomes.facts(RUBRIC, "s1")) == (fact,)
    assert await furnished.read(lambda desk: desk.outcomes.judgement_at("s1", RUBRIC, "2026-Q1")) == approved
    assert await furnished.read(lambda desk: desk.outcomes.judgements(RUBRIC, ["2026-Q1"])) == (approved,)
    assert await furnished.read(lambda desk: desk.outcomes.judgements_of("s1")) == (approved,)
    assert await furnished.read(lambda desk: desk.outcomes.splits("j1")) == splits
    await furnished.write(lambda desk: desk.outcomes.drop_fact("f1"))
    assert await furnished.read(lambda desk: desk.outcomes.fact("f1")) is None


async def test_workbooks_and_campaigns_and_what_a_person_did(furnished: Store):
    upload = Upload(
        id="u1", kind="studios", chat=101, person="p1", name="名单.xlsx", file_id="f", unique_id="u", added=NOW,
        changed=NOW,
    )  # fmt: skip
    form = OwnForm(id="o1", name="本单位表", sha256="s", by="p1", at=NOW)
    await furnished.write(lambda desk: desk.uploads.put(upload))
    await furnished.write(lambda desk: desk.uploads.put(upload.model_copy(update={"state": "read"})))
    await furnished.write(lambda desk: desk.own_forms.put(form))
    assert (await furnished.read(lambda desk: desk.uploads.get("u1"))) == upload.model_copy(
        update={"state": "read"}
    )
    assert await furnished.read(lambda desk: desk.own_forms.all()) == (form,)
    await furnished.write(lambda desk: desk.own_forms.drop("o1"))
    assert await furnished.read(lambda desk: desk.own_forms.get("o1")) is None
    (campaign,) = await furnished.read(lambda desk: desk.visits.campaigns(RUBRIC))
    assert await furnished.read(lambda desk: desk.visits.campaign_by("c1")) == campaign
    for number in (1, 2, 3):
        await furnished.write(partial(done, NOW + number))
    found = await furnished.read(lambda desk: desk.history.by_person("p1", NOW + 3, 5))
    assert [event.at for event in found] == [NOW + 2, NOW + 1]


async def test_people_and_what_they_hold(furnished: Store):
    assert [each.id for each in await furnished.read(lambda desk: desk.people.everybody(NOW))] == ["p1", "p2"]
    found = await furnished.read(lambda desk: desk.people.grant_of("g1", NOW))
    assert found
    assert (found[0], found[1].role) == ("p1", "assessor")
    await furnished.write(lambda desk: desk.people.revoke("g1", NOW + 5))
    assert await furnished.read(lambda desk: desk.people.grant_of("g1", NOW + 9)) is None
    (past,) = await furnished.read(lambda desk: desk.people.past_grants("p1", NOW + 9))
    assert (past.id, past.until) == ("g1", NOW + 5)
    everybody = await furnished.read(lambda desk: desk.people.everybody(NOW + 9))
    assert [len(each.grants) for each in everybody] == [0, 1]
