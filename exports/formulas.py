"""What the plain formulas of a filled workbook come to, so that programs that do not reckon show it too.

Sums, means, the four operations, comparisons, IF and a few more, in exact decimals. Whatever else stands in a formula
makes its value unknown, never guessed: then nothing is stored, and the program that opens the file reckons.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, DecimalException
from typing import Final, NoReturn

from rubrics.points import show

Scalar = Decimal | str | bool | None
"""What a cell holds; None where it is empty."""
Area = tuple["Scalar", ...]
"""What the cells of a range, or one that is referred to, hold."""

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>\"(?:[^\"]|\"\")*\")"
    r"|(?P<area>(?:(?:'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\w(]))"
    r"|(?P<name>[A-Z]+)\(|(?P<sign><=|>=|<>|[-+*/&=<>(),%]))"
)
_PLACE: Final = re.compile(r"([A-Z]+)(\d+)")
_DEEPEST: Final = 64
_LARGEST: Final = 20_000
"""Cells of a range."""
_PATIENCE: Final = 1_000_000
"""Cells of all ranges of a workbook."""
_DIGITS: Final = 15


class Unknown(Exception):
    """The value cannot be told here."""


def _give_up() -> NoReturn:
    raise Unknown


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells that a formula names, and what they hold."""

    held: Area


Value = Scalar | Reference


