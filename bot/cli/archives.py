"""`scorewalk export evidence`, `sheets` and `own-form`: packages, and a workbook of one's own filled with figures."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli.base import PROBLEMS, complain, help_of, language, say, settings
from bot.cli.options import MaybePeriod, MaybeRubric, MaybeStudio, MaybeVisit, OfPeriod, OfRubric, OutFile
from bot.cli.places import Place, checked, visited
from bot.clock import SystemClock, to_ms
from bot.flows.export.order import Order
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period

if TYPE_CHECKING:
    from bot.reports.bench import Bench, Made
    from rubrics.model import Rubric

Split = Annotated[int | None, typer.Option("--split", min=1, metavar="MB", help=help_of("cli.help.split"))]
WithForm = Annotated[str, typer.Option("--form", metavar="FORM", help=help_of("cli.help.own_form"))]
_POLITE: Final = 5
_MEGA: Final = 1_000_000


def register(group: typer.Typer) -> None:
    """Add the commands to the group of exports."""
    group.command("evidence", help=help_of("cli.help.export_evidence"))(export_evidence)
    group.command("sheets", help=help_of("cli.help.export_sheets"))(export_sheets)
    group.command("own-form", help=help_of("cli.help.export_own_form"))(export_own_form)


def export_evidence(
    out: OutFile,
    visit: MaybeVisit = None,
    studio: MaybeStudio = None,
    rubric: MaybeRubric = None,
    period: MaybePeriod = None,
    split: Split = None,
) -> None:
    """Write the evidence of a visit as a package."""
    place: Place = (studio, rubric, period)
    checked(visit, place)
    from bot.reports import archive

    def draw(desk: Desk, bench: Bench) -> Iterable[Made]:
        found = visited(desk, visit, place)
        order = order_of("evidence", found.visit.rubric, found.visit.period)
        return archive.write(desk, found, order, bench)

    write_files(out, split, draw)


def export_sheets(out: OutFile, rubric: OfRubric, period: OfPeriod, split: Split = None) -> None:
    """Write the signed score sheets of a period as a package."""
    from bot.reports.exports import DRAWERS

    order = order_of("sheet", rubric, str(Period.parse(period)))
    write_files(out, split, lambda desk, bench: DRAWERS["sheet"](desk, order, bench))


def export_own_form(
    out: OutFile,
    form: WithForm,
    visit: MaybeVisit = None,
    studio: MaybeStudio = None,
    rubric: MaybeRubric = None,
    period: MaybePeriod = None,
) -> None:
    """Fill a workbook for a visit, or for every signed sheet of a period."""
    place: Place = (studio, rubric, period)
    whole = visit is None and studio is None and rubric is not None and period is not None
    if not whole:
        checked(visit, place)
    from bot.reports.own_form import Filler, open_form

    def draw(desk: Desk, bench: Bench) -> Iterable[Made]:
        data, name = _form(desk, form, bench)
        if whole:
            order = order_of("own-form", rubric or "", str(Period.parse(period or "")))
            _check(data, rubric_in(desk, order.rubric))
            return Filler(open_form(data), name, bench).every(desk, order)
        found = visited(desk, visit, place)
        _check(data, desk.library.get(found.visit.rubric, found.visit.version))
        order = order_of("own-form", found.visit.rubric, found.visit.period)
        return (Filler(open_form(data), name, bench).one(desk, order, found),)

    write_files(out, None, draw)


def order_of(kind: str, rubric: str, period: str) -> Order:
    """Return an order of whoever has the shell."""
    return Order(kind=kind, rubric=rubric, period=period, language=language())


def rubric_in(desk: Desk, rubric: str) -> Rubric:
    """Return a rubric by its id, or refuse with those that there are."""
    known = desk.library.current()
    found = next((each for each in known if each.id == rubric), None)
    if found is None:
        raise Refusal("paper_no_rubric", rubric=rubric, known=tuple(each.id for each in known))
    return found


def _form(desk: Desk, form: str, bench: Bench) -> tuple[bytes, str]:
    """Return a form that is a file, or one that a coordinator keeps in the bot by its name."""
    path = Path(form)
    if path.is_file():
        return path.read_bytes(), path.name
    kept = next((each for each in desk.own_forms.all() if form in {each.name, each.id}), None)
    if kept is None:
        raise Refusal("form_unknown", name=form, known=tuple(each.name for each in desk.own_forms.all()))
    with bench.open(kept.sha256) as stored:
        return stored.read(), kept.name


def _check(data: bytes, rubric: Rubric) -> None:
    """Name every mark that means nothing; one is enough to fill nothing."""
    from bot.reports.own_form import problems
    from rubrics.draft.sources import package

    package.kind(data)
    wrong = problems(data, rubric)
    for each in wrong:
        params: dict[str, object] = {"place": each.place}
        if each.hints:
            hints = tuple("{{" + hint + "}}" for hint in each.hints)
            name = "probable" if each.code == "form_word" else "known"
            params |= {"mark": each.mark, name: hints}
        complain(each.code, params)
    if wrong:
        raise typer.Exit(PROBLEMS)


def write_files(out: Path, split: int | None, draw: Callable[[Desk, Bench], Iterable[Made]]) -> None:
    """Draw into a folder beside the file, then put what was made in its place, all of it or nothing."""
    from bot.media.folder import Stored
    from bot.reports.bench import UNLIMITED, Bench
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    with suppress(OSError):
        os.nice(_POLITE)  # nobody's tap waits for a file
    chosen = settings()
    stored = Stored(chosen.media_dir)
    with _beside(out) as into, open_reader(chosen.database) as desk:
        bench = Bench(
            paper=Paper(chosen.zone, stored.read),
            open=stored.open,
            into=into,
            now=to_ms(SystemClock().now()),
            largest=split * _MEGA if split else UNLIMITED,
        )
        made = tuple(draw(desk, bench))
        for each in made:
            _fits(each, out)
        for number, each in enumerate(made, 1):
            target = out if len(made) == 1 else out.with_name(f"{out.stem}-{number}{out.suffix}")
            _put(each, target)


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    try:
        folder = tempfile.mkdtemp(dir=out.absolute().parent)
    except OSError as error:
        raise Refusal("out_unwritable", path=str(out)) from error
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fits(made: Made, out: Path) -> None:
    """Refuse a name that lets another program open the file; one without any ending may be meant."""
    ending = Path(made.name).suffix
    if out.suffix and out.suffix.lower() != ending:
        raise Refusal("out_ending", path=str(out), ending=ending)


def _put(made: Made, target: Path) -> None:
    size = made.path.stat().st_size // 1024 + 1
    try:
        made.path.replace(target)
    except OSError as error:
        raise Refusal("out_unwritable", path=str(target)) from error
    typer.echo(say()("cli.export.done", path=target, size=size), err=True)
    if made.note:
        typer.echo(made.note, err=True)
