"""People: those who use the dashboard and those who volunteer, and the reference that names a record."""

import datetime as dt

from sqlalchemy import Column, Index, String, func
from sqlmodel import Field

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.vocabulary import EndReason, Requirement, RequirementStatus, Role
from bccc_dash.store.tables.base import NAME_LETTERS, Row, link, note, own_id, record_id, text, word


class RecordRow(Row, table=True):
    """The reference of a record. Everything that a person names by a reference has its row here,
    so references are unique across sheets and one foreign key can point at any of them."""

    __tablename__ = "records"

    id: int | None = own_id()
    kind: str = word("kind", RecordKind)
    ref: str = Field(sa_column=Column(String(NAME_LETTERS), nullable=False, unique=True))


Index("uq_records_ref_without_case", func.lower(RecordRow.__table__.c.ref), unique=True)  # type: ignore[attr-defined]  # SQLModel adds it unseen


class UserRow(Row, table=True):
    """A person who uses, or is named as doing something in, the dashboard."""

    __tablename__ = "users"

    id: int | None = own_id()
    email: str = Field(sa_column=Column(String(NAME_LETTERS), nullable=False, unique=True))
    display_name: str = text()
    role: str = word("role", Role)
    on_management_committee: bool | None = None
    is_safeguarding_lead: bool | None = None
    volunteer_id: int | None = link("volunteers.id", optional=True)
    active_from: dt.date | None = None
    active_to: dt.date | None = None


Index("uq_users_email_without_case", func.lower(UserRow.__table__.c.email), unique=True)  # type: ignore[attr-defined]  # SQLModel adds it unseen


class VolunteerRow(Row, table=True):
    """A volunteer or applicant. The form and notice columns are those of the first application."""

    __tablename__ = "volunteers"

    id: int = record_id()
    full_name: str = text()
    email: str | None = text(optional=True)
    role_title: str = text()
    applied_on: dt.date = Field(index=True)
    form_version: str | None = text(optional=True)
    form_signed_on: dt.date | None = None
    check_permission: bool | None = None
    notice_version: str | None = text(optional=True)
    notice_given_on: dt.date | None = None
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    end_reason: str | None = word("end_reason", EndReason, optional=True)
    privacy_review_interval_days: int | None = None
    legal_hold: bool | None = None


class TransparencyRow(Row, table=True):
    """Form and notice of a later application, or a withdrawal. Append-only."""

    __tablename__ = "transparency"

    id: int | None = own_id()
    volunteer_id: int = link("volunteers.id")
    form_version: str | None = text(optional=True)
    form_signed_on: dt.date | None = None
    check_permission: bool | None = None
    notice_version: str | None = text(optional=True)
    notice_given_on: dt.date | None = None
    withdrawn_on: dt.date | None = None


class RequirementResultRow(Row, table=True):
    """How a volunteer stands with one requirement of a stage."""

    __tablename__ = "requirement_results"

    id: int | None = own_id()
    volunteer_id: int = link("volunteers.id")
    requirement: str = word("requirement", Requirement)
    status: str = word("status", RequirementStatus)
    completed_on: dt.date | None = None
    expires_on: dt.date | None = None
    exempt_reason: str | None = note()
    exempt_by_id: int | None = link("users.id", optional=True, index=False)
    exempt_until: dt.date | None = None
