"""`python -m bot.sandbox` serves two sample persons without any bot."""

import asyncio
import sys

import aiohttp

from tests.kit.waiting import PATIENCE


async def test_the_stand_in_runs_alone() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    try:
        address = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode().split()[0]
        async with aiohttp.ClientSession() as session, session.get(f"{address}phone/people") as response:
            people = (await response.json())["people"]
        assert [one["language_code"] for one in people] == ["zh-hans", "en"]
    finally:
        process.terminate()
        await process.communicate()
