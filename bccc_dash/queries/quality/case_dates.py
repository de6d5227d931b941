"""I16: dates that cannot be in the order in which they stand."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_

from bccc_dash.queries.at_day import concern_stands, incident_stands
from bccc_dash.queries.quality.standing import found_in, is_case, suspected
from bccc_dash.queries.sql import case_spans, concerns, decisions, discussions, incidents, on, shares
from bccc_dash.store.suspects.cases import CONCERN_DISORDER, INCIDENT_DISORDER, closed_too_soon


def dates_out_of_order(day: date) -> Select[Any]:
    """Incidents, concerns, discussions and shares whose dates contradict each other: kind, id. Each record once."""
    return found_in(_incidents(day), _concerns(day), _discussions(day), _shares(day))


def _closed_too_soon(case_id: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """Whether a case was closed at the day, and closed earlier than the first decision about it by then."""
    span = case_spans.c
    return closed_too_soon(case_id, span.from_on <= on(day), span.to_on > on(day), decisions.c.decided_on <= on(day))


def _incidents(day: date) -> Select[Any]:
    wrong = or_(INCIDENT_DISORDER, _closed_too_soon(incidents.c.id, day))
    return suspected("I16", incidents, wrong, incident_stands(day))


def _concerns(day: date) -> Select[Any]:
    wrong = or_(CONCERN_DISORDER, _closed_too_soon(concerns.c.id, day))
    return suspected("I16", concerns, wrong, concern_stands(day))


def _discussions(day: date) -> Select[Any]:
    talk = discussions.c
    return suspected("I16", discussions, talk.held_on <= on(day), is_case(talk.case_id, day))


def _shares(day: date) -> Select[Any]:
    return suspected("I16", shares, shares.c.shared_on <= on(day), is_case(shares.c.subject_id, day))
