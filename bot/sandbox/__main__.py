"""`python -m bot.sandbox --port 8899`: the stand-in alone with two persons, to look at the chat page."""

import argparse
import asyncio
import sys

from .server import StandIn


async def serve(port: int) -> None:
    """Serve until interrupted."""
    standin = StandIn()
    standin.set_hints(
        ["这里没有机器人。", "发送的消息会显示在聊天里。", "左边可以换人。"],
        ["No bot is connected.", "What you send appears in the chat.", "Choose another person at the side."],
    )
    standin.phone("李工", about="考核人员", start="sample-invitation")
    standin.phone("Anna", "en", about="Coordinator")
    await standin.start(port)
    sys.stdout.write(f"{standin.url}/  Bot API: {standin.url}/bot{standin.token}/\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await standin.close()


def main() -> None:
    """Parse the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox")
    parser.add_argument("--port", type=int, default=8899)
    try:
        asyncio.run(serve(parser.parse_args().port))
    except KeyboardInterrupt:
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
