"""Rubric files: YAML text to a checked rubric, with the line of everything that is wrong, all of it at once; and back.

The only user of YAML. Numbers become exact decimals; aliases, tags and keys said twice are refused, because a
person who reads the file must see what the program sees.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import TypeAdapter, ValidationError

from rubrics import checks, coverage, diagnostics
from rubrics.coverage import Passage
from rubrics.model import Rubric
from rubrics.nodes import Node, Step
from rubrics.points import show
from rubrics.problems import Param, Problem, Refused, Where, problem

SCHEMES: Final = Path(__file__).parent / "schemes"
COVERAGE: Final = ".coverage.yaml"
"""How the file ends that says, sentence by sentence, where a scheme's source is found in it."""
LARGEST: Final = 256 * 1024
DEEPEST: Final = 24

_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,18}")
_WORDS: Final[dict[str, bool | None]] = {"": None, "~": None, "null": None, "true": True, "false": False}
_SHORT: Final = 8
"""A list of words no longer than this is written in one line."""
_FILE_NAME: Final = re.compile(r"(?P<id>.+)\.v(?P<version>[0-9]{1,9})\.ya?ml")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file: the rubric, unless one of the problems is an error, its text and its hash."""

    rubric: Rubric | None
    problems: tuple[Problem, ...]
    text: str
    sha256: str


def shipped() -> tuple[Path, ...]:
    """The schemes that come with the program, in the order of their names; tables of coverage lie beside them."""
    return tuple(sorted(path for path in SCHEMES.glob("*.yaml") if not path.name.endswith(COVERAGE)))


@cache
def latest(rubric_id: str) -> Rubric:
    """The newest shipped version of a rubric; refuses an id that is not shipped."""
    versions = {name[1]: path for path in shipped() if (name := version_of(path)) and name[0] == rubric_id}
    if not versions:
        raise Refused(problem("rubric_unknown", rubric=rubric_id, known=shipped_ids()))
    loaded = load(versions[max(versions)])
    if loaded.rubric is None:
        raise Refused(next(one for one in loaded.problems if one.severity == "error"))
    return loaded.rubric


def shipped_ids() -> tuple[str, ...]:
    """The ids of the rubrics that come with the program."""
    names = (version_of(path) for path in shipped())
    return tuple(sorted({name[0] for name in names if name}))


def version_of(path: Path) -> tuple[str, int] | None:
    """The id and the version that a file's name says; loading it checks that they are what stands in it."""
    name = _FILE_NAME.fullmatch(path.name)
    return (name["id"], int(name["version"])) if name else None


def load(path: Path) -> Loaded:
    """Read and check a file; one named ID.vN.yaml must hold that id and version."""
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError:
        return _nothing(path.name, problem("file_unreadable"))
    if data is None:
        return _nothing(path.name, problem("file_too_large", most=LARGEST))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _nothing(path.name, problem("file_not_utf8"))
    loaded = replace(loads(text, path.name), sha256=sha256(data).hexdigest())
    if loaded.rubric is not None and (name := version_of(path)):
        says = f"{loaded.rubric.id}.v{loaded.rubric.version}.yaml"
        if name != (loaded.rubric.id, loaded.rubric.version):
            wrong = replace(problem("file_name_disagrees", says=says), where=Where((), path.name, 1))
            return replace(loaded, rubric=None, problems=(*loaded.problems, wrong))
    return loaded


def loads(text: str, name: str) -> Loaded:
    """Read and check the text of a file; `name` is what the problems call it."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _nothing(name, problem("file_not_utf8"))
    if len(data) > LARGEST:
        return _nothing(name, problem("file_too_large", most=LARGEST))
    reader = _Reader(text)
    root = reader.read()
    found = list(reader.problems)
    rubric = None
    if root is not None:
        try:
            rubric = Rubric.model_validate(root.value)
        except ValidationError as error:
            found.extend(diagnostics.problems(error))
        else:
            found.extend(checks.check(rubric))
    placed = _once(sorted((_place(one, root, name) for one in found), key=_line))
    if any(one.severity == "error" for one in placed):
        rubric = None
    return Loaded(rubric, placed, text, sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Covered:
    """What came of a table of coverage: its passages, as far as they could be read, and what is wrong."""

    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...]


def load_coverage(path: Path) -> Covered:
    """Read a table of coverage and check it against the newest scheme of its id beside it."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Covered((), _nothing(path.name, problem("file_unreadable")).problems)
    reader = _Reader(text)
    root = reader.read()
    passages: tuple[Passage, ...] = ()
    found = list(reader.problems)
    if root is not None and not isinstance(root.value, list):
        found.append(problem("coverage_not_list"))
    elif root is not None:
        try:
            passages = TypeAdapter(tuple[Passage, ...]).validate_python(root.value)
        except ValidationError as error:
            found.extend(diagnostics.problems(error, Passage))
        else:
            found.extend(_uncovered(passages, path))
    return Covered(passages, tuple(sorted((_place(one, root, path.name) for one in found), key=_line)))


def _uncovered(passages: tuple[Passage, ...], path: Path) -> Iterator[Problem]:
    rubric_id = path.name.removesuffix(COVERAGE)
    names = filter(None, (_FILE_NAME.fullmatch(each.name) for each in path.parent.glob(f"{rubric_id}.*")))
    newest = max((int(name["version"]) for name in names if name["id"] == rubric_id), default=1)
    beside = path.parent / f"{rubric_id}.v{newest}.yaml"
    rubric = load(beside).rubric
    if rubric is None:
        yield problem("coverage_without_scheme", scheme=beside.name)
    else:
        yield from coverage.check(passages, rubric)


