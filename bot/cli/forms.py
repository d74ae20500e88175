"""`scorewalk export recommendation`, `application` and `applications`: the papers of applications."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.archives import Split, order_of, rubric_in, write_files
from bot.cli.base import help_of, say
from bot.cli.options import MaybePeriod, MaybeRubric, MaybeStudio, OfPeriod, OfRubric, OutFile
from bot.entities import Application
from bot.flows.export.order import Order
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import tracks
from rubrics.periods import Period
from rubrics.problems import Refused, problem

if TYPE_CHECKING:
    from bot.reports.bench import Bench, Made

OfTrack = Annotated[str | None, typer.Option("--track", metavar="T", help=help_of("cli.help.track"))]
OnlyFinal = Annotated[bool, typer.Option("--final", help=help_of("cli.help.final"))]
OfApplication = Annotated[
    str | None, typer.Option("--application", metavar="ID", help=help_of("cli.help.application"))
]


def register(group: typer.Typer) -> None:
    """Add the commands to the group of exports."""
    group.command("recommendation", help=help_of("cli.help.export_recommendation"))(export_recommendation)
    group.command("application", help=help_of("cli.help.export_application"))(export_application)
    group.command("applications", help=help_of("cli.help.export_applications"))(export_applications)


def export_recommendation(
    out: OutFile, rubric: OfRubric, period: OfPeriod, track: OfTrack = None, *, final: OnlyFinal = False
) -> None:
    """Write the lists of those that were recommended, or of those that were selected."""
    from bot.reports.exports import DRAWERS

    order = _of_round("selection" if final else "recommendation", rubric, period)

    def draw(desk: Desk, bench: Bench) -> Iterable[Made]:
        known = tuple(each.id for each in tracks(rubric_in(desk, rubric)))
        if track is not None and track not in known:
            raise Refused(problem("sheet_variant_unknown", variant=track, known=known))
        return DRAWERS[order.kind](desk, order.model_copy(update={"track": track or ""}), bench)

    write_files(out, None, draw)


def export_application(
    out: OutFile,
    application: OfApplication = None,
    studio: MaybeStudio = None,
    rubric: MaybeRubric = None,
    period: MaybePeriod = None,
    split: Split = None,
) -> None:
    """Write a whole application as a package."""
    from bot.reports.exports import DRAWERS

    place = (studio, rubric, period)
    if (application is None) == (None in place) or (application is not None and any(place)):
        raise typer.BadParameter(say()("cli.wrong.which_application"))

    def draw(desk: Desk, bench: Bench) -> Iterable[Made]:
        found = _found(desk, application) if application else _at(desk, *(each or "" for each in place))
        order = order_of("application", found.rubric, str(found.year))
        more = {"studio": found.studio, "application": found.id}
        return DRAWERS["application"](desk, order.model_copy(update=more), bench)

    write_files(out, split, draw)


def export_applications(out: OutFile, rubric: OfRubric, period: OfPeriod, split: Split = None) -> None:
    """Write all applications of a year that were handed in as packages in one."""
    from bot.reports.exports import DRAWERS

    order = _of_round("application", rubric, period)

    def draw(desk: Desk, bench: Bench) -> Iterable[Made]:
        rubric_in(desk, rubric)
        return DRAWERS["application"](desk, order, bench)

    write_files(out, split, draw)


def _of_round(kind: str, rubric: str, period: str) -> Order:
    return order_of(kind, rubric, str(_year(period)))


def _year(period: str) -> int:
    from bot.reports.papers import refuse_kind

    found = Period.parse(period)
    refuse_kind(found, ("year",))
    return found.start.year


def _found(desk: Desk, application: str) -> Application:
    found = desk.applications.get(application)
    if found is None or found.matter != "name":
        raise Refusal("application_unknown", application=application)
    return found


def _at(desk: Desk, studio: str, rubric: str, period: str) -> Application:
    """Return the application of a studio in a year: the one under way, else the one that was changed last."""
    from bot.changes.applying.checks import AGAIN

    known = desk.studios.named(studio) or desk.studios.get(studio)
    if known is None:
        raise Refusal("studio_unknown", name=studio)
    year = _year(period)
    mine = [
        each
        for each in desk.applications.of_round(rubric_in(desk, rubric).id, year)
        if each.studio == known.id
    ]
    if not mine:
        raise Refusal("export_no_application", studio=known.name, period=str(year))
    return max(mine, key=lambda one: (one.state not in AGAIN, one.changed))
