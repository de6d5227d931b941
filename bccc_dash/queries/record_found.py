"""Any record by its reference, with the matter that says who may touch it. Source: P31."""

from dataclasses import replace

from sqlalchemy import func, literal, select
from sqlmodel import Session

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import NO_MATTER
from bccc_dash.queries.matters import Found, matter_of
from bccc_dash.queries.sql import records
from bccc_dash.store import tables
from bccc_dash.store.tables.base import table_of

ABOUT = {
    RecordKind.CHECK: table_of(tables.CheckRow).c.volunteer_id,
    RecordKind.DECISION: table_of(tables.DecisionRow).c.subject_id,
    RecordKind.ACTION: table_of(tables.ActionRow).c.subject_id,
}
"""What a record hangs on, whose matter is its own."""


def record_found(session: Session, ref: str) -> Found | None:
    """Return the record of this reference, in whatever case, with its matter; None where there is none.

    None, too, for a case that is about somebody else (I21), and for what hangs on it. A consent is about nobody here.
    """
    asked = select(records.c.id, records.c.kind).where(func.lower(records.c.ref) == func.lower(literal(ref)))
    row = session.execute(asked).first()
    if row is None:
        return None
    number, kind = int(row[0]), RecordKind(row[1])
    if kind is RecordKind.CONSENT:
        return Found(number, kind, NO_MATTER)
    if kind not in ABOUT:
        return matter_of(session, ref)
    column = ABOUT[kind]
    above_it = select(records.c.ref).join(column.table, records.c.id == column).where(column.table.c.id == number)
    above = matter_of(session, session.execute(above_it).scalar_one())
    return None if above is None else replace(above, record_id=number, kind=kind)
