"""Rules about concerns, incidents and what hangs on them. Source: P7, P28, P32, P48, P52, P56."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_

from bccc_dash.domain.case_vocabulary import ConcernCategory
from bccc_dash.domain.outcome_vocabulary import ChildAgeAppropriate, ReferralBody
from bccc_dash.queries.at_day import concern_stands, incident_stands, working_day_after
from bccc_dash.queries.breaches import latest_decision_kind
from bccc_dash.queries.quality.case_dates import dates_out_of_order
from bccc_dash.queries.quality.standing import finding, found_in, row_by_row, suspected
from bccc_dash.queries.referrals import GRAVE, considered_by, left_under_a_cloud, of_concern, of_incident
from bccc_dash.queries.sql import concerns, consents, incidents, on

MOST_GRAVE = (ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING, ConcernCategory.CHILD_IDENTIFIED)
CONCERN = finding("concerns", concerns.c.id)
INCIDENT = finding("incidents", incidents.c.id)


def below_floor(day: date) -> Select[Any]:
    """I11: a severity below the floor of the category."""
    return found_in(suspected("I11", concerns, concern_stands(day)), suspected("I11", incidents, incident_stands(day)))


def lado_not_considered(day: date) -> Select[Any]:
    """I12: grooming or an identified child, and LADO not considered by the next working day."""
    return found_in(
        CONCERN.where(
            _lado_late(concerns.c.category, concerns.c.recorded_on, of_concern(), day), row_by_row(concern_stands(day))
        ),
        INCIDENT.where(
            _lado_late(incidents.c.breach_type, incidents.c.recorded_on, of_incident(), day),
            row_by_row(incident_stands(day)),
        ),
    )


def _lado_late(
    category: ColumnElement[Any], recorded_on: ColumnElement[Any], places: ColumnElement[bool], day: date
) -> ColumnElement[bool]:
    limit = working_day_after(recorded_on, 1)
    return and_(category.in_(MOST_GRAVE), limit <= on(day), ~considered_by(limit, ReferralBody.LADO, places))


def departure_not_referred(day: date) -> Select[Any]:
    """I13: somebody removed, or gone during a grave concern, without DBS and Charity Commission considered."""

    def unreferred(person: ColumnElement[Any], severity: ColumnElement[Any], places: ColumnElement[bool]) -> Any:
        both = [considered_by(on(day), body, places) for body in (ReferralBody.DBS, ReferralBody.CHARITY_COMMISSION)]
        return and_(severity.in_(GRAVE), left_under_a_cloud(person, day), ~and_(*both))

    return found_in(
        CONCERN.where(
            unreferred(concerns.c.volunteer_id, concerns.c.severity, of_concern()), row_by_row(concern_stands(day))
        ),
        INCIDENT.where(
            unreferred(incidents.c.volunteer_id, incidents.c.severity, of_incident()), row_by_row(incident_stands(day))
        ),
    )


def effect_not_decided(day: date) -> Select[Any]:
    """I14: said to affect approval, and no ratified decision about it."""
    undecided = latest_decision_kind(day).is_(None)
    return INCIDENT.where(incidents.c.affects_approval.is_(True), undecided, row_by_row(incident_stands(day)))


def consent_was_valid(day: date) -> Select[Any]:
    """I19: recorded as published without consent, though its own consent record was valid on that day."""
    published = incidents.c.occurred_on
    child = or_(
        consents.c.child_age_appropriate == ChildAgeAppropriate.NO,
        and_(consents.c.child_age_appropriate == ChildAgeAppropriate.YES, consents.c.child_written_on <= published),
    )
    valid = exists().where(
        consents.c.id == incidents.c.consent_id,
        consents.c.family_written_on <= published,
        child,
        func.coalesce(consents.c.withdrawn_on >= published, True),
    )
    typed = incidents.c.breach_type == ConcernCategory.IMAGE_OR_INFORMATION_WITHOUT_CONSENT
    return INCIDENT.where(typed, valid, row_by_row(incident_stands(day)))


__all__ = [
    "below_floor",
    "consent_was_valid",
    "dates_out_of_order",
    "departure_not_referred",
    "effect_not_decided",
    "lado_not_considered",
]
