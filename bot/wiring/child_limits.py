"""What a child that reads a stranger's file may take; it limits itself before it opens anything."""

from __future__ import annotations

import resource
from typing import Final

MEGABYTE: Final = 1 << 20
MEMORY: Final = 512 * MEGABYTE
"""Address space; what is really used stays below half of it."""
HEAP: Final = 192 * MEGABYTE
"""Memory of its own."""
CPU_SECONDS: Final = 2


def limit(cpu_seconds: int = CPU_SECONDS) -> None:
    """Take no more than this, whatever the file says."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_DATA, HEAP),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(kind, (most, most))
