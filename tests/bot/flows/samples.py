"""Walks as values: an assessment with lines of quick entry entered, and what was sent for it."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import SteppedClock, to_ms
from bot.entities import Assessment, Evidence, FileRef, Note, Person, Visit
from bot.entities.evidence import Kind
from bot.flows.outputs import Face
from bot.flows.screen import Ask
from bot.flows.walk.places import Asks, WalkState
from bot.flows.walk.reading import Walk
from bot.ports import Marking
from bot.texts import words
from rubrics import files
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.run import run_lines

NOW = to_ms(datetime(2026, 4, 1, 8, 5, tzinfo=UTC))
ID = "aaaaaaaaaaaab"
OWN = Path(__file__).parents[2] / "data" / "rubrics"


def ask(language: str = "zh-CN") -> Ask:
    """李工 asks, on the first of April 2026."""
    who = Person(id="p", name="李工", language=language)
    mint = SteppedClock(datetime(2026, 4, 1, tzinfo=UTC)).new_id
    return Ask(who, words(language), NOW, mint, ZoneInfo("Asia/Shanghai"), 1)


def walk(rubric: str, period: str, lines: str = "", **given: object) -> Walk:
    """An assessment of 张建国工作室 in which these lines were entered; `given` are fields of the walk."""
    scheme = scheme_of(rubric)
    rulings = {each.id: each.shipped for each in scheme.rulings if each.shipped}
    when = Period.parse(period)
    kind = str(given.pop("kind", when.kind))
    variant = given.pop("variant", "research" if rubric == "tongliao-2020" else None)
    marks, problems = run_lines(scheme, lines, when, rulings=rulings)
    assert not problems, problems
    visit = Visit(
        id="v",
        studio="s",
        campaign="c",
        rubric=rubric,
        version=scheme.version,
        period=period,
        kind=kind,
        opened=NOW,
        opened_by="p",
    )
    assessment = Assessment(
        id=ID,
        visit=visit,
        studio="s",
        studio_name="张建国工作室",
        unit="一矿",
        leader="张建国",
        variant=variant,  # type: ignore[arg-type]
        rulings=rulings,
        assumed=tuple(rulings),
        members=("p",),
        state="open",
    )
    state = given.pop("state", WalkState(assessment=ID))
    return Walk(state, assessment, scheme, when, Marking(marks, dict.fromkeys(marks, 1)), **given)  # type: ignore[arg-type]


def scheme_of(rubric: str) -> Rubric:
    """A shipped scheme, or one of the tests' own."""
    own = OWN / f"{rubric}.v1.yaml"
    found = files.load(own).rubric if own.exists() else files.latest(rubric)
    assert found
    return found


def at(item: str, asks: Asks | None = None, letter: str = "", focus: str = "") -> WalkState:
    """Standing on an item, perhaps with an open question."""
    return WalkState(assessment=ID, item=item, asks=asks, letter=letter, focus=focus)


def occurrence(walk: Walk, item: str, letter: str, number: int) -> str:
    """The id of the nth occurrence of a rule."""
    return walk.marks(item).taken[letter][number - 1].id


def piece(
    number: int, item: str, *, at: str | None = None, kind: Kind = "photo", caption: str = ""
) -> Evidence:
    """A piece of evidence of an item, or of one of its occurrences."""
    file = FileRef(id=f"f{number}", file_id="x", unique_id=f"u{number}", size=1, kind=kind)
    return Evidence(
        id=f"e{number}",
        assessment=ID,
        item=item,
        occurrence=at,
        kind=kind,
        number=number,
        files=(file,),
        caption=caption,
        by="p",
        at=NOW,
    )


def note(number: int, item: str, text: str, *, at: str | None = None) -> Note:
    """A person's words on an item, or on one of its occurrences."""
    return Note(id=f"n{number}", assessment=ID, item=item, occurrence=at, text=text, by="p", at=NOW + number)


def drawn(face: Face) -> str:
    """A face as a person sees it: text, then rows of buttons."""
    rows = ["".join(f"[{button.label}]" for button in row) for row in face.rows]
    return "\n".join([face.text, *rows]) + "\n"
