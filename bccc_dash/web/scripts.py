"""Our two small scripts: one clears an open page when its session ends, one fetches ahead while somebody types."""

import json
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bccc_dash.web.first_files import fetched_ahead

HERE = Path(__file__).parent
SCRIPTS = ("/watch.js", "/ahead.js")


def routes() -> list[Route]:
    """Return where the scripts are: exactly these two, for anybody."""
    return [Route(address, _answer) for address in SCRIPTS]


async def _answer(request: Request) -> Response:
    text = script(request.url.path)
    return Response(text, media_type="text/javascript", headers={"cache-control": "no-cache"})


@cache
def script(address: str) -> str:
    """Return one of SCRIPTS; the one that fetches ahead begins with what there is to fetch."""
    text = (HERE / address.removeprefix("/")).read_text("utf-8")
    return f"const AHEAD = {json.dumps(fetched_ahead())};\n{text}" if address == "/ahead.js" else text
