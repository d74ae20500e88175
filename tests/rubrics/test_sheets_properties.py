"""From rows to totals in schemes made at random, against a second computation that is as plain as can be."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rubrics.checks import check
from rubrics.marks import ItemMarks, Occurrence
from rubrics.scoring import score
from tests.kit.sheets import scheme

POINTS = st.sampled_from([Decimal(text) for text in ("1", "2", "3", "7", "9", "2.5", "0.2")])
WEIGHTS = st.sampled_from([Decimal(text) for text in ("10", "20", "33.3", "50")])
PLACES = {"half_up": 1, "down": 2, "half_even": 0}


@st.composite
def schemes(draw):
    """A scheme with any mix of what can happen between rows and total."""
    weighted, rescale = draw(st.booleans()), draw(st.sampled_from([None, True, False]))
    how = draw(st.sampled_from([None, *PLACES]))
    tree = {
        "sections": [_section(draw, no, weighted, rescale) for no in range(1, draw(st.integers(2, 4)))],
        "total_below_zero": draw(st.sampled_from(["floor", "allowed"])),
        "rescale": rescale,
        "rounding": how and {"places": PLACES[how], "how": how},
        "weights": draw(st.sampled_from(["points", "shares"])) if weighted else "points",
    }
    if draw(st.booleans()):
        tree["bonus"] = _bonus(draw)
    if draw(st.booleans()):
        rules = [{"letter": "a", "kind": "each", "points": draw(POINTS), "unit": "次"}]
        tree["penalties"] = {"no": 9, "items": [{"no": "9.1", "rules": rules}]}
    return scheme({name: value for name, value in tree.items() if value is not None})


def _section(draw, no, weighted, rescale):
    items = [_item(draw, f"{no}.{place}", rescale) for place in range(1, draw(st.integers(2, 4)))]
    return {
        "no": no,
        "points": sum(item["points"] for item in items),
        "weight": draw(WEIGHTS) if weighted else None,
        "below_zero": draw(st.sampled_from(["floor", "allowed"])),
        "items": items,
    }


def _item(draw, no, rescale):
    factor = {"kind": "multiplier", "factor": draw(st.sampled_from([Decimal("0.5"), Decimal("0.9")]))}
    extra = {"kind": "extra", "points": draw(POINTS)}
    beyond = draw(
        st.sampled_from(
            [
                None,
                {**extra, "scope": "total"},
                {**extra, "scope": "section"},
                {**factor, "scope": "total"},
                {**factor, "scope": "section"},
                {"kind": "zero", "scope": "section"},
            ]
        )
    )
    rules = [{"letter": "a", "kind": "each", "points": draw(POINTS), "unit": "处"}]
    leave = "leave" if rescale is not None and draw(st.booleans()) else None
    rules += [{"letter": "b", **beyond}] if beyond else []
    return {"no": no, "points": draw(POINTS), "not_applicable": leave, "rules": rules}


def _bonus(draw):
    numbers = [f"8.{place}" for place in range(1, 4)]
    unit = {"letter": "a", "kind": "bonus", "unit": "项"}
    items = [{"no": no, "rules": [{**unit, "points": draw(POINTS)}]} for no in numbers]
    cap = st.none() | POINTS
    group = {
        "id": "g",
        "items": numbers[:2],
        "rule": draw(st.sampled_from(["best", "sum"])),
        "cap": draw(cap),
    }
    groups = draw(st.sampled_from([[], [group]]))
    counted, above = draw(st.sampled_from([(False, False), (True, False), (True, True)]))
    return {"no": 8, "cap": draw(cap), "counted": counted, "above": above, "groups": groups, "items": items}


@st.composite
def assessments(draw):
    """A scheme, and for every item how often its rules were met; None: not looked at, "na": does not apply."""
    rubric = draw(schemes())
    found = {}
    for item in rubric.all_items:
        choices = [None, *(["na"] if item.not_applicable else [])]
        counts = st.fixed_dictionaries({rule.letter: st.integers(0, rule.most or 4) for rule in item.rules})
        found[item.no] = draw(st.sampled_from(choices) | counts)
    return rubric, found


def marks_of(found):
    marks = {}
    for no, met in found.items():
        if met == "na":
            marks[no] = ItemMarks(na=True)
        elif met is not None:
            taken = {
                letter: tuple(Occurrence(id=f"{letter}{one}") for one in range(count))
                for letter, count in met.items()
                if count
            }
            marks[no] = ItemMarks(taken=taken) if taken else ItemMarks(full=True)
    return marks


class Plain:
    """The same total by hand: one list after the other, everything a fraction."""

    def __init__(self, rubric, found, *, best=False):
        self.rubric, self.found, self.best = rubric, found, best
        self.met = {no: met if isinstance(met, dict) else {} for no, met in found.items()}

    def rules(self, items, kind, scope):
        """The rules of a kind on a scope that were met."""
        for item in items:
            for rule in item.rules:
                if rule.kind == kind and rule.scope == scope and self.met[item.no].get(rule.letter):
                    yield rule

    def row(self, item):
        """What an item brings, None where it is left out."""
        met = self.found[item.no]
        if met == "na":
            return None
        if met is None:
            return Fraction(item.points) if self.best else Fraction(0)
        lost = sum(Fraction(rule.points) * met[rule.letter] for rule in item.rules if rule.kind == "each")
        return max(Fraction(item.points) - lost, Fraction(0))

    def section(self, section):
        """What a section brings, and how much of it is left out."""
        rows = [self.row(item) for item in section.items]
        out = sum(Fraction(item.points) for item, row in zip(section.items, rows, strict=True) if row is None)
        earned = sum(row for row in rows if row is not None)
        if any(self.rules(section.items, "zero", "section")):
            earned = Fraction(0)
        for rule in self.rules(section.items, "multiplier", "section"):
            earned *= Fraction(rule.factor)
        for rule in self.rules(section.items, "extra", "section"):
            earned -= Fraction(rule.points)
        if section.below_zero == "floor":
            earned = max(earned, Fraction(0))
        if section.weight is not None:
            of = Fraction(section.points) - (out if self.rubric.rescale else 0)
            earned = earned / of * self.weight(section) if of else Fraction(0)
        return earned, out

    def weight(self, section):
        """Points of the total for full points of the section."""
        whole = sum(Fraction(one.weight) for one in self.rubric.sections)
        return Fraction(section.weight) * (self.most() / whole if self.rubric.weights == "shares" else 1)

    def most(self):
        return sum(Fraction(one.weight or one.points) for one in self.rubric.sections)

    def bonus(self):
        """The points of the bonus section."""
        section = self.rubric.bonus
        if section is None:
            return Fraction(0)
        each = {
            item.no: Fraction(item.rules[0].points) * self.met[item.no].get("a", 0) for item in section.items
        }
        whole = Fraction(0)
        for group in section.groups:
            inside = [each.pop(no) for no in group.items]
            brings = max(inside) if group.rule == "best" else sum(inside)
            whole += brings if group.cap is None else min(brings, Fraction(group.cap))
        whole += sum(each.values())
        return whole if section.cap is None else min(whole, Fraction(section.cap))

    def total(self):
        """The exact total."""
        rubric = self.rubric
        found = [self.section(section) for section in rubric.sections]
        total = sum(earned for earned, _ in found)
        if rubric.rescale:
            worth = [
                (Fraction(one.weight), Fraction(one.weight) if one.points > out else Fraction(0))
                if one.weight
                else (Fraction(one.points), Fraction(one.points) - out)
                for one, (_, out) in zip(rubric.sections, found, strict=True)
            ]
            whole, applies = (sum(column) for column in zip(*worth, strict=True))
            total = total / applies * whole if applies else Fraction(0)
        for rule in self.rules(rubric.items, "multiplier", "total"):
            total *= Fraction(rule.factor)
        for rule in self.rules(rubric.items, "extra", "total"):
            total -= Fraction(rule.points)
        if rubric.bonus and rubric.bonus.counted:
            more = total + self.bonus()
            total = more if rubric.bonus.above else min(more, max(self.most(), total))
        for item in rubric.penalty_items:
            total -= Fraction(item.rules[0].points) * self.met[item.no].get("a", 0)
        return max(total, Fraction(0)) if rubric.total_below_zero == "floor" else total


def close(shown, exact, rubric):
    """Whether an amount was rounded as the scheme says, and only then."""
    if rubric.rounding is None:
        return abs(Fraction(shown) - exact) <= Fraction(1, 2_000_000)
    unit = Fraction(1, 10**rubric.rounding.places)
    away = Fraction(shown) - exact
    if (Fraction(shown) / unit).denominator != 1:
        return False
    if rubric.rounding.how == "down":
        return -unit < away <= 0 if exact >= 0 else 0 <= away < unit
    half = abs(away) == unit / 2
    up = abs(Fraction(shown)) >= abs(exact) if rubric.rounding.how == "half_up" else not (shown / 2 % 1)
    return abs(away) <= unit / 2 and (not half or up)


@given(assessments())
def test_the_total_is_that_of_the_plain_computation(made):
    rubric, found = made
    sheet = score(rubric, marks_of(found))
    assert sheet.exact == Plain(rubric, found).total()
    assert close(sheet.total, sheet.exact, rubric)
    assert sheet.bonus == Plain(rubric, found).bonus()


@given(assessments())
def test_what_is_reachable_is_the_total_with_every_open_row_in_order(made):
    rubric, found = made
    sheet = score(rubric, marks_of(found))
    wiped = {
        item.no
        for section in rubric.sections
        if any(Plain(rubric, found).rules(section.items, "zero", "section"))
        for item in section.items
    }
    assert close(sheet.reachable, Plain(rubric, found, best=True).total(), rubric)
    assert sheet.reachable >= sheet.total
    assert sheet.provisional == any(found[item.no] is None and item.no not in wiped for item in rubric.items)


@given(assessments())
def test_every_figure_shown_adds_up_exactly(made):
    rubric, found = made
    sheet = score(rubric, marks_of(found))
    assert sheet.total == sum((one.score for one in sheet.sections), Decimal(0)) + sum(
        (one.points for one in sheet.adjustments), Decimal(0)
    )
    for section, result in zip(rubric.sections, sheet.sections, strict=True):
        rows = sum((sheet.score(item.no) for item in section.items), Decimal(0))
        assert result.earned == rows + sum((one.points for one in result.adjustments), Decimal(0))
        assert result.weight is not None or result.score == result.earned
    for row in (*sheet.items, *sheet.bonus_items, *sheet.penalty_items):
        assert sum((term.value for term in row.terms), Decimal(0)) == (row.score or 0)


@given(assessments())
def test_the_order_of_marks_moves_nothing_and_points_stay_in_bounds(made):
    rubric, found = made
    marks = marks_of(found)
    sheet = score(rubric, marks)
    assert score(rubric, dict(reversed(marks.items()))) == sheet
    for row in sheet.items:
        assert 0 <= (row.score or 0) <= row.points
    floor = rubric.total_below_zero == "floor"
    assert not floor or sheet.total >= 0
    above = rubric.bonus and rubric.bonus.above
    unit = Fraction(1, 10 ** (rubric.rounding.places if rubric.rounding else 6))
    assert above or sheet.total <= Plain(rubric, found).most() + unit


@given(schemes())
def test_what_these_schemes_may_say_is_checked_without_falling_over(rubric):
    codes = {one.code for one in check(rubric)}
    assert "quote_missing" in codes
    if rubric.rescale is None:
        assert "rescale_unsaid" not in codes
    if rubric.rescale and not rubric.rounding and any(item.not_applicable for item in rubric.items):
        assert "rounding_unsaid" in codes
