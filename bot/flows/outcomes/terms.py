"""The words of a source about outcomes in the reader's language: as its file says, or as the texts know them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.texts import DEFAULT, TEXTS
from rubrics.model import Rubric
from rubrics.outcome_rules import OutcomeRules
from rubrics.outcomes import Source, rules_of

WORD = "word."

Term = Callable[[str], str]


def terms(rubric: Rubric, language: str) -> Mapping[str, str]:
    """Return the words that a reader of the language needs others for, with these."""
    if language == DEFAULT:
        return {}
    known = {key.removeprefix(WORD): text for key, text in TEXTS[language].items() if key.startswith(WORD)}
    written = {text: english for text, english in _pairs(rubric, rules_of(rubric)) if text and english}
    return known | written


def replaced(text: str, known: Mapping[str, str]) -> str:
    """Return a text in which every one of the words is said in the reader's, the longest first."""
    for term in sorted(known, key=len, reverse=True):
        text = text.replace(term, known[term])
    return text


def _pairs(rubric: Rubric, rules: OutcomeRules) -> Iterator[tuple[str | None, str | None]]:
    sources: tuple[Source, ...] = (*rules.bands, *rules.occasions)
    for source in sources:
        yield source.verdict, source.verdict_en
        for one in source.consequences:
            yield one.who, one.who_en
            yield one.what, one.what_en
            yield one.note, one.note_en
            yield one.unit, one.unit_en
    for fact in rules.facts:
        yield fact.title, fact.title_en
    for ruling in rubric.rulings:
        yield ruling.asks(), ruling.question_en and ruling.asks(english=True)
        for option in ruling.options:
            yield option.text, option.text_en
        if ruling.value:
            yield ruling.value.unit, ruling.value.unit_en
