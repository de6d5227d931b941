"""I16: dates that cannot be in the order in which they stand."""

from datetime import date
from typing import Any

from sqlalchemy import Select, exists, or_, select

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.outcome_vocabulary import DecisionStatus
from bccc_dash.queries.at_day import case_at, concern_stands, incident_stands, ratified_by
from bccc_dash.queries.quality.standing import finding, found_in, is_case, row_by_row
from bccc_dash.queries.sql import concerns, decisions, discussions, incidents, on, shares


def dates_out_of_order(day: date) -> Select[Any]:
    """Incidents, concerns, discussions and shares whose dates contradict each other: kind, id. Each record once."""
    too_soon = _closed_before_decided(day)
    return found_in(_incidents(day, too_soon), _concerns(day, too_soon), _discussions(day), _shares(day))


def _closed_before_decided(day: date) -> Select[Any]:
    """The cases closed at the day, and closed earlier than the first decision about them: case_id."""
    closed = case_at(day, (CaseStatus.CLOSED,))
    before = decisions.alias()
    in_time = exists().where(
        before.c.subject_id == closed.c.case_id,
        before.c.status == DecisionStatus.RATIFIED,
        before.c.decided_on <= closed.c.from_on,
    )
    later = closed.join(decisions, decisions.c.subject_id == closed.c.case_id)
    found = select(closed.c.case_id).select_from(later)
    ids = found.where(decisions.c.decided_on > closed.c.from_on, ratified_by(day), ~in_time).cte()
    return select(ids.c.case_id)


def _incidents(day: date, too_soon: Select[Any]) -> Select[Any]:
    occurred, discovered, recorded = incidents.c.occurred_on, incidents.c.discovered_on, incidents.c.recorded_on
    wrong = or_(occurred > discovered, discovered > recorded, occurred > recorded, incidents.c.id.in_(too_soon))
    return finding("incidents", incidents.c.id).where(wrong, row_by_row(incident_stands(day)))


def _concerns(day: date, too_soon: Select[Any]) -> Select[Any]:
    wrong = or_(concerns.c.identified_on > concerns.c.recorded_on, concerns.c.id.in_(too_soon))
    return finding("concerns", concerns.c.id).where(wrong, row_by_row(concern_stands(day)))


def _discussions(day: date) -> Select[Any]:
    talk = discussions.c
    held = finding("discussions", talk.id).where(talk.held_on <= on(day), talk.offered_on > talk.held_on)
    return held.where(is_case(talk.case_id, day))


def _shares(day: date) -> Select[Any]:
    joined = shares.join(concerns, concerns.c.id == shares.c.subject_id)
    too_early = finding("committee_shares", shares.c.id).select_from(joined)
    return too_early.where(
        shares.c.shared_on <= on(day), shares.c.shared_on < concerns.c.identified_on, concern_stands(day)
    )
