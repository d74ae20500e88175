"""The people of the standing file's tests: 王海涛 and Anna apply."""

from tests.bot.file.conftest import MINE, anna, chen, li, program, unchanged, wang, zhao

__all__ = ["MINE", "anna", "chen", "li", "program", "unchanged", "wang", "zhao"]
