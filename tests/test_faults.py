"""A fifth of all calls fails in every way that networks, proxies and Telegram know, from the first call of the start on.

Nothing is lost and nothing done twice, and when it clears up everything is confirmed.
"""

import time
from pathlib import Path
from random import Random

import pytest

from bot.sandbox import StandIn
from tests.kit.aiogram_check import Judges
from tests.kit.battery import Battery
from tests.kit.supervisor import Supervisor
from tests.kit.weather import KINDS, STRAY, Weather

pytestmark = pytest.mark.battery

SHARE = 0.2
PATIENCE = 120.0
IN_CHAT = {"sendMessage", "editMessageText", "sendDocument"}
SENDS = {"sendMessage", "sendDocument"}


async def test_a_fifth_of_all_calls_fails_and_nothing_is_lost_or_doubled(
    tmp_path: Path, judges: Judges, seed: int, record_property
) -> None:
    dice = Random(seed)
    began = time.monotonic()
    standin = StandIn(check=judges)
    weather = Weather.over(standin, SHARE, dice)
    await standin.start()
    battery = Battery(tmp_path, standin, people=1, dice=dice, patience=PATIENCE)
    async with Supervisor(standin, tmp_path) as supervisor:
        await battery.walk_while(lambda: 0, side_by_side=1)
        weather.clear_up()
        cleared = time.monotonic()
        await battery.settle()
        confirmed = time.monotonic() - cleared
    await standin.close()

    found = battery.difference()
    assert (found.lost, found.doubled) == ((), ())
    assert found.in_order
    assert [walker.stuck for walker in battery.walkers if walker.stuck] == []
    assert supervisor.exits == [], "no answer of the network ends the program"
    assert standin.failures == []
    assert sorted(battery.ledger.update_ids()) == sorted(battery.acknowledged)
    assert battery.ledger.count("inbox", "parked") == 0
    assert battery.ledger.count("outbox", "failed") == 0, "no call is given up for the weather"
    assert battery.ledger.broken_chains() == []
    assert weather.floods_ignored(IN_CHAT) == [], "a flood wait is kept to its end"
    cut_after = [call for call in weather.struck("drop_after") if call.method in SENDS]
    assert 0 <= battery.repeated <= len(cut_after), "a message comes twice only where its answer was cut off"
    assert {call.kind for call in weather.struck()} >= {*KINDS}, (
        "the walk was long enough to meet every fault"
    )
    record_property(
        "summary",
        f"faults (--seed {seed}): {len(weather.struck())} of {len(weather.calls)} calls failed, {battery.inputs} inputs, "
        f"lost 0, doubled 0, {battery.repeated} confirmations repeated, all confirmed {confirmed:.1f} s after, "
        f"seconds {time.monotonic() - began:.0f}",
    )


async def test_stray_refusals_and_an_outage_at_start_do_not_stop_it(
    tmp_path: Path, judges: Judges, seed: int
) -> None:
    """Every first call fails for a while, then getUpdates is refused as if the token were wrong; it goes on by itself."""
    standin = StandIn(check=judges)
    await standin.start()
    standin.plan_faults(
        {"method": "getMe", "kind": "drop_before", "times": 1},
        {"method": "getMe", "kind": "502html", "times": 1},
        {"method": "deleteWebhook", "kind": "500"},
        {"method": "setMyCommands", "kind": "429", "retry_after": 1},
        *({"method": "getUpdates", "kind": kind} for kind in STRAY),
    )
    battery = Battery(tmp_path, standin, people=1, dice=Random(seed), patience=PATIENCE)
    phone = standin.phone("考核员0")
    async with Supervisor(standin, tmp_path) as supervisor:
        phone.start(battery.links[0])
        await phone.wait(
            lambda: any("考核员0，您好" in message.get("text", "") for message in phone.messages), 60
        )
    await standin.close()
    assert supervisor.exits == []
    assert battery.ledger.joined() == 1
