"""The fetcher: every wanted file ends stored or lost, once, whatever the line does."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.media.fetcher import AT_ONCE, Fetcher, Wanted
from bot.media.folder import Folder
from tests.kit.waiting import until


@dataclass(frozen=True)
class Result:
    sha256: str = ""
    size: int = 0
    failure: str | None = None
    final: bool = True


class Jobs:
    """Jobs in memory, with a clock that is moved by hand."""

    def __init__(self, *names: str) -> None:
        self.now = 1_000_000
        self.jobs = {n: (Wanted(n, f"file-{name}", name), 0) for n, name in enumerate(names, 1)}
        self.ended: dict[str, str] = {}
        self.broken = 0

    def _check(self) -> None:
        if self.broken:
            self.broken -= 1
            raise OSError(28, "No space left on device")

    async def due(self, now: int, limit: int) -> Sequence[Wanted]:
        self._check()
        return [wanted for wanted, not_before in self.jobs.values() if not_before <= now][:limit]

    async def stored(self, wanted: Wanted, sha256: str, size: int) -> None:
        self._check()
        del self.jobs[wanted.job]
        self.ended[wanted.file_id] = f"{sha256}:{size}"

    async def lost(self, wanted: Wanted, failure: str) -> None:
        del self.jobs[wanted.job]
        self.ended[wanted.file_id] = failure

    async def later(self, wanted: Wanted, not_before: int, error: str) -> None:
        self.jobs[wanted.job] = (replace(wanted, attempts=wanted.attempts + 1), not_before)

    @property
    def waits(self) -> list[int]:
        return [not_before - self.now for _, not_before in self.jobs.values()]


class Line:
    """Delivers a file's name as its content; the file `a` after a script of results and errors.

    The script is one file's: which of several is served first is for the threads to say.
    """

    def __init__(self, *script: Result | Exception) -> None:
        self.script = {"a": list(script)}
        self.fetched: list[str] = []
        self.at_once = self.most_at_once = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def fetch(self, file_id: str, target: Path) -> Result:
        self.fetched.append(file_id)
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        await asyncio.sleep(0.01)
        await self.gate.wait()
        self.at_once -= 1
        script = self.script.get(file_id)
        step = script.pop(0) if script else None
        if isinstance(step, Exception):
            raise step
        content = file_id.encode()
        await asyncio.to_thread(target.write_bytes, content)
        return step or Result(hashlib.sha256(content).hexdigest(), len(content))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "media")


def fetcher(folder: Folder, jobs: Jobs, line: Line) -> Fetcher:
    return Fetcher(folder, jobs, line.fetch, lambda: jobs.now)


def incoming(folder: Folder) -> list[Path]:
    return list((folder.path("ab" * 32).parents[1] / "incoming").iterdir())


async def test_wanted_files_are_stored_a_few_at_a_time(folder: Folder) -> None:
    names = [f"n{n}" for n in range(10)]
    jobs, line = Jobs(*names), Line()
    await fetcher(folder, jobs, line).drained()
    assert jobs.ended == {name: f"{hashlib.sha256(name.encode()).hexdigest()}:{len(name)}" for name in names}
    assert all(folder.exists(hashlib.sha256(name.encode()).hexdigest()) for name in names)
    assert line.most_at_once == AT_ONCE
    assert incoming(folder) == []


@pytest.mark.parametrize("error", [TimeoutError(), OSError(28, "No space left on device"), KeyError("a bug")])
async def test_a_bad_line_is_waited_out_with_growing_pauses(error: Exception, folder: Folder) -> None:
    jobs, line = Jobs("a"), Line(*[error] * 12)
    working = fetcher(folder, jobs, line)
    pauses = []
    for _ in range(12):
        await working.drained()
        pauses.append(jobs.waits[0])
        jobs.now += jobs.waits[0]
    await working.drained()
    assert pauses == [1000, 2000, 4000, 8000, 16000, 32000, 64000, 128000, 256000, 512000, 600000, 600000]
    assert list(jobs.ended) == ["a"]
    assert incoming(folder) == []


@pytest.mark.parametrize("code", ["file_too_big", "file_empty"])
async def test_what_can_never_be_had_is_given_up_at_once(code: str, folder: Folder) -> None:
    jobs, line = Jobs("a", "b"), Line(Result(failure=code))
    await fetcher(folder, jobs, line).drained()
    assert jobs.ended == {"a": code, "b": f"{hashlib.sha256(b'b').hexdigest()}:1"}
    assert sorted(line.fetched) == ["a", "b"]


async def test_perhaps_gone_is_believed_the_fourth_time(folder: Folder) -> None:
    gone = Result(failure="file_gone", final=False)
    jobs, line = Jobs("a"), Line(gone, gone, gone, gone)
    working = fetcher(folder, jobs, line)
    for _ in range(3):
        await working.drained()
        assert jobs.ended == {}
        jobs.now += jobs.waits[0]
    await working.drained()
    assert jobs.ended == {"a": "file_gone"}


async def test_gone_for_a_moment_is_not_gone(folder: Folder) -> None:
    jobs, line = Jobs("a"), Line(Result(failure="file_gone", final=False))
    working = fetcher(folder, jobs, line)
    await working.drained()
    jobs.now += 1000
    await working.drained()
    assert jobs.ended["a"].endswith(":1")


async def test_a_file_that_cannot_be_settled_is_fetched_again(folder: Folder) -> None:
    jobs, line = Jobs("a"), Line()
    working = fetcher(folder, jobs, line)
    await asyncio.sleep(0)
    line.gate.clear()
    fetching = asyncio.ensure_future(working.drained())
    await until(lambda: line.fetched)
    jobs.broken = 1
    line.gate.set()
    await fetching
    assert jobs.ended == {}
    jobs.now += 1000
    await working.drained()
    assert list(jobs.ended) == ["a"]


async def test_the_loop_fetches_when_woken_and_survives_the_store(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    jobs, line = Jobs(), Line()
    jobs.broken = 1
    working = fetcher(folder, jobs, line)
    running = asyncio.create_task(working.run())
    await until(lambda: not jobs.broken)
    jobs.jobs[1] = (Wanted(1, "file-a", "a"), 0)
    working.wake()
    await until(lambda: jobs.ended)
    running.cancel()
    await asyncio.wait({running})
    assert "could not be looked up" in caplog.text


async def test_the_loop_comes_back_by_itself_when_a_pause_is_over(folder: Folder) -> None:
    jobs, line = Jobs("a"), Line(TimeoutError())
    working = fetcher(folder, jobs, line)
    running = asyncio.create_task(working.run())
    await until(lambda: jobs.waits == [1000])
    assert jobs.ended == {}
    jobs.now += 990
    working.wake()
    await asyncio.sleep(0.02)
    assert jobs.ended == {}
    jobs.now += 10
    await until(lambda: jobs.ended)
    running.cancel()
    await asyncio.wait({running})


async def test_stopping_leaves_no_task_behind(folder: Folder) -> None:
    jobs, line = Jobs("a"), Line()
    line.gate.clear()
    working = fetcher(folder, jobs, line)
    running = asyncio.create_task(working.run())
    await until(lambda: line.fetched)
    running.cancel()
    await asyncio.wait({running})
    await asyncio.sleep(0.05)
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert jobs.ended == {}
