"""What stands in the program's own modules, each read and parsed once: how long, what it imports, says and asks.

It knows Python and the three packages, and not what is allowed.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("bot", "exports", "rubrics")
CLOCK = re.compile(r"(datetime\.)?(datetime\.(now|utcnow|today)|date\.today)|time\.(time|time_ns)")
CHANCE = frozenset({"random", "secrets", "uuid", "uuid4"})


@dataclass(frozen=True, slots=True)
class Words:
    """A string that is no docstring, and the line it stands in."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A module as far as the tests of the house ask."""

    name: str
    """Its path as the tests write it."""
    lines: int
    documented: bool
    functions: tuple[int, ...]
    """Lines of each."""
    imports: tuple[str, ...]
    """Modules by name; relative ones are left out."""
    chance: tuple[str, ...]
    """Where time or chance is asked of somebody else than the clock."""
    spoken: tuple[Words, ...]
    floats: tuple[int, ...]
    """Lines in which a binary fraction stands."""


@cache
def sources() -> tuple[Source, ...]:
    """Every module of the program."""
    found = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return tuple(look(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()) for path in found)


def look(text: str, name: str = "") -> Source:
    """Parse a module and keep what is asked; the tree is let go."""
    module = ast.parse(text, name)
    nodes = list(ast.walk(module))
    silent = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = [node for node in nodes if isinstance(node, ast.Constant)]
    return Source(
        name=name,
        lines=len(text.splitlines()),
        documented=bool(ast.get_docstring(module)),
        functions=tuple(
            (node.end_lineno or node.lineno) - node.lineno + 1
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ),
        imports=tuple(each for node in nodes for each in _imported(node)),
        chance=tuple(each for node in nodes for each in _asked(node)),
        spoken=tuple(
            Words(node.lineno, node.value)
            for node in constants
            if isinstance(node.value, str) and id(node) not in silent
        ),
        floats=tuple(node.lineno for node in constants if isinstance(node.value, float)),
    )


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module


def _asked(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today", "time", "time_ns"}:
        written = ast.unparse(node)
        if CLOCK.fullmatch(written):
            yield f"{node.lineno}: {written}"
    elif isinstance(node, ast.Import | ast.ImportFrom):
        names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
        yield from (f"{node.lineno}: {each}" for each in sorted(names & CHANCE, key=str))
