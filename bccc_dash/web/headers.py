"""The headers that every answer carries, so that a browser refuses what this product never needs."""

import base64
import hashlib
import importlib.util
import re
from functools import cache
from pathlib import Path

Headers = list[tuple[bytes, bytes]]

_NOWHERE = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), usb=()"
)
# What changes with the records is kept by no browser and no proxy.
_NEVER_STORED = ("/_stcore/", "/media/")


@cache
def security_headers() -> Headers:
    """Return the headers of every answer. Computed once, from the page that the installed Streamlit serves."""
    headers = {
        "content-security-policy": content_security_policy(index_page()),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": _NOWHERE,
        "x-robots-tag": "noindex, nofollow",
    }
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def content_security_policy(page: str) -> str:
    """Return a policy that lets in this server's own files and the inline scripts of `page`, by their hashes.

    No inline script otherwise, no eval, no other host. Styles may be inline: Streamlit writes them so.
    """
    return (
        f"default-src 'none'; script-src 'self' {_inline_hashes(page)}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; connect-src 'self'; "
        "worker-src 'self' blob:; manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _inline_hashes(page: str) -> str:
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def index_page() -> str:
    """Return Streamlit's page without importing Streamlit: this package is plain Starlette."""
    found = importlib.util.find_spec("streamlit")
    if found is None or found.origin is None:  # pragma: no cover - Streamlit is a dependency
        return ""
    return (Path(found.origin).parent / "static" / "index.html").read_text("utf-8")


def with_security(headers: Headers, path: str) -> Headers:
    """Return an answer's headers with ours in place of its own of the same name."""
    ours = security_headers() + ([(b"cache-control", b"no-store")] if _never_stored(headers, path) else [])
    names = {name for name, _ in ours}
    return [(name, value) for name, value in headers if name.lower() not in names] + ours


def _never_stored(headers: Headers, path: str) -> bool:
    html = any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)
    return html or path.startswith(_NEVER_STORED)
