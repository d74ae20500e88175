"""What is said of a studio in words: its fields by name, its types, funds and team as lines."""

from __future__ import annotations

from bot.changes.studio_fields import title_of
from bot.entities import Studio, YearFund
from bot.flows.html import escape
from bot.texts import Words
from rubrics.model import Rubric


def field_name(key: str, words: Words) -> str:
    """Return the name of a field; all types are one, and all funds."""
    kind = key.partition(":")[0]
    return words(f"studio.field.{'types' if kind == 'type' else kind}")


def is_english(words: Words) -> bool:
    """Say whether these texts are the English ones."""
    return words("language.code") == "en"


def type_name(studio: Studio, rubric: Rubric, words: Words) -> str:
    """Return the type of a studio in a rubric, or that it is open."""
    chosen = studio.types.get(rubric.id)
    found = next((each for each in rubric.variants if each.id == chosen), None)
    if found is None:
        return escape(chosen) if chosen else words("studio.no_type")
    return escape(title_of(found, english=is_english(words)))


def fund_name(fund: YearFund, words: Words) -> str:
    """Return the fund of a year."""
    return words("studio.fund", year=fund.year, amount=fund.amount)


def leader_word(studio: Studio, rubrics: tuple[Rubric, ...], words: Words) -> str:
    """Return the word for the leader of the rubric in which the studio has a type; the usual one where none says."""
    of = next((each for each in rubrics if each.id in studio.types), None)
    if of is None:
        return words("studio.leader_word")
    said = (of.leader_en or words("studio.leader_word")) if is_english(words) else of.leader
    return escape(said[:1].upper() + said[1:])
