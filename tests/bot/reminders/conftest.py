"""The program with the people of the other scripts."""

from tests.bot.month.conftest import anna, wang
from tests.bot.walk.conftest import chen, li, program

__all__ = ["anna", "chen", "li", "program", "wang"]
