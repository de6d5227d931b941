"""Rows of the audit for tests: a whole chain made in memory and put in at once, as `audit.record` would tell it."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Engine, insert

from bccc_dash.store import audit
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AuditRow


class Done(NamedTuple):
    """One thing that somebody did."""

    at: datetime
    actor: str
    action: str
    subject: str
    fields: str = ""
    purpose: str | None = None


def tell(engine: Engine, deeds: Iterable[Done]) -> None:
    """Add deeds to the chain, in their order."""
    with reading(engine) as session:
        before = audit.head(session)
    rows = []
    for deed in deeds:
        row = AuditRow(**deed._asdict(), prev_hash=before, hash="")
        before = audit._hash(row)
        rows.append({**deed._asdict(), "prev_hash": row.prev_hash, "hash": before})
    with writing(engine, changes_records=False) as session:
        session.execute(insert(AuditRow), rows)
