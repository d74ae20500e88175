"""The people of the standing file's tests: 陈主任 and 孙主席 review what 王海涛 plans."""

from tests.bot.file.conftest import anna, chen, li, program, unchanged, union, wang, zhao

__all__ = ["anna", "chen", "li", "program", "unchanged", "union", "wang", "zhao"]
