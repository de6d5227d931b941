"""Sign-in, second factor, sign-out and the link to a new password, in front of the dashboard."""

import sys
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

import segno
from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bccc_dash import clock
from bccc_dash.commands import demo_visit, one_time, second_factor, sessions, set_up
from bccc_dash.commands.set_password import set_password_by_link
from bccc_dash.commands.sign_in import Admitted, Next, Outcome, TurnedAway, second_step, set_up_code, sign_in, sign_out
from bccc_dash.domain.errors import BcccError, Refused
from bccc_dash.domain.labels import label
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.store.engine import reading, writing
from bccc_dash.web.apart import apart
from bccc_dash.web.asked import fields, sender, way_on
from bccc_dash.web.door_pages import page
from bccc_dash.web.session_cookie import SessionCookie

SIGN_IN, CODE, SET_UP, DEMO = "/sign-in", "/sign-in/code", "/sign-in/set-up", "/sign-in/demo"
SIGN_OUT, LINK, FIRST = "/sign-out", "/link", "/set-up"
AFTER = {Next.NOTHING: "", Next.CODE: CODE, Next.SET_UP_CODE: SET_UP}
TITLES = {CODE: "Your code", SET_UP: "Set up your second factor"}
DIFFERENT = "The two passwords are not the same. Type the new password twice."
ROLES_OF_DEMO = tuple((role.value, label(role)) for role in demo_visit.ROLES)
CANNOT = "BCCC Dash cannot read its records now. Whoever looks after it finds the reason where it was started."
IS_SET = "Your password is set. Sign in with it."
FORM = ["GET", "POST"]

Endpoint = Callable[[Any, Request], Awaitable[Response]]


def said_in_words(endpoint: Endpoint) -> Endpoint:
    """Show what was refused, or could not be done, as a sentence on a small page."""

    @wraps(endpoint)
    async def answer(doors: "Doors", request: Request) -> Response:
        try:
            return await endpoint(doors, request)
        except Refused as refusal:
            return page("shut", "BCCC Dash", problem=str(refusal), status=400, way=SIGN_IN)
        except BcccError as problem:
            sys.stderr.write(f"{problem}\n")  # it names files and servers: for whoever runs this one
            return page("shut", "BCCC Dash", problem=CANNOT, status=503, way=SIGN_IN)

    return answer


