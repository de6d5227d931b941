"""A browser in a few lines: one request, or one websocket, straight into an ASGI app."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.datastructures import Headers

from bccc_dash.commands.sessions import SignedIn
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.domain.vocabulary import Role
from bccc_dash.web.visits import Visits

HERE = "127.0.0.1"
AT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)


class Always(Visits):
    """The same answer to who is there, whatever token comes."""

    def __init__(self, there):
        super().__init__(engine=None, cookie="bccc")
        object.__setattr__(self, "there", there)

    async def who(self, _scope, **_how):
        return self.there


NOBODY = Always(None)
SOMEBODY = Always(
    SignedIn(
        session_id=1,
        user_id=1,
        name="Vic Example",
        role=Role.COMMITTEE_MEMBER,
        is_lead=False,
        volunteer_id=None,
        on_committee=True,
        stood_aside=False,
        step=SignInStep.FULL,
        started_at=AT,
        seen_at=AT,
        ends_at=AT,
    )
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Headers
    text: str


def scope(kind, path, headers, client):
    named = {"host": "127.0.0.1:8501"} | headers
    return {
        "type": kind,
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "scheme": "http",
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
        "client": client and (client, 50000),
        "server": ("127.0.0.1", 8501),
    }


def run(app, asked, *incoming):
    """Return every message that the app sends in answer."""
    waiting, sent = list(incoming), []

    async def receive():
        return waiting.pop(0)

    async def send(message):
        sent.append(message)

    asyncio.run(app(asked, receive, send))
    return sent


def get(app, path="/", *, client=HERE, method="GET", **headers):
    asked = scope("http", path, {name.replace("_", "-"): value for name, value in headers.items()}, client)
    sent = run(app, asked | {"method": method}, {"type": "http.request", "body": b"", "more_body": False})
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body.decode())


def opens(app, *, client=HERE, **headers):
    """Return whether a websocket is accepted."""
    sent = run(app, scope("websocket", "/_stcore/stream", headers, client), {"type": "websocket.connect"})
    return sent[0]["type"] == "websocket.accept"
