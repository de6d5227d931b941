"""Taking rows out of history: by a permit, in the transaction that it is given in, and never after.

A permit is inserted open: it points into a table that is always empty, by a link that the database checks at the
end of the transaction. So nothing can be committed while it is open, and no closed permit can be opened again.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlmodel import Session

from bccc_dash.domain.outcome_vocabulary import PermitKind
from bccc_dash.store.tables import RemovalPermitRow, RemovalPermitRowsRow
from bccc_dash.store.triggers import HISTORY

OPEN = 1

Rows = tuple[str, int, int]
"""A table, and the first and last number of its rows, both included."""


@contextmanager
def permit(
    session: Session, *, kind: PermitKind, subject: str, by: str, at: datetime, rows: Iterable[Rows]
) -> Iterator[RemovalPermitRow]:
    """Let this transaction delete the named rows of history, or blank columns of them, inside the block.

    The permit stays, as the record of who took what out.
    Raises: ValueError where a table keeps no history, or keeps it without exception.
    """
    named = list(rows)
    for table, first, last in named:
        if table not in HISTORY or first > last:
            raise ValueError(f"no permit can name rows {first} to {last} of {table}")
    given = RemovalPermitRow(kind=kind, subject=subject, by=by, at=at, gate_id=OPEN)
    session.add(given)
    session.flush()
    number = given.id or 0
    session.add_all(
        RemovalPermitRowsRow(permit_id=number, table_name=table, first_id=first, last_id=last)
        for table, first, last in named
    )
    session.flush()
    yield given
    session.flush()
    given.gate_id = None
    session.flush()
