"""Who asks: the cookie of a request or a websocket, looked up in the records each time."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import Scope

from bccc_dash import clock
from bccc_dash.commands import sessions
from bccc_dash.domain.errors import BcccError
from bccc_dash.store.engine import reading


@dataclass(frozen=True)
class Visits:
    """Finds out who is signed in, in the database of the moment. `cookie` is the name under which the token comes."""

    engine: Callable[[], Engine]
    cookie: str

    def token(self, scope: Scope) -> str | None:
        """Return the token that came along, whoever made it."""
        return HTTPConnection(scope).cookies.get(self.cookie)

    async def who(self, scope: Scope, *, touch: bool = False) -> sessions.SignedIn | None:
        """Return who is signed in all the way; None for anybody else, and while the database cannot be asked.

        `touch`: this is use, not a look from an open page, and counts against idle time.
        """
        token = self.token(scope)
        return None if token is None else await run_in_threadpool(self._who, token, touch=touch)

    def _who(self, token: str, *, touch: bool) -> sessions.SignedIn | None:
        at = clock.now()
        try:
            with reading(self.engine()) as session:
                found = sessions.who_is_in(session, token, at)
            if found is not None and touch:
                sessions.note_use(self.engine(), token, found, at)
        except BcccError:
            return None
        return found
