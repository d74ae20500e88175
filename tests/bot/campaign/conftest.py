"""The people of the scripts of campaigns: as for appeals."""

from tests.bot.appeal.conftest import anna, chen, li, program, sun, unchanged, wang, zhao, zhou

__all__ = ["anna", "chen", "li", "program", "sun", "unchanged", "wang", "zhao", "zhou"]
