"""The faces of the walk as small golden texts, to be read beside the sketches; `--refresh` writes them anew."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from bot.changes.visit_forms import kinds_of
from bot.entities.evidence import Kind
from bot.flows.lengths import MAX_DATA, MAX_TEXT, visible_length
from bot.flows.outputs import Face
from bot.flows.walk.card import CardScreen
from bot.flows.walk.contents import ContentsScreen
from bot.flows.walk.finish import FinishScreen
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk
from rubrics import files
from rubrics.model import Item
from rubrics.rules import Asked, Judged, Rule, Shortfall
from tests.bot.flows.samples import ask, at, drawn, note, occurrence, piece, scheme_of, walk

GOLDEN = Path(__file__).parents[2] / "data" / "faces"
CARD, CONTENTS, FINISH = CardScreen(), ContentsScreen(), FinishScreen()
BEFORE_2_2 = "1.1 满\n1.2 满\n2.1 满\n"
DECEMBER = "2025-12"


def award() -> Walk:
    """The sketch of the award rubric: 2.2 with a met, a photo and a note, and last year's score."""
    pieces = (piece(1, "2.2"), piece(2, "2.2"))
    notes = (note(1, "2.2", "台账只记到三月"),)
    return walk(
        "tongliao-2020",
        "2026",
        BEFORE_2_2 + "2.2 a",
        state=at("2.2"),
        pieces=pieces,
        notes=notes,
        previous="4",
    )


def deduct(asks: str | None = None) -> Walk:
    """The sketch of the deduct rubric: 1.3 with a once and b twice, explained but for the last."""
    made = walk("northwest-2025", "2026-03", "1.1 满\n1.2 a\n1.3 a1b2")
    first, second = occurrence(made, "1.3", "a", 1), occurrence(made, "1.3", "b", 1)
    third = occurrence(made, "1.3", "b", 2)
    return replace(
        made,
        state=at("1.3", "reason", "b", third) if asks else at("1.3"),
        pieces=(piece(1, "1.3", at=first), piece(2, "1.3", at=second, caption="三月培训无签到")),
        notes=(note(1, "1.3", "缺课题攻关台账", at=first),),
        reasons=("缺三月记录", "缺签字", "记录过于简单，没有时间、地点和参加人员，看不出做了什么")
        if asks
        else (),
    )


def many() -> Walk:
    """Twelve occurrences, five notes, every kind of evidence: folded, the figures never."""
    made = walk("northwest-2025", DECEMBER, "1.3 b12")
    kinds: tuple[Kind, ...] = ("photo", "document", "voice", "video", "location")
    pieces = tuple(piece(number, "1.3", kind=kind) for number, kind in enumerate(kinds, 1))
    notes = tuple(note(number, "1.3", f"第{number}条说明") for number in range(1, 6))
    return replace(made, state=at("1.3"), pieces=pieces, notes=notes)


FACES: dict[str, Callable[[], Face]] = {
    "award": lambda: CARD.show(award(), ask()),
    "award-en": lambda: CARD.show(award(), ask("en")),
    "award-untouched": lambda: CARD.show(walk("tongliao-2020", "2026", BEFORE_2_2, state=at("2.2")), ask()),
    "award-judged": lambda: CARD.show(
        walk("tongliao-2020", "2026", "3.1 12 成果较多", state=at("3.1")), ask()
    ),
    "award-last": lambda: CARD.show(walk("tongliao-2020", "2026", state=at("5.3")), ask()),
    "ruled": lambda: CARD.show(walk("tongliao-2020", "2026", "2.6 a", state=at("2.6")), ask()),
    "deduct": lambda: CARD.show(deduct(), ask()),
    "deduct-en": lambda: CARD.show(deduct(), ask("en")),
    "deduct-reasons": lambda: CARD.show(deduct("reason"), ask()),
    "deduct-many": lambda: CARD.show(many(), ask()),
    "deduct-hand": lambda: CARD.show(
        walk("northwest-2025", DECEMBER, "1.2 3.5", state=at("1.2", "why")), ask()
    ),
    "deduct-zero-rule": lambda: CARD.show(walk("northwest-2025", DECEMBER, "1.5 a", state=at("1.5")), ask()),
    "deduct-contradiction": lambda: CARD.show(
        walk("northwest-2025", DECEMBER, "2.1 abc1", state=at("2.1")), ask()
    ),
    "deduct-full-asks": lambda: CARD.show(
        walk("northwest-2025", DECEMBER, "1.3 b2", state=at("1.3", "full")), ask()
    ),
    "deduct-score-asks": lambda: CARD.show(walk("northwest-2025", DECEMBER, state=at("1.3", "score")), ask()),
    "partly-this-period": lambda: CARD.show(walk("northwest-2025", "2026-01", state=at("3.3")), ask()),
    "not-this-period": lambda: CARD.show(walk("northwest-2025", "2026-01", state=at("4.1")), ask()),
    "bonus": lambda: CARD.show(walk("northwest-2025", DECEMBER, "5.4 a2", state=at("5.4")), ask()),
    "bonus-discretionary": lambda: CARD.show(
        walk("northwest-2025", DECEMBER, "5.5 a=3 省赛三等奖", state=at("5.5")), ask()
    ),
    "contents": lambda: CONTENTS.show(replace(deduct(), state=at("1.3")), ask()),
    "contents-bonus": lambda: CONTENTS.show(
        walk("northwest-2025", DECEMBER, "5.1 a\n5.4 a2\n2.2 满", state=at("2.2")), ask()
    ),
    "finish": lambda: FINISH.show(replace(deduct(), state=at("1.3")), ask()),
    "finish-en": lambda: FINISH.show(replace(deduct(), state=at("1.3")), ask("en")),
}


