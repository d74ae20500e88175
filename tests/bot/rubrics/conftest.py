"""An installation with two studios: 陈主任 who coordinates, 李工 who assesses."""

from tests.bot.walk.conftest import chen, li, program, unchanged

__all__ = ["chen", "li", "program", "unchanged"]
