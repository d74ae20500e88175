"""What can be said of a studio, field by field: one reading for the chat, for Excel and for the shell.

Each reader returns the value as it is kept, or refuses with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from bot.entities import Studio, TeamMember
from bot.problems import Refusal
from bot.texts.names import titled
from rubrics.entry_day import day, probable_day
from rubrics.entry_money import money
from rubrics.model import Rubric
from rubrics.notes import Variant
from rubrics.numbering import canonical

LIMITS: Final[Mapping[str, int]] = {"name": 60, "unit": 60, "leader": 30, "level": 20, "named_by": 60}
"""Characters of the fields that are plain words."""
REQUIRED: Final = frozenset({"name", "unit", "leader"})
FIELDS: Final = ("name", "unit", "leader", "level", "named_on", "named_by")
"""Fields of the studio itself, in the order in which they are asked for."""
MEMBERS: Final = 100
MEMBER: Final = 30
HONOURS: Final = 100
_EXAMPLE: Final = date(2024, 5, 1)
_MEMBER: Final = re.compile(r"([^（）()]+?)\s*(?:[（(](.*)[)）])?", re.DOTALL)
_SEPARATORS: Final = ";；、,，\n"


def alike(name: str) -> str:
    """Return a name as it is compared: two that differ only in blanks, width or case are one."""
    return "".join(canonical(name).split())


def text_of(field: str, text: str) -> str:
    """Return plain words on one line, or refuse what is too long, or empty where something must stand."""
    said = " ".join(text.split())
    if not said and field in REQUIRED:
        raise Refusal("studio_empty")
    if len(said) > LIMITS[field]:
        raise Refusal("studio_long", count=len(said), limit=LIMITS[field])
    return said


def date_of(text: str) -> str:
    """Return a day as ISO date; an empty text stays empty."""
    if not text.strip():
        return ""
    found = day(text)
    if found is None:
        raise Refusal("studio_date", value=text.strip()[:40], probable=probable_day(text, _EXAMPLE))
    return found.isoformat()


def value_of(field: str, text: str) -> str:
    """Return the value of a field of the studio itself."""
    return date_of(text) if field == "named_on" else text_of(field, text)


def with_field(studio: Studio, field: str, value: str) -> Studio:
    """Return the studio with a field as it was read."""
    return studio.model_copy(update={field: (value or None) if field == "named_on" else value})


def amount_of(text: str) -> str:
    """Return an amount in yuan as decimal text."""
    found = money(text)
    if found is None:
        raise Refusal("studio_amount", value=text.strip()[:40])
    return f"{found.normalize():f}"


def variant_of(rubric: Rubric, text: str) -> str:
    """Return the id of a type by its id or title in either language; an empty text is no type."""
    said = canonical(text).strip()
    if not said:
        return ""
    for each in rubric.variants:
        if said in {each.id, canonical(each.title), canonical(each.title_en or each.id)}:
            return each.id
    begin = [each.id for each in rubric.variants if canonical(each.title).startswith(said)]
    if len(begin) == 1 and len(said) > 1:
        return begin[0]
    known = tuple(map(titled, rubric.variants))
    raise Refusal("studio_type", value=text.strip()[:40], known=known)


def title_of(variant: Variant, *, english: bool) -> str:
    """Return a type's name."""
    return (english and variant.title_en) or variant.title


# --- the team ------------------------------------------------------------------------------------


def team_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return names with honours: `张三（劳动模范）；李四`; names apart by a sign outside brackets."""
    members = [_member(part) for part in _parts(text) if part.strip()]
    if len(members) > MEMBERS:
        raise Refusal("studio_team_long", count=len(members), limit=MEMBERS)
    return tuple(members)


def team_text(team: Iterable[TeamMember], *, english: bool = False) -> str:
    """Return a team as it is read by `team_of`."""
    apart, first, last = ("; ", " (", ")") if english else ("；", "（", "）")
    return apart.join(
        f"{each.name}{first}{each.honours}{last}" if each.honours else each.name for each in team
    )


def _parts(text: str) -> list[str]:
    """Cut at separators outside brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "（(") - (sign in "）)")
        if depth <= 0 and sign in _SEPARATORS:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _member(part: str) -> tuple[str, str]:
    found = _MEMBER.fullmatch(part.strip())
    name, honours = (" ".join((each or "").split()) for each in found.groups()) if found else ("", "")
    balanced = sum((sign in "（(") - (sign in "）)") for sign in honours) == 0
    if not name or not balanced or len(name) > MEMBER or len(honours) > HONOURS:
        raise Refusal("studio_member", value=part.strip()[:40])
    return name, honours