MARKED = """\
1.1 a=4b=1.5
1.2 a=2b5 资料不齐
1.3 a=1
1.4 a=87
1.5 abc
2.1 b
2.2 c=2
2.3 a
2.4 n/a
3.1 满
3.2 a2b
4.2 a
5.1 a2
"""
"""Something of every kind in the scheme that holds them all."""
CONDITIONS = "7.1 是\n7.2 28\n7.3 3"
VETO = "3.2 +e 瞒报伤亡"

KINDS: dict[str, tuple[str, WalkState, str, str]] = {
    "judged": ("check", at("1.1"), MARKED, ""),
    "judged-asks": ("check", at("1.1", "amount", "a"), "", ""),
    "discretionary-and-capped": ("check", at("1.2"), MARKED, ""),
    "discretionary-asks": ("check", at("1.2", "amount", "a"), "", ""),
    "shortfall": ("check", at("1.3"), MARKED, ""),
    "step": ("check", at("1.4"), MARKED, ""),
    "step-asks": ("check", at("1.4", "amount", "a"), "", ""),
    "rungs-and-list": ("check", at("1.5"), MARKED, ""),
    "tiers": ("check", at("2.1"), MARKED, ""),
    "levels": ("check", at("2.2"), MARKED, ""),
    "asked": ("check", at("2.3"), MARKED, ""),
    "asked-answered": ("check", at("2.3"), "2.3 ab", ""),
    "left-out": ("check", at("2.4"), MARKED, ""),
    "zero-elsewhere": ("check", at("3.1"), "3.1 a 没有预案", ""),
    "zeroed-from-elsewhere": ("check", at("1.3"), "1.3 a=1\n3.1 a 没有预案", ""),
    "zero-sheet-asks": ("check", at("3.1", "veto", "c"), "", ""),
    "extra-and-factor": ("check", at("3.2"), MARKED, ""),
    "veto-asks": ("check", at("3.2", "veto", "e"), "", ""),
    "vetoed": ("check", at("3.2"), MARKED + VETO, ""),
    "bonus-best-of": ("check", at("4.2"), MARKED, ""),
    "penalty": ("check", at("5.1"), MARKED, ""),
    "veto-fact": ("check", at("6.1"), "6.1 a 业绩造假", ""),
    "gate": ("create", at("7.1"), "", ""),
    "gate-wanted": ("create", at("7.2"), "", ""),
    "gate-measured": ("create", at("7.2"), CONDITIONS, ""),
    "gate-soft-unmet": ("create", at("7.3", "why"), CONDITIONS, ""),
    "gate-exclusion": ("create", at("7.4"), CONDITIONS, ""),
    "gate-not-applicable": ("create", at("7.5"), "7.5 n/a", "school"),
}
"""Form of the visit, what stands on the card, the lines entered before, the type of the studio."""


def kind_of_rule(name: str, language: str) -> Face:
    """A card of the scheme that holds every kind."""
    form, state, lines, variant = KINDS[name]
    made = walk("kinds", "2026-03", lines, state=state, kind=form, variant=variant or "firm")
    return CARD.show(made, ask(language))


def every_kind(state: WalkState, form: str = "check", lines: str = MARKED) -> Walk:
    """A walk with something of every kind in it."""
    return walk("kinds", "2026-03", lines, state=state, kind=form, variant="firm")


for _name, _language in product(KINDS, ("zh-CN", "en")):
    FACES[f"kind-{_name}{'-en' if _language == 'en' else ''}"] = partial(kind_of_rule, _name, _language)
