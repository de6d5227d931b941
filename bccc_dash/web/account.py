"""One's own account: where one is signed in, and a new password."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine
from sqlmodel import select
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bccc_dash import clock
from bccc_dash.commands import second_factor, sessions
from bccc_dash.commands.set_password import change_password
from bccc_dash.commands.sign_in import TurnedAway, end_own_session
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.labels import label
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.domain.words import uk_moment
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import UserRow
from bccc_dash.web.apart import apart
from bccc_dash.web.asked import fields, sender
from bccc_dash.web.door_pages import page
from bccc_dash.web.doors import DIFFERENT, SIGN_IN, said_in_words
from bccc_dash.web.session_cookie import SessionCookie

ACCOUNT, PASSWORD, SESSIONS = "/account", "/account/password", "/account/sessions"
CHANGED = "Your password is changed. Every other browser is signed out."
ENDED = "That session is ended."


class Account:
    """The pages about one's own account, on the database of the moment. The gate lets in only who is signed in."""

    def __init__(self, engine: Callable[[], Engine], cookie: SessionCookie) -> None:
        self.engine, self.cookie = engine, cookie

    def routes(self) -> list[Route]:
        """Return where the pages are."""
        return [
            Route(ACCOUNT, self.shown),
            Route(PASSWORD, self.password, methods=["POST"]),
            Route(SESSIONS, self.sessions, methods=["POST"]),
        ]

    @said_in_words
    async def shown(self, request: Request) -> Response:
        """Show the account."""
        return await self._page(request)

    @said_in_words
    async def password(self, request: Request) -> Response:
        """Change the password; whoever asks goes on under a new token."""
        typed = await fields(request)
        token, at = self.cookie.token(request), clock.now()
        current, new = typed.get("current"), typed.get("password")
        if new != typed.get("again"):
            return await self._page(request, problem=DIFFERENT)
        try:
            outcome = await apart(change_password, self.engine(), token, current, new, address=sender(request), at=at)
        except Refused as refusal:
            return await self._page(request, problem=str(refusal))
        if isinstance(outcome, TurnedAway):
            return await self._page(request, problem=outcome.sentence)
        return self.cookie.give(RedirectResponse(f"{ACCOUNT}?changed=1", 303), outcome.token)

    @said_in_words
    async def sessions(self, request: Request) -> Response:
        """End one of one's own sessions, this one included."""
        typed = await fields(request)

        def step() -> bool | None:
            with writing(self.engine(), changes_records=False) as session:
                return end_own_session(session, self.cookie.token(request), typed.get("session"), clock.now())

        if await run_in_threadpool(step):
            return self.cookie.take_back(RedirectResponse(SIGN_IN, 303))
        return RedirectResponse(f"{ACCOUNT}?ended=1", 303)

    async def _page(self, request: Request, *, problem: str = "") -> Response:
        shown = await run_in_threadpool(self._shown, self.cookie.token(request))
        if shown is None:
            return RedirectResponse(SIGN_IN, 303)
        asked = request.query_params
        notice = CHANGED if "changed" in asked else ENDED if "ended" in asked else ""
        return page("account", "Your account", problem=problem, status=400 if problem else 200, notice=notice, **shown)

    def _shown(self, token: str | None) -> dict[str, Any] | None:
        """What the page says; None where nobody is signed in any more."""
        at = clock.now()
        with reading(self.engine()) as session:
            there = sessions.who(session, token, at, touch=False)
            if there is None or there.step is not SignInStep.FULL:
                return None
            rows = sessions.list_own(session, there.user_id, at)
            name = session.exec(select(UserRow.display_name).where(UserRow.id == there.user_id)).one()
            has_factor = second_factor.is_set(session, there.user_id)
        listed = [
            {
                "number": one.session_id,
                "since": uk_moment(clock.in_london(one.started_at)),
                "used": uk_moment(clock.in_london(one.seen_at)),
                "here": one.session_id == there.session_id,
            }
            for one in rows
        ]
        return {"who": name, "role": label(there.role), "sessions": listed, "has_factor": has_factor}
