"""What a tap asks of the database: a number that no busy machine changes, so that the path of a tap stays short."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import SystemClock, to_ms
from bot.flows.engine import World, turn
from bot.flows.inputs import AnyInput, Command, Tapped
from bot.flows.outputs import NewCard, Output, Redraw
from bot.ports import Card
from bot.store import StoreDesk, open_alone
from tests.bench.ours import furnish
from tests.bench.store import named
from tests.bench.stub import FIRST_CHAT

CHAT = FIRST_CHAT + 1
MOST = 13
"""Who, where, which card; the assessment and its marks once; the mark, its history; what the card shows besides."""
MOST_TO_LOOK = 11


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
