"""The count of the changes of records, by which a screen knows that it is stale."""

from pathlib import Path

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from bccc_dash.store.tables import RevisionRow


def revision(session: Session) -> int:
    """How often records have changed."""
    return session.exec(select(RevisionRow.number)).one()


def bump(session: Session) -> None:
    """Count one more change."""
    session.execute(update(RevisionRow).values(number=col(RevisionRow.number) + 1))


def stamp(session: Session) -> str:
    """A text that changes whenever the records do, also when another database takes the place of this one."""
    engine = session.connection().engine
    if engine.dialect.name == "postgresql":
        own = "SELECT oid FROM pg_database WHERE datname = current_database()"
        number, database = session.execute(text(f"SELECT number, ({own}) FROM revision")).one()  # noqa: S608  # no input
        return f"{number} of {database}"
    return f"{revision(session)} of {identity(engine.url.database or '')}"


def identity(path: str) -> str:
    """Which file stands at a path, and when it was last written to.

    Raises: OSError where none does.
    """
    found = Path(path).stat()
    return f"{found.st_dev}.{found.st_ino}.{found.st_mtime_ns}"
