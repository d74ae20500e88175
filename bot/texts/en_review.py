"""English: signed sheets looked at by the coordinator, sent back, signed anew, and verified."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # scorewalk verify
    "verify.same": "This is the sheet that was signed: {studio} · {period} · check code {code}.",
    "verify.same_unsealed": "This is the sheet that was signed: {studio} · {period} · check code {code}; its files are not sealed yet.",
    "verify.differs": "It differs from the signed sheet, places: {count} · {studio} · {period} · check code {code}.",
    "verify.unknown": "This sheet is not known here. Make sure that it was exported by this installation, and signed.",
    "verify.unknown.printed": "The check code printed on it is {code}; the file does not hold the whole one.",
    "verify.item": "({item})",
    "verify.value": "{cell}: signed {signed}, in the file {given}",
    "verify.formula": "{cell}: signed as the formula {signed}, in the file {given}",
    "verify.format": "{cell}: signed with the number format {signed}, in the file {given}",
    "verify.row_gone": "{cell}: this row is gone, signed {signed}",
    "verify.row_new": "{cell}: a row was added: {given}",
    "verify.sheet_gone": "{cell}: this tab is gone",
    "verify.sheet_new": "{cell}: a tab was added",
    "verify.sheet_renamed": "{cell}: this tab is called {given} now",
    "verify.hidden": "{cell}: hidden",
    "verify.merged": "{cell}: cells were merged",
    "verify.unmerged": "{cell}: merged cells were divided",
    "verify.code": "{cell}: signed with the full code {signed}, in the file {given}",
}
