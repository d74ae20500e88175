"""A workbook that comes in: taken if it can be one, answered at once, read in the background."""

from __future__ import annotations

from typing import Final

from bot.changes.receive_upload import Kind, ReceiveUpload
from bot.flows.inputs import SentFile
from bot.flows.screen import Ask, Go, Step
from bot.flows.uploads.kinds import KINDS, UploadState
from rubrics.draft.limits import FILE, MEGABYTE
from rubrics.problems import Refused, problem

EXCEL: Final = (".xlsx", ".xlsm")
TABLES: Final = (".xls", ".et", ".ett", ".ods", ".csv", ".xlsb", ".numbers")
"""What other programs call theirs."""
NAME: Final = 120
"""Characters of a file's name that are kept."""


def is_excel(given: SentFile) -> bool:
    """Say whether a file calls itself a workbook."""
    return given.kind == "document" and given.file_name.lower().endswith(EXCEL)


def is_table(given: SentFile) -> bool:
    """Say whether a file calls itself a table, of whatever program; `received` answers one that is no workbook."""
    return given.kind == "document" and given.file_name.lower().endswith((*EXCEL, *TABLES))


def received(given: SentFile, ask: Ask, kind: Kind, about: str = "") -> Step:
    """Take a workbook of a kind, sent for something, and go to the screen that shows it; refuses what is none."""
    if not is_excel(given):
        raise Refused(problem("upload_not_excel"))
    if given.size == 0:
        raise Refused(problem("document_empty"))
    if (given.size or 0) > FILE:
        raise Refused(problem("document_too_large", most=FILE // MEGABYTE))
    change = ReceiveUpload(
        upload=ask.mint(),
        kind=kind,
        chat=given.chat,
        file_name=given.file_name[:NAME],
        file_id=given.file_id,
        unique_id=given.unique_id,
        size=given.size,
        about=about,
    )
    return Step((change,), go=Go(KINDS[kind], UploadState(upload=change.upload)), fresh=True)
