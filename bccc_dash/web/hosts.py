"""From where, and by which name, the dashboard may be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

OWN_NAMES = frozenset({"127.0.0.1", "localhost"})
NOT_HERE = "BCCC Dash answers only on the machine that it runs on, as http://127.0.0.1 or http://localhost."
NOT_SO = "BCCC Dash answers only by its own address."


@dataclass(frozen=True)
class Hosts:
    """`public` is the host, with its port where it has one, that other machines ask for; None where none may ask."""

    public: str | None = None

    @property
    def sentence(self) -> str:
        """Return what somebody is told who may not ask."""
        return NOT_SO if self.public else NOT_HERE

    def lets_in(self, scope: Scope) -> bool:
        """Return whether the request asks for the public host, or comes from this machine by a name of its own."""
        host = Headers(scope=scope).get("host", "")
        return (self.public is not None and host.lower() == self.public) or is_from_here(scope)


def is_from_here(scope: Scope) -> bool:
    """Return whether both the sender's address and the host name asked for are this machine's."""
    client = scope.get("client")
    return client is not None and _is_loopback(client[0]) and _name(Headers(scope=scope).get("host", "")) in OWN_NAMES


def is_own_origin(headers: Mapping[str, str]) -> bool:
    """Return whether a request or a websocket comes from a page of this very server, or from no page at all."""
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc == headers.get("host")
    except ValueError:
        return False


def _is_loopback(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def _name(host: str) -> str | None:
    """Return the name in a Host header such as localhost:8501 or [::1]:8501; None for anything that is no host."""
    try:
        parts = urlsplit(f"//{host}")
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return parts.hostname if port_is_one and parts.netloc == host and "@" not in host else None
