"""A database as the program leaves it after its first start, made once in a process and copied from then on.

Making the tables and reading the shipped rubrics takes longer than most scripts. The first start itself is tested where
it is the subject: tests of migrations, of the service and of `scorewalk try` begin with an empty folder.
"""

from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.clock import SteppedClock
from bot.store import open_alone


def installed(path: Path, at: datetime) -> None:
    """Put a database where there is none, as if the program had started at this time."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(_made(at))


@cache
def _made(at: datetime) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scorewalk.db"
        with open_alone(path, clock=SteppedClock(at)):
            pass
        return path.read_bytes()