for _language, _end in (("zh-CN", ""), ("en", "-en")):
    FACES |= {
        f"kinds-contents{_end}": partial(CONTENTS.show, every_kind(at("1.3")), ask(_language)),
        f"kinds-finish{_end}": partial(
            FINISH.show, every_kind(at("1.3"), lines=MARKED + VETO), ask(_language)
        ),
        f"gates-contents{_end}": partial(
            CONTENTS.show, every_kind(at("7.3"), "create", CONDITIONS), ask(_language)
        ),
        f"gates-finish{_end}": partial(
            FINISH.show, every_kind(at("7.3"), "create", CONDITIONS), ask(_language)
        ),
    }


@pytest.mark.parametrize("name", FACES)
def test_face(name: str, refresh: bool) -> None:
    """What the screen shows is what the golden text says."""
    said = drawn(FACES[name]())
    path = GOLDEN / f"{name}.txt"
    if refresh:
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")


def test_every_golden_text_has_its_face() -> None:
    """A text that nothing draws any more is not kept."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(FACES)


PERIODS = {"month": "2026-03", "quarter": "2026-Q1", "half": "2026-H1", "year": "2026", "cycle": "2025..2026"}


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("path", files.shipped(), ids=lambda path: path.stem)
def test_every_form_of_every_scheme_can_be_walked(path: Path, language: str) -> None:
    """Each kind of visit for each type of studio: every card, the contents and the check are drawn within the limits."""
    scheme, asked = files.load(path).rubric, ask(language)
    assert scheme
    if scheme.version != files.latest(scheme.id).version:
        return
    variants: list[str | None] = [each.id for each in scheme.variants] or [None]
    for form, variant in product(scheme.sheets or (None,), variants):
        kind = kinds_of(scheme, form)[0]
        made = walk(scheme.id, PERIODS[kind], kind=form.id if form else kind, variant=variant)
        faces = [CARD.show(replace(made, state=at(item)), asked) for item in made.order]
        first = replace(made, state=at(made.order[0]))
        for face in (*faces, CONTENTS.show(first, asked), FINISH.show(first, asked)):
            assert visible_length(face.text) <= MAX_TEXT / 3
            assert all(len(button.data.encode()) <= MAX_DATA for row in face.rows for button in row)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_item_at_its_fullest_stays_within_telegrams_limits(language: str) -> None:
    """Everything counted as often as it can be, 40 notes of 1000 signs, 200 photos, every question open: folded, not cut."""
    asked = ask(language)
    for rubric, period in (("tongliao-2020", "2026"), ("northwest-2025", DECEMBER), ("kinds", "2026-03")):
        scheme = scheme_of(rubric)
        for item in (*scheme.items, *scheme.bonus_items):
            made = walk(rubric, period, most(item))
            ids = [one.id for taken in made.marks(item.no).taken.values() for one in taken]
            pieces = tuple(piece(n, item.no, at=ids[n % len(ids)], caption="<&>" * 300) for n in range(200))
            notes = tuple(
                note(n, item.no, "<&>长" * 250, at=ids[n % len(ids)] if n % 2 else None) for n in range(40)
            )
            reasons = ("<&>长" * 250, "缺" * 1000, "x" * 1000)
            for asks in (None, "score", "amount", "note", "why", "reason", "full", "veto"):
                state = at(item.no, asks, "a", ids[-1])
                face = CARD.show(
                    replace(made, state=state, pieces=pieces, notes=notes, reasons=reasons, previous="4"),
                    asked,
                )
                assert visible_length(face.text) <= MAX_TEXT * 2 / 3
                assert all(len(button.data.encode()) <= MAX_DATA for row in face.rows for button in row)
                assert sum(map(len, face.rows)) <= 40
                assert max(map(len, face.rows)) <= 6


def most(item: Item) -> str:
    """The line that enters every rule of an item as often as it counts, a dozen times where nothing bounds it."""
    best = next((rule for rule in item.rules if rule.pick_one), None)
    marks = "".join(
        f"{rule.letter}={figure(rule)}" if rule.wants_amount else f"{rule.letter}{rule.most or 12}"
        for rule in item.rules
        if rule.ruled_by is None and not rule.by_itself and (not rule.pick_one or rule is best)
    )
    return f"{item.no} {marks}"


def figure(rule: Rule) -> str:
    """A figure that the rule takes."""
    return (
        "1"
        if isinstance(rule, Judged | Shortfall | Asked) and not (isinstance(rule, Judged) and rule.low > 1)
        else "3"
    )
