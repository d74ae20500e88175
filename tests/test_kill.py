"""SIGKILL on the n-th Bot API call, n random, again and again during whole walks: nothing is lost, nothing done twice.

The stand-in lives in this process, the program is `python -m bot run` in another one that is started again at once.
The twin acknowledges before it commits, and the same eyes must see what it loses.
"""

import time
from pathlib import Path
from random import Random
from statistics import median

import pytest

from bot.sandbox import StandIn
from tests.kit.aiogram_check import Judges
from tests.kit.battery import Battery, Kills
from tests.kit.supervisor import Supervisor

pytestmark = [pytest.mark.kill, pytest.mark.battery]

KILLS_OF_A_WALK = 20
"""A walk survives at least so many kills, so this many people are enough."""
READY_SECONDS = 5.0
PATIENCE = 90.0
SHORT_PATIENCE = 6.0
TWIN_TRIES = 4


async def test_what_was_delivered_is_done_once_however_often_the_program_dies(
    tmp_path: Path, judges: Judges, kills: int, seed: int, record_property
) -> None:
    dice = Random(seed)
    began = time.monotonic()
    standin = StandIn(check=judges)
    await standin.start()
    planned = Kills(standin, kills, dice)
    battery = Battery(tmp_path, standin, people=4 + kills // KILLS_OF_A_WALK, dice=dice, patience=PATIENCE)
    async with Supervisor(standin, tmp_path, started=planned.plan) as supervisor:
        await battery.run(supervisor, lambda: kills - supervisor.killed)
        seconds = time.monotonic() - began
    await standin.close()

    assert supervisor.killed == kills, "the plan was carried out"
    assert supervisor.exits == [], "nothing but a kill ends the program"
    assert standin.failures == []
    found = battery.difference()
    assert (found.lost, found.doubled) == ((), ())
    assert found.in_order
    assert [walker.stuck for walker in battery.walkers if walker.stuck] == [], (
        "the walk goes on when nobody dies"
    )
    assert median(supervisor.ready) < READY_SECONDS
    ledger = battery.ledger
    assert sorted(ledger.update_ids()) == sorted(battery.acknowledged), "every update was done, none parked"
    assert ledger.joined() == len(battery.walkers)
    assert ledger.broken_chains() == []
    assert sorted(ledger.stored()) == sorted(sha256 for walker in battery.walkers for sha256 in walker.files)
    assert 0 <= battery.repeated <= kills, "a confirmation may come twice, once for a kill at most"
    record_property(
        "summary",
        f"kill test (--seed {seed}): lost 0, doubled 0, kills {kills}, seconds {seconds:.0f}; {battery.inputs} inputs in "
        f"{len(battery.walkers)} walks, {battery.repeated} confirmations repeated, "
        f"ready again after {median(supervisor.ready):.1f} s",
    )


async def test_the_twin_that_acknowledges_first_is_found_out(
    tmp_path: Path, judges: Judges, seed: int, record_property
) -> None:
    for attempt in range(TWIN_TRIES):
        dice = Random(seed + attempt)
        standin = StandIn(check=judges)
        await standin.start()
        folder = tmp_path / str(attempt)
        planned = Kills(standin, 20, dice)
        battery = Battery(folder, standin, people=2, dice=dice, patience=SHORT_PATIENCE)
        async with Supervisor(standin, folder, module="tests.kit.hasty", started=planned.plan) as supervisor:
            await battery.run(supervisor, lambda: 0)
        await standin.close()
        missing = set(battery.acknowledged) - set(battery.ledger.update_ids())
        if missing and battery.difference().lost:
            record_property(
                "summary",
                f"its twin acknowledges first: lost {len(missing)} updates in {supervisor.killed} kills, as it must",
            )
            return
    pytest.fail("a program that acknowledges before it commits was not found out: the kill test sees nothing")
