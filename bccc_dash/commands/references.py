"""The next reference of a kind of record: the latest of the year, and one more."""

import re
from datetime import date

from sqlmodel import Session, col, func, select

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.store.tables import RecordRow

LETTERS = {
    RecordKind.VOLUNTEER: "V",
    RecordKind.CHECK: "K",
    RecordKind.CONCERN: "C",
    RecordKind.INCIDENT: "B",
    RecordKind.DECISION: "D",
    RecordKind.ACTION: "A",
    RecordKind.CONSENT: "N",
}
AT_LEAST = {RecordKind.VOLUNTEER: 4}
DIGITS = 3


def new_record(session: Session, kind: RecordKind, day: date) -> tuple[int, str]:
    """Return the number and the reference of a new record: V-0042 for a volunteer, else with the year, K-2026-017."""
    ref = next_reference(session, kind, day)
    row = RecordRow(kind=kind, ref=ref)
    session.add(row)
    session.flush()
    return row.id or 0, ref


def next_reference(session: Session, kind: RecordKind, day: date) -> str:
    """Return the reference after the latest of this kind, as wide, in this year where the kind counts by years.

    References of another form, which a workbook may bring, are passed over.
    """
    years = "" if kind in AT_LEAST else f"{day.year}-"
    stem, digits = f"{LETTERS[kind]}-{years}", AT_LEAST.get(kind, DIGITS)
    known = select(RecordRow.ref).where(col(RecordRow.ref).startswith(stem, autoescape=True))
    numbered = re.compile(re.escape(stem) + "([0-9]{1,9})")
    longest_first = known.order_by(func.length(RecordRow.ref).desc(), col(RecordRow.ref).desc())
    latest = next((found[1] for ref in session.exec(longest_first) if (found := numbered.fullmatch(ref))), "0")
    return f"{stem}{int(latest) + 1:0{max(digits, len(latest))}}"
