"""Who walks every screen, and by which commands: all that stand in the menu of their role, so that none is forgotten."""

from bot.entities import Role
from bot.flows.menu import COMMANDS

NO_SCREENS = frozenset({"start", "lang", "cancel", "undo"})
"""What these say stands in scripts of their own; /lang would change what the others say."""


def commands_of(role: Role) -> tuple[str, ...]:
    """Return the commands of a role's menu that lead to screens."""
    return tuple(
        f"/{name}"
        for name, roles in COMMANDS.items()
        if name not in NO_SCREENS and (not roles or role in roles)
    )
