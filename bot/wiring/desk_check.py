"""`doctor`: what an operator wants to know before complaining, line by line; it looks and changes nothing.

A finding is a level, a key of the texts and parameters; who prints it puts it into words.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal

from bot.clock import Clock, from_ms, to_ms
from bot.media.folder import Stored
from bot.problems import Refusal
from bot.settings import Settings
from bot.store import dialect
from bot.store.health import Patient, examined
from bot.texts import TEXTS
from bot.tg.bot import make_bot
from bot.wiring.control import running
from rubrics import files

Level = Literal["ok", "warn", "fail"]

LITTLE: Final = 1 << 30
TOO_LITTLE: Final = 100 << 20
"""Bytes of free disk: below the first a warning, below the second a failure."""
BUILT: Final = datetime(2025, 1, 1, tzinfo=UTC)
"""A machine whose clock stands before this is wrong."""
AHEAD: Final = timedelta(minutes=5)
SECONDS: Final = 10.0
MANY_WAITING: Final = 1_000
LISTED: Final = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    level: Level
    key: str
    params: dict[str, Any] = field(default_factory=dict)


def findings(settings: Settings, clock: Clock) -> Iterator[Finding]:
    """Look at everything, one after the other; each finding comes as soon as it is known."""
    yield from _settings(settings)
    yield from _disk(settings)
    yield from _database(settings, clock)
    yield from asyncio.run(_telegram(settings))


def _settings(settings: Settings) -> Iterator[Finding]:
    known = settings.language in TEXTS
    yield Finding(
        "ok" if known else "warn",
        "settings" if known else "language",
        {"language": settings.language, "known": tuple(TEXTS), "zone": settings.timezone},
    )
    if settings.webhook_url:
        yield Finding("warn", "webhook_reserved")


def _disk(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir.absolute()
    if not folder.is_dir():
        yield Finding("warn", "folder_missing", {"path": folder})
        folder = next(parent for parent in folder.parents if parent.is_dir())
    elif not os.access(folder, os.W_OK | os.X_OK):
        yield Finding("fail", "folder_closed", {"path": folder})
    elif folder.stat().st_mode & 0o077:
        yield Finding("warn", "folder_open", {"path": folder})
    else:
        yield Finding("ok", "folder", {"path": folder})
    free = shutil.disk_usage(folder).free
    level: Level = "fail" if free < TOO_LITTLE else "warn" if free < LITTLE else "ok"
    yield Finding(level, "disk" if level == "ok" else "disk_low", {"free": free >> 20})


def _database(settings: Settings, clock: Clock) -> Iterator[Finding]:
    try:
        path = dialect.file_of(settings.database)
        if not path.is_file():
            yield Finding("warn", "database_none", {"path": path})
            yield from _clock(clock, None)
            return
        with examined(path) as patient:
            yield from _patient(patient, settings, clock, path)
    except Refusal as refusal:
        yield Finding("fail", f"problem.{refusal.code}", dict(refusal.params))
    except sqlite3.DatabaseError as error:
        yield Finding("fail", "problem.database_damaged", {"what": str(error)})


def _patient(patient: Patient, settings: Settings, clock: Clock, path: Path) -> Iterator[Finding]:
    damage = patient.damage()
    yield _either(not damage, "database", "database_damaged", path=path, what=damage[:LISTED])
    yield _either(patient.journal() == "wal", "journal", "journal_wrong", mode=patient.journal())
    found, known = patient.revision()
    if found != known:
        older = found is None or found < known
        level: Level = "warn" if older else "fail"
        yield Finding(
            level, "schema_older" if older else "schema_newer", {"found": found or "–", "known": known}
        )
        return
    yield Finding("ok", "schema", {"known": known})
    broken = tuple(f"{stream} {seq}" for stream, seq in patient.broken_chains())
    yield _either(not broken, "history", "history_broken", streams=patient.streams(), broken=broken[:LISTED])
    yield from _rubrics(patient)
    yield from _queues(patient)
    yield Finding("ok", "running" if running(settings) else "not_running")
    yield from _media(patient, Stored(settings.media_dir))
    yield from _clock(clock, patient.newest())


def _rubrics(patient: Patient) -> Iterator[Finding]:
    shipped = {
        files.version_of(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files.shipped()
    }
    changed = tuple(
        f"{rubric} v{version}"
        for rubric, version, known in patient.published()
        if shipped.get((rubric, version), known) != known
    )
    yield _either(not changed, "rubrics", "rubrics_changed", count=len(patient.published()), changed=changed)


def _queues(patient: Patient) -> Iterator[Finding]:
    waiting = patient.waiting()
    worst = max(waiting.undone, waiting.unsent)
    level: Level = "warn" if waiting.parked or waiting.given_up or worst > MANY_WAITING else "ok"
    yield Finding(
        level,
        "queues",
        {
            "undone": waiting.undone,
            "unsent": waiting.unsent,
            "parked": waiting.parked,
            "given_up": waiting.given_up,
        },
    )


def _media(patient: Patient, stored: Stored) -> Iterator[Finding]:
    wanted = patient.stored()
    missing = [sha256 for sha256, _ in wanted if not stored.exists(sha256)]
    wrong = [sha256 for sha256, _ in wanted if sha256 not in missing and _hash(stored, sha256) != sha256]
    for key, bad in (("media_missing", missing), ("media_wrong", wrong)):
        if bad:
            yield Finding(
                "fail", key, {"count": len(bad), "files": tuple(each[:16] for each in bad[:LISTED])}
            )
    if not missing and not wrong:
        yield Finding("ok", "media", {"count": len(wanted)})


def _hash(stored: Stored, sha256: str) -> str:
    with stored.path(sha256).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _clock(clock: Clock, newest: int | None) -> Iterator[Finding]:
    now = clock.now()
    behind = newest is not None and newest > to_ms(now + AHEAD)
    if now < BUILT or behind:
        last = from_ms(newest) if newest is not None else BUILT
        yield Finding(
            "fail", "clock_behind", {"now": f"{now:%Y-%m-%d %H:%M}", "last": f"{last:%Y-%m-%d %H:%M}"}
        )
    else:
        yield Finding("ok", "clock", {"now": f"{now:%Y-%m-%d %H:%M}"})


async def _telegram(settings: Settings) -> list[Finding]:
    token = settings.token.get_secret_value()
    if not token:
        return [Finding("warn", "token_none")]
    bot = make_bot(token, settings.api_base)
    await bot.open()
    try:
        return [await _answer(bot.get_me, _me), await _answer(bot.get_webhook_info, _webhook)]
    finally:
        await bot.close_connections()


async def _answer(ask: Callable[[], Any], judge: Callable[[Any], Finding]) -> Finding:
    asking = asyncio.ensure_future(ask())
    await asyncio.wait({asking}, timeout=SECONDS)
    if not asking.done():
        asking.cancel()
        return Finding("fail", "telegram_silent", {"why": "timeout"})
    error = asking.exception()
    if error is not None:
        return Finding("fail", "telegram_silent", {"why": str(error)})
    return judge(asking.result())


def _me(user: Any) -> Finding:  # noqa: ANN401 - the library's own
    return Finding("ok", "token", {"name": user.username})


def _webhook(info: Any) -> Finding:  # noqa: ANN401 - same
    if info.url:
        return Finding("warn", "webhook_set")
    return Finding("ok", "webhook_none", {"count": info.pending_update_count})


def _either(good: bool, key: str, bad: str, **params: Any) -> Finding:  # noqa: ANN401, FBT001 - a finding is good or bad
    return Finding("ok", key, params) if good else Finding("fail", bad, params)
