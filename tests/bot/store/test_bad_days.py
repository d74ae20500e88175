"""What the world does to a program: no room on the disk, and an end that nobody expected."""

import json
import subprocess
import sys
from pathlib import Path

NO_ROOM = """
import asyncio, json, resource, sqlite3, sys
from pathlib import Path
from bot.clock import SystemClock
from bot.ports import Session
from bot.store import Store

def put(chat):
    session = Session(chat=chat, screen="x" * 20_000, state={})
    return lambda desk: desk.sessions.put(session)

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

async def main():
    async with Store.open(Path(sys.argv[1]), clock=SystemClock()) as store:
        written = Path(sys.argv[1] + "-wal").stat().st_size
        limit(written + 200_000)  # the file can grow a little, then the kernel refuses
        full = await asyncio.gather(*(store.write(put(chat)) for chat in range(60)), return_exceptions=True)
        limit(resource.RLIM_INFINITY)
        again = await asyncio.gather(*(store.write(put(chat)) for chat in range(100, 110)), return_exceptions=True)
        there = await store.read(lambda desk: [chat for chat in range(200) if desk.sessions.get(chat)])
    print(json.dumps([[repr(each) for each in full], [repr(each) for each in again], there]))

asyncio.run(main())
"""


def test_without_room_nothing_is_said_to_be_stored_and_with_room_it_goes_on(tmp_path: Path):
    program = [sys.executable, "-c", NO_ROOM, str(tmp_path / "a.db")]
    done = subprocess.run(program, check=True, capture_output=True, timeout=60)
    full, again, there = json.loads(done.stdout)
    acknowledged = [chat for chat, answer in enumerate(full) if answer == "None"]
    refused = [answer for answer in full if answer != "None"]
    assert refused
    assert all("Unavailable" in answer for answer in refused)
    assert again == ["None"] * 10
    assert there == [*acknowledged, *range(100, 110)]


FORGETFUL = """
import asyncio, sys
from pathlib import Path
from bot.clock import SystemClock
from bot.ports import Session
from bot.store import Store

async def main():
    store = await Store.open(Path(sys.argv[1]), clock=SystemClock()).__aenter__()
    await store.write(lambda desk: desk.sessions.put(Session(chat=1, screen="home", state={})))
    raise SystemExit(3)

asyncio.run(main())
"""


def test_a_program_that_fails_without_closing_still_ends(tmp_path: Path):
    program = [sys.executable, "-c", FORGETFUL, str(tmp_path / "a.db")]
    done = subprocess.run(program, check=False, capture_output=True, timeout=30)
    assert done.returncode == 3
