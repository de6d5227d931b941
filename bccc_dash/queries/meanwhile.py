"""What others did to a record while somebody had a form open."""

from datetime import date, datetime

from sqlmodel import Session, and_, col, func, or_, select

from bccc_dash import clock
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.audit_event import named
from bccc_dash.domain.audit_words import CHANGES_NOTHING, actor_in_words
from bccc_dash.domain.words import capital, uk_date
from bccc_dash.queries.audit_list import names
from bccc_dash.store import audit
from bccc_dash.store.tables import AuditRow

CHANGED = "{who} changed this {when}{what}. Look at it as it is now, then send the form again."
BY_IMPORT = "an import"


def last_change(session: Session) -> int:
    """Return the number of the latest row of the audit: what a form that is opened now has seen."""
    return session.exec(select(func.max(AuditRow.id))).one() or 0


def changed_meanwhile(session: Session, subject: str, *, since: int, today: date) -> str:
    """Return who changed this record after the row of that number, when and what, as a sentence.

    Empty where nobody did. An import counts as a change of every record: the audit does not say which it changed.
    """
    action = func.lower(AuditRow.action)
    changing = action.not_in(sorted(CHANGES_NOTHING))
    own = and_(col(AuditRow.subject) == subject, changing)
    found = select(AuditRow).where(col(AuditRow.id) > since, or_(own, action == RecordDeed.IMPORT))
    row = session.exec(found.order_by(col(AuditRow.id).desc()).limit(1)).first()
    if row is None:
        return ""
    is_import = row.action.lower() == RecordDeed.IMPORT
    fields = [name for name in row.fields.split(audit.BETWEEN) if name]
    return CHANGED.format(
        who=capital(BY_IMPORT if is_import else actor_in_words(row.actor, names(session))),
        when=_when(row.at, today),
        what="" if is_import or not fields else f": {named(fields)}",
    )


def _when(at: datetime, today: date) -> str:
    there = clock.in_london(at)
    day = "" if there.date() == today else f" on {uk_date(there.date())}"
    return f"at {there:%H:%M}{day}"
