"""The count of the changes of records, by which a screen knows that it is stale."""

from sqlalchemy import update
from sqlmodel import Session, col, select

from bccc_dash.store.tables import RevisionRow


def revision(session: Session) -> int:
    """How often records have changed."""
    return session.exec(select(RevisionRow.number)).one()


def bump(session: Session) -> None:
    """Count one more change."""
    session.execute(update(RevisionRow).values(number=col(RevisionRow.number) + 1))
