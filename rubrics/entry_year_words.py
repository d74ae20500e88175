"""Words of everyday speech that stand for the year of a day: 去年5月5日. What a day is, others say."""

from collections.abc import Mapping
from datetime import date
from typing import Final

_BACK: Final[Mapping[str, int]] = {"前年": 2, "去年": 1, "今年": 0, "明年": -1}
"""How many years a word goes back."""
_WIDTH: Final = 2


def year_written(said: str, today: date) -> str:
    """Write the year for 今年, 去年, 前年 and 明年 before a day; any other text stays as it is."""
    text = said.strip()
    back = _BACK.get(text[:_WIDTH])
    return said if back is None else f"{today.year - back}年{text[_WIDTH:].strip()}"