class Book:
    """The cells of a workbook: what they hold, and the formulas that are reckoned when asked for."""

    def __init__(
        self, held: Mapping[str, Mapping[str, Scalar]], formulas: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Both by the sheet's name and the cell's address; a cell whose value nobody knows is in neither."""
        self._held = held
        self._formulas = formulas
        self._done: dict[tuple[str, str], Scalar | Unknown] = {}
        self._depth = 0
        self._left = _PATIENCE

    def value(self, sheet: str, address: str) -> Scalar:
        """What a cell comes to; raises `Unknown`."""
        place = (sheet, address)
        if place not in self._done:
            formula = self._formulas.get(sheet, {}).get(address)
            if formula is None:
                return self._held.get(sheet, {}).get(address)
            self._done[place] = self._reckoned(sheet, formula, place)
        found = self._done[place]
        if isinstance(found, Unknown):
            raise found
        return found

    def _reckoned(self, sheet: str, formula: str, place: tuple[str, str]) -> Scalar | Unknown:
        self._done[place] = Unknown()  # as long as it is being reckoned: a circle ends here
        self._depth += 1
        try:
            if self._depth > _DEEPEST:
                _give_up()
            return _single(_Reader(self, sheet, formula).whole())
        except (Unknown, DecimalException, RecursionError):
            return Unknown()
        finally:
            self._depth -= 1

    def area(self, sheet: str, written: str) -> Reference:
        """The cells of `A1`, `B3:B7` or `'另页'!B3`."""
        name, _, cells = written.rpartition("!")
        title = name[1:-1].replace("''", "'") if name.startswith("'") else name or sheet
        if title not in self._held:
            _give_up()
        first, _, last = cells.replace("$", "").partition(":")
        places = list(_places(first, last or first))
        self._left -= len(places)
        if self._left < 0:
            _give_up()
        return Reference(tuple(self.value(title, place) for place in places))


def _places(first: str, last: str) -> Iterator[str]:
    (left, top), (right, bottom) = _corner(first), _corner(last)
    left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
    if (right - left + 1) * (bottom - top + 1) > _LARGEST:
        _give_up()
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield f"{_letters(column)}{row}"


def _corner(address: str) -> tuple[int, int]:
    match = _PLACE.fullmatch(address)
    if match is None:
        _give_up()
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(match[2])


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class _Reader:
    """Reads a formula and reckons on the way: comparison, then &, then sums, then products, then what is single."""

    def __init__(self, book: Book, sheet: str, formula: str) -> None:
        self._book = book
        self._sheet = sheet
        self._tokens = list(_tokens(formula))
        self._at = 0

    def whole(self) -> Value:
        value = self._compared()
        if self._at < len(self._tokens):
            _give_up()
        return value

    def _take(self, *signs: str) -> str:
        """The next token if it is one of these signs, else nothing."""
        if self._at < len(self._tokens) and self._tokens[self._at] in {("sign", sign) for sign in signs}:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return ""

    def _compared(self) -> Value:
        value = self._joined()
        while sign := self._take("=", "<>", "<", ">", "<=", ">="):
            value = _compare(_single(value), sign, _single(self._joined()))
        return value

    def _joined(self) -> Value:
        value = self._added()
        while self._take("&"):
            value = _text(_single(value)) + _text(_single(self._added()))
        return value

    def _added(self) -> Value:
        value = self._multiplied()
        while sign := self._take("+", "-"):
            other = _number(self._multiplied())
            value = _number(value) + (other if sign == "+" else -other)
        return value

    def _multiplied(self) -> Value:
        value = self._signed()
        while sign := self._take("*", "/"):
            other = _number(self._signed())
            value = _number(value) * other if sign == "*" else _number(value) / other
        return value

    def _signed(self) -> Value:
        if sign := self._take("-", "+"):
            value = self._signed()
            return -_number(value) if sign == "-" else value
        value = self._one()
        while self._take("%"):
            value = _number(value) / 100
        return value

    def _one(self) -> Value:
        if self._take("("):
            value = self._compared()
            if not self._take(")"):
                _give_up()
            return value
        if self._at >= len(self._tokens):
            _give_up()
        kind, word = self._tokens[self._at]
        self._at += 1
        if kind == "number":
            return Decimal(word)
        if kind == "text":
            return word[1:-1].replace('""', '"')
        if kind == "area":
            return self._book.area(self._sheet, word)
        if kind == "name":
            return self._called(word)
        _give_up()

    def _called(self, name: str) -> Value:
        function = _FUNCTIONS.get(name)
        if function is None:
            _give_up()
        given = [self._compared()]
        while self._take(","):
            given.append(self._compared())
        if not self._take(")"):
            _give_up()
        return function(given)


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(formula.rstrip())
    while at < end:
        match = _TOKEN.match(formula, at)
        if match is None or match.lastgroup is None:
            _give_up()
        yield match.lastgroup, match[match.lastgroup]
        at = match.end()


# --- values


def _single(value: Value) -> Scalar:
    if not isinstance(value, Reference):
        return value
    if len(value.held) != 1:
        _give_up()
    return value.held[0]


def _number(value: Value) -> Decimal:
    """A value in a sum of one's own: an empty cell is 0, words are none."""
    found = _single(value)
    if isinstance(found, bool):
        return Decimal(found)
    if isinstance(found, str):
        _give_up()
    return Decimal(0) if found is None else found


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        _give_up()
    if isinstance(value, Decimal):
        if len(value.normalize().as_tuple().digits) > 10:  # noqa: PLR2004 - a cell shows as many
            _give_up()
        return show(value)
    return value or ""


def _compare(left: Scalar, sign: str, right: Scalar) -> bool:
    if isinstance(left, str) or isinstance(right, str):
        if sign not in {"=", "<>"} or not all(isinstance(each, str | None) for each in (left, right)):
            _give_up()
        same = str(left or "").casefold() == str(right or "").casefold()
        return same == (sign == "=")
    first, second = _number(left), _number(right)
    return {
        "=": first == second, "<>": first != second, "<": first < second,
        ">": first > second, "<=": first <= second, ">=": first >= second,
    }[sign]  # fmt: skip


def _numbers(given: Sequence[Value]) -> list[Decimal]:
    """All numbers: of cells only what is one counts, words that are given themselves are none."""
    found = []
    for each in given:
        if isinstance(each, Reference):
            found += [held for held in each.held if isinstance(held, Decimal)]
        else:
            found.append(_number(each))
    return found


def _mean(given: Sequence[Value]) -> Decimal:
    found = _numbers(given)
    return sum(found, Decimal(0)) / len(found) if found else _give_up()


def _rounded(given: Sequence[Value], rounding: str) -> Decimal:
    if len(given) != 2:  # noqa: PLR2004 - a number and its places
        _give_up()
    value, places = _number(given[0]), int(_number(given[1]))
    return value.quantize(Decimal(1).scaleb(-places), rounding)


def _if(given: Sequence[Value]) -> Value:
    if len(given) not in {2, 3}:
        _give_up()
    met = _number(given[0]) != 0
    return given[1] if met else given[2] if len(given) == 3 else False  # noqa: PLR2004 - with an otherwise


_FUNCTIONS: Final[dict[str, Callable[[Sequence[Value]], Value]]] = {
    "SUM": lambda given: sum(_numbers(given), Decimal(0)),
    "AVERAGE": _mean,
    "MIN": lambda given: min(_numbers(given), default=Decimal(0)),
    "MAX": lambda given: max(_numbers(given), default=Decimal(0)),
    "COUNT": lambda given: Decimal(len(_numbers(given))),
    "ROUND": lambda given: _rounded(given, ROUND_HALF_UP),
    "ROUNDUP": lambda given: _rounded(given, ROUND_UP),
    "ROUNDDOWN": lambda given: _rounded(given, ROUND_DOWN),
    "ABS": lambda given: abs(_number(given[0])) if len(given) == 1 else _give_up(),
    "IF": _if,
}


def stored(value: Decimal) -> str:
    """A number as a workbook stores it: no finer than its programs reckon."""
    exponent = value.adjusted() - _DIGITS + 1
    rough = (
        value
        if value.as_tuple().exponent in {"n", "N", "F"}
        else value.quantize(Decimal(1).scaleb(max(exponent, int(value.as_tuple().exponent))))
    )
    return show(rough)
