"""A store with studios, a quarter of monthly sheets with items, what was found, and what was decided about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import SteppedClock
from bot.entities import Comments, FactEntry, Fix, Person, Signature, Split, Studio, YearFund
from bot.reports.score_sheet import Paper
from bot.store import StoreDesk, open_alone
from rubrics.points import show
from tests.bot.outcomes.scenes import NORTHWEST, SIGNED, opened
from tests.kit.program import START

LI = "person0000001"
PAPER = Paper(ZoneInfo("Asia/Shanghai"), lambda _: b"")
NOW = SIGNED + 90 * 86_400_000
_numbers = count(1)


@dataclass
class Town:
    """Studios by number; `lost` sheets are made from items."""

    desk: StoreDesk

    def studio(self, number: int, unit: str = "一矿", **more: object) -> str:
        """Add a studio; returns its id."""
        made = f"studio{number:07}"
        fields = {"id": made, "name": f"张{number}工作室", "unit": unit, "leader": f"张{number}"} | more
        self.desk.studios.add(Studio.model_validate(fields))
        return made

    def sheet(
        self,
        studio: str,
        period: str,
        lost: dict[str, str],
        *,
        rubric: str = NORTHWEST,
        bonus: str = "0",
        strengths: str = "",
    ) -> str:
        """Sign a sheet that lost so much on these items; each loss is to be put right. Returns the assessment."""
        assessment = opened(self.desk, studio, rubric, period, LI)
        scheme = next(each for each in self.desk.library.current() if each.id == rubric)
        items = {item.no: show(item.points - Decimal(lost.get(item.no, "0"))) for item in scheme.items}
        total = sum((Decimal(score) for score in items.values()), Decimal(0))
        figures = {
            "total": show(total),
            "deducted": show(100 - total),
            "bonus": bonus,
            "items": items,
        }
        if strengths:
            self.desk.visits.comment(assessment, Comments(strengths=strengths))
        signature = Signature(person=LI, name="李工", role="head", at=SIGNED)
        self.desk.visits.sign(assessment, signature, assessment.ljust(64, "0"), figures)
        for number, (item, points) in enumerate(lost.items(), 1):
            self.desk.fixes.put(
                Fix(
                    id=f"fix{next(_numbers):09}", studio=studio, assessment=assessment, rubric=rubric, period=period,
                    item=item, letter="a", number=number, points=points, problem="缺记录", clause="少一次扣5分",
                    demand="补记录", due="2026-02-04", opened=SIGNED, changed=SIGNED,
                ),
                LI,
            )  # fmt: skip
        return assessment

    def quarter(self, studio: str, year: int, number: int, *lost: str) -> None:
        """Sign the months of a quarter, each with so much lost on 2.2."""
        for month, points in enumerate(lost, 3 * number - 2):
            self.sheet(studio, f"{year}-{month:02}", {"2.2": points} if points != "0" else {})

    def fact(self, studio: str, period: str, fact: str, note: str = "", rubric: str = NORTHWEST) -> None:
        """Enter a fact."""
        self.desk.outcomes.put_fact(
            FactEntry(
                id=f"fact{next(_numbers):08}",
                studio=studio,
                rubric=rubric,
                period=period,
                fact=fact,
                note=note,
                by=LI,
                at=SIGNED,
            )
        )

    def fund(self, studio: str, year: int, amount: str = "30000") -> None:
        """Enter the fund of a year."""
        self.desk.studios.put_fund(YearFund(studio=studio, year=year, amount=amount, by=LI, at=SIGNED))

    def split(self, judgement: str, due: int, *shares: tuple[str, str]) -> None:
        """Share a lump sum out."""
        given = [
            Split(judgement=judgement, due=due, place=place, name=name, amount=amount, by=LI, at=SIGNED)
            for place, (name, amount) in enumerate(shares, 1)
        ]
        self.desk.outcomes.put_splits(judgement, due, given)


@contextmanager
def town(path: Path) -> Iterator[Town]:
    """A store with somebody who signs, and nothing else where it is new."""
    with open_alone(path, clock=SteppedClock(START)) as alone:
        held: list[StoreDesk] = []
        alone.write(held.append)
        (desk,) = held
        if desk.people.get(LI, SIGNED) is None:
            desk.people.add(Person(id=LI, name="李工"), SIGNED)
        yield Town(desk)