def tree(text: str) -> dict[str, Any]:
    """The plain values of a file, in the order in which they stand; refuses a text that is no file."""
    reader = _Reader(text)
    root = reader.read()
    for one in reader.problems:
        raise Refused(one)
    value = root.value if root else None
    if not isinstance(value, dict):
        raise Refused(problem("yaml_empty"))
    return value


def listing(text: str) -> list[Any]:
    """The plain values of a file that is a list; refuses a text that is none."""
    reader = _Reader(text)
    root = reader.read()
    for one in reader.problems:
        raise Refused(one)
    value = root.value if root else None
    if not isinstance(value, list):
        raise Refused(problem("yaml_empty"))
    return value


def dumps(value: Mapping[str, object]) -> str:
    """The text of a file that `loads` reads back as it was: keys in their order, numbers exact, words readable."""
    written: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False
    )
    return written


class _Dumper(yaml.SafeDumper):
    """Writes what a person would: no aliases, several lines as a block, quotes only where `loads` needs them."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as the library declares it

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - files have none
        """Write everything in full."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the library's own
        """Set the entries of a list below its name."""
        super().increase_indent(flow, indentless=False)


def _written_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    lines = text.split("\n")
    block = len(lines) > 1 and all(line == line.strip() and line.isprintable() for line in lines)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


def _written_number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    kind = "int" if number == number.to_integral_value() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", show(number))


def _written_list(dumper: yaml.SafeDumper, values: list[object]) -> yaml.SequenceNode:
    short = all(isinstance(value, str) and len(value) <= _SHORT for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


_Dumper.add_representer(str, _written_text)
_Dumper.add_representer(Decimal, _written_number)
_Dumper.add_representer(list, _written_list)
for _kind, _form, _first in (
    ("int", _INTEGER.pattern, [*"-0123456789"]),
    ("float", _DECIMAL.pattern, [*"-0123456789"]),
    ("bool", "true|false", [*"tf"]),
    ("null", "~|null|", [*"~n", ""]),
):
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(rf"(?:{_form})\Z"), _first)


def _nothing(name: str, why: Problem) -> Loaded:
    placed = replace(why, where=Where((), name, 1))
    return Loaded(None, (placed,), "", sha256(b"").hexdigest())


def _place(one: Problem, root: Node | None, name: str) -> Problem:
    where = one.where or Where()
    line = where.line or (root.line_of(where.path) if root else 1)
    return replace(one, where=replace(where, file=name, line=line))


def _once(found: list[Problem]) -> tuple[Problem, ...]:
    """Leave out what is said twice of a line: the points of an item without parts are those of its part."""
    kept: dict[tuple[int, str, str], Problem] = {}
    for one in found:
        kept.setdefault((_line(one), one.code, repr(one.params)), one)
    return tuple(kept.values())


def _line(one: Problem) -> int:
    return (one.where and one.where.line) or 0


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(event: yaml.ScalarEvent) -> object:
    """Quoted is text; plain is a number, true, false or nothing if it looks like that, and text otherwise."""
    text: str = event.value
    if event.style is not None and event.style != "":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text


class _TooDeepError(Exception):
    """The file is nested deeper than any scheme; the problem is already noted."""


class _Reader:
    """One pass over the parser's events, building nodes and collecting what is wrong on the way."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def read(self) -> Node | None:
        """The tree of the one document, or None if there is none that could be read."""
        try:
            roots = [self._node(event, 0) for event in self._events if self._opens(event)]
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            self._wrong(mark.line + 1 if mark else 1, "yaml_syntax", detail=error.problem or "")
            return None
        except yaml.reader.ReaderError as error:
            self._wrong(self._text.count("\n", 0, error.position) + 1, "yaml_syntax", detail=error.reason)
            return None
        except _TooDeepError:
            return None
        if not roots:
            self._wrong(1, "yaml_empty")
            return None
        if len(roots) > 1:
            self._wrong(roots[1].line, "yaml_second_document")
        return roots[0]

    def _opens(self, event: yaml.Event) -> bool:
        return isinstance(event, yaml.NodeEvent)

    def _wrong(self, line: int, code: str, **params: Param) -> None:
        self.problems.append(Problem(code, params, where=Where((), None, line)))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line_of(event)
        if depth > DEEPEST:
            self._wrong(line, "yaml_too_deep", most=DEEPEST)
            raise _TooDeepError
        if isinstance(event, yaml.AliasEvent):
            self._wrong(line, "yaml_alias", name=str(event.anchor))
            return Node(None, line)
        self._refuse_extras(event, line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(line, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(line, depth)
        return Node(_scalar(event), line) if isinstance(event, yaml.ScalarEvent) else Node(None, line)

    def _refuse_extras(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self._wrong(line, "yaml_alias", name=str(event.anchor))
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self._wrong(line, "yaml_tag", tag=str(event.tag))

    def _sequence(self, line: int, depth: int) -> Node:
        children: dict[Step, Node] = {}
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            children[len(children)] = self._node(event, depth + 1)
        return Node([child.value for child in children.values()], line, children)

    def _mapping(self, line: int, depth: int) -> Node:
        children: dict[Step, Node] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            child = self._node(next(self._events), depth + 1)
            child.line = key.line
            if not isinstance(event, yaml.ScalarEvent):
                self._wrong(key.line, "yaml_key_not_text")
            elif event.value in children:
                self._wrong(key.line, "yaml_key_twice", key=event.value, first=children[event.value].line)
            else:
                children[event.value] = child
        return Node({key: child.value for key, child in children.items()}, line, children)
