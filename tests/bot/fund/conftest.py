"""The people of the standing file's tests; 孙主席 looks after the fund."""

from tests.bot.file.conftest import anna, chen, li, program, unchanged, union, wang

__all__ = ["anna", "chen", "li", "program", "unchanged", "union", "wang"]
