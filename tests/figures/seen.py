"""Everything that a reading shows: every figure, every page, every row of every table."""

from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from bccc_dash.domain.access import may
from bccc_dash.domain.period import Period
from bccc_dash.domain.quality import slices
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.domain.workbench import Sort, chosen
from bccc_dash.figures import figures
from bccc_dash.reads import READS, Read, read
from bccc_dash.store.tables import (
    ApprovalSpanRow,
    CaseSpanRow,
    RecordRow,
    RequirementResultRow,
    StageSpanRow,
)
from bccc_dash.workbook.exporting import export_sheets

LEAD = Person(user_id=0, role=Role.SAFEGUARDING_LEAD)
Seen = dict[str, Any]
UPKEEP = {"suspects", "audit_events", "revision", "removal_permits", "removal_permit_rows", "removal_gate"}
WITHOUT_SHEETS = (ApprovalSpanRow, CaseSpanRow, RequirementResultRow, StageSpanRow)
NUMBERS = {"id", "event_id", "volunteer_id", "case_id", "exempt_by_id"}


def everything_seen(session: Session, windows: list[tuple[Any, Any]], refs: list[str]) -> Seen:
    """What the session shows of these windows (as_of, after), every concern and applicant in `refs` opened."""
    seen = {f"rows of {name}": rows for name, rows in export_sheets(session).items()}
    seen |= {"counted": counted(session), "spans": [spans(session, row) for row in WITHOUT_SHEETS]}
    seen["refs"] = session.execute(select(RecordRow.kind, RecordRow.ref).order_by(RecordRow.id)).all()
    for as_of, after in windows:
        period = Period(as_of, after)
        found = figures(session, period) | pages(session, period, refs)
        seen |= {f"{name} at {as_of} after {after}": said for name, said in found.items()}
    return seen


def counted(session: Session) -> dict[str, int]:
    tables = [table for name, table in RecordRow.metadata.tables.items() if name not in UPKEEP]
    return {table.name: session.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}


def spans(session: Session, row: Any) -> list[tuple[Any, ...]]:
    """The rows of a table without a sheet, in an order that is not that of their numbers."""
    about = row.case_id if hasattr(row, "case_id") else row.volunteer_id
    said = [column for column in row.__table__.columns if column.name not in NUMBERS]
    rows = session.execute(select(RecordRow.ref, *said).join(RecordRow, RecordRow.id == about))
    return sorted((tuple(row) for row in rows), key=repr)


def pages(session: Session, period: Period, refs: list[str]) -> Seen:
    def ask(name: Read, *choices: Any) -> Any:
        return read(name, session, period, *choices, person=LEAD)

    seen: Seen = {name: ask(name) for name in PLAIN}
    seen[Read.CONCERN_LIST] = ask(Read.CONCERN_LIST, chosen(), Sort.OLDEST.value, 1, "", DEFAULTS)
    seen[Read.CONCERN] = [ask(Read.CONCERN, ref, DEFAULTS) for ref in refs if ref.startswith("C-")]
    seen[Read.APPLICANTS] = ask(Read.APPLICANTS, "", 1)
    seen[Read.APPLICANT] = [ask(Read.APPLICANT, ref) for ref in refs if ref.startswith("V-")]
    seen[Read.BREACH_LISTS] = ask(Read.BREACH_LISTS, 1, DEFAULTS)
    seen[Read.FINDINGS] = ask(Read.FINDINGS, slices(seen[Read.QUALITY].counts, size=1000))
    seen[Read.REVIEW_LISTS] = ask(Read.REVIEW_LISTS, (1, 50), (1, 25), seen[Read.REVIEWS].wanted, DEFAULTS)
    assert set(seen) == {name for name, question in READS.items() if may(LEAD, question.needs)}
    return seen


PLAIN = (
    *(Read.CENTRE, Read.OVERVIEW, Read.WORKBENCH, Read.VETTING, Read.BREACHES, Read.QUALITY, Read.METHOD),
    *(Read.REVIEWS, Read.CONTACTS),
)
"""The pages on which nothing is to be chosen first."""
