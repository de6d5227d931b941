"""The product's own upkeep: stages, settings, audit, permits, the calendar, and the tables kept for speed."""

import datetime as dt

from sqlalchemy import Column, ForeignKey, Integer, String, Text
from sqlmodel import Field

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.outcome_vocabulary import PermitKind
from bccc_dash.domain.vocabulary import ApprovalStatus, Stage
from bccc_dash.store.tables.base import Row, indexes, link, own_id, text, word

STILL = dt.date(9999, 12, 31)
"""The end of a span that has not ended."""


class RecruitmentStageRow(Row, table=True):
    """A stage: its name, order and target. `source` says whether the policy names it or BCCC assumes it."""

    __tablename__ = "recruitment_stages"

    code: str = Field(sa_column=Column(String(20), primary_key=True))
    ordinal: int
    name: str = text()
    target_days: int | None = None
    requires_social_check: bool = False
    source: str = text(20)
    active: bool = True


class RequirementRow(Row, table=True):
    """A requirement of a stage."""

    __tablename__ = "requirements"

    code: str = Field(sa_column=Column(String(40), primary_key=True))
    stage: str = word("stage", Stage)
    name: str = text()
    validity_days: int | None = None
    mandatory: bool = True


class SettingRow(Row, table=True):
    """A number that the committee may change. Where there is no row, the BCCC default holds."""

    __tablename__ = "settings"

    name: str = Field(sa_column=Column(String(80), primary_key=True))
    value: str = text()


class AuditRow(Row, table=True):
    """One thing that somebody did: names of fields, never values. Append-only and chained by hash."""

    __tablename__ = "audit_events"
    __table_args__ = indexes(("subject", "action"))

    id: int | None = own_id()
    at: dt.datetime
    actor: str = text()
    action: str = text(40)
    subject: str = text()
    fields: str = Field(sa_column=Column(Text, nullable=False))
    prev_hash: str = text(64)
    hash: str = text(64)
    purpose: str | None = text(40, optional=True)


class RemovalGateRow(Row, table=True):
    """Always empty. An open permit points into it, so no transaction can end while its permit is open."""

    __tablename__ = "removal_gate"

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))


class RemovalPermitRow(Row, table=True):
    """Leave to take rows out of append-only tables, in the transaction that inserts it and in no other.

    It is inserted open, and closed (`gate_id` emptied) before the transaction ends; the permit stays.
    """

    __tablename__ = "removal_permits"

    id: int | None = own_id()
    kind: str = word("kind", PermitKind)
    subject: str = text()
    by: str = text()
    at: dt.datetime
    gate_id: int | None = Field(
        default=None,
        sa_column=Column(Integer, ForeignKey("removal_gate.id", deferrable=True, initially="DEFERRED")),
    )


class RemovalPermitRowsRow(Row, table=True):
    """Rows that a permit names: those of one table with numbers from `first_id` to `last_id`, both included."""

    __tablename__ = "removal_permit_rows"
    __table_args__ = indexes(("permit_id", "table_name", "first_id"))

    id: int | None = own_id()
    permit_id: int = link("removal_permits.id", index=False)
    table_name: str = text(40)
    first_id: int
    last_id: int


class WorkingDayRow(Row, table=True):
    """A day from 2015 to 2060 and the number of working days up to and including it (England)."""

    __tablename__ = "working_days"
    __table_args__ = indexes(("ordinal", "day"))

    day: dt.date = Field(primary_key=True)
    ordinal: int


class RevisionRow(Row, table=True):
    """One row that counts the changes of records, so that what is on screen knows when it is stale."""

    __tablename__ = "revision"

    id: int = Field(default=1, primary_key=True)
    number: int = 0


class StageSpanRow(Row, table=True):
    """Kept for speed: a stage event with the day it ended. Both days inclusive and exclusive: [entered_on, left_on)."""

    __tablename__ = "stage_spans"
    __table_args__ = indexes(
        ("stage", "left_on", "entered_on", "volunteer_id"), ("volunteer_id", "entered_on", "left_on", "stage")
    )

    event_id: int = Field(foreign_key="stage_events.id", primary_key=True)
    volunteer_id: int = link("volunteers.id", index=False)
    stage: str = word("stage", Stage)
    entered_on: dt.date
    left_on: dt.date


class ApprovalSpanRow(Row, table=True):
    """Kept for speed: an approval event with the day it ended, [from_on, to_on)."""

    __tablename__ = "approval_spans"
    __table_args__ = indexes(
        ("status", "to_on", "from_on", "volunteer_id"), ("volunteer_id", "from_on", "to_on", "status")
    )

    event_id: int = Field(foreign_key="approval_events.id", primary_key=True)
    volunteer_id: int = link("volunteers.id", index=False)
    status: str = word("status", ApprovalStatus)
    from_on: dt.date
    to_on: dt.date


class CaseSpanRow(Row, table=True):
    """Kept for speed: a state of a concern or incident, [from_on, to_on), implied states included."""

    __tablename__ = "case_spans"
    __table_args__ = indexes(("status", "to_on", "from_on", "case_id"), ("case_id", "from_on", "to_on", "status"))

    id: int | None = own_id()
    case_id: int = link("records.id", index=False)
    status: str = word("status", CaseStatus)
    from_on: dt.date
    to_on: dt.date


class SuspectRow(Row, table=True):
    """Kept for speed: a record that breaks a rule on some day, or may.

    `kind` is the record's table and `row_id` its number there; `subject_id` is the person or case it belongs to.
    """

    __tablename__ = "suspects"
    __table_args__ = indexes(("subject_id",))

    rule: str = Field(sa_column=Column(String(20), primary_key=True))
    kind: str = Field(sa_column=Column(String(20), primary_key=True))
    row_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    subject_id: int = link("records.id", index=False)
