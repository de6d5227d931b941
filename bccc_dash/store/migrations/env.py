"""What Alembic runs: the steps, on the connection and in the transaction that `store.upgrade` hands over."""

from typing import Any, Literal

from alembic import context
from sqlmodel import SQLModel

from bccc_dash.store import tables  # noqa: F401  # naming a table is what puts it into the metadata


def _plain(kind: str, thing: Any, _: Any) -> str | Literal[False]:
    """A step names SQLAlchemy's own types, so that it stays true when other packages change theirs."""
    return "sa.DateTime(timezone=True)" if kind == "type" and type(thing).__name__ == "UTCDateTime" else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=_plain,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
