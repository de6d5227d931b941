"""The few pieces of SQL that two database engines say differently, and the tables by short names."""

from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, Table, bindparam, case
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Date, Integer

from bccc_dash.store import tables


def _table(row: Any) -> Table:
    found: Table = row.__table__
    return found


records, users, volunteers = _table(tables.RecordRow), _table(tables.UserRow), _table(tables.VolunteerRow)
stage_events, stage_spans = _table(tables.StageEventRow), _table(tables.StageSpanRow)
approval_events, approval_spans = _table(tables.ApprovalEventRow), _table(tables.ApprovalSpanRow)
checks, check_platforms = _table(tables.CheckRow), _table(tables.CheckPlatformRow)
concerns, incidents, case_spans = _table(tables.ConcernRow), _table(tables.IncidentRow), _table(tables.CaseSpanRow)
assessments, discussions = _table(tables.SourceAssessmentRow), _table(tables.DiscussionRow)
shares, recusals = _table(tables.CommitteeShareRow), _table(tables.RecusalRow)
decisions, actions, referrals = _table(tables.DecisionRow), _table(tables.ActionRow), _table(tables.ReferralRow)
privacy_reviews, consents = _table(tables.PrivacyReviewRow), _table(tables.ConsentRow)
guidance, acknowledgements = _table(tables.GuidanceRow), _table(tables.AcknowledgementRow)
meetings, working_days = _table(tables.MeetingRow), _table(tables.WorkingDayRow)
recruitment_stages = _table(tables.RecruitmentStageRow)
requirements, requirement_results = _table(tables.RequirementRow), _table(tables.RequirementResultRow)
transparency = _table(tables.TransparencyRow)
safeguarding_contacts = _table(tables.SafeguardingContactRow)
settings, accounts = _table(tables.SettingRow), _table(tables.AccountRow)


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
