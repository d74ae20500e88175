"""Vouchers, and a line that becomes a spending: what the list and the entry do alike."""

from __future__ import annotations

from bot.changes.base import Change
from bot.changes.fund.attach import AttachToFund, ExtendFundAlbum
from bot.changes.fund.moves import BookFundMove
from bot.changes.fund.purposes import MoveKind
from bot.entities import Proof
from bot.flows.fund.line import Line
from bot.flows.fund.states import ADD_SCREEN, MOVE_SCREEN, AddState, MoveState
from bot.flows.inputs import SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Say
from bot.flows.proof_files import file_of
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Step
from bot.flows.walk.evidence import fetchable
from bot.problems import Refusal


def kept(
    move: str, studio: str, booked: MoveKind, given: SentFile, ask: Ask, album: Proof | None = None
) -> Change:
    """Return the change that keeps a voucher; refuses what cannot be fetched."""
    fetchable(given)
    file = file_of(given, ask)
    if album is not None:
        return ExtendFundAlbum(piece=album.id, move=album.of, booked=booked, file=file)
    return AttachToFund(
        move=move,
        studio=studio,
        booked=booked,
        kind=given.kind,
        file=file,
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )


def entered(
    line: Line, studio: str, year: int, ask: Ask, given: SentFile | None = None, over: Refusal | None = None
) -> Step:
    """Book what a line says, or go on with the questions where something is wrong, not said, or more than is left."""
    move = ask.mint()
    files = (kept(move, studio, "spending", given, ask),) if given is not None else ()
    if line.wrong is None and not line.open and over is None:
        book = BookFundMove(
            move=move,
            studio=studio,
            year=year,
            kind="spending",
            said=line.said,
            asset=line.asset,
            today=today(ask).isoformat(),
        )
        return Step((book, *files), go=Go(MOVE_SCREEN, MoveState(move=move)), fresh=True)
    state = AddState(
        move=move,
        studio=studio,
        kind="spending",
        year=year,
        said=line.said,
        asset=line.asset,
        step=line.open or "amount",
    )
    said: tuple[Say, ...] = ()
    wrong = line.wrong or over
    if wrong is not None:
        said = (Say(spoken(ask.words, wrong.code, wrong.params, html=True)),)
    return Step(files, go=Go(ADD_SCREEN, state), say=said, fresh=True)
