"""What clears an open page: a small script in it that asks, every few seconds, whether its session still lives."""

from functools import cache

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bccc_dash import clock
from bccc_dash.web.headers import index_page
from bccc_dash.web.visits import Visits

_TAG = '<script src="/watch.js" defer></script>'


@cache
def watched_page() -> str:
    """Return Streamlit's page with the script in it."""
    return index_page().replace("</head>", f"{_TAG}</head>", 1)


def routes(visits: Visits) -> list[Route]:
    """Return where the script asks. Its looks are no use: they keep no session alive."""

    async def signed_in(request: Request) -> Response:
        there = await visits.who(request.scope)
        if there is None:
            return PlainTextResponse("", 401)
        left = int((there.ends_at - clock.now()).total_seconds())
        return JSONResponse({"session": there.session_id, "seconds_left": left}, headers={"cache-control": "no-store"})

    return [Route("/signed-in", signed_in)]
