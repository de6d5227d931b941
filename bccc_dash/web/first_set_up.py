"""The first set-up: while nobody has a password, the code on the console lets one person set the first."""

from collections.abc import Callable

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bccc_dash import clock
from bccc_dash.commands import demo_visit, set_up
from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import reading
from bccc_dash.web.apart import apart
from bccc_dash.web.asked import fields
from bccc_dash.web.door_pages import page
from bccc_dash.web.doors import DIFFERENT, FIRST, FORM, SIGN_IN, said_in_words

TITLE = "Set up BCCC Dash"
NOTHING_TYPED = {"code": "", "email": "", "name": ""}


class FirstSetUp:
    """The page of the first set-up, on the database of the moment."""

    def __init__(self, engine: Callable[[], Engine]) -> None:
        self.engine = engine

    def routes(self) -> list[Route]:
        """Return where the page is."""
        return [Route(FIRST, self.first, methods=FORM)]

    @said_in_words
    async def first(self, request: Request) -> Response:
        """Ask for the code, and who the first person is; afterwards they sign in."""
        if not await run_in_threadpool(self._is_open):
            return RedirectResponse(SIGN_IN, 303)
        if request.method != "POST":
            return page("first", TITLE, action=FIRST, typed=NOTHING_TYPED)
        typed = await fields(request)
        try:
            await apart(self._set_up, typed)
        except Refused as refusal:
            kept = {name: typed.get(name, "")[:200] for name in NOTHING_TYPED}
            return page("first", TITLE, problem=str(refusal), status=400, action=FIRST, typed=kept)
        return RedirectResponse(f"{SIGN_IN}?set=1", 303)

    def _is_open(self) -> bool:
        with reading(self.engine()) as session:
            return set_up.is_open(session) and not demo_visit.is_open(session)

    def _set_up(self, typed: dict[str, str]) -> None:
        if typed.get("password") != typed.get("again"):
            raise Refused(DIFFERENT)
        code, email, name = (typed.get(field, "").strip() for field in ("code", "email", "name"))
        password = typed.get("password")
        set_up.set_up(self.engine(), code, email=email, name=name, password=password, at=clock.now())
