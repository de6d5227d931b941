"""One concern as at a day: what is recorded of it in dates and fixed words. Source: P7, P25 to P32."""

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, Subquery, bindparam, exists, func, literal, select
from sqlalchemy.types import String
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus, ConcernCategory
from bccc_dash.domain.concern_case import MOST_BREACHES, ConcernCase, Considered, Presence
from bccc_dash.domain.outcome_vocabulary import RecordKind, ReferralBody
from bccc_dash.domain.platforms import platform_name
from bccc_dash.domain.referral_bodies import BODIES, MOST_GRAVE, bodies_to_consider
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.workbench import Owner
from bccc_dash.queries.at_day import incident_stands, working_day_after
from bccc_dash.queries.milestones import milestone_columns, milestones_of
from bccc_dash.queries.open_concerns import numbered_users, stage_at
from bccc_dash.queries.referrals import left_under_a_cloud, of_concern
from bccc_dash.queries.sql import case_spans, concerns, incidents, on, records, referrals

AS_RECORDED = ("source", "material", "expression", "published_by", "content_scope", "child_impact", "threshold")


def concern_case(session: Session, *, day: date, ref: str, targets: Targets) -> ConcernCase | None:
    """The concern with a reference, whatever its case; None where there is none, or none that may be shown.

    One that is about somebody else is never shown (I21); nor, before it was found, one that will be.
    """
    row = session.execute(_facts(day, targets), {"ref": ref}).mappings().first()
    if row is None or row["status"] == CaseStatus.NOT_THIS_PERSON:
        return None
    if row["identified_on"] > day:
        return None if row["ever_not_them"] else _case(row, Presence.NOT_FOUND_YET)
    return _case(row, Presence.CLOSED if row["status"] == CaseStatus.CLOSED else Presence.OPEN)


@lru_cache(maxsize=8)
def _facts(day: date, targets: Targets) -> Select[Any]:
    owner, their, check = numbered_users(), records.alias("volunteer_record"), records.alias("check_record")
    span, asked = _span_at(day), bindparam("ref", type_=String)
    joined = (
        records.join(concerns, concerns.c.id == records.c.id)
        .join(their, their.c.id == concerns.c.volunteer_id)
        .outerjoin(check, check.c.id == concerns.c.check_id)
        .outerjoin(owner, owner.c.id == concerns.c.owner_id)
        .outerjoin(span, span.c.case_id == concerns.c.id)
    )
    return (
        select(
            *(records.c.ref, span.c.status, span.c.from_on.label("status_on"), concerns.c.recorded_on),
            *(concerns.c.severity, concerns.c.category, concerns.c.platform, concerns.c.objection_to),
            *(concerns.c.owner_id, concerns.c.involves_views_or_opinions, *(concerns.c[name] for name in AS_RECORDED)),
            *(owner.c.role, owner.c.nth, their.c.ref.label("volunteer_ref"), check.c.ref.label("check_ref")),
            stage_at(concerns.c.volunteer_id, day).label("stage"),
            left_under_a_cloud(concerns.c.volunteer_id, day).label("left_under_a_cloud"),
            working_day_after(concerns.c.recorded_on, 1).label("lado_due"),
            _ever_not_them().label("ever_not_them"),
            *(_first_considered(body, day).label(f"considered_{body}") for body in BODIES),
            *milestone_columns(day, targets),
        )
        .select_from(joined)
        .where(records.c.kind == RecordKind.CONCERN, func.lower(records.c.ref) == func.lower(asked))
    )


def _span_at(day: date) -> Subquery:
    span = case_spans.c
    found = select(span.case_id, span.status, span.from_on)
    return found.where(span.from_on <= on(day), span.to_on > on(day)).subquery()


def _ever_not_them() -> ColumnElement[bool]:
    span = case_spans.alias()
    return exists().where(span.c.case_id == concerns.c.id, span.c.status == CaseStatus.NOT_THIS_PERSON)


def _first_considered(body: ReferralBody, day: date) -> ColumnElement[Any]:
    considered = referrals.c.considered_on
    found = select(func.min(considered)).where(referrals.c.body == body, considered <= on(day), of_concern())
    return found.correlate_except(referrals).scalar_subquery()


def _case(row: RowMapping, presence: Presence) -> ConcernCase:
    asked = bodies_to_consider(row["severity"], row["category"], left_under_a_cloud=bool(row["left_under_a_cloud"]))
    return ConcernCase(
        ref=row["ref"],
        presence=presence,
        status=str(row["status"]),
        status_on=row["status_on"],
        severity=row["severity"],
        category=ConcernCategory(row["category"]),
        milestones=milestones_of(row),
        recorded_on=row["recorded_on"],
        lado_due=row["lado_due"] if row["category"] in MOST_GRAVE else None,
        referrals=tuple(Considered(body, row[f"considered_{body}"]) for body in asked),
        involves_views=bool(row["involves_views_or_opinions"]),
        objection_to=row["objection_to"],
        platform=platform_name(row["platform"]),
        owner_id=row["owner_id"],
        owner=Owner(row["role"], int(row["nth"])) if row["role"] is not None else None,
        volunteer_ref=row["volunteer_ref"],
        stage=row["stage"],
        check_ref=row["check_ref"],
        **{name: row[name] for name in AS_RECORDED},
    )


def breach_refs(session: Session, *, day: date, ref: str) -> tuple[tuple[str, ...], int]:
    """The breaches born of a concern that stand at `day`, the newest first, and how many more there are."""
    mother = select(records.c.id).where(records.c.kind == RecordKind.CONCERN, records.c.ref == literal(ref))
    query = (
        select(records.c.ref, func.count().over())
        .select_from(incidents.join(records, records.c.id == incidents.c.id))
        .where(incidents.c.concern_id == mother.scalar_subquery(), incident_stands(day))
        .order_by(incidents.c.recorded_on.desc(), incidents.c.id.desc())
        .limit(MOST_BREACHES)
    )
    rows = session.execute(query).all()
    return tuple(str(ref) for ref, _ in rows), (int(rows[0][1]) - len(rows) if rows else 0)
