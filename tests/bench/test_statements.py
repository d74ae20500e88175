"""What a tap asks of the database: a number that no busy machine changes, so that the path of a tap stays short."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.changes import LogActivity, Moment, OpenVisit, make
from bot.changes.registers.entries import AddFileEntry
from bot.clock import SystemClock, to_ms
from bot.entities import ActivityFacts, Grant, Scope
from bot.flows.engine import World, turn
from bot.flows.inputs import AnyInput, Command, Tapped
from bot.flows.outputs import NewCard, Output, Redraw
from bot.flows.taps import pack
from bot.ports import Card
from bot.store import StoreDesk, open_alone
from tests.bench.ours import furnish
from tests.bench.store import named
from tests.bench.stub import FIRST_CHAT

CHAT = FIRST_CHAT + 1
MOST = 13
"""Who, where, which card; the assessment and its marks once; the mark, its history; evidence; what log and file say in
one question; what stands around the item with its notes and the reasons offered in another."""
MOST_TO_LOOK = 10
LOGGED = "northwest-2025"


def statements(desk: StoreDesk, work: Callable[[], list[Output]]) -> tuple[list[Output], list[str]]:
    said: list[str] = []
    raw: Any = desk.history._rows.raw
    raw.set_trace_callback(lambda text: said.append(text) if not text.startswith("--") else None)
    try:
        return work(), list(dict.fromkeys(said))
    finally:
        raw.set_trace_callback(None)


def test_a_tick_and_a_look_at_the_next_item_are_short(tmp_path: Path):
    clock = SystemClock()
    world = World(ZoneInfo("Asia/Shanghai"), "zh-CN", clock.new_id)
    now = to_ms(clock.now())

    def act(desk: StoreDesk, given: AnyInput) -> tuple[list[Output], list[str]]:
        return statements(desk, lambda: turn(desk, world, given, now))

    def tap(desk: StoreDesk, data: str) -> tuple[Redraw, list[str]]:
        outputs, asked = act(desk, Tapped(query="1", data=data, message=7, chat=CHAT, account=CHAT, at=now))
        (redraw,) = (each for each in outputs if isinstance(each, Redraw))
        return redraw, asked

    with open_alone(tmp_path / "a.db", clock=clock) as store:
        store.write(lambda desk: furnish(desk, 1))
        resume = Command(name="resume", message=6, chat=CHAT, account=CHAT, at=now)
        outputs, _ = store.write(lambda desk: act(desk, resume))
        (card,) = (each for each in outputs if isinstance(each, NewCard))
        store.write(
            lambda desk: desk.cards.put(Card(card.card, CHAT, "card", {"assessment": named(1)}, message=7))
        )
        ticked, asked = store.write(lambda desk: tap(desk, card.face.rows[0][0].data))
        assert ticked.face.text != card.face.text
        assert len(asked) <= MOST, asked
        following = next(key for row in ticked.face.rows for key in row if "›" in key.label)
        _, asked = store.write(lambda desk: tap(desk, following.data))
        assert len(asked) <= MOST_TO_LOOK, asked


def test_a_tick_on_a_card_with_a_log_behind_it_is_short(tmp_path: Path):
    """What log and standing file say about the item is one statement, and none where nothing is asked of them."""
    clock = SystemClock()
    world = World(ZoneInfo("Asia/Shanghai"), "zh-CN", clock.new_id)
    now = to_ms(clock.now())

    def tap(desk: StoreDesk, data: str) -> tuple[str, list[str]]:
        given = Tapped(query="1", data=data, message=7, chat=CHAT, account=CHAT, at=now)
        outputs, asked = statements(desk, lambda: turn(desk, world, given, now))
        (drawn,) = (each for each in outputs if isinstance(each, Redraw | NewCard))
        if isinstance(drawn, NewCard):
            desk.cards.put(Card(drawn.card, CHAT, "card", {"assessment": "v", "item": "2.2"}, message=7))
        return drawn.face.text, asked

    def keep_a_log(desk: StoreDesk) -> None:
        furnish(desk, 1)
        mine = Grant(id="leads", role="leader", scope=Scope(kind="studio", key=named(1)))
        desk.people.grant(named(1), mine, now)
        person = desk.people.get(named(1), now)
        moment = Moment(now, person, clock.new_id)
        for day in range(1, 29):
            facts = ActivityFacts(rubric=LOGGED, activity="practice", on=f"2025-12-{day:02}", topic="绞车")
            make(desk, LogActivity(studio=named(1), facts=facts, entry=f"e{day}", today="2026-01-02"), moment)
        said = {"name": "李强", "master": "王海涛", "on": "2025-01-01", "until": "2026-12-31"}
        pair = AddFileEntry(entry="pair", studio=named(1), kind="pairs", said=said, today="2026-01-02")
        make(desk, pair, moment)
        version = next(each.version for each in desk.library.current() if each.id == LOGGED)
        # Nobody assesses the studio that they lead.
        desk.people.revoke("leads", now)
        moment = Moment(now, desk.people.get(named(1), now), clock.new_id)
        visit = OpenVisit(
            visit="v", assessment="v", studio=named(1), rubric=LOGGED, version=version, period="2025-12"
        )
        make(desk, visit, moment)

    with open_alone(tmp_path / "a.db", clock=clock) as store:
        store.write(keep_a_log)
        looked, asked = store.write(lambda desk: tap(desk, pack("k", "g", "v", "2.2")))
        assert "专业理论授课 0/2 次 → a×2（−10）" in looked
        _, asked = store.write(lambda desk: tap(desk, pack("k", "g", "v", "2.1")))
        assert len(asked) <= MOST_TO_LOOK, asked
        store.write(lambda desk: tap(desk, pack("k", "g", "v", "2.2")))
        ticked, asked = store.write(lambda desk: tap(desk, pack("k", "t", "v", "2.2", "b", 1, 0, "")))
        assert "☑ b" in ticked
        assert sum("FROM reasons" in each for each in asked) == 1, asked
        assert sum("FROM activities" in each for each in asked) == 1, asked
        assert len(asked) <= MOST, asked
        kept, asked = store.write(lambda desk: tap(desk, pack("k", "t", "v", "2.1", "b", 1, 0, "")))
        assert "常设档案：师徒 1" in kept
        assert sum("FROM file_entries" in each for each in asked) == 1, asked
        assert len(asked) <= MOST, asked
        _, asked = store.write(lambda desk: tap(desk, pack("k", "g", "v", "5.1")))
        assert not [each for each in asked if "FROM activities" in each or "FROM file_entries" in each]
