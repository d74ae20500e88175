"""setWebhook, deleteWebhook, getWebhookInfo: checked and stored; nothing is delivered to a webhook."""

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.call import Call
from bot.sandbox.errors import Refusal, too_many

Json = dict[str, Any]
PORTS = frozenset({80, 88, 443, 8443})
MAX_SECRET = 256
SECRET = re.compile(r"[A-Za-z0-9_-]*$")
DEFAULT_CONNECTIONS = 40


def set_webhook(call: Call) -> bool:
    """Set the address that updates go to, or remove it with an empty one."""
    now = call.world.clock.elapsed()
    if now - call.bot.webhook_set_at < 1:
        raise too_many(1)
    url = call.params.get("url", "")
    if not url:
        return delete_webhook(call)
    _check_url(url)
    secret = call.params.get("secret_token", "")
    if len(secret) > MAX_SECRET:
        raise Refusal.SECRET_TOO_LONG.error()
    if not SECRET.match(secret):
        raise Refusal.SECRET_CHARACTERS.error()
    call.bot.webhook_set_at = now
    call.bot.updates.allow(call.params.get("allowed_updates"))
    call.bot.webhook = {
        "url": url,
        "max_connections": call.params.get("max_connections", DEFAULT_CONNECTIONS),
    }
    if call.params.get("drop_pending_updates"):
        call.bot.updates.clear()
    call.bot.updates.interrupt(Refusal.BY_SET_WEBHOOK)
    return True


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = parts.hostname or "", parts.port or 443
    except ValueError:
        raise Refusal.WEBHOOK_URL.error() from None
    if not host or " " in url:
        raise Refusal.WEBHOOK_URL.error()
    if parts.scheme != "https":
        raise Refusal.WEBHOOK_NO_HTTPS.error()
    if port not in PORTS:
        raise Refusal.WEBHOOK_PORT.error()
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        return
    if not address.is_global:
        raise Refusal.WEBHOOK_RESERVED.error(address=address)


def delete_webhook(call: Call) -> bool:
    """Go back to getUpdates."""
    call.bot.webhook = {}
    if call.params.get("drop_pending_updates"):
        call.bot.updates.clear()
    return True


def get_webhook_info(call: Call) -> Json:
    """Return the webhook and how many updates wait."""
    info = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.updates),
        **call.bot.webhook,
    }
    if call.bot.updates.allowed is not None:
        info["allowed_updates"] = sorted(call.bot.updates.allowed)
    return info
