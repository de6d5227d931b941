"""Somebody who has a page open, as Streamlit's own AppTest runs it: every visit through the real router."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, event
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.testing.v1 import AppTest

from bccc_dash.domain.links import Place
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.ui import visitor
from bccc_dash.ui.menu import MENU, PAGES
from tests.visitors import come_in_at

MAIN = Path(__file__).parents[2] / "bccc_dash" / "main.py"
SECONDS = 120
NO_QUESTION = ("BEGIN", "COMMIT", "ROLLBACK")

logging.disable(logging.WARNING)  # of every page run here it is said that there is no browser and no server


@dataclass
class Visitor:
    """Somebody who has opened a page of a database as at a day, and visits it again and again."""

    path: Path
    place: Place
    as_of: date
    app: AppTest = field(init=False)
    token: str = field(init=False)

    def __post_init__(self) -> None:
        self.token = come_in_at(sqlite_url(self.path))
        self.app = AppTest.from_file(MAIN, default_timeout=SECONDS)
        self.app.query_params["as_of"] = self.as_of.isoformat()
        self.visit()
        if self.place is not Place.OVERVIEW:  # which AppTest opens first, whatever is asked for
            self.app.switch_page(str(PAGES / MENU[self.place].file))
            self.visit()
        shown = [title.value for title in self.app.title]
        if shown != [MENU[self.place].title]:
            raise AssertionError(f"{self.place} shows {shown}")

    def visit(self, part: Any = None) -> None:
        """Run the page, or what a person has just done with a part of it.

        Raises: AssertionError where the page shows an exception or an error: a fast failure is no result.
        """
        os.environ["BCCC_DATABASE_URL"] = sqlite_url(self.path)
        vars(visitor)["token"] = lambda: self.token
        (part or self.app).run()
        check(self.app)

    def change_records(self) -> None:
        """Change the revision of the records, so that nothing kept for a page is used again."""
        engine = open_engine(sqlite_url(self.path))
        with writing(engine):
            pass
        engine.dispose()


def check(app: AppTest) -> None:
    """Raises: AssertionError where the page shows an exception or an error."""
    if app.exception or app.error:
        raise AssertionError([shown.value for shown in (*app.exception, *app.error)])


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements that reach any database meanwhile, but for the beginning and end of a transaction."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(NO_QUESTION):
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@contextmanager
def sent() -> Iterator[list[int]]:
    """The sizes, in bytes, of the messages that the server meanwhile has ready for the browser."""
    sizes: list[int] = []
    enqueue = ForwardMsgQueue.enqueue

    def note(queue: ForwardMsgQueue, message: Any) -> None:
        sizes.append(message.ByteSize())
        enqueue(queue, message)

    with patch.object(ForwardMsgQueue, "enqueue", note):
        yield sizes