class Doors:
    """The small pages, on the database of the moment."""

    def __init__(self, engine: Callable[[], Engine], cookie: SessionCookie) -> None:
        self.engine, self.cookie = engine, cookie

    def routes(self) -> list[Route]:
        """Return where the pages are."""
        return [
            Route(SIGN_IN, self.sign_in, methods=FORM),
            Route(CODE, self.code, methods=FORM),
            Route(SET_UP, self.set_up, methods=FORM),
            Route(DEMO, self.demo, methods=["POST"]),
            Route(SIGN_OUT, self.sign_out, methods=["POST"]),
            Route(LINK + "/{token}", self.link, methods=FORM),
        ]

    @said_in_words
    async def sign_in(self, request: Request) -> Response:
        """Ask for e-mail address and password; the right ones lead on, to the code or to the page that was wanted."""
        if request.method != "POST":
            return await self._begin_with(request)
        typed = await fields(request)
        way, email = way_on(typed.get("next", "/")), typed.get("email", "")
        outcome = await apart(
            sign_in, self.engine(), email, typed.get("password"), address=sender(request), at=clock.now()
        )
        if isinstance(outcome, TurnedAway):
            again = {"action": SIGN_IN, "next": way, "email": email[:200], "notice": ""}
            return page("sign_in", "Sign in", problem=outcome.sentence, status=401, **again)
        await run_in_threadpool(self._leave, self._token(request))
        return self._lead_on(outcome, way)

    async def _begin_with(self, request: Request) -> Response:
        """The first page: who is in goes on, the demonstration has its buttons, everybody else is asked."""
        way = way_on(request.query_params.get("next", "/"))
        there = await run_in_threadpool(self._who, request)
        if there is not None and there.step is SignInStep.FULL:
            return RedirectResponse(way, 303)
        if await run_in_threadpool(self._is_first):
            return RedirectResponse(FIRST, 303)
        if await run_in_threadpool(self._is_demo):
            return page("demo", "The demonstration centre", action=DEMO, next=way, roles=ROLES_OF_DEMO)
        notice = IS_SET if "set" in request.query_params else ""
        return page("sign_in", "Sign in", action=SIGN_IN, next=way, email="", notice=notice)

    @said_in_words
    async def demo(self, request: Request) -> Response:
        """Come into the demonstration centre as one of three."""
        typed = await fields(request)

        def step() -> Outcome:
            with writing(self.engine(), changes_records=False) as session:
                sessions.end(session, self._token(request), clock.now())
                return demo_visit.come_in(session, typed.get("role"), clock.now())

        return self._with_token(RedirectResponse(way_on(typed.get("next", "/")), 303), await run_in_threadpool(step))

    @said_in_words
    async def code(self, request: Request) -> Response:
        """Ask for the code of somebody who gave the right password."""
        if request.method != "POST":
            return await self._ask(request, CODE, way_on(request.query_params.get("next", "/")))
        typed = await fields(request)
        way = way_on(typed.get("next", "/"))

        def step() -> Outcome:
            with writing(self.engine(), changes_records=False) as session:
                given = typed.get("code")
                return second_step(session, self._token(request), given, address=sender(request), at=clock.now())

        outcome = await run_in_threadpool(step)
        if isinstance(outcome, TurnedAway):
            return await self._ask(request, CODE, way, outcome.sentence)
        return self._lead_on(outcome, way)

    @said_in_words
    async def set_up(self, request: Request) -> Response:
        """Give somebody a second factor: a picture to scan, then the first code, then the recovery codes, once."""
        if request.method != "POST":
            return await self._ask(request, SET_UP, way_on(request.query_params.get("next", "/")))
        typed = await fields(request)
        way = way_on(typed.get("next", "/"))

        def step() -> tuple[Outcome, list[str]]:
            with writing(self.engine(), changes_records=False) as session:
                return set_up_code(session, self._token(request), typed.get("code"), clock.now())

        outcome, codes = await run_in_threadpool(step)
        if isinstance(outcome, TurnedAway):
            return await self._ask(request, SET_UP, way, outcome.sentence)
        return self._with_token(page("recovery_codes", "Your recovery codes", codes=codes, next=way), outcome)

    @said_in_words
    async def sign_out(self, request: Request) -> Response:
        """End the session and forget it."""
        await fields(request)

        def step() -> None:
            with writing(self.engine(), changes_records=False) as session:
                sign_out(session, self._token(request), clock.now())

        await run_in_threadpool(step)
        return self.cookie.take_back(RedirectResponse(SIGN_IN, 303))

    @said_in_words
    async def link(self, request: Request) -> Response:
        """Let whoever holds a link that works once set a password."""
        token, action = request.path_params["token"], request.url.path
        if request.method != "POST":
            await run_in_threadpool(self._look_at, token)
            return page("password", "Choose a password", action=action)
        typed = await fields(request)
        if typed.get("password") != typed.get("again"):
            await run_in_threadpool(self._look_at, token)
            return page("password", "Choose a password", problem=DIFFERENT, status=400, action=action)
        try:
            await apart(set_password_by_link, self.engine(), token, typed.get("password"), clock.now())
        except Refused as refusal:
            await run_in_threadpool(self._look_at, token)
            return page("password", "Choose a password", problem=str(refusal), status=400, action=action)
        return RedirectResponse(f"{SIGN_IN}?set=1", 303)

    async def _ask(self, request: Request, action: str, way: str, problem: str = "") -> Response:
        """The page that asks for a code, or the way back to the password for whoever has not given it."""
        there = await run_in_threadpool(self._who, request)
        if there is None or (action == CODE and there.step is not SignInStep.PASSWORD):
            return RedirectResponse(_with_next(SIGN_IN, way), 303)
        key = await run_in_threadpool(self._begin, there.user_id) if action == SET_UP and not problem else None
        picture = segno.make(key.uri, error="m").svg_data_uri(scale=4) if key else ""
        shown = {"picture": picture, "secret": key.secret if key else "", "is_set_up": action == SET_UP}
        return page(
            "code", TITLES[action], problem=problem, status=401 if problem else 200, action=action, next=way, **shown
        )

    def _lead_on(self, outcome: Admitted, way: str) -> Response:
        door = AFTER[outcome.next]
        return self._with_token(RedirectResponse(_with_next(door, way) if door else way, 303), outcome)

    def _with_token(self, answer: Response, outcome: Outcome) -> Response:
        return self.cookie.give(answer, outcome.token) if isinstance(outcome, Admitted) else answer

    def _token(self, request: Request) -> str | None:
        return self.cookie.token(request)

    def _leave(self, token: str | None) -> None:
        """End the session of whoever was signed in here before."""
        with writing(self.engine(), changes_records=False) as session:
            sign_out(session, token, clock.now())

    def _is_first(self) -> bool:
        with reading(self.engine()) as session:
            return set_up.is_open(session) and not demo_visit.is_open(session)

    def _is_demo(self) -> bool:
        with reading(self.engine()) as session:
            return demo_visit.is_open(session)

    def _who(self, request: Request) -> sessions.SignedIn | None:
        with reading(self.engine()) as session:
            return sessions.who(session, self._token(request), clock.now(), touch=False)

    def _look_at(self, token: str) -> None:
        with reading(self.engine()) as session:
            one_time.look_at(session, token, clock.now())

    def _begin(self, user_id: int) -> second_factor.Key:
        with writing(self.engine(), changes_records=False) as session:
            return second_factor.begin(session, user_id)


def _with_next(door: str, way: str) -> str:
    return door if way == "/" else f"{door}?{urlencode({'next': way})}"
