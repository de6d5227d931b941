"""I16: dates that cannot be in the order in which they stand."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.queries.at_day import concern_stands, incident_stands, ratified_by
from bccc_dash.queries.quality.standing import finding, is_case
from bccc_dash.queries.sql import case_spans, concerns, decisions, discussions, incidents, on, shares


def dates_out_of_order(day: date) -> Select[Any]:
    """Incidents, concerns, discussions and shares whose dates contradict each other: kind, id. Each record once."""
    every = _incidents(day).union_all(_concerns(day), _discussions(day), _shares(day)).subquery()
    return select(every.c.kind, every.c.id)


def _closed_before_decided(case_id: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    span = case_spans.alias()
    first = select(func.min(decisions.c.decided_on)).where(decisions.c.subject_id == case_id, ratified_by(day))
    return exists().where(
        span.c.case_id == case_id,
        span.c.status == CaseStatus.CLOSED,
        span.c.from_on <= on(day),
        span.c.to_on > on(day),
        span.c.from_on < first.correlate_except(decisions).scalar_subquery(),
    )


def _incidents(day: date) -> Select[Any]:
    occurred, discovered, recorded = incidents.c.occurred_on, incidents.c.discovered_on, incidents.c.recorded_on
    wrong = or_(
        occurred > discovered,
        discovered > recorded,
        occurred > recorded,
        _closed_before_decided(incidents.c.id, day),
    )
    return finding("incidents", incidents.c.id).where(incident_stands(day), wrong)


def _concerns(day: date) -> Select[Any]:
    wrong = or_(concerns.c.identified_on > concerns.c.recorded_on, _closed_before_decided(concerns.c.id, day))
    return finding("concerns", concerns.c.id).where(concern_stands(day), wrong)


def _discussions(day: date) -> Select[Any]:
    talk = discussions.c
    held = finding("discussions", talk.id).where(talk.held_on <= on(day), talk.offered_on > talk.held_on)
    return held.where(is_case(talk.case_id, day))


def _shares(day: date) -> Select[Any]:
    too_early = exists().where(
        concerns.c.id == shares.c.subject_id, concerns.c.identified_on > shares.c.shared_on, concern_stands(day)
    )
    return finding("committee_shares", shares.c.id).where(shares.c.shared_on <= on(day), too_early)
