"""What was acknowledged was on the disk before: the kernel's view, by strace."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TURNS = 10
PROGRAM = """
import asyncio, os, sys
from pathlib import Path
from bot.clock import SystemClock
from bot.ports import Session
from bot.store import Store, dialect

dialect.WRITER["synchronous"] = int(sys.argv[2])

async def main():
    async with Store.open(Path(sys.argv[1]), clock=SystemClock()) as store:
        for turn in range(10):
            session = Session(chat=turn, screen="walk.card", state={})
            await store.write(lambda desk: desk.sessions.put(session))
            os.write(1, b"acknowledged")

asyncio.run(main())
"""


def traceable() -> bool:
    """Say whether strace is here and may trace."""
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True).returncode
        == 0
    )


def unsynced(tmp_path: Path, synchronous: int) -> int:
    """Run ten turns under strace; returns how many were acknowledged with no sync since the one before."""
    log = tmp_path / "strace.txt"
    tracing = ["strace", "-f", "-e", "trace=fsync,fdatasync,write", "-s", "20", "-o", str(log)]
    program = [sys.executable, "-c", PROGRAM, str(tmp_path / "a.db"), str(synchronous)]
    subprocess.run([*tracing, *program], check=True, capture_output=True)
    synced, missing, acknowledged = False, 0, 0
    for line in log.read_text(errors="replace").splitlines():
        if ("sync(" in line and "= 0" in line) or "sync resumed" in line:
            synced = True
        elif 'write(1, "acknowledged' in line:
            acknowledged += 1
            missing += not synced
            synced = False
    assert acknowledged == TURNS
    return missing


@pytest.mark.skipif(not traceable(), reason="strace is not here or may not trace")
@pytest.mark.slow
def test_every_acknowledged_turn_was_synced_before(tmp_path: Path):
    (tmp_path / "full").mkdir()
    (tmp_path / "off").mkdir()
    assert unsynced(tmp_path / "full", synchronous=2) == 0
    assert (
        unsynced(tmp_path / "off", synchronous=0) >= TURNS - 1
    )  # what the same test says of a build that does not sync
