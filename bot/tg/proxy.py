"""Which HTTP proxy a request goes through: the one that was set, or the one that the environment names.

aiohttp reads the environment anew, in two threads, for every request; here it is read once per address.
"""

from __future__ import annotations

import base64
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

Route = tuple[str | None, dict[str, str] | None]
"""The proxy, and the header that opens it."""

DIRECT: Route = (None, None)


class Routes:
    """Remembers the way to each address."""

    def __init__(self, proxy: str | None = None, *, trust_env: bool = True) -> None:
        """Take a fixed proxy, or the environment's if that may be trusted."""
        self._proxy = proxy
        self._trust_env = trust_env
        self._known: dict[tuple[str, str], Route] = {}

    def to(self, url: str) -> Route:
        """Return the way to a URL."""
        parts = urlsplit(url)
        key = (parts.scheme, parts.hostname or "")
        route = self._known.get(key)
        if route is None:
            route = self._known[key] = self._find(*key)
        return route

    def _find(self, scheme: str, host: str) -> Route:
        if self._proxy is not None:
            return _split(self._proxy)
        if not self._trust_env or proxy_bypass(host):
            return DIRECT
        named = getproxies()
        proxy = named.get(scheme) or named.get("all") or ""
        # aiohttp cannot use a SOCKS proxy; one that is named for other programs must not stop this one.
        return _split(proxy) if proxy.startswith(("http://", "https://")) else DIRECT


def _split(proxy: str) -> Route:
    parts = urlsplit(proxy)
    if parts.username is None:
        return proxy, None
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    secret = base64.b64encode(pair.encode()).decode("ascii")
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return bare, {"Proxy-Authorization": f"Basic {secret}"}
