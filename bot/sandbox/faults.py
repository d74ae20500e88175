"""Faults on demand: which call fails how, and at which call a process is killed."""

import os
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .errors import ApiError, Mistake, Refusal, too_many

TEXTS = {
    "500": Refusal.RESTART.text,
    "409": Refusal.OTHER_GET_UPDATES.text,
    "404": Refusal.NOT_FOUND.text,
    "401": Refusal.UNAUTHORIZED.text,
    "403": Refusal.BLOCKED.text,
    "400": Refusal.CHAT_NOT_FOUND.text,
}
HTML = {
    "502html": (
        502,
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
    ),
    "200html": (
        200,
        "<html><head><title>Welcome</title></head><body>Please sign in to the network.</body></html>",
    ),
}
KINDS = frozenset({"delay", "drop_before", "drop_after", "429", *TEXTS, *HTML})


@dataclass(slots=True)
class Fault:
    """One planned fault: it lets `after` matching calls pass, then strikes `times` times."""

    method: str
    kind: str
    times: int = 1
    after: int = 0
    seconds: float = 1.0
    retry_after: int = 1
    description: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise Mistake.FAULT_KIND.error(kind=self.kind, known=", ".join(sorted(KINDS)))

    def error(self) -> ApiError | None:
        """Return the API error that this fault answers with, if it answers with one."""
        if self.kind == "429":
            return too_many(self.retry_after)
        if self.kind in TEXTS:
            return ApiError(int(self.kind), self.description or TEXTS[self.kind])
        return None


class Faults:
    """The planned faults, taken in order, and the planned kill."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._kill: tuple[int, int, str] | None = None

    def plan(self, faults: Iterable[dict[str, Any]]) -> None:
        """Add faults to those already planned."""
        try:
            self._planned.extend(Fault(**fault) for fault in faults)
        except TypeError as error:
            raise Mistake.FAULT_FIELD.error(problem=error) from None

    def clear(self) -> None:
        """Forget the planned faults and the planned kill."""
        self._planned.clear()
        self._kill = None

    def __len__(self) -> int:
        return len(self._planned)

    def strike(self, method: str) -> Fault | None:
        """Return the fault that hits this call, if any; "*" means any method but getUpdates and file."""
        for fault in self._planned:
            if fault.method not in {method, "*"} or (
                fault.method == "*" and method in {"file", "getUpdates"}
            ):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self._planned.remove(fault)
            return fault
        return None

    def plan_kill(self, pid: int, n: int, when: str) -> None:
        """Kill a process at the n-th call from now, before or after the call is processed."""
        if when not in {"before", "after"} or n < 1:
            raise Mistake.KILL.error()
        self._kill = (pid, n, when)

    def count_call(self) -> str | None:
        """Count one call towards the planned kill; return when the kill is due, if this is the call."""
        if self._kill is None:
            return None
        pid, left, when = self._kill
        self._kill = (pid, left - 1, when)
        return when if left == 1 else None

    def kill(self) -> None:
        """Kill the process of the plan."""
        if self._kill is not None:
            pid, self._kill = self._kill[0], None
            os.kill(pid, signal.SIGKILL)
