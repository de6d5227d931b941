"""The few pieces of SQL that two database engines say differently, and the tables by short names."""

from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, bindparam, case
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Date, Integer

from bccc_dash.store import tables
from bccc_dash.store.tables.base import table_of

records, users, volunteers = table_of(tables.RecordRow), table_of(tables.UserRow), table_of(tables.VolunteerRow)
stage_events, stage_spans = table_of(tables.StageEventRow), table_of(tables.StageSpanRow)
approval_events, approval_spans = table_of(tables.ApprovalEventRow), table_of(tables.ApprovalSpanRow)
checks, check_platforms = table_of(tables.CheckRow), table_of(tables.CheckPlatformRow)
concerns, incidents = table_of(tables.ConcernRow), table_of(tables.IncidentRow)
case_spans, case_events = table_of(tables.CaseSpanRow), table_of(tables.CaseEventRow)
suspects, audit_events = table_of(tables.SuspectRow), table_of(tables.AuditRow)
assessments, discussions = table_of(tables.SourceAssessmentRow), table_of(tables.DiscussionRow)
shares, recusals = table_of(tables.CommitteeShareRow), table_of(tables.RecusalRow)
decisions, actions, referrals = table_of(tables.DecisionRow), table_of(tables.ActionRow), table_of(tables.ReferralRow)
privacy_reviews, consents = table_of(tables.PrivacyReviewRow), table_of(tables.ConsentRow)
guidance, acknowledgements = table_of(tables.GuidanceRow), table_of(tables.AcknowledgementRow)
meetings, working_days = table_of(tables.MeetingRow), table_of(tables.WorkingDayRow)
recruitment_stages = table_of(tables.RecruitmentStageRow)
requirements, requirement_results = table_of(tables.RequirementRow), table_of(tables.RequirementResultRow)
transparency, safeguarding_contacts = table_of(tables.TransparencyRow), table_of(tables.SafeguardingContactRow)
settings, accounts = table_of(tables.SettingRow), table_of(tables.AccountRow)


class days_between(FunctionElement[int]):  # noqa: N801  # named as the SQL function that it stands for
    """Whole days from the second day to the first: days_between(later, earlier)."""

    type = Integer()
    inherit_cache = True


@compiles(days_between)
def _subtract(element: days_between, compiler: SQLCompiler, **how: Any) -> str:
    later, earlier = (compiler.process(part, **how) for part in element.clauses)
    return f"({later} - {earlier})"


@compiles(days_between, "sqlite")
def _julian(element: days_between, compiler: SQLCompiler, **how: Any) -> str:
    later, earlier = (compiler.process(part, **how) for part in element.clauses)
    return f"CAST(julianday({later}) - julianday({earlier}) AS INTEGER)"


class days_after(FunctionElement[date]):  # noqa: N801  # named as the SQL function that it stands for
    """The day so many days after a day: days_after(day, count)."""

    type = Date()
    inherit_cache = True


@compiles(days_after)
def _add(element: days_after, compiler: SQLCompiler, **how: Any) -> str:
    day, count = (compiler.process(part, **how) for part in element.clauses)
    return f"({day} + {count})"


@compiles(days_after, "sqlite")
def _shift(element: days_after, compiler: SQLCompiler, **how: Any) -> str:
    day, count = (compiler.process(part, **how) for part in element.clauses)
    return f"date({day}, ({count}) || ' days')"


def worked_out_once(query: Select[Any], name: str) -> CTE:
    """A question that the database answers before it goes on: joins and conditions are not mixed into it, and what is
    slow to work out is not worked out at every mention."""
    return query.cte(name).prefix_with("MATERIALIZED")


def on(day: date) -> ColumnElement[date]:
    """A day as a bound value, dated on every engine."""
    return bindparam(None, day, type_=Date)


def number(count: int) -> ColumnElement[int]:
    """A whole number as a bound value."""
    return bindparam(None, count, type_=Integer)


def earlier(first: ColumnElement[Any], second: ColumnElement[Any]) -> ColumnElement[Any]:
    """The earlier of two days; the one there is where the other is missing."""
    return case((first.is_(None), second), (second < first, second), else_=first)


def later(first: ColumnElement[Any], second: ColumnElement[Any]) -> ColumnElement[Any]:
    """The later of two days, both present."""
    return case((second > first, second), else_=first)
