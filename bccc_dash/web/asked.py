"""What a request to one of the small pages brings along: the fields of its form, where to go next, and from where."""

from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from bccc_dash.domain.errors import Refused
from bccc_dash.web.hosts import is_own_origin

FIELDS, BYTES, LONGEST_WAY = 10, 16_384, 2_000
OWN = "/sign-"
TOO_MUCH = "What was sent is too long for this page. Go back and try again."
FOREIGN = "This was sent by a page of another site, so nothing was done. Open BCCC Dash itself and try again."


async def fields(request: Request) -> dict[str, str]:
    """Return what a form of this server's own page sent, the last value of each field.

    Raises: Refused where another site's page sent it, or it is longer than any of our forms.
    """
    if not is_own_origin(request.headers) or request.headers.get("sec-fetch-site", "none") not in (
        "same-origin",
        "none",
    ):
        raise Refused(FOREIGN)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BYTES:
            raise Refused(TOO_MUCH)
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError as fault:
        raise Refused(TOO_MUCH) from fault


def way_on(text: str) -> str:
    """Return the address on this server to go to, "/" for one that leads elsewhere, back to a door, or is odd."""
    if not text.startswith("/") or len(text) > LONGEST_WAY or not text.isprintable() or "\\" in text:
        return "/"
    try:
        parts = urlsplit(text)
    except ValueError:
        return "/"
    leads_away = bool(parts.scheme or parts.netloc) or text.startswith("//")
    return "/" if leads_away or parts.path.startswith((OWN, "/link/", "/_stcore", "/media/")) else text


def sender(request: Request) -> str | None:
    """Return the network address that the request came from, as far as it is known."""
    return request.client.host if request.client else None
