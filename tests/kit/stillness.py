"""Time that only a test moves: how fast a machine is decides nothing."""

from bot.sandbox import StandIn


def stand_still(standin: StandIn) -> None:
    """Let the stand-in's seconds go on by `advance` only: what is too fast for Telegram stays so on a slow machine."""
    clock = standin.world.clock
    begun = clock.elapsed() - clock._ahead
    clock.elapsed = lambda: begun + clock._ahead  # type: ignore[method-assign]
