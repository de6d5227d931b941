"""Websockets, each closed within seconds of the end of the session that it was opened with."""

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bccc_dash.web.visits import Visits

LOOK_EVERY = 2.0  # seconds
SESSION_OVER = 4401


async def let_through(app: ASGIApp, visits: Visits, scope: Scope, receive: Receive, send: Send) -> None:
    """Hand a websocket on to `app`, and close it once whoever opened it is no longer signed in."""
    over = anyio.Event()

    async def send_unless_over(message: Message) -> None:
        if not over.is_set():
            await send(message)

    async def close_when_over() -> None:
        while await visits.who(scope) is not None:
            await anyio.sleep(LOOK_EVERY)
        over.set()
        await send({"type": "websocket.close", "code": SESSION_OVER, "reason": "Signed out"})

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(close_when_over)
        await app(scope, receive, send_unless_over)
        tasks.cancel_scope.cancel()
