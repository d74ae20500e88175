"""The honours of a leader as a list of recommended studios names them, from the studio's standing file.

The source asks for 荣誉基础 beside the leader: what was given to others of the studio, or to nobody by name, is not
theirs.
"""

from __future__ import annotations

import re
from typing import Final

from bot.changes.registers.values import details
from bot.changes.studio_fields import alike
from bot.entities import Application, FileEntry
from bot.ports import Desk
from bot.texts import words
from exports.labels import labels

_BETWEEN: Final = re.compile(r"[、，,;；/／]+")


def of_leader(desk: Desk, found: Application, language: str) -> str:
    """Return the leader's honours by day, each with its year; empty where the file holds none."""
    leader = alike(found.leader)
    if not found.studio or not leader:
        return ""
    entries = desk.registers.of_studio(found.studio, "honours")
    mine = [each for each in entries if leader in _given_to(each)]
    say = words(language)
    return labels(language)("comma").join(
        each.name if each.on[:4] in each.name else say("export.list_honour", year=each.on[:4], name=each.name)
        for each in sorted(mine, key=lambda each: each.on)
    )


def _given_to(entry: FileEntry) -> set[str]:
    """Return everybody who was honoured; a name that is written with a blank within is one name too."""
    whom = details(entry).get("whom", "")
    return {alike(name) for name in (*_BETWEEN.split(whom), *whom.split())}
