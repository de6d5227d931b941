"""What stands before the dashboard, put together: the gate, the small pages, Streamlit's files."""

from functools import lru_cache
from urllib.parse import urlsplit

from sqlalchemy import Engine
from starlette.middleware import Middleware
from starlette.routing import Route

from bccc_dash.settings import Settings, read_settings, serving_url
from bccc_dash.store.engine import open_engine
from bccc_dash.web import scripts, watch
from bccc_dash.web.account import Account
from bccc_dash.web.doors import Doors
from bccc_dash.web.first_set_up import FirstSetUp
from bccc_dash.web.gate import Gate
from bccc_dash.web.hosts import Hosts
from bccc_dash.web.session_cookie import SessionCookie
from bccc_dash.web.static_files import Copies, StaticFiles, streamlit_folder
from bccc_dash.web.visits import Visits


def routes(settings: Settings) -> list[Route]:
    """Return the small pages."""
    cookie = SessionCookie(settings.cookie, settings.is_secure)
    doors, account, first = Doors(records, cookie), Account(records, cookie), FirstSetUp(records)
    watching = watch.routes(Visits(records, settings.cookie))
    return [*doors.routes(), *account.routes(), *first.routes(), *watching, *scripts.routes()]


def middleware(settings: Settings) -> list[Middleware]:
    """Return what every request passes, the gate first."""
    public = urlsplit(settings.public_url).netloc if settings.public_url else None
    return [
        Middleware(Gate, visits=Visits(records, settings.cookie), hosts=Hosts(public)),
        Middleware(StaticFiles, copies=Copies(streamlit_folder())),
    ]


def records() -> Engine:
    """Return the database of the moment: the first import puts the centre's own in the demonstration's place."""
    return _engine(serving_url(read_settings()))


@lru_cache(maxsize=4)
def _engine(url: str) -> Engine:
    return open_engine(url)
