"""A data folder without a chat: the samples, one visit opened, scored and signed by its changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot import samples
from bot.changes import (
    AttachEvidence,
    Change,
    Comment,
    MarkItem,
    Moment,
    OpenVisit,
    SettleFile,
    Sign,
    WriteNote,
    make,
)
from bot.changes.sign import digest
from bot.clock import SteppedClock, to_ms
from bot.entities import Evidence, FileRef, Place
from bot.media.folder import Folder
from bot.store import StoreDesk, open_alone
from rubrics import files
from rubrics.marks import EMPTY
from rubrics.periods import Period
from rubrics.run import run_lines
from tests.kit.cases import TONGLIAO_71
from tests.kit.installed import installed
from tests.kit.pictures import jpeg

VISIT = "visit00000001"
ASSESSMENT = "assess0000001"
FOURTH_CASE = """\
1.1 a
1.2 a2
1.3 a1b2
1.4 a3
1.5 b
2.1 abc
2.2 ab
2.3 满
3.1 b2
3.2 ab
3.3 a2b
4.1 满
4.2 a
5.1 a
5.4 a2
"""


@dataclass
class Office:
    """An installation on which no bot runs."""

    folder: Path
    clock: SteppedClock

    @property
    def environment(self) -> dict[str, str]:
        """What a command of the program is told."""
        return {
            "SCOREWALK_DATA_DIR": str(self.folder),
            "SCOREWALK_TOKEN": "",
            "SCOREWALK_LANGUAGE": "en",
            "SCOREWALK_TIMEZONE": "Asia/Shanghai",
        }

    @contextmanager
    def desk(self) -> Iterator["Acting"]:
        """Write to it as the assessor."""
        with open_alone(self.folder / "scorewalk.db", clock=self.clock) as alone:
            yield Acting(self, alone.write)

    def furnish(self) -> None:
        """Load the samples."""
        installed(self.folder / "scorewalk.db", self.clock.now())
        with open_alone(self.folder / "scorewalk.db", clock=self.clock) as alone:
            alone.write(lambda desk: samples.load(desk, self.clock))

    def signed(self, *, lines: str = TONGLIAO_71, photo: bool = False) -> str:
        """Score and sign the visit; with a photo that is still being fetched. Returns the visit."""
        self.furnish()
        with self.desk() as acting:
            acting.opened()
            acting.marks(lines)
            acting.make(WriteNote(assessment=ASSESSMENT, item="2.2", text="=1+1 缺维护记录"))
            acting.make(Comment(assessment=ASSESSMENT, field="strengths", text="台账齐全"))
            if photo:
                acting.photo()
            acting.sign()
        return VISIT


class Acting:
    """Changes made one after the other by the sample assessor, or by the program itself."""

    def __init__(self, office: Office, write) -> None:
        self._office = office
        self._write = write

    def make(self, change: Change, *, program: bool = False) -> None:
        clock = self._office.clock
        now = to_ms(clock.now())

        def apply(desk: StoreDesk) -> None:
            person = None if program else desk.people.by_account(samples.PEOPLE[0].account, now)
            make(desk, change, Moment(now, person, clock.new_id))

        self._write(apply)

    def opened(self, rubric: str = "tongliao-2020", period: str = "2025") -> None:
        self.make(
            OpenVisit(
                visit=VISIT,
                assessment=ASSESSMENT,
                studio=samples.STUDIOS[0].id,
                rubric=rubric,
                version=1,
                period=period,
                variant="skills" if rubric == "tongliao-2020" else None,
            )
        )

    def marks(self, lines: str, rubric: str = "tongliao-2020", period: str = "2025") -> None:
        marks, problems = run_lines(files.latest(rubric), lines, Period.parse(period))
        assert not problems
        for item, after in marks.items():
            self.make(MarkItem(assessment=ASSESSMENT, item=item, before=EMPTY, after=after))

    def photo(self) -> None:
        """An album of two and a place; nothing is fetched yet."""
        file = FileRef(
            id="file000000001", file_id="F1", unique_id="U1", size=900, mime="image/jpeg", kind="photo"
        )
        self.make(
            AttachEvidence(
                assessment=ASSESSMENT,
                item="2.1",
                kind="photo",
                file=file,
                caption="场所",
                chat=1,
                received=1_767_578_400_000,
            )
        )
        self.make(
            AttachEvidence(
                assessment=ASSESSMENT,
                item="2.1",
                kind="location",
                place=Place(latitude="43.61", longitude="122.26"),
                chat=1,
                received=1_767_578_400_000,
            )
        )

    def fetched(self, *, failure: str | None = None) -> None:
        """The photo came in, or cannot be had."""
        if failure:
            self.make(SettleFile(file="file000000001", state="failed", failure=failure), program=True)
            return
        picture = jpeg(0)
        sha256 = Folder(self._office.folder / "media").put_bytes(picture)
        self.make(
            SettleFile(file="file000000001", state="stored", sha256=sha256, size=len(picture)), program=True
        )

    def sign(self) -> None:
        def code(desk: StoreDesk) -> str:
            found = desk.visits.assessment(ASSESSMENT)
            assert found
            return digest(desk, found)

        self.make(Sign(assessment=ASSESSMENT, digest=self._write(code)))


def office(folder: Path) -> Office:
    """A new installation at ten in the morning of a Monday in Shanghai."""
    return Office(folder, SteppedClock(datetime(2026, 1, 5, 2, 0, tzinfo=UTC)))


__all__ = ["ASSESSMENT", "FOURTH_CASE", "TONGLIAO_71", "VISIT", "Acting", "Evidence", "Office", "office"]
