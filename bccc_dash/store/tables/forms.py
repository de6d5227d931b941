"""What was sent: each form counts once."""

import datetime as dt

from sqlalchemy import Column, String
from sqlmodel import Field

from bccc_dash.store.tables.access import HASH_LETTERS
from bccc_dash.store.tables.base import Row, link, text


class SentFormRow(Row, table=True):
    """A form that did its deed: sent again, it gets the same answer and does nothing."""

    __tablename__ = "sent_forms"

    key_hash: str = Field(sa_column=Column(String(HASH_LETTERS), primary_key=True))
    user_id: int = link("users.id", index=False)
    ref: str = text()
    at: dt.datetime
