"""What the list writes is what it reads: any studios, out and in again, change nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.changes.import_studios import members
from bot.changes.studio_fields import amount_of, team_of, team_text, text_of
from bot.changes.studio_rows import EVERYWHERE, planned
from bot.changes.upload_table import Table
from bot.entities import Studio, TeamMember, YearFund
from bot.problems import Refusal
from bot.reports import studios
from bot.reports.uploads import READERS
from bot.store import StoreDesk, open_alone
from rubrics import files
from tests.bot.office import office

NOW = 1_767_578_400_000
VARIANTS = {
    rubric.id: [each.id for each in rubric.variants]
    for rubric in map(files.latest, files.shipped_ids())
    if rubric.variants
}
ODD = "张李王 Aé=+-@'\"（）()；;、，,。\t_x0041_<&>#0123\u3000"
words = st.text(st.sampled_from(ODD), max_size=20)


def _plain(field: str) -> st.SearchStrategy[str]:
    """What can be said of a field, as it would be kept."""

    def kept(text: str) -> str:
        try:
            return text_of(field, text)
        except Refusal:
            return "某"

    return words.map(kept)


def _team(text: str) -> tuple[tuple[str, str], ...]:
    try:
        return team_of(text)
    except Refusal:
        return ()


made = st.fixed_dictionaries(
    {
        "name": _plain("name"),
        "unit": _plain("unit"),
        "leader": _plain("leader"),
        "level": _plain("level"),
        "named_by": _plain("named_by"),
        "named_on": st.none() | st.dates().filter(lambda day: day.year > 999).map(str),
        "types": st.fixed_dictionaries(
            {}, optional={name: st.sampled_from(each) for name, each in VARIANTS.items()}
        ),
    }
)
funds = st.dictionaries(
    st.integers(2000, 2099),
    st.decimals(0, 10**9, places=2).map(lambda one: amount_of(f"{one:f}")),
    max_size=2,
)


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Callable[[StoreDesk], Any]], Any]]:
    here = office(tmp_path_factory.mktemp("office") / "data")
    with open_alone(here.folder / "scorewalk.db", clock=here.clock) as alone:
        yield alone.write


class RolledBack(Exception):
    """Nothing of an example stays."""


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@given(
    listed=st.lists(
        st.tuples(made, funds, words.map(_team)), max_size=4, unique_by=lambda each: str(each[0]["name"])
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_list_comes_back_as_it_was(write, language: str, listed) -> None:
    def tried(desk: StoreDesk) -> None:
        for number, (fields, known, team) in enumerate(listed):
            studio = Studio(id=f"studio{number:07d}", **fields)
            desk.studios.add(studio)
            desk.studios.put_team(studio.id, members(studio.id, team))
            for year, amount in known.items():
                desk.studios.put_fund(YearFund(studio=studio.id, year=year, amount=amount, by=None, at=NOW))
        every = desk.studios.covered(EVERYWHERE)
        data = studios.render(studios.record(desk, every, language, NOW, 2026))
        table = Table.model_validate(READERS["studios"](data))
        plan = planned(desk, None, table)
        wrong = [each for each in plan.problems if each.code != "upload_no_rows"]
        assert not wrong
        assert not plan.new
        assert [(each.changed, each.after) for each in plan.changed] == []
        assert plan.same == len(listed)
        raise RolledBack

    with pytest.raises(RolledBack):
        write(tried)


@given(words)
def test_a_team_is_read_as_it_is_written(text: str) -> None:
    team = _team(text)
    kept = [TeamMember(studio="s", place=1, name=name, honours=honours) for name, honours in team]
    assert team_of(team_text(kept)) == team
    assert team_of(team_text(kept, english=True)) == team


def test_names_that_are_alike_already_stay_so(write) -> None:
    """Two studios that stand side by side in the list do so in its workbook."""

    def tried(desk: StoreDesk) -> None:
        for number, name in enumerate(("A 工作室", "a工作室")):
            desk.studios.add(Studio(id=f"studio{number:07d}", name=name, unit="一矿", leader="某"))
        data = studios.render(studios.record(desk, desk.studios.covered(EVERYWHERE), "zh-CN", NOW, 2026))
        plan = planned(desk, None, Table.model_validate(READERS["studios"](data)))
        assert (plan.problems, plan.same) == ((), 2)
        raise RolledBack

    with pytest.raises(RolledBack):
        write(tried)


def test_120_studios_out_and_in_again(write) -> None:
    """A whole city: nothing changes, whatever the language of the workbook."""

    def tried(desk: StoreDesk) -> None:
        for number in range(120):
            studio = Studio(
                id=f"studio{number:07d}",
                name=f"第{number}工作室",
                unit=f"{number % 9}矿",
                leader=f"某{number}",
                named_on="2024-05-01",
                types={"tongliao-2020": "skills"},
            )
            desk.studios.add(studio)
            desk.studios.put_fund(YearFund(studio=studio.id, year=2025, amount="30000.5", by=None, at=NOW))
            desk.studios.put_team(studio.id, members(studio.id, (("某", "劳模、工匠"), ("李", ""))))
        every = desk.studios.covered(EVERYWHERE)
        for language in ("zh-CN", "en"):
            data = studios.render(studios.record(desk, every, language, NOW, 2026))
            plan = planned(desk, None, Table.model_validate(READERS["studios"](data)))
            assert (plan.problems, len(plan.new), len(plan.changed), plan.same) == ((), 0, 0, 120)
        raise RolledBack

    with pytest.raises(RolledBack):
        write(tried)
