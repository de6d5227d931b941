"""Vetting: stage and approval histories, and the social media checks."""

import datetime as dt

from sqlalchemy import Column, Text
from sqlmodel import Field

from bccc_dash.domain.vocabulary import (
    ApprovalStatus,
    CheckOutcome,
    CheckStatus,
    CheckTrigger,
    IdentityConfidence,
    PlatformResult,
    Provenance,
    Role,
    Stage,
)
from bccc_dash.store.tables.base import WORD_LETTERS, Row, indexes, link, note, own_id, record_id, text, word


class StageEventRow(Row, table=True):
    """A move to a stage. Append-only: the current stage is the latest move."""

    __tablename__ = "stage_events"
    __table_args__ = indexes(("volunteer_id", "occurred_on"), ("from_stage", "occurred_on", "to_stage", "volunteer_id"))

    id: int | None = own_id()
    volunteer_id: int = link("volunteers.id", index=False)
    from_stage: str | None = word("from_stage", Stage, optional=True)
    to_stage: str = word("to_stage", Stage)
    occurred_on: dt.date
    recorded_by_id: int | None = link("users.id", optional=True, index=False)
    reason: str | None = note()
    is_correction: bool | None = None


class ApprovalEventRow(Row, table=True):
    """A change of approval status. Append-only: the current status is the latest change."""

    __tablename__ = "approval_events"
    __table_args__ = indexes(("volunteer_id", "effective_on"), ("to_status", "effective_on", "volunteer_id"))

    id: int | None = own_id()
    volunteer_id: int = link("volunteers.id", index=False)
    from_status: str | None = word("from_status", ApprovalStatus, optional=True)
    to_status: str = word("to_status", ApprovalStatus)
    effective_on: dt.date
    decision_id: int | None = link("decisions.id", optional=True, index=False)
    recorded_by_id: int | None = link("users.id", optional=True, index=False)
    reason: str | None = note()
    imported_at: dt.datetime | None = None


class CheckRow(Row, table=True):
    """One look at a person's public online presence: who, when, how; no content."""

    __tablename__ = "checks"
    __table_args__ = indexes(("volunteer_id", "started_on"), ("started_on",), ("completed_on",))

    id: int = record_id()
    volunteer_id: int = link("volunteers.id", index=False)
    trigger: str = word("trigger", CheckTrigger)
    necessity_note: str | None = note()
    status: str = word("status", CheckStatus)
    outcome: str | None = word("outcome", CheckOutcome, optional=True)
    planned_for: dt.date | None = None
    started_on: dt.date | None = None
    completed_on: dt.date | None = None
    checker_id: int = link("users.id", index=False)
    checker_role_at_time: str = word("checker_role_at_time", Role)
    search_engines: str | None = Field(default=None, sa_column=Column(Text))
    search_terms: str | None = Field(default=None, sa_column=Column(Text))
    look_back_months: int | None = None
    own_account_attested: bool | None = None
    public_domain_attested: bool | None = None
    no_password_attested: bool | None = None
    identity_confidence: str | None = word("identity_confidence", IdentityConfidence, optional=True)
    policy_version: str | None = text(optional=True)
    provenance: str | None = word("provenance", Provenance, optional=True)
    monitoring_basis: str | None = text(optional=True)
    authorised_by_id: int | None = link("users.id", optional=True, index=False)


class CheckPlatformRow(Row, table=True):
    """What was seen of one platform in one check."""

    __tablename__ = "check_platforms"

    id: int | None = own_id()
    check_id: int = link("checks.id")
    platform: str = text(WORD_LETTERS)
    platform_other: str | None = text(optional=True)
    result: str = word("result", PlatformResult)
