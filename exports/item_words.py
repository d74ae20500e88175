"""What the last column says of an item: how the score came about, the state of every rule, what was noted and shown.

Words only; where they stand is the table's business.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from exports import panel_columns
from exports.labels import Say
from exports.records import EvidenceLine, NoteLine, SheetRecord
from exports.rule_words import state
from rubrics.explain import explanation
from rubrics.points import ZERO, show
from rubrics.sheet import ItemResult, Term

Place = tuple[str, str | None, int | None]
"""Item, letter and which occurrence of it."""


Brief = Callable[[str], str]


def _whole(words: str) -> str:
    return words


class ItemWords:
    """The words for the items of one record."""

    def __init__(self, record: SheetRecord, say: Say) -> None:
        self._say = say
        self._bonus = {item.no for item in record.rubric.bonus_items}
        self._brief: Brief = _whole
        self._panel = record.panel
        self._notes: dict[str, list[NoteLine]] = defaultdict(list)
        self._cited: dict[Place, list[str]] = defaultdict(list)
        for note in record.notes:
            self._notes[note.item].append(note)
        for line in record.evidence:
            cited = self._cited[line.item, line.letter, line.nth]
            if (no := self._say("no", no=line.no)) not in cited:
                cited.append(no)

    def of(self, result: ItemResult, brief: Brief | None = None) -> str:
        """Everything about one item, one statement a line; `brief` shortens a person's words where there is no room."""
        self._brief = brief or _whole
        return "\n".join(
            line
            for line in (
                self._headline(result),
                self._states(result),
                self._criteria(result),
                *self._warnings(result),
                *self._occurrences(result),
                *self._whole_item(result.no),
            )
            if line
        )

    def noted(self, no: str) -> str:
        """What was noted and shown of an item as a whole, one statement a line."""
        return "\n".join(self._whole_item(no))

    def explained(self, result: ItemResult) -> str:
        """The sum that gives the score, as it stands in the flat sheet too."""
        return explanation(result, self._name)

    def _name(self, term: Term) -> str:
        return "" if term.speaks else self._say(f"term_{term.sign}")

    def _headline(self, result: ItemResult) -> str:
        """How the score came about, in one line."""
        if self._panel is not None:
            return panel_columns.told(self._panel, result, self._say, self.explained)
        key = self._without_sum(result)
        return self.explained(result) if key is None else self._say(key) if key else ""

    def _without_sum(self, result: ItemResult) -> str | None:
        """The label that says it better than a sum; "" where there is nothing to say, None where the sum says it."""
        if not result.counted:
            return "not_counted"
        if result.state == "untouched":
            return "" if result.no in self._bonus else "untouched"
        if result.by_hand:
            return "by_hand_exception" if result.exceptional else "by_hand"
        if result.state == "full" and not any(
            rule.count for rule in result.rules if rule.rule.side == "deduct"
        ):
            return f"{result.item.start}_full"
        if result.state == "na" or result.terms:
            return "na" if result.state == "na" else None
        return "award_zero"

    def _states(self, result: ItemResult) -> str:
        """The letters with their state; those that say nothing yet are left out, those of other periods never."""
        if not result.counted or result.state == "na" or self._panel is not None:
            return ""
        later = [rule.letter for rule in result.rules if not rule.counts and not rule.ruled]
        words = [self._say("rules_not_counted", letters=self._join(later))] if later else []
        if not result.by_hand and result.state != "untouched":
            states = (state(rule, result, self._say) for rule in result.rules if rule.letter not in later)
            words[:0] = [words for words in states if words]
        return "　".join(words)

    def _criteria(self, result: ItemResult) -> str:
        """Where the criteria of an item that adds up do not add up to its points, both are said."""
        item = result.item
        if item.start != "award" or any(rule.side == "bonus" or rule.pick_one for rule in item.rules):
            return ""  # of tiers and levels one counts: they add up to nothing
        total = sum(
            (rule.points for rule in item.rules if rule.ruled_by is None and rule.figure is None), ZERO
        )
        if total == item.points:
            return ""
        return self._say("criteria_differ", points=show(item.points), sum=show(total))

    def _warnings(self, result: ItemResult) -> Iterator[str]:
        for warning in result.warnings:
            letters = warning.params.get("letters", ())
            yield self._say(warning.code, letters=self._join(letters if isinstance(letters, tuple) else ()))

    def _occurrences(self, result: ItemResult) -> Iterator[str]:
        """What was noted and shown of single occurrences, in the order of the letters."""
        notes: dict[Place, list[str]] = defaultdict(list)
        for note in self._notes[result.no]:
            if note.letter:
                notes[result.no, note.letter, note.nth].append(note.text)
        places = {place for place in (*notes, *self._cited) if place[0] == result.no and place[1]}
        for place in sorted(places, key=lambda place: (place[1] or "", place[2] or 0)):
            words = self._brief(self._say("semicolon").join(notes[place]))
            yield self._occurrence(result, place, words + self._in_brackets(self._cited.get(place, [])))

    def _occurrence(self, result: ItemResult, place: Place, words: str) -> str:
        _, letter, nth = place
        rule = result.item.rule(letter or "")
        if nth is None or rule is None or not rule.repeats:
            return self._say("nth_plain", letter=letter, words=words)
        unit = rule.unit or self._say("occurrence_unit")
        return self._say("nth", letter=letter, nth=nth, unit=unit, words=words)

    def _whole_item(self, no: str) -> Iterator[str]:
        for note in self._notes[no]:
            if not note.letter:
                yield self._say("note", words=self._brief(note.text))
        if cited := self._cited.get((no, None, None)):
            yield self._say("evidence", cited=self._join(cited))

    def _in_brackets(self, cited: list[str]) -> str:
        return self._say("cited", cited=self._join(cited)) if cited else ""

    def _join(self, words: Iterable[str]) -> str:
        return self._say("comma").join(words)


def evidence_no(line: EvidenceLine, say: Say) -> str:
    """How a piece of evidence is cited: 证3, or 证3（2） for the second file of an album."""
    return say("no", no=line.no) if line.part is None else say("no_part", no=line.no, part=line.part)
